"""The sentences of an accessible shop."""

from __future__ import annotations

from typing import Final

from reprise.law.provision import Sentence

SHOP: Final = Sentence(
    en="Whether an online shop has to be accessible",
    fr="Si une boutique en ligne doit être accessible",
    nl="Of een webwinkel toegankelijk moet zijn",
    de="Ob ein Onlineshop barrierefrei sein muss",
)
REQUIRED: Final = Sentence(
    en="Since {since} an online shop is accessible to people with disabilities: {standard}.",
    fr="Depuis le {since}, une boutique en ligne est accessible aux personnes handicapées : {standard}.",
    nl="Sinds {since} is een webwinkel toegankelijk voor mensen met een handicap: {standard}.",
    de="Seit dem {since} ist ein Onlineshop für Menschen mit Behinderungen zugänglich: {standard}.",
)
EXEMPT: Final = Sentence(
    en="The services of a micro-enterprise are exempt.",
    fr="Les services d’une microentreprise sont exemptés.",
    nl="De diensten van een micro-onderneming zijn vrijgesteld.",
    de="Die Dienstleistungen eines Kleinstunternehmens sind ausgenommen.",
)
