.class public Lt/Main;
.super Landroid/app/Activity;

.method protected onCreate(Landroid/os/Bundle;)V
    .registers 14
    :start
    invoke-direct {p0}, Lt/Main;->fail()V
    :end
    return-void
    .catch Ljava/lang/Exception; {:start .. :end} :caught
    :caught
    move-exception v0
    invoke-virtual {v0}, Ljava/lang/Exception;->getMessage()Ljava/lang/String;
    move-result-object v0
    const-string v1, "tag"
    invoke-static {v1, v0}, Landroid/util/Log;->i(Ljava/lang/String;Ljava/lang/String;)I
    return-void
.end method

.method private fail()V
    .registers 316
    const/4 v0, 0x0
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    move-result-object v44
    new-instance v43, Ljava/lang/RuntimeException;
    const-string v1, "fixed"
    move-object/16 v300, v1  # whose low byte is that of v44
    invoke-direct/range {v43 .. v44}, Ljava/lang/RuntimeException;-><init>(Ljava/lang/String;)V
    throw v43
.end method
