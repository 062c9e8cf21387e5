"""The sentences of the directive on repair."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

INFORMATION: Final = Sentence(
    en="What the seller says about repair",
    fr="Ce que le vendeur dit de la réparation",
    nl="Wat de verkoper over herstel zegt",
    de="Was der Verkäufer über die Reparatur sagt",
)
EXTENSION: Final = Sentence(
    en="How much longer the guarantee lasts after a repair",
    fr="De combien la garantie est prolongée après une réparation",
    nl="Hoeveel langer de garantie duurt na een herstelling",
    de="Um wie viel länger die Gewährleistung nach einer Reparatur dauert",
)
REPLACEMENT: Final = Sentence(
    en="Whether a refurbished device may be the replacement",
    fr="Si un appareil reconditionné peut servir de remplacement",
    nl="Of een refurbished toestel als vervanging mag dienen",
    de="Ob ein aufbereitetes Gerät als Ersatz dienen darf",
)

TELL: Final = Sentence(
    en="The seller tells the consumer of the choice between repair and replacement, and that a repair makes the guarantee once {months} months longer.",
    fr="Le vendeur informe le consommateur du choix entre réparation et remplacement, et du fait qu’une réparation prolonge une fois la garantie de {months} mois.",
    nl="De verkoper vertelt de consument dat hij kiest tussen herstel en vervanging, en dat herstel de garantie één keer met {months} maanden verlengt.",
    de="Der Verkäufer informiert den Verbraucher über die Wahl zwischen Reparatur und Ersatzlieferung und darüber, dass eine Reparatur die Gewährleistung einmal um {months} Monate verlängert.",
)
NOT_YET: Final = Sentence(
    en="The rule applies to contracts made from {since}; this one is older.",
    fr="La règle s’applique aux contrats conclus à partir du {since} ; celui-ci est antérieur.",
    nl="De regel geldt voor overeenkomsten vanaf {since}; deze is ouder.",
    de="Die Regel gilt für Verträge ab dem {since}; dieser ist älter.",
)
EXCLUDED: Final = Sentence(
    en="Terms by which repair is never offered refuse it in advance: the seller has to show, for each device, that repair is impossible or disproportionate.",
    fr="Des conditions selon lesquelles la réparation n’est jamais proposée la refusent d’avance : le vendeur doit montrer, pour chaque appareil, qu’elle est impossible ou disproportionnée.",
    nl="Voorwaarden volgens welke herstel nooit wordt aangeboden, weigeren het vooraf: de verkoper moet voor elk toestel aantonen dat herstel onmogelijk of onevenredig is.",
    de="Bedingungen, nach denen eine Reparatur nie angeboten wird, verweigern sie im Voraus: Der Verkäufer muss für jedes Gerät zeigen, dass sie unmöglich oder unverhältnismäßig ist.",
)
UNREPAIRED: Final = Sentence(
    en="The device was not repaired under the guarantee: the {months} months are not added.",
    fr="L’appareil n’a pas été réparé dans le cadre de la garantie : les {months} mois ne s’ajoutent pas.",
    nl="Het toestel is niet onder de garantie hersteld: de {months} maanden komen er niet bij.",
    de="Das Gerät wurde nicht im Rahmen der Gewährleistung repariert: Die {months} Monate kommen nicht hinzu.",
)
EXTENDED: Final = Sentence(
    en="The device was repaired under the guarantee, which is once {months} months longer: until the end of {until}.",
    fr="L’appareil a été réparé dans le cadre de la garantie, prolongée une fois de {months} mois : jusqu’à la fin du {until}.",
    nl="Het toestel is onder de garantie hersteld; die duurt één keer {months} maanden langer: tot het einde van {until}.",
    de="Das Gerät wurde im Rahmen der Gewährleistung repariert; sie dauert einmal {months} Monate länger: bis zum Ende des {until}.",
)
REQUESTED: Final = Sentence(
    en="The consumer expressly asked for a refurbished device.",
    fr="Le consommateur a expressément demandé un appareil reconditionné.",
    nl="De consument heeft uitdrukkelijk om een refurbished toestel gevraagd.",
    de="Der Verbraucher hat ausdrücklich ein aufbereitetes Gerät verlangt.",
)
ASK_FIRST: Final = Sentence(
    en="The device sold was not new itself; whether a refurbished replacement needs a request all the same is not settled. The seller asks the consumer first.",
    fr="L’appareil vendu n’était lui-même pas neuf ; il n’est pas établi si un remplacement par un appareil reconditionné exige quand même une demande. Le vendeur pose d’abord la question au consommateur.",
    nl="Het verkochte toestel was zelf niet nieuw; of een refurbished vervanging toch een verzoek vereist, staat niet vast. De verkoper vraagt het eerst aan de consument.",
    de="Das verkaufte Gerät war selbst nicht neu; ob ein aufbereitetes Ersatzgerät dennoch ein Verlangen voraussetzt, ist nicht geklärt. Der Verkäufer fragt zuerst den Verbraucher.",
)
NOT_REQUESTED: Final = Sentence(
    en="A refurbished device replaces this one only if the consumer expressly asks for it.",
    fr="Un appareil reconditionné ne remplace celui-ci que si le consommateur le demande expressément.",
    nl="Een refurbished toestel vervangt dit toestel alleen als de consument daar uitdrukkelijk om vraagt.",
    de="Ein aufbereitetes Gerät ersetzt dieses nur, wenn der Verbraucher es ausdrücklich verlangt.",
)
