.class public Lt/Main;
.super Landroid/app/Activity;

.method protected onCreate(Landroid/os/Bundle;)V
    .registers 10
    const-string v0, "/sdcard/x.dex"
    const/4 v1, 0x0
    invoke-virtual {p0}, Lt/Main;->getClassLoader()Ljava/lang/ClassLoader;
    move-result-object v2
    new-instance v3, Ldalvik/system/DexClassLoader;
    invoke-direct {v3, v0, v0, v1, v2}, Ldalvik/system/DexClassLoader;-><init>(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;Ljava/lang/ClassLoader;)V
    return-void
.end method
