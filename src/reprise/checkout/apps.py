from django.apps import AppConfig


class CheckoutConfig(AppConfig):
    name = "reprise.checkout"
    label = "checkout"
