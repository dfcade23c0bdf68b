from django.urls import path

from bezpiecznik.accounts.views import factors, password, security, sign_in

app_name = "accounts"

urlpatterns = [
    path("logowanie/", sign_in.SignIn.as_view(), name="sign-in"),
    path("logowanie/od-nowa/", sign_in.start_again, name="start-again"),
    path("wylogowanie/", sign_in.sign_out, name="sign-out"),
    path("haslo/", password.ChangePassword.as_view(), name="password"),
    path("nowe-haslo/", password.AskForLink.as_view(), name="reset"),
    path("nowe-haslo/wyslano/", password.LinkSent.as_view(), name="reset-sent"),
    path("nowe-haslo/<uidb64>/<token>/", password.SetByLink.as_view(), name="reset-set"),
    path("bezpieczenstwo/", security.security, name="security"),
    path("potwierdzenie/u-dostawcy/", security.confirm_elsewhere, name="confirm-elsewhere"),
    path("sesje/", security.sessions, name="sessions"),
    path("sesje/zakonczenie/", security.end_sessions, name="end-sessions"),
    path("sesje/<int:pk>/zakonczenie/", security.end_session, name="end-session"),
    path("tozsamosc/<int:pk>/odlaczenie/", security.unlink_identity, name="unlink-identity"),
    path("kody-zapasowe/plik/", factors.codes_file, name="codes-file"),
    path("kody-zapasowe/zachowane/", factors.codes_kept, name="codes-kept"),
]
