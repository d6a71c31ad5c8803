.class public Lt/Box;
.super Ljava/lang/Object;

.field text:Ljava/lang/String;

.method public constructor <init>(Ljava/lang/String;)V
    .registers 6
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    iput-object p1, p0, Lt/Box;->text:Ljava/lang/String;
    return-void
.end method

.method public get()Ljava/lang/String;
    .registers 3
    iget-object v0, p0, Lt/Box;->text:Ljava/lang/String;
    return-object v0
.end method
