# SPDX-License-Identifier: GPL-2.0-or-later
"""Lists come whole, or in pages where ``limit`` asks for them, told by ``X-`` headers or by an envelope."""

from __future__ import annotations

from typing import Any

from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import remove_query_param, replace_query_param


class PagesOnRequest(BasePagination):
    """``limit`` and ``offset``, both forgiving: what is no usable number counts as absent."""

    limit: int | None = None
    offset = 0
    count = 0
    envelope = False
    request: Request

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any] | None:
        self.request = request
        self.limit = _number(request, "limit", least=1)
        self.offset = _number(request, "offset", least=0) or 0
        self.envelope = request.query_params.get("envelope") in ("1", "true")
        if self.limit is None and not self.envelope:
            return None
        if self.limit is None:
            self.offset = 0
            items = list(queryset)
            self.count = len(items)
            return items
        self.count = queryset.count() if hasattr(queryset, "filter") else len(queryset)
        return list(queryset[self.offset : self.offset + self.limit]) if self.offset < self.count else []

    def get_paginated_response(self, data: Any) -> Response:
        following, former = self._next(), self._previous()
        headers = {"X-Total-Count": str(self.count)} if self.limit else {}
        if following:
            headers["X-Next-Page"] = following
        if former:
            headers["X-Previous-Page"] = former
        if self.envelope:
            data = {"count": self.count, "next": following, "previous": former, "results": data}
        return Response(data, headers=headers)

    def _next(self) -> str | None:
        if self.limit is None or self.offset + self.limit >= self.count:
            return None
        return self._page(self.offset + self.limit)

    def _previous(self) -> str | None:
        if self.limit is None or self.offset <= 0:
            return None
        return self._page(self.offset - self.limit)

    def _page(self, offset: int) -> str:
        url = replace_query_param(self.request.build_absolute_uri(), "limit", str(self.limit))
        if offset <= 0:
            return remove_query_param(url, "offset")
        return replace_query_param(url, "offset", str(offset))

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        return [
            {
                "name": name,
                "in": "query",
                "required": False,
                "schema": {"type": kind},
                "description": text,
            }
            for name, kind, text in (
                ("limit", "integer", "Items per page; without it the whole list comes."),
                ("offset", "integer", "Items to skip; only with limit."),
                ("envelope", "boolean", "1: answer {count, next, previous, results} instead of a bare list."),
            )
        ]

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        link = {"type": "string", "format": "uri", "nullable": True}
        properties = {"count": {"type": "integer"}, "next": link, "previous": link, "results": schema}
        envelope = {"type": "object", "required": list(properties), "properties": properties}
        return {"oneOf": [schema, envelope]}


def _number(request: Request, name: str, least: int) -> int | None:
    raw = request.query_params.get(name, "")
    if not raw.isascii() or not raw.isdigit() or len(raw) > 18:
        return None
    return int(raw) if int(raw) >= least else None
