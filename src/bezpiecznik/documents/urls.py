from django.urls import path

from bezpiecznik.documents import views

app_name = "documents"

urlpatterns = [
    path("", views.index, name="list"),
    path("<int:pk>/", views.detail, name="detail"),
    path("<int:pk>/sprawdzenie/", views.check, name="check"),
    path("<int:pk>/ponowienie/", views.retry, name="retry"),
    path("plik/<int:pk>/", views.file, name="file"),
]
