from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "reprise.privacy"
    label = "privacy"
