from django.urls import path

from bezpiecznik.motions.views import effects, lists, one, way

app_name = "motions"

urlpatterns = [
    path("", lists.index, name="list"),
    path("tablica/", lists.board, name="board"),
    path("nowy/", one.new, name="new"),
    path("z-pisma/", one.paper, name="paper"),
    path("<int:pk>/", one.detail, name="detail"),
    path("<int:pk>/zmiana/", one.edit, name="edit"),
    path("<int:pk>/usuniecie/", one.delete, name="delete"),
    path("<int:pk>/pliki/", one.add_files, name="add-files"),
    path("plik/<int:pk>/", one.file, name="file"),
    path("plik/<int:pk>/usuniecie/", one.remove_file, name="remove-file"),
    path("<int:pk>/zlozenie/", way.submit, name="submit"),
    path("<int:pk>/wycofanie/", way.withdraw, name="withdraw"),
    path("<int:pk>/sprawdzenie/", way.check, name="check"),
    path("<int:pk>/komisja/", way.commission, name="commission"),
    path("<int:pk>/przedlozenie/", way.lay, name="lay"),
    path("<int:pk>/rozstrzygniecie/", way.decide, name="decide"),
    path("<int:pk>/pismo/", way.letter, name="letter"),
    path("<int:pk>/zadanie/", effects.task, name="task"),
    path("<int:pk>/zadanie/zmiana-programu/", effects.amend, name="amend"),
    path("<int:pk>/skutek/", effects.effect, name="effect"),
]
