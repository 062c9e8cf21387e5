"""`reprise run`: everything that a marketplace needs, in one terminal."""

from __future__ import annotations

import os
import signal
import socket
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from types import FrameType
from urllib.parse import urlsplit

from reprise.cli.children import Children
from reprise.cli.database import Database, open_database
from reprise.cli.environment import (
    NUMBERS,
    RUNNING,
    SANDBOX_ROLE,
    Choices,
    note_running,
    prepare,
    secret,
)
from reprise.cli.errors import Problem
from reprise.keys import Keys

START_PATIENCE = 60.0


class Stop(Exception):
    """Somebody asked for the end: Ctrl-C, SIGTERM or SIGHUP."""


def run(environ: Mapping[str, str]) -> int:
    """Serve until told to stop; 0 then.  Raises Problem for what a person can mend."""
    choices = Choices.read(environ)
    _for_real(environ, choices)
    _port_is_free(choices.port)
    prepare(choices.data)
    _begin_keys({**environ, "REPRISE_DATA": str(choices.data)})
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(number, _stop)
    children = Children(choices.data / "log")
    database: Database | None = None
    greeted = False
    try:
        database = open_database(choices)
        settings = settings_of(environ, choices, database)
        _say("database ready")
        children.run("migrate", _reprise("migrate"), settings)
        said = children.run("privacy", _reprise("privacy"), settings, secret=True)
        if said:
            _say(said)
        if choices.sandbox:
            _start_sandbox(children, choices, settings, database)
        children.start(
            "carrier",
            _carrier(settings["REPRISE_CARRIER_PORT"]),
            _told(settings, "CARRIER_"),
        )
        logins = ""
        if choices.demo:
            if "SMTP_HOST" not in environ:
                _start_mailbox(children, choices, settings)
            for party in ("SANDBOX_URL", "CARRIER_URL"):
                _wait_for(f"{settings[party]}/health", children)
            _say("loading the demo; the first time takes a minute")
            logins = children.run("demo", _reprise("demo"), settings, secret=True)
        # Who serves and works is never told another role's password.
        others = {"DATABASE_OWNER_URL", SANDBOX_ROLE}
        ours = {name: value for name, value in settings.items() if name not in others}
        # Without its database a worker waits for ever to end well; its jobs survive a kill.
        children.start(
            "worker",
            _worker(),
            ours | {"REPRISE_POOL": "0"},
            last_signal=signal.SIGKILL,
        )
        children.start("web", _web(choices.port), ours | {"REPRISE_POOL": "8"})
        _wait_for(f"http://127.0.0.1:{choices.port}/healthz", children)
        note_running(choices.data, settings | {"REPRISE_PID": str(os.getpid())})
        greeted = True
        _greet(choices, database, logins)
        while True:
            time.sleep(0.5)
            ended = children.ended()
            if ended:
                raise Problem(
                    f"“{ended}” has ended; its last words are in"
                    f" {choices.data / 'log' / f'{ended}.log'}."
                )
    except Stop:
        _say("stopping")
        return 0
    finally:
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            signal.signal(number, signal.SIG_IGN)
        children.stop()
        if greeted:
            (choices.data / RUNNING).unlink(missing_ok=True)
        if database is not None:
            database.stop()


def _for_real(environ: Mapping[str, str], choices: Choices) -> None:
    """Refuse to sell for play money by mistake, and to show demo pages to the world."""
    public = environ.get("REPRISE_PUBLIC_URL", "")
    host = urlsplit(public).hostname or "127.0.0.1"
    if choices.demo and host not in {"127.0.0.1", "localhost", "::1"}:
        raise Problem(
            f"REPRISE_PUBLIC_URL is {public}: demo mode is for this machine only."
            " Set REPRISE_DEMO=0."
        )
    sandbox = environ.get("REPRISE_PAYMENT_PROVIDER", "sandbox") == "sandbox"
    if sandbox and not choices.sandbox:
        raise Problem(
            "Without demo mode the sandbox payment provider would sell for play money;"
            " set REPRISE_ALLOW_SANDBOX=1 if that is what you want."
        )


def _begin_keys(environ: Mapping[str, str]) -> None:
    """Make the keys that every installation has, before anything is sealed (decision 0038)."""
    keys = Keys.of(environ)
    try:
        keys.begin()
    except OSError as failure:
        raise Problem(
            f"The keys cannot be kept in {keys.folder} ({failure.strerror});"
            " choose another folder with REPRISE_KEYS=/path."
        ) from None


def _stop(number: int, frame: FrameType | None) -> None:
    raise Stop


