<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>QFieldCloudSync</name>
        <message numerus="yes">
            <source>%n changed</source>
            <translation>
                <numerusform>%n geändert</numerusform>
                <numerusform>%n geändert</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n conflict(s)</source>
            <translation>
                <numerusform>%n Konflikt</numerusform>
                <numerusform>%n Konflikte</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) ago</source>
            <translation>
                <numerusform>vor %n Tag</numerusform>
                <numerusform>vor %n Tagen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n deleted</source>
            <translation>
                <numerusform>%n gelöscht</numerusform>
                <numerusform>%n gelöscht</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n error(s) to mend</source>
            <translation>
                <numerusform>%n Fehler zu beheben</numerusform>
                <numerusform>%n Fehler zu beheben</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s)</source>
            <translation>
                <numerusform>%n Datei</numerusform>
                <numerusform>%n Dateien</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s) ago</source>
            <translation>
                <numerusform>vor %n Stunde</numerusform>
                <numerusform>vor %n Stunden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s) ago</source>
            <translation>
                <numerusform>vor %n Minute</numerusform>
                <numerusform>vor %n Minuten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more row(s)</source>
            <translation>
                <numerusform>%n weitere Zeile</numerusform>
                <numerusform>%n weitere Zeilen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>%n neu</numerusform>
                <numerusform>%n neu</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s)</source>
            <translation>
                <numerusform>%n Zeile</numerusform>
                <numerusform>%n Zeilen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) discarded.</source>
            <translation>
                <numerusform>%n Zeile verworfen.</numerusform>
                <numerusform>%n Zeilen verworfen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n version(s)</source>
            <translation>
                <numerusform>%n Version</numerusform>
                <numerusform>%n Versionen</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Description</source>
            <translation>&amp;Beschreibung</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>&amp;Name</translation>
        </message>
        <message>
            <source>&amp;Owner</source>
            <translation>&amp;Eigentümer</translation>
        </message>
        <message>
            <source>&amp;Password</source>
            <translation>&amp;Passwort</translation>
        </message>
        <message>
            <source>&amp;Server</source>
            <translation>&amp;Server</translation>
        </message>
        <message>
            <source>&amp;Token</source>
            <translation>&amp;Token</translation>
        </message>
        <message>
            <source>&amp;Username</source>
            <translation>&amp;Benutzername</translation>
        </message>
        <message>
            <source>A map theme</source>
            <translation>Ein Kartenthema</translation>
        </message>
        <message>
            <source>A map to find the way, without a connection</source>
            <translation>Eine Karte, um den Weg zu finden, ohne Verbindung</translation>
        </message>
        <message>
            <source>A server and a readable authentication configuration are needed.</source>
            <translation>Es braucht einen Server und eine lesbare Authentifizierungskonfiguration.</translation>
        </message>
        <message>
            <source>A small package is quick to make and quick to download.</source>
            <translation>Ein kleines Paket ist schnell erstellt und schnell heruntergeladen.</translation>
        </message>
        <message>
            <source>A token is kept in the system's keyring or in QGIS's encrypted database, never the password.</source>
            <translation>Ein Token wird im Schlüsselbund des Systems oder in der verschlüsselten Datenbank von QGIS aufbewahrt, nie das Passwort.</translation>
        </message>
        <message>
            <source>About {tiles} tiles, {size}</source>
            <translation>Etwa {tiles} Kacheln, {size}</translation>
        </message>
        <message>
            <source>Accounts</source>
            <translation>Konten</translation>
        </message>
        <message>
            <source>Accounts and settings</source>
            <translation>Konten und Einstellungen</translation>
        </message>
        <message>
            <source>Accounts on this computer</source>
            <translation>Konten auf diesem Computer</translation>
        </message>
        <message>
            <source>Active layer</source>
            <translation>Aktiver Layer</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Hinzufügen</translation>
        </message>
        <message>
            <source>Add features</source>
            <translation>Objekte hinzufügen</translation>
        </message>
        <message>
            <source>Add person</source>
            <translation>Person hinzufügen</translation>
        </message>
        <message>
            <source>Administrator</source>
            <translation>Administrator</translation>
        </message>
        <message>
            <source>Administrators can do everything, also delete the project.</source>
            <translation>Administratoren dürfen alles, auch das Projekt löschen.</translation>
        </message>
        <message>
            <source>After moving</source>
            <translation>Nach Bewegung von</translation>
        </message>
        <message>
            <source>Alert inside of an area</source>
            <translation>Alarm innerhalb einer Fläche</translation>
        </message>
        <message>
            <source>Alert outside of all areas</source>
            <translation>Alarm außerhalb aller Flächen</translation>
        </message>
        <message>
            <source>All conflicts</source>
            <translation>Alle Konflikte</translation>
        </message>
        <message>
            <source>All files, versions and edits on the server are lost. Your local files stay.</source>
            <translation>Alle Dateien, Versionen und Änderungen auf dem Server gehen verloren. Ihre lokalen Dateien bleiben.</translation>
        </message>
        <message>
            <source>All layers editable offline</source>
            <translation>Alle Layer offline bearbeitbar</translation>
        </message>
        <message>
            <source>All layers left out</source>
            <translation>Alle Layer weglassen</translation>
        </message>
        <message>
            <source>All of it, or only one area?</source>
            <translation>Alles oder nur ein Gebiet?</translation>
        </message>
        <message>
            <source>Another account…</source>
            <translation>Anderes Konto…</translation>
        </message>
        <message>
            <source>Applies a changeset to a GeoPackage, or a delta file from QField to a project.
A changeset is applied as a whole or not at all. Every delta gets its own result; the log says which were refused and why. “Take back” undoes instead.</source>
            <translation>Wendet einen Änderungssatz auf ein GeoPackage an oder eine Delta-Datei von QField auf ein Projekt.
Ein Änderungssatz wird ganz oder gar nicht angewendet. Jedes Delta bekommt sein eigenes Ergebnis; das Protokoll sagt, welche abgelehnt wurden und warum. „Zurücknehmen“ macht stattdessen rückgängig.</translation>
        </message>
        <message numerus="yes">
            <source>Apply %n decision(s) and sync</source>
            <translation>
                <numerusform>%n Entscheidung anwenden und synchronisieren</numerusform>
                <numerusform>%n Entscheidungen anwenden und synchronisieren</numerusform>
            </translation>
        </message>
        <message>
            <source>Apply changes</source>
            <translation>Änderungen anwenden</translation>
        </message>
        <message>
            <source>Applying changes here</source>
            <translation>Änderungen werden hier angewendet</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>Gebiet</translation>
        </message>
        <message>
            <source>Areas</source>
            <translation>Flächen</translation>
        </message>
        <message>
            <source>As it is</source>
            <translation>Wie es ist</translation>
        </message>
        <message>
            <source>Ask about a job</source>
            <translation>Nach einem Auftrag fragen</translation>
        </message>
        <message>
            <source>Ask server</source>
            <translation>Server fragen</translation>
        </message>
        <message>
            <source>At least three letters, digits, - or _, and a letter first.</source>
            <translation>Mindestens drei Buchstaben, Ziffern, - oder _, zuerst ein Buchstabe.</translation>
        </message>
        <message>
            <source>At the start</source>
            <translation>Am Anfang</translation>
        </message>
        <message>
            <source>Attachments</source>
            <translation>Anhänge</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>Base map</source>
            <translation>Grundkarte</translation>
        </message>
        <message>
            <source>Bearing</source>
            <translation>Richtung</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>Vorher</translation>
        </message>
        <message>
            <source>Beginning…</source>
            <translation>Es beginnt…</translation>
        </message>
        <message>
            <source>Behaviour</source>
            <translation>Verhalten</translation>
        </message>
        <message>
            <source>Brings together what two people did to copies of the same GeoPackage.
Different rows, and different columns of one row, are merged. Where both changed the same value, the chosen side stays, and the log tells both values.</source>
            <translation>Bringt zusammen, was zwei Personen mit Kopien desselben GeoPackages gemacht haben.
