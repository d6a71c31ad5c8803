.class public Lt/Main;
.super Lt/Base;

.method protected onStart()V
    .registers 6
    const/4 v0, 0x0
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    move-result-object v0
    iput-object v0, p0, Lt/Main;->held:Ljava/lang/String;
    return-void
.end method
