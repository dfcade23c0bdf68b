from django.urls import path

from bezpiecznik.indicators import views

app_name = "indicators"

urlpatterns = [
    path("", views.index, name="list"),
    path("dodaj/", views.add, name="add"),
    path("<int:pk>/", views.detail, name="detail"),
    path("<int:pk>/zmiana/", views.change, name="change"),
    path("<int:pk>/cel/", views.target, name="target"),
    path("<int:pk>/zmiana-liczenia/", views.break_series, name="break"),
    path("<int:pk>/prowadzenie/", views.keep, name="keep"),
    path("wartosci/<int:year>/<int:half>/", views.values, name="values"),
    path("sprawozdanie/<int:year>/<int:half>/", views.report, name="report"),
    path("sprawozdanie/<int:year>/<int:half>/sporzadz/", views.make_report, name="make-report"),
]
