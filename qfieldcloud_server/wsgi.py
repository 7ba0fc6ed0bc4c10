# SPDX-License-Identifier: GPL-2.0-or-later
"""The WSGI application, for the built-in server and for any other."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "qfieldcloud_server.settings")
application = get_wsgi_application()
