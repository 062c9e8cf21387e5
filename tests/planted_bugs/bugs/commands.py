"""What a command takes, reads and leaves behind."""

from __future__ import annotations

from tests.planted_bugs.bug import Bug

ARGUMENTS, TAKEN = "cli/arguments.py", "cli/test_arguments.py"
YAML_FILE, WRITTEN = "kernel/yaml_file.py", "kernel/test_yaml_file.py"
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
        "    elif given.dry_run:\n", "    elif False:\n",
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
    Bug("the nights' file says what left (0052)", "privacy/evidence.py",
        "_by_the_clock(since, until) if version > 1 else ()", "()", EVIDENCE),
    Bug("no file tells of days to come (0052)", "web/staff/views/evidence.py",
        "if until > day_of(clock.now()):", "if False:", EVIDENCE),
    Bug("the fee of an order stands beside each price (S6)", "web/templates/components/tile.html",
        "if fee.minor else", "if false else", "web/shop/test_tiles.py"),
)  # fmt: skip
