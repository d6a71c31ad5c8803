# SPDX-License-Identifier: Apache-2.0
.class public Lcom/example/maitian/SubmitThread;
.super Ljava/lang/Thread;
.source "SubmitThread.java"

.field private final phone:Ljava/lang/String;

.method public constructor <init>(Ljava/lang/String;)V
    .registers 2
    invoke-direct {p0}, Ljava/lang/Thread;-><init>()V
    iput-object p1, p0, Lcom/example/maitian/SubmitThread;->phone:Ljava/lang/String;
    return-void
.end method

.method public run()V
    .locals 2
    const-string v0, "https://api.maitian.example.com/emergency-contact"
    iget-object v1, p0, Lcom/example/maitian/SubmitThread;->phone:Ljava/lang/String;
    invoke-static {v0, v1}, Lcom/example/maitian/HttpPoster;->post(Ljava/lang/String;Ljava/lang/String;)V
    return-void
.end method
