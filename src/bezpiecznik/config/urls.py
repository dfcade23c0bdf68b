from django.urls import include, path

urlpatterns = [
    path("", include("bezpiecznik.portal.urls")),
    path("", include("bezpiecznik.core.urls")),
    path("konto/moje-dane/", include("bezpiecznik.administration.own_urls")),
    path("konto/", include("bezpiecznik.accounts.urls")),
    path("konto/powiadomienia/", include("bezpiecznik.notices.urls")),
    path("", include("bezpiecznik.institutions.people.urls")),
    path("", include("bezpiecznik.institutions.posts.urls")),
    path("konto/", include("bezpiecznik.accounts.allauth_urls")),
    path("praca/podmioty/", include("bezpiecznik.institutions.urls")),
    path("praca/dokumenty/", include("bezpiecznik.documents.urls")),
    path("weryfikacja/", include("bezpiecznik.documents.public_urls")),
    path("praca/pisma/", include("bezpiecznik.letters.urls")),
    path("praca/program/", include("bezpiecznik.plans.urls")),
    path("praca/wczytanie/", include("bezpiecznik.intake.urls")),
    path("praca/dzialalnosc/", include("bezpiecznik.activities.urls")),
    path("praca/wskazniki/", include("bezpiecznik.indicators.urls")),
    path("praca/sprawozdania/", include("bezpiecznik.reporting.urls")),
    path("praca/sygnaly/", include("bezpiecznik.observations.urls")),
    path("praca/ocena/", include("bezpiecznik.evaluation.urls")),
    path("praca/komisja/", include("bezpiecznik.commission.urls")),
    path("praca/wnioski/", include("bezpiecznik.motions.urls")),
    path("praca/edycje/", include("bezpiecznik.editions.urls")),
    path("praca/", include("bezpiecznik.council.urls")),
    path("kalendarz/", include("bezpiecznik.plans.feed_urls")),
    path("lacze/", include("bezpiecznik.reporting.link_urls")),
    path("administracja/", include("bezpiecznik.administration.urls")),
]

handler400 = "bezpiecznik.core.views.bad_request"
handler403 = "bezpiecznik.core.views.forbidden"
handler404 = "bezpiecznik.core.views.not_found"
handler500 = "bezpiecznik.core.views.server_error"
