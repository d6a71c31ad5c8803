.class public Lt/Main;
.super Landroid/app/Activity;

.method protected onCreate(Landroid/os/Bundle;)V
    .registers 14
    new-instance v3, Lt/Telling;
    invoke-direct {v3}, Lt/Telling;-><init>()V
    new-instance v2, Lt/Silent;
    invoke-direct {v2}, Lt/Silent;-><init>()V
    invoke-virtual {v2}, Lt/Half;->tell()Ljava/lang/String;
    move-result-object v0
    const-string v1, "tag"
    invoke-static {v1, v0}, Landroid/util/Log;->i(Ljava/lang/String;Ljava/lang/String;)I
    return-void
.end method
