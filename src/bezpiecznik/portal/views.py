from django.http import HttpRequest, HttpResponse


def start(_request: HttpRequest, pk: int = 0) -> HttpResponse:
    return HttpResponse("")
