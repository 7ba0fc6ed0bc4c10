# SPDX-License-Identifier: GPL-2.0-or-later
"""Turns plain values (changes, conflicts, deltas, jobs, versions) into the rows of lists."""

from .changes import ChangeAt, FileAt, difference_nodes
from .conflicts import conflict_nodes, conflict_text, conflict_title, failure_nodes
from .deltas import delta_node, delta_nodes, delta_state
from .jobs import job_look, job_nodes, job_state, job_type
from .values import key_text, layer_name, value_text
from .versions import VersionAt, version_nodes

__all__ = [
    "ChangeAt",
    "FileAt",
    "VersionAt",
    "conflict_nodes",
    "conflict_text",
    "conflict_title",
    "delta_node",
    "delta_nodes",
    "delta_state",
    "difference_nodes",
    "failure_nodes",
    "job_look",
    "job_nodes",
    "job_state",
    "job_type",
    "key_text",
    "layer_name",
    "value_text",
    "version_nodes",
]
