from django.urls import path

from bezpiecznik.administration.views import index, journal, readings, rights, settings, state

app_name = "administration"

urlpatterns = [
    path("", index.index, name="index"),
    path("dziennik/", journal.index, name="journal"),
    path("dziennik/<int:pk>/", journal.line, name="journal-line"),
    path("dziennik/pokwitowanie/", journal.receipt, name="journal-receipt"),
    path("dziennik/sprawdz/", journal.check, name="check"),
    path("dziennik/sprawdzenia/", journal.checks, name="verifications"),
    path("dziennik/sprawdzenia/<int:pk>/", journal.checked, name="verification"),
    path("odczyty/", readings.index, name="readings"),
    path("uprawnienia/", rights.index, name="rights"),
    path("ustawienia/", settings.index, name="settings"),
    path("ustawienia/<str:key>/", settings.edit, name="setting"),
    path("ustawienia/<str:key>/domyslna/", settings.reset, name="setting-reset"),
    path("stan/", state.index, name="state"),
]
