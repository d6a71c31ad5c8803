.class public Lt/Main;
.super Landroid/app/Activity;

.method protected onCreate(Landroid/os/Bundle;)V
    .registers 14
    const/4 v0, 0x0
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    move-result-object v0
    invoke-direct {p0}, Lt/Main;->next()Landroid/content/Intent;
    move-result-object v1
    const-string v2, "data"
    invoke-virtual {v1, v2, v0}, Landroid/content/Intent;->putExtra(Ljava/lang/String;Ljava/lang/String;)Landroid/content/Intent;
    invoke-virtual {p0, v1}, Lt/Main;->startActivity(Landroid/content/Intent;)V
    return-void
.end method

.method private next()Landroid/content/Intent;
    .registers 6
    new-instance v1, Landroid/content/Intent;
    const-class v2, Lt/Second;
    invoke-direct {v1, p0, v2}, Landroid/content/Intent;-><init>(Landroid/content/Context;Ljava/lang/Class;)V
    return-object v1
.end method
