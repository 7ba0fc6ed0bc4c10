# SPDX-License-Identifier: GPL-2.0-or-later
"""Files of some kilobytes that live in the database: avatars, thumbnails, forms."""

from __future__ import annotations

import hashlib

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.http import content_disposition_header, parse_etags

from qfieldcloud_server.api.errors import InvalidRange
from qfieldcloud_server.files.ranges import RangeNotSatisfiable, parse_range


def small_file(
    request: HttpRequest,
    content: bytes,
    content_type: str,
    name: str,
    *,
    public: bool = False,
    attachment: bool = False,
) -> HttpResponse:
    """The file or the part that is asked for, or 304 for who has it. Public ones may lie in any cache for an hour."""
    etag = f'"{hashlib.md5(content, usedforsecurity=False).hexdigest()}"'
    response = _unchanged(request, etag) or _body(request, content, content_type)
    if response.status_code != 304:
        response["Content-Disposition"] = content_disposition_header(attachment, name) or "inline"
        response["Accept-Ranges"] = "bytes"
    response["ETag"] = etag
    response["Cache-Control"] = "public, max-age=3600" if public else "private, no-cache"
    return response


def _unchanged(request: HttpRequest, etag: str) -> HttpResponse | None:
    return (
        HttpResponseNotModified() if etag in parse_etags(request.headers.get("If-None-Match", "")) else None
    )


def _body(request: HttpRequest, content: bytes, content_type: str) -> HttpResponse:
    try:
        wanted = parse_range(request.headers.get("Range", ""), len(content))
    except RangeNotSatisfiable as error:
        raise InvalidRange(Content_Range=f"bytes */{len(content)}") from error
    if wanted is None:
        return HttpResponse(content, content_type=content_type)
    part = content[wanted.start : wanted.end + 1]
    return HttpResponse(part, content_type, status=206, headers={"Content-Range": wanted.content_range})
