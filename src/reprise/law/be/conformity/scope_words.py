"""The sentences of the scope and the definitions (art. 1649bis)."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

SCOPE: Final = Sentence(
    en="Whether the guarantee of conformity applies to a contract",
    fr="Si la garantie de conformité s’applique à un contrat",
    nl="Of de garantie van overeenstemming op een overeenkomst van toepassing is",
    de="Ob die Gewähr für Vertragsmäßigkeit für einen Vertrag gilt",
)
DIGITAL: Final = Sentence(
    en="Whether digital content or a digital service belongs to the sale of the device",
    fr="Si un contenu ou un service numérique fait partie de la vente de l’appareil",
    nl="Of digitale inhoud of een digitale dienst bij de verkoop van het toestel hoort",
    de="Ob ein digitaler Inhalt oder Dienst zum Kauf des Geräts gehört",
)
PRODUCER: Final = Sentence(
    en="Who is a producer",
    fr="Qui est producteur",
    nl="Wie producent is",
    de="Wer Hersteller ist",
)

CONSUMER: Final = Sentence(
    en="The buyer is a natural person who acts for purposes outside a trade, business, craft or profession of their own: a consumer.",
    fr="L’acheteur est une personne physique qui agit à des fins étrangères à son activité commerciale, industrielle, artisanale ou libérale : un consommateur.",
    nl="De koper is een natuurlijke persoon die handelt voor doeleinden buiten zijn handels-, bedrijfs-, ambachts- of beroepsactiviteit: een consument.",
    de="Der Käufer ist eine natürliche Person, die zu Zwecken außerhalb ihrer gewerblichen, handwerklichen oder freiberuflichen Tätigkeit handelt: ein Verbraucher.",
)
LEGAL_PERSON: Final = Sentence(
    en="The buyer is not a natural person; only a natural person is a consumer.",
    fr="L’acheteur n’est pas une personne physique ; seule une personne physique est un consommateur.",
    nl="De koper is geen natuurlijke persoon; alleen een natuurlijke persoon is consument.",
    de="Der Käufer ist keine natürliche Person; nur eine natürliche Person ist Verbraucher.",
)
BUYS_FOR_TRADE: Final = Sentence(
    en="The buyer bought for a trade, business, craft or profession of their own, so not as a consumer.",
    fr="L’acheteur a acheté dans le cadre de son activité commerciale, industrielle, artisanale ou libérale, donc pas comme consommateur.",
    nl="De koper kocht in het kader van zijn handels-, bedrijfs-, ambachts- of beroepsactiviteit, dus niet als consument.",
    de="Der Käufer hat für seine gewerbliche, handwerkliche oder freiberufliche Tätigkeit gekauft, also nicht als Verbraucher.",
)
MIXED: Final = Sentence(
    en="The buyer is a natural person and bought for a trade as well as for private purposes. The law does not say whether that is a consumer; in doubt it is.",
    fr="L’acheteur est une personne physique et a acheté à des fins à la fois professionnelles et privées. La loi ne dit pas s’il est un consommateur ; dans le doute, il l’est.",
    nl="De koper is een natuurlijke persoon en kocht zowel voor zijn beroep als voor privégebruik. De wet zegt niet of dat een consument is; bij twijfel wel.",
    de="Der Käufer ist eine natürliche Person und hat sowohl beruflich als auch privat gekauft. Das Gesetz sagt nicht, ob das ein Verbraucher ist; im Zweifel ist er es.",
)
SELLER: Final = Sentence(
    en="The seller acts within a trade, business, craft or profession.",
    fr="Le vendeur agit dans le cadre de son activité commerciale, industrielle, artisanale ou libérale.",
    nl="De verkoper handelt in het kader van zijn handels-, bedrijfs-, ambachts- of beroepsactiviteit.",
    de="Der Verkäufer handelt im Rahmen seiner gewerblichen, handwerklichen oder freiberuflichen Tätigkeit.",
)
THROUGH_ANOTHER: Final = Sentence(
    en="The seller acts through somebody in the seller's name or on the seller's behalf: the seller remains the one who answers.",
    fr="Le vendeur agit par une personne qui intervient en son nom ou pour son compte : c’est lui qui reste tenu.",
    nl="De verkoper handelt via iemand in zijn naam of voor zijn rekening: hij blijft zelf gehouden.",
    de="Der Verkäufer handelt durch jemanden in seinem Namen oder für seine Rechnung: Er selbst bleibt verpflichtet.",
)
PRIVATE_SELLER: Final = Sentence(
    en="The seller does not act within a trade, business, craft or profession; this guarantee binds professional sellers only.",
    fr="Le vendeur n’agit pas dans le cadre d’une activité commerciale, industrielle, artisanale ou libérale ; cette garantie ne lie que les vendeurs professionnels.",
    nl="De verkoper handelt niet in het kader van een handels-, bedrijfs-, ambachts- of beroepsactiviteit; deze garantie bindt alleen professionele verkopers.",
    de="Der Verkäufer handelt nicht im Rahmen einer gewerblichen, handwerklichen oder freiberuflichen Tätigkeit; diese Gewähr bindet nur gewerbliche Verkäufer.",
)
SALE: Final = Sentence(
    en="The contract is a sale of consumer goods.",
    fr="Le contrat est une vente de biens de consommation.",
    nl="De overeenkomst is een verkoop van consumptiegoederen.",
    de="Der Vertrag ist ein Kauf von Verbrauchsgütern.",
)
MADE: Final = Sentence(
    en="Goods are to be made or produced first: such a contract counts as a sale.",
    fr="Le bien est à fabriquer ou à produire : un tel contrat est réputé être une vente.",
    nl="Het goed moet nog worden vervaardigd of voortgebracht: zo’n overeenkomst geldt als een verkoop.",
    de="Die Ware ist erst herzustellen oder zu erzeugen: Ein solcher Vertrag gilt als Kauf.",
)
NO_SALE: Final = Sentence(
    en="The contract is no sale of consumer goods.",
    fr="Le contrat n’est pas une vente de biens de consommation.",
    nl="De overeenkomst is geen verkoop van consumptiegoederen.",
    de="Der Vertrag ist kein Kauf von Verbrauchsgütern.",
)
NOT_CONSUMER_GOODS: Final = Sentence(
    en="What was sold is no tangible movable object; water, gas and electricity are goods only in a limited volume or a set quantity.",
    fr="La chose vendue n’est pas un objet mobilier corporel ; l’eau, le gaz et l’électricité ne sont des biens que dans un volume délimité ou en quantité déterminée.",
    nl="Het verkochte is geen lichamelijke roerende zaak; water, gas en elektriciteit zijn alleen goederen in een begrensd volume of een bepaalde hoeveelheid.",
    de="Verkauft wurde kein beweglicher körperlicher Gegenstand; Wasser, Gas und Strom sind nur in begrenztem Volumen oder bestimmter Menge Waren.",
)
DIGITAL_CONTRACT: Final = Sentence(
    en="The contract supplies digital content or a digital service, not a device with them: other rules apply.",
    fr="Le contrat fournit un contenu ou un service numérique, et non un appareil qui les comporte : d’autres règles s’appliquent.",
    nl="De overeenkomst levert digitale inhoud of een digitale dienst, niet een toestel ermee: andere regels gelden.",
    de="Der Vertrag betrifft einen digitalen Inhalt oder Dienst, nicht ein Gerät damit: Es gelten andere Regeln.",
)
CARRIER: Final = Sentence(
    en="The object serves only to carry digital content: it is excluded.",
    fr="L’objet sert exclusivement à transporter du contenu numérique : il est exclu.",
    nl="De zaak dient uitsluitend als drager van digitale inhoud: zij is uitgesloten.",
    de="Der Gegenstand dient nur als Träger digitaler Inhalte: Er ist ausgeschlossen.",
)
JUDICIAL: Final = Sentence(
    en="The goods were sold on seizure or otherwise by order of a court: such sales are excluded.",
    fr="Le bien a été vendu sur saisie ou de quelque autre manière par autorité de justice : ces ventes sont exclues.",
    nl="Het goed is verkocht na beslag of op andere wijze op gerechtelijk gezag: zulke verkopen zijn uitgesloten.",
    de="Die Ware wurde aufgrund einer Pfändung oder sonst auf gerichtliche Anordnung verkauft: Solche Verkäufe sind ausgeschlossen.",
)
ANIMAL: Final = Sentence(
    en="The contract concerns the sale of live animals: it is excluded.",
    fr="Le contrat concerne la vente d’animaux vivants : il est exclu.",
    nl="De overeenkomst betreft de verkoop van levende dieren: zij is uitgesloten.",
    de="Der Vertrag betrifft den Kauf lebender Tiere: Er ist ausgeschlossen.",
)

CONTENT: Final = Sentence(
    en="Data are produced and supplied in digital form: digital content.",
    fr="Des données sont produites et fournies sous forme numérique : un contenu numérique.",
    nl="Er worden gegevens in digitale vorm geproduceerd en geleverd: digitale inhoud.",
    de="Daten werden in digitaler Form erstellt und bereitgestellt: ein digitaler Inhalt.",
)
SERVICE: Final = Sentence(
    en="The consumer can create, process, store or reach data in digital form, or share them and interact with those that users upload or create: a digital service.",
    fr="Le consommateur peut créer, traiter ou stocker des données sous forme numérique, y accéder, ou partager celles que des utilisateurs téléversent ou créent et interagir avec elles : un service numérique.",
    nl="De consument kan gegevens in digitale vorm creëren, verwerken, opslaan of raadplegen, of gegevens die gebruikers uploaden of creëren delen en ermee interageren: een digitale dienst.",
    de="Der Verbraucher kann Daten in digitaler Form erstellen, verarbeiten, speichern oder abrufen, oder solche, die Nutzer hochladen oder erstellen, teilen und mit ihnen interagieren: ein digitaler Dienst.",
)
NEEDED: Final = Sentence(
    en="Without it the device could not perform its functions: a good with digital elements.",
    fr="Sans lui, l’appareil ne pourrait pas remplir ses fonctions : c’est un bien comportant des éléments numériques.",
    nl="Zonder dat kan het toestel zijn functies niet vervullen: het is een goed met digitale elementen.",
    de="Ohne ihn könnte das Gerät seine Funktionen nicht erfüllen: Es ist eine Ware mit digitalen Elementen.",
)
BESIDE_NEEDED: Final = Sentence(
    en="The device performs its functions without it, but not without other digital content or another digital service: it is a good with digital elements, and this is built into it or interconnected with it.",
    fr="L’appareil remplit ses fonctions sans lui, mais non sans un autre contenu ou service numérique : c’est un bien comportant des éléments numériques, auquel celui-ci est intégré ou interconnecté.",
    nl="Het toestel vervult zijn functies zonder dat, maar niet zonder andere digitale inhoud of een andere digitale dienst: het is een goed met digitale elementen, en dit is erin verwerkt of ermee verbonden.",
    de="Das Gerät erfüllt seine Funktionen ohne ihn, aber nicht ohne einen anderen digitalen Inhalt oder Dienst: Es ist eine Ware mit digitalen Elementen, und dieser ist darin enthalten oder damit verbunden.",
)
NOT_NEEDED: Final = Sentence(
    en="The device performs its functions without any digital content or service: it is no good with digital elements, and this guarantee does not extend to them.",
    fr="L’appareil remplit ses fonctions sans contenu ni service numérique : ce n’est pas un bien comportant des éléments numériques, et cette garantie ne s’y étend pas.",
    nl="Het toestel vervult zijn functies zonder digitale inhoud of digitale dienst: het is geen goed met digitale elementen, en deze garantie strekt zich er niet toe uit.",
    de="Das Gerät erfüllt seine Funktionen ohne digitale Inhalte oder Dienste: Es ist keine Ware mit digitalen Elementen, und diese Gewähr erstreckt sich nicht darauf.",
)
PART_OF_SALE: Final = Sentence(
    en="It is supplied with the device under the contract of sale.",
    fr="Il est fourni avec l’appareil dans le cadre du contrat de vente.",
    nl="Het wordt met het toestel geleverd op grond van de koopovereenkomst.",
    de="Er wird mit dem Gerät im Rahmen des Kaufvertrags bereitgestellt.",
)
DOUBT: Final = Sentence(
    en="It is doubtful whether the sale includes it; in doubt it is presumed to be part of the sale.",
    fr="Il est douteux que la vente l’inclue ; en cas de doute, il est présumé en faire partie.",
    nl="Het is twijfelachtig of het bij de verkoop hoort; bij twijfel wordt het vermoed daarvan deel uit te maken.",
    de="Es ist zweifelhaft, ob der Kauf ihn umfasst; im Zweifel wird vermutet, dass er dazugehört.",
)
NOT_PART: Final = Sentence(
    en="The contract of sale clearly leaves it out.",
    fr="Le contrat de vente l’exclut clairement.",
    nl="De koopovereenkomst sluit het duidelijk uit.",
    de="Der Kaufvertrag nimmt ihn eindeutig aus.",
)
BY_ANOTHER: Final = Sentence(
    en="Somebody else than the seller supplies it; that changes nothing.",
    fr="Un tiers, et non le vendeur, le fournit ; cela n’y change rien.",
    nl="Een derde levert het, niet de verkoper; dat maakt geen verschil.",
    de="Ein Dritter stellt ihn bereit, nicht der Verkäufer; das ändert nichts.",
)

IS_PRODUCER: Final = Sentence(
    en="A producer is who {roles}.",
    fr="Est producteur celui qui {roles}.",
    nl="Producent is wie {roles}.",
    de="Hersteller ist, wer {roles}.",
)
NO_PRODUCER: Final = Sentence(
    en="Who neither manufactures the good, nor imports it into the Union, nor puts an own name, mark or sign on it, is no producer.",
    fr="N’est pas producteur celui qui ne fabrique pas le bien, ne l’importe pas dans l’Union et n’y appose ni son nom, ni sa marque, ni un autre signe distinctif.",
    nl="Wie het goed niet vervaardigt, niet in de Unie invoert en er geen eigen naam, merk of ander onderscheidend teken op aanbrengt, is geen producent.",
    de="Wer die Ware weder herstellt noch in die Union einführt noch seinen Namen, seine Marke oder ein anderes Kennzeichen auf ihr anbringt, ist kein Hersteller.",
)
ROLES: Final = {
    "manufacturer": Sentence(
        en="manufactures the good",
        fr="fabrique le bien",
        nl="het goed vervaardigt",
        de="die Ware herstellt",
    ),
    "importer": Sentence(
        en="imports it into the Union",
        fr="l’importe dans l’Union",
        nl="het in de Unie invoert",
        de="sie in die Union einführt",
    ),
    "own_sign": Sentence(
        en="presents themselves as its producer by putting a name, mark or other sign on it",
        fr="se présente comme producteur en y apposant son nom, sa marque ou un autre signe distinctif",
        nl="zich als producent voordoet door er zijn naam, merk of ander onderscheidend teken op aan te brengen",
        de="sich durch Anbringen seines Namens, seiner Marke oder eines anderen Kennzeichens als Hersteller ausgibt",
    ),
}
