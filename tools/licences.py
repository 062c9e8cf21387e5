"""Write docs/licences.md: every package that an installation runs, and its licence."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).parent.parent
HEAD = """# Licences of what is shipped and used

Reprise itself is under the Apache License 2.0. The display font *Bricolage Grotesque* in
`src/reprise/web/static/fonts/` is under the SIL Open Font License 1.1 (its text is beside it). The
packages below are installed by `make run`; each is used unchanged, in or beside our process.

| package | version | licence |
|---|---|---|
"""


def licence(name: str) -> tuple[str, str]:
    """(version, licence) as the package itself says."""
    facts = metadata(name)
    said = facts.get("License-Expression") or ""
    if not said:
        classified = [
            line.rsplit(" :: ", 1)[-1]
            for line in facts.get_all("Classifier") or []
            if line.startswith("License :: ")
        ]
        said = ", ".join(classified) or (facts.get("License") or "").strip().split("\n")[0]
    return facts["Version"], said


def main() -> None:
    locked = (ROOT / "requirements" / "run.txt").read_text()
    rows = []
    for name in re.findall(r"^([A-Za-z0-9._-]+)==", locked, re.MULTILINE):
        try:
            version, said = licence(name)
        except PackageNotFoundError:
            continue  # for another platform
        rows.append(f"| {name} | {version} | {said} |")
    (ROOT / "docs" / "licences.md").write_text(HEAD + "\n".join(rows) + "\n")


if __name__ == "__main__":
    main()
