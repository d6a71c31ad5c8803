.class public Lt/Telling;
.super Lt/Half;

.method public constructor <init>()V
    .registers 1
    invoke-direct {p0}, Lt/Half;-><init>()V
    return-void
.end method

.method public tell()Ljava/lang/String;
    .registers 3
    const/4 v0, 0x0
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    move-result-object v0
    return-object v0
.end method
