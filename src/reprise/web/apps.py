from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "reprise.web"
    label = "web"

    def ready(self) -> None:
        from reprise.web import checks  # noqa: F401  registers what it checks
