<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>QFieldCloudSync</name>
        <message numerus="yes">
            <source>%n change(s)</source>
            <translation>
                <numerusform>%n Änderung</numerusform>
                <numerusform>%n Änderungen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) were made here and in the field, differently.</source>
            <translation>
                <numerusform>%n Änderung wurde hier und im Feld verschieden gemacht.</numerusform>
                <numerusform>%n Änderungen wurden hier und im Feld verschieden gemacht.</numerusform>
            </translation>
        </message>
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
            <source>%n member(s)</source>
            <translation>
                <numerusform>%n Mitglied</numerusform>
                <numerusform>%n Mitglieder</numerusform>
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
            <source>%n more attachment(s)</source>
            <translation>
                <numerusform>%n weiterer Anhang</numerusform>
                <numerusform>%n weitere Anhänge</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more conflict(s)</source>
            <translation>
                <numerusform>%n weiterer Konflikt</numerusform>
                <numerusform>%n weitere Konflikte</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more file(s)</source>
            <translation>
                <numerusform>%n weitere Datei</numerusform>
                <numerusform>%n weitere Dateien</numerusform>
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
            <source>%n old version(s)</source>
            <translation>
                <numerusform>%n alte Version</numerusform>
                <numerusform>%n alte Versionen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n older job(s)</source>
            <translation>
                <numerusform>%n älterer Auftrag</numerusform>
                <numerusform>%n ältere Aufträge</numerusform>
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
            <source>&amp;Kind</source>
            <translation>&amp;Art</translation>
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
            <source>&amp;Project</source>
            <translation>&amp;Projekt</translation>
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
            <source>&amp;Value</source>
            <translation>&amp;Wert</translation>
        </message>
        <message>
            <source>&amp;Versions kept of each file</source>
            <translation>&amp;Versionen, die je Datei bleiben</translation>
        </message>
        <message>
            <source>A change does not fit: in “{table}” the row {key} {reason}. Nothing was changed.</source>
            <translation>Eine Änderung passt nicht: In „{table}“, Zeile {key}: {reason}. Nichts wurde geändert.</translation>
        </message>
        <message>
            <source>A change in “{table}” cannot be sent as a delta: {reason}.</source>
            <translation>Eine Änderung in „{table}“ lässt sich nicht als Delta senden: {reason}.</translation>
        </message>
        <message>
            <source>A cloud project holds one QGIS project file, “{known}”; this one stays here. To send it instead, move the other out of the folder.</source>
            <translation>Ein Cloud-Projekt enthält eine einzige QGIS-Projektdatei, „{known}“; diese bleibt hier. Um sie stattdessen zu senden, verschieben Sie die andere aus dem Ordner.</translation>
        </message>
        <message>
            <source>A cloud project holds only one QGIS project file. The second one was not uploaded.</source>
            <translation>Ein Cloud-Projekt enthält nur eine QGIS-Projektdatei. Die zweite wurde nicht hochgeladen.</translation>
        </message>
        <message>
            <source>A file was uploaded meanwhile; the changes are applied to the new one.</source>
            <translation>Inzwischen wurde eine Datei hochgeladen; die Änderungen werden auf die neue angewendet.</translation>
        </message>
        <message>
            <source>A layer that lives in another project is repaired there.</source>
            <translation>Ein Layer, der aus einem anderen Projekt stammt, wird dort repariert.</translation>
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
            <source>A place on the server, to be filled later.</source>
            <translation>Ein Platz auf dem Server, der später gefüllt wird.</translation>
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
            <source>A temporary layer: its features are lost when QGIS closes. Make it permanent first.</source>
            <translation>Ein temporärer Layer: Seine Objekte gehen verloren, wenn QGIS schließt. Machen Sie ihn zuerst dauerhaft.</translation>
        </message>
        <message>
            <source>A text is not Unicode ({reason}).</source>
            <translation>Ein Text ist kein Unicode ({reason}).</translation>
        </message>
        <message>
            <source>A token is kept in the system's keyring or in QGIS's encrypted database, never the password.</source>
            <translation>Ein Token wird im Schlüsselbund des Systems oder in der verschlüsselten Datenbank von QGIS aufbewahrt, nie das Passwort.</translation>
        </message>
        <message>
            <source>A trigger in a GeoPackage undoes everything again and again. Nothing was changed.</source>
            <translation>Ein Trigger in einem GeoPackage macht alles immer wieder rückgängig. Nichts wurde geändert.</translation>
        </message>
        <message>
            <source>A view of other tables can be looked at, but not edited.</source>
            <translation>Eine Sicht auf andere Tabellen kann man ansehen, aber nicht bearbeiten.</translation>
        </message>
        <message numerus="yes">
            <source>About %Ln tile(s), {size}</source>
            <translation>
                <numerusform>Etwa %Ln Kachel, {size}</numerusform>
                <numerusform>Etwa %Ln Kacheln, {size}</numerusform>
            </translation>
        </message>
        <message>
            <source>About {size}, made in {time}</source>
            <translation>Etwa {size}, fertig in {time}</translation>
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
            <source>Add a UUID to “{name}”, fill it, and let the relation use it.</source>
            <translation>„{name}“ eine UUID geben, sie füllen und die Beziehung darauf umstellen.</translation>
        </message>
        <message>
            <source>Add an integer primary key; what was the key stays unique.</source>
            <translation>Einen ganzzahligen Primärschlüssel hinzufügen; der bisherige Schlüssel bleibt eindeutig.</translation>
        </message>
        <message>
            <source>Add features</source>
            <translation>Objekte hinzufügen</translation>
        </message>
        <message>
            <source>Add member</source>
            <translation>Mitglied hinzufügen</translation>
        </message>
        <message>
            <source>Add member…</source>
            <translation>Mitglied hinzufügen…</translation>
        </message>
        <message>
            <source>Add one below; nobody can read it afterwards.</source>
            <translation>Fügen Sie unten eines hinzu; danach kann es niemand lesen.</translation>
        </message>
        <message>
            <source>Add person</source>
            <translation>Person hinzufügen</translation>
        </message>
        <message>
            <source>Add to team</source>
            <translation>Zum Team hinzufügen</translation>
        </message>
        <message>
            <source>Administrator</source>
            <translation>Administrator</translation>
        </message>
        <message>
            <source>Administrators can do everything, also keep the secrets.</source>
            <translation>Administratoren dürfen alles, auch die Geheimnisse verwalten.</translation>
        </message>
        <message>
            <source>Administrators look after members, teams and all projects of the organization.</source>
            <translation>Administratoren kümmern sich um Mitglieder, Teams und alle Projekte der Organisation.</translation>
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
            <source>All changes of devices…</source>
            <translation>Alle Änderungen der Geräte…</translation>
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
            <source>All projects</source>
            <translation>Alle Projekte</translation>
        </message>
        <message>
            <source>All settings for the field…</source>
            <translation>Alle Einstellungen fürs Feld…</translation>
        </message>
        <message>
            <source>An organization owns projects; a team gets a role in a project as one.</source>
            <translation>Eine Organisation besitzt Projekte; ein Team bekommt als Ganzes eine Rolle in einem Projekt.</translation>
        </message>
        <message>
            <source>Another account…</source>
            <translation>Anderes Konto…</translation>
        </message>
        <message>
            <source>Another cloud project</source>
            <translation>Einem anderen Cloud-Projekt</translation>
        </message>
        <message>
            <source>Another feature has the key {key!r} already.</source>
            <translation>Ein anderes Objekt hat den Schlüssel {key!r} schon.</translation>
        </message>
        <message>
            <source>Another feature has the key {key!r} by now.</source>
            <translation>Ein anderes Objekt hat inzwischen den Schlüssel {key!r}.</translation>
        </message>
        <message>
            <source>Another feature has this value already: {text}.</source>
            <translation>Ein anderes Objekt hat diesen Wert schon: {text}.</translation>
        </message>
        <message>
            <source>Any role</source>
            <translation>Jede Rolle</translation>
        </message>
        <message>
            <source>Any time</source>
            <translation>Beliebige Zeit</translation>
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
            <source>Apply again</source>
            <translation>Noch einmal anwenden</translation>
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
            <source>Applying the changes</source>
            <translation>Änderungen anwenden</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>Gebiet</translation>
        </message>
        <message>
            <source>Area for</source>
            <translation>Gebiet für</translation>
        </message>
        <message>
            <source>Areas</source>
            <translation>Flächen</translation>
        </message>
        <message>
            <source>As</source>
            <translation>Als</translation>
        </message>
        <message>
            <source>As it is</source>
            <translation>Wie es ist</translation>
        </message>
        <message>
            <source>As it was sent</source>
            <translation>Wie es gesendet wurde</translation>
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
            <source>Between…</source>
            <translation>Zwischen…</translation>
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
            <source>Cancelled. What was done so far is kept.</source>
            <translation>Abgebrochen. Was bis dahin getan wurde, bleibt.</translation>
        </message>
        <message>
            <source>Cannot start editing layer "{id}": “{layer}” is read-only in the project.</source>
            <translation>Layer "{id}" kann nicht bearbeitet werden: „{layer}“ ist im Projekt schreibgeschützt.</translation>
        </message>
        <message>
            <source>Capital letters, digits and _, a letter first.</source>
            <translation>Großbuchstaben, Ziffern und _, ein Buchstabe zuerst.</translation>
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
            <source>Changed files as JSON</source>
            <translation>Geänderte Dateien als JSON</translation>
        </message>
        <message>
            <source>Changed here</source>
            <translation>Hier geändert</translation>
        </message>
        <message>
            <source>Changed here and on the server.</source>
            <translation>Hier und auf dem Server geändert.</translation>
        </message>
        <message>
            <source>Changed here, deleted by somebody else.</source>
            <translation>Hier geändert, von jemand anderem gelöscht.</translation>
        </message>
        <message>
            <source>Changed here, deleted on the server.</source>
            <translation>Hier geändert, auf dem Server gelöscht.</translation>
        </message>
        <message>
            <source>Changed on the server</source>
            <translation>Auf dem Server geändert</translation>
        </message>
        <message>
            <source>Changed rows</source>
            <translation>Geänderte Zeilen</translation>
        </message>
        <message>
            <source>Changed since {}</source>
            <translation>Geändert seit {}</translation>
        </message>
        <message>
            <source>Changes applied</source>
            <translation>Angewendete Änderungen</translation>
        </message>
        <message>
            <source>Changes are known for layers of GeoPackages in the project's folder.</source>
            <translation>Änderungen sind bekannt für Layer aus GeoPackages im Projektordner.</translation>
        </message>
        <message>
            <source>Changes of this layer…</source>
            <translation>Änderungen dieses Layers…</translation>
        </message>
        <message>
            <source>Changes on the server…</source>
            <translation>Änderungen auf dem Server…</translation>
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
            <source>Check and repair project</source>
            <translation>Projekt prüfen und reparieren</translation>
        </message>
        <message>
            <source>Check for changes</source>
            <translation>Nach Änderungen sehen</translation>
        </message>
        <message>
            <source>Check only</source>
            <translation>Nur prüfen</translation>
        </message>
        <message>
            <source>Check project</source>
            <translation>Projekt prüfen</translation>
        </message>
        <message>
            <source>Checking the package's layers</source>
            <translation>Layer des Pakets prüfen</translation>
        </message>
        <message>
            <source>Checking the project file</source>
            <translation>Projektdatei prüfen</translation>
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
            <source>Choose a change to go back before</source>
            <translation>Wählen Sie die Änderung, vor die Sie zurückwollen</translation>
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
            <source>Choose a moment. Next you see what changed since, and decide what goes back.</source>
            <translation>Wählen Sie einen Zeitpunkt. Dann sehen Sie, was sich seither geändert hat, und entscheiden, was zurückgeht.</translation>
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
            <source>Clone</source>
            <translation>Klonen</translation>
        </message>
        <message>
            <source>Clone project</source>
            <translation>Projekt klonen</translation>
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
        <message numerus="yes">
            <source>Confirm %n deletion(s)…</source>
            <translation>
                <numerusform>%n Löschung bestätigen…</numerusform>
                <numerusform>%n Löschungen bestätigen…</numerusform>
            </translation>
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
            <source>Copy address</source>
            <translation>Adresse kopieren</translation>
        </message>
        <message>
            <source>Copy attachments too</source>
            <translation>Anhänge auch kopieren</translation>
        </message>
        <message>
            <source>Copy link</source>
            <translation>Link kopieren</translation>
        </message>
        <message>
            <source>Copy the file into the project's folder and use the copy.</source>
            <translation>Die Datei in den Projektordner kopieren und die Kopie verwenden.</translation>
        </message>
        <message>
            <source>Copy the files that exist into “{folder}” and store relative paths.</source>
            <translation>Die vorhandenen Dateien nach „{folder}“ kopieren und relative Pfade speichern.</translation>
        </message>
        <message>
            <source>Copy the value that lost</source>
            <translation>Den unterlegenen Wert kopieren</translation>
        </message>
        <message>
            <source>Copying files</source>
            <translation>Dateien kopieren</translation>
        </message>
        <message>
            <source>Copying rows</source>
            <translation>Zeilen kopieren</translation>
        </message>
        <message>
            <source>Create</source>
            <translation>Anlegen</translation>
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
            <source>Create project</source>
            <translation>Projekt anlegen</translation>
        </message>
        <message>
            <source>Create team</source>
            <translation>Team anlegen</translation>
        </message>
        <message>
            <source>Create the project</source>
            <translation>Projekt anlegen</translation>
        </message>
        <message>
            <source>Creator</source>
            <translation>Ersteller</translation>
        </message>
        <message>
            <source>Creators make projects that belong to the organization.</source>
            <translation>Ersteller legen Projekte an, die der Organisation gehören.</translation>
        </message>
        <message>
            <source>Current map view</source>
            <translation>Aktueller Kartenausschnitt</translation>
        </message>
        <message>
            <source>Database service (pg_service.conf)</source>
            <translation>Datenbankdienst (pg_service.conf)</translation>
        </message>
        <message>
            <source>Decide many</source>
            <translation>Mehrere entscheiden</translation>
        </message>
        <message>
            <source>Decided conflicts</source>
            <translation>Entschiedene Konflikte</translation>
        </message>
        <message>
            <source>Decided conflicts…</source>
            <translation>Entschiedene Konflikte…</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
        <message numerus="yes">
            <source>Delete %n file(s)?</source>
            <translation>
                <numerusform>%n Datei löschen?</numerusform>
                <numerusform>%n Dateien löschen?</numerusform>
            </translation>
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
            <source>Delete old versions</source>
            <translation>Alte Versionen löschen</translation>
        </message>
        <message>
            <source>Delete secret</source>
            <translation>Geheimnis löschen</translation>
        </message>
        <message>
            <source>Delete team</source>
            <translation>Team löschen</translation>
        </message>
        <message>
            <source>Delete team {}</source>
            <translation>Team {} löschen</translation>
        </message>
        <message>
            <source>Delete the chosen secret</source>
            <translation>Gewähltes Geheimnis löschen</translation>
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
            <source>Delete {versions}, {size}…</source>
            <translation>{versions} löschen, {size}…</translation>
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
            <source>Deleted here, changed on the server.</source>
            <translation>Hier gelöscht, auf dem Server geändert.</translation>
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
            <source>Download file</source>
            <translation>Datei herunterladen</translation>
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
            <source>Download the project afterwards, or put files into its folder and sync.</source>
            <translation>Laden Sie das Projekt danach herunter, oder legen Sie Dateien in seinen Ordner und synchronisieren Sie.</translation>
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
            <source>Draw the base map, if the project asks for one and has none</source>
            <translation>Die Grundkarte zeichnen, wenn das Projekt eine verlangt und keine hat</translation>
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
            <source>Empty WKT string!</source>
            <translation>Leerer WKT-Text!</translation>
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
            <source>Environment variable</source>
            <translation>Umgebungsvariable</translation>
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
            <source>Every change of this feature, newest first</source>
            <translation>Alle Änderungen dieses Objekts, die neuesten zuerst</translation>
        </message>
        <message>
            <source>Every change that was sent, newest first</source>
            <translation>Alle gesendeten Änderungen, die neuesten zuerst</translation>
        </message>
        <message>
            <source>Every member is in a team already. Add people to the organization first.</source>
            <translation>Alle Mitglieder sind schon in einem Team. Fügen Sie zuerst Personen zur Organisation hinzu.</translation>
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
            <source>Everything else was taken. Until you decide, these stay as they are on both sides.</source>
            <translation>Alles andere wurde übernommen. Bis Sie entscheiden, bleiben diese auf beiden Seiten, wie sie sind.</translation>
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
            <source>Fetch files</source>
            <translation>Dateien holen</translation>
        </message>
        <message>
            <source>Fetch history</source>
            <translation>Verlauf holen</translation>
        </message>
        <message>
            <source>Fetch logo</source>
            <translation>Logo holen</translation>
        </message>
        <message>
            <source>Fetch members</source>
            <translation>Mitglieder holen</translation>
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
            <source>Fetch secrets</source>
            <translation>Geheimnisse holen</translation>
        </message>
        <message>
            <source>Fetch storage</source>
            <translation>Speicherplatz abfragen</translation>
        </message>
        <message>
            <source>Fetching the files that are changed</source>
            <translation>Dateien holen, die sich ändern</translation>
        </message>
        <message>
            <source>Fetching the project's files</source>
            <translation>Dateien des Projekts holen</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>File names that not every system knows</source>
            <translation>Dateinamen, die nicht jedes System kennt</translation>
        </message>
        <message>
            <source>File “{path}” lies outside of the project folder.</source>
            <translation>Die Datei „{path}“ liegt außerhalb des Projektordners.</translation>
        </message>
        <message>
            <source>File “{path}” missing.</source>
            <translation>Die Datei „{path}“ fehlt.</translation>
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
            <source>Files, the largest first</source>
            <translation>Dateien, die größten zuerst</translation>
        </message>
        <message>
            <source>Filter projects</source>
            <translation>Projekte filtern</translation>
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
            <source>Finished.</source>
            <translation>Fertig.</translation>
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
            <source>For a cable or a memory card. When it comes back, take the edits back from it.</source>
            <translation>Für Kabel oder Speicherkarte. Kommt er zurück, holen Sie die Änderungen aus ihm zurück.</translation>
        </message>
        <message>
            <source>For accounts without a password, and for tokens made on the server.</source>
            <translation>Für Konten ohne Passwort und für Token, die auf dem Server erstellt wurden.</translation>
        </message>
        <message>
            <source>For databases that the server reaches when it packages or applies changes.</source>
            <translation>Für Datenbanken, die der Server beim Paketieren oder Anwenden von Änderungen erreicht.</translation>
        </message>
        <message>
            <source>For whom (person:anna, team:north; empty: everyone)</source>
            <translation>Für wen (person:anna, team:nord; leer: alle)</translation>
        </message>
        <message>
            <source>Forget</source>
            <translation>Vergessen</translation>
        </message>
        <message>
            <source>Forget an account</source>
            <translation>Ein Konto vergessen</translation>
        </message>
        <message>
            <source>Forget this account and its token</source>
            <translation>Dieses Konto und sein Token vergessen</translation>
        </message>
        <message>
            <source>Forget {user} on {server}?</source>
            <translation>{user} auf {server} vergessen?</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>From zoom level</source>
            <translation>Ab Zoomstufe</translation>
        </message>
        <message>
            <source>GDAL broke down over “{file}” (exit {code})</source>
            <translation>GDAL ist an „{file}“ gescheitert (Ende mit {code})</translation>
        </message>
        <message>
            <source>GDAL guesses its geometry; load it as delimited text</source>
            <translation>GDAL errät seine Geometrie; laden Sie es als Textdatei mit Trennzeichen</translation>
        </message>
        <message>
            <source>GDAL says of “{file}”: {reason}</source>
            <translation>GDAL sagt zu „{file}“: {reason}</translation>
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
            <source>Go back to an earlier state</source>
            <translation>Zu einem früheren Stand zurückgehen</translation>
        </message>
        <message>
            <source>Go back to an earlier state…</source>
            <translation>Zu einem früheren Stand zurückgehen…</translation>
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
            <source>Here and on the server are two different files of this name.</source>
            <translation>Hier und auf dem Server sind zwei verschiedene Dateien dieses Namens.</translation>
        </message>
        <message>
            <source>History of the selected feature…</source>
            <translation>Verlauf des gewählten Objekts…</translation>
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
            <source>In projects: @{organization}/{team}</source>
            <translation>In Projekten: @{organization}/{team}</translation>
        </message>
        <message>
            <source>In the field</source>
            <translation>Im Feld</translation>
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
            <source>In “{table}” a row is created twice, or changed after it was deleted.</source>
            <translation>In „{table}“ wird eine Zeile zweimal angelegt oder nach dem Löschen geändert.</translation>
        </message>
        <message>
            <source>In “{table}” a row is not as the second changeset expects it.</source>
            <translation>In „{table}“ ist eine Zeile nicht so, wie der zweite Änderungssatz sie erwartet.</translation>
        </message>
        <message>
            <source>Into a folder</source>
            <translation>In einen Ordner</translation>
        </message>
        <message>
            <source>Invalid layer "{id}": it is not a table of “{name}” that can be edited.</source>
            <translation>Ungültiger Layer "{id}": Er ist keine Tabelle von „{name}“, die bearbeitet werden kann.</translation>
        </message>
        <message>
            <source>Invalid layer "{id}": its file is not in the project's folder.</source>
            <translation>Ungültiger Layer "{id}": Seine Datei liegt nicht im Projektordner.</translation>
        </message>
        <message>
            <source>Invalid layer "{id}": the file “{name}” is missing.</source>
            <translation>Ungültiger Layer "{id}": Die Datei „{name}“ fehlt.</translation>
        </message>
        <message>
            <source>It has more than {} MB. Choose a smaller area or fewer zoom levels.</source>
            <translation>Sie hat mehr als {} MB. Wählen Sie ein kleineres Gebiet oder weniger Zoomstufen.</translation>
        </message>
        <message>
            <source>It has no layer to draw: choose one.</source>
            <translation>Sie hat keinen Layer, der zu zeichnen wäre: Wählen Sie einen.</translation>
        </message>
        <message>
            <source>It is no longer on the server, or never was.</source>
            <translation>Es ist nicht mehr auf dem Server oder war nie dort.</translation>
        </message>
        <message>
            <source>It is removed from the server for everybody and cannot be brought back.</source>
            <translation>Sie wird für alle vom Server entfernt und kann nicht zurückgeholt werden.</translation>
        </message>
        <message>
            <source>It uses the primary key “{key}” of “{name}”. A row made in the field has none before it is synchronised, so nothing can be attached to it until then.</source>
            <translation>Sie verwendet den Primärschlüssel „{key}“ von „{name}“. Eine im Feld angelegte Zeile hat bis zur Synchronisierung keinen; so lange kann nichts daran hängen.</translation>
        </message>
        <message>
            <source>It will be left out: {problem}</source>
            <translation>Er wird ausgelassen: {problem}</translation>
        </message>
        <message>
            <source>Its area is outside of what the project's coordinates reach.</source>
            <translation>Ihr Gebiet liegt außerhalb dessen, was die Koordinaten des Projekts erreichen.</translation>
        </message>
        <message>
            <source>Its file lies outside of the project's folder, so nobody else gets it.</source>
            <translation>Seine Datei liegt außerhalb des Projektordners; niemand sonst bekommt sie.</translation>
        </message>
        <message>
            <source>Its path is absolute and leads nowhere on a phone.</source>
            <translation>Sein Pfad ist absolut und führt auf einem Telefon ins Leere.</translation>
        </message>
        <message>
            <source>Its rows are in a database or a service. A server without QGIS leaves it there: the field needs a connection to see it, and cannot edit it.</source>
            <translation>Seine Zeilen sind in einer Datenbank oder einem Dienst. Ein Server ohne QGIS lässt sie dort: Im Feld braucht es eine Verbindung, um sie zu sehen, und bearbeiten lassen sie sich nicht.</translation>
        </message>
        <message>
            <source>Its tables were changed here and on the server in different ways: choose one of the two files.</source>
            <translation>Seine Tabellen wurden hier und auf dem Server verschieden geändert: Wählen Sie eine der beiden Dateien.</translation>
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
            <source>Keep what is here</source>
            <translation>Die von hier behalten</translation>
        </message>
        <message>
            <source>Last 30 days</source>
            <translation>Letzte 30 Tage</translation>
        </message>
        <message>
            <source>Last 7 days</source>
            <translation>Letzte 7 Tage</translation>
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
            <source>Layers that travel with the package: {offline} of {all}</source>
            <translation>Layer, die mit dem Paket reisen: {offline} von {all}</translation>
        </message>
        <message>
            <source>Left on the server.</source>
            <translation>Auf dem Server gelassen.</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>Weggelassen</translation>
        </message>
        <message>
            <source>Let the project's home be the folder of the project file.</source>
            <translation>Den Ordner der Projektdatei zum Startordner des Projekts machen.</translation>
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
            <source>Loading…</source>
            <translation>Wird geladen…</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>Protokoll</translation>
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
            <source>Log in with {}</source>
            <translation>Mit {} anmelden</translation>
        </message>
        <message>
            <source>Log in with {} in your browser; QGIS goes on by itself.</source>
            <translation>Melden Sie sich im Browser mit {} an; QGIS macht von selbst weiter.</translation>
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
Findings are logged and returned as JSON. On request they are repaired, all or nothing; the last repair can be taken back. Close the project in QGIS before it is repaired.</source>
            <translation>Sucht, was ein Projekt von der Cloud fernhalten oder im Feld Ärger machen würde.
