from django.apps import AppConfig


class OrdersConfig(AppConfig):
    name = "reprise.orders"
    label = "orders"
