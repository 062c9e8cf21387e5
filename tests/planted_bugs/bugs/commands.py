"""What a command takes, reads and leaves behind."""

from __future__ import annotations

from tests.planted_bugs.bug import Bug

ARGUMENTS, TAKEN = "cli/arguments.py", "cli/test_arguments.py"
YAML_FILE, WRITTEN = "kernel/yaml_file.py", "kernel/test_yaml_file.py"
ATTACH, STARTED = "cli/attach.py", "cli/test_run.py"
READING, READ = "law/reading.py", "law/test_reading.py"
EVIDENCE = "web/staff/evidence/test_what_each_tells.py"

BUGS = (
    Bug("no flag is ignored beside a verb", ARGUMENTS,
        'if given.command == "privacy" and given.verb and given.begin_journal:', "if False:",
        TAKEN),
    Bug("a verb takes no other verb's flags", ARGUMENTS,
        "    for verb in (add, remove):\n",
        '    remove.add_argument("--supervisor", action="store_true")\n'
        "    for verb in (add, remove):\n", TAKEN),
    Bug("a dry run does nothing again (0039)", "cli/__init__.py",
        "        elif given.dry_run:\n", "        elif False:\n",
        "privacy/test_journal.py"),
    Bug("what is written twice is refused", YAML_FILE, "if name in first:", "if False:", WRITTEN),
    Bug("NO is Norway", YAML_FILE, "if pair[0] not in (_BOOL, _TIME)", "if pair[0] != _TIME",
        WRITTEN),
    Bug("an hour that clocks skip is none", READING,
        "replace(tzinfo=None) != moment:", "replace(tzinfo=None) is None:", READ),
    Bug("a year is one that periods can be added to", READING,
        "if not FIRST_YEAR <= day.year <= LAST_YEAR:", "if False:", READ),
    Bug("a shell's secrets are not kept", "cli/environment.py",
        "(name.startswith(OURS) or name in OURS_ALONE) and ", "", "cli/test_run.py"),
    Bug("a command joins the marketplace of its own database", ATTACH,
        'if url in {told["DATABASE_URL"], told["DATABASE_OWNER_URL"]}:', "if False:", STARTED),
    Bug("and of no other one", ATTACH,
        'if url in {told["DATABASE_URL"], told["DATABASE_OWNER_URL"]}:', "if True:", STARTED),
    Bug("nor one that has ended", "cli/environment.py",
        "return path.exists() and _lives(_read(path))", "return path.exists()", STARTED),
    Bug("what is decided before anybody is served finds its database", ATTACH,
        'or not (choices.data / "postgres").is_dir():', "or True:", STARTED),
    Bug("and makes none", ATTACH, 'or not (choices.data / "postgres").is_dir():', "or False:",
        STARTED),
    Bug("the tables are brought up to date before", "cli/__init__.py",
        "        if alone:\n", "        if False:\n", STARTED),
    Bug("the role that serves is granted what it needs", "config/database.py",
        'return user if user and url != owner_url else "reprise_app"', 'return "reprise_app"',
        "config/test_database.py"),
    Bug("settings are looked at without a key", "web/account/kept.py",
        "def _signer() -> Signer:", "_once = Signer()\n\n\ndef _signer() -> Signer:", STARTED),
    Bug("the nights' file says what left (0052)", "privacy/evidence.py",
        "_by_the_clock(since, until) if version > 1 else ()", "()", EVIDENCE),
    Bug("no file tells of days to come (0052)", "web/staff/views/evidence.py",
        "if until > clock.now().date():", "if False:", EVIDENCE),
    Bug("nor of a day that has begun in Paris alone", "web/staff/views/evidence.py",
        "if until > clock.now().date():",
        "if until > clock.now().date() + timedelta(days=1):", EVIDENCE),
    Bug("a page offers no day that is to come", "web/staff/views/consent.py",
        '"last_day": now.date(),', '"last_day": today,', EVIDENCE),
    Bug("a request's day is that of the law's calendar", "privacy/evidence.py",
        "CALENDAR.day_of(each.asked_at) >=", "each.asked_at.date() >=", EVIDENCE),
    Bug("the fee of an order stands beside each price (S6)", "web/templates/components/tile.html",
        "if fee.minor else", "if false else", "web/shop/test_tiles.py"),
)  # fmt: skip