Die Befunde kommen ins Protokoll und als JSON zurück. Auf Wunsch werden sie repariert, alle oder keiner; die letzte Reparatur kann zurückgenommen werden. Schließen Sie das Projekt in QGIS, bevor es repariert wird.</translation>
        </message>
        <message>
            <source>Made from</source>
            <translation>Erstellt aus</translation>
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
            <source>Managers do what editors do, change settings and people, and may delete the project.</source>
            <translation>Verwalter dürfen, was Bearbeiter dürfen, ändern Einstellungen und Personen und dürfen das Projekt löschen.</translation>
        </message>
        <message>
            <source>Map</source>
            <translation>Karte</translation>
        </message>
        <message>
            <source>Member</source>
            <translation>Mitglied</translation>
        </message>
        <message>
            <source>Members</source>
            <translation>Mitglieder</translation>
        </message>
        <message>
            <source>Members see what they or their team have a role in.</source>
            <translation>Mitglieder sehen, worin sie oder ihr Team eine Rolle haben.</translation>
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
            <source>More than one feature has {key!r} as “{column}”, so it cannot tell them apart.</source>
            <translation>Mehr als ein Objekt hat {key!r} als „{column}“; damit sind sie nicht zu unterscheiden.</translation>
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
            <source>Name of a new team</source>
            <translation>Name eines neuen Teams</translation>
        </message>
        <message>
            <source>Name on the server</source>
            <translation>Name auf dem Server</translation>
        </message>
        <message>
            <source>Names of photos and files</source>
            <translation>Namen von Fotos und Dateien</translation>
        </message>
        <message>
            <source>Needs attention</source>
            <translation>Braucht Aufmerksamkeit</translation>
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
            <source>No area is chosen yet, so they get what everyone gets.</source>
            <translation>Noch ist kein Gebiet gewählt; sie bekommen, was alle bekommen.</translation>
        </message>
        <message>
            <source>No browser could be opened. Copy the address into one yourself.</source>
            <translation>Es ließ sich kein Browser öffnen. Kopieren Sie die Adresse selbst in einen.</translation>
        </message>
        <message>
            <source>No changes</source>
            <translation>Keine Änderungen</translation>
        </message>
        <message>
            <source>No changes are waiting.</source>
            <translation>Keine Änderungen warten.</translation>
        </message>
        <message>
            <source>No conflict was decided in this folder yet.</source>
            <translation>In diesem Ordner wurde noch kein Konflikt entschieden.</translation>
        </message>
        <message>
            <source>No connection to {host}. {kept}; check the network and the address, then try again.</source>
            <translation>Keine Verbindung zu {host}. {kept}; prüfen Sie das Netz und die Adresse, und versuchen Sie es dann noch einmal.</translation>
        </message>
        <message>
            <source>No data provider available.</source>
            <translation>Kein Datenprovider verfügbar.</translation>
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
            <source>No layer has the values of “{field}”.</source>
            <translation>Kein Layer hat die Werte von „{field}“.</translation>
        </message>
        <message>
            <source>No layer is editable offline; what is copied as it is comes whole, whatever the area.</source>
            <translation>Kein Layer ist offline bearbeitbar; was unverändert kopiert wird, kommt ganz mit, wie auch immer das Gebiet ist.</translation>
        </message>
        <message>
            <source>No layer with id "{id}": “{layer}” is not a vector layer.</source>
            <translation>Kein Layer mit der ID "{id}": „{layer}“ ist kein Vektorlayer.</translation>
        </message>
        <message>
            <source>No layer with id "{layer_id}"</source>
            <translation>Kein Layer mit der ID "{layer_id}"</translation>
        </message>
        <message>
            <source>No old versions</source>
            <translation>Keine alten Versionen</translation>
        </message>
        <message>
            <source>No project fits the filter</source>
            <translation>Kein Projekt passt zum Filter</translation>
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
            <source>No repair was made in this project.</source>
            <translation>In diesem Projekt wurde nichts repariert.</translation>
        </message>
        <message>
            <source>No secrets yet</source>
            <translation>Noch keine Geheimnisse</translation>
        </message>
        <message>
            <source>No secure connection to {host}, so nothing was sent. {kept}; check the address and its port. Servers without https, as in a network of one's own, are written with http:// in front.</source>
            <translation>Keine gesicherte Verbindung zu {host}, darum wurde nichts gesendet. {kept}; prüfen Sie die Adresse und ihren Port. Server ohne https, etwa im eigenen Netz, werden mit http:// davor geschrieben.</translation>
        </message>
        <message>
            <source>No server chosen</source>
            <translation>Kein Server gewählt</translation>
        </message>
        <message>
            <source>Nobody logged in in the browser, so we stopped waiting. Nothing was changed; please try again.</source>
            <translation>Niemand hat sich im Browser angemeldet, darum warten wir nicht länger. Nichts wurde geändert; bitte noch einmal versuchen.</translation>
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
            <source>Not everything is in step: {file} and {more}. {reason}</source>
            <translation>Nicht alles ist auf gleichem Stand: {file} und {more}. {reason}</translation>
        </message>
        <message>
            <source>Not everything is in step: {file}. {reason}</source>
            <translation>Nicht alles ist auf gleichem Stand: {file}. {reason}</translation>
        </message>
        <message>
            <source>Not in the cloud yet</source>
            <translation>Noch nicht in der Cloud</translation>
        </message>
        <message>
            <source>Not known yet</source>
            <translation>Noch nicht bekannt</translation>
        </message>
        <message>
            <source>Not logged in</source>
            <translation>Nicht angemeldet</translation>
        </message>
        <message>
            <source>Not logged in: you stopped it.</source>
            <translation>Nicht angemeldet: Sie haben abgebrochen.</translation>
        </message>
        <message>
            <source>Not synced, because edits could not be saved. {}</source>
            <translation>Nicht synchronisiert, weil Änderungen nicht gespeichert werden konnten. {}</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>Nichts</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>Nichts gefunden</translation>
        </message>
        <message>
            <source>Nothing here can read “{name}”.</source>
            <translation>Nichts hier kann „{name}“ lesen.</translation>
        </message>
        <message>
            <source>Nothing is sent</source>
            <translation>Nichts wird gesendet</translation>
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
            <source>Nothing was taken, because edits could not be saved. {}</source>
            <translation>Nichts wurde übernommen, weil Änderungen nicht gespeichert werden konnten. {}</translation>
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
            <source>Older changes…</source>
            <translation>Ältere Änderungen…</translation>
        </message>
        <message>
            <source>On this computer</source>
            <translation>Auf diesem Computer</translation>
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
            <source>Only capitals tell its fields “{one}” and “{other}” apart. A GeoPackage cannot hold both, so the layer is read-only in the field until one of them has another name in its source.</source>
            <translation>Seine Felder „{one}“ und „{other}“ unterscheiden sich nur in der Großschreibung. Ein GeoPackage kann nicht beide haben; darum lässt sich der Layer im Feld nicht bearbeiten, bis eines davon in der Quelle anders heißt.</translation>
        </message>
        <message>
            <source>Only its members</source>
            <translation>Nur seine Mitglieder</translation>
        </message>
        <message>
            <source>Only managers may change the QGIS project file of this project. Your local changes are kept.</source>
            <translation>Nur Verwalter dürfen die QGIS-Projektdatei dieses Projekts ändern. Ihre lokalen Änderungen bleiben erhalten.</translation>
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
            <source>Only {name} goes to the field; the others stay here: {names}.</source>
            <translation>Nur {name} geht ins Feld; die anderen bleiben hier: {names}.</translation>
        </message>
        <message>
            <source>Only: {}</source>
            <translation>Nur: {}</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Open a project and save it first.</source>
            <translation>Öffnen Sie ein Projekt und speichern Sie es zuerst.</translation>
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
            <source>Open the page again</source>
            <translation>Seite noch einmal öffnen</translation>
        </message>
        <message>
            <source>Open the project from which the package was made.</source>
            <translation>Öffnen Sie das Projekt, aus dem das Paket erstellt wurde.</translation>
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
            <source>Opens your browser; the password is typed there and nowhere else.</source>
            <translation>Öffnet Ihren Browser; das Passwort wird nur dort eingegeben.</translation>
        </message>
        <message>
            <source>Organization</source>
            <translation>Organisation</translation>
        </message>
        <message>
            <source>Organizations and teams</source>
            <translation>Organisationen und Teams</translation>
        </message>
        <message>
            <source>Organizations and teams…</source>
            <translation>Organisationen und Teams…</translation>
        </message>
        <message>
            <source>Organizations are made on the server's web pages, or by whoever runs it.</source>
            <translation>Organisationen werden auf den Webseiten des Servers angelegt, oder von seinem Betreiber.</translation>
        </message>
        <message>
            <source>Others have changed this feature meanwhile.</source>
            <translation>Andere haben dieses Objekt inzwischen geändert.</translation>
        </message>
        <message>
            <source>Others keep changing the same rows. What is left of yours is kept here; sync again.</source>
            <translation>Andere ändern immer wieder dieselben Zeilen. Was von Ihren Änderungen übrig ist, bleibt hier; synchronisieren Sie noch einmal.</translation>
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
            <source>Package for</source>
            <translation>Paket für</translation>
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
            <source>Packaging the project</source>
            <translation>Projekt paketieren</translation>
        </message>
        <message>
            <source>Packaging was cancelled. Nothing was changed.</source>
            <translation>Das Paketieren wurde abgebrochen. Nichts wurde geändert.</translation>
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
            <source>Person {}</source>
            <translation>Person {}</translation>
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
            <source>Pictures, as on the map</source>
            <translation>Bilder, wie auf der Karte</translation>
        </message>
        <message>
            <source>Port {port} of this computer is in use, perhaps by another QGIS that is logging in. Nothing was changed; finish there and try again.</source>
            <translation>Port {port} dieses Computers ist belegt, vielleicht von einem anderen QGIS, das sich gerade anmeldet. Nichts wurde geändert; schließen Sie die Anmeldung dort ab und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>Preparing the project's files</source>
            <translation>Dateien des Projekts vorbereiten</translation>
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
            <source>Public projects of others</source>
            <translation>Öffentliche Projekte anderer</translation>
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
            <source>Put this project into the cloud first.</source>
            <translation>Stellen Sie dieses Projekt zuerst in die Cloud.</translation>
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
            <source>QField cannot open ECW files.</source>
            <translation>QField kann keine ECW-Dateien öffnen.</translation>
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
            <source>QGIS cannot read the project</source>
            <translation>QGIS kann das Projekt nicht lesen</translation>
        </message>
        <message>
            <source>QGIS cannot read the tiles that it has made.</source>
            <translation>QGIS kann die Kacheln nicht lesen, die es gemacht hat.</translation>
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
            <source>Read history</source>
            <translation>Verlauf lesen</translation>
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
            <source>Reading the layers</source>
            <translation>Layer lesen</translation>
        </message>
        <message>
            <source>Reading the project's details</source>
            <translation>Angaben des Projekts lesen</translation>
        </message>
        <message>
            <source>Reading what the project is made from</source>
            <translation>Lesen, woraus das Projekt entsteht</translation>
        </message>
        <message>
            <source>Reading {name} took far too long for its size and was stopped. Nothing was changed.</source>
            <translation>{name} zu lesen dauerte für seine Größe viel zu lange und wurde abgebrochen. Nichts wurde geändert.</translation>
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
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Remove from team</source>
            <translation>Aus dem Team entfernen</translation>
        </message>
        <message>
            <source>Remove member</source>
            <translation>Mitglied entfernen</translation>
        </message>
        <message>
            <source>Remove person</source>
            <translation>Person entfernen</translation>
        </message>
        <message>
            <source>Remove {}</source>
            <translation>{} entfernen</translation>
        </message>
        <message>
            <source>Rename it to “{name}”, here and in the project: in relations, joins, forms, filters and expressions.</source>
            <translation>In „{name}“ umbenennen, hier und im Projekt: in Beziehungen, Verknüpfungen, Formularen, Filtern und Ausdrücken.</translation>
        </message>
        <message>
            <source>Rename them, and what names them in the project.</source>
            <translation>Sie umbenennen, auch dort, wo das Projekt sie nennt.</translation>
        </message>
        <message>
            <source>Repair</source>
            <translation>Reparieren</translation>
        </message>
        <message numerus="yes">
            <source>Repair %n finding(s)</source>
            <translation>
                <numerusform>%n Befund beheben</numerusform>
                <numerusform>%n Befunde beheben</numerusform>
            </translation>
        </message>
        <message>
            <source>Repair only these findings (their codes, with commas between)</source>
            <translation>Nur diese Befunde reparieren (ihre Codes, durch Kommas getrennt)</translation>
        </message>
        <message>
            <source>Repair only this</source>
            <translation>Nur diesen beheben</translation>
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
            <source>Repaired findings</source>
            <translation>Reparierte Befunde</translation>
        </message>
        <message>
            <source>Replace value</source>
            <translation>Wert ersetzen</translation>
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
            <source>Reporters add features and photos, but do not change or delete any.</source>
            <translation>Melder fügen Objekte und Fotos hinzu, ändern oder löschen aber keine.</translation>
        </message>
        <message>
            <source>Reporters may add features; they may not change or delete them. The change is kept.</source>
            <translation>Melder dürfen Objekte hinzufügen, aber nicht ändern oder löschen. Die Änderung bleibt erhalten.</translation>
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
            <source>Restore as before all shown</source>
            <translation>Wiederherstellen wie vor allen gezeigten</translation>
        </message>
        <message>
            <source>Restore as before this change</source>
            <translation>Wiederherstellen wie vor dieser Änderung</translation>
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
            <source>Restoring makes a new version; nothing is lost.</source>
            <translation>Wiederherstellen macht eine neue Version; nichts geht verloren.</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <source>Right-click a team or a member to change it.</source>
            <translation>Rechtsklick auf ein Team oder Mitglied, um es zu ändern.</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Rolle</translation>
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
            <source>Save secret</source>
            <translation>Geheimnis speichern</translation>
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
            <source>Say what a repair would do</source>
            <translation>Sagen, was eine Reparatur täte</translation>
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
            <source>Secrets</source>
            <translation>Geheimnisse</translation>
        </message>
        <message>
            <source>Select one feature of “{}” to see its history.</source>
            <translation>Wählen Sie ein Objekt von „{}“ aus, um seinen Verlauf zu sehen.</translation>
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
            <source>Sends the same change once more, for example after the layer or a role was put right.</source>
            <translation>Sendet dieselbe Änderung noch einmal, etwa nachdem der Layer oder eine Rolle berichtigt wurde.</translation>
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
            <source>Sent again; the server applies it.</source>
            <translation>Noch einmal gesendet; der Server wendet es an.</translation>
        </message>
        <message>
            <source>Sent by devices</source>
            <translation>Von Geräten gesendet</translation>
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
            <translation>Mehrere festlegen</translation>
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
            <source>Several project files in one folder</source>
            <translation>Mehrere Projektdateien in einem Ordner</translation>
        </message>
        <message>
            <source>Shared with me</source>
            <translation>Mit mir geteilt</translation>
        </message>
        <message>
            <source>Show all changes…</source>
            <translation>Alle Änderungen zeigen…</translation>
        </message>
        <message>
            <source>Show all projects</source>
            <translation>Alle Projekte zeigen</translation>
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
            <source>Show what changed since</source>
            <translation>Zeigen, was sich seither geändert hat</translation>
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
            <source>Size of a tile</source>
            <translation>Größe einer Kachel</translation>
        </message>
        <message>
            <source>Somebody else changed the same. Choose what stays.</source>
            <translation>Dasselbe zweimal geändert: Wählen Sie, was bleibt.</translation>
        </message>
        <message>
            <source>Someone changed “{name}” on the server meanwhile. Nothing was overwritten.</source>
            <translation>Jemand hat „{name}“ inzwischen auf dem Server geändert. Nichts wurde überschrieben.</translation>
        </message>
        <message>
            <source>Someone uploaded a newer version meanwhile. Nothing was overwritten; sync again.</source>
            <translation>Jemand hat inzwischen eine neuere Version hochgeladen. Nichts wurde überschrieben; synchronisieren Sie noch einmal.</translation>
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
            <source>Storage</source>
            <translation>Speicher</translation>
        </message>
        <message>
            <source>Store all paths inside of the project's folder relative to the project file.</source>
            <translation>Alle Pfade innerhalb des Projektordners relativ zur Projektdatei speichern.</translation>
        </message>
        <message>
            <source>Store its path relative to the project file.</source>
            <translation>Seinen Pfad relativ zur Projektdatei speichern.</translation>
        </message>
        <message>
            <source>Store paths relative to the project.</source>
            <translation>Pfade relativ zum Projekt speichern.</translation>
        </message>
        <message>
            <source>Stored as M value</source>
            <translation>Als M-Wert gespeichert</translation>
        </message>
        <message>
            <source>Storing the new versions</source>
            <translation>Neue Versionen ablegen</translation>
        </message>
        <message>
            <source>Storing the package</source>
            <translation>Paket ablegen</translation>
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
            <source>Tables have other names or keys on one side (“{tables}”), and no row tells which is which, while rows of them were changed on the other side. Choose one of the two files; the other one is kept.</source>
            <translation>Tabellen haben auf einer Seite andere Namen oder Schlüssel („{tables}“), und keine Zeile verrät, welche welche ist, während auf der anderen Seite Zeilen davon geändert wurden. Wählen Sie eine der beiden Dateien; die andere bleibt aufgehoben.</translation>
        </message>
        <message>
            <source>Take back instead of applying</source>
            <translation>Zurücknehmen statt anwenden</translation>
        </message>
        <message>
            <source>Take edits back</source>
            <translation>Änderungen zurückholen</translation>
        </message>
        <message>
            <source>Take edits back from a folder…</source>
            <translation>Änderungen aus einem Ordner zurückholen…</translation>
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
            <source>Take the field's</source>
            <translation>Die vom Feld nehmen</translation>
        </message>
        <message>
            <source>Take the last repair back</source>
            <translation>Die letzte Reparatur zurücknehmen</translation>
        </message>
        <message>
            <source>Take the photos along that are there already</source>
            <translation>Vorhandene Fotos mitnehmen</translation>
        </message>
        <message>
            <source>Take the values from “{name}”.</source>
            <translation>Die Werte aus „{name}“ nehmen.</translation>
        </message>
        <message>
            <source>Taken back: {rows} and {files}.</source>
            <translation>Zurückgeholt: {rows} und {files}.</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>Ziel</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>Team</translation>
        </message>
        <message>
            <source>Team or person…</source>
            <translation>Team oder Person…</translation>
        </message>
        <message>
            <source>Team {}</source>
            <translation>Team {}</translation>
        </message>
        <message>
            <source>Teams</source>
            <translation>Teams</translation>
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
            <source>The .qgz does not hold exactly one .qgs.</source>
            <translation>Die .qgz enthält nicht genau eine .qgs.</translation>
        </message>
        <message>
            <source>The GeoPackage</source>
            <translation>Das GeoPackage</translation>
        </message>
        <message>
            <source>The address of “{name}” is not encrypted (https), so nothing was sent. Tell whoever runs the server.</source>
            <translation>Die Adresse von „{name}“ ist nicht verschlüsselt (https), darum wurde nichts gesendet. Sagen Sie es dem Betreiber des Servers.</translation>
        </message>
        <message>
            <source>The algorithm was not prepared.</source>
            <translation>Der Algorithmus wurde nicht vorbereitet.</translation>
        </message>
        <message>
            <source>The area for “{who}” is not a polygon. Nothing was written.</source>
            <translation>Das Gebiet für „{who}“ ist kein Polygon. Nichts wurde geschrieben.</translation>
        </message>
        <message>
            <source>The area is not a polygon in WKT. Nothing was written.</source>
            <translation>Das Gebiet ist kein Polygon in WKT. Nichts wurde geschrieben.</translation>
        </message>
        <message>
            <source>The base map could not be drawn. {}</source>
            <translation>Die Grundkarte konnte nicht gezeichnet werden. {}</translation>
        </message>
        <message>
            <source>The base map has gaps: {reason}.</source>
            <translation>Die Grundkarte hat Lücken: {reason}.</translation>
        </message>
        <message>
            <source>The base map is the former one: {reason}.</source>
            <translation>Die Grundkarte ist die bisherige: {reason}.</translation>
        </message>
        <message>
            <source>The certificate of {host} is not trusted, so nothing was sent. {kept}; add its authority in QGIS's settings under Authentication, or ask whoever runs the server.</source>
            <translation>Dem Zertifikat von {host} wird nicht vertraut, darum wurde nichts gesendet. {kept}; fügen Sie die Zertifizierungsstelle in den QGIS-Einstellungen unter Authentifizierung hinzu, oder fragen Sie den Betreiber des Servers.</translation>
        </message>
        <message>
            <source>The changes are being compared.</source>
            <translation>Die Änderungen werden verglichen.</translation>
        </message>
        <message>
            <source>The changes break a rule of {name} ({error}). Nothing was changed.</source>
            <translation>Die Änderungen verletzen eine Regel von {name} ({error}). Nichts wurde geändert.</translation>
        </message>
        <message>
            <source>The changes break a rule of “{table}” ({error}). Nothing was changed.</source>
            <translation>Die Änderungen verletzen eine Regel von „{table}“ ({error}). Nichts wurde geändert.</translation>
        </message>
        <message>
            <source>The changes could not be compared</source>
            <translation>Die Änderungen konnten nicht verglichen werden</translation>
        </message>
        <message>
            <source>The changes refer from “{child}” to a row of “{parent}” that is not there ({key}). Nothing was changed.</source>
            <translation>Die Änderungen verweisen von „{child}“ auf eine Zeile von „{parent}“, die es nicht gibt ({key}). Nichts wurde geändert.</translation>
        </message>
        <message>
            <source>The changes remove a row of “{parent}” ({key}) that “{child}” still refers to. Nothing was changed.</source>
            <translation>Die Änderungen entfernen eine Zeile von „{parent}“ ({key}), auf die „{child}“ noch verweist. Nichts wurde geändert.</translation>
        </message>
        <message>
            <source>The changeset is damaged ({error}).</source>
            <translation>Der Änderungssatz ist beschädigt ({error}).</translation>
        </message>
        <message>
            <source>The changeset is damaged: its checksum does not fit.</source>
            <translation>Der Änderungssatz ist beschädigt: Seine Prüfsumme stimmt nicht.</translation>
        </message>
        <message>
            <source>The cloud project was deleted. Your local files are untouched.</source>
            <translation>Das Cloud-Projekt wurde gelöscht. Ihre lokalen Dateien sind unberührt.</translation>
        </message>
        <message>
            <source>The columns of “{table}” differ between the two changesets.</source>
            <translation>Die Spalten von „{table}“ sind in den beiden Änderungssätzen verschieden.</translation>
        </message>
        <message>
            <source>The columns of “{table}” differ between the two files.</source>
            <translation>Die Spalten von „{table}“ sind in den beiden Dateien verschieden.</translation>
        </message>
        <message>
            <source>The connection ended before “{name}” was complete. Sync again to go on.</source>
            <translation>Die Verbindung brach ab, bevor „{name}“ vollständig war. Synchronisieren Sie noch einmal, dann geht es weiter.</translation>
        </message>
        <message>
            <source>The copy of “{file}” in .qfieldcloud/base is gone. Nothing was decided; sync first.</source>
            <translation>Die Kopie von „{file}“ in .qfieldcloud/base ist fort. Nichts wurde entschieden; synchronisieren Sie zuerst.</translation>
        </message>
        <message>
            <source>The copy of “{name}” in .qfieldcloud/base is gone. Your file is untouched.</source>
            <translation>Die Kopie von „{name}“ in .qfieldcloud/base ist fort. Ihre Datei ist unverändert.</translation>
        </message>
        <message>
            <source>The data changed again and again while being packaged. Try again.</source>
            <translation>Die Daten wurden während des Paketierens immer wieder geändert. Versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>The definition of “{name}” is not one that is allowed.</source>
            <translation>Die Definition von „{name}“ ist keine erlaubte.</translation>
        </message>
        <message>
            <source>The definition of “{name}” makes something else.</source>
            <translation>Die Definition von „{name}“ erzeugt etwas anderes.</translation>
        </message>
        <message>
            <source>The definition of “{table}” is too unusual to be changed automatically.</source>
            <translation>Die Definition von „{table}“ ist zu ungewöhnlich, um automatisch geändert zu werden.</translation>
        </message>
        <message>
            <source>The delta does not say what it knew, so it cannot be seen whether others changed it.</source>
            <translation>Das Delta sagt nicht, was es wusste; darum ist nicht zu sehen, ob andere etwas geändert haben.</translation>
        </message>
        <message>
            <source>The delta does not say what to change.</source>
            <translation>Das Delta sagt nicht, was zu ändern ist.</translation>
        </message>
        <message>
            <source>The delta does not say what to create.</source>
            <translation>Das Delta sagt nicht, was anzulegen ist.</translation>
        </message>
        <message>
            <source>The disk failed while working on {name}. It was left as it was.</source>
            <translation>Der Datenträger hat beim Arbeiten an {name} versagt. Es blieb, wie es war.</translation>
        </message>
        <message>
            <source>The disk is full. Nothing was lost; free some space and sync again.</source>
            <translation>Der Datenträger ist voll. Nichts ging verloren; schaffen Sie Platz und synchronisieren Sie noch einmal.</translation>
        </message>
        <message>
            <source>The disk is full. {name} was left as it was; free some space and try again.</source>
            <translation>Der Datenträger ist voll. {name} blieb, wie es war; schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>The disk is full. “{name}” was left as it was; free some space and sync again.</source>
            <translation>Der Datenträger ist voll. „{name}“ blieb, wie es war; schaffen Sie Platz und synchronisieren Sie noch einmal.</translation>
        </message>
        <message>
            <source>The feature did not read back as it was written: a trigger or something like it kept it out.</source>
            <translation>Das Objekt wurde nicht so zurückgelesen, wie es geschrieben wurde: Ein Trigger oder Ähnliches hat es abgehalten.</translation>
        </message>
        <message>
            <source>The feature refers to another one that is not there.</source>
            <translation>Das Objekt verweist auf ein anderes, das es nicht gibt.</translation>
        </message>
        <message>
            <source>The feature refers to one that is not there, or others still refer to it.</source>
            <translation>Das Objekt verweist auf eines, das es nicht gibt, oder andere verweisen noch darauf.</translation>
        </message>
        <message>
            <source>The file is XML, but not a QGIS project.</source>
            <translation>Die Datei ist XML, aber kein QGIS-Projekt.</translation>
        </message>
        <message>
            <source>The file travels the first time and is not overwritten afterwards.</source>
            <translation>Die Datei reist beim ersten Mal und wird danach nicht überschrieben.</translation>
        </message>
        <message>
            <source>The files in its folder stay as they are, with all edits that were not sent. The cloud project stays on its server. Nothing is synced until you put the project into a cloud again, where it is a new one.</source>
            <translation>Die Dateien in seinem Ordner bleiben, wie sie sind, mit allen Änderungen, die nicht gesendet wurden. Das Cloud-Projekt bleibt auf seinem Server. Nichts wird synchronisiert, bis Sie das Projekt wieder in eine Cloud stellen, wo es ein neues ist.</translation>
        </message>
        <message>
            <source>The files stay where they are; a copy goes to the server and is kept in step.</source>
            <translation>Die Dateien bleiben, wo sie sind; eine Kopie geht auf den Server und wird abgeglichen.</translation>
        </message>
        <message>
            <source>The folder is in no cloud any more. Its files stayed as they were.</source>
            <translation>Der Ordner ist in keiner Cloud mehr. Seine Dateien blieben, wie sie waren.</translation>
        </message>
        <message>
            <source>The folder that came back</source>
            <translation>Der Ordner, der zurückkam</translation>
        </message>
        <message>
            <source>The folder “{folder}” could not be written ({reason}). Choose another one, or make room.</source>
            <translation>Der Ordner „{folder}“ konnte nicht geschrieben werden ({reason}). Wählen Sie einen anderen, oder schaffen Sie Platz.</translation>
        </message>
        <message>
            <source>The folder “{folder}” is not linked to a cloud project.</source>
            <translation>Der Ordner „{folder}“ ist mit keinem Cloud-Projekt verbunden.</translation>
        </message>
        <message>
            <source>The folder's sync state (.qfieldcloud/state.db) is damaged. Your files are untouched: rename the folder .qfieldcloud and link this folder to its cloud project again.</source>
            <translation>Der Synchronisierungsstand des Ordners (.qfieldcloud/state.db) ist beschädigt. Ihre Dateien sind unverändert: Benennen Sie den Ordner .qfieldcloud um und verbinden Sie diesen Ordner neu mit seinem Cloud-Projekt.</translation>
        </message>
        <message>
            <source>The folder's sync state cannot be used ({text}). Your files are untouched.</source>
            <translation>Der Synchronisierungsstand des Ordners lässt sich nicht verwenden ({text}). Ihre Dateien sind unverändert.</translation>
        </message>
        <message>
            <source>The geometry cannot be stored: {error}</source>
            <translation>Die Geometrie kann nicht gespeichert werden: {error}</translation>
        </message>
        <message>
            <source>The identity provider wants to answer to “{host}”, which is not this computer. Nothing was sent; whoever runs the server must set its redirect to localhost.</source>
            <translation>Der Identitätsanbieter will an „{host}“ antworten, und das ist nicht dieser Computer. Nichts wurde gesendet; wer den Server betreibt, muss die Weiterleitung auf localhost setzen.</translation>
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
            <source>The kept login cannot be read any more. Please log in again.</source>
            <translation>Die gemerkte Anmeldung lässt sich nicht mehr lesen. Bitte melden Sie sich neu an.</translation>
        </message>
        <message>
            <source>The key “{key}” cannot become empty.</source>
            <translation>Der Schlüssel „{key}“ darf nicht leer werden.</translation>
        </message>
        <message>
            <source>The layer chooses “{column}” itself and cannot tell what it chose.</source>
            <translation>Der Layer wählt „{column}“ selbst und kann nicht sagen, was er gewählt hat.</translation>
        </message>
        <message>
            <source>The layer could not be written: {text}.</source>
            <translation>Der Layer konnte nicht geschrieben werden: {text}.</translation>
        </message>
        <message>
            <source>The layer does not accept this feature: {text}.</source>
            <translation>Der Layer nimmt dieses Objekt nicht an: {text}.</translation>
        </message>
        <message>
            <source>The layer of this change is no longer in the project. Nothing was undone.</source>
            <translation>Der Layer dieser Änderung ist nicht mehr im Projekt. Nichts wurde rückgängig gemacht.</translation>
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
            <source>The link is in the clipboard.</source>
            <translation>Der Link ist in der Zwischenablage.</translation>
        </message>
        <message>
            <source>The list of values of “{field}” comes from a layer that is not in the project.</source>
            <translation>Die Werteliste von „{field}“ kommt aus einem Layer, der nicht im Projekt ist.</translation>
        </message>
        <message>
            <source>The list of values of “{field}” comes from “{layer}”, which is not packaged.</source>
            <translation>Die Werteliste von „{field}“ kommt aus „{layer}“, der nicht paketiert wird.</translation>
        </message>
        <message>
            <source>The list of values of “{field}” uses the field “{name}”, which “{layer}” does not have.</source>
            <translation>Die Werteliste von „{field}“ verwendet das Feld „{name}“, das „{layer}“ nicht hat.</translation>
        </message>
        <message>
            <source>The login at “{name}” has ended. Your local changes are kept; log in again.</source>
            <translation>Die Anmeldung bei „{name}“ ist abgelaufen. Ihre lokalen Änderungen bleiben erhalten; melden Sie sich wieder an.</translation>
        </message>
        <message>
            <source>The login at “{name}” was declined. Nothing was changed.</source>
            <translation>Die Anmeldung bei „{name}“ wurde abgelehnt. Nichts wurde geändert.</translation>
        </message>
        <message>
            <source>The login did not work. You can close this page and go back to QGIS.</source>
            <translation>Die Anmeldung hat nicht geklappt. Sie können diese Seite schließen und zu QGIS zurückkehren.</translation>
        </message>
        <message>
            <source>The login is removed from this computer. Projects, here and on the server, stay as they are.</source>
            <translation>Die Anmeldung wird von diesem Computer entfernt. Projekte bleiben, wie sie sind, hier und auf dem Server.</translation>
        </message>
        <message>
            <source>The name of the primary key “{key}” holds a comma, so the table is read-only in the field.</source>
            <translation>Der Name des Primärschlüssels „{key}“ enthält ein Komma; darum ist die Tabelle im Feld schreibgeschützt.</translation>
        </message>
        <message>
            <source>The open project</source>
            <translation>Dem offenen Projekt</translation>
        </message>
        <message>
            <source>The open project has unsaved changes. Save them first?</source>
            <translation>Das offene Projekt hat ungespeicherte Änderungen. Zuerst speichern?</translation>
        </message>
        <message>
            <source>The open project is in the cloud already.</source>
            <translation>Das offene Projekt ist schon in der Cloud.</translation>
        </message>
        <message>
            <source>The open project is not in the cloud.</source>
            <translation>Das offene Projekt ist nicht in der Cloud.</translation>
        </message>
        <message>
            <source>The owner can do everything.</source>
            <translation>Der Eigentümer darf alles.</translation>
        </message>
        <message>
            <source>The owner's account is not active. The change is kept and waits until it is.</source>
            <translation>Das Konto des Eigentümers ist nicht aktiv. Die Änderung bleibt erhalten und wartet, bis es das ist.</translation>
        </message>
        <message>
            <source>The owner's plan does not allow this. Your local changes are kept.</source>
            <translation>Der Tarif des Eigentümers erlaubt das nicht. Ihre lokalen Änderungen bleiben erhalten.</translation>
        </message>
        <message>
            <source>The owner's subscription is not active. Your local changes are kept.</source>
            <translation>Das Abonnement des Eigentümers ist nicht aktiv. Ihre lokalen Änderungen bleiben erhalten.</translation>
        </message>
        <message>
            <source>The package</source>
            <translation>Das Paket</translation>
        </message>
        <message>
            <source>The package has no base map: {reason}. “Package for QField…” in QGIS draws it and adds it.</source>
            <translation>Das Paket hat keine Grundkarte: {reason}. „Für QField paketieren…“ in QGIS zeichnet sie und fügt sie hinzu.</translation>
        </message>
        <message>
            <source>The project asks for a base map, and there is none in it. “Package for QField…” in QGIS draws it and adds it.</source>
            <translation>Das Projekt verlangt eine Grundkarte, hat aber keine. „Für QField paketieren…“ in QGIS zeichnet sie und fügt sie hinzu.</translation>
        </message>
        <message>
            <source>The project asks for a base map, but its layer or theme is not there. Choose one on the page “QField” of the project's properties.</source>
            <translation>Das Projekt verlangt eine Grundkarte, aber ihr Layer oder Thema fehlt. Wählen Sie eines auf der Seite „QField“ der Projekteigenschaften.</translation>
        </message>
        <message>
            <source>The project cannot be read</source>
            <translation>Das Projekt kann nicht gelesen werden</translation>
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
            <source>The project has a home folder of its own</source>
            <translation>Das Projekt hat einen eigenen Startordner</translation>
        </message>
        <message>
            <source>The project has no layer with the id “{layer_id}”.</source>
            <translation>Das Projekt hat keinen Layer mit der ID „{layer_id}“.</translation>
        </message>
        <message>
            <source>The project is as it was then.</source>
            <translation>Das Projekt ist so, wie es damals war.</translation>
        </message>
        <message>
            <source>The project it is embedded from is not in the folder.</source>
            <translation>Das Projekt, aus dem er eingebettet ist, liegt nicht im Ordner.</translation>
        </message>
        <message>
            <source>The project stores absolute paths</source>
            <translation>Das Projekt speichert absolute Pfade</translation>
        </message>
        <message>
            <source>The project that is cloned</source>
            <translation>Das Projekt, das geklont wird</translation>
        </message>
        <message>
            <source>The project's XML declares or uses entities; QGIS never writes them, so it is refused.</source>
            <translation>Das XML des Projekts enthält Entities; QGIS schreibt nie welche, darum wird es abgelehnt.</translation>
        </message>
        <message>
            <source>The project's XML has more than {most} elements.</source>
            <translation>Das XML des Projekts hat mehr als {most} Elemente.</translation>
        </message>
        <message>
            <source>The project's XML is broken: {error}.</source>
            <translation>Das XML des Projekts ist kaputt: {error}.</translation>
        </message>
        <message>
            <source>The project's XML is empty.</source>
            <translation>Das XML des Projekts ist leer.</translation>
        </message>
        <message>
            <source>The project's XML is larger than {mebibytes} MiB.</source>
            <translation>Das XML des Projekts ist größer als {mebibytes} MiB.</translation>
        </message>
        <message>
            <source>The project's XML is nested more than {most} levels deep.</source>
            <translation>Das XML des Projekts ist tiefer als {most} Ebenen verschachtelt.</translation>
        </message>
        <message>
            <source>The project's XML is not UTF-8, which is the only encoding QGIS writes.</source>
            <translation>Das XML des Projekts ist nicht UTF-8; etwas anderes schreibt QGIS nicht.</translation>
        </message>
        <message>
            <source>The project's areas for teams and persons cannot be read. Set them again in QGIS.</source>
            <translation>Die Gebiete des Projekts für Teams und Personen lassen sich nicht lesen. Legen Sie sie in QGIS neu fest.</translation>
        </message>
        <message>
            <source>The projects could not be fetched</source>
            <translation>Die Projekte konnten nicht geholt werden</translation>
        </message>
        <message>
            <source>The proxy asks for a name and password. Check QGIS's network settings.</source>
            <translation>Der Proxy verlangt Name und Passwort. Prüfen Sie die Netzwerkeinstellungen von QGIS.</translation>
        </message>
        <message>
            <source>The proxy does not let us through to {host}. {kept}; check QGIS's network settings.</source>
            <translation>Der Proxy lässt uns nicht zu {host}. {kept}; prüfen Sie die Netzwerkeinstellungen von QGIS.</translation>
        </message>
        <message>
            <source>The server applies the changes</source>
            <translation>Der Server wendet die Änderungen an</translation>
        </message>
        <message>
            <source>The server cannot read the QGIS project file. It was not uploaded.</source>
            <translation>Der Server kann die QGIS-Projektdatei nicht lesen. Sie wurde nicht hochgeladen.</translation>
        </message>
        <message>
            <source>The server copies files and settings; versions, people and edits stay behind.</source>
            <translation>Der Server kopiert Dateien und Einstellungen; Versionen, Personen und Änderungen bleiben zurück.</translation>
        </message>
        <message>
            <source>The server could not make the package. {}</source>
            <translation>Der Server konnte das Paket nicht erstellen. {}</translation>
        </message>
        <message>
            <source>The server did not keep “{name}” as it was sent ({size} bytes). Your file is untouched; sync again.</source>
            <translation>Der Server hat „{name}“ nicht so gespeichert, wie es gesendet wurde ({size} Bytes). Ihre Datei ist unverändert; synchronisieren Sie noch einmal.</translation>
        </message>
        <message>
            <source>The server did not take this change.</source>
            <translation>Der Server hat diese Änderung nicht angenommen.</translation>
        </message>
        <message>
            <source>The server does not know this change (any more). Nothing was undone.</source>
            <translation>Der Server kennt diese Änderung nicht (mehr). Nichts wurde rückgängig gemacht.</translation>
        </message>
        <message>
            <source>The server does not say enough about “{name}” to log in there. Nothing was sent; tell whoever runs the server.</source>
            <translation>Der Server sagt nicht genug über „{name}“, um sich dort anzumelden. Nichts wurde gesendet; sagen Sie es dem Betreiber des Servers.</translation>
        </message>
        <message>
            <source>The server failed (HTTP {status}). Your local changes are kept; please try again later.</source>
            <translation>Auf dem Server ist ein Fehler aufgetreten (HTTP {status}). Ihre lokalen Änderungen bleiben erhalten; bitte später noch einmal versuchen.</translation>
        </message>
        <message>
            <source>The server has gone back to an older version.</source>
            <translation>Der Server ist zu einer älteren Version zurückgekehrt.</translation>
        </message>
        <message>
            <source>The server has written no log yet.</source>
            <translation>Der Server hat noch kein Protokoll geschrieben.</translation>
        </message>
        <message>
            <source>The server has your changes but has not applied them yet; sync again later.</source>
            <translation>Der Server hat Ihre Änderungen, hat sie aber noch nicht angewendet; synchronisieren Sie später noch einmal.</translation>
        </message>
        <message>
            <source>The server is busy. Your local changes are kept; please try again in a moment.</source>
            <translation>Der Server ist beschäftigt. Ihre lokalen Änderungen bleiben erhalten; bitte gleich noch einmal versuchen.</translation>
        </message>
        <message>
            <source>The server keeps edits of {kind} files from the field, but cannot write them.</source>
            <translation>Der Server bewahrt Änderungen an {kind}-Dateien aus dem Feld auf, kann sie aber nicht schreiben.</translation>
        </message>
        <message>
            <source>The server keeps no earlier version of this file.</source>
            <translation>Der Server hat keine frühere Version dieser Datei.</translation>
        </message>
        <message>
            <source>The server no longer has this version of “{name}”.</source>
            <translation>Der Server hat diese Version von „{name}“ nicht mehr.</translation>
        </message>
        <message>
            <source>The server refused the request (HTTP {status}, {code}). Nothing was changed.</source>
            <translation>Der Server hat die Anfrage abgelehnt (HTTP {status}, {code}). Nichts wurde geändert.</translation>
        </message>
        <message>
            <source>The server refused the request (HTTP {status}, {code}): {detail}. Nothing was changed.</source>
            <translation>Der Server hat die Anfrage abgelehnt (HTTP {status}, {code}): {detail}. Nichts wurde geändert.</translation>
        </message>
        <message>
            <source>The server reported success, but its new version does not hold this change.</source>
            <translation>Der Server hat Erfolg gemeldet, aber seine neue Version enthält diese Änderung nicht.</translation>
        </message>
        <message>
            <source>The server sends requests on to “{target}”. Use that address as the server's address instead.</source>
            <translation>Der Server leitet Anfragen an „{target}“ weiter. Verwenden Sie diese Adresse als Adresse des Servers.</translation>
        </message>
        <message>
            <source>The server works here: it packages projects and applies changes.</source>
            <translation>Hier arbeitet der Server: Er paketiert Projekte und wendet Änderungen an.</translation>
        </message>
        <message>
            <source>The server's answer lacks “{what}”: it is not a QFieldCloud server, or a much older one. Nothing was changed.</source>
            <translation>Der Antwort des Servers fehlt „{what}“: Es ist kein QFieldCloud-Server oder ein viel älterer. Nichts wurde geändert.</translation>
        </message>
        <message>
            <source>The server, or a proxy before it, refuses what is this large. Your local changes are kept; ask whoever runs the server to allow larger requests.</source>
            <translation>Der Server oder ein Proxy davor nimmt nichts so Großes an. Ihre lokalen Änderungen bleiben erhalten; bitten Sie, wer den Server betreibt, größere Anfragen zu erlauben.</translation>
        </message>
        <message>
            <source>The session has ended. Your local changes are kept; log in again and they can be synchronized.</source>
            <translation>Die Sitzung ist abgelaufen. Ihre lokalen Änderungen bleiben erhalten; melden Sie sich wieder an, um sie zu synchronisieren.</translation>
        </message>
        <message>
            <source>The storage of the project's owner is full. Your local changes are kept; delete old versions or files, or ask the owner for more space, then sync again.</source>
            <translation>Der Speicher des Projekteigentümers ist voll. Ihre lokalen Änderungen bleiben erhalten; löschen Sie alte Versionen oder Dateien, oder bitten Sie den Eigentümer um mehr Platz, und synchronisieren Sie dann wieder.</translation>
        </message>
        <message>
            <source>The table has no integer primary key, so it is read-only in the field.</source>
            <translation>Die Tabelle hat keinen ganzzahligen Primärschlüssel und ist darum im Feld schreibgeschützt.</translation>
        </message>
        <message>
            <source>The table has several columns as primary key, so it is read-only in the field.</source>
            <translation>Der Primärschlüssel der Tabelle hat mehrere Spalten; darum ist sie im Feld schreibgeschützt.</translation>
        </message>
        <message>
            <source>The table “{table}” does not have {what}. Nothing was changed.</source>
            <translation>Die Tabelle „{table}“ hat {what} nicht. Nichts wurde geändert.</translation>
        </message>
        <message>
            <source>The two changesets do not start from the same state of “{table}”.</source>
            <translation>Die beiden Änderungssätze gehen nicht vom selben Stand von „{table}“ aus.</translation>
        </message>
        <message>
            <source>The value is in the clipboard.</source>
            <translation>Der Wert ist in der Zwischenablage.</translation>
        </message>
        <message>
            <source>The value of “{column}” does not fit: {error}.</source>
            <translation>Der Wert von „{column}“ passt nicht: {error}.</translation>
        </message>
        <message>
            <source>The value, for example a password</source>
            <translation>Der Wert, zum Beispiel ein Passwort</translation>
        </message>
        <message>
            <source>The whole file was changed on both sides.</source>
            <translation>Die ganze Datei wurde auf beiden Seiten geändert.</translation>
        </message>
        <message>
            <source>The zip holds a file with the name “{name}”, which leads out of it.</source>
            <translation>Die Zip-Datei enthält eine Datei namens „{name}“, die aus ihr hinausführt.</translation>
        </message>
        <message>
            <source>The zip holds more than {most} files.</source>
            <translation>Die Zip-Datei enthält mehr als {most} Dateien.</translation>
        </message>
        <message>
            <source>The zip holds two files of the same name.</source>
            <translation>Die Zip-Datei enthält zwei Dateien desselben Namens.</translation>
        </message>
        <message>
            <source>The zip is encrypted.</source>
            <translation>Die Zip-Datei ist verschlüsselt.</translation>
        </message>
        <message>
            <source>The {kind} “{name}” is not defined as the changes expect. Nothing was changed.</source>
            <translation>„{name}“ ({kind}) ist nicht so definiert, wie die Änderungen es erwarten. Nichts wurde geändert.</translation>
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
            <source>There is no project file “{name}”.</source>
            <translation>Es gibt keine Projektdatei „{name}“.</translation>
        </message>
        <message>
            <source>There is no table “{table}” to change. Nothing was changed.</source>
            <translation>Es gibt keine Tabelle „{table}“ zu ändern. Nichts wurde geändert.</translation>
        </message>
        <message>
            <source>There is nothing to be seen in its area, or a service does not answer.</source>
            <translation>In ihrem Gebiet ist nichts zu sehen, oder ein Dienst antwortet nicht.</translation>
        </message>
        <message>
            <source>There is nothing to draw yet</source>
            <translation>Es gibt noch nichts zu zeichnen</translation>
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
            <source>They are gone on one side, here or on the server. If that was a mistake, cancel and put them back. Else they are deleted on the other side too, for everybody.</source>
            <translation>Sie sind auf einer Seite fort, hier oder auf dem Server. War das ein Versehen, brechen Sie ab und legen Sie sie zurück. Sonst werden sie auch auf der anderen Seite gelöscht, für alle.</translation>
        </message>
        <message>
            <source>They are removed for everybody and cannot be brought back. The current files stay.</source>
            <translation>Sie werden für alle entfernt und können nicht zurückgeholt werden. Die jetzigen Dateien bleiben.</translation>
        </message>
        <message>
            <source>They lead nowhere on a phone or on a server.</source>
            <translation>Sie führen auf einem Telefon oder einem Server ins Leere.</translation>
        </message>
        <message>
            <source>This change was applied or is on its way; it is not sent twice.</source>
            <translation>Diese Änderung wurde angewendet oder ist unterwegs; sie wird nicht zweimal gesendet.</translation>
        </message>
        <message>
            <source>This change was never applied, so there is nothing to undo.</source>
            <translation>Diese Änderung wurde nie angewendet; es gibt nichts rückgängig zu machen.</translation>
        </message>
        <message>
            <source>This changeset has format {version}, of which this version knows nothing. Please update.</source>
            <translation>Dieser Änderungssatz hat das Format {version}, das diese Version nicht kennt. Bitte aktualisieren.</translation>
        </message>
        <message>
            <source>This cloud project has no QGIS project file yet. Upload one first.</source>
            <translation>Dieses Cloud-Projekt hat noch keine QGIS-Projektdatei. Laden Sie zuerst eine hoch.</translation>
        </message>
        <message>
            <source>This cloud project was deleted, or this account has no role in it any more. Your files and edits are kept here; ask its owner, or choose “Unlink from the cloud…” and put the project into the cloud anew.</source>
            <translation>Dieses Cloud-Projekt wurde gelöscht, oder dieses Konto hat keine Rolle mehr darin. Ihre Dateien und Änderungen bleiben hier; fragen Sie den Eigentümer, oder wählen Sie „Aus der Cloud lösen…“ und stellen Sie das Projekt neu in die Cloud.</translation>
        </message>
        <message>
            <source>This feature</source>
            <translation>Dieses Objekt</translation>
        </message>
        <message>
            <source>This feature was created before.</source>
            <translation>Dieses Objekt wurde schon angelegt.</translation>
        </message>
        <message>
            <source>This feature was not saved yet, so it has no history.</source>
            <translation>Dieses Objekt wurde noch nicht gespeichert und hat darum keinen Verlauf.</translation>
        </message>
        <message>
            <source>This folder belongs to a cloud project already.</source>
            <translation>Dieser Ordner gehört schon zu einem Cloud-Projekt.</translation>
        </message>
        <message>
            <source>This folder belongs to a project on {server}. Log in there to synchronize it, or choose “Unlink from the cloud…” to put it on another server.</source>
            <translation>Dieser Ordner gehört zu einem Projekt auf {server}. Melden Sie sich dort an, um ihn zu synchronisieren, oder wählen Sie „Aus der Cloud lösen…“, um ihn auf einen anderen Server zu stellen.</translation>
        </message>
        <message>
            <source>This folder holds several QGIS project files; choose the one that belongs to the cloud.</source>
            <translation>Dieser Ordner enthält mehrere QGIS-Projektdateien; wählen Sie die, die in die Cloud gehört.</translation>
        </message>
        <message>
            <source>This folder is not empty. Choose another one, or let it be replaced.</source>
            <translation>Dieser Ordner ist nicht leer. Wählen Sie einen anderen oder lassen Sie ihn ersetzen.</translation>
        </message>
        <message>
            <source>This folder is not linked to a cloud project.</source>
            <translation>Dieser Ordner ist mit keinem Cloud-Projekt verbunden.</translation>
        </message>
        <message>
            <source>This is not a changeset.</source>
            <translation>Das ist kein Änderungssatz.</translation>
        </message>
        <message>
            <source>This is not a valid delta file: {reason}.</source>
            <translation>Das ist keine gültige Delta-Datei: {reason}.</translation>
        </message>
        <message>
            <source>This is not the address of a server. It looks like https://cloud.example.org</source>
            <translation>Das ist keine Adresse eines Servers. Sie sieht so aus: https://cloud.example.org</translation>
        </message>
        <message>
            <source>This is what devices will find.</source>
            <translation>Das finden die Geräte vor.</translation>
        </message>
        <message>
            <source>This only weighs it: on the server, everyone gets the package with their own area.</source>
            <translation>Nur zum Abschätzen: Vom Server bekommen alle das Paket mit ihrem eigenen Gebiet.</translation>
        </message>
        <message>
            <source>This project folder is being synchronized by {program}. Nothing was done; try again when it has finished.</source>
            <translation>Dieser Projektordner wird gerade von {program} synchronisiert. Nichts wurde getan; versuchen Sie es wieder, wenn das fertig ist.</translation>
        </message>
        <message>
            <source>This project folder is in use by another program. Try again when that has finished.</source>
            <translation>Dieser Projektordner wird von einem anderen Programm benutzt. Versuchen Sie es wieder, wenn das fertig ist.</translation>
        </message>
        <message>
            <source>This project folder was used with a newer version of the plugin. Nothing was changed; please update the plugin.</source>
            <translation>Dieser Projektordner wurde mit einer neueren Version des Plugins benutzt. Nichts wurde geändert; bitte aktualisieren Sie das Plugin.</translation>
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
            <source>This server cannot clone: “{name}” was made, but it is empty. Download the other project and put it into the cloud under the new name instead.</source>
            <translation>Dieser Server kann nicht klonen: „{name}“ wurde angelegt, ist aber leer. Laden Sie stattdessen das andere Projekt herunter und stellen Sie es unter dem neuen Namen in die Cloud.</translation>
        </message>
        <message>
            <source>This server cannot tell single rows; they are compared when you sync.</source>
            <translation>Dieser Server kennt keine einzelnen Zeilen; sie werden beim Synchronisieren verglichen.</translation>
        </message>
        <message>
            <source>This server does not keep the history of single rows.</source>
            <translation>Dieser Server führt keinen Verlauf einzelner Zeilen.</translation>
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
            <source>This was sent again with further edits, which were applied instead.</source>
            <translation>Dies wurde mit weiteren Änderungen noch einmal gesendet; diese wurden stattdessen angewendet.</translation>
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
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Bis</translation>
        </message>
        <message>
            <source>To log in with another browser of this computer.</source>
            <translation>Um sich in einem anderen Browser dieses Computers anzumelden.</translation>
        </message>
        <message>
            <source>To zoom level</source>
            <translation>Bis Zoomstufe</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Heute</translation>
        </message>
        <message>
            <source>Token</source>
            <translation>Token</translation>
        </message>
        <message>
            <source>Too many wrong passwords: the server refuses this account for a while. Try again in half an hour.</source>
            <translation>Zu viele falsche Passwörter: Der Server sperrt dieses Konto eine Weile. Versuchen Sie es in einer halben Stunde wieder.</translation>
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
            <source>Unable to change attribute “{column}”: the layer “{table}” has no such field.</source>
            <translation>Attribut „{column}“ kann nicht geändert werden: Der Layer „{table}“ hat kein solches Feld.</translation>
        </message>
        <message>
            <source>Unable to find feature: nothing in “{table}” has “{column}” = {key!r}.</source>
            <translation>Objekt nicht gefunden: Nichts in „{table}“ hat „{column}“ = {key!r}.</translation>
        </message>
        <message>
            <source>Unable to find feature: the delta names no key, and its creation has not arrived here.</source>
            <translation>Objekt nicht gefunden: Das Delta nennt keinen Schlüssel, und seine Anlage ist hier nicht angekommen.</translation>
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
            <source>Unlink</source>
            <translation>Lösen</translation>
        </message>
        <message>
            <source>Unlink from the cloud</source>
            <translation>Aus der Cloud lösen</translation>
        </message>
        <message>
            <source>Unlink from the cloud…</source>
            <translation>Aus der Cloud lösen…</translation>
        </message>
        <message>
            <source>Unlink “{}” from its cloud project?</source>
            <translation>„{}“ von seinem Cloud-Projekt lösen?</translation>
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
            <source>Username</source>
            <translation>Benutzername</translation>
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
            <source>Values before, mine, theirs, and the result</source>
            <translation>Werte vorher, meine, andere und das Ergebnis</translation>
        </message>
        <message>
            <source>Values changed by both</source>
            <translation>Von beiden geänderte Werte</translation>
        </message>
        <message>
            <source>Vector tiles are made of vector layers, and there is none. Choose pictures instead.</source>
            <translation>Vektorkacheln entstehen aus Vektorlayern, und es gibt keinen. Wählen Sie stattdessen Bilder.</translation>
        </message>
        <message>
            <source>Vector tiles: small, and sharp at every scale</source>
            <translation>Vektorkacheln: klein, und scharf in jedem Maßstab</translation>
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
            <source>Waiting, {} left</source>
            <translation>Wartet, noch {}</translation>
        </message>
        <message>
            <source>Warnings</source>
            <translation>Warnungen</translation>
        </message>
        <message>
            <source>What differs is shown once the server has answered.</source>
            <translation>Was verschieden ist, erscheint, sobald der Server geantwortet hat.</translation>
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
            <source>What to do</source>
            <translation>Was zu tun ist</translation>
        </message>
        <message>
            <source>What was kept, and what it replaced, newest first.</source>
            <translation>Was blieb, und was es ersetzt hat, das Neueste zuerst.</translation>
        </message>
        <message>
            <source>What you undo here goes back to what it was then, as a new version.</source>
            <translation>Was Sie hier rückgängig machen, wird wieder, was es damals war, als neue Version.</translation>
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
            <source>Who joins {}?</source>
            <translation>Wer kommt zu {}?</translation>
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
            <source>Without a field “fid” the rows of {kind} files cannot be told apart: in the field they are read-only.</source>
            <translation>Ohne ein Feld „fid“ lassen sich die Zeilen von {kind}-Dateien nicht unterscheiden: Im Feld sind sie schreibgeschützt.</translation>
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
            <source>Would be deleted. Confirm it, because the project itself or most of its files are gone on one side.</source>
            <translation>Würde gelöscht. Bestätigen Sie es, denn das Projekt selbst oder die meisten seiner Dateien sind auf einer Seite fort.</translation>
        </message>
        <message>
            <source>Write its rows into a new GeoPackage and use that.</source>
            <translation>Die Zeilen in ein neues GeoPackage schreiben und dieses verwenden.</translation>
        </message>
        <message>
            <source>Write the rows that it shows now into a new GeoPackage and use that instead of the source.</source>
            <translation>Die Zeilen, die er jetzt zeigt, in ein neues GeoPackage schreiben und dieses statt der Quelle verwenden.</translation>
        </message>
        <message>
            <source>Writes what QField needs of a project into a folder: the project, its offline layers and its files.
