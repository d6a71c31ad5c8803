# SPDX-License-Identifier: Apache-2.0
# Stands for a widely used statistics SDK by its package name alone: an empty class written for
# this sample, which reads nothing and sends nothing.
.class public Lcom/umeng/commonsdk/UMConfigure;
.super Ljava/lang/Object;
.source "UMConfigure.java"

.method public static preInit(Landroid/content/Context;Ljava/lang/String;Ljava/lang/String;)V
    .registers 3
    return-void
.end method
