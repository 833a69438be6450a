"""What `make check` finds on this machine beyond Python: PostgreSQL, Redis, a browser."""

import os
import shutil
import subprocess

import psycopg
import redis
from psycopg import sql

POSTGRES = "SETSPACE_TEST_POSTGRES_URL"
REDIS = "SETSPACE_TEST_REDIS_URL"
USUAL = {
    POSTGRES: "postgresql://postgres@127.0.0.1:5432/postgres",
    REDIS: "redis://127.0.0.1:6379/0",
}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
INSTALL_BROWSER = "apt-get install --yes --no-install-recommends chromium"


def in_ci() -> bool:
    return os.environ.get("CI") == "true"


def find_postgres() -> bool:
    """Whether a server answers. Its address is left in the environment for the tests."""
    address = os.environ.setdefault(POSTGRES, USUAL[POSTGRES])
    try:
        psycopg.connect(address, connect_timeout=3).close()
    except psycopg.OperationalError:
        del os.environ[POSTGRES]
        return False
    return True


def find_redis() -> bool:
    """Whether a server answers. Its address is left in the environment for the tests."""
    address = os.environ.setdefault(REDIS, USUAL[REDIS])
    try:
        with redis.Redis.from_url(address, socket_connect_timeout=3) as server:
            server.ping()
    except redis.RedisError:
        del os.environ[REDIS]
        return False
    return True


def drop_databases(prefix: str) -> None:
    """Tests drop their databases themselves; this catches those of a run that was cut short."""
    with psycopg.connect(os.environ[POSTGRES], autocommit=True) as server:
        rows = server.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [prefix])
        for (name,) in rows.fetchall():
            server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def find_browser() -> bool:
    """Whether Chromium is here; on a Debian where this runs as root it is installed first."""
    if any(shutil.which(name) for name in BROWSERS):
        return True
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in ("apt-get update", INSTALL_BROWSER):
        subprocess.run(command.split(), env=quiet, stdout=subprocess.DEVNULL, check=False)
    return any(shutil.which(name) for name in BROWSERS)
