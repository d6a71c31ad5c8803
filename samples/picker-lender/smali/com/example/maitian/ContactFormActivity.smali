# SPDX-License-Identifier: Apache-2.0
# Lets the user choose one contact in the system picker; asks for no permission.
.class public Lcom/example/maitian/ContactFormActivity;
.super Landroid/app/Activity;
.source "ContactFormActivity.java"
.implements Landroid/view/View$OnClickListener;

.method public constructor <init>()V
    .registers 1
    invoke-direct {p0}, Landroid/app/Activity;-><init>()V
    return-void
.end method

.method protected onCreate(Landroid/os/Bundle;)V
    .registers 4
    invoke-super {p0, p1}, Landroid/app/Activity;->onCreate(Landroid/os/Bundle;)V
    new-instance v0, Landroid/widget/Button;
    invoke-direct {v0, p0}, Landroid/widget/Button;-><init>(Landroid/content/Context;)V
    const-string v1, "申请借款"
    invoke-virtual {v0, v1}, Landroid/widget/Button;->setText(Ljava/lang/CharSequence;)V
    invoke-virtual {v0, p0}, Landroid/widget/Button;->setOnClickListener(Landroid/view/View$OnClickListener;)V
    invoke-virtual {p0, v0}, Lcom/example/maitian/ContactFormActivity;->setContentView(Landroid/view/View;)V
    return-void
.end method

.method public onClick(Landroid/view/View;)V
    .locals 6
    new-instance v0, Landroid/content/Intent;
    const-string v1, "android.intent.action.PICK"
    invoke-direct {v0, v1}, Landroid/content/Intent;-><init>(Ljava/lang/String;)V
    const-string v1, "vnd.android.cursor.dir/phone_v2"
    invoke-virtual {v0, v1}, Landroid/content/Intent;->setType(Ljava/lang/String;)Landroid/content/Intent;
    const/16 v1, 0x64
    invoke-virtual {p0, v0, v1}, Lcom/example/maitian/ContactFormActivity;->startActivityForResult(Landroid/content/Intent;I)V
    return-void
.end method

# Reads the chosen entry through the URI the picker gave, and sends it with the form.
.method protected onActivityResult(IILandroid/content/Intent;)V
    .locals 6
    if-eqz p3, :done
    invoke-virtual {p3}, Landroid/content/Intent;->getData()Landroid/net/Uri;
    move-result-object v1
    invoke-virtual {p0}, Lcom/example/maitian/ContactFormActivity;->getContentResolver()Landroid/content/ContentResolver;
    move-result-object v0
    const/4 v2, 0x0
    const/4 v3, 0x0
    const/4 v4, 0x0
    const/4 v5, 0x0
    invoke-virtual/range {v0 .. v5}, Landroid/content/ContentResolver;->query(Landroid/net/Uri;[Ljava/lang/String;Ljava/lang/String;[Ljava/lang/String;Ljava/lang/String;)Landroid/database/Cursor;
    move-result-object v0
    if-eqz v0, :done
    invoke-interface {v0}, Landroid/database/Cursor;->moveToFirst()Z
    const-string v1, "data1"
    invoke-interface {v0, v1}, Landroid/database/Cursor;->getColumnIndexOrThrow(Ljava/lang/String;)I
    move-result v1
    invoke-interface {v0, v1}, Landroid/database/Cursor;->getString(I)Ljava/lang/String;
    move-result-object v1
    invoke-interface {v0}, Landroid/database/Cursor;->close()V
    new-instance v0, Lcom/example/maitian/SubmitThread;
    invoke-direct {v0, v1}, Lcom/example/maitian/SubmitThread;-><init>(Ljava/lang/String;)V
    invoke-virtual {v0}, Lcom/example/maitian/SubmitThread;->start()V
    :done
    return-void
.end method
