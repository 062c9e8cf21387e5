from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "reprise.ledger"
    label = "ledger"
