"""All settings. What differs between places comes from the environment, through the readers in `lib.env`.

Nothing set: an embedded server for one machine, with SQLite, and keys that it makes itself in SETSPACE_DATA.
SETSPACE_DATABASE_URL or an https address in SETSPACE_URL: a real place, which must bring its own secrets.
"""

from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from setspace.lib import env

PACKAGE = Path(__file__).resolve().parent.parent
DATA = Path(env.text("SETSPACE_DATA", "var")).absolute()
ORIGIN = env.origin("SETSPACE_URL", f"http://localhost:{env.text('PORT', '8000')}")
DEMO = env.flag("SETSPACE_DEMO")
SPEED = env.number("SETSPACE_SPEED", 1.0)
BEGINS = env.moment("SETSPACE_BEGINS")
SIGN_UP = env.choice("SETSPACE_SIGN_UP", "open", ("open", "closed"))
COACH = env.choice("SETSPACE_COACH", "on", ("on", "off")) == "on"
HTTPS = ORIGIN.startswith("https://")
EMBEDDED = not HTTPS and not env.text("SETSPACE_DATABASE_URL", "")

if (SPEED != 1.0 or BEGINS) and not DEMO:
    raise ImproperlyConfigured("SETSPACE_SPEED and SETSPACE_BEGINS are for the demo alone. Leave them out.")

# Secrets. The embedded server makes its own on its first run; any other place brings them.
SECRET_KEY = env.secret("SETSPACE_SECRET_KEY", made_in=DATA / "secret-key", may_be_made=EMBEDDED or DEMO)
KEK_FILE = Path(env.text("SETSPACE_KEK_FILE", str(DATA / "master-key")))
KEK_MAY_BE_MADE = (EMBEDDED or DEMO) and not env.text("SETSPACE_KEK_FILE", "")

DEBUG = False
ALLOWED_HOSTS = [urlsplit(ORIGIN).hostname or "", *(["localhost", "127.0.0.1", "[::1]"] if EMBEDDED else [])]
CSRF_TRUSTED_ORIGINS = [ORIGIN]
ROOT_URLCONF = "setspace.web.demo.site_urls" if DEMO else "setspace.web.urls"
ASGI_APPLICATION = "setspace.web.asgi.application"
APPEND_SLASH = True

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "setspace.keys",
    "setspace.people",
    "setspace.programmes",
    "setspace.hosts",
    "setspace.records",
    "setspace.room",
    "setspace.web",
]

MIDDLEWARE = [
    "setspace.web.middleware.SecurityHeaders",
    "django.middleware.security.SecurityMiddleware",
    "servestatic.middleware.ServeStaticMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "setspace.people.middleware.SignInLimits",
    "setspace.people.middleware.PersonalSettings",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "setspace.web.context.place",
            ],
        },
    },
]

# Two databases, so that no backup of the content can hold a key.
DATABASES = {
    "default": env.database("SETSPACE_DATABASE_URL", DATA / "setspace.sqlite3"),
    "keys": env.database("SETSPACE_KEYS_DATABASE_URL", DATA / "keys.sqlite3"),
}
if "postgresql" in DATABASES["default"]["ENGINE"] and "sqlite3" in DATABASES["keys"]["ENGINE"]:
    raise ImproperlyConfigured("Set SETSPACE_KEYS_DATABASE_URL too: every process must reach the same keys.")
# Where several processes hear of each other's rooms, if there are several.
REDIS_URL = env.text("SETSPACE_REDIS_URL", "")
DATABASE_ROUTERS = ["setspace.web.routers.KeysApart"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "setspace_cache"},
}

# Sessions: kept by the server, 5 hours idle, 24 hours in all (people.middleware). A session of a set lasts
# four hours, and nobody is signed out in the middle of one.
SESSION_ENGINE = "setspace.people.session_store"
SESSION_COOKIE_NAME = "__Host-setspace" if HTTPS else "setspace"
SESSION_COOKIE_AGE = 5 * 3600
SESSION_ABSOLUTE_AGE = 24 * 3600
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "__Host-setspace-csrf" if HTTPS else "setspace-csrf"
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "setspace.web.views.form_not_accepted"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SILENCED_SYSTEM_CHECKS = [
    "security.W002",  # web.middleware refuses frames, with both headers
    "security.W005",  # other names of the host's domain are the host's to decide
    "security.W008",  # the proxy that ends TLS sends plain visitors on
    "security.W021",  # joining the browsers' list is the host's to decide
]

# Sign-in: an emailed code, bound to the browser that asked. No passwords.
AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "people:sign_in"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "setspace.people.allauth_adapter.Adapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 600
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 3
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_RATE_LIMITS = {"request_login_code": "120/m/ip,3/m/key"}
ACCOUNT_FORMS = {
    "request_login_code": "setspace.people.forms.SignInForm",
    "confirm_login_code": "setspace.people.forms.CodeForm",
}
ALLAUTH_TRUSTED_PROXY_COUNT = int(env.text("SETSPACE_PROXIES", "0"))

# Mail: the outbox sends it; what each kind of letter says is found by its purpose.
MAIL_URL = env.text("SETSPACE_MAIL_URL", "mailbox:" if EMBEDDED or DEMO else "")
if not MAIL_URL:
    raise ImproperlyConfigured("Set SETSPACE_MAIL_URL, like smtp+tls://user:password@mail.example.org:587.")
