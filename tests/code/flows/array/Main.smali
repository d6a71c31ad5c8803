.class public Lt/Main;
.super Landroid/app/Activity;

.field parts:[Ljava/lang/String;

.method protected onStart()V
    .registers 6
    const/4 v0, 0x0
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    move-result-object v0
    iget-object v1, p0, Lt/Main;->parts:[Ljava/lang/String;
    const/4 v2, 0x1
    aput-object v0, v1, v2
    return-void
.end method

.method protected onStop()V
    .registers 6
    iget-object v1, p0, Lt/Main;->parts:[Ljava/lang/String;
    const/4 v2, 0x1
    aget-object v0, v1, v2
    const-string v1, "tag"
    invoke-static {v1, v0}, Landroid/util/Log;->i(Ljava/lang/String;Ljava/lang/String;)I
    return-void
.end method
