# SPDX-License-Identifier: Apache-2.0
.class public Lcom/example/zhuying/FormThread;
.super Ljava/lang/Thread;
.source "FormThread.java"

.method public constructor <init>()V
    .registers 1
    invoke-direct {p0}, Ljava/lang/Thread;-><init>()V
    return-void
.end method

.method public run()V
    .locals 2
    const-string v0, "https://api.zhuying.example.com/apply"
    const-string v1, "amount=5000&months=6"
    invoke-static {v0, v1}, Lcom/example/zhuying/HttpPoster;->post(Ljava/lang/String;Ljava/lang/String;)V
    return-void
.end method