MAILBOX_DIR = DATA / "mailbox"
DEFAULT_FROM_EMAIL = env.text("SETSPACE_MAIL_FROM", "Setspace <setspace@localhost>")
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"  # no mail but the outbox's
ADMINS: list[tuple[str, str]] = []
LETTERS = {
    "summary": "setspace.records.summaries.summary_letter",
    "summary_waiting": "setspace.records.mails.summary_waiting_letter",
    "part_waiting": "setspace.records.mails.part_waiting_letter",
    "feedback_asked": "setspace.records.mails_feedback.feedback_asked",
    "feedback_written": "setspace.records.mails_feedback.feedback_written",
    "action_nudge": "setspace.records.mails_acting.nudge_letter",
    "buddy_asked": "setspace.records.mails_acting.buddy_asked_letter",
    "stuck_told": "setspace.records.mails_acting.stuck_letter",
    "sign_in_code": "setspace.people.mails.sign_in_code",
    "no_account": "setspace.people.mails.no_account",
    "new_browser": "setspace.people.mails.new_browser",
    "invitation": "setspace.hosts.mails.invitation.invitation",
    "newcomer": "setspace.hosts.mails.proposals.newcomer",
    "declined": "setspace.programmes.mails.declined",
    "membership_ended": "setspace.programmes.mails.membership_ended",
    "keeping_passed": "setspace.programmes.mails.keeping_passed",
    "new_ground_rules": "setspace.programmes.mails.new_ground_rules",
    "session_date": "setspace.programmes.mails_dates.session_date",
    "session_added": "setspace.programmes.mails_dates.session_added",
    "session_moved": "setspace.programmes.mails_dates.session_moved",
    "session_cancelled": "setspace.programmes.mails_dates.session_cancelled",
    "session_taken_out": "setspace.programmes.mails_dates.session_taken_out",
    "session_reminder": "setspace.programmes.mails_dates.session_reminder",
    "apology": "setspace.programmes.mails_attendance.apology",
    "apology_taken_back": "setspace.programmes.mails_attendance.apology_taken_back",
    "holds_instead": "setspace.programmes.mails_attendance.holds_instead",
    "poll_opened": "setspace.programmes.mails_polls.poll_opened",
    "poll_closed": "setspace.programmes.mails_polls.poll_closed",
    "poll_kept": "setspace.programmes.mails_polls.poll_kept",
    "organiser_added": "setspace.hosts.mails.organisers.organiser_added",
    "interest_noted": "setspace.hosts.mails.interest.interest_noted",
    "applications_open": "setspace.hosts.mails.interest.applications_open",
    "proposed": "setspace.hosts.mails.proposals.proposed",
    "application_accepted": "setspace.hosts.mails.review.answer",
    "application_waiting": "setspace.hosts.mails.review.answer",
    "application_declined": "setspace.hosts.mails.review.answer",
    "place_proposed": "setspace.hosts.mails.review.place_proposed",
    "dates_moved": "setspace.hosts.mails.dates.dates_moved",
    "place_changed": "setspace.hosts.mails.review.place_changed",
    "proposal_answered": "setspace.hosts.mails.proposals.proposal_answered",
    "joining_asked": "setspace.hosts.mails.joinings.joining_asked",
    "joining_answered": "setspace.hosts.mails.joinings.joining_answered",
    "sets_joined": "setspace.hosts.mails.joinings.sets_joined",
    "conflict_told": "setspace.hosts.mails.conflicts.conflict_told",
    "forming_asked": "setspace.hosts.mails.conflicts.forming_asked",
    "room_closed": "setspace.room.mails.room_closed",
    "application_received": "setspace.hosts.mails.applying.application_received",
    "manager_asked": "setspace.hosts.mails.applying.manager_asked",
}

# What apps above `people` keep of a person, and forget when the person is erased.
ERASED_WITH_A_PERSON = (
    "setspace.hosts.changes.erasing.erase_applications",
    "setspace.records.changes.sharing.erase_shared",
)
# What stands in the way of dates of a set, beside what its time zone says: of the host of its programme.
OBSTACLES_OF_SET = "setspace.hosts.obstacles.obstacles_of_set"

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", _("English"))]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/London"

STATIC_URL = "/static/"
# Fonts, icons and the morphing module: `make front` brings them.
STATICFILES_DIRS = [("vendor", PACKAGE.parent / "build" / "vendor")]
STATIC_ROOT = env.folder(DATA / "static")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "setspace.web.static_files.HashedFiles"},
}
SERVESTATIC_MAX_AGE = 3600
SERVESTATIC_ALLOW_ALL_ORIGINS = False

# Logs: what went wrong and where, never a value. Nothing is mailed to administrators.

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"place": {"()": "setspace.lib.logs.PlaceFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "place"}},
    "root": {
        "handlers": ["console"],
        "level": env.choice("SETSPACE_LOG", "INFO", ("INFO", "WARNING", "ERROR")),
    },
    "loggers": {
        "uvicorn": {"handlers": ["console"], "level": "INFO", "propagate": False},
        "uvicorn.access": {"handlers": [], "level": "ERROR", "propagate": False},
        # Django's own set-up would mail errors, with what was posted, to the administrators.
        "django": {"handlers": [], "level": "INFO", "propagate": True},
    },
}
