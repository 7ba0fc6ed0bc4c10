# SPDX-License-Identifier: GPL-2.0-or-later
"""Files of some kilobytes that live in the database: avatars, thumbnails, forms."""

from __future__ import annotations

import hashlib

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.http import content_disposition_header, parse_etags


def small_file(
    request: HttpRequest,
    content: bytes,
    content_type: str,
    name: str,
    *,
    public: bool = False,
    attachment: bool = False,
) -> HttpResponse:
    """The file with an ETag, or 304 for who has it already. ``public`` ones may be kept by any cache for an hour."""
    etag = f'"{hashlib.md5(content, usedforsecurity=False).hexdigest()}"'
    if etag in parse_etags(request.headers.get("If-None-Match", "")):
        response: HttpResponse = HttpResponseNotModified()
    else:
        response = HttpResponse(content, content_type=content_type)
        disposition = content_disposition_header(as_attachment=attachment, filename=name)
        if disposition:
            response["Content-Disposition"] = disposition
        response["Accept-Ranges"] = "none"
    response["ETag"] = etag
    response["Cache-Control"] = "public, max-age=3600" if public else "private, no-cache"
    return response
