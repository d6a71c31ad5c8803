.class public Lt/Main;
.super Landroid/app/Activity;

.method protected onCreate(Landroid/os/Bundle;)V
    .registers 14
    new-instance v0, Lt/Box;
    invoke-direct {v0}, Lt/Box;-><init>()V
    iget-object v1, v0, Lt/Box;->inner:Lt/Box;
    const/4 v2, 0x0
    invoke-virtual {v2}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    move-result-object v2
    iput-object v2, v0, Lt/Box;->text:Ljava/lang/String;
    invoke-static {v1}, Lt/Box;->show(Lt/Box;)V
    return-void
.end method