def settings_of(environ: Mapping[str, str], choices: Choices, database: Database) -> dict[str, str]:
    """What the processes of a marketplace are told."""
    sandbox_port, mail_port, carrier_port = _free_port(), _free_port(), _free_port()
    public = environ.get("REPRISE_PUBLIC_URL") or f"http://127.0.0.1:{choices.port}"
    # A number that was left blank is the default, not a number.
    given = {name: value for name, value in environ.items() if value or name not in NUMBERS}
    return {
        **given,
        "DJANGO_SETTINGS_MODULE": "reprise.config.settings",
        "PORT": str(choices.port),
        "DATABASE_URL": database.url,
        "DATABASE_OWNER_URL": database.owner_url,
        "REPRISE_RUNNING_ROLE": database.running_role,
        "REPRISE_SECRET_KEY": environ.get("REPRISE_SECRET_KEY")
        or secret(choices.data, "secret_key"),
        "REPRISE_DATA": str(choices.data),
        "REPRISE_DEMO": "1" if choices.demo else "",
        "REPRISE_PUBLIC_URL": public,
        "REPRISE_SANDBOX_PORT": str(sandbox_port),
        "REPRISE_DEMO_PASSWORD": secret(choices.data, "demo_password")[:12],
        "SANDBOX_URL": f"http://127.0.0.1:{sandbox_port}" if choices.sandbox else "",
        "SANDBOX_API_KEY": secret(choices.data, "sandbox_api_key"),
        "SANDBOX_WEBHOOK_SECRET": secret(choices.data, "sandbox_webhook_secret"),
        "SANDBOX_WEBHOOK_URL": f"http://127.0.0.1:{choices.port}/hooks/payments/sandbox/",
        "REPRISE_CARRIER_PORT": str(carrier_port),
        "CARRIER_URL": f"http://127.0.0.1:{carrier_port}",
        "CARRIER_API_KEY": secret(choices.data, "carrier_api_key"),
        "CARRIER_WEBHOOK_SECRET": secret(choices.data, "carrier_webhook_secret"),
        "CARRIER_WEBHOOK_URL": f"http://127.0.0.1:{choices.port}/hooks/carriers/sandbox/",
        **(
            {"SMTP_HOST": "127.0.0.1", "SMTP_PORT": str(mail_port)}
            if choices.demo and "SMTP_HOST" not in environ
            else {}
        ),
    }


def _told(settings: Mapping[str, str], *parties: str) -> dict[str, str]:
    """What a process of an outside party is told: its own variables, and none of our secrets."""
    machine = {"PATH", "PYTHONPATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "VIRTUAL_ENV"}
    return {
        name: value
        for name, value in settings.items()
        if name in machine or name.startswith(parties)
    }


def _start_sandbox(
    children: Children, choices: Choices, settings: Mapping[str, str], database: Database
) -> None:
    """The provider of play money, which is told no other role's password than its own."""
    children.start(
        "sandbox",
        [
            sys.executable, "-m", "reprise.sandbox.payment",
            "--port", settings["REPRISE_SANDBOX_PORT"],
        ],
        # PG*: how PostgreSQL itself is reached, a certificate or a password file.
        _told(settings, "SANDBOX_", "PG")
        | {"SANDBOX_DATABASE_URL": database.sandbox_url}
        # A demo has a past, which is played at the provider as well (decision 0020).
        | ({"SANDBOX_TEST_CLOCK": "1"} if choices.demo else {}),
    )  # fmt: skip


def _start_mailbox(children: Children, choices: Choices, settings: dict[str, str]) -> None:
    """In demo mode, e-mails go over SMTP into a Maildir that /dev/mailbox shows."""
    folder = choices.data / "mailbox"
    settings["REPRISE_MAILBOX"] = str(folder)
    children.start(
        "mail",
        [
            sys.executable, "-m", "aiosmtpd", "-n",
            "-l", f"{settings['SMTP_HOST']}:{settings['SMTP_PORT']}",
            "-c", "aiosmtpd.handlers.Mailbox", str(folder),
        ],
        _told(settings),
    )  # fmt: skip


def _reprise(command: str) -> list[str]:
    return [sys.executable, "-m", "reprise.cli", command]


def _carrier(port: str) -> list[str]:
    return [sys.executable, "-m", "reprise.sandbox.carrier", "--port", port]


def _worker() -> list[str]:
    return [
        sys.executable, "-m", "django", "procrastinate", "worker",
        "--concurrency", "4", "--delete-jobs", "successful",
    ]  # fmt: skip


def _web(port: int) -> list[str]:
    return [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1",
        "--port", str(port), "--workers", "2", "--blocking-threads", "4",
        "--backpressure", "64", "--no-access-log", "--workers-kill-timeout", "5",
        "reprise.config.wsgi:application",
    ]  # fmt: skip


def _port_is_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except PermissionError:
            raise Problem(
                f"Port {port} needs more rights than you have; choose one from 1024 on,"
                " for example `make run PORT=8001`."
            ) from None
        except OSError:
            raise Problem(
                f"Port {port} is taken; choose another one, for example `make run PORT={port + 1}`."
            ) from None


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(url: str, children: Children) -> None:
    end = time.monotonic() + START_PATIENCE
    while time.monotonic() < end:
        ended = children.ended()
        if ended:
            raise Problem(f"“{ended}” did not start; see {children.logs / f'{ended}.log'}.")
        try:
            with urllib.request.urlopen(url, timeout=2) as answer:  # noqa: S310  our own address
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise Problem(f"{url} did not answer within {START_PATIENCE:.0f} seconds; see {children.logs}.")


def _say(text: str) -> None:
    print(f"reprise: {text}", flush=True)


def _greet(choices: Choices, database: Database, logins: str) -> None:
    base = f"http://127.0.0.1:{choices.port}"
    print(f"\n  The shop      {base}/")
    print(f"  Seller room   {base}/seller/")
    print(f"  Staff room    {base}/staff/")
    if choices.demo:
        print(f"  E-mails       {base}/dev/mailbox/")
        print(f"  Carrier       {base}/dev/carrier/")
    print(f"  Data          {choices.data}")
    if logins:
        print("\n" + "\n".join(f"  {login}" for login in logins.splitlines()))
    if choices.sandbox and not choices.demo:
        print("\n  PLAY MONEY: the sandbox takes every payment (REPRISE_ALLOW_SANDBOX=1).")
        print("  Anybody can “pay” here without paying. Ship nothing that you are not giving away.")
    for note in database.notes:
        print(f"\n  Note: {note}")
    print(
        "\n  Plain HTTP on this machine only. Ctrl-C stops everything; nothing is lost.\n",
        flush=True,
    )