Verschiedene Zeilen und verschiedene Spalten einer Zeile werden zusammengeführt. Wo beide denselben Wert geändert haben, bleibt die gewählte Seite, und das Protokoll nennt beide Werte.</translation>
        </message>
        <message>
            <source>Buttons instead of a list up to</source>
            <translation>Schaltflächen statt Liste bis</translation>
        </message>
        <message>
            <source>By QFieldCloud</source>
            <translation>Über QFieldCloud</translation>
        </message>
        <message>
            <source>By cable</source>
            <translation>Über Kabel</translation>
        </message>
        <message>
            <source>Cable</source>
            <translation>Kabel</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Cancelled. Nothing was changed.</source>
            <translation>Abgebrochen. Nichts wurde geändert.</translation>
        </message>
        <message>
            <source>Cancelled. Nothing was left behind.</source>
            <translation>Abgebrochen. Nichts blieb zurück.</translation>
        </message>
        <message>
            <source>Change attributes</source>
            <translation>Attribute ändern</translation>
        </message>
        <message>
            <source>Change geometries</source>
            <translation>Geometrien ändern</translation>
        </message>
        <message>
            <source>Change project</source>
            <translation>Projekt ändern</translation>
        </message>
        <message>
            <source>Change role</source>
            <translation>Rolle ändern</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Geändert</translation>
        </message>
        <message>
            <source>Changed here</source>
            <translation>Hier geändert</translation>
        </message>
        <message>
            <source>Changed here, deleted by somebody else.</source>
            <translation>Hier geändert, von jemand anderem gelöscht.</translation>
        </message>
        <message>
            <source>Changed on the server</source>
            <translation>Auf dem Server geändert</translation>
        </message>
        <message>
            <source>Changes applied</source>
            <translation>Angewendete Änderungen</translation>
        </message>
        <message>
            <source>Changes refused</source>
            <translation>Abgelehnte Änderungen</translation>
        </message>
        <message>
            <source>Changeset</source>
            <translation>Änderungssatz</translation>
        </message>
        <message>
            <source>Changeset or delta file</source>
            <translation>Änderungssatz oder Delta-Datei</translation>
        </message>
        <message>
            <source>Changesets (*.changes)</source>
            <translation>Änderungssätze (*.changes)</translation>
        </message>
        <message>
            <source>Check for changes</source>
            <translation>Nach Änderungen sehen</translation>
        </message>
        <message>
            <source>Check project</source>
            <translation>Projekt prüfen</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>Wird geprüft…</translation>
        </message>
        <message>
            <source>Checks</source>
            <translation>Prüfungen</translation>
        </message>
        <message>
            <source>Checks {}</source>
            <translation>Prüfungen {}</translation>
        </message>
        <message>
            <source>Choose a folder outside of the project's own.</source>
            <translation>Wählen Sie einen Ordner außerhalb des Projektordners.</translation>
        </message>
        <message>
            <source>Choose a folder.</source>
            <translation>Wählen Sie einen Ordner.</translation>
        </message>
        <message>
            <source>Choose rows to discard</source>
            <translation>Zeilen zum Verwerfen wählen</translation>
        </message>
        <message>
            <source>Choose rows to undo</source>
            <translation>Zeilen zum Rückgängigmachen wählen</translation>
        </message>
        <message>
            <source>Choose what stays. The other value is not lost: it is kept in the history.</source>
            <translation>Wählen Sie, was bleibt. Der andere Wert geht nicht verloren: Er bleibt im Verlauf.</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Leeren</translation>
        </message>
        <message>
            <source>Click a value to keep it, or type another one under Result.</source>
            <translation>Klicken Sie auf einen Wert, um ihn zu behalten, oder schreiben Sie unter Ergebnis einen anderen.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Cloud project</source>
            <translation>Cloud-Projekt</translation>
        </message>
        <message>
            <source>Cloud projects</source>
            <translation>Cloud-Projekte</translation>
        </message>
        <message>
            <source>Column {}</source>
            <translation>Spalte {}</translation>
        </message>
        <message>
            <source>Common beginning</source>
            <translation>Gemeinsamer Anfang</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Vergleichen</translation>
        </message>
        <message>
            <source>Compare two GeoPackages</source>
            <translation>Zwei GeoPackages vergleichen</translation>
        </message>
        <message>
            <source>Compare versions</source>
            <translation>Versionen vergleichen</translation>
        </message>
        <message>
            <source>Comparing</source>
            <translation>Wird verglichen</translation>
        </message>
        <message>
            <source>Conflicts</source>
            <translation>Konflikte</translation>
        </message>
        <message>
            <source>Copied as it is</source>
            <translation>Unverändert kopiert</translation>
        </message>
        <message>
            <source>Copied, if it is not there yet</source>
            <translation>Kopiert, falls noch nicht da</translation>
        </message>
        <message>
            <source>Copy attachments too</source>
            <translation>Anhänge auch kopieren</translation>
        </message>
        <message>
            <source>Create an account…</source>
            <translation>Konto anlegen…</translation>
        </message>
        <message>
            <source>Create and send</source>
            <translation>Anlegen und senden</translation>
        </message>
        <message>
            <source>Create the project</source>
            <translation>Projekt anlegen</translation>
        </message>
        <message>
            <source>Current map view</source>
            <translation>Aktueller Kartenausschnitt</translation>
        </message>
        <message>
            <source>Decide many</source>
            <translation>Viele entscheiden</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <source>Delete cloud project</source>
            <translation>Cloud-Projekt löschen</translation>
        </message>
        <message>
            <source>Delete cloud project…</source>
            <translation>Cloud-Projekt löschen…</translation>
        </message>
        <message>
            <source>Delete features</source>
            <translation>Objekte löschen</translation>
        </message>
        <message>
            <source>Delete file</source>
            <translation>Datei löschen</translation>
        </message>
        <message>
            <source>Delete the version of {when} of {file}?</source>
            <translation>Die Version vom {when} von {file} löschen?</translation>
        </message>
        <message>
            <source>Delete this version…</source>
            <translation>Diese Version löschen…</translation>
        </message>
        <message>
            <source>Delete version</source>
            <translation>Version löschen</translation>
        </message>
        <message>
            <source>Delete “{}” for everybody?</source>
            <translation>„{}“ für alle löschen?</translation>
        </message>
        <message>
            <source>Deleted</source>
            <translation>Gelöscht</translation>
        </message>
        <message>
            <source>Deleted here, changed by somebody else.</source>
            <translation>Hier gelöscht, von jemand anderem geändert.</translation>
        </message>
        <message>
            <source>Deleting removes all files and versions on the server, for everybody.</source>
            <translation>Löschen entfernt alle Dateien und Versionen auf dem Server, für alle.</translation>
        </message>
        <message>
            <source>Delta</source>
            <translation>Delta</translation>
        </message>
        <message>
            <source>Deltas overwrite values that were changed meanwhile</source>
            <translation>Deltas überschreiben Werte, die inzwischen geändert wurden</translation>
        </message>
        <message>
            <source>Devices</source>
            <translation>Geräte</translation>
        </message>
        <message>
            <source>Devices can download the new package.</source>
            <translation>Geräte können das neue Paket herunterladen.</translation>
        </message>
        <message>
            <source>Devices download it and send edits back by themselves. Everyone can edit at once.</source>
            <translation>Geräte laden es herunter und senden Änderungen selbst zurück. Alle können gleichzeitig bearbeiten.</translation>
        </message>
        <message>
            <source>Devices fetch packages from QFieldCloud, or you copy a folder to them.</source>
            <translation>Geräte holen Pakete von QFieldCloud, oder Sie kopieren einen Ordner auf sie.</translation>
        </message>
        <message>
            <source>Digitize</source>
            <translation>Digitalisieren</translation>
        </message>
        <message numerus="yes">
            <source>Discard %n row(s)</source>
            <translation>
                <numerusform>%n Zeile verwerfen</numerusform>
                <numerusform>%n Zeilen verwerfen</numerusform>
            </translation>
        </message>
        <message>
            <source>Discard all shown</source>
            <translation>Alle gezeigten verwerfen</translation>
        </message>
        <message>
            <source>Discard changes</source>
            <translation>Änderungen verwerfen</translation>
        </message>
        <message>
            <source>Discarded rows go back to what they were.</source>
            <translation>Verworfene Zeilen werden wieder, was sie waren.</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <source>Download cloud project</source>
            <translation>Cloud-Projekt herunterladen</translation>
        </message>
        <message>
            <source>Download into</source>
            <translation>Herunterladen nach</translation>
        </message>
        <message>
            <source>Download project</source>
            <translation>Projekt herunterladen</translation>
        </message>
        <message>
            <source>Download version</source>
            <translation>Version herunterladen</translation>
        </message>
        <message>
            <source>Download…</source>
            <translation>Herunterladen…</translation>
        </message>
        <message>
            <source>Draw</source>
            <translation>Zeichnen</translation>
        </message>
        <message>
            <source>Drawing the base map</source>
            <translation>Die Grundkarte wird gezeichnet</translation>
        </message>
        <message>
            <source>Each of these files gets a new version; what came later stays in the history.</source>
            <translation>Jede dieser Dateien bekommt eine neue Version; was später kam, bleibt im Verlauf.</translation>
        </message>
        <message>
            <source>Editable offline</source>
            <translation>Offline bearbeitbar</translation>
        </message>
        <message>
            <source>Editor</source>
            <translation>Bearbeiter</translation>
        </message>
        <message>
            <source>Editors add, change and delete features and files.</source>
            <translation>Bearbeiter fügen Objekte und Dateien hinzu, ändern und löschen sie.</translation>
        </message>
        <message>
            <source>Editors can still change data, but not layers, forms and styles.</source>
            <translation>Bearbeiter können weiterhin Daten ändern, aber nicht Layer, Formulare und Stile.</translation>
        </message>
        <message>
            <source>Edits you save in QGIS appear here.</source>
            <translation>Hier erscheinen Änderungen, die Sie in QGIS speichern.</translation>
        </message>
        <message>
            <source>Empty: date, time and position</source>
            <translation>Leer: Datum, Zeit und Position</translation>
        </message>
        <message>
            <source>Entries shown of {}</source>
            <translation>Gezeigte Einträge von {}</translation>
        </message>
        <message>
            <source>Errors</source>
            <translation>Fehler</translation>
        </message>
        <message>
            <source>Errors have to be mended before you go on; warnings tell what to expect.</source>
            <translation>Fehler müssen behoben werden, bevor es weitergeht; Warnungen sagen, womit zu rechnen ist.</translation>
        </message>
        <message>
            <source>Even if nothing has changed</source>
            <translation>Auch wenn sich nichts geändert hat</translation>
        </message>
        <message>
            <source>Every</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>Every row is the same on both sides.</source>
            <translation>Jede Zeile ist auf beiden Seiten gleich.</translation>
        </message>
        <message>
            <source>Every sync makes new versions; they stay here.</source>
            <translation>Jede Synchronisation macht neue Versionen; sie bleiben hier.</translation>
        </message>
        <message>
            <source>Everyone</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>Everyone on this server</source>
            <translation>Alle auf diesem Server</translation>
        </message>
        <message>
            <source>Everyone on this server may see it</source>
            <translation>Alle auf diesem Server dürfen es sehen</translation>
        </message>
        <message>
            <source>Everything is ready</source>
            <translation>Alles ist bereit</translation>
        </message>
        <message>
            <source>Everything is up to date.</source>
            <translation>Alles ist auf dem neuesten Stand.</translation>
        </message>
        <message>
            <source>Feature form</source>
            <translation>Objektformular</translation>
        </message>
        <message>
            <source>Features that belong to them, such as visits to a tree, come along.</source>
            <translation>Was dazugehört, etwa Besuche bei einem Baum, kommt mit.</translation>
        </message>
        <message>
            <source>Fetch history</source>
            <translation>Verlauf holen</translation>
        </message>
        <message>
            <source>Fetch organizations</source>
            <translation>Organisationen holen</translation>
        </message>
        <message>
            <source>Fetch people</source>
            <translation>Personen holen</translation>
        </message>
        <message>
            <source>Fetch photos only when they are looked at</source>
            <translation>Fotos erst holen, wenn sie angesehen werden</translation>
        </message>
        <message>
            <source>Fetch projects</source>
            <translation>Projekte holen</translation>
        </message>
        <message>
            <source>Fetch storage</source>
            <translation>Speicherplatz abfragen</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Dateien</translation>
        </message>
        <message>
            <source>Files sent</source>
            <translation>Gesendete Dateien</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>Befunde</translation>
        </message>
        <message>
            <source>Findings as JSON</source>
            <translation>Befunde als JSON</translation>
        </message>
        <message>
            <source>Finds the rows that were added, changed or deleted between two states of a GeoPackage.
