.class public Lt/Task;
.super Landroid/os/AsyncTask;

.method public constructor <init>()V
    .registers 6
    invoke-direct {p0}, Landroid/os/AsyncTask;-><init>()V
    return-void
.end method

.method protected doInBackground([Ljava/lang/Object;)Ljava/lang/Object;
    .registers 6
    const/4 v0, 0x0
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    move-result-object v0
    return-object v0
.end method

.method protected onPostExecute(Ljava/lang/Object;)V
    .registers 6
    check-cast p1, Ljava/lang/String;
    const-string v1, "tag"
    invoke-static {v1, p1}, Landroid/util/Log;->i(Ljava/lang/String;Ljava/lang/String;)I
    return-void
.end method
