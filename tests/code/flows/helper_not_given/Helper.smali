.class public Lt/Helper;
.super Ljava/lang/Object;

.method public static note(Ljava/lang/String;)V
    .registers 2
    const-string v0, "tag"
    invoke-static {v0, p0}, Landroid/util/Log;->d(Ljava/lang/String;Ljava/lang/String;)I
    return-void
.end method
