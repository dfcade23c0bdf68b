from django.urls import path

from bezpiecznik.evaluation import views

app_name = "evaluation"

urlpatterns = [
    path("", views.index, name="list"),
    path("<int:pk>/", views.detail, name="detail"),
]
