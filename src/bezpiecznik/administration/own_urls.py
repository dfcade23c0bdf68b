"""One's own data, beside the other pages of one's account."""

from django.urls import path

from bezpiecznik.administration.views import privacy

app_name = "own_data"

urlpatterns = [
    path("", privacy.own, name="page"),
    path("eksport/", privacy.ask_own, name="ask"),
    path("eksport/<int:pk>/", privacy.take, name="take"),
]
