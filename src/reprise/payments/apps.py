from django.apps import AppConfig


class PaymentsConfig(AppConfig):
    name = "reprise.payments"
    label = "payments"
