"""The model withdrawal form of Annex I.B to Directive 2011/83/EU, word for word."""

from __future__ import annotations

from typing import Final

# The model form, word for word; the trader's name, address and e-mail stand for the bracket after
# "to".  In Dutch only the wording of 2011 and in English one without its bracket have been found:
# they are not given out.
_FORM: Final = {
    # Code de la consommation, annexe à l'article R221-1, in force since 28 May 2022.
    "fr": """MODÈLE DE FORMULAIRE DE RÉTRACTATION

(Veuillez compléter et renvoyer le présent formulaire uniquement si vous souhaitez vous rétracter du contrat.)

A l'attention de {trader} :

Je/nous (*) vous notifie/notifions (*) par la présente ma/notre (*) rétractation du contrat portant sur la vente du bien (*)/pour la prestation de services (*) ci-dessous :

Commandé le (*)/reçu le (*) :

Nom du (des) consommateur(s) :

Adresse du (des) consommateur(s) :

Signature du (des) consommateur(s) (uniquement en cas de notification du présent formulaire sur papier) :

Date :

(*) Rayez la mention inutile.""",
    # EGBGB, Anlage 2 (zu Artikel 246a § 1 Absatz 2), in the wording since 28 May 2022.
    "de": """Muster-Widerrufsformular

(Wenn Sie den Vertrag widerrufen wollen, dann füllen Sie bitte dieses Formular aus und senden Sie es zurück.)

– An {trader}:

– Hiermit widerrufe(n) ich/wir (*) den von mir/uns (*) abgeschlossenen Vertrag über den Kauf der folgenden Waren (*)/die Erbringung der folgenden Dienstleistung (*)

– Bestellt am (*)/erhalten am (*)

– Name des/der Verbraucher(s)

– Anschrift des/der Verbraucher(s)

– Unterschrift des/der Verbraucher(s) (nur bei Mitteilung auf Papier)

– Datum

(*) Unzutreffendes streichen.""",
}  # fmt: skip


def model_form(language: str, trader: str) -> str:
    """The model withdrawal form of Annex I.B for one trader; '' where its text is not verified."""
    return _FORM[language].format(trader=trader) if language in _FORM else ""
