from django.urls import path

from bezpiecznik.documents.views import office, register, signing, texts

app_name = "documents"

urlpatterns = [
    path("", register.index, name="list"),
    path("<int:pk>/", register.detail, name="detail"),
    path("<int:pk>/sprawdzenie/", register.check, name="check"),
    path("<int:pk>/ponowienie/", register.retry, name="retry"),
    path("<int:pk>/strona/<int:number>/", register.page, name="page"),
    path("<int:pk>/podpisanie/", signing.note, name="note-signing"),
    path("podpisanie/<int:pk>/cofniecie/", signing.undo, name="undo-signing"),
    path("wyglad/", office.look, name="look"),
    path("wyglad/wzor/", office.sample, name="sample"),
    path("wyglad/logo/<int:pk>/", office.logo, name="logo"),
    path("wyglad/podpisy/<str:kind>/", office.signatories, name="signatories"),
    path("wzory/", texts.index, name="texts"),
    path("wzory/<str:kind>/<str:key>/", texts.edit, name="text"),
    path("wzory/<str:kind>/<str:key>/domyslny/", texts.restore, name="restore-text"),
    path("plik/<int:pk>/", register.file, name="file"),
]
