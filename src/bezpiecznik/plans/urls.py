from django.urls import path

from bezpiecznik.plans import views

app_name = "plans"

urlpatterns = [
    path("", views.programme, name="programme"),
    path("dzialania/", views.actions, name="actions"),
    path("przedsiewziecie/<int:pk>/", views.undertaking, name="undertaking"),
]
