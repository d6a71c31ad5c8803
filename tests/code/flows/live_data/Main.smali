.class public Lt/Main;
.super Landroid/app/Activity;

.method protected onStart()V
    .registers 6
    new-instance v0, Lt/Seen;
    invoke-direct {v0}, Lt/Seen;-><init>()V
    return-void
.end method

.method protected onStop()V
    .registers 6
    const/4 v0, 0x0
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    move-result-object v0
    const/4 v1, 0x0
    invoke-virtual {v1, v0}, Landroidx/lifecycle/MutableLiveData;->postValue(Ljava/lang/Object;)V
    return-void
.end method
