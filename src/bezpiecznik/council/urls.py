from django.urls import path

from bezpiecznik.council import president_views

app_name = "council"

urlpatterns = [
    path("prezydent/", president_views.page, name="president"),
    path("prezydent/kartka.pdf", president_views.sheet, name="president-sheet"),
]
"""Under `praca/`: what is for the council itself stands under `rada/`."""
