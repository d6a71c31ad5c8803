.class public Lt/First;
.super Ljava/lang/Object;

.method static constructor <clinit>()V
    .registers 4
    sget-object v0, Lt/Main;->held:Ljava/lang/String;
    const-string v1, "tag"
    invoke-static {v1, v0}, Landroid/util/Log;->i(Ljava/lang/String;Ljava/lang/String;)I
    return-void
.end method

.method public constructor <init>()V
    .registers 6
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    return-void
.end method
