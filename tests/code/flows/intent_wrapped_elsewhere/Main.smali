.class public Lt/Main;
.super Landroid/app/Activity;

.method protected onCreate(Landroid/os/Bundle;)V
    .registers 14
    const/4 v0, 0x0
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    move-result-object v0
    invoke-static {p0, v0}, Lt/Maker;->make(Landroid/content/Context;Ljava/lang/String;)Landroid/content/Intent;
    move-result-object v1
    invoke-static {p0, v1}, Lt/Maker;->wrap(Landroid/content/Context;Landroid/content/Intent;)Landroid/app/PendingIntent;
    return-void
.end method
