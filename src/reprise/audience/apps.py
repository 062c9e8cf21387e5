from django.apps import AppConfig


class AudienceConfig(AppConfig):
    name = "reprise.audience"
    label = "audience"
