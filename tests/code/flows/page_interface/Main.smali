.class public Lt/Main;
.super Landroid/app/Activity;

.method protected onCreate(Landroid/os/Bundle;)V
    .registers 8
    new-instance v0, Lt/Bridge;
    invoke-direct {v0}, Lt/Bridge;-><init>()V
    const/4 v1, 0x0
    const-string v2, "app"
    invoke-virtual {v1, v0, v2}, Landroid/webkit/WebView;->addJavascriptInterface(Ljava/lang/Object;Ljava/lang/String;)V
    return-void
.end method
