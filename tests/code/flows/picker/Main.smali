.class public Lt/Main;
.super Landroid/app/Activity;

.method public pick(Landroid/view/View;)V
    .registers 10
    new-instance v0, Landroid/content/Intent;
    const-string v1, "android.intent.action.PICK"
    sget-object v2, Landroid/provider/ContactsContract$Contacts;->CONTENT_URI:Landroid/net/Uri;
    invoke-direct {v0, v1, v2}, Landroid/content/Intent;-><init>(Ljava/lang/String;Landroid/net/Uri;)V
    const/4 v1, 0x1
    invoke-virtual {p0, v0, v1}, Lt/Main;->startActivityForResult(Landroid/content/Intent;I)V
    return-void
.end method
