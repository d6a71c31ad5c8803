# SPDX-License-Identifier: Apache-2.0
.class public Lcom/example/haixing/TextUpload;
.super Ljava/lang/Object;
.source "TextUpload.java"
.implements Ljava/lang/Runnable;

.field private final text:Ljava/lang/String;

.method private constructor <init>(Ljava/lang/String;)V
    .registers 2
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    iput-object p1, p0, Lcom/example/haixing/TextUpload;->text:Ljava/lang/String;
    return-void
.end method

.method public static send(Ljava/lang/String;)V
    .locals 2
    new-instance v0, Lcom/example/haixing/TextUpload;
    invoke-direct {v0, p0}, Lcom/example/haixing/TextUpload;-><init>(Ljava/lang/String;)V
    new-instance v1, Ljava/lang/Thread;
    invoke-direct {v1, v0}, Ljava/lang/Thread;-><init>(Ljava/lang/Runnable;)V
    invoke-virtual {v1}, Ljava/lang/Thread;->start()V
    return-void
.end method

.method public run()V
    .locals 2
    const-string v0, "https://api.haixing.example.com/text"
    iget-object v1, p0, Lcom/example/haixing/TextUpload;->text:Ljava/lang/String;
    invoke-static {v0, v1}, Lcom/example/haixing/HttpPoster;->post(Ljava/lang/String;Ljava/lang/String;)V
    return-void
.end method