Layer actions are those that were set in the project. The project itself is not changed.</source>
            <translation>Schreibt in einen Ordner, was QField von einem Projekt braucht: das Projekt, seine Offline-Layer und seine Dateien.
Es gelten die Layeraktionen, die im Projekt eingestellt sind. Das Projekt selbst wird nicht geändert.</translation>
        </message>
        <message>
            <source>Writing the feature took longer than {seconds} seconds and was stopped.</source>
            <translation>Das Schreiben des Objekts dauerte länger als {seconds} Sekunden und wurde abgebrochen.</translation>
        </message>
        <message>
            <source>Writing the project</source>
            <translation>Projekt schreiben</translation>
        </message>
        <message>
            <source>Wrong username or password. Nothing was changed; please log in again.</source>
            <translation>Benutzername oder Passwort ist falsch. Nichts wurde geändert; bitte noch einmal anmelden.</translation>
        </message>
        <message>
            <source>You already have a project with this name. Please choose another one.</source>
            <translation>Sie haben schon ein Projekt mit diesem Namen. Bitte wählen Sie einen anderen.</translation>
        </message>
        <message>
            <source>You and somebody else changed the same</source>
            <translation>Sie und jemand anderes haben dasselbe geändert</translation>
        </message>
        <message>
            <source>You are in no organization</source>
            <translation>Sie sind in keiner Organisation</translation>
        </message>
        <message>
            <source>You are logged in at “{name}”, but this server does not let that account in. {reason}</source>
            <translation>Sie sind bei „{name}“ angemeldet, aber dieser Server lässt das Konto nicht herein. {reason}</translation>
        </message>
        <message>
            <source>You are logged in. You can close this page and go back to QGIS.</source>
            <translation>Sie sind angemeldet. Sie können diese Seite schließen und zu QGIS zurückkehren.</translation>
        </message>
        <message>
            <source>You are not logged in. Your local changes are kept; please log in.</source>
            <translation>Sie sind nicht angemeldet. Ihre lokalen Änderungen bleiben erhalten; bitte melden Sie sich an.</translation>
        </message>
        <message>
            <source>Your local changes are kept</source>
            <translation>Ihre lokalen Änderungen bleiben erhalten</translation>
        </message>
        <message>
            <source>Your role does not allow this. Your local changes are kept; ask a manager of the project.</source>
            <translation>Ihre Rolle erlaubt das nicht. Ihre lokalen Änderungen bleiben erhalten; fragen Sie einen Verwalter des Projekts.</translation>
        </message>
        <message>
            <source>Your role lets you look, but not change anything here.</source>
            <translation>Mit Ihrer Rolle können Sie hier alles ansehen, aber nichts ändern.</translation>
        </message>
        <message>
            <source>a few seconds</source>
            <translation>einigen Sekunden</translation>
        </message>
        <message>
            <source>a line has more values than there are fields</source>
            <translation>eine Zeile hat mehr Werte, als es Felder gibt</translation>
        </message>
        <message>
            <source>a table cannot have its fields: too many, or with a strange name</source>
            <translation>eine Tabelle kann seine Felder nicht haben: zu viele, oder mit einem seltsamen Namen</translation>
        </message>
        <message>
            <source>a tile could not be stored</source>
            <translation>eine Kachel ließ sich nicht speichern</translation>
        </message>
        <message>
            <source>a value cannot be written as CSV ({reason})</source>
            <translation>ein Wert lässt sich nicht als CSV schreiben ({reason})</translation>
        </message>
        <message>
            <source>a {kind} file</source>
            <translation>einer {kind}-Datei</translation>
        </message>
        <message numerus="yes">
            <source>about %n minute(s)</source>
            <translation>
                <numerusform>etwa %n Minute</numerusform>
                <numerusform>etwa %n Minuten</numerusform>
            </translation>
        </message>
        <message>
            <source>about a minute</source>
            <translation>etwa einer Minute</translation>
        </message>
        <message>
            <source>also on this computer</source>
            <translation>auch auf diesem Computer</translation>
        </message>
        <message>
            <source>always</source>
            <translation>immer</translation>
        </message>
        <message>
            <source>an older version</source>
            <translation>eine ältere Version</translation>
        </message>
        <message>
            <source>another program</source>
            <translation>einem anderen Programm</translation>
        </message>
        <message>
            <source>another program (process {process} on {host}, since {since})</source>
            <translation>einem anderen Programm (Prozess {process} auf {host}, seit {since})</translation>
        </message>
        <message>
            <source>another value</source>
            <translation>ein anderer Wert</translation>
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
            <source>changed: {}</source>
            <translation>geändert: {}</translation>
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
            <source>has another value in “{column}”</source>
            <translation>hat einen anderen Wert in „{column}“</translation>
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
            <source>is not there</source>
            <translation>ist nicht da</translation>
        </message>
        <message>
            <source>is there already</source>
            <translation>ist schon da</translation>
        </message>
        <message>
            <source>it belongs to no layer of the project that can be edited</source>
            <translation>sie gehört zu keinem Layer des Projekts, der bearbeitet werden kann</translation>
        </message>
        <message>
            <source>it has no field “{name}”</source>
            <translation>es hat kein Feld „{name}“</translation>
        </message>
        <message>
            <source>it has no line with the names of its fields</source>
            <translation>die Zeile mit den Feldnamen fehlt</translation>
        </message>
        <message>
            <source>it has no tiles</source>
            <translation>sie hat keine Kacheln</translation>
        </message>
        <message>
            <source>it holds a geometry that cannot be read</source>
            <translation>es enthält eine Geometrie, die nicht lesbar ist</translation>
        </message>
        <message>
            <source>it holds a number that is too large</source>
            <translation>es enthält eine zu große Zahl</translation>
        </message>
        <message>
            <source>it is no GeoJSON feature collection</source>
            <translation>es ist keine Objektsammlung in GeoJSON</translation>
        </message>
        <message>
            <source>it is not CSV ({reason})</source>
            <translation>es ist kein CSV ({reason})</translation>
        </message>
        <message>
            <source>it is not JSON</source>
            <translation>es ist kein JSON</translation>
        </message>
        <message>
            <source>it is not in {encoding}</source>
            <translation>es ist nicht in {encoding}</translation>
        </message>
        <message>
            <source>it was stopped</source>
            <translation>es wurde angehalten</translation>
        </message>
        <message>
            <source>its CRS</source>
            <translation>seinem KBS</translation>
        </message>
        <message>
            <source>its coordinates are in degrees, minutes and seconds</source>
            <translation>seine Koordinaten sind in Grad, Minuten und Sekunden</translation>
        </message>
        <message>
            <source>its fields are found by a rule that only QGIS follows</source>
            <translation>seine Felder werden nach einer Regel gefunden, die nur QGIS beherrscht</translation>
        </message>
        <message>
            <source>its file is larger than {size} MB</source>
            <translation>seine Datei ist größer als {size} MB</translation>
        </message>
        <message>
            <source>its file is not in the project</source>
            <translation>ihre Datei liegt nicht im Projekt</translation>
        </message>
        <message>
            <source>its geometries are of several kinds</source>
            <translation>seine Geometrien sind von mehreren Arten</translation>
        </message>
        <message>
            <source>its layer cannot be read</source>
            <translation>ihr Layer lässt sich nicht lesen</translation>
        </message>
        <message>
            <source>its rows can only be read by GDAL, which is not here: {command}</source>
            <translation>die Zeilen kann nur GDAL lesen, und das ist hier nicht da: {command}</translation>
        </message>
        <message>
            <source>its rows can only be read by QGIS, which is not here</source>
            <translation>die Zeilen kann nur QGIS lesen, und das ist hier nicht da</translation>
        </message>
        <message>
            <source>its rows could not be copied</source>
            <translation>ihre Zeilen konnten nicht kopiert werden</translation>
        </message>
        <message>
            <source>its source does not answer</source>
            <translation>die Quelle antwortet nicht</translation>
        </message>
        <message>
            <source>its source leaves fields out</source>
            <translation>seine Quelle lässt Felder weg</translation>
        </message>
        <message>
            <source>its source names only one of the fields for X and Y</source>
            <translation>seine Quelle nennt nur eines der Felder für X und Y</translation>
        </message>
        <message>
            <source>its source names several delimiters or quotes</source>
            <translation>seine Quelle nennt mehrere Trenn- oder Anführungszeichen</translation>
        </message>
        <message>
            <source>its tiles cannot be read</source>
            <translation>ihre Kacheln lassen sich nicht lesen</translation>
        </message>
        <message>
            <source>just now</source>
            <translation>gerade eben</translation>
        </message>
        <message>
            <source>kept: {kept} · replaced: {lost}</source>
            <translation>behalten: {kept} · ersetzt: {lost}</translation>
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
            <source>mine</source>
            <translation>meines</translation>
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
            <source>no QGIS project yet</source>
            <translation>noch kein QGIS-Projekt</translation>
        </message>
        <message>
            <source>no geometry</source>
            <translation>keine Geometrie</translation>
        </message>
        <message>
            <source>nobody here knows its encoding “{encoding}”</source>
            <translation>seine Kodierung „{encoding}“ ist hier unbekannt</translation>
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
            <source>not there</source>
            <translation>nicht da</translation>
        </message>
        <message>
            <source>on request</source>
            <translation>auf Wunsch</translation>
        </message>
        <message>
            <source>on the server only</source>
            <translation>nur auf dem Server</translation>
        </message>
        <message>
            <source>only for {}</source>
            <translation>nur für {}</translation>
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
            <source>or</source>
            <translation>oder</translation>
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
            <source>the column “{column}”</source>
            <translation>die Spalte „{column}“</translation>
        </message>
        <message>
            <source>the first copy stays</source>
            <translation>die erste Kopie bleibt</translation>
        </message>
        <message>
            <source>the project has neither an area nor an extent</source>
            <translation>das Projekt hat weder ein Gebiet noch eine Ausdehnung</translation>
        </message>
        <message>
            <source>the same primary key</source>
            <translation>denselben Primärschlüssel</translation>
        </message>
        <message>
            <source>the second copy stays</source>
            <translation>die zweite Kopie bleibt</translation>
        </message>
        <message>
            <source>the start tag at byte {start} cannot be read</source>
            <translation>das Start-Tag bei Byte {start} kann nicht gelesen werden</translation>
        </message>
        <message>
            <source>the table has no primary key of one column</source>
            <translation>die Tabelle hat keinen Primärschlüssel aus einer Spalte</translation>
        </message>
        <message>
            <source>the values of “{field}” are not all there and different</source>
            <translation>die Werte von „{field}“ sind nicht alle vorhanden und verschieden</translation>
        </message>
        <message>
            <source>the version both sides had</source>
            <translation>die Version, die beide hatten</translation>
        </message>
        <message>
            <source>theirs</source>
            <translation>anderes</translation>
        </message>
        <message>
            <source>theirs stays</source>
            <translation>anderes bleibt</translation>
        </message>
        <message>
            <source>two of its fields have the same name, or one has none</source>
            <translation>zwei seiner Felder heißen gleich, oder eines hat keinen Namen</translation>
        </message>
        <message>
            <source>unchanged</source>
            <translation>unverändert</translation>
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
            <source>without a key</source>
            <translation>ohne Schlüssel</translation>
        </message>
        <message>
            <source>{changes} in {time}: {states}</source>
            <translation>{changes} in {time}: {states}</translation>
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
            <source>{done} “{table}” has no field for some of its values any more; they are kept with the change.</source>
            <translation>{done} „{table}“ hat für einige seiner Werte kein Feld mehr; sie bleiben bei der Änderung aufgehoben.</translation>
        </message>
        <message numerus="yes">
            <source>{estimate}; %n layer(s) cannot be weighed beforehand</source>
            <translation>
                <numerusform>{estimate}; %n Layer lässt sich nicht vorher schätzen</numerusform>
                <numerusform>{estimate}; %n Layer lassen sich nicht vorher schätzen</numerusform>
            </translation>
        </message>
        <message>
            <source>{estimate}; the base map is extra</source>
            <translation>{estimate}; die Grundkarte kommt dazu</translation>
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
            <source>{host} answered, but not as a QFieldCloud server does. Nothing was changed; check the server's address, and whether your network asks for a login page.</source>
            <translation>{host} hat geantwortet, aber nicht wie ein QFieldCloud-Server. Nichts wurde geändert; prüfen Sie die Adresse des Servers und ob Ihr Netz eine Anmeldeseite verlangt.</translation>
        </message>
        <message>
            <source>{host} does not answer. {kept}; check the network and try again.</source>
            <translation>{host} antwortet nicht. {kept}; prüfen Sie das Netz und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>{host} took too long to answer. {kept}; try again in a moment.</source>
            <translation>{host} hat zu lange für die Antwort gebraucht. {kept}; versuchen Sie es gleich noch einmal.</translation>
        </message>
        <message>
            <source>{job}: {reason}</source>
            <translation>{job}: {reason}</translation>
        </message>
        <message>
            <source>{kind} files travel whole, and the server needs {program} to take edits from the field.</source>
            <translation>{kind}-Dateien reisen als Ganzes, und der Server braucht {program}, um Änderungen aus dem Feld zu übernehmen.</translation>
        </message>
        <message>
            <source>{kind} files travel whole: what is edited here and in the field at the same time is a conflict.</source>
            <translation>{kind}-Dateien reisen als Ganzes: Was hier und im Feld gleichzeitig bearbeitet wird, ist ein Konflikt.</translation>
        </message>
        <message numerus="yes">
            <source>{kind}, %Ln vertices</source>
            <translation>
                <numerusform>{kind}, %Ln Stützpunkt</numerusform>
                <numerusform>{kind}, %Ln Stützpunkte</numerusform>
            </translation>
        </message>
        <message>
            <source>{lock}: only where this expression is true</source>
            <translation>{lock}: nur wo dieser Ausdruck wahr ist</translation>
        </message>
        <message>
            <source>{message} The change is kept and can be applied again.</source>
            <translation>{message} Die Änderung bleibt erhalten und kann noch einmal angewendet werden.</translation>
        </message>
        <message>
            <source>{message} The feature {key!r} has exactly the values the delta knew; it may be the one.</source>
            <translation>{message} Das Objekt {key!r} hat genau die Werte, die das Delta kannte; es könnte gemeint sein.</translation>
        </message>
        <message>
            <source>{names} and {count} more</source>
            <translation>{names} und {count} weitere</translation>
        </message>
        <message>
            <source>{names}: the signs &lt; &gt; : " \ | ? * and names such as CON cannot be stored everywhere.</source>
            <translation>{names}: Die Zeichen &lt; &gt; : " \ | ? * und Namen wie CON lassen sich nicht überall speichern.</translation>
        </message>
        <message>
            <source>{name} could not be read or written ({reason}).</source>
            <translation>{name} konnte nicht gelesen oder geschrieben werden ({reason}).</translation>
        </message>
        <message>
            <source>{name} could not be used ({text}). It was left as it was.</source>
            <translation>{name} konnte nicht verwendet werden ({text}). Es blieb, wie es war.</translation>
        </message>
        <message>
            <source>{name} has a format that cannot be read. It was left as it is.</source>
            <translation>{name} hat ein Format, das nicht gelesen werden kann. Es blieb, wie es ist.</translation>
        </message>
        <message>
            <source>{name} holds a value that is too large. It was left as it is.</source>
            <translation>{name} enthält einen zu großen Wert. Es blieb, wie es ist.</translation>
        </message>
        <message>
            <source>{name} holds text that is not Unicode ({error}). It was left as it is.</source>
            <translation>{name} enthält Text, der kein Unicode ist ({error}). Es blieb, wie es ist.</translation>
        </message>
        <message>
            <source>{name} is being written by another program. Nothing was changed; try again.</source>
            <translation>{name} wird gerade von einem anderen Programm geschrieben. Nichts wurde geändert; versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>{name} is damaged ({error}). It was left as it is; restore an earlier version.</source>
            <translation>{name} ist beschädigt ({error}). Es blieb, wie es ist; stellen Sie eine frühere Version wieder her.</translation>
        </message>
        <message>
            <source>{name} is damaged ({found}).</source>
            <translation>{name} ist beschädigt ({found}).</translation>
        </message>
        <message>
            <source>{name} is damaged. It was left as it is; restore an earlier version.</source>
            <translation>{name} ist beschädigt. Es blieb, wie es ist; stellen Sie eine frühere Version wieder her.</translation>
        </message>
        <message>
            <source>{name} is in use. Nothing was changed; try again.</source>
            <translation>{name} ist in Gebrauch. Nichts wurde geändert; versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>{name} is not a GeoPackage. It was left as it is.</source>
            <translation>{name} ist kein GeoPackage. Es blieb, wie es ist.</translation>
        </message>
        <message>
            <source>{name} is open in another program. It was left as it is; close it and try again.</source>
            <translation>{name} ist in einem anderen Programm geöffnet. Es blieb, wie es ist; schließen Sie es dort und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>{name} is protected against writing. Nothing was changed.</source>
            <translation>{name} ist schreibgeschützt. Nichts wurde geändert.</translation>
        </message>
        <message>
            <source>{name} or its folder cannot be opened. Nothing was changed.</source>
            <translation>{name} oder der Ordner lässt sich nicht öffnen. Nichts wurde geändert.</translation>
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
            <source>{role} Right-click a member to change it.</source>
            <translation>{role} Rechtsklick auf ein Mitglied, um es zu ändern.</translation>
        </message>
        <message>
            <source>{rows} and {files}</source>
            <translation>{rows} und {files}</translation>
        </message>
        <message>
            <source>{server} – with row history and safe merging</source>
            <translation>{server} – mit Verlauf und sicherem Abgleich</translation>
        </message>
        <message>
            <source>{summary}, with the area of: {who}</source>
            <translation>{summary}, mit dem Gebiet von: {who}</translation>
        </message>
        <message>
            <source>{table} {key}, {field}: here {here}, in the field {there}</source>
            <translation>{table} {key}, {field}: hier {here}, im Feld {there}</translation>
        </message>
        <message>
            <source>{table} {key}: changed in the field, deleted here</source>
            <translation>{table} {key}: im Feld geändert, hier gelöscht</translation>
        </message>
        <message>
            <source>{table} {key}: deleted in the field, changed here</source>
            <translation>{table} {key}: im Feld gelöscht, hier geändert</translation>
        </message>
        <message>
            <source>{text} QGIS can write its rows into a GeoPackage.</source>
            <translation>{text} QGIS kann seine Zeilen in ein GeoPackage schreiben.</translation>
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
            <source>{} free</source>
            <translation>{} frei</translation>
        </message>
        <message>
            <source>{} has a project of this name already.</source>
            <translation>{} hat schon ein Projekt dieses Namens.</translation>
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
            <source>“{field}” names files by absolute paths, such as {path}; they do not travel.</source>
            <translation>„{field}“ nennt Dateien mit absoluten Pfaden wie {path}; sie reisen nicht mit.</translation>
        </message>
        <message>
            <source>“{field}” stores absolute paths; files would not be found anywhere else.</source>
            <translation>„{field}“ speichert absolute Pfade; anderswo würden die Dateien nicht gefunden.</translation>
        </message>
        <message>
            <source>“{file}” cannot be read: {reason}</source>
            <translation>„{file}“ kann nicht gelesen werden: {reason}</translation>
        </message>
        <message>
            <source>“{file}” is no {format} file</source>
            <translation>„{file}“ ist keine {format}-Datei</translation>
        </message>
        <message>
            <source>“{file}” took GDAL too long</source>
            <translation>„{file}“ hat GDAL zu lange beschäftigt</translation>
        </message>
        <message>
            <source>“{folder}” holds edits from the field that are not home yet. Nothing was written; take them back first, or choose another folder.</source>
            <translation>„{folder}“ enthält Änderungen aus dem Feld, die noch nicht zurückgeholt sind. Nichts wurde geschrieben; holen Sie sie zuerst zurück, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <source>“{folder}” is not a package made for a cable. Nothing was changed.</source>
            <translation>„{folder}“ ist kein Paket für das Kabel. Nichts wurde geändert.</translation>
        </message>
        <message>
            <source>“{folder}” is not empty. Nothing was written; choose another folder.</source>
            <translation>„{folder}“ ist nicht leer. Nichts wurde geschrieben; wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <source>“{folder}” was not made from this project, or its memory is gone. Nothing was changed.</source>
            <translation>„{folder}“ wurde nicht aus diesem Projekt gemacht, oder die Erinnerung daran ist fort. Nichts wurde geändert.</translation>
        </message>
        <message>
            <source>“{host}” is not an address of a server.</source>
            <translation>„{host}“ ist keine Adresse eines Servers.</translation>
        </message>
        <message>
            <source>“{layer}” could not be exported. Nothing was written.</source>
            <translation>„{layer}“ konnte nicht exportiert werden. Nichts wurde geschrieben.</translation>
        </message>
        <message>
            <source>“{layer}” has no single primary key, so it is read-only in the field.</source>
            <translation>„{layer}“ hat keinen einfachen Primärschlüssel und ist darum im Feld schreibgeschützt.</translation>
        </message>
        <message>
            <source>“{layer}” is a temporary layer, whose rows are not in the project file: it is empty in the package. Save it as a GeoPackage in QGIS.</source>
            <translation>„{layer}“ ist ein temporärer Layer, dessen Zeilen nicht in der Projektdatei sind: Im Paket ist er leer. Speichern Sie ihn in QGIS als GeoPackage.</translation>
        </message>
        <message>
            <source>“{layer}” is not in a GeoPackage but in {where}, which cannot be written without QGIS. The change is kept and waits; convert the layer to a GeoPackage to have it applied.</source>
            <translation>„{layer}“ liegt nicht in einem GeoPackage, sondern in {where}; das lässt sich ohne QGIS nicht schreiben. Die Änderung bleibt erhalten und wartet; wandeln Sie den Layer in ein GeoPackage um, damit sie angewendet wird.</translation>
        </message>
        <message>
            <source>“{layer}” is packaged whole: the area could not be transformed to {crs}.</source>
            <translation>„{layer}“ ist ganz paketiert: Das Gebiet ließ sich nicht nach {crs} umrechnen.</translation>
        </message>
        <message>
            <source>“{layer}” is packaged with all its rows: its filter could not be used ({error}).</source>
            <translation>„{layer}“ ist mit allen Zeilen paketiert: Der Filter ließ sich nicht anwenden ({error}).</translation>
        </message>
        <message>
            <source>“{layer}” is read-only in the field: from a folder, only edits of GeoPackages can be taken back.</source>
            <translation>„{layer}“ ist im Feld schreibgeschützt: Aus einem Ordner lassen sich nur Änderungen an GeoPackages zurückholen.</translation>
        </message>
        <message>
            <source>“{layer}” stays empty: it shows rows of “{other}”, which is not in the package.</source>
            <translation>„{layer}“ bleibt leer: Der Layer zeigt Zeilen von „{other}“, das nicht im Paket ist.</translation>
        </message>
        <message>
            <source>“{layer}” was left online: {reason}.</source>
            <translation>„{layer}“ bleibt online: {reason}.</translation>
        </message>
        <message>
            <source>“{layer}” was left out: {problem}</source>
            <translation>„{layer}“ wurde ausgelassen: {problem}</translation>
        </message>
        <message>
            <source>“{layer}” was packaged read-only: {reason}.</source>
            <translation>„{layer}“ wurde schreibgeschützt paketiert: {reason}.</translation>
        </message>
        <message>
            <source>“{layer}”: QField cannot open ECW files.</source>
            <translation>„{layer}“: QField kann keine ECW-Dateien öffnen.</translation>
        </message>
        <message>
            <source>“{layer}”: {reason}</source>
            <translation>„{layer}“: {reason}</translation>
        </message>
        <message>
            <source>“{name}” answered to another login than ours. Nothing was sent; try again.</source>
            <translation>„{name}“ hat auf eine andere Anmeldung geantwortet. Nichts wurde gesendet; versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>“{name}” arrived damaged and was thrown away. The file you have was left as it was; sync again.</source>
            <translation>„{name}“ kam beschädigt an und wurde verworfen. Ihre Datei blieb, wie sie war; synchronisieren Sie noch einmal.</translation>
        </message>
        <message>
            <source>“{name}” cannot be a file name on this computer. It stays on the server.</source>
            <translation>„{name}“ kann auf diesem Computer kein Dateiname sein. Es bleibt auf dem Server.</translation>
        </message>
        <message>
            <source>“{name}” cannot be read ({reason}).</source>
            <translation>„{name}“ kann nicht gelesen werden ({reason}).</translation>
        </message>
        <message>
            <source>“{name}” cannot be written: it is open in another program or protected. It was left as it was; close it there and sync again.</source>
            <translation>„{name}“ kann nicht geschrieben werden: Es ist in einem anderen Programm geöffnet oder geschützt. Es blieb, wie es war; schließen Sie es dort und synchronisieren Sie noch einmal.</translation>
        </message>
        <message>
            <source>“{name}” could not be read or written ({reason}). It was left as it was.</source>
            <translation>„{name}“ konnte nicht gelesen oder geschrieben werden ({reason}). Es blieb, wie es war.</translation>
        </message>
        <message>
            <source>“{name}” has no file in the project.</source>
            <translation>„{name}“ hat keine Datei im Projekt.</translation>
        </message>
        <message>
            <source>“{name}” has no table “{table}”.</source>
            <translation>„{name}“ hat keine Tabelle „{table}“.</translation>
        </message>
        <message>
            <source>“{name}” has not been synchronized yet, so it has no history here.</source>
            <translation>„{name}“ wurde noch nicht synchronisiert und hat hier keinen Verlauf.</translation>
        </message>
        <message>
            <source>“{name}” has unsaved edits in QGIS, and rows of it would get other numbers. Save or discard the edits, then sync again.</source>
            <translation>In „{name}“ gibt es in QGIS ungespeicherte Änderungen, und Zeilen darin bekämen andere Nummern. Speichern oder verwerfen Sie die Änderungen und synchronisieren Sie dann erneut.</translation>
        </message>
        <message>
            <source>“{name}” holds values in columns that the changes remove, and the changes do not know of them. Nothing was changed.</source>
            <translation>„{name}“ hat Werte in Spalten, die die Änderungen entfernen, ohne von den Werten zu wissen. Nichts wurde geändert.</translation>
        </message>
        <message>
            <source>“{name}” in the zip is too large when unpacked.</source>
            <translation>„{name}“ in der Zip-Datei ist entpackt zu groß.</translation>
        </message>
        <message>
            <source>“{name}” is gone from the folder. The server was left as it is; sync again.</source>
            <translation>„{name}“ ist nicht mehr im Ordner. Der Server blieb, wie er ist; synchronisieren Sie noch einmal.</translation>
        </message>
        <message>
            <source>“{name}” is larger than {mebibytes} MiB.</source>
            <translation>„{name}“ ist größer als {mebibytes} MiB.</translation>
        </message>
        <message>
            <source>“{name}” is no longer on the server. Nothing was undone.</source>
            <translation>„{name}“ ist nicht mehr auf dem Server. Nichts wurde rückgängig gemacht.</translation>
        </message>
        <message>
            <source>“{name}” is no longer on the server. Sync again.</source>
            <translation>„{name}“ ist nicht mehr auf dem Server. Synchronisieren Sie noch einmal.</translation>
        </message>
        <message>
            <source>“{name}” is no table of a GeoPackage.</source>
            <translation>„{name}“ ist keine Tabelle eines GeoPackage.</translation>
        </message>
        <message>
            <source>“{name}” is not a GeoPackage. It was left as it is.</source>
            <translation>„{name}“ ist kein GeoPackage. Es blieb, wie es ist.</translation>
        </message>
        <message>
            <source>“{name}” is not a readable zip file: {error}.</source>
            <translation>„{name}“ ist keine lesbare Zip-Datei: {error}.</translation>
        </message>
        <message>
            <source>“{name}” is not defined as the second changeset expects.</source>
            <translation>„{name}“ ist nicht so definiert, wie der zweite Änderungssatz es erwartet.</translation>
        </message>
        <message>
            <source>“{name}” is not there.</source>
            <translation>„{name}“ ist nicht da.</translation>
        </message>
        <message>
            <source>“{name}” is shared data that the device keeps.</source>
            <translation>„{name}“ sind gemeinsame Daten, die das Gerät behält.</translation>
        </message>
        <message>
            <source>“{name}” is to be removed, but holds rows the changes know nothing of. Nothing was changed.</source>
            <translation>„{name}“ soll entfernt werden, enthält aber Zeilen, von denen die Änderungen nichts wissen. Nichts wurde geändert.</translation>
        </message>
        <message>
            <source>“{name}” leads out of the project folder through a link. It was left alone.</source>
            <translation>„{name}“ führt durch eine Verknüpfung aus dem Projektordner hinaus. Es blieb unberührt.</translation>
        </message>
        <message>
            <source>“{name}” lies outside of the project's folder; copy it in first.</source>
            <translation>„{name}“ liegt außerhalb des Projektordners; kopieren Sie es zuerst hinein.</translation>
        </message>
        <message>
            <source>“{name}” refused the login: {reason}. Nothing was changed; please try again.</source>
            <translation>„{name}“ hat die Anmeldung abgelehnt: {reason}. Nichts wurde geändert; bitte noch einmal versuchen.</translation>
        </message>
        <message>
            <source>“{name}” was changed here during the sync. It was left as it is; sync again.</source>
            <translation>„{name}“ wurde hier während der Synchronisierung geändert. Es blieb, wie es ist; synchronisieren Sie noch einmal.</translation>
        </message>
        <message>
            <source>“{name}” was changed here too; what came back lies beside it as “{other}”.</source>
            <translation>„{name}“ wurde auch hier geändert; was zurückkam, liegt daneben als „{other}“.</translation>
        </message>
        <message>
            <source>“{name}” was changed since the repair, so taking it back would lose that. Nothing was done.</source>
            <translation>„{name}“ wurde seit der Reparatur geändert; sie zurückzunehmen würde das verlieren. Nichts wurde getan.</translation>
        </message>
        <message>
            <source>“{name}” was just changed on the server, so it was not deleted. Sync again.</source>
            <translation>„{name}“ wurde gerade auf dem Server geändert und darum nicht gelöscht. Synchronisieren Sie noch einmal.</translation>
        </message>
        <message>
            <source>“{name}” was just deleted on the server. Yours is untouched; sync again.</source>
            <translation>„{name}“ wurde gerade auf dem Server gelöscht. Ihre Datei ist unverändert; synchronisieren Sie noch einmal.</translation>
        </message>
        <message>
            <source>“{name}” was made, but the server could not copy the files into it. {reason}</source>
            <translation>„{name}“ wurde angelegt, aber der Server konnte die Dateien nicht hineinkopieren. {reason}</translation>
        </message>
        <message>
            <source>“{path}” does not exist on a phone, so photos and forms would not be found.</source>
            <translation>„{path}“ gibt es auf einem Telefon nicht; Fotos und Formulare würden nicht gefunden.</translation>
        </message>
        <message>
            <source>“{path}” is not there or is a folder; copy it by hand.</source>
            <translation>„{path}“ ist nicht da oder ein Ordner; kopieren Sie es von Hand.</translation>
        </message>
        <message>
            <source>“{table}” has a spatial index on its present key; change the key in QGIS.</source>
            <translation>„{table}“ hat einen räumlichen Index auf dem jetzigen Schlüssel; ändern Sie den Schlüssel in QGIS.</translation>
        </message>
        <message>
            <source>“{table}” has no field for some of this feature's values any more. Nothing of it was stored; the change is kept.</source>
            <translation>„{table}“ hat für einige Werte dieses Objekts kein Feld mehr. Nichts davon wurde gespeichert; die Änderung bleibt aufgehoben.</translation>
        </message>
        <message>
            <source>“{table}” has no primary key of one column, so its features cannot be told apart.</source>
            <translation>„{table}“ hat keinen Primärschlüssel aus einer Spalte; seine Objekte sind nicht zu unterscheiden.</translation>
        </message>
        <message>
            <source>“{table}” is damaged: rows are not where they belong. Nothing was changed; restore an earlier version.</source>
            <translation>„{table}“ ist beschädigt: Zeilen sind nicht, wo sie hingehören. Nichts wurde geändert; stellen Sie eine frühere Version wieder her.</translation>
        </message>
        <message>
            <source>“{table}”: {reason}</source>
            <translation>„{table}“: {reason}</translation>
        </message>
        <message>
            <source>“{who}” is not person:NAME or team:NAME.</source>
            <translation>„{who}“ ist weder person:NAME noch team:NAME.</translation>
        </message>
        <message>
            <source>“{}” cannot be opened.</source>
            <translation>„{}“ lässt sich nicht öffnen.</translation>
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
        <message>
            <source>“{}” was downloaded.</source>
            <translation>„{}“ wurde heruntergeladen.</translation>
        </message>
        <message>
            <source>“{}” was not taken: its rows cannot be told apart.</source>
            <translation>„{}“ wurde nicht übernommen: Die Zeilen lassen sich nicht unterscheiden.</translation>
        </message>
    </context>
</TS>
