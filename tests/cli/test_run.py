"""What `reprise run` says when something is wrong: one sentence, and an exit code."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from reprise.cli.attach import attach
from reprise.cli.environment import Choices, note_running, running_environment, secret
from reprise.cli.errors import Problem
from reprise.cli.postgres import EmbeddedServer


def run(*command: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """`reprise run`, or another command, told nothing but ``settings``."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("DATABASE_", "REPRISE_", "SANDBOX_", "SMTP_", "DJANGO_"))
    }
    return subprocess.run(
        [sys.executable, "-m", "reprise.cli", *(command or ("run",))],
        env=kept | settings,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def one_sentence(done: subprocess.CompletedProcess[str], *words: str) -> None:
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1, done.stderr
    for word in words:
        assert word in done.stderr


@pytest.mark.parametrize("port", ["abc", "0", "65536", "-1"])
def test_a_port_that_is_none(port: str) -> None:
    one_sentence(run(PORT=port), "PORT", port)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("REPRISE_DEMO_ORDERS", "abc"), ("REPRISE_DEMO_ORDERS", "-5"), ("SMTP_PORT", "x"),
        ("REPRISE_PROXIES", "1.5"), ("REPRISE_API_PER_MINUTE", "0"),
        ("REPRISE_SEARCHES_PER_MINUTE", "many"), ("REPRISE_ACCEPTANCE_HOURS", "97"),
    ],
)  # fmt: skip
def test_a_number_that_is_none_stops_before_anything_starts(
    tmp_path: Path, name: str, text: str
) -> None:
    data = tmp_path / "d"
    one_sentence(run(REPRISE_DATA=str(data), **{name: text}), name, text)
    assert not data.exists()


@pytest.mark.parametrize(
    "text",
    ["shop", "https://", "ftp://shop.example", "https://shop.example/", "https://a/b",
     "http://[::1", "http://a:b"],
)  # fmt: skip
def test_a_public_address_that_no_link_can_begin_with(tmp_path: Path, text: str) -> None:
    done = run(REPRISE_DATA=str(tmp_path), REPRISE_DEMO="0", REPRISE_PUBLIC_URL=text)
    one_sentence(done, "REPRISE_PUBLIC_URL", text)


def test_an_operator_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "operator.toml").write_text('name = "Exemple SAS"')
    for file, said in (("operator.toml", "email is missing"), ("none.toml", "cannot be read")):
        done = run(REPRISE_DATA=str(tmp_path), REPRISE_OPERATOR=str(tmp_path / file))
        one_sentence(done, "REPRISE_OPERATOR", file, said)


def test_what_was_left_blank_is_the_default() -> None:
    from reprise.cli.environment import NUMBERS

    blank = dict.fromkeys([*NUMBERS, "REPRISE_PUBLIC_URL"], "")
    assert Choices.read(blank) == Choices.read({})


def test_a_port_that_is_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        one_sentence(run(PORT=port), port, "taken")


def test_a_data_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    one_sentence(run(PORT="18099", REPRISE_DATA=str(tmp_path / "file")), "file")


