# SPDX-License-Identifier: GPL-2.0-or-later
"""Addresses of projects, below /api/v1/."""

from __future__ import annotations

from django.urls import path

from qfieldcloud_server.projects.api import collaborators, pictures, projects, secrets, seeds

urlpatterns = [
    path("projects/", projects.Projects.as_view(), name="projects"),
    path("projects/public/", projects.PublicProjects.as_view(), name="public-projects"),
    path("projects/<str:project>/", projects.OneProject.as_view(), name="project"),
    path("projects/<str:project>/thumbnail/", pictures.ThumbnailUpload.as_view(), name="thumbnail-upload"),
    path("projects/<str:project>/seed/", seeds.ProjectSeedView.as_view(), name="seed"),
    path("projects/<str:project>/seed/xlsform/", seeds.SeedForm.as_view(), name="seed-form"),
    path("files/thumbnails/<uuid:project>/", pictures.ThumbnailPicture.as_view(), name="thumbnail"),
    path("collaborators/<uuid:project>/", collaborators.Collaborators.as_view(), name="collaborators"),
    # A team is @organization/team: its slash is part of the name.
    path(
        "collaborators/<uuid:project>/<path:username>/",
        collaborators.OneCollaborator.as_view(),
        name="collaborator",
    ),
    path("secrets/<uuid:project>/", secrets.Secrets.as_view(), name="secrets"),
    path("secrets/<uuid:project>/<str:name>/", secrets.OneSecret.as_view(), name="secret"),
]
