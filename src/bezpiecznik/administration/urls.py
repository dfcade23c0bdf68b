from django.urls import path

from bezpiecznik.administration.views import index

app_name = "administration"

urlpatterns = [
    path("", index.index, name="index"),
]
