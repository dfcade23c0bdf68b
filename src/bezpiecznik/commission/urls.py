"""Addresses of the room, by its two halves."""

from django.urls import URLPattern, path

from bezpiecznik.commission.meeting_urls import meetings
from bezpiecznik.commission.views import composition as seats
from bezpiecznik.commission.views import reports, requests, terms

app_name = "commission"

# composition
composition: list[URLPattern] = [
    path("", seats.index, name="composition"),
    path("wpisz/", seats.create, name="create"),
    path("dane/", seats.edit, name="edit"),
    path("kadencja/rozpocznij/", terms.start, name="start-term"),
    path("kadencja/nastepna/", terms.next_term, name="next-term"),
    path("kadencja/<int:pk>/koniec/", terms.move_end, name="move-end"),
    path("kadencja/<int:pk>/wpisz-osobe/", seats.appoint, name="appoint"),
    path("sklad/<int:pk>/", seats.member, name="member"),
    path("sklad/<int:pk>/zakoncz/", seats.end, name="end-member"),
    path("sklad/<int:pk>/popraw/", seats.correct, name="correct-member"),
    path("sklad/<int:pk>/usun/", seats.remove, name="remove-member"),
    path("zadania-informacji/", requests.index, name="requests"),
    path("zadania-informacji/nowe/", requests.new, name="new-request"),
    path("zadania-informacji/<int:pk>/", requests.detail, name="request"),
    path("zadania-informacji/<int:pk>/zmiana/", requests.edit, name="edit-request"),
    path("zadania-informacji/<int:pk>/usun/", requests.delete, name="delete-request"),
    path("zadania-informacji/<int:pk>/podglad/", requests.preview, name="preview-request"),
    path("zadania-informacji/<int:pk>/numer/", requests.ask, name="ask"),
    path("zadania-informacji/<int:pk>/wyslanie/", requests.sent, name="request-sent"),
    path("zadania-informacji/<int:pk>/odpowiedz/", requests.answered, name="request-answered"),
    path("zadania-informacji/<int:pk>/odmowa/", requests.turned_down, name="request-refused"),
    path("zadania-informacji/<int:pk>/wycofaj/", requests.withdraw, name="withdraw-request"),
    path("zadania-informacji/<int:pk>/czekaj/", requests.reopen, name="reopen-request"),
    path("zadania-informacji/<int:pk>/pliki/", requests.add_file, name="add-request-file"),
    path("zadania-informacji/plik/<int:pk>/", requests.file, name="request-file"),
    path("zadania-informacji/plik/<int:pk>/usun/", requests.remove_file, name="remove-request-file"),
    path("sprawozdania/", reports.index, name="reports"),
    path("sprawozdania/rok/<int:year>/", reports.start, name="start-report"),
    path("sprawozdania/<int:pk>/", reports.detail, name="report"),
    path("sprawozdania/<int:pk>/teksty/", reports.edit, name="edit-report"),
    path("sprawozdania/<int:pk>/podglad/", reports.preview, name="preview-report"),
    path("sprawozdania/<int:pk>/zatwierdz/", reports.approve, name="approve-report"),
    path("sprawozdania/<int:pk>/cofnij/", reports.reopen, name="reopen-report"),
    path("sprawozdania/<int:pk>/rada/", reports.submit, name="submit-report"),
    path("sprawozdania/<int:pk>/ogloszenie/", reports.announce, name="announce-report"),
]

urlpatterns = [*composition, *meetings]
