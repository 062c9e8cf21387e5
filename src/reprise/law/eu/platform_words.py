"""The sentences of the platform and its sellers."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

SIZE: Final = Sentence(
    en="Which duties a provider's size takes off it",
    fr="Quelles obligations la taille du fournisseur lui épargne",
    nl="Van welke plichten de omvang van de aanbieder hem vrijstelt",
    de="Von welchen Pflichten die Größe den Anbieter befreit",
)
CHANGE: Final = Sentence(
    en="When changed terms for sellers take effect",
    fr="Quand des conditions modifiées pour les vendeurs prennent effet",
    nl="Wanneer gewijzigde voorwaarden voor verkopers ingaan",
    de="Wann geänderte Bedingungen für Verkäufer wirksam werden",
)
SANCTION: Final = Sentence(
    en="When a measure against a seller takes effect",
    fr="Quand une mesure contre un vendeur prend effet",
    nl="Wanneer een maatregel tegen een verkoper ingaat",
    de="Wann eine Maßnahme gegen einen Verkäufer wirksam wird",
)

SMALL: Final = Sentence(
    en="Fewer than fifty people, and a turnover or a balance sheet of at most ten million euros: a small provider.",
    fr="Moins de cinquante personnes, et un chiffre d’affaires ou un bilan d’au plus dix millions d’euros : un petit fournisseur.",
    nl="Minder dan vijftig mensen, en een omzet of een balanstotaal van hoogstens tien miljoen euro: een kleine aanbieder.",
    de="Weniger als fünfzig Beschäftigte und ein Umsatz oder eine Bilanzsumme von höchstens zehn Millionen Euro: ein kleiner Anbieter.",
)
TAIL: Final = Sentence(
    en="The provider stopped being small on {since}; it stays spared for {months} months, until {until}.",
    fr="Le fournisseur a cessé d’être petit le {since} ; il reste dispensé pendant {months} mois, jusqu’au {until}.",
    nl="De aanbieder is sinds {since} niet meer klein; hij blijft {months} maanden vrijgesteld, tot en met {until}.",
    de="Der Anbieter ist seit dem {since} nicht mehr klein; er bleibt {months} Monate lang befreit, bis zum {until}.",
)
STAFF: Final = Sentence(
    en="Fifty people or more: all duties apply.",
    fr="Cinquante personnes ou plus : toutes les obligations s’appliquent.",
    nl="Vijftig mensen of meer: alle plichten gelden.",
    de="Fünfzig Beschäftigte oder mehr: Alle Pflichten gelten.",
)
MONEY: Final = Sentence(
    en="Turnover and balance sheet are both above ten million euros: all duties apply.",
    fr="Le chiffre d’affaires et le bilan dépassent tous deux dix millions d’euros : toutes les obligations s’appliquent.",
    nl="Omzet en balanstotaal zijn allebei hoger dan tien miljoen euro: alle plichten gelden.",
    de="Umsatz und Bilanzsumme liegen beide über zehn Millionen Euro: Alle Pflichten gelten.",
)
NOTICE: Final = Sentence(
    en="Told on {sent}, with {days} days' notice: in effect on {earliest} at the earliest.",
    fr="Annoncé le {sent}, avec un préavis de {days} jours : en vigueur le {earliest} au plus tôt.",
    nl="Meegedeeld op {sent}, met {days} dagen vooraf: op zijn vroegst van kracht op {earliest}.",
    de="Mitgeteilt am {sent}, mit einer Frist von {days} Tagen: frühestens wirksam am {earliest}.",
)
NO_REASONS: Final = Sentence(
    en="Without a statement of reasons the measure cannot take effect.",
    fr="Sans exposé des motifs, la mesure ne peut pas prendre effet.",
    nl="Zonder motivering kan de maatregel niet ingaan.",
    de="Ohne Begründung kann die Maßnahme nicht wirksam werden.",
)
AT_ONCE: Final = Sentence(
    en="A restriction may take effect together with its reasons.",
    fr="Une restriction peut prendre effet en même temps que ses motifs.",
    nl="Een beperking mag tegelijk met haar motivering ingaan.",
    de="Eine Einschränkung kann zugleich mit ihrer Begründung wirksam werden.",
)
NO_NOTICE: Final = Sentence(
    en="The law wants it, or the terms were broken repeatedly: the termination needs no notice, but its reasons.",
    fr="La loi l’exige, ou les conditions ont été enfreintes à plusieurs reprises : la résiliation se fait sans préavis, mais doit être motivée.",
    nl="De wet eist het, of de voorwaarden zijn herhaaldelijk geschonden: de beëindiging vergt geen termijn, wel een motivering.",
    de="Das Gesetz verlangt es, oder die Bedingungen wurden wiederholt verletzt: Die Kündigung braucht keine Frist, aber eine Begründung.",
)
