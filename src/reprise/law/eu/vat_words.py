"""The sentences of value added tax."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

RATE: Final = Sentence(
    en="The standard rate of VAT on a day",
    fr="Le taux normal de TVA à une date",
    nl="Het normale btw-tarief op een dag",
    de="Der Regelsatz der Umsatzsteuer an einem Tag",
)
SCHEME: Final = Sentence(
    en="Whether a unit is sold under the margin scheme",
    fr="Si un appareil est vendu sous le régime de la marge",
    nl="Of een toestel onder de margeregeling wordt verkocht",
    de="Ob ein Gerät unter der Differenzbesteuerung verkauft wird",
)
MARGIN: Final = Sentence(
    en="The VAT on a margin",
    fr="La TVA sur une marge",
    nl="De btw over een marge",
    de="Die Umsatzsteuer auf eine Differenz",
)
SUPPLIER: Final = Sentence(
    en="Whether the platform is deemed to be the supplier",
    fr="Si la plateforme est réputée fournisseur",
    nl="Of het platform als leverancier wordt beschouwd",
    de="Ob die Plattform als Lieferer gilt",
)
PLACE: Final = Sentence(
    en="Whose rate of VAT applies to a sale",
    fr="Quel pays fixe le taux de TVA d’une vente",
    nl="Van welk land het btw-tarief voor een verkoop geldt",
    de="Der Steuersatz welches Landes für einen Verkauf gilt",
)
DUTY: Final = Sentence(
    en="The customs duty on a small consignment",
    fr="Le droit de douane sur un petit envoi",
    nl="Het douanerecht op een kleine zending",
    de="Der Zoll auf eine Kleinsendung",
)

RATE_IS: Final = Sentence(
    en="On {on} the standard rate in {country} is {rate}, in force since {since} at the latest.",
    fr="Le {on}, le taux normal en {country} est de {rate}, en vigueur au plus tard depuis le {since}.",
    nl="Op {on} is het normale tarief in {country} {rate}, van kracht uiterlijk sinds {since}.",
    de="Am {on} beträgt der Regelsatz in {country} {rate}, in Kraft spätestens seit {since}.",
)
BOUGHT_WITHOUT_VAT: Final = Sentence(
    en="The dealer bought the unit within the Community from somebody who charged no deductible VAT: the margin scheme is open.",
    fr="Le revendeur a acheté l’appareil dans la Communauté à quelqu’un qui n’a pas facturé de TVA déductible : le régime de la marge est ouvert.",
    nl="De wederverkoper kocht het toestel binnen de Gemeenschap van iemand die geen aftrekbare btw rekende: de margeregeling staat open.",
    de="Der Wiederverkäufer hat das Gerät im Gemeinschaftsgebiet von jemandem gekauft, der keine abziehbare Steuer berechnete: Die Differenzbesteuerung ist möglich.",
)
BOUGHT_WITH_VAT: Final = Sentence(
    en="The dealer bought the unit with a VAT invoice and may deduct that VAT: the normal scheme applies.",
    fr="Le revendeur a acheté l’appareil avec une facture de TVA déductible : le régime normal s’applique.",
    nl="De wederverkoper kocht het toestel met een btw-factuur en mag die btw aftrekken: de normale regeling geldt.",
    de="Der Wiederverkäufer hat das Gerät mit einer Rechnung mit abziehbarer Steuer gekauft: Die Regelbesteuerung gilt.",
)
IMPORTED: Final = Sentence(
    en="The unit was imported; imported telephones and computers never come under the margin scheme.",
    fr="L’appareil a été importé ; les téléphones et ordinateurs importés ne relèvent jamais du régime de la marge.",
    nl="Het toestel is ingevoerd; ingevoerde telefoons en computers vallen nooit onder de margeregeling.",
    de="Das Gerät wurde eingeführt; eingeführte Telefone und Computer fallen nie unter die Differenzbesteuerung.",
)
OPTED_OUT: Final = Sentence(
    en="The dealer chose the normal scheme for this supply, which the law allows.",
    fr="Le revendeur a choisi le régime normal pour cette livraison, ce que la loi permet.",
    nl="De wederverkoper koos voor deze levering de normale regeling, wat de wet toelaat.",
    de="Der Wiederverkäufer hat für diese Lieferung die Regelbesteuerung gewählt, was das Gesetz erlaubt.",
)
PLATFORM_SUPPLIES: Final = Sentence(
    en="The platform is deemed to be the supplier and did not buy the unit as a taxable dealer: the normal scheme applies.",
    fr="La plateforme est réputée fournisseur et n’a pas acheté l’appareil comme assujetti-revendeur : le régime normal s’applique.",
    nl="Het platform geldt als leverancier en kocht het toestel niet als belastingplichtige wederverkoper: de normale regeling geldt.",
    de="Die Plattform gilt als Lieferer und hat das Gerät nicht als Wiederverkäufer gekauft: Die Regelbesteuerung gilt.",
)
MARGIN_IS: Final = Sentence(
    en="Sold for {sold} with the transport that the dealer charges, bought for {bought}: the margin is {margin}.",
    fr="Vendu {sold} avec le transport facturé par le revendeur, acheté {bought} : la marge est de {margin}.",
    nl="Verkocht voor {sold} met het vervoer dat de wederverkoper rekent, gekocht voor {bought}: de marge is {margin}.",
    de="Verkauft für {sold} mit der vom Wiederverkäufer berechneten Beförderung, gekauft für {bought}: Die Differenz beträgt {margin}.",
)
MARGIN_VAT: Final = Sentence(
    en="The margin contains VAT at {rate}: {vat}. It is not shown on the invoice.",
    fr="La marge contient la TVA au taux de {rate} : {vat}. Elle n’apparaît pas sur la facture.",
    nl="De marge bevat {rate} btw: {vat}. Die staat niet op de factuur.",
    de="Die Differenz enthält {rate} Umsatzsteuer: {vat}. Sie wird auf der Rechnung nicht ausgewiesen.",
)
NO_MARGIN: Final = Sentence(
    en="Sold for no more than it cost: no VAT is due, and the loss is not carried over to another unit.",
    fr="Vendu sans bénéfice : aucune TVA n’est due, et la perte n’est pas reportée sur un autre appareil.",
    nl="Verkocht zonder winst: er is geen btw verschuldigd, en het verlies gaat niet over op een ander toestel.",
    de="Ohne Gewinn verkauft: Es fällt keine Umsatzsteuer an, und der Verlust wird nicht auf ein anderes Gerät übertragen.",
)
SMALL_IMPORT: Final = Sentence(
    en="The goods are imported in a consignment of {value}, not above {limit}: the platform is the supplier and owes the VAT.",
    fr="Le bien est importé dans un envoi de {value}, sans dépasser {limit} : la plateforme est le fournisseur et doit la TVA.",
    nl="De goederen worden ingevoerd in een zending van {value}, niet boven {limit}: het platform is de leverancier en is de btw verschuldigd.",
    de="Die Ware wird in einer Sendung von {value} eingeführt, nicht über {limit}: Die Plattform ist der Lieferer und schuldet die Umsatzsteuer.",
)
LARGE_IMPORT: Final = Sentence(
    en="The goods are imported in a consignment of {value}, above {limit}: the platform is not the supplier.",
    fr="Le bien est importé dans un envoi de {value}, au-delà de {limit} : la plateforme n’est pas le fournisseur.",
    nl="De goederen worden ingevoerd in een zending van {value}, boven {limit}: het platform is niet de leverancier.",
    de="Die Ware wird in einer Sendung von {value} eingeführt, über {limit}: Die Plattform ist nicht der Lieferer.",
)
FOREIGN_SELLER: Final = Sentence(
    en="The goods are within the Union and the seller is not established there: whatever the value, the platform is the supplier and owes the VAT.",
    fr="Le bien se trouve dans l’Union et le vendeur n’y est pas établi : quelle que soit la valeur, la plateforme est le fournisseur et doit la TVA.",
    nl="De goederen zijn in de Unie en de verkoper is er niet gevestigd: wat de waarde ook is, het platform is de leverancier en is de btw verschuldigd.",
    de="Die Ware ist in der Union und der Verkäufer ist dort nicht ansässig: bei jedem Wert ist die Plattform der Lieferer und schuldet die Umsatzsteuer.",
)
UNION_SELLER: Final = Sentence(
    en="The goods are within the Union and the seller is established there: the seller is the supplier.",
    fr="Le bien se trouve dans l’Union et le vendeur y est établi : le vendeur est le fournisseur.",
    nl="De goederen zijn in de Unie en de verkoper is er gevestigd: de verkoper is de leverancier.",
    de="Die Ware ist in der Union und der Verkäufer ist dort ansässig: Der Verkäufer ist der Lieferer.",
)
TAXABLE_BUYER: Final = Sentence(
    en="The buyer is a taxable person: the rule for sales to consumers does not apply and the seller is the supplier.",
    fr="L’acheteur est assujetti : la règle des ventes aux consommateurs ne s’applique pas et le vendeur est le fournisseur.",
    nl="De koper is belastingplichtig: de regel voor verkopen aan consumenten geldt niet en de verkoper is de leverancier.",
    de="Der Käufer ist steuerpflichtig: Die Regel für Verkäufe an Verbraucher gilt nicht und der Verkäufer ist der Lieferer.",
)
AT_ORIGIN_MARGIN: Final = Sentence(
    en="Margin sales are outside the rules of distance sales: the rate is that of {country}, where the goods leave.",
    fr="Les ventes sous le régime de la marge échappent aux règles des ventes à distance : le taux est celui du pays de départ, {country}.",
    nl="Margeverkopen vallen buiten de regels van de afstandsverkopen: het tarief is dat van {country}, waar de goederen vertrekken.",
    de="Verkäufe unter der Differenzbesteuerung fallen nicht unter die Fernverkaufsregeln: Es gilt der Satz von {country}, wo die Ware abgeht.",
)
DOMESTIC: Final = Sentence(
    en="The goods leave and arrive in {country}: its rate applies.",
    fr="Le bien part et arrive dans le même pays, {country} : son taux s’applique.",
    nl="De goederen vertrekken en komen aan in {country}: het tarief van dat land geldt.",
    de="Die Ware geht in {country} ab und kommt dort an: Der dortige Satz gilt.",
)
AT_DESTINATION: Final = Sentence(
    en="The seller's sales to consumers of other Member States exceed {limit} in the year, or the seller chose it: the rate is that of {country}, where the goods arrive.",
    fr="Les ventes du vendeur aux consommateurs d’autres États membres dépassent {limit} dans l’année, ou le vendeur l’a choisi : le taux est celui du pays d’arrivée, {country}.",
    nl="De verkopen van de verkoper aan consumenten in andere lidstaten overschrijden {limit} in het jaar, of de verkoper koos ervoor: het tarief is dat van {country}, waar de goederen aankomen.",
    de="Die Verkäufe des Verkäufers an Verbraucher anderer Mitgliedstaaten übersteigen {limit} im Jahr, oder der Verkäufer hat es gewählt: Es gilt der Satz von {country}, wo die Ware ankommt.",
)
AT_ORIGIN: Final = Sentence(
    en="The seller's sales to consumers of other Member States do not exceed {limit} in the year: the rate is that of {country}, where the goods leave.",
    fr="Les ventes du vendeur aux consommateurs d’autres États membres ne dépassent pas {limit} dans l’année : le taux est celui du pays de départ, {country}.",
    nl="De verkopen van de verkoper aan consumenten in andere lidstaten overschrijden {limit} in het jaar niet: het tarief is dat van {country}, waar de goederen vertrekken.",
    de="Die Verkäufe des Verkäufers an Verbraucher anderer Mitgliedstaaten übersteigen {limit} im Jahr nicht: Es gilt der Satz von {country}, wo die Ware abgeht.",
)
DUTY_IS: Final = Sentence(
    en="The consignment of {value} does not exceed {limit}: {each} for each tariff sub-heading ({headings} in all), {amount}, however many items each holds.",
    fr="L’envoi de {value} ne dépasse pas {limit} : {each} par sous-position tarifaire ({headings} en tout), soit {amount}, quel que soit le nombre d’articles de chacune.",
    nl="De zending van {value} overschrijdt {limit} niet: {each} per tariefonderverdeling ({headings} in totaal), dus {amount}, hoeveel stuks elk ook bevat.",
    de="Die Sendung von {value} übersteigt {limit} nicht: {each} je Tarifunterposition (insgesamt {headings}), also {amount}, wie viele Stücke jede auch enthält.",
)
NO_FLAT_DUTY: Final = Sentence(
    en="The consignment of {value} exceeds {limit}: the flat duty does not apply, the customs tariff does.",
    fr="L’envoi de {value} dépasse {limit} : le droit forfaitaire ne s’applique pas, le tarif douanier si.",
    nl="De zending van {value} overschrijdt {limit}: het vaste recht geldt niet, het douanetarief wel.",
    de="Die Sendung von {value} übersteigt {limit}: Der Pauschalzoll gilt nicht, sondern der Zolltarif.",
)
