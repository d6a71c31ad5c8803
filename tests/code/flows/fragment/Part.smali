.class public Lt/Part;
.super Landroid/app/Fragment;

.field held:Ljava/lang/String;

.method public constructor <init>()V
    .registers 6
    invoke-direct {p0}, Landroid/app/Fragment;-><init>()V
    return-void
.end method

.method public onAttach(Landroid/app/Activity;)V
    .registers 6
    const/4 v0, 0x0
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    move-result-object v0
    iput-object v0, p0, Lt/Part;->held:Ljava/lang/String;
    return-void
.end method

.method public onPause()V
    .registers 6
    iget-object v0, p0, Lt/Part;->held:Ljava/lang/String;
    const-string v1, "tag"
    invoke-static {v1, v0}, Landroid/util/Log;->i(Ljava/lang/String;Ljava/lang/String;)I
    return-void
.end method
