"""The house with one page more, which fails in the middle."""

from django.http import HttpRequest
from django.urls import path

from bezpiecznik.config.urls import handler400, handler403, handler404, handler500, urlpatterns

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

SECRET = "postgres://bezpiecznik:tajne-haslo@baza.example/dane"


def fail(_request: HttpRequest) -> None:
    password = SECRET
    raise RuntimeError(password)


urlpatterns = [*urlpatterns, path("praca/pada/", fail)]