The changes are written to a changeset file that “Apply changes” reads. Rows are told apart by their primary key; no file is changed.</source>
            <translation>Findet die Zeilen, die zwischen zwei Zuständen eines GeoPackages hinzugefügt, geändert oder gelöscht wurden.
Die Änderungen werden in eine Datei geschrieben, die „Änderungen anwenden“ liest. Zeilen werden am Primärschlüssel erkannt; keine Datei wird geändert.</translation>
        </message>
        <message>
            <source>First copy</source>
            <translation>Erste Kopie</translation>
        </message>
        <message>
            <source>First state</source>
            <translation>Erster Zustand</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <source>Folder in the project</source>
            <translation>Ordner im Projekt</translation>
        </message>
        <message>
            <source>Folders for photos and files</source>
            <translation>Ordner für Fotos und Dateien</translation>
        </message>
        <message>
            <source>Folders with other data</source>
            <translation>Ordner mit anderen Daten</translation>
        </message>
        <message>
            <source>For a cable or a memory card. You bring the edits back yourself.</source>
            <translation>Für ein Kabel oder eine Speicherkarte. Die Änderungen bringen Sie selbst zurück.</translation>
        </message>
        <message>
            <source>For accounts without a password, and for tokens made on the server.</source>
            <translation>Für Konten ohne Passwort und für Token, die auf dem Server erstellt wurden.</translation>
        </message>
        <message>
            <source>Forget this account and its token</source>
            <translation>Dieses Konto und sein Token vergessen</translation>
        </message>
        <message>
            <source>From zoom level</source>
            <translation>Ab Zoomstufe</translation>
        </message>
        <message>
            <source>GeoPackage (for a changeset) or project (for a delta file)</source>
            <translation>GeoPackage (für einen Änderungssatz) oder Projekt (für eine Delta-Datei)</translation>
        </message>
        <message>
            <source>GeoPackages (*.gpkg)</source>
            <translation>GeoPackages (*.gpkg)</translation>
        </message>
        <message>
            <source>GeoPackages and deltas</source>
            <translation>GeoPackages und Deltas</translation>
        </message>
        <message>
            <source>Geofence</source>
            <translation>Geofence</translation>
        </message>
        <message>
            <source>HDOP</source>
            <translation>HDOP</translation>
        </message>
        <message>
            <source>Has the server package a project for QField, or read its project file again.</source>
            <translation>Lässt den Server ein Projekt für QField paketieren oder die Projektdatei neu lesen.</translation>
        </message>
        <message>
            <source>Here</source>
            <translation>Hier</translation>
        </message>
        <message>
            <source>Horizontal accuracy</source>
            <translation>Horizontale Genauigkeit</translation>
        </message>
        <message>
            <source>How does the project get to the field?</source>
            <translation>Wie kommt das Projekt ins Feld?</translation>
        </message>
        <message>
            <source>Id of the cloud project</source>
            <translation>Kennung des Cloud-Projekts</translation>
        </message>
        <message>
            <source>Id of the job</source>
            <translation>Kennung des Auftrags</translation>
        </message>
        <message>
            <source>Ignore jumps of more than</source>
            <translation>Sprünge ignorieren von mehr als</translation>
        </message>
        <message>
            <source>In the package</source>
            <translation>Im Paket</translation>
        </message>
        <message>
            <source>In the package: {}</source>
            <translation>Im Paket: {}</translation>
        </message>
        <message>
            <source>Into a folder</source>
            <translation>In einen Ordner</translation>
        </message>
        <message>
            <source>It is removed from the server for everybody and cannot be brought back.</source>
            <translation>Sie wird für alle vom Server entfernt und kann nicht zurückgeholt werden.</translation>
        </message>
        <message>
            <source>Its tiles are drawn now and travel with the project.</source>
            <translation>Die Kacheln werden jetzt gezeichnet und reisen mit dem Projekt.</translation>
        </message>
        <message>
            <source>JSON files (*.json)</source>
            <translation>JSON-Dateien (*.json)</translation>
        </message>
        <message>
            <source>Job</source>
            <translation>Auftrag</translation>
        </message>
        <message>
            <source>Jobs</source>
            <translation>Aufträge</translation>
        </message>
        <message>
            <source>Keep mine</source>
            <translation>Meines behalten</translation>
        </message>
        <message>
            <source>Keep theirs</source>
            <translation>Anderes behalten</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Später</translation>
        </message>
        <message>
            <source>Later edits from the field win</source>
            <translation>Spätere Änderungen aus dem Feld gelten</translation>
        </message>
        <message>
            <source>Layer</source>
            <translation>Layer</translation>
        </message>
        <message>
            <source>Layer actions for</source>
            <translation>Layeraktionen für</translation>
        </message>
        <message>
            <source>Layers</source>
            <translation>Layer</translation>
        </message>
        <message>
            <source>Layers that are not shown on the map left out</source>
            <translation>Layer weglassen, die auf der Karte nicht gezeigt werden</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>Weggelassen</translation>
        </message>
        <message>
            <source>List</source>
            <translation>Liste</translation>
        </message>
        <message>
            <source>List cloud projects</source>
            <translation>Cloud-Projekte auflisten</translation>
        </message>
        <message>
            <source>List public projects of other people too</source>
            <translation>Auch öffentliche Projekte anderer auflisten</translation>
        </message>
        <message>
            <source>Lists the cloud projects that an account can see, as JSON.</source>
            <translation>Listet die Cloud-Projekte, die ein Konto sehen kann, als JSON.</translation>
        </message>
        <message>
            <source>Log in</source>
            <translation>Anmelden</translation>
        </message>
        <message>
            <source>Log in to QFieldCloud</source>
            <translation>Bei QFieldCloud anmelden</translation>
        </message>
        <message>
            <source>Log in to see your projects, send your edits and receive those from the field.</source>
            <translation>Melden Sie sich an, um Ihre Projekte zu sehen, Änderungen zu senden und die aus dem Feld zu empfangen.</translation>
        </message>
        <message>
            <source>Log in with</source>
            <translation>Anmelden mit</translation>
        </message>
        <message>
            <source>Log in…</source>
            <translation>Anmelden…</translation>
        </message>
        <message>
            <source>Log of digitized points</source>
            <translation>Protokoll der digitalisierten Punkte</translation>
        </message>
        <message>
            <source>Log out</source>
            <translation>Abmelden</translation>
        </message>
        <message>
            <source>Logging in…</source>
            <translation>Anmeldung läuft…</translation>
        </message>
        <message>
            <source>Look at the map</source>
            <translation>Karte ansehen</translation>
        </message>
        <message>
            <source>Look for changes every</source>
            <translation>Nach Änderungen sehen alle</translation>
        </message>
        <message>
            <source>Looking changes nothing; it only counts what a sync would do.</source>
            <translation>Nachsehen ändert nichts; es zählt nur, was eine Synchronisation täte.</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>Wird gesucht…</translation>
        </message>
        <message>
            <source>Looks for what would keep a project out of the cloud or cause trouble in the field.
