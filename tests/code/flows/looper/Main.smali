.class public Lt/Main;
.super Landroid/app/Activity;

.field to:Landroid/os/Handler;

.method protected onStart()V
    .registers 6
    new-instance v0, Lt/Mail;
    invoke-direct {v0}, Lt/Mail;-><init>()V
    iput-object v0, p0, Lt/Main;->to:Landroid/os/Handler;
    return-void
.end method

.method protected onStop()V
    .registers 6
    const/4 v0, 0x0
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    move-result-object v0
    iget-object v1, p0, Lt/Main;->to:Landroid/os/Handler;
    invoke-virtual {v1}, Landroid/os/Handler;->obtainMessage()Landroid/os/Message;
    move-result-object v2
    iput-object v0, v2, Landroid/os/Message;->obj:Ljava/lang/Object;
    invoke-virtual {v1, v2}, Landroid/os/Handler;->sendMessage(Landroid/os/Message;)Z
    return-void
.end method
