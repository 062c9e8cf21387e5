"""The web server's entry point."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "reprise.config.settings")
application = get_wsgi_application()
# What is loaded by now stays: it need not be looked through again and again for what to throw away.
gc.collect()
gc.freeze()
