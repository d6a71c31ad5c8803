.class public Lt/Main;
.super Landroid/app/Activity;

.method protected onCreate(Landroid/os/Bundle;)V
    .registers 8
    const/4 v0, 0x0
    invoke-virtual {v0}, Lt/Engine;->start()V
    return-void
.end method
