from django.urls import path

from bezpiecznik.institutions.people import views

app_name = "people"

urlpatterns = [
    path("administracja/osoby/", views.index, name="list"),
    path("administracja/osoby/dodaj/", views.add, name="add"),
    path("administracja/osoby/<int:pk>/", views.detail, name="detail"),
    path("administracja/osoby/<int:pk>/zmiana/", views.edit, name="edit"),
    path("administracja/osoby/<int:pk>/wylaczenie/", views.switch_off, name="switch-off"),
    path("administracja/osoby/<int:pk>/wlaczenie/", views.switch_on, name="switch-on"),
    path("administracja/osoby/<int:pk>/wylogowanie/", views.sign_out, name="sign-out"),
    path("administracja/osoby/<int:pk>/drugie-skladniki/", views.take_factors, name="take-factors"),
    path("administracja/osoby/<int:pk>/zaproszenie/", views.invite_again, name="invite-again"),
    path("administracja/zaproszenia/<int:pk>/cofniecie/", views.revoke, name="revoke"),
    path("administracja/zaproszenia/<int:pk>/lacze/", views.show_link, name="show-link"),
    path("konto/zaproszenie/<str:token>/", views.accept, name="accept"),
]
