from django.urls import path

from bezpiecznik.plans import division_views, views

app_name = "plans"

urlpatterns = [
    path("", views.programme, name="programme"),
    path("dzialania/", views.actions, name="actions"),
    path("programy-jednostek/", views.initiatives, name="initiatives"),
    path("przedsiewziecie/<int:pk>/", views.undertaking, name="undertaking"),
    path("stanowisko/<int:pk>/", views.post_programmes, name="post-programmes"),
    path("podzial/<int:pk>/", division_views.divide, name="divide"),
    path("<int:pk>/uchwala/", views.source, name="source"),
    path("<int:pk>/uchwala/plik/", views.source_file, name="source-file"),
]
