.class public Lt/Mail;
.super Landroid/os/Handler;

.method public handleMessage(Landroid/os/Message;)V
    .registers 10
    const-string v0, "x"
    new-instance v1, Ljava/net/URL;
    invoke-direct {v1, v0}, Ljava/net/URL;-><init>(Ljava/lang/String;)V
    invoke-virtual {v1}, Ljava/net/URL;->openConnection()Ljava/net/URLConnection;
    return-void
.end method
