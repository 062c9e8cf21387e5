"""The sentences about terms under Belgian law that say what that law does not."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

LINT: Final = Sentence(
    en="What in terms under Belgian law does not fit Belgian law",
    fr="Ce qui, dans des conditions soumises au droit belge, ne s’accorde pas avec lui",
    nl="Wat in voorwaarden naar Belgisch recht niet met dat recht strookt",
    de="Was in Bedingungen nach belgischem Recht nicht zu diesem Recht passt",
)
CLEAN: Final = Sentence(
    en="Nothing of what is looked for was found; that does not make the terms lawful.",
    fr="Rien de ce qui est recherché n’a été trouvé ; cela ne rend pas les conditions conformes à la loi.",
    nl="Niets van wat wordt gezocht, is gevonden; dat maakt de voorwaarden nog niet rechtsgeldig.",
    de="Nichts von dem, wonach gesucht wird, wurde gefunden; das macht die Bedingungen noch nicht rechtmäßig.",
)
FINDINGS: Final = {
    "foreign_law": Sentence(
        en="The contract is under Belgian law, yet refers to another country's law, case law or courts: “{passage}”.",
        fr="Le contrat est soumis au droit belge, mais renvoie au droit, à la jurisprudence ou aux tribunaux d’un autre pays : « {passage} ».",
        nl="De overeenkomst valt onder Belgisch recht, maar verwijst naar recht, rechtspraak of rechtbanken van een ander land: “{passage}”.",
        de="Der Vertrag unterliegt belgischem Recht, verweist aber auf Recht, Rechtsprechung oder Gerichte eines anderen Landes: „{passage}“.",
    ),
    "third_state_law": Sentence(
        en="The law of a State outside the European Union does not take from the consumer the higher protection of Belgian law: “{passage}”.",
        fr="La loi d’un État tiers à l’Union européenne n’enlève pas au consommateur la protection plus élevée du droit belge : « {passage} ».",
        nl="Het recht van een staat buiten de Europese Unie ontneemt de consument de hogere bescherming van het Belgische recht niet: “{passage}”.",
        de="Das Recht eines Staates außerhalb der Europäischen Union nimmt dem Verbraucher den höheren Schutz des belgischen Rechts nicht: „{passage}“.",
    ),
    "french_period": Sentence(
        en="Two years from discovery is the French wording of article 1648; the Belgian one speaks of a short period: “{passage}”.",
        fr="Deux ans à compter de la découverte, c’est la version française de l’article 1648 ; la version belge parle d’un bref délai : « {passage} ».",
        nl="Twee jaar vanaf de ontdekking is de Franse tekst van artikel 1648; de Belgische spreekt van een korte tijd: “{passage}”.",
        de="Zwei Jahre ab Entdeckung ist die französische Fassung von Artikel 1648; die belgische spricht von kurzer Frist: „{passage}“.",
    ),
    "no_repair": Sentence(
        en="Repair cannot be ruled out beforehand; the seller needs reasons in each case: “{passage}”.",
        fr="La réparation ne peut être exclue d’avance ; le vendeur doit justifier chaque cas : « {passage} ».",
        nl="Herstel kan niet vooraf worden uitgesloten; de verkoper heeft per geval redenen nodig: “{passage}”.",
        de="Die Reparatur lässt sich nicht im Voraus ausschließen; der Verkäufer braucht im Einzelfall Gründe: „{passage}“.",
    ),
    "lock_forfeits": Sentence(
        en="An activation lock cannot make the consumer lose statutory rights: “{passage}”.",
        fr="Un verrouillage d’activation ne peut faire perdre des droits légaux : « {passage} ».",
        nl="Een activeringsslot kan geen wettelijke rechten doen verliezen: “{passage}”.",
        de="Eine Aktivierungssperre kann keine gesetzlichen Rechte entfallen lassen: „{passage}“.",
    ),
}
