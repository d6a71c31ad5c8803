.class public Lt/Main;
.super Landroid/app/Activity;

.field static last:Ljava/lang/String;

.method protected onCreate(Landroid/os/Bundle;)V
    .registers 14
    sget-object v0, Lt/Main;->last:Ljava/lang/String;
    const-string v1, "tag"
    invoke-static {v1, v0}, Landroid/util/Log;->i(Ljava/lang/String;Ljava/lang/String;)I
    const/4 v0, 0x0
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    move-result-object v0
    sput-object v0, Lt/Main;->last:Ljava/lang/String;
    return-void
.end method
