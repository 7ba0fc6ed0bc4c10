# SPDX-License-Identifier: GPL-2.0-or-later
"""Takes pictures of every surface of the plugin in real QGIS, by language and theme, into build/screenshots."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from scripts.demo.desktop import SETTINGS, Desktop  # noqa: E402
from scripts.demo.server import CompanionServer  # noqa: E402
from tests.identity_provider import running_provider  # noqa: E402

COMMANDS = Path(__file__).with_name("screenshot_packaging.py")
ZIP = ROOT / "dist" / "qfieldcloud_plugin.zip"
OUT = ROOT / "build" / "screenshots"
THEMES = {"light": "default", "dark": "Night Mapping"}
COUNTRIES = {"en": "en_GB", "de": "de_DE", "fr": "fr_FR", "es": "es_ES"}
PASSWORD = "pictures only"  # pragma: allowlist secret


def take(theme: str, out: Path, language: str) -> None:
    """One QGIS session; the pictures are named in the order a new user meets them."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="desk-", dir=out) as name:
        work = Path(name)
        with (
            running_provider() as provider,
            CompanionServer(work / "server", settings={"QFIELDCLOUD_SSO": provider.settings()}) as server,
        ):
            server.command("provision", _people(work))
            desk = Desktop(work, ZIP, COMMANDS, language=language)
            _choose_theme(desk, THEMES[theme], language)
            with desk:
                scenes(desk, server, work, out)


def _people(work: Path) -> str:
    """Who is in the pictures: two people, and an organization of theirs."""
    path = work / "people.json"
    described = {
        "password": PASSWORD,
        "users": [
            {"username": "anna"},
            *(
                {"username": name, "first_name": name.title(), "last_name": "Keller"}
                for name in ("ben", "cem", "dora")
            ),
        ],
        "organizations": [
            {
                "name": "city_parks",
                "owner": "anna",
                "members": [
                    {"username": "ben", "role": "admin"},
                    {"username": "cem", "role": "member"},
                    {"username": "dora", "role": "creator"},
                ],
                "teams": [
                    {"name": "north", "members": ["ben", "cem"]},
                    {"name": "south", "members": ["dora"]},
                ],
            }
        ],
    }
    path.write_text(json.dumps(described))
    return str(path)


def _choose_theme(desk: Desktop, theme: str, language: str) -> None:
    settings = desk.profile / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True, exist_ok=True)
    # Numbers and dates as people write them who speak that language.
    chosen = SETTINGS.format(language=language).replace(
        "[locale]", f"[locale]\nglobalLocale={COUNTRIES[language]}"
    )
    settings.write_text(f"{chosen}\n[UI]\nUITheme={theme}\n")


def scenes(desk: Desktop, server: CompanionServer, work: Path, out: Path) -> None:
    desk.call("begin", folder=str(out))
    desk.call("dock", name="dock-welcome")
    desk.call("login_dialog", server=server.url, name="login")
    desk.call("browser_login", server=server.url, name="login-browser")
    desk.call("make_survey", folder=str(work / "survey"))
    desk.call("log_in", server=server.url, username="anna", password=PASSWORD)
    desk.call("dock", name="dock-not-in-cloud")
    desk.call("new_project_dialog", name="new-project")
    desk.call("organizations_dialog", name="organizations", tab=0)
    desk.call("organizations_dialog", name="teams", tab=1)
    project_id = desk.call("put_into_cloud", name="city_trees")
    desk.call("dock", name="dock-up-to-date")
    desk.call("edit_here")
    desk.call("edit_elsewhere", project_id=project_id, folder=str(work / "elsewhere"))
    desk.call("look")
    desk.call("dock", name="dock-changes")
    desk.call("dock", name="dock-server", tab=1)
    desk.call("window", name="window")
    desk.call("local_changes_dialog", name="changes")
    desk.call("sync")
    desk.call("dock", name="dock-conflicts")
    desk.call("conflict_dialog", name="conflicts")
    for tab, picture in ((2, "dock-devices"), (3, "dock-jobs"), (4, "dock-versions")):
        desk.call("dock", name=picture, tab=tab)
    desk.call("decide_conflicts")
    desk.call("feature_history", name="feature-history")
    desk.call("all_changes", name="all-changes")
    desk.call("moment", name="go-back")
    desk.call("decided", name="decided")
    desk.call("browser", name="browser")
    desk.call("layer_menu", name="layer-menu")
    desk.call("server_job_dialog", name="job")
    desk.call("payload_dialog", name="delta")
    desk.call("add_person", username="ben", role="editor")
    desk.call("project_settings_dialog", name="project-settings")
    desk.call("project_settings_dialog", name="people", page=1)
    desk.call("project_settings_dialog", name="storage", page=2)
    desk.call("secrets_page", name="secrets")
    desk.call("new_project_dialog", name="new-project-clone", source="clone")
    desk.call("new_project_dialog", name="new-project-empty", source="empty")
    desk.call("refused_delta_dialog", name="delta-refused")
    desk.call("accounts_menu", name="accounts")
    desk.call("delete_dialog", name="delete")
    desk.call("layer_page", name="layer-page")
    for tab, picture in enumerate(("layers", "cable", "folders", "area", "base-map", "behaviour")):
        desk.call("project_page", name=f"project-page-{picture}", tab=tab)
    desk.call("options_page", name="options")
    desk.call("wizard", name="wizard", folder=str(work / "package"))
    desk.call("findings", name="findings", folder=str(work / "another_package"))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--theme", choices=sorted(THEMES), help="only this one")
    parser.add_argument(
        "--language", choices=sorted(COUNTRIES), default="en", help="other than en: into a folder of its own"
    )
    parser.add_argument("--out", type=lambda text: Path(text).resolve(), default=OUT)
    arguments = parser.parse_args()
    if shutil.which("xvfb-run") is None:
        print("xvfb-run is missing: apt-get install xvfb xauth", file=sys.stderr)
        return 1
    home = arguments.out if arguments.language == "en" else arguments.out / arguments.language
    for theme in [arguments.theme] if arguments.theme else THEMES:
        take(theme, home / theme, arguments.language)
        print(f"{home / theme}: {len(list((home / theme).glob('*.png')))} pictures")
    return 0


if __name__ == "__main__":
    sys.exit(main())
