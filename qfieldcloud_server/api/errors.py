# SPDX-License-Identifier: GPL-2.0-or-later
"""The server's errors, and how each is told to a client.

    ApiError                                  unknown_error 500
      NotAuthenticated                        401   no sign-in was sent
      AuthenticationFailed                    401   wrong password, malformed header
        TokenAuthenticationFailed             401   unknown or ended token
        TooManyFailedLogins                   401
      PermissionDenied                        403
        RestrictedProjectModification         403
        InactiveSubscription                  403
        PlanInsufficient                      403   permission_denied_plan_insufficient
        TooManyMembers                        403   organization_has_max_number_of_members
      OverQuota                               402
      ObjectNotFound                          404
      InvalidRequest                          400   api_error: the request's form is wrong
        UnknownHost                           400
      ValidationError                         400   validation_error: a value is refused
        EmptyContent, MultipleContents, ExplicitDeletionOfLastVersion, InvalidQgisProjectFile, MultipleProjects,
        QgisProjectFileNotAllowed, InvalidDeltaFile, NoDeltasToApply, NoQgisProject, InvalidJob, ProjectAlreadyExists,
        NotCloneableProject, TemplateProject
      VersionConflict                         412
      InvalidRange                            416
      Busy                                    503   try again: transient
        DatabaseUnavailable                   503   PostgreSQL does not answer: transient
        StorageUnavailable                    503   the storage of the files does not answer: transient
          StorageRefuses                      503   it does, but not to this server
      DiskFull                                507   try again later: transient

Answers are compact JSON, ``code`` first: QField looks for ``"code":"over_quota"`` in the first 200 characters.
"""

from __future__ import annotations

import errno
import logging
import re
from typing import Any

from django.conf import settings
from django.core.exceptions import (
    DisallowedHost,
    ObjectDoesNotExist,
    RequestDataTooBig,
    SuspiciousOperation,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.core.exceptions import PermissionDenied as DjangoPermissionDenied
from django.core.exceptions import ValidationError as DjangoValidationError
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, UnreadablePostError
from rest_framework import exceptions as drf
from rest_framework.response import Response

logger = logging.getLogger(__name__)

# The disk itself, somebody's share of it, or the largest file it takes. Windows knows no shares.
NO_SPACE = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG})

LONGEST = 500


class ApiError(Exception):
    """An answer that is not a success. ``transient`` says whether trying again can help."""

    code = "unknown_error"
    status = 500
    message = "Something went wrong on the server. Nothing was changed."
    transient = False

    def __init__(self, message: str = "", **headers: str) -> None:
        super().__init__(message or self.message)
        self.message = message or self.message
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


class NotAuthenticated(ApiError):
    code, status, message = "not_authenticated", 401, "Not authenticated"


class AuthenticationFailed(ApiError):
    code, status, message = "authentication_failed", 401, "Authentication failed"


class TokenAuthenticationFailed(AuthenticationFailed):
    code, message = "token_authentication_failed", "The sign-in has ended. Please sign in again."


class TooManyFailedLogins(AuthenticationFailed):
    code, message = "too_many_failed_login_attempts", "Too many wrong passwords. Please try again later."


class PermissionDenied(ApiError):
    code, status, message = "permission_denied", 403, "Permission denied"


class RestrictedProjectModification(PermissionDenied):
    code, message = (
        "restricted_project_modification",
        "Only admins and managers may change the files of this QGIS project.",
    )


class InactiveSubscription(PermissionDenied):
    code, message = "inactive_subscription", "The owner's account is not active."


class PlanInsufficient(PermissionDenied):
    code, message = "permission_denied_plan_insufficient", "The owner's account does not include this."


class TooManyMembers(PermissionDenied):
    code, message = (
        "organization_has_max_number_of_members",
        "The organization has as many members as it may have.",
    )


class OverQuota(ApiError):
    code, status, message = "over_quota", 402, "The owner's storage is full. Nothing was stored."


class ObjectNotFound(ApiError):
    code, status, message = "object_not_found", 404, "Object not found"


class InvalidRequest(ApiError):
    code, status, message = "api_error", 400, "The request cannot be understood."


class UnknownHost(InvalidRequest):
    message = (
        "This server does not answer to this name. Use the address that its operator gave you; "
        "operators name others in allowed_hosts."
    )


class ValidationError(ApiError):
    code, status, message = "validation_error", 400, "Validation error"


class EmptyContent(ValidationError):
    code, message = "empty_content", "The request has no part named 'file'."


class MultipleContents(ValidationError):
    code, message = "multiple_contents", "The request has more than one part named 'file'."


class ExplicitDeletionOfLastVersion(ValidationError):
    code, message = (
        "explicit_deletion_of_last_version",
        "The only version of a file cannot be deleted; delete the file instead.",
    )


class InvalidQgisProjectFile(ValidationError):
    code, message = "invalid_qgis_project_file", "This is not a QGIS project file."


class MultipleProjects(ValidationError):
    code, message = "multiple_projects", "There is a QGIS project file already; a project has one."


class QgisProjectFileNotAllowed(ValidationError):
    code, message = (
        "qgis_project_file_not_allowed",
        "A project of shared datasets holds no QGIS project file.",
    )


class InvalidDeltaFile(ValidationError):
    code, message = "invalid_deltafile", "This is not a delta file of the project."


class NoDeltasToApply(ValidationError):
    code, message = "no_deltas_to_apply", "There are no deltas to apply."


class NoQgisProject(ValidationError):
    code, message = "no_qgis_project", "The project has no QGIS project file yet."


