.class public Lt/Main;
.super Landroid/app/Activity;

.method protected onCreate(Landroid/os/Bundle;)V
    .registers 8
    new-instance v0, Lt/Load;
    const/4 v1, 0x0
    invoke-direct {v0, v1}, Lt/Load;-><init>(Landroid/content/Context;)V
    invoke-virtual {v0}, Lt/Load;->forceLoad()V
    new-instance v0, Lt/Loaded;
    invoke-direct {v0}, Lt/Loaded;-><init>()V
    invoke-virtual {p0}, Landroid/app/Activity;->getLoaderManager()Landroid/app/LoaderManager;
    return-void
.end method
