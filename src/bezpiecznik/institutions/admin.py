"""The administrator's site: accounts and roles are made here, institutions are only looked at.

Nobody is deleted: an account is switched off, a role gets its last day.
"""

from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import BaseUserCreationForm, UserChangeForm
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.events import Event as AccountEvent
from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.institutions.access import administers
from bezpiecznik.institutions.events import Event
from bezpiecznik.institutions.models import Alias, Institution, Membership
from bezpiecznik.institutions.rights import Role

if TYPE_CHECKING:
    Admin = admin.ModelAdmin[Any]
    Inline = admin.TabularInline[Any, Any]
    Accounts = UserAdmin[User]
else:
    Admin, Inline, Accounts = admin.ModelAdmin, admin.TabularInline, UserAdmin

admin.site.site_header = admin.site.site_title = _("Administracja Bezpiecznika")
admin.site.index_title = _("Konta, role, podmioty")
admin.site.site_url = reverse_lazy("core:desk")  # type: ignore[assignment]
admin.site.enable_nav_sidebar = False


def _person(request: HttpRequest) -> User | None:
    return request.user if isinstance(request.user, User) else None


class ByRight(Admin):
    """Seen and changed by whoever administers; deleted by nobody.

    Titles and messages are our own: the framework puts names of things into its sentences without inflecting them.
    """

    one: str | Promise
    new: str | Promise = ""

    def has_module_permission(self, request: HttpRequest) -> bool:
        return administers(request.user)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return administers(request.user)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return administers(request.user)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return administers(request.user)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        title = capfirst(str(self.opts.verbose_name_plural))
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        title = self.one if object_id else self.new
        return super().changeform_view(request, object_id, form_url, {"title": title, **(extra_context or {})})

    def message_user(
        self, request: HttpRequest, message: Any, level: Any = messages.INFO, *more: Any, **kw: Any
    ) -> None:
        super().message_user(request, _("Zapisano.") if level == messages.SUCCESS else message, level, *more, **kw)


class AccountCreationForm(BaseUserCreationForm[User]):
    class Meta:
        model = User
        fields = ("email", "first_name", "last_name", "function")


class AccountChangeForm(UserChangeForm[User]):
    class Meta:
        model = User
        fields = ("email", "first_name", "last_name", "function", "is_active")


@admin.register(User)
class AccountAdmin(ByRight, Accounts):
    one, new = _("Konto"), _("Nowe konto")
    form, add_form = AccountChangeForm, AccountCreationForm
    fieldsets = ((None, {"fields": ("email", "password", "first_name", "last_name", "function", "is_active")}),)
    add_fieldsets = ((None, {"fields": ("email", "first_name", "last_name", "function", "password1", "password2")}),)
    list_display = ("email", "last_name", "first_name", "function", "is_active")
    list_filter = ("is_active",)
    search_fields = ("email", "last_name", "first_name")
    ordering = ("last_name", "first_name")
    filter_horizontal = ()

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        event = AccountEvent.CHANGED if change else AccountEvent.CREATED
        journal.record(
            event, obj, by=_person(request), fields=sorted(set(form.changed_data) - {"password1", "password2"})
        )

    def response_add(self, request: HttpRequest, obj: User, post_url_continue: str | None = None) -> HttpResponse:
        """On to the role: without one, an account opens nothing."""
        told = _("Konto jest gotowe: %(email)s. Nadaj teraz tej osobie rolę – bez roli niczego nie zobaczy.")
        self.message_user(request, told % {"email": obj.email})
        return redirect(f"{reverse('admin:institutions_membership_add')}?user={obj.pk}")

    @transaction.atomic
    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> HttpResponse:
        """The framework saves a password set for somebody past `save_model`."""
        before = self.get_object(request, id)
        answer = super().user_change_password(request, id, form_url)
        after = self.get_object(request, id)
        if before and after and before.password != after.password:
            journal.record(AccountEvent.PASSWORD_CHANGED, after, by=_person(request))
        return answer


@admin.register(Membership)
class MembershipAdmin(ByRight):
    one, new = _("Rola osoby"), _("Nowa rola osoby")
    list_display = ("user", "role", "institution", "since", "until")
    list_filter = ("role",)
    list_select_related = ("user", "institution")
    search_fields = ("user__last_name", "user__email", "institution__name", "institution__abbr")
    autocomplete_fields = ("user", "institution")

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {"since": clock.today(), **super().get_changeform_initial_data(request)}

    def save_model(self, request: HttpRequest, obj: Membership, form: Any, change: bool) -> None:
        """The administrator's role opens this site to its holder; rights still decide what is in it."""
        super().save_model(request, obj, form, change)
        if obj.role == Role.ADMINISTRATOR and not obj.user.is_staff:
            obj.user.is_staff = True
            obj.user.save(update_fields=("is_staff",))
        journal.record(Event.ROLE_CHANGED if change else Event.ROLE_GRANTED, obj, by=_person(request))


class AliasInline(Inline):
    model = Alias
    extra = 0
    can_delete = False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return administers(request.user)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Institution)
class InstitutionAdmin(ByRight):
    """To look at: institutions are edited on their own pages, by the coordinator."""

    one = _("Podmiot")
    list_display = ("name", "abbr", "collective", "reporting", "reports_through")
    list_filter = ("reporting", "collective")
    list_select_related = ("reports_through",)
    search_fields = ("name", "abbr", "search_text")
    ordering = ("name",)
    inlines = (AliasInline,)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
