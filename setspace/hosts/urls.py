"""Addresses of the pages about hosts, their programmes, and who applies."""

from django.urls import path

from setspace.hosts.views import board, imports, inviting, reviewing

app_name = "hosts"
PROGRAMME = "programmes/<uuid:programme_id>"
APPLICATION = f"{PROGRAMME}/applications/<uuid:application_id>"
PLANNED = f"{PROGRAMME}/board/<uuid:programme_set_id>"

urlpatterns = [
    path(f"{PROGRAMME}/applications/", reviewing.applications, name="applications"),
    path(f"{PROGRAMME}/applications/file/", imports.file, name="applications_file"),
    path(f"{PROGRAMME}/applications/import/", imports.imports, name="imports"),
    path(f"{PROGRAMME}/applications/import/<uuid:import_id>/", imports.one_import, name="import"),
    path(f"{APPLICATION}/", reviewing.application, name="reviewed"),
    path(f"{APPLICATION}/decision/", reviewing.decision, name="decision"),
    path(f"{APPLICATION}/decision/undoing/", reviewing.decision_undoing, name="decision_undoing"),
    path(f"{APPLICATION}/apart/", reviewing.apart, name="apart"),
    path(f"{APPLICATION}/apart/<uuid:other_id>/removal/", reviewing.apart_removal, name="apart_removal"),
    path(f"{PROGRAMME}/board/", board.board, name="board"),
    path(f"{PROGRAMME}/board/moves/", board.moves, name="board_moves"),
    path(f"{PROGRAMME}/board/suggestion/", board.suggestion, name="board_suggestion"),
    path(f"{PROGRAMME}/board/undoing/", board.undoing, name="board_undoing"),
    path(f"{PROGRAMME}/board/check/", inviting.check, name="check"),
    path(f"{PLANNED}/showing/", inviting.showing, name="showing"),
    path(f"{PLANNED}/founding/", inviting.founding, name="founding"),
    path(f"{PLANNED}/newcomers/", inviting.newcomers, name="newcomers"),
    path(f"{PLANNED}/organisation/", inviting.organisation, name="facilitator_organisation"),
]
