from django.urls import path

from bezpiecznik.reporting import views

app_name = "reporting"

urlpatterns = [
    path("", views.periods, name="periods"),
    path("moje/", views.my_packets, name="my-packets"),
    path("okres/<int:pk>/macierz/", views.matrix, name="matrix"),
    path("<int:pk>/", views.packet, name="packet"),
]
