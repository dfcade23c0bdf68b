"""Our addresses under the names by which allauth looks for them; what it offers beside these is not opened."""

from django.urls import path

from bezpiecznik.accounts.views import factors, identity, security, sign_in

urlpatterns = [
    path("logowanie/", sign_in.SignIn.as_view(), name="account_login"),
    path("logowanie/kod/", sign_in.SecondFactor.as_view(), name="mfa_authenticate"),
    path("logowanie/przez/<slug:provider_id>/", identity.go, name="openid_connect_login"),
    path("logowanie/przez/<slug:provider_id>/powrot/", identity.come_back, name="openid_connect_callback"),
    path("bezpieczenstwo/", security.security, name="mfa_index"),
    path("potwierdzenie/", factors.ConfirmByPassword.as_view(), name="account_reauthenticate"),
    path("potwierdzenie/kod/", factors.ConfirmByCode.as_view(), name="mfa_reauthenticate"),
    path("potwierdzenie/klucz/", factors.ConfirmByKey.as_view(), name="mfa_reauthenticate_webauthn"),
    path("aplikacja/", factors.AddApp.as_view(), name="mfa_activate_totp"),
    path("aplikacja/usuniecie/", factors.RemoveApp.as_view(), name="mfa_deactivate_totp"),
    path("klucz/", factors.AddKey.as_view(), name="mfa_add_webauthn"),
    path("klucz/<int:pk>/nazwa/", factors.RenameKey.as_view(), name="mfa_edit_webauthn"),
    path("klucz/<int:pk>/usuniecie/", factors.RemoveKey.as_view(), name="mfa_remove_webauthn"),
    path("kody-zapasowe/", factors.codes, name="mfa_view_recovery_codes"),
    path("kody-zapasowe/nowe/", factors.MakeCodes.as_view(), name="mfa_generate_recovery_codes"),
]
