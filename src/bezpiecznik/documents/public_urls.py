from django.urls import path

from bezpiecznik.documents.views import verification

app_name = "verification"

urlpatterns = [
    path("", verification.ask, name="ask"),
    path("<str:code>/", verification.document, name="document"),
]
