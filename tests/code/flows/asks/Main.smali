.class public Lt/Main;
.super Landroid/app/Activity;

.method public constructor <init>()V
    .registers 1
    invoke-direct {p0}, Landroid/app/Activity;-><init>()V
    return-void
.end method

.method protected onCreate(Landroid/os/Bundle;)V
    .registers 10
    const/4 v0, 0x2
    new-array v1, v0, [Ljava/lang/String;
    const/4 v2, 0x0
    const-string v3, "android.permission.READ_SMS"
    aput-object v3, v1, v2
    const/4 v2, 0x1
    const-string v3, "android.permission.READ_CALL_LOG"
    aput-object v3, v1, v2
    invoke-virtual {p0, v1, v0}, Lt/Main;->requestPermissions([Ljava/lang/String;I)V
    return-void
.end method
