.class public Lt/Maker;
.super Ljava/lang/Object;

.method public static make(Landroid/content/Context;Ljava/lang/String;)Landroid/content/Intent;
    .registers 5
    new-instance v0, Landroid/content/Intent;
    const-class v1, Lt/Other;
    invoke-direct {v0, p0, v1}, Landroid/content/Intent;-><init>(Landroid/content/Context;Ljava/lang/Class;)V
    const-string v1, "data"
    invoke-virtual {v0, v1, p1}, Landroid/content/Intent;->putExtra(Ljava/lang/String;Ljava/lang/String;)Landroid/content/Intent;
    return-object v0
.end method

.method public static wrap(Landroid/content/Context;Landroid/content/Intent;)Landroid/app/PendingIntent;
    .registers 4
    const/4 v0, 0x0
    invoke-static {p0, v0, p1, v0}, Landroid/app/PendingIntent;->getActivity(Landroid/content/Context;ILandroid/content/Intent;I)Landroid/app/PendingIntent;
    move-result-object v0
    return-object v0
.end method
