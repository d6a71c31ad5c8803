# SPDX-License-Identifier: Apache-2.0
# The application form. The emergency contact is typed in, or chosen in the system's own picker;
# the verification code arrives through the SMS User Consent API. None of this needs a permission.
.class public Lcom/example/chengmingjie/ApplyLoanActivity;
.super Landroid/app/Activity;
.source "ApplyLoanActivity.java"

.method public constructor <init>()V
    .registers 1
    invoke-direct {p0}, Landroid/app/Activity;-><init>()V
    return-void
.end method

.method protected onCreate(Landroid/os/Bundle;)V
    .registers 6
    invoke-super {p0, p1}, Landroid/app/Activity;->onCreate(Landroid/os/Bundle;)V
    invoke-virtual {p0}, Lcom/example/chengmingjie/ApplyLoanActivity;->getResources()Landroid/content/res/Resources;
    move-result-object v0
    const-string v1, "apply_loan"
    const-string v2, "layout"
    invoke-virtual {p0}, Lcom/example/chengmingjie/ApplyLoanActivity;->getPackageName()Ljava/lang/String;
    move-result-object v3
    invoke-virtual {v0, v1, v2, v3}, Landroid/content/res/Resources;->getIdentifier(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;)I
    move-result v0
    invoke-virtual {p0, v0}, Lcom/example/chengmingjie/ApplyLoanActivity;->setContentView(I)V
    invoke-direct {p0}, Lcom/example/chengmingjie/ApplyLoanActivity;->waitForCode()V
    return-void
.end method

# One message, shown to the user by Google Play services, handed over only with the user's tap.
.method private waitForCode()V
    .registers 3
    invoke-static {p0}, Lcom/google/android/gms/auth/api/phone/SmsRetriever;->getClient(Landroid/app/Activity;)Lcom/google/android/gms/auth/api/phone/SmsRetrieverClient;
    move-result-object v0
    const/4 v1, 0x0
    invoke-virtual {v0, v1}, Lcom/google/android/gms/auth/api/phone/SmsRetrieverClient;->startSmsUserConsent(Ljava/lang/String;)Lcom/google/android/gms/tasks/Task;
    return-void
.end method

# Named by android:onClick in res/layout/apply_loan.xml.
.method public onPickContact(Landroid/view/View;)V
    .registers 5
    new-instance v0, Landroid/content/Intent;
    const-string v1, "android.intent.action.PICK"
    sget-object v2, Landroid/provider/ContactsContract$CommonDataKinds$Phone;->CONTENT_URI:Landroid/net/Uri;
    invoke-direct {v0, v1, v2}, Landroid/content/Intent;-><init>(Ljava/lang/String;Landroid/net/Uri;)V
    const/4 v1, 0x7
    invoke-virtual {p0, v0, v1}, Lcom/example/chengmingjie/ApplyLoanActivity;->startActivityForResult(Landroid/content/Intent;I)V
    return-void
.end method

# Copies the one chosen entry into the form; the address book itself stays closed.
.method protected onActivityResult(IILandroid/content/Intent;)V
    .registers 12
    if-eqz p3, :done
    invoke-virtual {p3}, Landroid/content/Intent;->getData()Landroid/net/Uri;
    move-result-object v1
    if-eqz v1, :done
    invoke-virtual {p0}, Lcom/example/chengmingjie/ApplyLoanActivity;->getContentResolver()Landroid/content/ContentResolver;
    move-result-object v0
    const/4 v2, 0x0
    const/4 v3, 0x0
    const/4 v4, 0x0
    const/4 v5, 0x0
    invoke-virtual/range {v0 .. v5}, Landroid/content/ContentResolver;->query(Landroid/net/Uri;[Ljava/lang/String;Ljava/lang/String;[Ljava/lang/String;Ljava/lang/String;)Landroid/database/Cursor;
    move-result-object v0
    if-eqz v0, :done
    invoke-interface {v0}, Landroid/database/Cursor;->moveToFirst()Z
    move-result v1
    if-eqz v1, :close
    const-string v1, "data1"
    invoke-interface {v0, v1}, Landroid/database/Cursor;->getColumnIndexOrThrow(Ljava/lang/String;)I
    move-result v1
    invoke-interface {v0, v1}, Landroid/database/Cursor;->getString(I)Ljava/lang/String;
    move-result-object v1
    const-string v2, "contact_phone"
    invoke-direct {p0, v2}, Lcom/example/chengmingjie/ApplyLoanActivity;->field(Ljava/lang/String;)Landroid/widget/EditText;
    move-result-object v2
    invoke-virtual {v2, v1}, Landroid/widget/EditText;->setText(Ljava/lang/CharSequence;)V
    :close
    invoke-interface {v0}, Landroid/database/Cursor;->close()V
    :done
    return-void
.end method

.method private field(Ljava/lang/String;)Landroid/widget/EditText;
    .registers 3
    invoke-virtual {p0}, Lcom/example/chengmingjie/ApplyLoanActivity;->getWindow()Landroid/view/Window;
    move-result-object v0
    invoke-virtual {v0}, Landroid/view/Window;->getDecorView()Landroid/view/View;
    move-result-object v0
    invoke-virtual {v0, p1}, Landroid/view/View;->findViewWithTag(Ljava/lang/Object;)Landroid/view/View;
    move-result-object v0
    check-cast v0, Landroid/widget/EditText;
    return-object v0
.end method

.method public onSubmit(Landroid/view/View;)V
    .registers 5
    const-string v0, "contact_phone"
    invoke-direct {p0, v0}, Lcom/example/chengmingjie/ApplyLoanActivity;->field(Ljava/lang/String;)Landroid/widget/EditText;
    move-result-object v0
    invoke-virtual {v0}, Landroid/widget/EditText;->getText()Landroid/text/Editable;
    move-result-object v0
    invoke-virtual {v0}, Ljava/lang/Object;->toString()Ljava/lang/String;
    move-result-object v0
    new-instance v1, Ljava/lang/Thread;
    new-instance v2, Lcom/example/chengmingjie/SubmitTask;
    invoke-direct {v2, v0}, Lcom/example/chengmingjie/SubmitTask;-><init>(Ljava/lang/String;)V
    invoke-direct {v1, v2}, Ljava/lang/Thread;-><init>(Ljava/lang/Runnable;)V
    invoke-virtual {v1}, Ljava/lang/Thread;->start()V
    return-void
.end method
