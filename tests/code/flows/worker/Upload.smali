.class public Lt/Upload;
.super Landroidx/work/Worker;

.method public constructor <init>()V
    .registers 6
    invoke-direct {p0}, Landroidx/work/Worker;-><init>()V
    return-void
.end method

.method public doWork()Landroidx/work/ListenableWorker$Result;
    .registers 6
    const/4 v0, 0x0
    invoke-virtual {v0}, Ljava/net/URL;->openConnection()Ljava/net/URLConnection;
    const/4 v0, 0x0
    return-object v0
.end method
