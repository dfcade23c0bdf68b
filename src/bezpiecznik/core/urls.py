from django.urls import path

from bezpiecznik.core import components, views

app_name = "core"

urlpatterns = [
    path("praca/", views.desk, name="desk"),
    path("praca/w-tle/<uuid:pk>/", views.job, name="job"),
    path("praca/w-tle/<uuid:pk>/ponow/", views.retry_job, name="job-retry"),
    path("praca/w-tle/<uuid:pk>/przerwij/", views.cancel_job, name="job-cancel"),
    path("stan/", views.health, name="health"),
    path("_components/", components.gallery, name="components"),
]
