from django.apps import AppConfig


class DiscoveryConfig(AppConfig):
    name = "reprise.discovery"
    label = "discovery"
