.class public Lt/Sync;
.super Landroid/app/Service;

.method public constructor <init>()V
    .registers 6
    invoke-direct {p0}, Landroid/app/Service;-><init>()V
    return-void
.end method

.method public onBind(Landroid/content/Intent;)Landroid/os/IBinder;
    .registers 6
    new-instance v0, Landroid/os/Messenger;
    new-instance v1, Lt/Incoming;
    invoke-direct {v1}, Lt/Incoming;-><init>()V
    invoke-direct {v0, v1}, Landroid/os/Messenger;-><init>(Landroid/os/Handler;)V
    invoke-virtual {v0}, Landroid/os/Messenger;->getBinder()Landroid/os/IBinder;
    move-result-object v0
    return-object v0
.end method
