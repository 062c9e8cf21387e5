from django.apps import AppConfig


class OffersConfig(AppConfig):
    name = "reprise.offers"
    label = "offers"
