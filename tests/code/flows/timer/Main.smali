.class public Lt/Main;
.super Landroid/app/Activity;

.field held:Ljava/lang/String;

.method protected onCreate(Landroid/os/Bundle;)V
    .registers 14
    const/4 v0, 0x0
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    move-result-object v0
    iput-object v0, p0, Lt/Main;->held:Ljava/lang/String;
    new-instance v1, Lt/Tick;
    invoke-direct {v1}, Lt/Tick;-><init>()V
    iput-object p0, v1, Lt/Tick;->of:Lt/Main;
    const/4 v0, 0x0
    const-wide/16 v2, 0x0
    invoke-virtual {v0, v1, v2, v3}, Ljava/util/Timer;->schedule(Ljava/util/TimerTask;J)V
    return-void
.end method
