# SPDX-License-Identifier: GPL-2.0-or-later
"""Has the server do a job and waits for its end."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterString,
)

from ..i18n import said, tr
from .account import CloudAlgorithm
from .algorithm import FeedbackToken

PROJECT_ID, KIND, FORCE, WAIT = "PROJECT_ID", "KIND", "FORCE", "WAIT"
JOB_ID, STATUS = "JOB_ID", "STATUS"
_KINDS = ("package", "process_projectfile")


class TriggerJob(CloudAlgorithm):
    identifier = "triggerjob"

    def title(self) -> str:
        return tr("Start a job on the server")

    def help(self) -> str:
        return tr("Has the server package a project for QField, or read its project file again.")

    def initAlgorithm(self, _configuration: Optional[dict[str, Any]] = None) -> None:
        self.addParameter(QgsProcessingParameterString(PROJECT_ID, tr("Id of the cloud project")))
        self.addParameter(
            QgsProcessingParameterEnum(
                KIND,
                tr("Job"),
                options=[tr("Package for QField"), tr("Read the project file")],
                defaultValue=0,
            )
        )
        self.addParameter(
            QgsProcessingParameterBoolean(FORCE, tr("Even if nothing has changed"), defaultValue=False)
        )
        self.addParameter(QgsProcessingParameterBoolean(WAIT, tr("Wait for its end"), defaultValue=True))
        self.addOutput(QgsProcessingOutputString(JOB_ID, tr("Id of the job")))
        self.addOutput(QgsProcessingOutputString(STATUS, tr("State of the job")))
        self.add_account_parameters()

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        jobs = self.client().jobs
        kind = _KINDS[self.parameterAsEnum(parameters, KIND, context)]
        force = self.parameterAsBool(parameters, FORCE, context)
        job = jobs.trigger(self.parameterAsString(parameters, PROJECT_ID, context), kind, force=force)
        if self.parameterAsBool(parameters, WAIT, context):
            job = jobs.wait(job, FeedbackToken(feedback))
            feedback.pushInfo(job.output)
            if not job.succeeded:
                raise QgsProcessingException(
                    tr("The job ended as “{state}”. {reason}").format(
                        state=job.status, reason=said(str(job.feedback.get("error") or ""))
                    )
                )
        return {JOB_ID: job.id, STATUS: job.status}
