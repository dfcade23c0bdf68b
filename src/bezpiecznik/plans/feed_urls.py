"""Addresses that calendars of other programs read, without signing in."""

from django.urls import path

from bezpiecznik.plans import feed_views

app_name = "calendars"

urlpatterns = [path("<str:token>.ics", feed_views.read, name="read")]
