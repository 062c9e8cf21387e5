"""What is said of a guarantee of durability that is called on, in four languages."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

DURABILITY: Final = Sentence(
    en="What a producer's guarantee of durability gives",
    fr="Ce que donne une garantie commerciale de durabilité du producteur",
    nl="Wat een commerciële duurzaamheidsgarantie van de producent geeft",
    de="Was eine Haltbarkeitsgarantie des Herstellers gewährt",
)

DIRECT: Final = Sentence(
    en="The producer offered a guarantee of durability until {until} and answers directly to the consumer for repair or replacement, done as the law asks of a seller.",
    fr="Le producteur a offert une garantie de durabilité jusqu’au {until} et répond directement envers le consommateur de la réparation ou du remplacement, dans les conditions imposées au vendeur.",
    nl="De producent bood een duurzaamheidsgarantie tot {until} en staat rechtstreeks tegenover de consument in voor herstel of vervanging, onder de voorwaarden die voor een verkoper gelden.",
    de="Der Hersteller gab eine Haltbarkeitsgarantie bis {until} und haftet dem Verbraucher unmittelbar auf Reparatur oder Ersatz, so wie das Gesetz es vom Verkäufer verlangt.",
)
DIRECT_FOR_LIFE: Final = Sentence(
    en="The producer offered a guarantee of durability for life and answers directly to the consumer for repair or replacement, done as the law asks of a seller. The law speaks of a certain time: that a life is one can be contested.",
    fr="Le producteur a offert une garantie de durabilité à vie et répond directement envers le consommateur de la réparation ou du remplacement, dans les conditions imposées au vendeur. La loi parle d’une certaine période : qu’une vie en soit une peut être contesté.",
    nl="De producent bood een levenslange duurzaamheidsgarantie en staat rechtstreeks tegenover de consument in voor herstel of vervanging, onder de voorwaarden die voor een verkoper gelden. De wet spreekt van een bepaalde periode: dat een leven er een is, kan worden betwist.",
    de="Der Hersteller gab eine lebenslange Haltbarkeitsgarantie und haftet dem Verbraucher unmittelbar auf Reparatur oder Ersatz, so wie das Gesetz es vom Verkäufer verlangt. Das Gesetz spricht von einem bestimmten Zeitraum: Dass ein Leben einer ist, kann bestritten werden.",
)
DURABILITY_NOT_YET: Final = Sentence(
    en="The guarantee of durability runs from {since}; the device failed on {failed}, before it.",
    fr="La garantie de durabilité court à partir du {since} ; l’appareil a cessé de bien fonctionner le {failed}, avant celle-ci.",
    nl="De duurzaamheidsgarantie loopt vanaf {since}; het toestel begaf het op {failed}, daarvóór.",
    de="Die Haltbarkeitsgarantie läuft ab dem {since}; das Gerät versagte am {failed}, also davor.",
)
DURABILITY_OVER: Final = Sentence(
    en="The guarantee of durability ended on {until}; the device failed on {failed}, after it.",
    fr="La garantie de durabilité a pris fin le {until} ; l’appareil a cessé de bien fonctionner le {failed}, après celle-ci.",
    nl="De duurzaamheidsgarantie eindigde op {until}; het toestel begaf het op {failed}, daarna.",
    de="Die Haltbarkeitsgarantie endete am {until}; das Gerät versagte am {failed}, also danach.",
)
ASKED_LATER: Final = Sentence(
    en="The device failed on {failed}, within it, and the consumer asked on {day}, after its end: that this is enough can be contested.",
    fr="L’appareil a cessé de bien fonctionner le {failed}, pendant cette durée, et le consommateur s’est manifesté le {day}, après sa fin : que cela suffise peut être contesté.",
    nl="Het toestel begaf het op {failed}, binnen die duur, en de consument meldde zich op {day}, na afloop: dat dit volstaat, kan worden betwist.",
    de="Das Gerät versagte am {failed}, innerhalb dieser Zeit, und der Verbraucher meldete sich am {day}, nach ihrem Ende: Dass dies genügt, kann bestritten werden.",
)
NOT_BY_PRODUCER: Final = Sentence(
    en="The guarantee is not one of durability given by a producer; it binds as declared and advertised, no further.",
    fr="Ce n’est pas une garantie de durabilité offerte par un producteur ; elle lie selon la déclaration et la publicité, sans plus.",
    nl="Het is geen duurzaamheidsgarantie van een producent; zij bindt zoals verklaard en geadverteerd, niet verder.",
    de="Es ist keine Haltbarkeitsgarantie eines Herstellers; sie bindet wie erklärt und beworben, nicht weiter.",
)
MORE_PROMISED: Final = Sentence(
    en="The producer promised more, and that holds as well: {services}.",
    fr="Le producteur a promis davantage, et cela vaut aussi : {services}.",
    nl="De producent heeft meer beloofd, en dat geldt ook: {services}.",
    de="Der Hersteller hat mehr versprochen, und auch das gilt: {services}.",
)
MORE_APART: Final = Sentence(
    en="What else was promised holds as it was promised: {services}.",
    fr="Ce qui a été promis d’autre vaut tel quel : {services}.",
    nl="Wat verder is beloofd, geldt zoals het is beloofd: {services}.",
    de="Was sonst versprochen wurde, gilt, wie es versprochen wurde: {services}.",
)
