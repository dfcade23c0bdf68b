from django.urls import path

from bezpiecznik.accounts import views

app_name = "accounts"

urlpatterns = [
    path("logowanie/", views.SignIn.as_view(), name="sign-in"),
    path("wylogowanie/", views.SignOut.as_view(), name="sign-out"),
    path("haslo/", views.ChangePassword.as_view(), name="password"),
]
