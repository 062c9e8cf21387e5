from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "reprise.accounts"
    label = "accounts"
