from django.urls import path

from bezpiecznik.activities.views import attachments, joining, lists, one, showing

app_name = "activities"

urlpatterns = [
    path("", lists.index, name="list"),
    path("kalendarz/", lists.calendar, name="calendar"),
    path("kontrole/", lists.inspections, name="inspections"),
    path("czy-sie-odbyly/", lists.unanswered, name="unanswered"),
    path("moze-to-samo/", joining.alike, name="alike"),
    path("dodaj/", one.create, name="create"),
    path("<int:pk>/", one.detail, name="detail"),
    path("<int:pk>/zmiana/", one.edit, name="edit"),
    path("<int:pk>/odbyla-sie/", one.held, name="held"),
    path("<int:pk>/odwolaj/", one.cancel, name="cancel"),
    path("<int:pk>/cofnij-odwolanie/", one.reinstate, name="reinstate"),
    path("<int:pk>/pokaz-mieszkancom/", showing.show, name="show"),
    path("<int:pk>/ukryj/", showing.hide, name="hide"),
    path("<int:pk>/to-nie-dane-osoby/", showing.clear, name="clear-words"),
    path("<int:pk>/ukryj-jako-biuro/", showing.withhold, name="withhold"),
    path("<int:pk>/pozwol-pokazac/", showing.release, name="release"),
    path("<int:pk>/to-samo/<int:other>/", joining.join, name="join"),
    path("<int:pk>/to-nie-to-samo/<int:other>/", joining.tell_apart, name="tell-apart"),
    path("<int:pk>/rozlacz/", joining.split, name="split"),
    path("<int:pk>/pliki/", attachments.add, name="add-files"),
    path("plik/<int:pk>/", attachments.original, name="file"),
    path("plik/<int:pk>/miniatura/", attachments.picture, name="thumbnail"),
    path("plik/<int:pk>/opis/", attachments.edit, name="edit-file"),
    path("plik/<int:pk>/usun/", attachments.remove, name="remove-file"),
]
