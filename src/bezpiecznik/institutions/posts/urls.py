from django.urls import path

from bezpiecznik.institutions.posts.views import deputies, handovers, posts, radar

app_name = "posts"

urlpatterns = [
    path("praca/stanowiska/", posts.index, name="list"),
    path("praca/stanowiska/dodaj/", posts.add_for_unit, name="add-for-unit"),
    path("praca/podmioty/<int:pk>/stanowiska/dodaj/", posts.add, name="add"),
    path("praca/stanowiska/<int:pk>/", posts.detail, name="detail"),
    path("praca/stanowiska/<int:pk>/nazwa/", posts.rename, name="rename"),
    path("praca/stanowiska/<int:pk>/zniesienie/", posts.abolish, name="abolish"),
    path("praca/stanowiska/<int:pk>/obsada/", posts.seat, name="seat"),
    path("praca/stanowiska/obsady/<int:pk>/koniec/", posts.end, name="end"),
    path("praca/stanowiska/obsady/<int:pk>/przekazanie/", handovers.hand_over, name="hand-over"),
    path("praca/stanowiska/obsady/<int:pk>/zastepstwo/", deputies.name_deputy, name="name-deputy"),
    path("praca/stanowiska/zastepstwa/<int:pk>/koniec/", deputies.end_absence, name="end-absence"),
    path("praca/stanowiska/przekazania/<int:pk>/", handovers.handover, name="handover"),
    path("praca/stanowiska/przekazania/<int:pk>/przeczytane/", handovers.mark_read, name="mark-read"),
    path("praca/stanowiska/przekazania/<int:pk>/cofniecie/", handovers.undo, name="undo"),
    path("praca/moje-stanowiska/", deputies.mine, name="mine"),
    path("praca/stanowiska/radar/", radar.index, name="radar"),
]
