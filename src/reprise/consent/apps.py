from django.apps import AppConfig


class ConsentConfig(AppConfig):
    name = "reprise.consent"
    label = "consent"
