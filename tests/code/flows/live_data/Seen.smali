.class public Lt/Seen;
.super Ljava/lang/Object;
.implements Landroidx/lifecycle/Observer;

.method public constructor <init>()V
    .registers 6
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    return-void
.end method

.method public onChanged(Ljava/lang/Object;)V
    .registers 6
    check-cast p1, Ljava/lang/String;
    const-string v1, "tag"
    invoke-static {v1, p1}, Landroid/util/Log;->i(Ljava/lang/String;Ljava/lang/String;)I
    return-void
.end method
