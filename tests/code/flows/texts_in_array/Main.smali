.class public Lt/Main;
.super Landroid/app/Activity;

.method protected onCreate(Landroid/os/Bundle;)V
    .registers 8
    sget-object v0, Lt/Main;->WHERE:[Ljava/lang/String;
    const/4 v1, 0x1
    aget-object v0, v0, v1
    invoke-static {v0}, Landroid/net/Uri;->parse(Ljava/lang/String;)Landroid/net/Uri;
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
.field private static final WHERE:[Ljava/lang/String;
.method static constructor <clinit>()V
    .registers 3
    const/4 v0, 0x2
    new-array v0, v0, [Ljava/lang/String;
    const/4 v1, 0x0
    const-string v2, "content://sms"
    aput-object v2, v0, v1
    const/4 v1, 0x1
    const-string v2, "content://call_log/calls"
    aput-object v2, v0, v1
    sput-object v0, Lt/Main;->WHERE:[Ljava/lang/String;
    return-void
.end method
