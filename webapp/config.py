"""Every setting, once. Read from the environment; .env.example explains each."""

import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, fields
from email.utils import parseaddr
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet

from audio.engines import GOOGLE, Places

ROOT = Path(__file__).parent.parent
DEVELOPMENT, PRODUCTION = "development", "production"
SECRETS = ("SECRET_KEY", "FIELD_KEYS")
SEARCH_ENGINES = ("auto", "whoosh", "tantivy", "postgresql")
# Settings that are whole numbers, each with its default.
NUMBERS = {
    "TRUSTED_PROXIES": "0",
    "FORMS_DISK_GB": "20",
    "FORMS_AT_ONCE": "1",
    "VIDEO_MOST_MB": "500",
    "MAIL_PER_MINUTE": "0",
    "IMAP_KEEP_DAYS": "7",
}


# 32 bytes in base64url (RFC 8292), without what fills it up.
VAPID_KEY = re.compile(r"[A-Za-z0-9_-]{43}")


class ConfigError(Exception):
    """A setting is missing or wrong; the message says which and what to do."""


@dataclass(frozen=True)
class Config:
    """The settings. Paths are absolute; URLs are without a slash at the end."""

    SECRET_KEY: str
    # Fernet keys for what identifies a complainant, newest first, separated by commas.
    FIELD_KEYS: str
    INSTANCE_DIR: Path
    SIANG_ENV: str = DEVELOPMENT
    PORT: int = 8000
    BASE_URL: str = "http://127.0.0.1:8000"
    DATABASE_URL: str = ""
    SEARCH_ENGINE: str = "auto"
    SPEECH_ENGINE: str = "espeak"
    # Where the neural voice's weights are; empty: voices/neural in INSTANCE_DIR.
    NEURAL_VOICE_DIR: str = ""
    # Where the online voice is asked; another one for a mirror or for tests.
    GTTS_URL: str = GOOGLE
    # How much disk the forms may fill that nobody has asked for; 0 makes only what is asked for.
    FORMS_DISK_GB: int = 20
    # How many forms are made at once; each takes a worker and a processor for minutes.
    FORMS_AT_ONCE: int = 1
    # The largest video in sign language, in megabytes of a million bytes.
    VIDEO_MOST_MB: int = 500
    JOBS_URL: str = ""
    MAIL_URL: str = ""
    MAIL_FROM: str = "siang-sapha@localhost"
    # How many letters a worker sends in a minute at most; 0 is without limit.
    MAIL_PER_MINUTE: int = 0
    # The office's mailbox, imaps://…: what citizens write, and letters that come back; empty: none
    # is read.
    IMAP_URL: str = ""
    # The folder of that mailbox to which letters are moved once they are taken in, and after how
    # many days they are deleted there.
    IMAP_DONE: str = "Taken-in"
    IMAP_KEEP_DAYS: int = 7
    # The scanner of malware, tcp://host:3310 or unix:/run/clamav/clamd.ctl; empty: none is asked.
    CLAMD_URL: str = ""
    # The address that citizens write to; empty: that of MAIL_FROM where IMAP_URL is set, else none.
    COMPLAINTS_ADDRESS: str = ""
    # How people reach the office without this service; what is empty is said to be unknown.
    OFFICE_TELEPHONE: str = ""
    OFFICE_ADDRESS_TH: str = "1111 ถนนสามเสน แขวงถนนนครไชยศรี เขตดุสิต กรุงเทพฯ 10300"
    OFFICE_ADDRESS_EN: str = "1111 Samsen Road, Thanon Nakhon Chai Si, Dusit, Bangkok 10300"
    OFFICE_FACEBOOK: str = ""
    # Signs what a mail provider tells of letters that came back; empty: nobody is believed.
    BOUNCE_SECRET: str = ""
    # A LINE Official Account: empty where there is none.
    LINE_CHANNEL_SECRET: str = ""
    LINE_CHANNEL_TOKEN: str = ""
    LINE_ACCOUNT_ID: str = ""
    LINE_API_URL: str = "https://api.line.me"
    # Where LINE hands over the files that people send.
    LINE_DATA_URL: str = "https://api-data.line.me"
    # The key that names this site to browsers' push services; empty: no push messages.
    VAPID_PRIVATE_KEY: str = ""
    # Push messages go to these hosts and those below them, never elsewhere.
    PUSH_HOSTS: str = (
        "fcm.googleapis.com,push.services.mozilla.com,push.apple.com,notify.windows.com"
    )
    # How many proxies stand in front; each adds one X-Forwarded-For, and only those are believed.
    TRUSTED_PROXIES: int = 0
    # Whether the day on which a bill arrives is day 1; the Constitution does not say (s.136).
    FIRST_DAY_COUNTS: bool = True
    TESTING: bool = False
    RATE_LIMITS: bool = True

    @classmethod
    def from_env(cls, environ: Mapping[str, str] | None = None) -> "Config":
        """Read the settings from `environ` (default: the process's own).

        Raises `ConfigError` where production lacks a secret or a number is not one.
        """
        env = os.environ if environ is None else environ
        values: dict[str, Any] = {
            field.name: env[field.name] for field in fields(cls) if env.get(field.name)
        }
        instance = Path(values.get("INSTANCE_DIR", ROOT / "instance")).resolve()
        values["INSTANCE_DIR"] = instance
        values["PORT"] = _number("PORT", values.get("PORT", "8000"))
        for name, usual in NUMBERS.items():
            values[name] = _number(name, values.get(name, usual))
        values.setdefault("BASE_URL", _address(instance, values["PORT"], "PORT" in env))
        values["BASE_URL"] = values["BASE_URL"].rstrip("/")
        values.pop("TESTING", None)
        for name in ("RATE_LIMITS", "FIRST_DAY_COUNTS"):
            values[name] = env.get(name) != "off"
        for name in SECRETS:
            if name in values:
                continue
            if values.get("SIANG_ENV") == PRODUCTION:
                raise ConfigError(
                    f"{name} is not set. In production every secret comes from the environment: "
                    f"set {name} and start again (docs/operations.md says how to make one)."
                )
            values[name] = _kept_secret(instance, name)
        config = cls(**values)
        config.check_search_engine()
        config.check_outside_services()
        return config

    def check_search_engine(self) -> None:
        """Raise `ConfigError` for a search engine that there is not, or that has no database."""
        if self.SEARCH_ENGINE not in SEARCH_ENGINES:
            raise ConfigError(
                f"SEARCH_ENGINE is {self.SEARCH_ENGINE!r}; it must be one of: "
                f"{', '.join(SEARCH_ENGINES)}."
            )
        if self.SEARCH_ENGINE == "postgresql" and not self.postgresql_url:
            raise ConfigError(
                "SEARCH_ENGINE is postgresql, but DATABASE_URL names no PostgreSQL database. "
                "Set DATABASE_URL to postgresql://…, or SEARCH_ENGINE to auto."
            )

    def check_outside_services(self) -> None:
        """Raise `ConfigError` for half a LINE account, a key of another kind, an odd mailbox."""
        if bool(self.LINE_CHANNEL_SECRET) != bool(self.LINE_CHANNEL_TOKEN):
            raise ConfigError(
                "LINE needs both LINE_CHANNEL_SECRET and LINE_CHANNEL_TOKEN, or neither."
            )
        if self.VAPID_PRIVATE_KEY and not VAPID_KEY.fullmatch(self.VAPID_PRIVATE_KEY):
            raise ConfigError(
                "VAPID_PRIVATE_KEY is no key: docs/operations.md says how to make one "
                "(43 letters, digits, - and _)."
            )
        if self.CLAMD_URL and not self.CLAMD_URL.startswith(("tcp://", "unix:")):
            raise ConfigError("CLAMD_URL must begin with tcp:// or unix:")
        if self.IMAP_URL and not self.IMAP_URL.startswith(("imaps://", "imap://")):
            raise ConfigError("IMAP_URL must begin with imaps:// (or imap:// on this machine).")

    @property
    def complaints_address(self) -> str:
        """Where citizens write to, and answer our letters about a message; "" where e-mail to the
        office is not read."""
        own = parseaddr(self.MAIL_FROM)[1] if self.IMAP_URL else ""
        return self.COMPLAINTS_ADDRESS or own

    @property
    def own_addresses(self) -> frozenset[str]:
        """The addresses of the service itself, in small letters."""
        return frozenset(
            {self.complaints_address.lower(), parseaddr(self.MAIL_FROM)[1].lower()} - {""}
        )

    def make_folders(self) -> None:
        """Make the folders that hold what the service writes."""
        for folder in (self.INSTANCE_DIR, self.forms_dir, self.search_dir, self.upload_dir):
            folder.mkdir(parents=True, exist_ok=True)

    @property
    def database_url(self) -> str:
        """The database's address in SQLAlchemy's form."""
        url = self.DATABASE_URL or f"sqlite:///{self.INSTANCE_DIR / 'siang.db'}"
        return url.replace("postgresql://", "postgresql+psycopg://", 1)

    @property
    def postgresql_url(self) -> str:
        """The database's address in libpq's form; empty where it is not PostgreSQL."""
        url = self.database_url
        return url.replace("+psycopg", "", 1) if url.startswith("postgresql") else ""

    def _engine_options(self) -> dict[str, Any]:
        # A database host that does not answer must not keep every page waiting.
        if self.DATABASE_URL.startswith("postgresql"):
            return {"pool_pre_ping": True, "connect_args": {"connect_timeout": 5}}
        return {"pool_pre_ping": True}

    @property
    def mail_url(self) -> str:
        """Where mail goes: `smtp://…` or `file:DIR`."""
        return self.MAIL_URL or f"file:{self.INSTANCE_DIR / 'mail'}"

    @property
    def forms_dir(self) -> Path:
        """Sounds, books, braille and print of documents, by content hash."""
        return self.INSTANCE_DIR / "forms"

    @property
    def news_dir(self) -> Path:
        """News as sound, by content hash; what is gone is made again."""
        return self.INSTANCE_DIR / "news"

    @property
    def voice_places(self) -> Places:
        """Where voices find their weights and keep what they said."""
        voices = self.INSTANCE_DIR / "voices"
        neural = Path(self.NEURAL_VOICE_DIR) if self.NEURAL_VOICE_DIR else voices / "neural"
        return Places(cache=voices / "google", neural=neural, google=self.GTTS_URL)

    @property
    def search_dir(self) -> Path:
        """The search index's files."""
        return self.INSTANCE_DIR / "search_index"

    @property
    def upload_dir(self) -> Path:
        """What citizens attach, encrypted."""
        return self.INSTANCE_DIR / "uploads"

    def for_flask(self) -> dict[str, Any]:
        """The settings under the names that Flask and its extensions look for."""
        production = self.SIANG_ENV == PRODUCTION
        return {
            "SECRET_KEY": self.SECRET_KEY,
            "TESTING": self.TESTING,
            "SQLALCHEMY_DATABASE_URI": self.database_url,
            "SQLALCHEMY_ENGINE_OPTIONS": self._engine_options(),
            "BABEL_DEFAULT_LOCALE": "th",
            "BABEL_DEFAULT_TIMEZONE": "Asia/Bangkok",
            "SESSION_COOKIE_SAMESITE": "Lax",
            "SESSION_COOKIE_SECURE": production,
            "SESSION_COOKIE_HTTPONLY": True,
            "PERMANENT_SESSION_LIFETIME": 8 * 3600,
            "MAX_CONTENT_LENGTH": 25 * 1024 * 1024,
            "MAX_FORM_MEMORY_SIZE": 2 * 1024 * 1024,
            "WTF_CSRF_TIME_LIMIT": 8 * 3600,
            "RATELIMIT_ENABLED": self.RATE_LIMITS,
            "RATELIMIT_STORAGE_URI": self.JOBS_URL
            if self.JOBS_URL.startswith("redis")
            else "memory://",
            "SEND_FILE_MAX_AGE_DEFAULT": 365 * 24 * 3600,
        }


def _number(name: str, text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise ConfigError(f"{name} is {text!r}; it must be a whole number.") from None


def _address(instance: Path, port: int, port_is_set: bool) -> str:
    """Where the site is, for commands typed beside a running one: what `make run` left there."""
    left = instance / "address"
    if left.exists() and not port_is_set:
        return left.read_text().strip()
    return f"http://127.0.0.1:{port}"


def _kept_secret(instance: Path, name: str) -> str:
    """A secret made once for this machine, so that log-ins outlive a restart."""
    file = instance / name.lower()
    if not file.exists():
        instance.mkdir(parents=True, exist_ok=True)
        made = Fernet.generate_key().decode() if name == "FIELD_KEYS" else secrets.token_urlsafe(48)
        file.touch(mode=0o600)
        file.write_text(made)
    return file.read_text().strip()
