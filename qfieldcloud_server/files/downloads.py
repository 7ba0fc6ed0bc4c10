# SPDX-License-Identifier: GPL-2.0-or-later
"""Sending a blob: whole, in part, or not at all because the client has it already."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import BinaryIO

from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header, http_date, quote_etag
from rest_framework.request import Request

from qfieldcloud_server.api.errors import InvalidRange, VersionConflict
from qfieldcloud_server.files.models import Blob
from qfieldcloud_server.files.ranges import ByteRange, RangeNotSatisfiable, parse_range
from qfieldcloud_server.files.records import digest_of
from qfieldcloud_server.files.storage import blob_store

BLOCK_SIZE = 256 * 1024


class Slice:
    """A part of an open file, from its position on, which a WSGI server may send by itself."""

    def __init__(self, file: BinaryIO, length: int) -> None:
        self._file = file
        self._left = length
        self.fileno = file.fileno

    def read(self, size: int = -1) -> bytes:
        wanted = self._left if size < 0 else min(size, self._left)
        data = self._file.read(wanted)
        self._left -= len(data)
        return data

    def __iter__(self) -> Iterator[bytes]:
        while block := self.read(BLOCK_SIZE):
            yield block

    def close(self) -> None:
        self._file.close()


def send(request: Request, blob: Blob, name: str, modified: datetime) -> HttpResponseBase:
    """The answer to GET or HEAD of a blob. Raises InvalidRange, or VersionConflict for If-Match."""
    etag = quote_etag(blob.md5sum)
    unchanged = _conditional(request._request, etag, int(modified.timestamp()))
    if unchanged is not None:
        return unchanged
    wanted = _wanted_range(request, blob, etag)
    start, length = (wanted.start, wanted.length) if wanted else (0, blob.size)
    accelerated = _accelerated(blob)
    response = _body(request, blob, start, length) if accelerated is None else accelerated
    response["Content-Type"] = "application/octet-stream"
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"  # noqa: FBT003
    response["ETag"] = etag
    response["Last-Modified"] = http_date(modified.timestamp())
    # Private data; devices ask with the ETag they have.
    response["Cache-Control"] = "private, no-cache"
    if accelerated is not None:
        # nginx looks at Range itself; it says so with whole files only.
        if wanted:
            response["Accept-Ranges"] = "bytes"
        return response
    response["Accept-Ranges"] = "bytes"
    if wanted:
        response.status_code = 206
        response.headers["Content-Range"] = wanted.content_range
    return response


def _conditional(request: HttpRequest, etag: str, modified: int) -> HttpResponse | None:
    """304 where the client has the file already."""
    # The SDK sends the tag without quotes.
    if request.headers.get("If-None-Match", "").strip() == etag.strip('"'):
        return HttpResponse(status=304, headers={"ETag": etag})
    response = get_conditional_response(request, etag=etag, last_modified=modified)
    if response is None:
        return None
    if response.status_code == 412:
        raise VersionConflict("The file is another one by now.")
    response.headers["ETag"] = etag
    return HttpResponse(status=response.status_code, headers=dict(response.headers))


def _wanted_range(request: Request, blob: Blob, etag: str) -> ByteRange | None:
    if request.headers.get("If-Range", etag) != etag:
        return None
    try:
        return parse_range(request.headers.get("Range", ""), blob.size)
    except RangeNotSatisfiable as error:
        raise InvalidRange from error


def _accelerated(blob: Blob) -> HttpResponse | None:
    """An answer that nginx completes, where it can get at the file."""
    path = blob_store().relative_path(blob.sha256) if settings.X_ACCEL_PREFIX else None
    if path is None:
        return None
    return HttpResponse(headers={"X-Accel-Redirect": f"{settings.X_ACCEL_PREFIX.rstrip('/')}/{path}"})


def _body(request: Request, blob: Blob, start: int, length: int) -> HttpResponseBase:
    if request.method == "HEAD":
        return HttpResponse(headers={"Content-Length": str(length)})
    piece = Slice(blob_store().stream(digest_of(blob), start), length)
    response = StreamingHttpResponse(piece, headers={"Content-Length": str(length)})
    # What FileResponse does, which knows no ranges.
    response.file_to_stream = piece  # type: ignore[attr-defined]
    response.block_size = BLOCK_SIZE  # type: ignore[attr-defined]
    return response
