.class public Lt/Tick;
.super Ljava/util/TimerTask;

.field of:Lt/Main;

.method public constructor <init>()V
    .registers 6
    invoke-direct {p0}, Ljava/util/TimerTask;-><init>()V
    return-void
.end method

.method public run()V
    .registers 6
    iget-object v0, p0, Lt/Tick;->of:Lt/Main;
    iget-object v0, v0, Lt/Main;->held:Ljava/lang/String;
    const-string v1, "tag"
    invoke-static {v1, v0}, Landroid/util/Log;->i(Ljava/lang/String;Ljava/lang/String;)I
    return-void
.end method
