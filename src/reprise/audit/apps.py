from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "reprise.audit"
    label = "audit"
