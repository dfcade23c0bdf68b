"""The only module that reads the environment. Differences between machines are values, not modules."""

from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from bezpiecznik.config.oidc import providers

env = environ.Env()
PACKAGE = Path(__file__).resolve().parent.parent
CHECKOUT = PACKAGE.parents[1]
"""Above an installation from source: the folder of the project, whatever the present folder is."""
NEAR = CHECKOUT if (CHECKOUT / "pyproject.toml").is_file() else Path.cwd()
HOME: Path = Path(env.str("BEZPIECZNIK_HOME", default=str(NEAR / "var")))

DEBUG: bool = env.bool("DEBUG", default=False)
DEMO: bool = env.bool("DEMO", default=False)
"""Demo mode: sign-in offers the cast by name and every page says that the data are made up."""


def secret_key() -> str:
    """The signing key: from the environment, or a random one kept in HOME. Raises if neither is possible."""
    given: str = env.str("SECRET_KEY", default="")
    if given:
        return given
    kept = HOME / "secret-key"
    if not kept.exists():
        from django.core.management.utils import get_random_secret_key  # noqa: PLC0415 (only on a first run)

        try:
            HOME.mkdir(parents=True, exist_ok=True)
            kept.touch(mode=0o600)
            kept.write_text(get_random_secret_key())
        except OSError as problem:
            raise ImproperlyConfigured(
                f"Set SECRET_KEY, or let the process write to BEZPIECZNIK_HOME ({HOME}): {problem}"
            ) from problem
    return kept.read_text().strip()


SECRET_KEY = secret_key()
ALLOWED_HOSTS: list[str] = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]", "testserver"])
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", default=[])
HTTPS: bool = env.bool("HTTPS", default=False)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_AGE = SESSION_LASTS = 12 * 3600
SESSION_IDLE = 2 * 3600
"""Seconds: a session ends this long after its beginning, and this long after the last page opened in it."""
# A cookie of this prefix is taken only over TLS, from this host and for all of it: no neighbour can plant one.
SESSION_COOKIE_NAME = "__Host-sesja" if HTTPS else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrftoken"
CSRF_FAILURE_VIEW = "bezpiecznik.core.views.csrf_failure"

ROOMS = [
    "core", "accounts", "notices", "institutions", "files", "documents", "letters", "plans", "intake", "reporting",
    "evaluation", "administration", "portal",
]  # fmt: skip
"""From the ground up: each room imports only those before it (contract in pyproject.toml)."""

INSTALLED_APPS = [
    "bezpiecznik.demo",
    *(f"bezpiecznik.{room}" for room in reversed(ROOMS)),
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "template_partials.apps.SimpleAppConfig",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "bezpiecznik.accounts.middleware.SessionsEnd",
    "bezpiecznik.accounts.middleware.SignInFirst",
    "bezpiecznik.accounts.middleware.SecondFactorFirst",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "bezpiecznik.core.readonly.ReadOnlyGet",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "bezpiecznik.config.urls"
WSGI_APPLICATION = "bezpiecznik.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [
                        (
                            "django.template.loaders.cached.Loader",
                            [
                                "django.template.loaders.filesystem.Loader",
                                "django.template.loaders.app_directories.Loader",
                            ],
                        )
                    ],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "bezpiecznik.config.navigation.page",
            ],
            "builtins": ["template_partials.templatetags.partials", "bezpiecznik.core.templatetags.ui"],
        },
    }
]
FORM_RENDERER = "bezpiecznik.core.forms.Renderer"
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"

DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{HOME / 'bezpiecznik.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TASKS = {"default": {"BACKEND": env.str("TASKS_BACKEND", default="django_tasks_db.DatabaseBackend")}}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
LOGIN_URL = "accounts:sign-in"
LOGIN_REDIRECT_URL = "core:desk"
LOGOUT_REDIRECT_URL = "portal:start"
PASSWORD_HASHERS = [
    "bezpiecznik.accounts.hashers.Argon2",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
_VALIDATION, _OURS = "django.contrib.auth.password_validation", "bezpiecznik.accounts.passwords"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_VALIDATION}.CommonPasswordValidator"},
    {"NAME": f"{_VALIDATION}.UserAttributeSimilarityValidator"},
    {"NAME": f"{_OURS}.HouseWords"},
    {"NAME": f"{_OURS}.Breached", "OPTIONS": {"path": env.str("BREACHED_PASSWORDS", default="")}},
]
PASSWORD_RESET_TIMEOUT = 3600
SIGN_INS_AT_ONCE = 2
"""In one process; see `accounts.gate`."""

ACCOUNT_ADAPTER = "bezpiecznik.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]  # nobody signs up; the checks of allauth want a list
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # the administrator gives the address
ACCOUNT_RATE_LIMITS = False  # `accounts.limits` counts: allauth's limit of an account would lock its owner out
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
MFA_ADAPTER = "bezpiecznik.accounts.adapter.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "Bezpiecznik"
MFA_TOTP_TOLERANCE = 1  # a code of the half-minute before or after: clocks differ
MFA_ALLOW_UNVERIFIED_EMAIL = True
SOCIALACCOUNT_ADAPTER = "bezpiecznik.accounts.adapter.IdentityAdapter"
SOCIALACCOUNT_REQUESTS_TIMEOUT = 5
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": providers(env.str("OIDC_PROVIDERS", default=""), env.str)}}
SECOND_FACTOR_REQUIRED: bool = env.bool("SECOND_FACTOR_REQUIRED", default=not DEMO)
"""Whether the roles named on the page of settings must have a second factor; the demonstration goes without."""

LANGUAGE_CODE = "pl"
LANGUAGES = [("pl", "polski")]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "Europe/Warsaw"
USE_TZ = True
USE_I18N = True

STATIC_URL = "static/"
STATIC_ROOT = HOME / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # whitenoise warns of a folder that is not there
STATICFILES_DIRS = [PACKAGE / "static"]
# Compression is slow and collecting is a step of its own: only where asked for.
STATIC_STORAGE = env.str("STATIC_STORAGE", default="django.contrib.staticfiles.storage.StaticFilesStorage")
WHITENOISE_USE_FINDERS = STATIC_STORAGE.startswith("django.contrib")
WHITENOISE_AUTOREFRESH = DEBUG
MEDIA_ROOT = HOME / "files"
STORAGES = {
    # A file stands under the hash of its bytes: writing over it changes nothing.
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"allow_overwrite": True},
    },
    "staticfiles": {"BACKEND": STATIC_STORAGE},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

EMAIL_BACKEND = env.str("EMAIL_BACKEND", default="django.core.mail.backends.console.EmailBackend")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="WARNING")},
}
