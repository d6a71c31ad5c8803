.class public Lt/Job;
.super Ljava/lang/Object;
.implements Ljava/util/concurrent/Callable;

.method public constructor <init>()V
    .registers 6
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    return-void
.end method

.method public call()Ljava/lang/Object;
    .registers 6
    const/4 v0, 0x0
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    move-result-object v0
    return-object v0
.end method
