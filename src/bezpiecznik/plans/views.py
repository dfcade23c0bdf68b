from django.http import HttpRequest, HttpResponse


def programme(_request: HttpRequest, pk: int = 0) -> HttpResponse:
    return HttpResponse("")


def actions(_request: HttpRequest, pk: int = 0) -> HttpResponse:
    return HttpResponse("")


def undertaking(_request: HttpRequest, pk: int = 0) -> HttpResponse:
    return HttpResponse("")
