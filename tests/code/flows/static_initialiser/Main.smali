.class public Lt/Main;
.super Landroid/app/Activity;

.field public static held:Ljava/lang/String;

.method protected onCreate(Landroid/os/Bundle;)V
    .registers 14
    const/4 v0, 0x0
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    move-result-object v0
    sput-object v0, Lt/Main;->held:Ljava/lang/String;
    new-instance v1, Lt/First;
    invoke-direct {v1}, Lt/First;-><init>()V
    return-void
.end method
