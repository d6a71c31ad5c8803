.class public Lt/Main;
.super Landroid/app/Activity;

.method protected onCreate(Landroid/os/Bundle;)V
    .registers 8
    const-string v0, "content://sms/inbox"
    invoke-static {v0}, Lt/Helper;->note(Ljava/lang/String;)V
    return-void
.end method
