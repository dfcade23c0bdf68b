from django.urls import path

from bezpiecznik.evaluation import comparing, disclosing, grading, recommendation_views, views

app_name = "evaluation"

urlpatterns = [
    path("", views.index, name="list"),
    path("rozpocznij/<int:programme>/<int:year>/", views.start, name="start"),
    path("<int:pk>/", views.detail, name="detail"),
    path("<int:pk>/zestawienia/", comparing.rollups, name="rollups"),
    path("<int:pk>/zrodla/", comparing.sources, name="sources"),
    path("<int:pk>/przeliczenie/", comparing.propose_again, name="propose-again"),
    path("<int:pk>/karty/", grading.cards, name="cards"),
    path("<int:pk>/zatwierdzenie/", views.confirm, name="confirm"),
    path("<int:pk>/zakonczenie/", views.finish, name="finish"),
    path("<int:pk>/publikacja/", disclosing.publish, name="publish"),
    path("<int:pk>/publikacja/tresc/", disclosing.decide, name="decide-text"),
    path("<int:pk>/sprawozdanie/", grading.report, name="report"),
    path("dzialanie/<int:pk>/", grading.grade, name="grade"),
    path("dzialanie/<int:pk>/opis/", grading.paragraph, name="paragraph"),
    path("zalecenia/", recommendation_views.index, name="recommendations"),
    path("zalecenia/nowe/", recommendation_views.new, name="recommend"),
    path("zalecenia/<int:pk>/", recommendation_views.detail, name="recommendation"),
    path("zalecenia/<int:pk>/zmiana/", recommendation_views.edit, name="edit-recommendation"),
    path("zalecenia/<int:pk>/ustalenie/", recommendation_views.note, name="note-recommendation"),
    path("zalecenia/<int:pk>/zakonczenie/", recommendation_views.end, name="end-recommendation"),
    path("zalecenia/<int:pk>/otwarcie/", recommendation_views.reopen, name="reopen-recommendation"),
]
