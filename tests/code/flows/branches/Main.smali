.class public Lt/Main;
.super Landroid/app/Activity;

.method public constructor <init>()V
    .registers 1
    invoke-direct {p0}, Landroid/app/Activity;-><init>()V
    return-void
.end method

.method protected onCreate(Landroid/os/Bundle;)V
    .registers 10
    const-string v0, "content://sms/inbox"
    if-eqz p1, :other
    const-string v0, "content://sms/sent"
    goto :there
    :other
    nop
    :there
    invoke-static {v0}, Landroid/net/Uri;->parse(Ljava/lang/String;)Landroid/net/Uri;
    return-void
.end method
