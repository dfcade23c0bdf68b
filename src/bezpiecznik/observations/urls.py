"""Addresses of the office's pages of signals."""

from django.urls import path

from bezpiecznik.observations.views import deciding, lists, one, sources

app_name = "observations"

urlpatterns = [
    path("", lists.index, name="list"),
    path("dodaj/", one.create, name="create"),
    path("<int:pk>/", one.detail, name="detail"),
    path("<int:pk>/zmien/", one.edit, name="edit"),
    path("<int:pk>/rozpatrz/", deciding.consider, name="consider"),
    path("<int:pk>/rozstrzygnij/", deciding.answer, name="answer"),
    path("<int:pk>/wroc/", deciding.reopen, name="reopen"),
    path("<int:pk>/pomin/", deciding.set_aside, name="set-aside"),
    path("<int:pk>/polacz/<int:main>/", deciding.merge, name="merge"),
    path("kanaly/", sources.channels, name="channels"),
    path("kanaly/dodaj/", sources.add_channel, name="add-channel"),
    path("kanaly/<int:pk>/", sources.channel, name="channel"),
    path("poczta/", sources.letters, name="letters"),
    path("poczta/<int:pk>/", sources.letter, name="letter"),
    path("poczta/<int:pk>/przyjmij/", sources.accept_letter, name="accept-letter"),
    path("poczta/<int:pk>/odrzuc/", sources.reject_letter, name="reject-letter"),
]
