# SPDX-License-Identifier: GPL-2.0-or-later
"""jobs/: ask for work on a project and watch it."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import generics, serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from qfieldcloud_server.api.errors import NoDeltasToApply, ObjectNotFound, ValidationError
from qfieldcloud_server.api.requests import asker, sent
from qfieldcloud_server.api.times import WireTime
from qfieldcloud_server.deltas.services import request_apply
from qfieldcloud_server.jobs import services
from qfieldcloud_server.jobs.models import Job
from qfieldcloud_server.projects.access import demand, parse_id, project_for
from qfieldcloud_server.projects.models import Project
from qfieldcloud_server.projects.roles import Action


class JobSummarySerializer(serializers.Serializer):  # type: ignore[type-arg]
    id = serializers.UUIDField()
    created_at = WireTime()
    created_by = serializers.IntegerField(source="created_by_id", allow_null=True)
    finished_at = WireTime(allow_null=True)
    project_id = serializers.UUIDField()
    started_at = WireTime(allow_null=True)
    status = serializers.ChoiceField(Job.Status.choices)
    type = serializers.ChoiceField(Job.Type.choices)
    updated_at = WireTime()


class JobSerializer(JobSummarySerializer):
    feedback = serializers.JSONField(allow_null=True)
    output = serializers.CharField(allow_null=True, help_text="The log.")


class NewJobSerializer(serializers.Serializer):  # type: ignore[type-arg]
    project_id = serializers.CharField(required=False, allow_blank=True)
    type = serializers.ChoiceField([Job.Type.PACKAGE, Job.Type.PROCESS_PROJECTFILE, Job.Type.DELTA_APPLY])
    force = serializers.BooleanField(
        required=False, default=False, help_text="A new package job also if one is unfinished."
    )


class Jobs(generics.GenericAPIView):  # type: ignore[type-arg]
    serializer_class = JobSummarySerializer

    def get_queryset(self) -> QuerySet[Job]:
        project = project_for(self.request.user, _project_id(self.request.query_params), Action.READ)
        return Job.objects.filter(project=project).defer("feedback", "output").order_by("created_at", "id")

    @extend_schema(
        parameters=[OpenApiParameter("project_id", OpenApiTypes.UUID, required=True)],
        responses={200: JobSummarySerializer(many=True)},
    )
    def get(self, request: Request) -> Response:
        jobs = self.get_queryset()
        page = self.paginate_queryset(jobs)
        data = self.get_serializer(jobs if page is None else page, many=True).data
        return Response(data) if page is None else self.get_paginated_response(data)

    @extend_schema(request=NewJobSerializer, responses={200: JobSerializer, 201: JobSerializer})
    def post(self, request: Request) -> Response:
        body = request.data if hasattr(request.data, "get") else {}
        project = project_for(request.user, _project_id(body), Action.READ)
        wanted = sent(request, NewJobSerializer)
        job, is_new = _start(project, request, wanted["type"], force=wanted["force"])
        return Response(JobSerializer(job).data, status=201 if is_new else 200)


class OneJob(APIView):
    @extend_schema(responses={200: JobSerializer})
    def get(self, request: Request, job: str) -> Response:
        found = Job.objects.filter(pk=parse_id(job)).first()
        if found is None:
            raise ObjectNotFound("There is no such job.")
        project_for(request.user, found.project_id, Action.READ)
        return Response(JobSerializer(found).data)


def _project_id(values: Any) -> str:
    wanted = values.get("project_id")
    if not wanted:
        raise ObjectNotFound("project_id: Which project?")
    if not isinstance(wanted, str):
        raise ValidationError("project_id: This is not a UUID.")
    return wanted


def _start(project: Project, request: Request, job_type: str, *, force: bool) -> tuple[Job, bool]:
    """The job, and whether it is a new one."""
    if job_type == Job.Type.PACKAGE:
        return services.request_package(project, asker(request), force=force)
    demand(project, Action.PROCESS)
    if job_type == Job.Type.PROCESS_PROJECTFILE:
        return services.create_job(project, job_type, asker(request)), True
    with transaction.atomic():
        job = request_apply(project, asker(request))
    if job is None:
        raise NoDeltasToApply
    return job, True
