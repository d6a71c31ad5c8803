.class public Lt/Watch;
.super Landroid/database/ContentObserver;

.method public constructor <init>()V
    .registers 4
    return-void
.end method

.method public onChange(Z)V
    .registers 6
    const/4 v0, 0x0
    invoke-virtual {v0}, Ljava/net/URL;->openConnection()Ljava/net/URLConnection;
    return-void
.end method
