.class public Lt/Helper;
.super Ljava/lang/Object;

.method public static open(Ljava/lang/String;)V
    .registers 1
    invoke-static {p0}, Lt/Helper;->dump(Ljava/lang/String;)V
    return-void
.end method
.method private static dump(Ljava/lang/String;)V
    .registers 8
    invoke-static {p0}, Landroid/net/Uri;->parse(Ljava/lang/String;)Landroid/net/Uri;
    move-result-object v1
    const/4 v0, 0x0
    const/4 v2, 0x0
    move-object v3, v2
    move-object v4, v2
    move-object v5, v2
    invoke-virtual/range {v0 .. v5}, Landroid/content/ContentResolver;->query(Landroid/net/Uri;[Ljava/lang/String;Ljava/lang/String;[Ljava/lang/String;Ljava/lang/String;)Landroid/database/Cursor;
    move-result-object v0
    const-string v1, "tag"
    invoke-static {v1, v0}, Landroid/util/Log;->d(Ljava/lang/String;Ljava/lang/String;)I
    return-void
.end method
