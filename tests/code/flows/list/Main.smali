.class public Lt/Main;
.super Landroid/app/Activity;

.field all:Ljava/util/List;

.method protected onStart()V
    .registers 6
    const/4 v0, 0x0
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    move-result-object v0
    iget-object v1, p0, Lt/Main;->all:Ljava/util/List;
    invoke-interface {v1, v0}, Ljava/util/List;->add(Ljava/lang/Object;)Z
    return-void
.end method

.method protected onStop()V
    .registers 6
    iget-object v1, p0, Lt/Main;->all:Ljava/util/List;
    const/4 v2, 0x1
    invoke-interface {v1, v2}, Ljava/util/List;->get(I)Ljava/lang/Object;
    move-result-object v0
    const-string v1, "tag"
    invoke-static {v1, v0}, Landroid/util/Log;->i(Ljava/lang/String;Ljava/lang/String;)I
    return-void
.end method
