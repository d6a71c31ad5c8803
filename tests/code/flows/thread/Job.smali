.class public Lt/Job;
.super Ljava/lang/Object;
.implements Ljava/lang/Runnable;

.field private final text:Ljava/lang/String;
.method public constructor <init>(Ljava/lang/String;)V
    .registers 2
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    iput-object p1, p0, Lt/Job;->text:Ljava/lang/String;
    return-void
.end method
.method public run()V
    .registers 10
    iget-object v0, p0, Lt/Job;->text:Ljava/lang/String;
    new-instance v1, Ljava/net/URL;
    invoke-direct {v1, v0}, Ljava/net/URL;-><init>(Ljava/lang/String;)V
    invoke-virtual {v1}, Ljava/net/URL;->openConnection()Ljava/net/URLConnection;
    return-void
.end method
