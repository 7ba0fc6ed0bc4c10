# SPDX-License-Identifier: GPL-2.0-or-later
"""What can be seen on the machine itself: settings, data folder, database, room, QGIS."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from qfieldcloud_server import database_trouble
from qfieldcloud_server.accounts.models import User
from qfieldcloud_server.api.errors import ApiError
from qfieldcloud_server.doctor.finding import Finding, bad, good, note
from qfieldcloud_server.files.models import Version
from qfieldcloud_server.files.records import damaged
from qfieldcloud_server.files.storage import blob_store, folder_store
from qfieldcloud_server.jobs.models import Job
from qfieldcloud_server.packages.models import PackageFile
from qfieldcloud_server.projects.models import Project
from qfieldcloud_server.qgis_helper.errors import HelperError
from qfieldcloud_server.qgis_helper.process import HelperProcess, is_configured
from qfieldcloud_server.qgis_helper.secrets import Secrets
from qfieldcloud_server.sso import documents

LEAST_FREE_BYTES = 1_000_000_000


def examine() -> Iterator[Finding]:
    yield from _settings()
    yield from _data_folder()
    yield from _files()
    try:
        pending = _pending_migrations()
    except DatabaseError as error:
        yield bad(f"The database cannot be used: {database_trouble.cause(error)}", database_trouble.advice())
        return
    if pending:
        yield bad(
            f"The database is {pending} steps behind.", "Run `qfieldcloud-server migrate`, or start `serve`."
        )
        return
    yield good(f"The database answers ({connection.vendor}).")
    yield from _people()
    yield from _jobs()
    yield from _qgis()


def _settings() -> Iterator[Finding]:
    sources = sorted(set(settings.CONFIGURATION.sources.values()) - {"default"})
    yield good(f"The settings are understood ({', '.join(sources) or 'all defaults'}).")
    if settings.DEBUG:
        yield bad(
            "debug is on.", "Anybody can read tracebacks with parts of the settings. Set debug = false."
        )
    if not settings.PUBLIC_URL:
        yield note("public_url is not set.", "Any host name is answered to, and password mails are not sent.")
    elif not settings.SECURE:
        yield note(
            "public_url is not https.", "Passwords travel readable. Fine on a closed network, nowhere else."
        )
    if not settings.EMAIL_CONFIGURED:
        yield note("No mail is sent (email_url).", "Forgotten passwords are yours to set on the admin pages.")
    yield from _providers()
    if settings.SIGN_UP_OPEN:
        yield note("sign_up is open.", "Anybody who finds the server may make an account and store files.")


def _providers() -> Iterator[Finding]:
    for provider in settings.SSO_PROVIDERS:
        try:
            count = len(documents.keys(provider))
        except documents.Unreachable as error:
            yield bad(f"Nobody can sign in with {provider.name}: {error}", "Look at its [[sso]] table.")
            continue
        if count:
            yield good(f"{provider.name} answers, and signs with {count} keys.")
        else:
            yield bad(f"{provider.name} publishes no keys.", "Look at its jwks_url.")
    if settings.SSO_PROVIDERS and not settings.PUBLIC_URL:
        yield note(
            "public_url is not set.", "Providers refuse redirect addresses other than the registered one."
        )


def blobs() -> Iterator[Finding]:
    """Reads every stored byte."""
    all_good = True
    for blob, what in damaged():
        all_good = False
        versions = Version.objects.filter(blob=blob).select_related("file__project")
        packaged = PackageFile.objects.filter(blob=blob).select_related("package__project")
        names = [f"{version.file.project}: {version.file.name} {version.display}" for version in versions]
        names += [f"{file.package.project}: {file.name} of a package" for file in packaged]
        yield bad(f"A blob is {what}: {blob.sha256} ({blob.size} bytes).", "\n".join(names))
    if all_good:
        yield good("Every stored file is as it was stored.")


def _data_folder() -> Iterator[Finding]:
    folder = settings.DATA_DIR
    free = shutil.disk_usage(folder).free
    room = f"{folder} has {free / 1e9:.1f} GB left."
    yield good(room) if free > LEAST_FREE_BYTES else bad(room, "Uploads will be refused soon. Make room.")
    if folder.stat().st_mode & 0o007:
        yield note(f"Every user of this machine may look into {folder}.", f"chmod 700 {folder}")
    key = folder / "secret_key"
    if key.exists() and key.stat().st_mode & 0o077:
        yield bad(f"{key} can be read by others.", f"chmod 600 {key}")


def _files() -> Iterator[Finding]:
    place = settings.FILES_PLACE
    where = str(place) if place else str(settings.DATA_DIR / "blobs")
    try:
        blob_store().check()
    except (ApiError, OSError) as error:
        why = error.__cause__ or error
        yield bad(
            f"Files cannot be kept in {where}: {why}",
            "Look at files_url and what belongs to it." if place else "",
        )
        return
    yield good(f"Files can be kept in {where} and read back.")
    if place and place.is_readable_on_the_way:
        yield note(
            "files_url is not https.", "Files and the password for them travel readable to that machine."
        )
    if place and settings.X_ACCEL_PREFIX:
        yield note(
            "x_accel_prefix has no effect.", "nginx cannot get at files elsewhere; the server sends them."
        )
    folder = settings.DATA_DIR / "blobs"
    if place and folder.is_dir() and any(True for _ in folder_store(folder).names()):
        yield note(
            f"There are files in {folder} too.",
            "Have they been copied? `qfieldcloud-server copyfiles` copies what is missing. Then remove the folder.",
        )


def _pending_migrations() -> int:
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _people() -> Iterator[Finding]:
    people = User.objects.filter(type=User.Type.PERSON, is_active=True)
    if not people.exists():
        yield note("There is nobody who can sign in.", "qfieldcloud-server createuser NAME --superuser")
    elif not people.filter(is_superuser=True).exists():
        yield note("Nobody may use the admin pages.", "qfieldcloud-server createuser NAME --superuser")
    else:
        count = people.count()
        yield good(f"{count} people can sign in." if count > 1 else "One person can sign in.")


def _jobs() -> Iterator[Finding]:
    old = timezone.now() - timedelta(minutes=5)
    waiting = Job.objects.filter(status=Job.Status.PENDING, created_at__lt=old)
    waiting = waiting.exclude(project__jobs__status__in=[Job.Status.QUEUED, Job.Status.STARTED])
    count = waiting.count()
    if count:
        yield bad(
            f"{count} jobs have waited for more than five minutes.", "Is `serve` or a `worker` running?"
        )
    else:
        yield good("No job waits in vain.")


def _qgis() -> Iterator[Finding]:
    if not is_configured():
        count = Project.objects.filter(has_online_vector_data=True).count()
        if count:
            yield note(
                f"{count} projects have layers in databases or web services.",
                "Edits of them wait until there is QGIS. See qgis_python.",
            )
        return
    try:
        with HelperProcess(Secrets({}, ""), [], settings.QGIS_SECONDS) as helper:
            yield good(f"The QGIS helper starts (QGIS {helper.version}).")
            is_confined = helper.is_confined
    except HelperError as error:
        yield bad(error.message, "Look at qgis_python and at the server's log.")
        return
    if not is_confined:
        yield note(
            "The QGIS helper could read this server's files.",
            "Linux 5.13 or newer with Landlock prevents that. Let people make projects only whom you trust.",
        )
