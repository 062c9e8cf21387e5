"""Make the package in `src` importable in an environment, and the `reprise` command there."""

from __future__ import annotations

import sys
from pathlib import Path


def main(environment: str) -> None:
    """Write a path file and a command into the virtual environment at ``environment``."""
    venv = Path(environment).resolve()
    packages = next(venv.glob("lib/python3*/site-packages"))
    (packages / "reprise.pth").write_text(f"{Path('src').resolve()}\n")
    command = venv / "bin" / "reprise"
    command.write_text(
        f"#!{venv}/bin/python\nimport sys\n\nfrom reprise.cli import main\n\nsys.exit(main())\n"
    )
    command.chmod(0o755)


if __name__ == "__main__":
    main(sys.argv[1])