Findings are logged and returned as JSON; nothing is changed.</source>
            <translation>Sucht, was ein Projekt von der Cloud fernhielte oder im Feld Ärger machte.
Befunde stehen im Protokoll und als JSON im Ergebnis; nichts wird geändert.</translation>
        </message>
        <message>
            <source>Make a base map for the field</source>
            <translation>Eine Grundkarte für das Feld erstellen</translation>
        </message>
        <message>
            <source>Make a new version of files that are there</source>
            <translation>Eine neue Version von Dateien machen, die schon da sind</translation>
        </message>
        <message>
            <source>Make base map</source>
            <translation>Grundkarte erstellen</translation>
        </message>
        <message>
            <source>Make photos smaller than</source>
            <translation>Fotos verkleinern auf</translation>
        </message>
        <message>
            <source>Make the package</source>
            <translation>Paket erstellen</translation>
        </message>
        <message>
            <source>Manager</source>
            <translation>Verwalter</translation>
        </message>
        <message>
            <source>Managers change settings and people, and everything editors can.</source>
            <translation>Verwalter ändern Einstellungen und Personen und dürfen alles, was Bearbeiter dürfen.</translation>
        </message>
        <message>
            <source>Merge two GeoPackages</source>
            <translation>Zwei GeoPackages zusammenführen</translation>
        </message>
        <message>
            <source>Merged</source>
            <translation>Zusammengeführt</translation>
        </message>
        <message>
            <source>Merging</source>
            <translation>Wird zusammengeführt</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>Meines</translation>
        </message>
        <message>
            <source>Mode</source>
            <translation>Modus</translation>
        </message>
        <message>
            <source>More for this project</source>
            <translation>Mehr zu diesem Projekt</translation>
        </message>
        <message>
            <source>Moved</source>
            <translation>Verschoben</translation>
        </message>
        <message>
            <source>My projects</source>
            <translation>Meine Projekte</translation>
        </message>
        <message>
            <source>Names of photos and files</source>
            <translation>Namen von Fotos und Dateien</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Neu</translation>
        </message>
        <message>
            <source>New cloud project</source>
            <translation>Neues Cloud-Projekt</translation>
        </message>
        <message>
            <source>New cloud project…</source>
            <translation>Neues Cloud-Projekt…</translation>
        </message>
        <message>
            <source>New entries can be added from lists of related values</source>
            <translation>Neue Einträge können aus Listen verknüpfter Werte hinzugefügt werden</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Weiter</translation>
        </message>
        <message>
            <source>No area is chosen yet, so everything is taken.</source>
            <translation>Noch ist kein Gebiet gewählt, also wird alles genommen.</translation>
        </message>
        <message>
            <source>No changes</source>
            <translation>Keine Änderungen</translation>
        </message>
        <message>
            <source>No device has sent anything yet</source>
            <translation>Noch kein Gerät hat etwas gesendet</translation>
        </message>
        <message>
            <source>No digitizing while there is an alert</source>
            <translation>Kein Digitalisieren während eines Alarms</translation>
        </message>
        <message>
            <source>No files on the server yet</source>
            <translation>Noch keine Dateien auf dem Server</translation>
        </message>
        <message>
            <source>No jobs yet</source>
            <translation>Noch keine Aufträge</translation>
        </message>
        <message>
            <source>No project has “{}” in its name, owner or state.</source>
            <translation>Kein Projekt hat „{}“ in Name, Eigentümer oder Zustand.</translation>
        </message>
        <message>
            <source>No project open</source>
            <translation>Kein Projekt offen</translation>
        </message>
        <message>
            <source>No projects yet</source>
            <translation>Noch keine Projekte</translation>
        </message>
        <message>
            <source>No server chosen</source>
            <translation>Kein Server gewählt</translation>
        </message>
        <message>
            <source>Not allowed in the field</source>
            <translation>Im Feld nicht erlaubt</translation>
        </message>
        <message>
            <source>Not everything could be brought in step; the log says what and why.</source>
            <translation>Nicht alles konnte abgeglichen werden; das Protokoll sagt was und warum.</translation>
        </message>
        <message>
            <source>Not in the cloud yet</source>
            <translation>Noch nicht in der Cloud</translation>
        </message>
        <message>
            <source>Not logged in</source>
            <translation>Nicht angemeldet</translation>
        </message>
        <message>
            <source>Not synced, because edits could not be saved. {}</source>
            <translation>Nicht synchronisiert, weil Änderungen nicht gespeichert werden konnten. {}</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>Nichts gefunden</translation>
        </message>
        <message>
            <source>Nothing new on the server</source>
            <translation>Nichts Neues auf dem Server</translation>
        </message>
        <message>
            <source>Nothing stands in the way.</source>
            <translation>Nichts steht im Weg.</translation>
        </message>
        <message>
            <source>Nothing to send</source>
            <translation>Nichts zu senden</translation>
        </message>
        <message>
            <source>Number of files</source>
            <translation>Anzahl der Dateien</translation>
        </message>
        <message>
            <source>Number of projects</source>
            <translation>Anzahl der Projekte</translation>
        </message>
        <message>
            <source>Of</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>Off: two different edits of one value wait as a conflict for somebody to decide.</source>
            <translation>Aus: Zwei verschiedene Änderungen eines Werts warten als Konflikt, bis jemand entscheidet.</translation>
        </message>
        <message>
            <source>One layer</source>
            <translation>Ein Layer</translation>
        </message>
        <message>
            <source>One row refers to another that was deleted.</source>
            <translation>Eine Zeile verweist auf eine andere, die gelöscht wurde.</translation>
        </message>
        <message>
            <source>Online, from its source</source>
            <translation>Online, aus der Quelle</translation>
        </message>
        <message>
            <source>Only its members</source>
            <translation>Nur seine Mitglieder</translation>
        </message>
        <message>
            <source>Only managers may change the project file</source>
            <translation>Nur Verwalter dürfen die Projektdatei ändern</translation>
        </message>
        <message>
            <source>Only this area (empty: as in the project)</source>
            <translation>Nur dieses Gebiet (leer: wie im Projekt)</translation>
        </message>
        <message>
            <source>Only when all of these are met</source>
            <translation>Nur wenn alle erfüllt sind</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Open a project in QGIS and put it into the cloud.</source>
            <translation>Öffnen Sie ein Projekt in QGIS und stellen Sie es in die Cloud.</translation>
        </message>
        <message>
            <source>Open a project to begin</source>
            <translation>Öffnen Sie ein Projekt, um zu beginnen</translation>
        </message>
        <message>
            <source>Open a project, or choose one below.</source>
            <translation>Öffnen Sie ein Projekt oder wählen Sie unten eines.</translation>
        </message>
        <message>
            <source>Open another project</source>
            <translation>Anderes Projekt öffnen</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>Ordner öffnen</translation>
        </message>
        <message>
            <source>Open on the server</source>
            <translation>Auf dem Server öffnen</translation>
        </message>
        <message>
            <source>Open the table to see all.</source>
            <translation>Öffnen Sie die Tabelle, um alle zu sehen.</translation>
        </message>
        <message>
            <source>Open this project in QField to begin.</source>
            <translation>Öffnen Sie dieses Projekt in QField, um zu beginnen.</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>Eigentümer</translation>
        </message>
        <message>
            <source>PDOP</source>
            <translation>PDOP</translation>
        </message>
        <message>
            <source>Package</source>
            <translation>Paket</translation>
        </message>
        <message>
            <source>Package for QField</source>
            <translation>Für QField paketieren</translation>
        </message>
        <message>
            <source>Package for QField…</source>
            <translation>Für QField paketieren…</translation>
        </message>
        <message>
            <source>Package project for QField</source>
            <translation>Projekt für QField paketieren</translation>
        </message>
        <message>
            <source>Packaging</source>
            <translation>Wird paketiert</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Passwort</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personen</translation>
        </message>
        <message>
            <source>People without a role can then read and download it.</source>
            <translation>Personen ohne Rolle können es dann lesen und herunterladen.</translation>
        </message>
        <message>
            <source>People…</source>
            <translation>Personen…</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>Photos</source>
            <translation>Fotos</translation>
        </message>
        <message>
            <source>Photos and folders</source>
            <translation>Fotos und Ordner</translation>
        </message>
        <message>
            <source>Photos and other files</source>
            <translation>Fotos und andere Dateien</translation>
        </message>
        <message>
            <source>Photos are taken into the first kind of folder and come back. The second kind only goes out.</source>
            <translation>Fotos kommen in die erste Art von Ordnern und zurück. Die zweite Art geht nur hinaus.</translation>
        </message>
        <message>
            <source>Project</source>
            <translation>Projekt</translation>
        </message>
        <message>
            <source>Project folder</source>
            <translation>Projektordner</translation>
        </message>
        <message>
            <source>Project settings</source>
            <translation>Projekteinstellungen</translation>
        </message>
        <message>
            <source>Project settings…</source>
            <translation>Projekteinstellungen…</translation>
        </message>
        <message>
            <source>Projects</source>
            <translation>Projekte</translation>
        </message>
        <message>
            <source>Projects as JSON</source>
            <translation>Projekte als JSON</translation>
        </message>
        <message>
            <source>Public projects too</source>
            <translation>Auch öffentliche Projekte</translation>
        </message>
        <message>
            <source>Pull project</source>
            <translation>Projekt empfangen</translation>
        </message>
        <message>
            <source>Push project</source>
            <translation>Projekt senden</translation>
        </message>
        <message>
            <source>Put into the cloud</source>
            <translation>In die Cloud stellen</translation>
        </message>
        <message>
            <source>Put this project into the cloud</source>
            <translation>Dieses Projekt in die Cloud stellen</translation>
        </message>
        <message>
            <source>Put this project into the cloud…</source>
            <translation>Dieses Projekt in die Cloud stellen…</translation>
        </message>
        <message>
            <source>Puts all files of a cloud project into a folder and links it, so that it can be synced later.
