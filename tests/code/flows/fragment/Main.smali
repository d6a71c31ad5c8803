.class public Lt/Main;
.super Landroid/app/Activity;

.method protected onCreate(Landroid/os/Bundle;)V
    .registers 14
    new-instance v0, Lt/Part;
    invoke-direct {v0}, Lt/Part;-><init>()V
    return-void
.end method
