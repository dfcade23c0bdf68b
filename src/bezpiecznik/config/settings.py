"""The only module that reads the environment. Differences between machines are values, not modules."""

from pathlib import Path

import environ
from csp.constants import NONE, SELF

from bezpiecznik.config.keys import signing_keys
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

SECRET_KEY, *OLD_KEYS = signing_keys(given=env.str("SECRET_KEY", default=""), home=HOME)
SECRET_KEY_FALLBACKS: list[str] = [*OLD_KEYS, *env.list("SECRET_KEY_FALLBACKS", default=[])]
ALLOWED_HOSTS: list[str] = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", default=[])
HTTPS: bool = env.bool("HTTPS", default=False)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^stan/$"]  # asked by machines of the house over plain HTTP; answers OK and no more
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SILENCED_SYSTEM_CHECKS = ["security.W021"]  # the preload list takes whole domains, which are the city's, not ours
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
    "core", "accounts", "notices", "institutions", "files", "documents", "letters", "plans", "intake", "activities",
    "indicators", "reporting", "observations", "evaluation", "commission", "motions", "editions", "council",
    "administration", "portal",
]  # fmt: skip
"""From the ground up: each room imports only those before it (contract in pyproject.toml)."""
PUBLIC_ROOMS = ("portal",)
"""Whose pages, read by whoever is not signed in, may be kept by a browser or a proxy."""

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
    "simple_history",
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
    "bezpiecznik.core.protection.Protection",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "bezpiecznik.accounts.middleware.SessionsEnd",
    "bezpiecznik.reporting.middleware.LinkSessions",
    "bezpiecznik.accounts.middleware.SignInFirst",
    "bezpiecznik.accounts.middleware.SecondFactorFirst",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "bezpiecznik.accounts.pace.KeepPace",
    "bezpiecznik.core.readonly.ReadOnlyGet",
    "simple_history.middleware.HistoryRequestMiddleware",
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
MESSAGE_STORAGE = "bezpiecznik.core.protection.Messages"

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
AUTHENTICATION_BACKENDS = [
    "bezpiecznik.accounts.demo_only.DemoOnly",
    "django.contrib.auth.backends.ModelBackend",
]
LOGIN_URL = "accounts:sign-in"
LOGIN_REDIRECT_URL = "core:desk"
LOGOUT_REDIRECT_URL = "portal:start"
SIGN_OUT_URL = "accounts:sign-out"
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
CLIENT_ADDRESS = "bezpiecznik.accounts.address.client_address"
"""Tells from where a request comes; named here, because the room below asks too."""
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
LARGEST_BODY = 21_000_000
"""Bytes of a form with its files; each upload has its own smaller limit."""
FILE_UPLOAD_HANDLERS = [
    "bezpiecznik.core.uploads.RefuseHuge",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
FILE_UPLOAD_PERMISSIONS, FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o600, 0o700
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "limits": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "limits",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    },
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "object-src": [NONE],
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

SITE_URL: str = env.str("SITE_URL", default="http://127.0.0.1:8000/")
"""Where people open the site: the beginning of addresses in messages."""
EMAIL_BACKEND = "bezpiecznik.notices.backend.Queue"
mail = env.email_url("EMAIL_URL", default="smtp://")
EMAIL_HOST: str = env.str("EMAIL_HOST", default=mail["EMAIL_HOST"] or "")
EMAIL_PORT: int = env.int("EMAIL_PORT", default=mail["EMAIL_PORT"] or 25)
EMAIL_HOST_USER: str = env.str("EMAIL_HOST_USER", default=mail["EMAIL_HOST_USER"] or "")
EMAIL_HOST_PASSWORD: str = env.str("EMAIL_HOST_PASSWORD", default=mail["EMAIL_HOST_PASSWORD"] or "")
EMAIL_USE_TLS: bool = env.bool("EMAIL_USE_TLS", default=mail.get("EMAIL_USE_TLS", False))
EMAIL_USE_SSL: bool = env.bool("EMAIL_USE_SSL", default=mail.get("EMAIL_USE_SSL", False))
EMAIL_TIMEOUT: int = env.int("EMAIL_TIMEOUT", default=30)
DEFAULT_FROM_EMAIL: str = env.str("DEFAULT_FROM_EMAIL", default="bezpiecznik@localhost")
BOUNCE_ADDRESS: str = env.str("BOUNCE_ADDRESS", default="")
BOUNCE_IMAP_URL: str = env.str("BOUNCE_IMAP_URL", default="")
SIGNALS_IMAP_URL: str = env.str("SIGNALS_IMAP_URL", default="")
FETCH_PRIVATE_ADDRESSES: bool = env.bool("FETCH_PRIVATE_ADDRESSES", default=False)
"""Whether RSS channels may stand on addresses of this machine or of the network behind it."""

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "bezpiecznik.config.logs.Line"}},
    "filters": {"no_tokens": {"()": "bezpiecznik.core.redaction.HideTokens"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["no_tokens"]}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="WARNING")},
}
