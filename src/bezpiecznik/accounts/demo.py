"""The cast of the demonstration: invented people whom the sign-in page offers by name, in demo mode only."""

from django.conf import settings

from bezpiecznik.accounts.models import User

PASSWORD = "bezpiecznik-demo"  # noqa: S105 (printed on screen on purpose: the demonstration has nothing to hide)
DOMAIN = "demo.bezpiecznik.example"


def cast() -> list[User]:
    """People of the demonstration, in the order in which they were made."""
    return list(User.objects.filter(email__endswith=f"@{DOMAIN}", is_active=True).order_by("pk"))


def is_shared(user: object) -> bool:
    """Whether everybody who looks at the demonstration signs in by this account: nobody may close it to the others."""
    return settings.DEMO and isinstance(user, User) and user.email.endswith(f"@{DOMAIN}")
