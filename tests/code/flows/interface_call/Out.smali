.class public interface abstract Lt/Out;
.super Ljava/lang/Object;

.method public abstract put(Ljava/lang/String;)V
.end method
