from django.urls import path

from bezpiecznik.editions import consultation_views, draft_views, views

app_name = "editions"

urlpatterns = [
    path("", views.index, name="list"),
    path("nowa/<int:former>/", views.start, name="start"),
    path("tekst-jednolity/<int:pk>/", draft_views.consolidated, name="consolidated"),
    path("<int:pk>/", views.detail, name="detail"),
    path("<int:pk>/kontynuacja/", views.continue_done_well, name="continue"),
    path("<int:pk>/cofniecie/", views.undo_batch, name="undo-batch"),
    path("<int:pk>/odpowiedniki/", views.confirm_sure, name="confirm-sure"),
    path("los/<int:pk>/", views.fate, name="fate"),
    path("los/<int:pk>/cofniecie/", views.reopen, name="reopen"),
    path("<int:pk>/projekt/", draft_views.draft, name="draft"),
    path("<int:pk>/postanowienia/", draft_views.passages, name="passages"),
    path("<int:pk>/obszar/", draft_views.add_area, name="add-area"),
    path("obszar/<int:pk>/", draft_views.area, name="area"),
    path("<int:pk>/pozycja/", draft_views.add_item, name="add-item"),
    path("pozycja/<int:pk>/", draft_views.item, name="item"),
    path("pozycja/<int:pk>/usuniecie/", draft_views.remove_item, name="remove-item"),
    path("<int:pk>/rozliczenie/", draft_views.outcome, name="outcome"),
    path("<int:pk>/dokument/<slug:kind>/", draft_views.make_document, name="document"),
    path("<int:pk>/konsultacje/", consultation_views.publish, name="publish"),
    path("konsultacje/<int:pk>/", consultation_views.consultation, name="consultation"),
    path("konsultacje/<int:pk>/zakonczenie/", consultation_views.close, name="close"),
    path("uwaga/<int:pk>/", consultation_views.comment, name="comment"),
    path("uwaga/<int:pk>/ukrycie/", consultation_views.withhold, name="withhold"),
    path("<int:pk>/uchwala/", consultation_views.link, name="link"),
    path("<int:pk>/przyjecie/", consultation_views.adopt, name="adopt"),
    path("<int:pk>/zaniechanie/", consultation_views.abandon, name="abandon"),
]
