.class public interface abstract Lt/Api;
.super Ljava/lang/Object;

.method public abstract send(Ljava/lang/String;)Lio/reactivex/Observable;
    .annotation runtime Lretrofit2/http/POST;
        value = "v1/device"
    .end annotation
.end method
