from django.urls import path

from bezpiecznik.intake import row_views, views

app_name = "intake"

urlpatterns = [
    path("", views.index, name="list"),
    path("plik/", views.upload, name="upload"),
    path("<int:pk>/", views.review, name="review"),
    path("<int:pk>/odczyt/", views.read_again, name="read-again"),
    path("<int:pk>/przywrocenie/", views.bring_back, name="bring-back"),
    path("<int:pk>/porzucenie/", views.abandon, name="abandon"),
    path("<int:pk>/dokument/", views.source, name="source"),
    path("<int:pk>/oryginal/", views.original, name="original"),
    path("<int:pk>/podmioty/", views.names, name="names"),
    path("<int:pk>/przyjecie/", views.accept, name="accept"),
    path("<int:pk>/czesc/<str:part>/sprawdzone/", row_views.see_part, name="see-part"),
    path("<int:pk>/czesc/<str:part>/dopisz/", row_views.add, name="add"),
    path("<int:pk>/pozycja/<str:key>/", row_views.edit, name="row"),
    path("<int:pk>/pozycja/<str:key>/cofnij/", row_views.undo, name="undo"),
    path("<int:pk>/pozycja/<str:key>/usun/", row_views.remove, name="remove"),
    path("<int:pk>/pozycja/<str:key>/przywroc/", row_views.restore, name="restore"),
]
