.class public Lt/Web;
.super Ljava/lang/Object;
.implements Lt/Out;

.method public put(Ljava/lang/String;)V
    .registers 10
    new-instance v1, Ljava/net/URL;
    invoke-direct {v1, p1}, Ljava/net/URL;-><init>(Ljava/lang/String;)V
    invoke-virtual {v1}, Ljava/net/URL;->openConnection()Ljava/net/URLConnection;
    return-void
.end method
