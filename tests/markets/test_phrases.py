"""A template says the same as when each sentence is looked up while it is rendered."""

from __future__ import annotations

import pytest
from django.utils import translation
from jinja2 import DictLoader, StrictUndefined
from markupsafe import Markup, escape

from reprise.markets.phrases import Translated


def said(language: str, source: str, name: str = "page.html", **facts: object) -> str:
    environment = Translated(
        language=language,
        loader=DictLoader({name: source}),
        autoescape=lambda name: name is not None and name.endswith(".html"),
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
    )
    return environment.get_template(name).render(**facts)


@pytest.mark.parametrize("language", ["fr", "nl", "de", "en"])
@pytest.mark.parametrize(
    "source",
    [
        '{{ _("Shipping") }}',
        '{% set word = _("Shipping") %}{{ word }}',
        '{{ _("with you by %(day)s", day=day) }}',
        '<a title="{{ _("Battery: at least %(percent)s%%", percent=80) }}">',
        "{{ _(code) }}",
    ],
)
def test_it_says_what_gettext_says(language: str, source: str) -> None:
    facts = {"day": "Monday", "code": "Shipping"}
    with translation.override(language):
        wanted = {
            '{{ _("Shipping") }}': translation.gettext("Shipping"),
            '{% set word = _("Shipping") %}{{ word }}': translation.gettext("Shipping"),
            '{{ _("with you by %(day)s", day=day) }}': translation.gettext("with you by %(day)s")
            % facts,
            '<a title="{{ _("Battery: at least %(percent)s%%", percent=80) }}">': '<a title="'
            + translation.gettext("Battery: at least %(percent)s%%") % {"percent": 80}
            + '">',
            "{{ _(code) }}": translation.gettext("Shipping"),
        }[source]
        assert said(language, source, **facts) == wanted


def test_the_language_of_the_template_counts_not_the_one_it_was_compiled_in() -> None:
    source = '{{ _("Shipping") }}'
    with translation.override("fr"):
        assert said("de", source) == "Versand"
    with translation.override("de"):
        assert said("en", source) == "Shipping"


def test_what_is_put_into_a_sentence_is_escaped_in_a_page_and_not_in_a_text() -> None:
    source = '{{ _("with you by %(day)s", day=day) }}'
    assert said("en", source, day="<b>") == "with you by &lt;b&gt;"
    assert said("en", source, name="page.txt", day="<b>") == "with you by <b>"


def test_a_sentence_is_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    environment = Translated(
        language="fr",
        loader=DictLoader({"x": '{{ _("Shipping") }}'}),
        extensions=["jinja2.ext.i18n"],
    )
    template = environment.get_template("x")
    monkeypatch.setattr(translation, "gettext", lambda text: pytest.fail("looked up again"))
    assert template.render() == "Livraison"


class TestWhatIsWritten:
    @pytest.mark.parametrize("value", ["plain", "a < b", 'say "x"', "it's", "&", 7, -1, 2.5, None])
    def test_it_is_what_markup_would_say(self, value: object) -> None:
        assert said("en", "{{ value }}", value=value) == str(escape(value))

    def test_markup_stays_and_texts_are_not_escaped(self) -> None:
        assert said("en", "{{ value }}", value=Markup("<b>")) == "<b>"
        assert said("en", "{{ value }}", name="page.txt", value="<b>") == "<b>"

    def test_a_sentence_known_late_is_said_in_the_language_of_the_page(self) -> None:
        with translation.override("fr"):
            assert said("de", "{{ _(code) }}", code="Shipping") == "Versand"

    @pytest.mark.parametrize(("number", "text"), [(1, "1 Modell"), (3, "3 Modelle")])
    def test_a_number_chooses_the_form(self, number: int, text: str) -> None:
        source = '{{ ngettext("%(num)s model", "%(num)s models", n) }}'
        with translation.override("fr"):
            assert said("de", source, n=number) == text

    def test_what_is_put_into_a_plural_is_escaped(self) -> None:
        source = '{{ ngettext("%(num)s %(what)s", "%(num)s %(what)ss", 2, what=what) }}'
        assert said("en", source, what="<b>") == "2 &lt;b&gt;s"

    def test_a_method_is_called_with_what_it_is_given(self) -> None:
        source = '{{ text.replace("a", "o") }}{{ text.encode(encoding="ascii").decode() }}'
        assert said("en", source, text="banana") == "bononobanana"
