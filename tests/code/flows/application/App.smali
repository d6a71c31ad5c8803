.class public Lt/App;
.super Landroid/app/Application;

.field public held:Ljava/lang/String;

.method public constructor <init>()V
    .registers 6
    invoke-direct {p0}, Landroid/app/Application;-><init>()V
    return-void
.end method

.method public onCreate()V
    .registers 6
    const/4 v0, 0x0
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    move-result-object v0
    iput-object v0, p0, Lt/App;->held:Ljava/lang/String;
    return-void
.end method
