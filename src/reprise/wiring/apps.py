from django.apps import AppConfig


class WiringConfig(AppConfig):
    name = "reprise.wiring"
    label = "wiring"

    def ready(self) -> None:
        from reprise.wiring import table

        table.connect()
