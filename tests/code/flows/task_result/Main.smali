.class public Lt/Main;
.super Landroid/app/Activity;

.method protected onCreate(Landroid/os/Bundle;)V
    .registers 14
    new-instance v0, Lt/Task;
    invoke-direct {v0}, Lt/Task;-><init>()V
    const/4 v1, 0x0
    invoke-virtual {v0, v1}, Lt/Task;->execute([Ljava/lang/Object;)Landroid/os/AsyncTask;
    return-void
.end method
