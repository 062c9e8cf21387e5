"""What an answer to a person says beside their data (Regulation (EU) 2016/679, art. 15(1)), in four
languages."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

SOURCE: Final = Sentence(
    en="You gave it to us when you ordered or opened the account. The carrier tells us where a parcel is, the payment provider what became of a payment, the seller which device it sent. We ask nobody else about you (art. 15(1)(g)).",
    fr="Vous nous les avez données en commandant ou en ouvrant le compte. Le transporteur nous dit où est un colis, le prestataire de paiement ce qu’est devenu un paiement, le vendeur quel appareil il a envoyé. Nous n’interrogeons personne d’autre à votre sujet (art. 15(1)(g)).",
    nl="U gaf ze ons toen u bestelde of het account opende. De vervoerder vertelt ons waar een pakket is, de betaaldienst wat er van een betaling werd, de verkoper welk toestel hij stuurde. Aan niemand anders vragen wij iets over u (art. 15(1)(g)).",
    de="Sie haben sie uns bei der Bestellung oder beim Öffnen des Kontos gegeben. Der Paketdienst sagt uns, wo ein Paket ist, der Zahlungsdienst, was aus einer Zahlung wurde, der Verkäufer, welches Gerät er geschickt hat. Wir fragen niemanden sonst nach Ihnen (Art. 15(1)(g)).",
)
RIGHTS: Final = Sentence(
    en="You can have it corrected, erased or left alone, take it to another service and object, under “Your data” (art. 15(1)(e)).",
    fr="Vous pouvez les faire rectifier, effacer ou geler, les emporter vers un autre service et vous opposer, sous « Vos données » (art. 15(1)(e)).",
    nl="U kunt ze laten corrigeren, wissen of met rust laten, ze meenemen naar een andere dienst en bezwaar maken, onder ‘Uw gegevens’ (art. 15(1)(e)).",
    de="Sie können sie berichtigen, löschen oder ruhen lassen, sie zu einem anderen Dienst mitnehmen und widersprechen, unter „Ihre Daten“ (Art. 15(1)(e)).",
)
COMPLAINT: Final = Sentence(
    en="Are you not content? You can complain to the data protection authority of the country in which you live or work, or in which it happened, and go to court (art. 15(1)(f), 77).",
    fr="Vous n’êtes pas satisfait ? Vous pouvez saisir l’autorité de protection des données du pays où vous vivez ou travaillez, ou de celui des faits, et aller en justice (art. 15(1)(f), 77).",
    nl="Bent u niet tevreden? U kunt klagen bij de gegevensbeschermingsautoriteit van het land waar u woont of werkt, of waar het gebeurde, en naar de rechter gaan (art. 15(1)(f), 77).",
    de="Sind Sie nicht zufrieden? Sie können sich bei der Datenschutzbehörde des Landes beschweren, in dem Sie wohnen oder arbeiten oder in dem es geschah, und vor Gericht gehen (Art. 15(1)(f), 77).",
)
AUTOMATED: Final = Sentence(
    en="We make no profile of you, and no program alone decides anything about you (art. 15(1)(h), 22).",
    fr="Nous n’établissons aucun profil de vous, et aucun programme ne décide seul de quoi que ce soit à votre sujet (art. 15(1)(h), 22).",
    nl="Wij maken geen profiel van u, en geen programma beslist alleen iets over u (art. 15(1)(h), 22).",
    de="Wir erstellen kein Profil von Ihnen, und kein Programm allein entscheidet etwas über Sie (Art. 15(1)(h), 22).",
)
HOST: Final = (
    Sentence(
        en="Whoever hosts this shop, for us",
        fr="L’hébergeur de cette boutique, pour notre compte",
        nl="Wie deze winkel voor ons host",
        de="Wer diesen Shop für uns hostet",
    ),
    Sentence(
        en="The machines on which all of it stands; it uses nothing of it for itself",
        fr="Les machines où tout se trouve ; il n’en utilise rien pour lui-même",
        nl="De machines waarop alles staat; hij gebruikt er niets van voor zichzelf",
        de="Die Rechner, auf denen alles liegt; er nutzt nichts davon für sich",
    ),
    Sentence(
        en="As long as we hold it, and in backups",
        fr="Aussi longtemps que nous les conservons, et dans les sauvegardes",
        nl="Zo lang als wij ze bewaren, en in back-ups",
        de="So lange wir sie aufbewahren, und in Sicherungen",
    ),
)
PARTNER: Final = (
    Sentence(
        en="A partner, if you have accepted it under “My choices”",
        fr="Un partenaire, si vous l’avez accepté sous « Mes choix »",
        nl="Een partner, als u die onder ‘Mijn keuzes’ hebt toegestaan",
        de="Ein Partner, wenn Sie ihn unter „Meine Auswahl“ angenommen haben",
    ),
    Sentence(
        en="What its script keeps on your device and reads from it; nothing of your orders or your account. Which partners you have accepted only your browser knows: no list here leads from you to them",
        fr="Ce que son script conserve sur votre appareil et y lit ; rien de vos commandes ni de votre compte. Seul votre navigateur sait quels partenaires vous avez acceptés : aucune liste ici ne mène de vous à eux",
        nl="Wat zijn script op uw toestel bewaart en ervan leest; niets van uw bestellingen of uw account. Welke partners u hebt toegestaan, weet alleen uw browser: geen lijst hier leidt van u naar hen",
        de="Was sein Skript auf Ihrem Gerät speichert und davon liest; nichts von Ihren Bestellungen oder Ihrem Konto. Welche Partner Sie angenommen haben, weiß nur Ihr Browser: Keine Liste hier führt von Ihnen zu ihnen",
    ),
    Sentence(
        en="Until you withdraw that, or six months; then as long as its own rules say",
        fr="Jusqu’à votre retrait, ou six mois ; ensuite aussi longtemps que ses propres règles le prévoient",
        nl="Tot u dat intrekt, of zes maanden; daarna zolang zijn eigen regels zeggen",
        de="Bis Sie das widerrufen, oder sechs Monate; danach so lange seine eigenen Regeln es vorsehen",
    ),
)