Files that are in the folder already are compared, never overwritten.</source>
            <translation>Legt alle Dateien eines Cloud-Projekts in einen Ordner und verknüpft ihn, damit er später synchronisiert werden kann.
Dateien, die schon im Ordner sind, werden verglichen und nie überschrieben.</translation>
        </message>
        <message>
            <source>Puts files into a cloud project, for example a base map or photos.
A file that is there already gets a new version only if you allow it.</source>
            <translation>Legt Dateien in ein Cloud-Projekt, zum Beispiel eine Grundkarte oder Fotos.
Eine Datei, die schon da ist, bekommt nur eine neue Version, wenn Sie es erlauben.</translation>
        </message>
        <message>
            <source>QField</source>
            <translation>QField</translation>
        </message>
        <message>
            <source>QField does not see this layer.</source>
            <translation>QField sieht diesen Layer nicht.</translation>
        </message>
        <message>
            <source>QField reads the layer from where it is now; a connection may be needed.</source>
            <translation>QField liest den Layer, wo er jetzt ist; dafür kann eine Verbindung nötig sein.</translation>
        </message>
        <message>
            <source>QFieldCloud</source>
            <translation>QFieldCloud</translation>
        </message>
        <message>
            <source>QFieldCloud panel</source>
            <translation>QFieldCloud-Bedienfeld</translation>
        </message>
        <message>
            <source>QGIS projects (*.qgs *.qgz)</source>
            <translation>QGIS-Projekte (*.qgs *.qgz)</translation>
        </message>
        <message>
            <source>Read deltas</source>
            <translation>Deltas lesen</translation>
        </message>
        <message>
            <source>Read the project file</source>
            <translation>Projektdatei lesen</translation>
        </message>
        <message>
            <source>Reader</source>
            <translation>Leser</translation>
        </message>
        <message>
            <source>Readers look and download, but change nothing.</source>
            <translation>Leser sehen und laden herunter, ändern aber nichts.</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Bereit</translation>
        </message>
        <message>
            <source>Ready: {files}, {size}</source>
            <translation>Bereit: {files}, {size}</translation>
        </message>
        <message numerus="yes">
            <source>Receive %n change(s)</source>
            <translation>
                <numerusform>%n Änderung empfangen</numerusform>
                <numerusform>%n Änderungen empfangen</numerusform>
            </translation>
        </message>
        <message>
            <source>Receives what others changed in a cloud project; nothing is sent.
Files that were changed here too are left for a sync, which merges them.</source>
            <translation>Empfängt, was andere in einem Cloud-Projekt geändert haben; nichts wird gesendet.
Dateien, die auch hier geändert wurden, bleiben für eine Synchronisation, die sie zusammenführt.</translation>
        </message>
        <message>
            <source>Receiving</source>
            <translation>Wird empfangen</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>Aktualisieren</translation>
        </message>
        <message>
            <source>Remove person</source>
            <translation>Person entfernen</translation>
        </message>
        <message>
            <source>Remove {}</source>
            <translation>{} entfernen</translation>
        </message>
        <message numerus="yes">
            <source>Repair %n finding(s)</source>
            <translation>
                <numerusform>%n Befund beheben</numerusform>
                <numerusform>%n Befunde beheben</numerusform>
            </translation>
        </message>
        <message>
            <source>Repair project</source>
            <translation>Projekt reparieren</translation>
        </message>
        <message>
            <source>Repair: {}</source>
            <translation>Behebung: {}</translation>
        </message>
        <message>
            <source>Replace what is in the folder</source>
            <translation>Ersetzen, was im Ordner ist</translation>
        </message>
        <message>
            <source>Reporter</source>
            <translation>Melder</translation>
        </message>
        <message>
            <source>Reporters add features, but do not change or delete those of others.</source>
            <translation>Melder fügen Objekte hinzu, ändern oder löschen aber keine anderer.</translation>
        </message>
        <message numerus="yes">
            <source>Resolve %n conflict(s)…</source>
            <translation>
                <numerusform>%n Konflikt lösen…</numerusform>
                <numerusform>%n Konflikte lösen…</numerusform>
            </translation>
        </message>
        <message>
            <source>Resolve conflicts</source>
            <translation>Konflikte lösen</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Wiederherstellen</translation>
        </message>
        <message>
            <source>Restore feature</source>
            <translation>Objekt wiederherstellen</translation>
        </message>
        <message>
            <source>Restore the project as it was at {}?</source>
            <translation>Das Projekt wiederherstellen, wie es am {} war?</translation>
        </message>
        <message>
            <source>Restore the whole project to this moment…</source>
            <translation>Das ganze Projekt zu diesem Zeitpunkt wiederherstellen…</translation>
        </message>
        <message>
            <source>Restore this version of {}</source>
            <translation>Diese Version von {} wiederherstellen</translation>
        </message>
        <message>
            <source>Restore versions</source>
            <translation>Versionen wiederherstellen</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>Zeile</translation>
        </message>
        <message>
            <source>Rows added</source>
            <translation>Neue Zeilen</translation>
        </message>
        <message>
            <source>Rows changed</source>
            <translation>Geänderte Zeilen</translation>
        </message>
        <message>
            <source>Rows deleted</source>
            <translation>Gelöschte Zeilen</translation>
        </message>
        <message>
            <source>Rows received</source>
            <translation>Empfangene Zeilen</translation>
        </message>
        <message>
            <source>Rows sent</source>
            <translation>Gesendete Zeilen</translation>
        </message>
        <message>
            <source>Rows taken from the first copy</source>
            <translation>Aus der ersten Kopie übernommene Zeilen</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <source>Save and {action}</source>
            <translation>Speichern und {action}</translation>
        </message>
        <message>
            <source>Save the project as a .qgs or .qgz file first.</source>
            <translation>Speichern Sie das Projekt zuerst als .qgs- oder .qgz-Datei.</translation>
        </message>
        <message>
            <source>Save the project to begin…</source>
            <translation>Projekt speichern, um zu beginnen…</translation>
        </message>
        <message>
            <source>Save version as</source>
            <translation>Version speichern als</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Gespeichert.</translation>
        </message>
        <message numerus="yes">
            <source>Saves the edits of %n layer(s) first, then syncs.</source>
            <translation>
                <numerusform>Speichert zuerst die Änderungen von %n Layer und synchronisiert dann.</numerusform>
                <numerusform>Speichert zuerst die Änderungen von %n Layern und synchronisiert dann.</numerusform>
            </translation>
        </message>
        <message>
            <source>Saves time and space on devices; needs a connection to see a photo.</source>
            <translation>Spart Zeit und Platz auf Geräten; um ein Foto zu sehen, braucht es eine Verbindung.</translation>
        </message>
        <message>
            <source>Search people</source>
            <translation>Personen suchen</translation>
        </message>
        <message>
            <source>Search projects</source>
            <translation>Projekte suchen</translation>
        </message>
        <message>
            <source>Search…</source>
            <translation>Suchen…</translation>
        </message>
        <message>
            <source>Second copy</source>
            <translation>Zweite Kopie</translation>
        </message>
        <message>
            <source>Second state</source>
            <translation>Zweiter Zustand</translation>
        </message>
        <message>
            <source>Seconds since the start</source>
            <translation>Sekunden seit dem Beginn</translation>
        </message>
        <message>
            <source>Select one or more features on the map first.</source>
            <translation>Wählen Sie zuerst ein oder mehrere Objekte auf der Karte.</translation>
        </message>
        <message>
            <source>Selected features</source>
            <translation>Gewählte Objekte</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>Senden</translation>
        </message>
        <message numerus="yes">
            <source>Send %n change(s)</source>
            <translation>
                <numerusform>%n Änderung senden</numerusform>
                <numerusform>%n Änderungen senden</numerusform>
            </translation>
        </message>
        <message>
            <source>Send changes by itself</source>
            <translation>Änderungen selbsttätig senden</translation>
        </message>
        <message>
            <source>Sending</source>
            <translation>Wird gesendet</translation>
        </message>
        <message>
            <source>Sending changes</source>
            <translation>Änderungen werden gesendet</translation>
        </message>
        <message>
            <source>Sends what was changed in a project folder and receives what others changed, row by row.
