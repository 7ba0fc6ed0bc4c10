# SPDX-License-Identifier: GPL-2.0-or-later
"""The WSGI application, for the built-in server and for any other."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from qfieldcloud_server import data_folder

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "qfieldcloud_server.settings")
data_folder.prepare(settings.DATA_DIR)
application = get_wsgi_application()
