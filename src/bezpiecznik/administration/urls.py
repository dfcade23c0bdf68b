from django.urls import path

from bezpiecznik.administration.views import (
    index,
    journal,
    mail,
    privacy,
    readings,
    retention,
    rights,
    settings,
    state,
    ticks,
    wordings,
)

app_name = "administration"

urlpatterns = [
    path("", index.index, name="index"),
    path("poczta/", mail.outgoing, name="mail"),
    path("poczta/<int:pk>/", mail.message, name="message"),
    path("poczta/<int:pk>/ponownie/", mail.send_again, name="send-again"),
    path("wzory/", wordings.wordings, name="wordings"),
    path("wzory/<str:name>/", wordings.edit, name="wording"),
    path("wzory/<str:name>/domyslny/", wordings.restore, name="restore-wording"),
    path("prace-okresowe/", ticks.ticks, name="ticks"),
    path("przechowywanie/", retention.retention, name="retention"),
    path("dane-osob/", privacy.people, name="persons-data"),
    path("dane-osob/<int:pk>/", privacy.person, name="person-data"),
    path("dane-osob/<int:pk>/eksport/", privacy.ask, name="ask-for-export"),
    path("dane-osob/<int:pk>/anonimizacja/", privacy.anonymise, name="anonymise"),
    path("dane-osob/eksport/<int:pk>/", privacy.take, name="take-export"),
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
