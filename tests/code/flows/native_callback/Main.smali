.class public Lt/Main;
.super Landroid/app/Activity;

.method protected onCreate(Landroid/os/Bundle;)V
    .registers 8
    invoke-static {}, Lt/Engine;->start()V
    return-void
.end method
