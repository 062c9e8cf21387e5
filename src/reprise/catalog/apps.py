from django.apps import AppConfig


class CatalogConfig(AppConfig):
    name = "reprise.catalog"
    label = "catalog"
