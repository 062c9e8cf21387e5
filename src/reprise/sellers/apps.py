from django.apps import AppConfig


class SellersConfig(AppConfig):
    name = "reprise.sellers"
    label = "sellers"
