.class public Lt/Main;
.super Landroid/app/Activity;

.method protected onCreate(Landroid/os/Bundle;)V
    .registers 14
    new-instance v6, Lt/Where;
    invoke-direct {v6}, Lt/Where;-><init>()V
    const-string v2, "gps"
    const-wide/16 v3, 0x0
    const/4 v5, 0x0
    const/4 v1, 0x0
    invoke-virtual/range {v1 .. v6}, Landroid/location/LocationManager;->requestLocationUpdates(Ljava/lang/String;JFLandroid/location/LocationListener;)V
    return-void
.end method
