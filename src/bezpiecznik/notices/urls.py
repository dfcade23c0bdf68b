from django.urls import path

from bezpiecznik.notices import views

app_name = "notices"

urlpatterns = [
    path("", views.own, name="own"),
    path("rezygnacja/<str:token>/", views.unsubscribe, name="unsubscribe"),
]
