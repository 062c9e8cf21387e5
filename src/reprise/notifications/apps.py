from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "reprise.notifications"
    label = "notifications"
