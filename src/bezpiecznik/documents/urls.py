from django.urls import path

from bezpiecznik.documents import views

app_name = "documents"

urlpatterns = [
    path("", views.index, name="list"),
    path("<int:pk>/", views.detail, name="detail"),
]
