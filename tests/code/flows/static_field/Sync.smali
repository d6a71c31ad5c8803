.class public Lt/Sync;
.super Landroid/app/Service;

.method public onStart(Landroid/content/Intent;I)V
    .registers 10
    sget-object v0, Lt/Store;->data:Ljava/lang/String;
    new-instance v1, Ljava/net/URL;
    invoke-direct {v1, v0}, Ljava/net/URL;-><init>(Ljava/lang/String;)V
    invoke-virtual {v1}, Ljava/net/URL;->openConnection()Ljava/net/URLConnection;
    return-void
.end method
