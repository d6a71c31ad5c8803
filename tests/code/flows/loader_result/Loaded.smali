.class public Lt/Loaded;
.super Ljava/lang/Object;
.implements Landroid/app/LoaderManager$LoaderCallbacks;

.method public constructor <init>()V
    .registers 1
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    return-void
.end method
.method public onLoadFinished(Landroid/content/Loader;Ljava/lang/Object;)V
    .registers 5
    const-string v1, "tag"
    invoke-static {v1, p2}, Landroid/util/Log;->d(Ljava/lang/String;Ljava/lang/String;)I
    return-void
.end method
