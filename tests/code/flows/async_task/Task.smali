.class public Lt/Task;
.super Landroid/os/AsyncTask;

.method protected varargs doInBackground([Ljava/lang/Object;)Ljava/lang/Object;
    .registers 10
    const-string v0, "http://x/"
    new-instance v1, Ljava/net/URL;
    invoke-direct {v1, v0}, Ljava/net/URL;-><init>(Ljava/lang/String;)V
    invoke-virtual {v1}, Ljava/net/URL;->openConnection()Ljava/net/URLConnection;
    return-object v0
.end method
