.class public Lt/Main;
.super Landroid/app/Activity;

.method public pick(Landroid/view/View;)V
    .registers 10
    new-instance v0, Landroid/content/Intent;
    const-string v1, "android.intent.action.GET_CONTENT"
    invoke-direct {v0, v1}, Landroid/content/Intent;-><init>(Ljava/lang/String;)V
    const-string v1, "vnd.android.cursor.dir/phone_v2"
    invoke-virtual {v0, v1}, Landroid/content/Intent;->setType(Ljava/lang/String;)Landroid/content/Intent;
    const/4 v1, 0x1
    invoke-virtual {p0, v0, v1}, Lt/Main;->startActivityForResult(Landroid/content/Intent;I)V
    return-void
.end method
