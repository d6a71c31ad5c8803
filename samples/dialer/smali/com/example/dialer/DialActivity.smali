# SPDX-License-Identifier: Apache-2.0
# Asks for the dialer role, then shows recent calls and contacts. The package has no INTERNET
# permission: nothing it reads can leave the phone.
.class public Lcom/example/dialer/DialActivity;
.super Landroid/app/Activity;
.source "DialActivity.java"

.method public constructor <init>()V
    .registers 1
    invoke-direct {p0}, Landroid/app/Activity;-><init>()V
    return-void
.end method

.method protected onCreate(Landroid/os/Bundle;)V
    .locals 2
    invoke-super {p0, p1}, Landroid/app/Activity;->onCreate(Landroid/os/Bundle;)V
    const-class v0, Landroid/app/role/RoleManager;
    invoke-virtual {p0, v0}, Lcom/example/dialer/DialActivity;->getSystemService(Ljava/lang/Class;)Ljava/lang/Object;
    move-result-object v0
    check-cast v0, Landroid/app/role/RoleManager;
    const-string v1, "android.app.role.DIALER"
    invoke-virtual {v0, v1}, Landroid/app/role/RoleManager;->createRequestRoleIntent(Ljava/lang/String;)Landroid/content/Intent;
    move-result-object v0
    const/4 v1, 0x1
    invoke-virtual {p0, v0, v1}, Lcom/example/dialer/DialActivity;->startActivityForResult(Landroid/content/Intent;I)V
    return-void
.end method

.method protected onResume()V
    .locals 3
    invoke-super {p0}, Landroid/app/Activity;->onResume()V
    invoke-virtual {p0}, Lcom/example/dialer/DialActivity;->getContentResolver()Landroid/content/ContentResolver;
    move-result-object v0
    invoke-static {v0}, Lcom/example/dialer/PhoneData;->recentCalls(Landroid/content/ContentResolver;)Ljava/lang/String;
    move-result-object v1
    invoke-static {v0}, Lcom/example/dialer/PhoneData;->people(Landroid/content/ContentResolver;)Ljava/lang/String;
    move-result-object v2
    invoke-virtual {v1, v2}, Ljava/lang/String;->concat(Ljava/lang/String;)Ljava/lang/String;
    move-result-object v1
    new-instance v0, Landroid/widget/TextView;
    invoke-direct {v0, p0}, Landroid/widget/TextView;-><init>(Landroid/content/Context;)V
    invoke-virtual {v0, v1}, Landroid/widget/TextView;->setText(Ljava/lang/CharSequence;)V
    invoke-virtual {p0, v0}, Lcom/example/dialer/DialActivity;->setContentView(Landroid/view/View;)V
    return-void
.end method
