# SPDX-License-Identifier: GPL-2.0-or-later
"""Django's settings, derived from the configuration; see configuration.py for what an operator may set."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.utils.functional import SimpleLazyObject

from qfieldcloud_server import configuration, data_folder
from qfieldcloud_server.files.storage_place import StoragePlace

CONFIGURATION = configuration.read()

DATA_DIR: Path = CONFIGURATION.data_dir
DEBUG: bool = CONFIGURATION.debug
PUBLIC_URL: str = CONFIGURATION.public_url
SITE_TITLE: str = CONFIGURATION.site_title
LOGO_URL: str = CONFIGURATION.logo_url
STATUS_PAGE_URL: str = CONFIGURATION.status_page_url
LISTEN: tuple[str, int] = CONFIGURATION.listen
TRUSTED_PROXIES = CONFIGURATION.trusted_proxies
CORS_ORIGINS: list[str] = CONFIGURATION.cors_origins
SIGN_UP_OPEN: bool = CONFIGURATION.sign_up == "open"
TOKEN_HOURS: int = CONFIGURATION.token_hours
LOGIN_FAILURES: int = CONFIGURATION.login_failures
LOGIN_LOCK_MINUTES: int = CONFIGURATION.login_lock_minutes
DEFAULT_QUOTA_BYTES: int | None = CONFIGURATION.default_quota_mb * 1_000_000 or None
KEPT_VERSIONS: int = CONFIGURATION.kept_versions
MAX_UPLOAD_BYTES: int = CONFIGURATION.max_upload_mb * 1_000_000
JOB_SECONDS: int = CONFIGURATION.job_seconds
QGIS_PYTHON: str = CONFIGURATION.qgis_python
QGIS_SECONDS: int = CONFIGURATION.qgis_seconds
QGIS_MEMORY_MB: int = CONFIGURATION.qgis_memory_mb
BASE_MAP_SECONDS: int = CONFIGURATION.base_map_seconds
BASE_MAP_MB: int = CONFIGURATION.base_map_mb
JOB_THREADS: int = CONFIGURATION.job_threads
SSO_PROVIDERS = CONFIGURATION.sso
X_ACCEL_PREFIX: str = CONFIGURATION.x_accel_prefix
FILES_PLACE: StoragePlace | None = StoragePlace.of(CONFIGURATION)
FILES_CACHE_BYTES: int = CONFIGURATION.files_cache_mb * 1_000_000

SQLITE_PRAGMAS = (
    # FULL, not NORMAL: a delta that was answered with 200 must survive a power cut (docs/adr/0040).
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; "
    "PRAGMA cache_size=-8000; PRAGMA mmap_size=134217728; PRAGMA journal_size_limit=67108864;"
)


def _secret_key() -> str:
    """The key of the configuration, else that of the data folder. Importing the settings writes nothing."""
    key: str = CONFIGURATION.secret_key
    if not key:
        return data_folder.secret_key(DATA_DIR)
    if len(key) < data_folder.LEAST_KEY_LENGTH:
        raise configuration.WrongSetting(f"secret_key: {data_folder.LEAST_KEY_LENGTH} characters are needed.")
    return key


SQLITE: dict[str, Any] = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": str(DATA_DIR / "db.sqlite3"),
    "CONN_MAX_AGE": None,
    "OPTIONS": {"init_command": SQLITE_PRAGMAS, "transaction_mode": "IMMEDIATE", "timeout": 30},
}


def _database() -> dict[str, Any]:
    if not CONFIGURATION.database_url:
        return SQLITE
    url = urlsplit(CONFIGURATION.database_url)
    if not url.path.strip("/"):
        raise configuration.WrongSetting("database_url: the name of the database is missing at its end.")
    for module in ("psycopg", "procrastinate"):
        if find_spec(module) is None:
            raise configuration.WrongSetting(
                f'database_url: pip install "qfieldcloud-server[postgres]" (there is no {module}).'
            )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(url.path.strip("/")),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": url.hostname or "",
        "PORT": url.port or "",
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        # pgbouncer in transaction mode knows neither server-side cursors nor prepared statements.
        "DISABLE_SERVER_SIDE_CURSORS": True,
        "OPTIONS": {"prepare_threshold": None},
    }


def _email() -> dict[str, Any]:
    url = urlsplit(CONFIGURATION.email_url)
    return {
        "EMAIL_HOST": url.hostname or "localhost",
        "EMAIL_PORT": url.port or {"smtps": 465, "smtp+tls": 587}.get(url.scheme, 25),
        "EMAIL_HOST_USER": unquote(url.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(url.password or ""),
        "EMAIL_USE_SSL": url.scheme == "smtps",
        "EMAIL_USE_TLS": url.scheme == "smtp+tls",
    }


def _hosts() -> list[str]:
    named: list[str] = CONFIGURATION.allowed_hosts
    if PUBLIC_URL:
        # Devices and health checks on the box itself keep working beside the public name.
        return [urlsplit(PUBLIC_URL).hostname or "", "localhost", "127.0.0.1", "[::1]", *named]
    return named or ["*"]


SECRET_KEY = SimpleLazyObject(_secret_key)
DATABASES = {"default": _database()}
ON_POSTGRES = bool(CONFIGURATION.database_url)
ALLOWED_HOSTS = _hosts()
USE_X_FORWARDED_HOST = False  # ProxyHeaders below believes only the proxies it is told to
SECURE = PUBLIC_URL.startswith("https://")
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL] if PUBLIC_URL else []
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_AGE = CONFIGURATION.token_hours * 3600
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"

EMAIL_BACKEND = (
    "django.core.mail.backends." + ("smtp" if CONFIGURATION.email_url else "dummy") + ".EmailBackend"
)
EMAIL_CONFIGURED = bool(CONFIGURATION.email_url)
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = SERVER_EMAIL = CONFIGURATION.email_from or "qfieldcloud@localhost"
for _name, _value in _email().items():
    globals()[_name] = _value

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "qfieldcloud_server.api",
    "qfieldcloud_server.accounts",
    "qfieldcloud_server.sso",
    "qfieldcloud_server.projects",
    "qfieldcloud_server.files",
    "qfieldcloud_server.jobs",
    "qfieldcloud_server.deltas",
    "qfieldcloud_server.packages",
    "qfieldcloud_server.qgis_helper",
    "qfieldcloud_server.web",
]
if ON_POSTGRES:
    INSTALLED_APPS.append("procrastinate.contrib.django")

MIDDLEWARE = [
    "qfieldcloud_server.api.middleware.ProxyHeaders",
    "qfieldcloud_server.api.middleware.ApiPaths",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "qfieldcloud_server.api.middleware.CrossOrigin",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "qfieldcloud_server.urls"
WSGI_APPLICATION = "qfieldcloud_server.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "qfieldcloud_server.web.context.site",
            ]
        },
    }
]

AUTH_USER_MODEL = "accounts.User"
# Memory-hard, in the standard library, and quick enough for a Raspberry Pi.
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTHENTICATION_BACKENDS = ["qfieldcloud_server.accounts.backend.PersonBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "web:sign-in"
LOGIN_REDIRECT_URL = "web:projects"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "en"
TIME_ZONE = CONFIGURATION.time_zone
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
# Served from the packages themselves: an installation has nothing to collect.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG

# Parts above this size are streamed to disk by the upload handler; a form field never needs to be larger.
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 20
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "qfieldcloud_server.api.authentication.TokenAuthentication",
        "qfieldcloud_server.api.authentication.SsoAuthentication",
        "qfieldcloud_server.api.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "qfieldcloud_server.api.negotiation.AcceptJson",
    "DEFAULT_PARSER_CLASSES": [
        "qfieldcloud_server.api.parsers.JSONParser",
        "rest_framework.parsers.FormParser",
        "rest_framework.parsers.MultiPartParser",
    ],
    "DEFAULT_PAGINATION_CLASS": "qfieldcloud_server.api.pagination.PagesOnRequest",
    "DEFAULT_METADATA_CLASS": None,
    "DEFAULT_SCHEMA_CLASS": "qfieldcloud_server.api.schema.DescribedSchema",
    "EXCEPTION_HANDLER": "qfieldcloud_server.api.errors.answer",
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
    "NUM_PROXIES": None,
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}

SPECTACULAR_SETTINGS = {
    "TITLE": "QFieldCloud API",
    "DESCRIPTION": "Projects, files and field edits for QField, QFieldSync and the QFieldCloud SDK.",
    "VERSION": "v1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
    "SERVE_AUTHENTICATION": [],
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "COMPONENT_SPLIT_REQUEST": True,
    "ENUM_NAME_OVERRIDES": {
        "ProjectRole": "qfieldcloud_server.projects.models.Role",
        "ProjectType": "qfieldcloud_server.projects.models.Project.Type",
        "SecretType": "qfieldcloud_server.projects.models.Secret.Type",  # pragma: allowlist secret
        "MemberRole": "qfieldcloud_server.accounts.models.OrganizationMember.Role",
        "JobType": "qfieldcloud_server.jobs.models.Job.Type",
        "JobStatus": "qfieldcloud_server.jobs.models.Job.Status",
    },
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "filters": {"refused_hosts": {"()": "qfieldcloud_server.refused_hosts.OneLine"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": CONFIGURATION.log_level.upper()},
    "loggers": {
        "django.security.DisallowedHost": {"filters": ["refused_hosts"]},
        "django.request": {"level": "ERROR"},
        # It tells of every job several times; our own log tells once.
        "procrastinate": {"level": "DEBUG" if CONFIGURATION.log_level == "debug" else "WARNING"},
    },
}
