from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "reprise.outbox"
    label = "outbox"
