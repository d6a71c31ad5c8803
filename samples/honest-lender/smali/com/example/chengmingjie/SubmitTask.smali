# SPDX-License-Identifier: Apache-2.0
# Posts what the user typed into the form, and nothing else.
.class public Lcom/example/chengmingjie/SubmitTask;
.super Ljava/lang/Object;
.source "SubmitTask.java"
.implements Ljava/lang/Runnable;

.field private final form:Ljava/lang/String;

.method public constructor <init>(Ljava/lang/String;)V
    .registers 2
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    iput-object p1, p0, Lcom/example/chengmingjie/SubmitTask;->form:Ljava/lang/String;
    return-void
.end method

.method public run()V
    .registers 4
    :try_start
    new-instance v0, Ljava/net/URL;
    const-string v1, "https://api.chengmingjie.example.com/loan/apply"
    invoke-direct {v0, v1}, Ljava/net/URL;-><init>(Ljava/lang/String;)V
    invoke-virtual {v0}, Ljava/net/URL;->openConnection()Ljava/net/URLConnection;
    move-result-object v0
    check-cast v0, Ljava/net/HttpURLConnection;
    const/4 v1, 0x1
    invoke-virtual {v0, v1}, Ljava/net/HttpURLConnection;->setDoOutput(Z)V
    invoke-virtual {v0}, Ljava/net/HttpURLConnection;->getOutputStream()Ljava/io/OutputStream;
    move-result-object v1
    iget-object v2, p0, Lcom/example/chengmingjie/SubmitTask;->form:Ljava/lang/String;
    invoke-virtual {v2}, Ljava/lang/String;->getBytes()[B
    move-result-object v2
    invoke-virtual {v1, v2}, Ljava/io/OutputStream;->write([B)V
    invoke-virtual {v1}, Ljava/io/OutputStream;->close()V
    invoke-virtual {v0}, Ljava/net/HttpURLConnection;->disconnect()V
    :try_end
    .catch Ljava/io/IOException; {:try_start .. :try_end} :failed
    :failed
    return-void
.end method
