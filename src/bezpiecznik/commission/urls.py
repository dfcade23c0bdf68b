"""Addresses of the room, by its two halves."""

from django.urls import URLPattern

app_name = "commission"

# composition
composition: list[URLPattern] = []

# meetings
meetings: list[URLPattern] = []

urlpatterns = [*composition, *meetings]
