.class public Lt/Main;
.super Landroid/app/Activity;

.field to:Landroid/os/Messenger;

.method protected onStart()V
    .registers 8
    new-instance v0, Landroid/content/Intent;
    const-class v1, Lt/Sync;
    invoke-direct {v0, p0, v1}, Landroid/content/Intent;-><init>(Landroid/content/Context;Ljava/lang/Class;)V
    const/4 v1, 0x0
    const/4 v2, 0x1
    invoke-virtual {p0, v0, v1, v2}, Lt/Main;->bindService(Landroid/content/Intent;Landroid/content/ServiceConnection;I)Z
    return-void
.end method

.method protected onStop()V
    .registers 8
    const/4 v0, 0x0
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    move-result-object v0
    invoke-static {}, Landroid/os/Message;->obtain()Landroid/os/Message;
    move-result-object v1
    iput-object v0, v1, Landroid/os/Message;->obj:Ljava/lang/Object;
    iget-object v2, p0, Lt/Main;->to:Landroid/os/Messenger;
    invoke-virtual {v2, v1}, Landroid/os/Messenger;->send(Landroid/os/Message;)V
    return-void
.end method
