from django.urls import path

from bezpiecznik.intake import views

app_name = "intake"

urlpatterns = [
    path("", views.index, name="list"),
    path("<int:pk>/", views.review, name="review"),
]
