# SPDX-License-Identifier: Apache-2.0
# Sends the application form; never touches the exporter below.
.class public Lcom/example/zhuying/MainActivity;
.super Landroid/app/Activity;
.source "MainActivity.java"
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
    invoke-virtual {p0, v0}, Lcom/example/zhuying/MainActivity;->setContentView(Landroid/view/View;)V
    return-void
.end method

.method public onClick(Landroid/view/View;)V
    .locals 6
    new-instance v0, Lcom/example/zhuying/FormThread;
    invoke-direct {v0}, Lcom/example/zhuying/FormThread;-><init>()V
    invoke-virtual {v0}, Lcom/example/zhuying/FormThread;->start()V
    return-void
.end method
