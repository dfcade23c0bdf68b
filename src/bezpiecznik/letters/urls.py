from django.urls import path

from bezpiecznik.letters.views import cases, letters, sending, series

app_name = "letters"

urlpatterns = [
    path("", letters.index, name="list"),
    path("nowe/", letters.new, name="new"),
    path("<int:pk>/", letters.detail, name="detail"),
    path("<int:pk>/zmiana/", letters.edit, name="edit"),
    path("<int:pk>/podglad.pdf", letters.preview, name="preview"),
    path("<int:pk>/usuniecie/", letters.delete, name="delete"),
    path("<int:pk>/numer/", letters.number, name="number"),
    path("<int:pk>/anulowanie/", letters.cancel, name="cancel"),
    path("<int:pk>/wyslanie/", sending.note, name="note-sending"),
    path("<int:pk>/wyslanie/cofniecie/", sending.undo, name="undo-sending"),
    path("sprawy/dokument/<int:pk>/", cases.enter, name="enter-in-case"),
    path("serie/nowa/", series.new, name="new-series"),
    path("serie/<int:pk>/", series.detail, name="series"),
    path("serie/<int:pk>/numery/", series.number, name="number-series"),
    path("serie/<int:pk>/wyslanie/", series.note, name="note-series"),
    path("serie/<int:pk>/usuniecie/", series.delete, name="delete-series"),
    path("serie/<int:pk>/druk.pdf", series.printout, name="print-series"),
    path("serie/<int:pk>/pisma.zip", series.archive, name="archive-series"),
]
