
›
5
android*http://schemas.android.com/apk/res/androidmanifest"packagecom.example.loan*º
³uses-permission"J
*http://schemas.android.com/apk/res/androidmaxSdkVersion30(ñ„„2:0"T
*http://schemas.android.com/apk/res/androidnameandroid.permission.READ_SMS(ƒ€„*text*v
tapplication"e
*http://schemas.android.com/apk/res/androidlabel@string/app_name(€„2
€€„østring/app_name