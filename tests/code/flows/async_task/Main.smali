.class public Lt/Main;
.super Landroid/app/Activity;

.method protected onCreate(Landroid/os/Bundle;)V
    .registers 10
    const-string v0, "phone"
    invoke-virtual {p0, v0}, Landroid/app/Activity;->getSystemService(Ljava/lang/String;)Ljava/lang/Object;
    move-result-object v0
    check-cast v0, Landroid/telephony/TelephonyManager;
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    move-result-object v0

    new-instance v1, Lt/Task;
    invoke-direct {v1}, Lt/Task;-><init>()V
    const/4 v2, 0x1
    new-array v3, v2, [Ljava/lang/String;
    const/4 v2, 0x0
    aput-object v0, v3, v2
    invoke-virtual {v1, v3}, Lt/Task;->execute([Ljava/lang/Object;)Landroid/os/AsyncTask;
    return-void
.end method
