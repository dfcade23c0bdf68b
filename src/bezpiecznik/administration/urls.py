from django.urls import path

from bezpiecznik.administration.views import index, privacy, retention

app_name = "administration"

urlpatterns = [
    path("", index.index, name="index"),
    path("przechowywanie/", retention.retention, name="retention"),
    path("dane-osob/", privacy.people, name="persons-data"),
    path("dane-osob/<int:pk>/", privacy.person, name="person-data"),
    path("dane-osob/<int:pk>/eksport/", privacy.ask, name="ask-for-export"),
    path("dane-osob/<int:pk>/anonimizacja/", privacy.anonymise, name="anonymise"),
    path("dane-osob/eksport/<int:pk>/", privacy.take, name="take-export"),
]
