from django.urls import path

from bezpiecznik.evaluation import disclosing, grading, views

app_name = "evaluation"

urlpatterns = [
    path("", views.index, name="list"),
    path("rozpocznij/<int:programme>/<int:year>/", views.start, name="start"),
    path("<int:pk>/", views.detail, name="detail"),
    path("<int:pk>/zatwierdzenie/", views.confirm, name="confirm"),
    path("<int:pk>/zakonczenie/", views.finish, name="finish"),
    path("<int:pk>/publikacja/", disclosing.publish, name="publish"),
    path("<int:pk>/publikacja/tresc/", disclosing.decide, name="decide-text"),
    path("<int:pk>/sprawozdanie/", grading.report, name="report"),
    path("dzialanie/<int:pk>/", grading.grade, name="grade"),
]
