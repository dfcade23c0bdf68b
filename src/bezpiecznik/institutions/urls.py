from django.urls import path

from bezpiecznik.institutions import views

app_name = "institutions"

urlpatterns = [
    path("", views.index, name="list"),
    path("<int:pk>/", views.detail, name="detail"),
    path("<int:pk>/zmiana/", views.edit, name="edit"),
]
