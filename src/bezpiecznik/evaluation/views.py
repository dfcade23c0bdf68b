from django.http import HttpRequest, HttpResponse


def index(_request: HttpRequest, pk: int = 0) -> HttpResponse:
    return HttpResponse("")


def detail(_request: HttpRequest, pk: int = 0) -> HttpResponse:
    return HttpResponse("")
