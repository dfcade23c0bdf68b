from django.http import HttpRequest, HttpResponse


def periods(_request: HttpRequest, pk: int = 0) -> HttpResponse:
    return HttpResponse("")


def my_packets(_request: HttpRequest, pk: int = 0) -> HttpResponse:
    return HttpResponse("")


def matrix(_request: HttpRequest, pk: int = 0) -> HttpResponse:
    return HttpResponse("")


def packet(_request: HttpRequest, pk: int = 0) -> HttpResponse:
    return HttpResponse("")
