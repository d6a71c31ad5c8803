# SPDX-License-Identifier: Apache-2.0
# Written for this sample: has the look of a packer's stub (its class name, its native library)
# and none of its function. The activity the manifest names is not in this DEX file.
.class public final Lcom/stub/StubApp;
.super Landroid/app/Application;
.source "StubApp.java"

.method public constructor <init>()V
    .registers 1
    invoke-direct {p0}, Landroid/app/Application;-><init>()V
    return-void
.end method

.method protected attachBaseContext(Landroid/content/Context;)V
    .registers 3
    invoke-super {p0, p1}, Landroid/app/Application;->attachBaseContext(Landroid/content/Context;)V
    const-string v0, "jiagu"
    invoke-static {v0}, Ljava/lang/System;->loadLibrary(Ljava/lang/String;)V
    return-void
.end method
