.class public Lt/Parts;
.super Ljava/lang/Object;

.field public static final END:Ljava/lang/String;

.method static constructor <clinit>()V
    .registers 2
    const-string v0, " sms "
    invoke-virtual {v0}, Ljava/lang/String;->trim()Ljava/lang/String;
    move-result-object v0
    sput-object v0, Lt/Parts;->END:Ljava/lang/String;
    return-void
.end method

.method public static start()Ljava/lang/String;
    .registers 1
    const-string v0, "content://"
    return-object v0
.end method
