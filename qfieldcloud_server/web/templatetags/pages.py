# SPDX-License-Identifier: GPL-2.0-or-later
"""How sizes, moments and links to other pages of a list are written."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import template
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.timesince import timesince

register = template.Library()


@register.filter
def size(number: int | None) -> str:
    """12.3 MB; decimal, as quotas are."""
    if number is None:
        return ""
    value = float(number)
    for unit in ("bytes", "kB", "MB", "GB"):
        if value < 1000:
            return f"{value:.0f} {unit}" if unit == "bytes" else f"{value:.1f} {unit}"
        value /= 1000
    return f"{value:.1f} TB"


@register.filter
def moment(value: datetime | None) -> str:
    """How long ago, with the exact time on hover."""
    if value is None:
        return "–"
    local = timezone.localtime(value)
    ago = timezone.now() - value
    text = "just now" if ago.total_seconds() < 60 else f"{timesince(value, depth=1)} ago"
    return format_html(
        '<time datetime="{}" title="{}">{}</time>', local.isoformat(), f"{local:%Y-%m-%d %H:%M:%S %Z}", text
    )


@register.simple_tag(takes_context=True)
def query_with(context: dict[str, Any], **changes: Any) -> str:
    """The page's own address with some parameters changed; an empty one is dropped."""
    request: HttpRequest = context["request"]
    query = request.GET.copy()
    for name, value in changes.items():
        query.pop(name, None)
        if value not in (None, ""):
            query[name] = str(value)
    return "?" + query.urlencode()
