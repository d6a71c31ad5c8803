.class public Lt/Job;
.super Ljava/lang/Object;
.implements Ljava/lang/Runnable;

.field text:Ljava/lang/String;

.method public constructor <init>(Ljava/lang/String;)V
    .registers 6
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    iput-object p1, p0, Lt/Job;->text:Ljava/lang/String;
    return-void
.end method

.method public run()V
    .registers 6
    iget-object v0, p0, Lt/Job;->text:Ljava/lang/String;
    const-string v1, "tag"
    invoke-static {v1, v0}, Landroid/util/Log;->i(Ljava/lang/String;Ljava/lang/String;)I
    return-void
.end method