class InvalidJob(ValidationError):
    code, message = "invalid_job", "There is no package yet."


class ProjectAlreadyExists(ValidationError):
    code, message = "project_already_exists", "The owner has a project with this name already."


class NotCloneableProject(ValidationError):
    code, message = "not_cloneable_project", "A project of shared datasets cannot be cloned."


class TemplateProject(ValidationError):
    code, message = "operation_not_allowed_for_template_project", "A template cannot do this; clone it first."


class VersionConflict(ApiError):
    code, status, message = (
        "version_conflict",
        412,
        "The file has changed on the server since. Nothing was stored.",
    )


class InvalidRange(ApiError):
    code, status, message = "invalid_http_range", 416, "The file has no such range of bytes."


class DiskFull(ApiError):
    code, status, transient = "disk_full", 507, True
    message = "The server's disk is full. Nothing was stored; please tell whoever runs the server."


class Busy(ApiError):
    code, status, message, transient = "busy", 503, "The server is busy. Please try again in a moment.", True


class DatabaseUnavailable(Busy):
    message = "The server cannot reach its database. Please try again in a moment."


class StorageUnavailable(Busy):
    code, message = (
        "storage_unavailable",
        "The server cannot reach the storage of its files. Nothing was changed. Please try again in a moment.",
    )


class StorageRefuses(StorageUnavailable):
    message = "The storage of the server's files refuses the server. Nothing was changed; please tell whoever runs it."


def body(error: ApiError) -> dict[str, str]:
    # Half a character that came in escaped JSON cannot go out as UTF-8.
    return {"code": error.code, "message": error.message.encode("utf-8", "replace").decode()}


def answer(exception: Exception, context: dict[str, Any]) -> Response:
    """DRF's exception handler: every exception of a view becomes one of the tree above."""
    error = translate(exception)
    if error.status >= 500:
        request = context.get("request")
        logger.error(
            "%s %s failed", getattr(request, "method", "?"), getattr(request, "path", "?"), exc_info=exception
        )
    return Response(body(error), status=error.status, headers=error.headers)


def translate(exception: Exception) -> ApiError:
    if isinstance(exception, ApiError):
        return exception
    if isinstance(exception, (Http404, ObjectDoesNotExist)):
        return ObjectNotFound()
    if isinstance(exception, (DjangoPermissionDenied, drf.PermissionDenied)):
        return PermissionDenied()
    if isinstance(exception, drf.NotAuthenticated):
        return NotAuthenticated()
    if isinstance(exception, drf.AuthenticationFailed):
        return AuthenticationFailed()
    if isinstance(exception, DjangoValidationError):
        return ValidationError(" ".join(exception.messages))
    if isinstance(exception, drf.APIException):
        return _from_drf(exception)
    if isinstance(
        exception, (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent, SuspiciousOperation, UnicodeError)
    ):
        return InvalidRequest()
    if isinstance(exception, UnreadablePostError):
        return InvalidRequest("The request ended early. Nothing was stored.")
    return _from_below(exception)


def _from_below(exception: Exception) -> ApiError:
    """What the database and the disk say."""
    if isinstance(exception, OperationalError) and "locked" in str(exception):
        return Busy()
    if isinstance(exception, OSError) and exception.errno in NO_SPACE:
        return DiskFull()
    if isinstance(exception, OperationalError) and re.search("is full|No space left", str(exception)):
        return DiskFull()
    if isinstance(exception, OperationalError) and settings.ON_POSTGRES:
        return DatabaseUnavailable()
    return ApiError()


def _from_drf(exception: drf.APIException) -> ApiError:
    sentence = _sentence(exception.detail)
    # Refused values are told back: they may be as long as a body.
    error = InvalidRequest(sentence if len(sentence) <= LONGEST else f"{sentence[:LONGEST]}…")
    error.status = exception.status_code
    if isinstance(exception, drf.MethodNotAllowed):
        error.message = "This address does not know that method."
    return error


def _sentence(detail: Any) -> str:
    """DRF's nested details as one short line: ``name: This field is required.``"""
    if isinstance(detail, dict):
        return " ".join(
            _sentence(v) if k == "non_field_errors" else f"{k}: {_sentence(v)}" for k, v in detail.items()
        )
    if isinstance(detail, (list, tuple)):
        return " ".join(_sentence(item) for item in detail if item)
    return str(detail)


def json_answer(error: ApiError) -> JsonResponse:
    """The same answer outside of DRF's views."""
    return JsonResponse(
        body(error), status=error.status, headers=error.headers, json_dumps_params={"separators": (",", ":")}
    )


def is_api(request: HttpRequest) -> bool:
    return request.path_info.startswith("/api/")


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Django's handler404: JSON for the API, a page for people."""
    if is_api(request):
        return json_answer(ObjectNotFound("There is nothing at this address."))
    from django.views.defaults import page_not_found

    return page_not_found(request, exception or Http404())


def failed(request: HttpRequest) -> HttpResponse:
    """Django's handler500."""
    if is_api(request):
        return json_answer(ApiError())
    from django.views.defaults import server_error

    return server_error(request)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Django's handler400, for what fails before a view is found."""
    if isinstance(exception, DisallowedHost):
        # A page would ask for the host's name itself.
        if is_api(request):
            return json_answer(UnknownHost())
        return HttpResponse(UnknownHost.message, status=400, content_type="text/plain; charset=utf-8")
    if is_api(request):
        return json_answer(InvalidRequest())
    from django.views.defaults import bad_request as page

    return page(request, exception or SuspiciousOperation())
