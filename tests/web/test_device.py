"""No script of ours uses an interface that stores on a device or reads it, but those declared.

By the words in the files: a name that is put together at run time escapes, and is found by the
browser (`tests/journeys/test_trackers.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

import reprise
from reprise.consent.trackers import Kind
from reprise.web.trackers import REGISTER

HOUSE: Final = Path(reprise.__file__).parent
WEB: Final = HOUSE / "web"
# Each interface as a script writes it, and the name under which it would be declared.
INTERFACES: Final = {
    Kind.COOKIE: (r"document\s*\.\s*cookie|\bcookieStore\b",),
    Kind.LOCAL_STORAGE: (r"\blocalStorage\b",),
    Kind.SESSION_STORAGE: (r"\bsessionStorage\b",),
    Kind.INDEXED_DB: (r"\bindexedDB\b",),
    Kind.CACHE: (r"\bcaches\b",),
    Kind.READING: (
        r"\bnavigator\s*\.\s*\w+", r"\bnavigator\s*\[", r"\bscreen\s*\.\s*\w+",
        r"\bPublicKeyCredential\b",
        r"\bmatchMedia\b", r"\bdevicePixelRatio\b", r"\b(?:inner|outer)(?:Width|Height)\b",
        r"\bRTCPeerConnection\b", r"\b(?:Offline)?AudioContext\b", r"\btoDataURL\b", r"\btoBlob\b",
        r"\bgetImageData\b", r"\bgetContext\b", r"\bgetBattery\b", r"\bresolvedOptions\b",
        r"\bgetTimezoneOffset\b", r"\bDevice(?:Motion|Orientation)Event\b", r"\bspeechSynthesis\b",
        r"\bqueryLocalFonts\b", r"\bserviceWorker\b", r"\bSharedWorker\b", r"\bNotification\b",
        r"(?<!no-)\breferrer\b", r"\bhistory\s*\.\s*length\b", r"\bwindow\s*\.\s*name\b",
        r"\bperformance\s*\.\s*\w+", r"\bdocument\s*\.\s*fonts\b",
    ),
}  # fmt: skip
COMMENT: Final = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)


def used(text: str) -> Iterator[tuple[Kind, str]]:
    """Each interface that a script uses, with its name."""
    bare = COMMENT.sub("", text)
    for kind, patterns in INTERFACES.items():
        for pattern in patterns:
            for found in re.findall(pattern, bare):
                yield kind, re.sub(r"\s", "", found)


def scripts() -> list[Path]:
    return sorted(path for path in HOUSE.rglob("*") if path.suffix in {".js", ".mjs"})


def test_every_interface_that_a_script_uses_is_declared() -> None:
    found = {(path.name, *each) for path in scripts() for each in used(path.read_text())}
    undeclared = {each for each in found if REGISTER.find(each[1], each[2]) is None}
    assert not undeclared
    # What is declared is used: a page tells of nothing that is not so.
    readings = {each.name for each in REGISTER if each.kind is not Kind.COOKIE}
    assert readings == {name for _, kind, name in found if kind is not Kind.COOKIE}


@pytest.mark.parametrize(
    "planted",
    [
        "document.cookie = 'a=1'", "localStorage.setItem('a', 1)", "window['sessionStorage'].a",
        "indexedDB.open('a')", "caches.open('a')", "navigator.userAgent", "navigator['plugins']",
        "screen.width", "matchMedia('(hover)')", "new RTCPeerConnection()", "new AudioContext()",
        "canvas.toDataURL()", "navigator.getBattery()", "Intl.DateTimeFormat().resolvedOptions()",
        "navigator . sendBeacon('/x')", "cookieStore.set('a', '1')", "window.name = 'a'",
    ],
)  # fmt: skip
def test_a_planted_one_is_seen(planted: str) -> None:
    assert any(REGISTER.find(kind, name) is None for kind, name in used(planted))


def test_a_comment_uses_nothing() -> None:
    assert not list(used("// localStorage\n/* navigator.plugins\n*/ const a = 1;"))


def test_scripts_come_from_our_files_alone() -> None:
    """No page has a script of its own, no picture holds one, and none is loaded from elsewhere."""
    assert [path.name for path in scripts()] == ["partners.js", "choices.js", "passkey.js"]
    for path in (*WEB.rglob("*.html"), *(HOUSE / "sandbox").rglob("*.html")):
        for tag in re.findall(r"<script[^>]*>", path.read_text()):
            ours = re.fullmatch(r"""<script src="\{\{ static\('[\w.]+'\) \}\}" defer>""", tag) or (
                # Made for the visitor of what this visitor has accepted (decision 0035).
                tag == """<script src="{{ at.path('choices/partners.js') }}" defer>"""
            )
            assert ours or 'type="application/ld+json"' in tag, (path, tag)
    for path in HOUSE.rglob("*.svg"):
        assert not re.search(r"<script|\son\w+=", path.read_text()), path


def test_no_style_tells_a_server_what_a_device_is_like() -> None:
    """A file that is loaded under a condition of the device reads the device without script."""
    for path in WEB.rglob("*.css"):
        text = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)
        for condition in re.finditer(r"@media[^{]*\{", text):
            assert "url(" not in block(text, condition.end()), path
        assert "@import" not in text
    for path in WEB.rglob("*.html"):
        assert not re.search(r"srcset=|<picture|<link[^>]* media=", path.read_text()), path


def block(text: str, start: int) -> str:
    """What stands between a brace and its end."""
    depth, end = 1, start
    while depth:
        depth += {"{": 1, "}": -1}.get(text[end], 0)
        end += 1
    return text[start:end]
