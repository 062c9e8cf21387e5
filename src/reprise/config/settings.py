"""Settings, all from the environment; `reprise run` fills in what an operator did not."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from reprise.accounts.trackers import CSRF, SESSION
from reprise.config.database import database, running_role
from reprise.markets.operator import Operator
from reprise.markets.operator import read as operator

PACKAGE = Path(__file__).resolve().parent.parent

DEMO = os.environ.get("REPRISE_DEMO", "") == "1"
DEBUG = False
# Where programs are tried out, a cookie that is not as declared breaks the page (decision 0033).
STRICT = os.environ.get("REPRISE_STRICT", "") == "1"

# The role that migrates is chosen by the command that migrates, and by nothing else.
AS_OWNER = os.environ.get("REPRISE_ROLE", "") == "owner"
_DATABASE_URL = os.environ.get("DATABASE_URL", "postgresql:///reprise")
_OWNER_URL = os.environ.get("DATABASE_OWNER_URL", _DATABASE_URL)
DATABASES = {
    "default": database(
        _OWNER_URL if AS_OWNER else _DATABASE_URL,
        pool=int(os.environ.get("REPRISE_POOL", "0")),
    )
}
# What `reprise run` found out; a command by itself goes by the addresses that it was given.
RUNNING_ROLE = os.environ.get("REPRISE_RUNNING_ROLE", running_role(_DATABASE_URL, _OWNER_URL))
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

SECRET_KEY = os.environ.get("REPRISE_SECRET_KEY", "")
# Who runs this marketplace; a demo has an example and says so.
_OPERATOR = os.environ.get("REPRISE_OPERATOR", "")
if DEMO and not _OPERATOR:
    _OPERATOR = str(PACKAGE / "demo" / "operator.toml")
OPERATOR: Operator | None = operator(Path(_OPERATOR)) if _OPERATOR else None
PUBLIC_URL = os.environ.get("REPRISE_PUBLIC_URL", "http://127.0.0.1:8000")
_PUBLIC = urlsplit(PUBLIC_URL)
# Behind a proxy that ends TLS the shop itself speaks HTTP: what browsers see decides.
HTTPS = _PUBLIC.scheme == "https"
ALLOWED_HOSTS = [
    # `reprise run` looks after the shop there, and the sandboxes tell it their news.
    *("127.0.0.1", "localhost", "[::1]"),
    *filter(None, os.environ.get("REPRISE_HOSTS", "").split(",")),
    *([_PUBLIC.hostname] if _PUBLIC.hostname else []),
]
CSRF_TRUSTED_ORIGINS = [f"{_PUBLIC.scheme}://{_PUBLIC.netloc}"]
# Over HTTPS cookies have the prefix that binds them to our host; loopback speaks plain HTTP.
CSRF_COOKIE_NAME = CSRF.wire_name(HTTPS)
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = CSRF.http_only
CSRF_COOKIE_SAMESITE = CSRF.same_site.value
CSRF_COOKIE_AGE = CSRF.seconds
CSRF_FAILURE_VIEW = "reprise.web.shop.views.errors.without_token"

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "procrastinate.contrib.django",
    "reprise.outbox",
    "reprise.consent",
    "reprise.audit",
    "reprise.accounts",
    "reprise.audience",
    "reprise.catalog",
    "reprise.ledger",
    "reprise.sellers",
    "reprise.offers",
    "reprise.payments",
    "reprise.shipping",
    "reprise.orders",
    "reprise.discovery",
    "reprise.checkout",
    "reprise.notifications",
    "reprise.books",
    "reprise.privacy",
    "reprise.web",
    "reprise.wiring",
]
AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

ROOT_URLCONF = "reprise.config.urls"
WSGI_APPLICATION = "reprise.config.wsgi.application"
MIDDLEWARE = [
    "reprise.web.choices.PartnersCookies",
    "reprise.web.cookies.OnlyDeclared",
    "reprise.web.middleware.SecurityHeaders",
    "reprise.web.middleware.SameOriginPosts",
    "reprise.web.fetching.KeptFromPartners",
    "reprise.web.middleware.SessionWhereNeeded",
    "reprise.web.counting.CountedPages",
]
# What Django asks of its own middleware, ours does: `SecurityHeaders` (W001) with frame-ancestors
# in its CSP (W002), and `csrf_protect` with `SameOriginPosts` (W003).
SILENCED_SYSTEM_CHECKS = ["security.W001", "security.W002", "security.W003"]
STATIC_URL = "/static/"

USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = "en"
LANGUAGES = [("fr", "Français"), ("nl", "Nederlands"), ("de", "Deutsch"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]

# One engine a language, named like it: its templates are translated when they are compiled.
TEMPLATES = [
    {
        "NAME": language,
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [PACKAGE / "web" / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "reprise.web.templating.environment",
            "language": language,
            "auto_reload": False,
        },
    }
    for language, _ in LANGUAGES
]

SESSION_ENGINE = "reprise.accounts.sessions"
SESSION_COOKIE_NAME = SESSION.wire_name(HTTPS)
SESSION_COOKIE_AGE = SESSION.seconds
SESSION_COOKIE_HTTPONLY = SESSION.http_only
SESSION_COOKIE_SAMESITE = SESSION.same_site.value
SESSION_COOKIE_SECURE = HTTPS
SECURE_CONTENT_TYPE_NOSNIFF = True
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
FILE_UPLOAD_HANDLERS: list[str] = []  # no form here sends files; none is written to disk
APPEND_SLASH = True

EMAIL_HOST = os.environ.get("SMTP_HOST", "127.0.0.1")
EMAIL_PORT = int(os.environ.get("SMTP_PORT", "1025"))
EMAIL_HOST_USER = os.environ.get("SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("SMTP_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("SMTP_TLS", "") == "1"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = os.environ.get("REPRISE_MAIL_FROM", "Reprise <shop@reprise.example>")

# What an operator decides about the sale; read by the contexts through django.conf.settings.
PAYMENT_PROVIDER = os.environ.get("REPRISE_PAYMENT_PROVIDER", "sandbox")
# Payments may be play money: in a demo, or because the operator has said so.
PLAY_MONEY = DEMO or os.environ.get("REPRISE_ALLOW_SANDBOX", "") == "1"
HOLD_MINUTES = 15
ACCEPTANCE_HOURS = int(os.environ.get("REPRISE_ACCEPTANCE_HOURS", "24"))
AUTHORISATION_HOURS = 5 * 24
# How long the operator keeps backups of the database: so long erasures are remembered outside it,
# and a key lives on whose last row is gone (decision 0039).
BACKUP_HORIZON = timedelta(days=int(os.environ.get("REPRISE_BACKUP_DAYS", "35")))

# Whom to tell of a hole, and until when that is right (RFC 9116); in a demo an example says so.
SECURITY_CONTACT = os.environ.get("REPRISE_SECURITY_CONTACT", "")
_EXPIRES = os.environ.get("REPRISE_SECURITY_EXPIRES", "")
SECURITY_EXPIRES: datetime | None = None
if _EXPIRES:
    SECURITY_EXPIRES = datetime.fromisoformat(f"{_EXPIRES}T23:59:59").replace(tzinfo=UTC)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {
            "()": "reprise.config.logs.WithoutPeople",
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
        }
    },
    "filters": {"keys": {"()": "reprise.config.logs.WithoutKeys"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "plain",
            "filters": ["keys"],
        }
    },
    "root": {"handlers": ["console"], "level": os.environ.get("REPRISE_LOG", "INFO")},
    "loggers": {"procrastinate": {"level": "WARNING"}},
}

# A configuration that could let a hold end before a seller has answered does not start (0002).
if not 0 < ACCEPTANCE_HOURS <= AUTHORISATION_HOURS - 24:
    raise ValueError(
        f"REPRISE_ACCEPTANCE_HOURS is {ACCEPTANCE_HOURS}; it must be from 1 to"
        f" {AUTHORISATION_HOURS - 24}, a day less than a payment can be held."
    )
if bool(SECURITY_CONTACT) is not bool(SECURITY_EXPIRES):
    raise ValueError("REPRISE_SECURITY_CONTACT and REPRISE_SECURITY_EXPIRES come together.")
if SECURITY_CONTACT and not SECURITY_CONTACT.startswith(("mailto:", "https://", "tel:")):
    raise ValueError(
        f"REPRISE_SECURITY_CONTACT is {SECURITY_CONTACT};"
        " it must begin with mailto:, https:// or tel:."
    )
