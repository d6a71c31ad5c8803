.class public Lt/Plain;
.super Ljava/lang/Object;

.method public constructor <init>()V
    .registers 6
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    return-void
.end method

.method public get()Ljava/lang/String;
    .registers 3
    const-string v0, "plain"
    return-object v0
.end method
