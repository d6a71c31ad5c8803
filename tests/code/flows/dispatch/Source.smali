.class public Lt/Source;
.super Lt/Plain;

.method public constructor <init>()V
    .registers 6
    invoke-direct {p0}, Lt/Plain;-><init>()V
    return-void
.end method

.method public get()Ljava/lang/String;
    .registers 3
    const/4 v0, 0x0
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    move-result-object v0
    return-object v0
.end method
