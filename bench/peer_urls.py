"""Addresses of the product, and the admin's list of undertakings at `/peer/`."""

from django.contrib.admin import AdminSite
from django.urls import path

from bezpiecznik.config.urls import handler400, handler403, handler404, handler500, urlpatterns
from bezpiecznik.plans.models import Undertaking


class Peer(AdminSite):
    def has_permission(self, request):
        """The product's users have no mark of staff."""
        return request.user.is_active and request.user.is_superuser


site = Peer(name="admin")
site.register(Undertaking, list_display=("area", "no", "wording"), list_per_page=50)
urlpatterns = [path("peer/", site.urls), *urlpatterns]
__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]
