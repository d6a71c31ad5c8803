.class public Lt/Main;
.super Landroid/app/Activity;

.method protected onCreate(Landroid/os/Bundle;)V
    .registers 14
    const/4 v0, 0x0
    const/4 v1, 0x0
    :again
    const/16 v2, 0xa
    if-ge v1, v2, :done
    if-eqz v0, :next
    const-string v3, "tag"
    invoke-static {v3, v0}, Landroid/util/Log;->i(Ljava/lang/String;Ljava/lang/String;)I
    :next
    const/4 v0, 0x0
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    move-result-object v0
    add-int/lit8 v1, v1, 0x1
    goto :again
    :done
    return-void
.end method
