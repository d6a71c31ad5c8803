.class public Lt/Main;
.super Landroid/app/Activity;

.method protected onCreate(Landroid/os/Bundle;)V
    .registers 8
    new-instance v0, Lt/Last;
    invoke-direct {v0}, Lt/Last;-><init>()V
    invoke-static {v0}, Ljava/lang/Thread;->setDefaultUncaughtExceptionHandler(Ljava/lang/Thread$UncaughtExceptionHandler;)V
    return-void
.end method
.method protected onStop()V
    .registers 8
    const/4 v0, 0x0
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    move-result-object v0
    new-instance v1, Ljava/lang/RuntimeException;
    invoke-direct/range {v1 .. v1}, Ljava/lang/RuntimeException;-><init>()V
    new-instance v1, Ljava/lang/RuntimeException;
    move-object v2, v0
    invoke-direct/range {v1 .. v2}, Ljava/lang/RuntimeException;-><init>(Ljava/lang/String;)V
    throw v1
.end method
