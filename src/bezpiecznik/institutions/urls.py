from django.urls import path

from bezpiecznik.institutions.views import acts, imports, merge, overviews, register

app_name = "institutions"

urlpatterns = [
    path("", register.index, name="list"),
    path("nowy/", register.create, name="create"),
    path("drzewo/", overviews.tree, name="tree"),
    path("kontakty/", overviews.contacts, name="contacts"),
    path("powtorzenia/", overviews.duplicates, name="duplicates"),
    path("wykaz/", imports.bring, name="import-start"),
    path("wykaz/wzor/", imports.pattern, name="import-pattern"),
    path("wykaz/<int:pk>/", imports.preview, name="import"),
    path("wykaz/<int:pk>/odrzucone/", imports.refused, name="import-refused"),
    path("<int:pk>/", register.detail, name="detail"),
    path("<int:pk>/zmiana/", register.edit, name="edit"),
    path("<int:pk>/rodzaj/", register.confirm_kind, name="confirm-kind"),
    path("<int:pk>/kontakt/", overviews.edit_contact, name="edit-contact"),
    path("<int:pk>/pisownie/", acts.aliases, name="aliases"),
    path("pisownie/<int:pk>/usuniecie/", acts.remove_alias, name="remove-alias"),
    path("<int:pk>/sklad/", acts.members, name="members"),
    path("sklad/<int:pk>/koniec/", acts.end_member, name="end-member"),
    path("<int:pk>/nazwa/", acts.rename, name="rename"),
    path("nazwa/<int:pk>/odwolanie/", acts.cancel_renaming, name="cancel-renaming"),
    path("<int:pk>/zniesienie/", acts.dissolve, name="dissolve"),
    path("<int:pk>/zniesienie/cofniecie/", acts.undo_dissolution, name="undo-dissolution"),
    path("<int:pk>/polaczenie/", merge.merge, name="merge"),
]
