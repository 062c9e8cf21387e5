"""The web server's entry point."""

import gc
import os

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

from reprise.web.door import Door

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "reprise.config.settings")
if settings.PAYMENT_PROVIDER == "sandbox" and not settings.PLAY_MONEY:
    raise ImproperlyConfigured(
        "The sandbox payment provider would sell for play money: set REPRISE_PAYMENT_PROVIDER to"
        " another one, or REPRISE_ALLOW_SANDBOX=1 if that is what you want."
    )
application = Door(get_wsgi_application())

from reprise.web import choices, counting  # noqa: E402  they need the contexts, loaded now

counting.begin()
choices.begin()
# What is loaded by now stays: it need not be looked through again and again for what to throw away.
gc.collect()
gc.freeze()
