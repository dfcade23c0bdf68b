from django.urls import path

from bezpiecznik.documents.views import register, texts

app_name = "documents"

urlpatterns = [
    path("", register.index, name="list"),
    path("<int:pk>/", register.detail, name="detail"),
    path("<int:pk>/sprawdzenie/", register.check, name="check"),
    path("<int:pk>/ponowienie/", register.retry, name="retry"),
    path("wzory/", texts.index, name="texts"),
    path("wzory/<str:kind>/<str:key>/", texts.edit, name="text"),
    path("wzory/<str:kind>/<str:key>/domyslny/", texts.restore, name="restore-text"),
    path("plik/<int:pk>/", register.file, name="file"),
]
