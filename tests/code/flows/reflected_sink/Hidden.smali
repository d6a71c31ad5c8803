.class public Lt/Hidden;
.super Ljava/lang/Object;

.method public constructor <init>()V
    .registers 6
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    return-void
.end method

.method public go(Ljava/lang/String;)V
    .registers 6
    const-string v1, "tag"
    invoke-static {v1, p1}, Landroid/util/Log;->i(Ljava/lang/String;Ljava/lang/String;)I
    return-void
.end method
