.class public Lt/Main;
.super Landroid/app/Activity;

.method protected onCreate(Landroid/os/Bundle;)V
    .registers 8
    const/4 v5, 0x0
    invoke-virtual {v5}, Lt/Main;->disk()Ljava/io/OutputStream;
    move-result-object v5
    const/4 v0, 0x0
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    move-result-object v0
    const/4 v1, 0x0
    invoke-virtual {v5, v1}, Ljava/io/OutputStream;->write([B)V
    return-void
.end method
.method public disk()Ljava/io/OutputStream;
    .registers 2
    const/4 v0, 0x0
    return-object v0
.end method
