from django.urls import path

from bezpiecznik.council import president_views, threat_views, views

app_name = "council"

urlpatterns = [
    path("prezydent/", president_views.page, name="president"),
    path("prezydent/kartka.pdf", president_views.sheet, name="president-sheet"),
    path("ocena-zagrozen/<int:programme>/<int:year>/", threat_views.page, name="threats"),
    path("ocena-zagrozen/<int:programme>/<int:year>/sporzadz/", threat_views.make, name="make-threats"),
    path("rada/", views.index, name="list"),
    path("rada/nowa/", views.new, name="new"),
    path("rada/<int:pk>/", views.detail, name="matter"),
    path("rada/<int:pk>/uzasadnienie/", views.justification, name="justification"),
    path("rada/<int:pk>/papiery/", views.prepare, name="prepare"),
    path("rada/<int:pk>/informacja/", views.inform, name="inform"),
    path("rada/<int:pk>/przekazanie/", views.submit, name="submit"),
    path("rada/<int:pk>/rozstrzygniecie/", views.decide, name="decide"),
    path("rada/<int:pk>/ogloszenie/", views.announce, name="announce"),
    path("rada/<int:pk>/cofniecie/", views.step_back, name="step-back"),
    path("rada/<int:pk>/wycofanie/", views.withdraw, name="withdraw"),
    path("rada/<int:pk>/zmiany/", views.changes, name="changes"),
]
