from django.urls import path

from bezpiecznik.intake import act_views, name_views, reread_views, row_views, source_views, views

app_name = "intake"

urlpatterns = [
    path("", views.index, name="list"),
    path("plik/", views.upload, name="upload"),
    path("szablon/", source_views.template, name="template"),
    path("<int:pk>/odczyt.xlsx", source_views.as_template, name="as-template"),
    path("<int:pk>/", views.review, name="review"),
    path("<int:pk>/odczyt/", views.read_again, name="read-again"),
    path("<int:pk>/przywrocenie/", views.bring_back, name="bring-back"),
    path("<int:pk>/porzucenie/", views.abandon, name="abandon"),
    path("<int:pk>/dokument/", source_views.source, name="source"),
    path("<int:pk>/strona/<int:no>/", source_views.page, name="page"),
    path("<int:pk>/oryginal/", source_views.original, name="original"),
    path("<int:pk>/podmioty/", name_views.names, name="names"),
    path("<int:pk>/przyjecie/", views.accept, name="accept"),
    path("<int:pk>/ponowny-odczyt/", reread_views.reread, name="reread"),
    path("<int:pk>/nieprzeniesione/<str:key>/", reread_views.settle_left, name="settle-left"),
    path("<int:pk>/cofnij/", act_views.take_back, name="take-back"),
    path("<int:pk>/czesc/<str:part>/sprawdzone/", row_views.see_part, name="see-part"),
    path("<int:pk>/czesc/<str:part>/dopisz/", row_views.add, name="add"),
    path("<int:pk>/pozycja/<str:key>/", row_views.edit, name="row"),
    path("<int:pk>/pozycja/<str:key>/cofnij/", row_views.undo, name="undo"),
    path("<int:pk>/pozycja/<str:key>/usun/", row_views.remove, name="remove"),
    path("<int:pk>/pozycja/<str:key>/przywroc/", row_views.restore, name="restore"),
    path("<int:pk>/pozycja/<str:key>/polacz/", act_views.merge, name="merge"),
    path("<int:pk>/uwaga/<str:fault>/popraw/", act_views.repair, name="repair"),
    path("<int:pk>/uwaga/<str:fault>/odloz/", act_views.set_aside, name="set-aside"),
    path("<int:pk>/uwaga/<str:fault>/przywroc/", act_views.reopen, name="reopen"),
]
