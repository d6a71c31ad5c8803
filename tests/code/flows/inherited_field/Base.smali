.class public Lt/Base;
.super Landroid/app/Activity;

.field protected held:Ljava/lang/String;

.method public constructor <init>()V
    .registers 6
    invoke-direct {p0}, Landroid/app/Activity;-><init>()V
    return-void
.end method

.method protected onStop()V
    .registers 6
    iget-object v0, p0, Lt/Base;->held:Ljava/lang/String;
    const-string v1, "tag"
    invoke-static {v1, v0}, Landroid/util/Log;->i(Ljava/lang/String;Ljava/lang/String;)I
    return-void
.end method
