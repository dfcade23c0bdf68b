"""Addresses that stand in mails. Short, apart from the work of the office, and open to those without an account."""

from django.urls import path

from bezpiecznik.reporting.views import link_page

app_name = "links"

urlpatterns = [
    path("wyslane/", link_page.asked, name="asked"),
    path("koniec/", link_page.over, name="over"),
    path("wyjscie/", link_page.leave, name="leave"),
    path("<str:secret>/", link_page.open_, name="open"),
    path("<str:secret>/nowe/", link_page.ask, name="ask"),
]
