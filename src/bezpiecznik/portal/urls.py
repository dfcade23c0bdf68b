from django.urls import path

from bezpiecznik.portal import consultation_views, event_views, views, voice_views
from bezpiecznik.portal.security_txt import security_txt

app_name = "portal"

urlpatterns = [
    path("", views.start, name="start"),
    path("program/", views.programme, name="programme"),
    path("obszary/<int:no>/", views.area, name="area"),
    path("dzialania/<int:area>/<int:no>/", views.action, name="action"),
    path("dla-mieszkancow/", views.initiatives, name="initiatives"),
    path("dla-mieszkancow/<int:no>/", views.initiative, name="initiative"),
    path("wydarzenia/", event_views.index, name="events"),
    path("wydarzenia/kalendarz.ics", event_views.feed, name="events-feed"),
    path("wydarzenia/<int:pk>/", event_views.detail, name="event"),
    path("wydarzenia/<int:pk>/zdjecie/<int:picture>/", event_views.picture, name="event-picture"),
    path("uwagi/", voice_views.write, name="voice"),
    path("uwagi/dziekujemy/", voice_views.sent, name="voice-sent"),
    path("uwagi/sprawa/", voice_views.case, name="case"),
    path("konsultacje/", consultation_views.index, name="consultations"),
    path("konsultacje/<int:pk>/", consultation_views.detail, name="consultation"),
    path("konsultacje/<int:pk>/<slug:anchor>/", consultation_views.comment, name="comment"),
    path("szukaj/", views.search, name="search"),
    path("deklaracja-dostepnosci/", views.accessibility, name="accessibility"),
    path("o-danych/", views.about_data, name="about-data"),
    path(".well-known/security.txt", security_txt, name="security-txt"),
    path("ochrona-danych/", views.privacy, name="privacy"),
]