Where both changed the same value, nothing is overwritten: decide here by a rule, or later one by one in QGIS.</source>
            <translation>Sendet, was in einem Projektordner geändert wurde, und empfängt, was andere geändert haben, Zeile für Zeile.
Wo beide denselben Wert geändert haben, wird nichts überschrieben: Entscheiden Sie hier mit einer Regel oder später einzeln in QGIS.</translation>
        </message>
        <message>
            <source>Sends what was changed in a project folder, row by row.
Files that only others changed stay as they are here. Where both changed rows of one GeoPackage, those of the others come along, because the two are merged.</source>
            <translation>Sendet, was in einem Projektordner geändert wurde, Zeile für Zeile.
Dateien, die nur andere geändert haben, bleiben hier, wie sie sind. Wo beide Zeilen eines GeoPackages geändert haben, kommen die der anderen mit, weil beide zusammengeführt werden.</translation>
        </message>
        <message>
            <source>Sent by {}</source>
            <translation>Gesendet von {}</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>Server</translation>
        </message>
        <message>
            <source>Server (empty: the account that is logged in)</source>
            <translation>Server (leer: das angemeldete Konto)</translation>
        </message>
        <message>
            <source>Set many</source>
            <translation>Viele setzen</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>Settings…</source>
            <translation>Einstellungen…</translation>
        </message>
        <message>
            <source>Show as sent</source>
            <translation>Wie gesendet zeigen</translation>
        </message>
        <message>
            <source>Show change</source>
            <translation>Änderung zeigen</translation>
        </message>
        <message>
            <source>Show changes</source>
            <translation>Änderungen zeigen</translation>
        </message>
        <message>
            <source>Show folder</source>
            <translation>Ordner zeigen</translation>
        </message>
        <message>
            <source>Show log</source>
            <translation>Protokoll zeigen</translation>
        </message>
        <message>
            <source>Show tabs of forms one after the other</source>
            <translation>Reiter von Formularen nacheinander zeigen</translation>
        </message>
        <message>
            <source>Show what it changed</source>
            <translation>Zeigen, was sie geändert hat</translation>
        </message>
        <message>
            <source>Size in bytes</source>
            <translation>Größe in Byte</translation>
        </message>
        <message>
            <source>Somebody else changed the same. Choose what stays.</source>
            <translation>Jemand anderes hat dasselbe geändert. Wählen Sie, was bleibt.</translation>
        </message>
        <message>
            <source>Speed</source>
            <translation>Geschwindigkeit</translation>
        </message>
        <message>
            <source>Stamp place and time on photos</source>
            <translation>Ort und Zeit auf Fotos stempeln</translation>
        </message>
        <message>
            <source>Start a job on the server</source>
            <translation>Auftrag auf dem Server starten</translation>
        </message>
        <message>
            <source>Start a track when the project opens</source>
            <translation>Beim Öffnen des Projekts eine Spur beginnen</translation>
        </message>
        <message>
            <source>State of the job</source>
            <translation>Zustand des Auftrags</translation>
        </message>
        <message>
            <source>Stay logged in on this computer</source>
            <translation>Auf diesem Computer angemeldet bleiben</translation>
        </message>
        <message>
            <source>Stored as M value</source>
            <translation>Als M-Wert gespeichert</translation>
        </message>
        <message>
            <source>Sync</source>
            <translation>Synchronisieren</translation>
        </message>
        <message>
            <source>Sync project</source>
            <translation>Projekt synchronisieren</translation>
        </message>
        <message>
            <source>Sync this project</source>
            <translation>Dieses Projekt synchronisieren</translation>
        </message>
        <message>
            <source>Sync: send {here}, receive {there}</source>
            <translation>Synchronisieren: {here} senden, {there} empfangen</translation>
        </message>
        <message>
            <source>Table {table} in {file}</source>
            <translation>Tabelle {table} in {file}</translation>
        </message>
        <message>
            <source>Take back instead of applying</source>
            <translation>Zurücknehmen statt anwenden</translation>
        </message>
        <message>
            <source>Take only features in this area</source>
            <translation>Nur Objekte in diesem Gebiet nehmen</translation>
        </message>
        <message>
            <source>Take repairs back</source>
            <translation>Behebungen zurücknehmen</translation>
        </message>
        <message>
            <source>Take the photos along that are there already</source>
            <translation>Vorhandene Fotos mitnehmen</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>Ziel</translation>
        </message>
        <message>
            <source>Tell when entering and leaving</source>
            <translation>Beim Betreten und Verlassen melden</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>The algorithm was not prepared.</source>
            <translation>Der Algorithmus wurde nicht vorbereitet.</translation>
        </message>
        <message>
            <source>The base map could not be drawn. {}</source>
            <translation>Die Grundkarte konnte nicht gezeichnet werden. {}</translation>
        </message>
        <message>
            <source>The base map has no layer to draw. Choose one on the page “Base map”.</source>
            <translation>Die Grundkarte hat keinen Layer zum Zeichnen. Wählen Sie einen auf der Seite „Grundkarte“.</translation>
        </message>
        <message>
            <source>The changes are being compared.</source>
            <translation>Die Änderungen werden verglichen.</translation>
        </message>
        <message>
            <source>The changes could not be compared</source>
            <translation>Die Änderungen konnten nicht verglichen werden</translation>
        </message>
        <message>
            <source>The cloud project was deleted. Your local files are untouched.</source>
            <translation>Das Cloud-Projekt wurde gelöscht. Ihre lokalen Dateien sind unberührt.</translation>
        </message>
        <message>
            <source>The file travels the first time and is not overwritten afterwards.</source>
            <translation>Die Datei reist beim ersten Mal und wird danach nicht überschrieben.</translation>
        </message>
        <message>
            <source>The files stay where they are; a copy goes to the server and is kept in step.</source>
            <translation>Die Dateien bleiben, wo sie sind; eine Kopie geht auf den Server und wird abgeglichen.</translation>
        </message>
        <message>
            <source>The job ended as “{state}”. {reason}</source>
            <translation>Der Auftrag endete als „{state}“. {reason}</translation>
        </message>
        <message>
            <source>The job's log says more.</source>
            <translation>Das Protokoll des Auftrags sagt mehr.</translation>
        </message>
        <message>
            <source>The layer's features travel with the package and can be edited without a connection.</source>
            <translation>Die Objekte des Layers reisen mit dem Paket und können ohne Verbindung bearbeitet werden.</translation>
        </message>
        <message>
            <source>The layer's file travels unchanged.</source>
            <translation>Die Datei des Layers reist unverändert.</translation>
        </message>
        <message>
            <source>The open project has unsaved changes. Save them first?</source>
            <translation>Das offene Projekt hat ungespeicherte Änderungen. Zuerst speichern?</translation>
        </message>
        <message>
            <source>The open project is not in the cloud.</source>
            <translation>Das offene Projekt ist nicht in der Cloud.</translation>
        </message>
        <message>
            <source>The package</source>
            <translation>Das Paket</translation>
        </message>
        <message>
            <source>The project file cannot be written.</source>
            <translation>Die Projektdatei kann nicht geschrieben werden.</translation>
        </message>
        <message>
            <source>The project file has unsaved changes. Only what is saved is sent.</source>
            <translation>Die Projektdatei hat ungespeicherte Änderungen. Nur Gespeichertes wird gesendet.</translation>
        </message>
        <message>
            <source>The project is as it was then.</source>
            <translation>Das Projekt ist so, wie es damals war.</translation>
        </message>
        <message>
            <source>The projects could not be fetched</source>
            <translation>Die Projekte konnten nicht geholt werden</translation>
        </message>
        <message>
            <source>The server applies the changes</source>
            <translation>Der Server wendet die Änderungen an</translation>
        </message>
        <message>
            <source>The server could not make the package. {}</source>
            <translation>Der Server konnte das Paket nicht erstellen. {}</translation>
        </message>
        <message>
            <source>The server did not take this change.</source>
            <translation>Der Server hat diese Änderung nicht angenommen.</translation>
        </message>
        <message>
            <source>The server has written no log yet.</source>
            <translation>Der Server hat noch kein Protokoll geschrieben.</translation>
        </message>
        <message>
            <source>The server works here: it packages projects and applies changes.</source>
            <translation>Hier arbeitet der Server: Er paketiert Projekte und wendet Änderungen an.</translation>
        </message>
        <message>
            <source>The whole file was changed on both sides.</source>
            <translation>Die ganze Datei wurde auf beiden Seiten geändert.</translation>
        </message>
        <message>
            <source>Theirs</source>
            <translation>Anderes</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Thema</translation>
        </message>
        <message>
            <source>There is no QGIS project in {}.</source>
            <translation>In {} ist kein QGIS-Projekt.</translation>
        </message>
        <message>
            <source>There is no account to use. Log in with the plugin, choose an authentication configuration, or set {url} and {token}.</source>
            <translation>Es gibt kein Konto. Melden Sie sich mit dem Plugin an, wählen Sie eine Authentifizierungskonfiguration oder setzen Sie {url} und {token}.</translation>
        </message>
        <message>
            <source>There is no package.</source>
            <translation>Es gibt kein Paket.</translation>
        </message>
        <message>
            <source>These changes cannot be undone.</source>
            <translation>Diese Änderungen können nicht rückgängig gemacht werden.</translation>
        </message>
        <message>
            <source>These two rows cannot both stay.</source>
            <translation>Diese zwei Zeilen können nicht beide bleiben.</translation>
        </message>
        <message>
            <source>This feature</source>
            <translation>Dieses Objekt</translation>
        </message>
        <message>
            <source>This folder is not empty. Choose another one, or let it be replaced.</source>
            <translation>Dieser Ordner ist nicht leer. Wählen Sie einen anderen oder lassen Sie ihn ersetzen.</translation>
        </message>
        <message>
            <source>This is what devices will find.</source>
            <translation>Das finden die Geräte vor.</translation>
        </message>
        <message>
            <source>This project takes {size}. {owner} uses {used} of {total}.</source>
            <translation>Dieses Projekt braucht {size}. {owner} nutzt {used} von {total}.</translation>
        </message>
        <message>
            <source>This project takes {size}. {owner} uses {used}; there is no limit.</source>
            <translation>Dieses Projekt braucht {size}. {owner} nutzt {used}; es gibt keine Grenze.</translation>
        </message>
        <message>
            <source>This server cannot tell single rows; they are compared when you sync.</source>
            <translation>Dieser Server kennt keine einzelnen Zeilen; sie werden beim Synchronisieren verglichen.</translation>
        </message>
        <message>
            <source>This version is no longer on the server.</source>
            <translation>Diese Version ist nicht mehr auf dem Server.</translation>
        </message>
        <message>
            <source>This version of “{}” is no longer on the server.</source>
            <translation>Diese Version von „{}“ ist nicht mehr auf dem Server.</translation>
        </message>
        <message>
            <source>This will take long. Choose a smaller area or fewer zoom levels.</source>
            <translation>Das wird lange dauern. Wählen Sie ein kleineres Gebiet oder weniger Zoomstufen.</translation>
        </message>
        <message>
            <source>Through QFieldCloud</source>
            <translation>Über QFieldCloud</translation>
        </message>
        <message>
            <source>Tiles</source>
            <translation>Kacheln</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <source>To zoom level</source>
            <translation>Bis Zoomstufe</translation>
        </message>
        <message>
            <source>Token</source>
            <translation>Token</translation>
        </message>
        <message>
            <source>Two different rows were made with one key.</source>
            <translation>Zwei verschiedene Zeilen wurden mit einem Schlüssel angelegt.</translation>
        </message>
        <message>
            <source>Two rows have the same value where values must be unique.</source>
            <translation>Zwei Zeilen haben denselben Wert, wo Werte eindeutig sein müssen.</translation>
        </message>
        <message>
            <source>Type {} to confirm:</source>
            <translation>Zur Bestätigung {} eintippen:</translation>
        </message>
        <message>
            <source>Undecided conflicts</source>
            <translation>Unentschiedene Konflikte</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message numerus="yes">
            <source>Undo %n row(s)</source>
            <translation>
                <numerusform>%n Zeile rückgängig machen</numerusform>
                <numerusform>%n Zeilen rückgängig machen</numerusform>
            </translation>
        </message>
        <message>
            <source>Undo all shown</source>
            <translation>Alle gezeigten rückgängig machen</translation>
        </message>
        <message>
            <source>Undo changes</source>
            <translation>Änderungen rückgängig machen</translation>
        </message>
        <message>
            <source>Undo this change</source>
            <translation>Diese Änderung rückgängig machen</translation>
        </message>
        <message>
            <source>Undoing makes a new version; nothing is lost.</source>
            <translation>Rückgängigmachen erstellt eine neue Version; nichts geht verloren.</translation>
        </message>
        <message>
            <source>Up to date – check again</source>
            <translation>Auf dem neuesten Stand – nochmals nachsehen</translation>
        </message>
        <message>
            <source>Upload files to a cloud project</source>
            <translation>Dateien in ein Cloud-Projekt laden</translation>
        </message>
        <message>
            <source>Username and password (basic authentication)</source>
            <translation>Benutzername und Passwort (Basic)</translation>
        </message>
        <message>
            <source>Username or e-mail address</source>
            <translation>Benutzername oder E-Mail-Adresse</translation>
        </message>
        <message>
            <source>Username, or @organization/team</source>
            <translation>Benutzername oder @Organisation/Team</translation>
        </message>
        <message>
            <source>VDOP</source>
            <translation>VDOP</translation>
        </message>
        <message>
            <source>Values changed by both</source>
            <translation>Von beiden geänderte Werte</translation>
        </message>
        <message>
            <source>Versions</source>
            <translation>Versionen</translation>
        </message>
        <message>
            <source>Vertical accuracy</source>
            <translation>Vertikale Genauigkeit</translation>
        </message>
        <message>
            <source>Wait for its end</source>
            <translation>Auf das Ende warten</translation>
        </message>
        <message>
            <source>Warnings</source>
            <translation>Warnungen</translation>
        </message>
        <message>
            <source>What happens</source>
            <translation>Was geschieht</translation>
        </message>
        <message>
            <source>What happens to each layer?</source>
            <translation>Was geschieht mit jedem Layer?</translation>
        </message>
        <message>
            <source>What is edited in the field has to travel; what is only looked at may stay where it is.</source>
            <translation>Was im Feld bearbeitet wird, muss mitreisen; was nur angesehen wird, darf bleiben, wo es ist.</translation>
        </message>
        <message>
            <source>What is it for? Shown to everyone in the project.</source>
            <translation>Wofür ist es? Alle im Projekt sehen es.</translation>
        </message>
        <message>
            <source>What is sent</source>
            <translation>Was gesendet wird</translation>
        </message>
        <message>
            <source>What others send appears here before you receive it.</source>
            <translation>Was andere senden, erscheint hier, bevor Sie es empfangen.</translation>
        </message>
        <message>
            <source>What the version of {when} changed</source>
            <translation>Was die Version vom {when} geändert hat</translation>
        </message>
        <message>
            <source>When a sensor has a new value</source>
            <translation>Wenn ein Sensor einen neuen Wert hat</translation>
        </message>
        <message>
            <source>Where both changed the same</source>
            <translation>Wo beide dasselbe geändert haben</translation>
        </message>
        <message>
            <source>Where shall “{}” go?</source>
            <translation>Wohin soll „{}“?</translation>
        </message>
        <message>
            <source>Where they are kept, how large they may be, and how they are named.</source>
            <translation>Wo sie liegen, wie groß sie sein dürfen und wie sie heißen.</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Wer</translation>
        </message>
        <message>
            <source>Who sees it</source>
            <translation>Wer es sieht</translation>
        </message>
        <message>
            <source>Will it work in the field?</source>
            <translation>Wird es im Feld funktionieren?</translation>
        </message>
        <message>
            <source>Work together with QField</source>
            <translation>Zusammenarbeiten mit QField</translation>
        </message>
        <message>
            <source>Works with QFieldCloud and with your own server.</source>
            <translation>Funktioniert mit QFieldCloud und mit Ihrem eigenen Server.</translation>
        </message>
        <message>
            <source>Writes what QField needs of a project into a folder: the project, its offline layers and its files.
