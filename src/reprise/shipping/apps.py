from django.apps import AppConfig


class ShippingConfig(AppConfig):
    name = "reprise.shipping"
    label = "shipping"
