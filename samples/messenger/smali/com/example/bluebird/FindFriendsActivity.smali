# SPDX-License-Identifier: Apache-2.0
# Asks for the address book when the user wants to find friends, and only then reads it.
.class public Lcom/example/bluebird/FindFriendsActivity;
.super Landroid/app/Activity;
.source "FindFriendsActivity.java"
.implements Landroid/view/View$OnClickListener;

.method public constructor <init>()V
    .registers 1
    invoke-direct {p0}, Landroid/app/Activity;-><init>()V
    return-void
.end method

.method protected onCreate(Landroid/os/Bundle;)V
    .registers 3
    invoke-super {p0, p1}, Landroid/app/Activity;->onCreate(Landroid/os/Bundle;)V
    new-instance v0, Landroid/widget/Button;
    invoke-direct {v0, p0}, Landroid/widget/Button;-><init>(Landroid/content/Context;)V
    invoke-virtual {v0, p0}, Landroid/widget/Button;->setOnClickListener(Landroid/view/View$OnClickListener;)V
    invoke-virtual {p0, v0}, Lcom/example/bluebird/FindFriendsActivity;->setContentView(Landroid/view/View;)V
    return-void
.end method

.method public onClick(Landroid/view/View;)V
    .registers 5
    const-string v0, "android.permission.READ_CONTACTS"
    invoke-virtual {p0, v0}, Lcom/example/bluebird/FindFriendsActivity;->checkSelfPermission(Ljava/lang/String;)I
    move-result v1
    if-eqz v1, :granted
    const/4 v1, 0x1
    new-array v1, v1, [Ljava/lang/String;
    const/4 v2, 0x0
    aput-object v0, v1, v2
    invoke-virtual {p0, v1, v2}, Lcom/example/bluebird/FindFriendsActivity;->requestPermissions([Ljava/lang/String;I)V
    return-void
    :granted
    new-instance v0, Lcom/example/bluebird/MatchContactsTask;
    invoke-virtual {p0}, Lcom/example/bluebird/FindFriendsActivity;->getContentResolver()Landroid/content/ContentResolver;
    move-result-object v1
    invoke-direct {v0, v1}, Lcom/example/bluebird/MatchContactsTask;-><init>(Landroid/content/ContentResolver;)V
    const/4 v1, 0x0
    new-array v1, v1, [Ljava/lang/Void;
    invoke-virtual {v0, v1}, Lcom/example/bluebird/MatchContactsTask;->execute([Ljava/lang/Object;)Landroid/os/AsyncTask;
    return-void
.end method
