# SPDX-License-Identifier: GPL-2.0-or-later
"""Which of the requests that drawing makes were not answered: QGIS leaves those places empty and says nothing."""

from __future__ import annotations

from types import TracebackType
from typing import Dict, Optional, Tuple, Type

from qgis.core import QgsNetworkAccessManager, QgsNetworkReplyContent
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

# Services of tiles say so where they have none.
_NOTHING_THERE = (204, 404, 410)


class FailedRequests:
    """Listens for as long as the block lasts. What was answered when it was asked again has not failed."""

    def __init__(self) -> None:
        self._failed: Dict[str, Tuple[str, str]] = {}

    def __enter__(self) -> FailedRequests:
        QgsNetworkAccessManager.instance().finished[QgsNetworkReplyContent].connect(self._note)
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        QgsNetworkAccessManager.instance().finished[QgsNetworkReplyContent].disconnect(self._note)

    @property
    def reason(self) -> str:
        """For people, "" when nothing has failed. Addresses may hold passwords, so only hosts are named."""
        if not self._failed:
            return ""
        host, why = next(iter(self._failed.values()))
        return f"{len(self._failed):,} requests failed, the first at {host} ({why})"

    def _note(self, reply: QgsNetworkReplyContent) -> None:
        url = reply.request().url()
        if reply.error() == QNetworkReply.NetworkError.NoError:
            self._failed.pop(url.toString(), None)
            return
        status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        if status not in _NOTHING_THERE:
            # A number in Qt 5.
            why = f"HTTP {status}" if status else f"error {getattr(reply.error(), 'value', reply.error())}"
            self._failed[url.toString()] = (url.host(), why)
