# SPDX-License-Identifier: GPL-2.0-or-later
"""What happens to requests before Django looks at them: trusted proxy headers, addresses without a slash, CORS."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils.cache import patch_vary_headers

from qfieldcloud_server.api.errors import InvalidRequest, json_answer

Handler = Callable[[HttpRequest], HttpResponse]


class ProxyHeaders:
    """Believe ``X-Forwarded-*`` of the proxies in ``trusted_proxies`` and strip them from everybody else's requests.

    REMOTE_ADDR becomes the nearest address that is no trusted proxy, so the lock-out counts people, not the proxy.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        meta = request.META
        chain = [a.strip() for a in meta.pop("HTTP_X_FORWARDED_FOR", "").split(",") if a.strip()]
        scheme = meta.pop("HTTP_X_FORWARDED_PROTO", "").split(",")[0].strip().lower()
        host = meta.pop("HTTP_X_FORWARDED_HOST", "").split(",")[0].strip()
        if trusted(meta.get("REMOTE_ADDR", "")):
            if scheme in ("http", "https"):
                meta["wsgi.url_scheme"] = scheme
            if host:
                meta["HTTP_HOST"] = host
            while chain and trusted(meta.get("REMOTE_ADDR", "")):
                meta["REMOTE_ADDR"] = chain.pop()
        return self.get_response(request)


def trusted(address: str) -> bool:
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        # A Unix socket has no address: whoever may open it is on this machine.
        return not address
    return any(parsed in network for network in settings.TRUSTED_PROXIES)


class ApiPaths:
    """Serve API addresses that lack their last slash: a redirect would hang QField and turn a POST into a GET.

    NUL, which no name holds and PostgreSQL cannot even compare, is refused before anything looks for it.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        path = request.path_info
        if "\0" in path or "%00" in request.META.get("QUERY_STRING", ""):
            return json_answer(InvalidRequest("NUL is not part of any name."))
        if path.startswith("/api/") and not path.endswith("/"):
            try:
                resolve(path)
            except Resolver404:
                request.path_info += "/"
                request.path += "/"
        return self.get_response(request)


class CrossOrigin:
    """CORS under /api/ for the origins of ``cors_origins``; tokens travel in headers, so no credentials."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        origin = request.headers.get("Origin", "")
        if not settings.CORS_ORIGINS or not request.path_info.startswith("/api/"):
            return self.get_response(request)
        preflight = request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers
        response = HttpResponse(status=204) if preflight else self.get_response(request)
        patch_vary_headers(response, ["Origin"])
        if origin in settings.CORS_ORIGINS:
            response["Access-Control-Allow-Origin"] = origin
            response["Access-Control-Expose-Headers"] = (
                "X-Total-Count, X-Next-Page, X-Previous-Page, Content-Disposition, ETag"
            )
            if preflight:
                response["Access-Control-Allow-Methods"] = "GET, HEAD, POST, PUT, PATCH, DELETE"
                response["Access-Control-Allow-Headers"] = (
                    "Authorization, Content-Type, Range, If-Match, If-None-Match, X-File-Version"
                )
                response["Access-Control-Max-Age"] = "86400"
        return response
