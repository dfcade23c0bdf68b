"""The request as views see it: signed in, and known to HTMX."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from bezpiecznik.accounts.models import User


class Request(HttpRequest):
    user: User  # `accounts.middleware` lets nobody else through
    htmx: HtmxDetails