Layer actions are those that were set in the project. The project itself is not changed.</source>
            <translation>Schreibt in einen Ordner, was QField von einem Projekt braucht: das Projekt, seine Offline-Layer und seine Dateien.
Es gelten die Layeraktionen, die im Projekt eingestellt sind. Das Projekt selbst wird nicht geändert.</translation>
        </message>
        <message>
            <source>You already have a project of this name.</source>
            <translation>Sie haben schon ein Projekt dieses Namens.</translation>
        </message>
        <message>
            <source>You and somebody else changed the same</source>
            <translation>Sie und jemand anderes haben dasselbe geändert</translation>
        </message>
        <message>
            <source>You are not signed in. Your local changes are kept; please sign in.</source>
            <translation>Sie sind nicht angemeldet. Ihre lokalen Änderungen bleiben erhalten; bitte melden Sie sich an.</translation>
        </message>
        <message>
            <source>Your role lets you look, but not change anything here.</source>
            <translation>Mit Ihrer Rolle können Sie hier alles ansehen, aber nichts ändern.</translation>
        </message>
        <message>
            <source>always</source>
            <translation>immer</translation>
        </message>
        <message>
            <source>applied</source>
            <translation>angewendet</translation>
        </message>
        <message>
            <source>being applied</source>
            <translation>wird angewendet</translation>
        </message>
        <message>
            <source>binary, {}</source>
            <translation>binär, {}</translation>
        </message>
        <message>
            <source>busy</source>
            <translation>beschäftigt</translation>
        </message>
        <message>
            <source>cable</source>
            <translation>Kabel</translation>
        </message>
        <message>
            <source>changed</source>
            <translation>geändert</translation>
        </message>
        <message>
            <source>conflict</source>
            <translation>Konflikt</translation>
        </message>
        <message>
            <source>current</source>
            <translation>aktuell</translation>
        </message>
        <message>
            <source>deleted</source>
            <translation>gelöscht</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>leer</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>fehlgeschlagen</translation>
        </message>
        <message>
            <source>finished</source>
            <translation>fertig</translation>
        </message>
        <message>
            <source>has new rows</source>
            <translation>hat neue Zeilen</translation>
        </message>
        <message>
            <source>ignored</source>
            <translation>übergangen</translation>
        </message>
        <message>
            <source>its source does not answer</source>
            <translation>die Quelle antwortet nicht</translation>
        </message>
        <message>
            <source>just now</source>
            <translation>gerade eben</translation>
        </message>
        <message>
            <source>leave it undecided</source>
            <translation>unentschieden lassen</translation>
        </message>
        <message>
            <source>less than 0.1 s</source>
            <translation>weniger als 0,1 s</translation>
        </message>
        <message>
            <source>logged in</source>
            <translation>angemeldet</translation>
        </message>
        <message>
            <source>m</source>
            <translation>m</translation>
        </message>
        <message>
            <source>min</source>
            <translation>min</translation>
        </message>
        <message>
            <source>mine stays</source>
            <translation>meines bleibt</translation>
        </message>
        <message>
            <source>mine: {mine} · theirs: {theirs}</source>
            <translation>meines: {mine} · anderes: {theirs}</translation>
        </message>
        <message>
            <source>never</source>
            <translation>nie</translation>
        </message>
        <message>
            <source>never by itself</source>
            <translation>nie von selbst</translation>
        </message>
        <message>
            <source>new</source>
            <translation>neu</translation>
        </message>
        <message>
            <source>no geometry</source>
            <translation>keine Geometrie</translation>
        </message>
        <message>
            <source>not applied</source>
            <translation>nicht angewendet</translation>
        </message>
        <message>
            <source>not decided</source>
            <translation>nicht entschieden</translation>
        </message>
        <message>
            <source>not packaged</source>
            <translation>nicht paketiert</translation>
        </message>
        <message>
            <source>not permitted</source>
            <translation>nicht erlaubt</translation>
        </message>
        <message>
            <source>only where this expression is true</source>
            <translation>nur wo dieser Ausdruck wahr ist</translation>
        </message>
        <message>
            <source>open</source>
            <translation>offen</translation>
        </message>
        <message>
            <source>package outdated</source>
            <translation>Paket veraltet</translation>
        </message>
        <message>
            <source>pixels</source>
            <translation>Pixel</translation>
        </message>
        <message>
            <source>public</source>
            <translation>öffentlich</translation>
        </message>
        <message>
            <source>refused</source>
            <translation>abgelehnt</translation>
        </message>
        <message>
            <source>repairable</source>
            <translation>behebbar</translation>
        </message>
        <message>
            <source>row</source>
            <translation>Zeile</translation>
        </message>
        <message>
            <source>running</source>
            <translation>läuft</translation>
        </message>
        <message>
            <source>s</source>
            <translation>s</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>angehalten</translation>
        </message>
        <message>
            <source>the first copy stays</source>
            <translation>die erste Kopie bleibt</translation>
        </message>
        <message>
            <source>the second copy stays</source>
            <translation>die zweite Kopie bleibt</translation>
        </message>
        <message>
            <source>theirs stays</source>
            <translation>anderes bleibt</translation>
        </message>
        <message>
            <source>values</source>
            <translation>Werte</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>wartet</translation>
        </message>
        <message>
            <source>was changed on both sides</source>
            <translation>wurde auf beiden Seiten geändert</translation>
        </message>
        <message>
            <source>was deleted on the server</source>
            <translation>wurde auf dem Server gelöscht</translation>
        </message>
        <message>
            <source>will be deleted on the server</source>
            <translation>wird auf dem Server gelöscht</translation>
        </message>
        <message>
            <source>will be received</source>
            <translation>wird empfangen</translation>
        </message>
        <message>
            <source>will be sent</source>
            <translation>wird gesendet</translation>
        </message>
        <message>
            <source>{column} moved</source>
            <translation>{column} verschoben</translation>
        </message>
        <message>
            <source>{doing} – {place}</source>
            <translation>{doing} – {place}</translation>
        </message>
        <message>
            <source>{done} of {total} decided</source>
            <translation>{done} von {total} entschieden</translation>
        </message>
        <message>
            <source>{files}, {size}</source>
            <translation>{files}, {size}</translation>
        </message>
        <message>
            <source>{file}: what others sent and you have not received yet</source>
            <translation>{file}: was andere gesendet haben und Sie noch nicht empfangen haben</translation>
        </message>
        <message>
            <source>{file}: your edits that are not on the server yet</source>
            <translation>{file}: Ihre Änderungen, die noch nicht auf dem Server sind</translation>
        </message>
        <message>
            <source>{job}: {reason}</source>
            <translation>{job}: {reason}</translation>
        </message>
        <message>
            <source>{kind}, {count} vertices</source>
            <translation>{kind}, {count} Stützpunkte</translation>
        </message>
        <message>
            <source>{offline} of {all} layers travel with the package</source>
            <translation>{offline} von {all} Layern reisen mit dem Paket</translation>
        </message>
        <message>
            <source>{owner} · {role}</source>
            <translation>{owner} · {role}</translation>
        </message>
        <message>
            <source>{person}, {when}</source>
            <translation>{person}, {when}</translation>
        </message>
        <message>
            <source>{server} – with row history and safe merging</source>
            <translation>{server} – mit Zeilenverlauf und sicherem Zusammenführen</translation>
        </message>
        <message>
            <source>{up} sent, {down} received. Everything is up to date.</source>
            <translation>{up} gesendet, {down} empfangen. Alles ist auf dem neuesten Stand.</translation>
        </message>
        <message>
            <source>{user} on {server}</source>
            <translation>{user} auf {server}</translation>
        </message>
        <message>
            <source>{when} · took {duration}</source>
            <translation>{when} · dauerte {duration}</translation>
        </message>
        <message>
            <source>{} min</source>
            <translation>{} min</translation>
        </message>
        <message>
            <source>{} received. Everything is up to date.</source>
            <translation>{} empfangen. Alles ist auf dem neuesten Stand.</translation>
        </message>
        <message>
            <source>{} s</source>
            <translation>{} s</translation>
        </message>
        <message>
            <source>{} sent. Everything is up to date.</source>
            <translation>{} gesendet. Alles ist auf dem neuesten Stand.</translation>
        </message>
        <message>
            <source>“{layer}” cannot be opened: {reason}</source>
            <translation>„{layer}“ kann nicht geöffnet werden: {reason}</translation>
        </message>
        <message>
            <source>“{layer}” could not be copied: {reason}</source>
            <translation>„{layer}“ konnte nicht kopiert werden: {reason}</translation>
        </message>
        <message>
            <source>“{}” is in the cloud now.</source>
            <translation>„{}“ ist jetzt in der Cloud.</translation>
        </message>
        <message>
            <source>“{}” is in the project already. It was not replaced.</source>
            <translation>„{}“ ist schon im Projekt. Es wurde nicht ersetzt.</translation>
        </message>
        <message>
            <source>“{}” is no longer on the server.</source>
            <translation>„{}“ ist nicht mehr auf dem Server.</translation>
        </message>
    </context>
</TS>