def test_keys_that_cannot_be_kept(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = run(PORT="18099", REPRISE_DATA=str(tmp_path / "d"), REPRISE_KEYS=str(tmp_path / "file"))
    one_sentence(done, "REPRISE_KEYS", str(tmp_path / "file"))


def test_a_database_that_cannot_be_reached(tmp_path: Path) -> None:
    url = "postgresql://nobody:x@127.0.0.1:1/none"
    done = run(PORT="18099", REPRISE_DATA=str(tmp_path / "d"), DATABASE_URL=url)
    one_sentence(done, "DATABASE_URL", "cannot be reached")
    assert "OWNER" not in done.stderr


@pytest.mark.parametrize("url", ["mysql://shop:secret@host/db", "secret"])
def test_an_address_of_no_database_is_not_repeated(tmp_path: Path, url: str) -> None:
    done = run(PORT="18099", REPRISE_DATA=str(tmp_path / "d"), DATABASE_URL=url)
    one_sentence(done, "DATABASE_URL", "postgresql://")
    assert "secret" not in done.stderr, "it may hold a password"


@pytest.mark.parametrize("command", ["migrate", "demo", "check-books", "rebuild", "sweep"])
def test_each_command_says_that_its_database_does_not_answer(command: str) -> None:
    done = run(command, DATABASE_URL="postgresql://nobody:x@127.0.0.1:1/none")
    one_sentence(done, "The database cannot be reached", "127.0.0.1")


def test_a_command_that_was_told_no_database_says_what_to_set() -> None:
    one_sentence(run("migrate", PGHOST="/nowhere"), "Set DATABASE_URL", "make run")


def test_demo_mode_is_not_for_the_world(tmp_path: Path) -> None:
    done = run(REPRISE_DATA=str(tmp_path), REPRISE_PUBLIC_URL="https://shop.example")
    one_sentence(done, "demo mode", "REPRISE_DEMO=0")


def test_play_money_is_not_taken_by_mistake(tmp_path: Path) -> None:
    one_sentence(run(REPRISE_DATA=str(tmp_path), REPRISE_DEMO="0"), "REPRISE_ALLOW_SANDBOX=1")


def test_damaged_files_are_said(tmp_path: Path) -> None:
    (tmp_path / "secrets.json").write_text("{")
    with pytest.raises(Problem, match=r"secrets\.json"):
        secret(tmp_path, "x")
    (tmp_path / "running.json").write_text("[]")
    with pytest.raises(Problem, match="damaged"):
        running_environment({"REPRISE_DATA": str(tmp_path)})


def test_a_second_terminal_learns_what_is_ours_and_nothing_else(tmp_path: Path) -> None:
    """The shell that started it may hold anybody's secrets."""
    ours = {
        "REPRISE_PID": str(os.getpid()), "REPRISE_SECRET_KEY": "k", "DATABASE_URL": "app",
        "SMTP_PASSWORD": "p", "PGSSLROOTCERT": "/ca", "PORT": "8000", "SANDBOX_API_KEY": "s",
        "DATABASE_OWNER_URL": "owner", "CARRIER_URL": "c",
        "DJANGO_SETTINGS_MODULE": "reprise.config.settings",
    }  # fmt: skip
    others = {
        "AWS_SECRET_ACCESS_KEY": "a", "GITHUB_TOKEN": "g", "PATH": "/bin", "HOME": "/root",
        "SANDBOX_DATABASE_URL": "sandbox",
    }  # fmt: skip
    note_running(tmp_path, ours | others)
    assert running_environment({"REPRISE_DATA": str(tmp_path)}) == ours
    assert (tmp_path / "running.json").stat().st_mode & 0o777 == 0o600


def test_a_secret_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    first = secret(tmp_path, "x")
    assert secret(tmp_path, "y") != first
    assert secret(tmp_path, "x") == first
    assert (tmp_path / "secrets.json").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("text", ["yes", "true", "2"])
def test_yes_or_no_is_zero_or_one(text: str) -> None:
    with pytest.raises(Problem, match="REPRISE_DEMO"):
        Choices.read({"REPRISE_DEMO": text})


def test_an_outside_party_is_told_none_of_our_secrets() -> None:
    from reprise.cli.run import _told

    settings = {
        "PATH": "/bin", "DATABASE_URL": "x", "DATABASE_OWNER_URL": "x", "REPRISE_SECRET_KEY": "x",
        "CARRIER_API_KEY": "c", "SANDBOX_API_KEY": "s", "SMTP_PASSWORD": "x",
        "PGSSLROOTCERT": "/ca",
    }  # fmt: skip
    assert _told(settings, "CARRIER_") == {"PATH": "/bin", "CARRIER_API_KEY": "c"}
    assert _told(settings, "SANDBOX_") == {"PATH": "/bin", "SANDBOX_API_KEY": "s"}
    assert _told(settings) == {"PATH": "/bin"}
    assert _told(settings, "PG") == {"PATH": "/bin", "PGSSLROOTCERT": "/ca"}


def test_play_money_outside_a_demo_is_said_loudly(capsys: pytest.CaptureFixture[str]) -> None:
    from reprise.cli.database import Database
    from reprise.cli.run import _greet

    database = Database("", "", "", "", notes=("one", "two"))
    for environ, loud in (
        ({"REPRISE_DEMO": "0", "REPRISE_ALLOW_SANDBOX": "1"}, True),
        ({"REPRISE_DEMO": "1"}, False),
        ({"REPRISE_DEMO": "0", "REPRISE_PAYMENT_PROVIDER": "another"}, False),
    ):
        _greet(Choices.read(environ), database, "")
        said = capsys.readouterr().out
        assert ("PLAY MONEY" in said) is loud
        assert said.index("one") < said.index("two")


def test_settings_are_looked_at_without_the_key_that_they_lack() -> None:
    done = run("check-settings", DATABASE_URL="postgresql://nobody:x@127.0.0.1:1/none")
    assert done.returncode == 1
    assert "security.W009" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout.endswith(" left open.\n")


class TestWhichMarketplace:
    @pytest.fixture
    def told(self, tmp_path: Path) -> dict[str, str]:
        told = {
            "REPRISE_PID": str(os.getpid()), "DATABASE_URL": "postgresql://app@here/shop",
            "DATABASE_OWNER_URL": "postgresql://owner@here/shop", "REPRISE_SECRET_KEY": "k",
        }  # fmt: skip
        note_running(tmp_path, told)
        return told

    @pytest.mark.parametrize("role", ["app", "owner"])
    def test_a_command_joins_the_one_that_runs_on_its_database(
        self, tmp_path: Path, told: dict[str, str], role: str
    ) -> None:
        """Whoever has given `reprise run` an address has it in their shell as well."""
        environ = {
            "REPRISE_DATA": str(tmp_path), "DATABASE_URL": f"postgresql://{role}@here/shop",
        }  # fmt: skip
        attach(environ)
        assert environ == told | {"REPRISE_DATA": str(tmp_path)}

    def test_it_is_told_nothing_of_another_database(
        self, tmp_path: Path, told: dict[str, str]
    ) -> None:
        environ = {"REPRISE_DATA": str(tmp_path), "DATABASE_URL": "postgresql://app@there/shop"}
        before = dict(environ)
        attach(environ)
        assert environ == before

    def test_nor_of_one_that_has_ended(self, tmp_path: Path, told: dict[str, str]) -> None:
        gone = subprocess.Popen([sys.executable, "-c", ""])
        gone.wait()
        note_running(tmp_path, told | {"REPRISE_PID": str(gone.pid)})
        environ = {"REPRISE_DATA": str(tmp_path), "DATABASE_URL": told["DATABASE_URL"]}
        before = dict(environ)
        attach(environ)
        assert environ == before


class TestWhatIsDecidedBeforeAnyIsServed:
    def test_finds_the_embedded_database_standing_still(self, tmp_path: Path) -> None:
        """`reprise run` stops where the journal is lost: nothing else runs the database then."""
        with EmbeddedServer(tmp_path / "postgres"):
            pass
        first = run("privacy", "--begin-journal", REPRISE_DATA=str(tmp_path))
        assert (first.returncode, first.stderr) == (0, "")
        assert first.stdout == "a new journal knows 0 acts\n"
        again = run("privacy", "replay", REPRISE_DATA=str(tmp_path))
        assert again.stdout.startswith("nothing is to be done again"), again.stderr

    def test_makes_none(self, tmp_path: Path) -> None:
        done = run("privacy", "replay", REPRISE_DATA=str(tmp_path))
        one_sentence(done, "No marketplace runs")
        assert list(tmp_path.iterdir()) == []
