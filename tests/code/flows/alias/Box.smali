.class public Lt/Box;
.super Ljava/lang/Object;

.field inner:Lt/Box;

.field text:Ljava/lang/String;

.method public constructor <init>()V
    .registers 6
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    return-void
.end method

.method public static show(Lt/Box;)V
    .registers 4
    iget-object v0, p0, Lt/Box;->text:Ljava/lang/String;
    const-string v1, "tag"
    invoke-static {v1, v0}, Landroid/util/Log;->i(Ljava/lang/String;Ljava/lang/String;)I
    return-void
.end method
