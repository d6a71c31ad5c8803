.class public abstract Lt/Plain;
.super Ljava/lang/Object;

.method public constructor <init>()V
    .registers 6
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    return-void
.end method

.method public abstract go(Ljava/lang/String;)V
.end method
