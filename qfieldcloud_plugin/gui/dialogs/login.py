# SPDX-License-Identifier: GPL-2.0-or-later
"""Asks for a server and an account; the address is in sight, and what the server says of itself."""

from __future__ import annotations

from typing import Optional, Sequence

from qgis.gui import QgsPasswordLineEdit
from qgis.PyQt.QtCore import Qt, QTimer, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from ...cloud.api.server import Provider, ServerInfo
from ...cloud.credentials import Profile
from ...cloud.transport import server_address
from ...core.actions import Actions
from ...core.jobs import Job, JobState
from ...i18n import tr
from ...settings import DEFAULT_SERVER
from .. import theme, wording
from ..keyboard import prepare
from ..parts import IconLabel, Label, Notice, PrimaryButton, column, row
from .browser_login import CREDENTIALS, BrowserWait, ProviderButtons, open_page

_PROBE_DELAY_MS = 600


class LoginDialog(QDialog):
    """Closes itself once signed in. `profile` fills in server and name, for "log in again"."""

    def __init__(
        self, actions: Actions, parent: Optional[QWidget] = None, profile: Optional[Profile] = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Log in to QFieldCloud"))
        self.setMinimumWidth(480)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions = actions
        self._job: Optional[Job] = None
        self._probe: Optional[Job] = None
        self._logos: dict[Job, str] = {}
        self._signup_url = ""
        self._takes_passwords = True
        self._build()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask_server)
        prepare(self, self.enter, self.cancel)
        self._fill(profile or next(iter(actions.session.profiles()), None))
        actions.jobs.ended.connect(self._job_ended)

    # -- looks ----------------------------------------------------------------------------------------

    def _build(self) -> None:
        layout = column(self, spacing=14, margin=18)
        layout.addLayout(self._heading())
        self.notice = Notice()
        layout.addWidget(self.notice)
        layout.addLayout(self._form())
        self.providers = ProviderButtons()
        self.providers.chosen.connect(self._log_in_with_provider)
        layout.addWidget(self.providers)
        self.waiting = BrowserWait()
        layout.addWidget(self.waiting)
        layout.addStretch(1)
        layout.addLayout(self._buttons())

    def _heading(self) -> QHBoxLayout:
        line = row(spacing=12)
        picture = QLabel()
        picture.setPixmap(theme.plugin_icon().pixmap(40, 40))
        line.addWidget(picture)
        words = column(spacing=1)
        words.addWidget(Label(tr("Log in"), size=1.3, bold=True))
        words.addWidget(Label(tr("Works with QFieldCloud and with your own server."), tone="muted"))
        line.addLayout(words, 1)
        return line

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setSpacing(theme.SPACE)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.server = QComboBox()
        self.server.setEditable(True)
        self.server.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.server.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.server.lineEdit().setPlaceholderText("https://cloud.example.org")
        self.server.editTextChanged.connect(self._server_edited)
        form.addRow(tr("&Server"), self.server)
        form.addRow("", self._server_line())
        self._methods_label = QLabel(tr("Log in with"))
        form.addRow(self._methods_label, self._methods())
        self.username = QLineEdit()
        self.username.setPlaceholderText(tr("Username or e-mail address"))
        self.password = QgsPasswordLineEdit()
        self.token = QgsPasswordLineEdit()
        for field in (self.username, self.password, self.token):
            field.textChanged.connect(self._update)
        self._username_label, self._password_label, self._token_label = (
            QLabel(tr("&Username")),
            QLabel(tr("&Password")),
            QLabel(tr("&Token")),
        )
        pairs = (
            (self._username_label, self.username),
            (self._password_label, self.password),
            (self._token_label, self.token),
        )
        for label, field in pairs:
            label.setBuddy(field)
            form.addRow(label, field)
        self.remember = QCheckBox(tr("Stay logged in on this computer"))
        self.remember.setChecked(True)
        self.remember.setToolTip(
            tr("A token is kept in the system's keyring or in QGIS's encrypted database, never the password.")
        )
        form.addRow("", self.remember)
        return form

    def _server_line(self) -> QHBoxLayout:
        line = row(spacing=6)
        self._server_icon = IconLabel("info", size=16)
        self.server_says = Label("", tone="muted", size=0.92)
        self.server_says.setMinimumHeight(self.server_says.fontMetrics().height())
        line.addWidget(self._server_icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.server_says, 1, Qt.AlignmentFlag.AlignTop)
        return line

    def _methods(self) -> QHBoxLayout:
        line = row(spacing=16)
        self.with_password = QRadioButton(tr("Password"))
        self.with_token = QRadioButton(tr("Token"))
        self.with_token.setToolTip(tr("For accounts without a password, and for tokens made on the server."))
        group = QButtonGroup(self)
        for button in (self.with_password, self.with_token):
            group.addButton(button)
            line.addWidget(button)
        line.addStretch(1)
        self.with_password.setChecked(True)
        self.with_password.toggled.connect(self._update)
        return line

    def _buttons(self) -> QHBoxLayout:
        line = row()
        self.sign_up = QPushButton(tr("Create an account…"))
        self.sign_up.setFlat(True)
        self.sign_up.setVisible(False)
        self.sign_up.clicked.connect(self._open_sign_up)
        line.addWidget(self.sign_up)
        line.addStretch(1)
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.setMinimumHeight(34)
        self.cancel.clicked.connect(self._cancel)
        self.enter = PrimaryButton(tr("Log in"))
        self.enter.clicked.connect(self._log_in)
        line.addWidget(self.cancel)
        line.addWidget(self.enter)
        return line

    # -- behaviour ------------------------------------------------------------------------------------

    def _fill(self, profile: Optional[Profile]) -> None:
        servers = [known.server for known in self._actions.session.profiles()] + [DEFAULT_SERVER + "/"]
        self.server.addItems([server.rstrip("/") for server in dict.fromkeys(servers)])
        if profile is not None:
            self.server.setEditText(profile.server.rstrip("/"))
            self.username.setText(profile.username)
        if self._actions.session.error is not None:
            self.notice.say(wording.plain(self._actions.session.error), "warning")
        self._update()
        (self.password if self.username.text() else self.username).setFocus()
        self._ask_server()

    def _server_edited(self) -> None:
        # What an earlier address answers must not be shown for this one.
        self._stop_asking()
        self._tell_server("", "info", None)
        self.sign_up.setVisible(False)
        self._show_ways(())
        self._timer.start(_PROBE_DELAY_MS)
        self._update()

    def _update(self) -> None:
        by_password = self.with_password.isChecked()
        for widget in (self._username_label, self.username, self._password_label, self.password):
            widget.setVisible(by_password)
        for widget in (self._token_label, self.token):
            widget.setVisible(not by_password)
        given = (
            self.username.text().strip() and self.password.text()
            if by_password
            else self.token.text().strip()
        )
        busy = self._job is not None
        for widget in (self.server, self.username, self.password, self.token, self.providers):
            widget.setEnabled(not busy)
        self.enter.setEnabled(bool(given and self.server.currentText().strip()) and not busy)
        self.enter.setText(tr("Logging in…") if busy else tr("Log in"))
        self.with_password.setVisible(self._takes_passwords)
        self._make_room()

    def _make_room(self) -> None:
        """What appears must not press the rest together, nor be cut: texts of errors take several lines."""
        if self.isVisible():
            layout = self.layout()
            layout.activate()
            needed = layout.totalHeightForWidth(self.width())
            if needed > self.height():
                self.resize(self.width(), needed)
            line = self.server_says
            missing = line.heightForWidth(line.width()) - line.height()
            if missing > 0:
                self.resize(self.width(), self.height() + missing)

    def _ask_server(self) -> None:
        address = self.server.currentText().strip()
        self._timer.stop()
        self._stop_asking()
        self._probe = self._actions.ask_server(address) if address else None

    def _stop_asking(self) -> None:
        probe, self._probe = self._probe, None
        if probe is not None:
            self._actions.jobs.cancel(probe)

    def _log_in(self) -> None:
        self.notice.clear()
        server = self.server.currentText().strip()
        if self.with_password.isChecked():
            self._job = self._actions.log_in(
                server, self.username.text(), self.password.text(), self.remember.isChecked()
            )
        else:
            self._job = self._actions.log_in_with_token(
                server, self.token.text().strip(), self.remember.isChecked()
            )
        self._update()

    def _log_in_with_provider(self, provider: Provider) -> None:
        self.notice.clear()

        def go_on(url: str) -> None:
            self.waiting.begin(url, provider.name or provider.id)
            self._make_room()
            if not open_page(url):
                self.notice.say(
                    tr("No browser could be opened. Copy the address into one yourself."), "warning"
                )

        server = self.server.currentText().strip()
        self._job = self._actions.log_in_with_provider(server, provider, go_on, self.remember.isChecked())
        self._update()

    def _cancel(self) -> None:
        """First the login that is under way, then the dialog."""
        if self._job is not None and self.waiting.isVisible():
            self._actions.jobs.cancel(self._job)
        else:
            self.reject()

    def _job_ended(self, job: Job) -> None:
        if job is self._probe:
            self._probe = None
            self._show_server(job)
        elif job in self._logos:
            address = self._logos.pop(job)
            if job.succeeded and job.result:
                self.providers.show_logo(address, job.result)
        elif job is self._job:
            self._job = None
            self.waiting.end()
            self._update()
            if job.succeeded:
                self.accept()
            elif job.state is JobState.FAILED:
                self.notice.say(wording.plain(job.error), "error")
                self._make_room()
                self.password.setFocus()
                self.password.selectAll()
            else:
                self.notice.say(tr("Not logged in: you stopped it."))

    def _show_server(self, job: Job) -> None:
        if job.state is JobState.CANCELLED:
            return
        if not job.succeeded:
            self._tell_server(wording.plain(job.error), "warning", "warning")
            return
        info: ServerInfo = job.result
        title = info.title or "QFieldCloud"
        if info.extensions:
            title = tr("{server} – with row history and safe merging").format(server=title)
        self._tell_server(title, "check", "good")
        self._signup_url = info.signup_url or ""
        self.sign_up.setVisible(bool(self._signup_url))
        self._show_ways(info.providers)

    def _show_ways(self, providers: Sequence[Provider]) -> None:
        """A server that names its ways to log in, and no password among them, takes none."""
        self._takes_passwords = not providers or any(provider.id == CREDENTIALS for provider in providers)
        if not self._takes_passwords:
            self.with_token.setChecked(True)
        self.providers.show_providers(providers)
        self._show_logos()
        self._update()

    def _show_logos(self) -> None:
        self._stop_fetching()
        for address in self.providers.logos():
            known = self._actions.known_logo(address)
            if known is not None:
                self.providers.show_logo(address, known)
            else:
                job = self._actions.fetch_logo(address, server_address(self.server.currentText()))
                self._logos[job] = address

    def _stop_fetching(self) -> None:
        jobs, self._logos = list(self._logos), {}
        for job in jobs:
            self._actions.jobs.cancel(job)

    def _tell_server(self, text: str, icon: str, tone: Optional[str]) -> None:
        self._server_icon.show_icon(icon, tone)
        self._server_icon.setVisible(bool(text))
        self.server_says.setText(text)
        self._make_room()

    def _open_sign_up(self) -> None:
        QDesktopServices.openUrl(QUrl(self._signup_url))

    def done(self, result: int) -> None:
        self._timer.stop()
        self.waiting.end()
        self._actions.jobs.ended.disconnect(self._job_ended)
        self._stop_asking()
        self._stop_fetching()
        if self._job is not None:
            self._actions.jobs.cancel(self._job)
        super().done(result)
