.class public Lt/Main;
.super Landroid/app/Activity;
.implements Landroid/location/LocationListener;

.field private latitude:D

.method protected onCreate(Landroid/os/Bundle;)V
    .registers 14
    const-string v2, "gps"
    const-wide/16 v3, 0x0
    const/4 v5, 0x0
    move-object/from16 v6, p0
    const/4 v1, 0x0
    invoke-virtual/range {v1 .. v6}, Landroid/location/LocationManager;->requestLocationUpdates(Ljava/lang/String;JFLandroid/location/LocationListener;)V
    return-void
.end method

.method public onLocationChanged(Landroid/location/Location;)V
    .registers 6
    invoke-virtual {p1}, Landroid/location/Location;->getLatitude()D
    move-result-wide v0
    iput-wide v0, p0, Lt/Main;->latitude:D
    return-void
.end method

.method protected onPause()V
    .registers 6
    iget-wide v0, p0, Lt/Main;->latitude:D
    invoke-static {v0, v1}, Ljava/lang/Double;->toString(D)Ljava/lang/String;
    move-result-object v0
    const-string v1, "tag"
    invoke-static {v1, v0}, Landroid/util/Log;->i(Ljava/lang/String;Ljava/lang/String;)I
    return-void
.end method
