# SPDX-License-Identifier: Apache-2.0
.class public Lcom/example/dialer/CallService;
.super Landroid/telecom/InCallService;
.source "CallService.java"

.method public constructor <init>()V
    .registers 1
    invoke-direct {p0}, Landroid/telecom/InCallService;-><init>()V
    return-void
.end method

.method public onCallAdded(Landroid/telecom/Call;)V
    .registers 2
    invoke-super {p0, p1}, Landroid/telecom/InCallService;->onCallAdded(Landroid/telecom/Call;)V
    return-void
.end method
