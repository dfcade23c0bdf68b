from django.urls import path

from bezpiecznik.plans import amending_views, division_views, finding_views, quality_views, views

app_name = "plans"

urlpatterns = [
    path("", views.programme, name="programme"),
    path("dzialania/", views.actions, name="actions"),
    path("programy-jednostek/", views.initiatives, name="initiatives"),
    path("kompletnosc/", quality_views.quality, name="quality"),
    path("kompletnosc/<int:pk>/", quality_views.fill_many, name="fill-many"),
    path("kompletnosc/przedsiewziecie/<int:pk>/", quality_views.fill, name="fill"),
    path("kompletnosc/obszar/<int:pk>/", quality_views.fill_area, name="fill-area"),
    path("przedsiewziecie/<int:pk>/", views.undertaking, name="undertaking"),
    path("stanowisko/<int:pk>/", views.post_programmes, name="post-programmes"),
    path("podzial/<int:pk>/", division_views.divide, name="divide"),
    path("<int:pk>/zmiany/", amending_views.index, name="amendments"),
    path("<int:pk>/zmiany/nowa/", amending_views.amend, name="amend"),
    path("<int:pk>/do-uporzadkowania/", finding_views.index, name="findings"),
    path("sprawa/<int:pk>/", finding_views.detail, name="finding"),
    path("sprawa/<int:pk>/zalatwiona/", finding_views.settle, name="settle-finding"),
    path("sprawa/<int:pk>/odloz/", finding_views.set_aside, name="set-aside-finding"),
    path("sprawa/<int:pk>/otworz/", finding_views.reopen, name="reopen-finding"),
    path("<int:pk>/uchwala/", views.source, name="source"),
    path("<int:pk>/uchwala/plik/", views.source_file, name="source-file"),
]
