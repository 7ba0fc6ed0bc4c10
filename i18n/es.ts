<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
    <context>
        <name>QFieldCloudSync</name>
        <message numerus="yes">
            <source>%n changed</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%n conflict(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) ago</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%n deleted</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%n error(s) to mend</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s) ago</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s) ago</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more row(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) discarded.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%n version(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>&amp;Description</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Owner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Token</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Username</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A map theme</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A map to find the way, without a connection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A server and a readable authentication configuration are needed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A small package is quick to make and quick to download.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A token is kept in the system's keyring or in QGIS's encrypted database, never the password.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>About {tiles} tiles, {size}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Accounts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Accounts and settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Accounts on this computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Active layer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add features</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Administrator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Administrators can do everything, also delete the project.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>After moving</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Alert inside of an area</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Alert outside of all areas</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All conflicts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All files, versions and edits on the server are lost. Your local files stay.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All layers editable offline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All layers left out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All of it, or only one area?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another account…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Applies a changeset to a GeoPackage, or a delta file from QField to a project.
A changeset is applied as a whole or not at all. Every delta gets its own result; the log says which were refused and why. “Take back” undoes instead.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Apply %n decision(s) and sync</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Apply changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Applying changes here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Area</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Areas</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As it is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask about a job</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>At least three letters, digits, - or _, and a letter first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>At the start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Attachments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Base map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bearing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Beginning…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Behaviour</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Brings together what two people did to copies of the same GeoPackage.
Different rows, and different columns of one row, are merged. Where both changed the same value, the chosen side stays, and the log tells both values.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Buttons instead of a list up to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By QFieldCloud</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By cable</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cable</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancelled. Nothing was changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancelled. Nothing was left behind.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change attributes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change geometries</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change role</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changed here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changed here, deleted by somebody else.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changed on the server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changes applied</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changes refused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changeset</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changeset or delta file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changesets (*.changes)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check for changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checking…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checks {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a folder outside of the project's own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose rows to discard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose rows to undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose what stays. The other value is not lost: it is kept in the history.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clear</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Click a value to keep it, or type another one under Result.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cloud project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cloud projects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Column {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Common beginning</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compare</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compare two GeoPackages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compare versions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comparing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Conflicts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copied as it is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copied, if it is not there yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy attachments too</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Create an account…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Create and send</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Create the project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Current map view</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decide many</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete cloud project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete cloud project…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete features</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete the version of {when} of {file}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete this version…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete version</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete “{}” for everybody?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Deleted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Deleted here, changed by somebody else.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Deleting removes all files and versions on the server, for everybody.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delta</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Deltas overwrite values that were changed meanwhile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Devices</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Devices can download the new package.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Devices download it and send edits back by themselves. Everyone can edit at once.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Devices fetch packages from QFieldCloud, or you copy a folder to them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Digitize</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Discard %n row(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Discard all shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Discard changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Discarded rows go back to what they were.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Download cloud project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Download into</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Download project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Download version</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Download…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Draw</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drawing the base map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each of these files gets a new version; what came later stays in the history.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Editable offline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Editor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Editors add, change and delete features and files.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Editors can still change data, but not layers, forms and styles.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edits you save in QGIS appear here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Empty: date, time and position</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Entries shown of {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Errors</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Errors have to be mended before you go on; warnings tell what to expect.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Even if nothing has changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every row is the same on both sides.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every sync makes new versions; they stay here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everyone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everyone on this server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everyone on this server may see it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everything is ready</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everything is up to date.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Feature form</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Features that belong to them, such as visits to a tree, come along.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fetch history</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fetch organizations</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fetch people</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fetch photos only when they are looked at</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fetch projects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fetch storage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Files sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Findings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Findings as JSON</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Finds the rows that were added, changed or deleted between two states of a GeoPackage.
The changes are written to a changeset file that “Apply changes” reads. Rows are told apart by their primary key; no file is changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>First copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>First state</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder in the project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folders for photos and files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folders with other data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For a cable or a memory card. You bring the edits back yourself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For accounts without a password, and for tokens made on the server.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Forget this account and its token</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From zoom level</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>GeoPackage (for a changeset) or project (for a delta file)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>GeoPackages (*.gpkg)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>GeoPackages and deltas</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Geofence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>HDOP</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Has the server package a project for QField, or read its project file again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Horizontal accuracy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How does the project get to the field?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Id of the cloud project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Id of the job</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ignore jumps of more than</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the package</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the package: {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Into a folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is removed from the server for everybody and cannot be brought back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its tiles are drawn now and travel with the project.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>JSON files (*.json)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Job</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Jobs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep mine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep theirs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Later</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Later edits from the field win</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Layer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Layer actions for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Layers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Layers that are not shown on the map left out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>List</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>List cloud projects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>List public projects of other people too</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lists the cloud projects that an account can see, as JSON.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Log in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Log in to QFieldCloud</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Log in to see your projects, send your edits and receive those from the field.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Log in with</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Log in…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Log of digitized points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Log out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Logging in…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look at the map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look for changes every</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking changes nothing; it only counts what a sync would do.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looks for what would keep a project out of the cloud or cause trouble in the field.
Findings are logged and returned as JSON; nothing is changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make a base map for the field</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make a new version of files that are there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make base map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make photos smaller than</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make the package</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Manager</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Managers change settings and people, and everything editors can.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Merge two GeoPackages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Merged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Merging</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mode</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More for this project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Moved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>My projects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Names of photos and files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New cloud project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New cloud project…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New entries can be added from lists of related values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No area is chosen yet, so everything is taken.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No device has sent anything yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No digitizing while there is an alert</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No files on the server yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No jobs yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No project has “{}” in its name, owner or state.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No project open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No projects yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No server chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not allowed in the field</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not everything could be brought in step; the log says what and why.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not in the cloud yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not logged in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not synced, because edits could not be saved. {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing new on the server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing stands in the way.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing to send</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Number of files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Number of projects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Off: two different edits of one value wait as a conflict for somebody to decide.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One layer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One row refers to another that was deleted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Online, from its source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only its members</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only managers may change the project file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only this area (empty: as in the project)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only when all of these are met</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open a project in QGIS and put it into the cloud.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open a project to begin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open a project, or choose one below.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open another project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open on the server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the table to see all.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open this project in QField to begin.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Owner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PDOP</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Package</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Package for QField</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Package for QField…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Package project for QField</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Packaging</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>People</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>People without a role can then read and download it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>People…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Photos</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Photos and folders</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Photos and other files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Photos are taken into the first kind of folder and come back. The second kind only goes out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Project folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Project settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Project settings…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Projects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Projects as JSON</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Public projects too</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pull project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Push project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put into the cloud</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put this project into the cloud</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put this project into the cloud…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Puts all files of a cloud project into a folder and links it, so that it can be synced later.
Files that are in the folder already are compared, never overwritten.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Puts files into a cloud project, for example a base map or photos.
A file that is there already gets a new version only if you allow it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>QField</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>QField does not see this layer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>QField reads the layer from where it is now; a connection may be needed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>QFieldCloud</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>QFieldCloud panel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>QGIS projects (*.qgs *.qgz)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read deltas</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read the project file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reader</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Readers look and download, but change nothing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ready</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ready: {files}, {size}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Receive %n change(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Receives what others changed in a cloud project; nothing is sent.
Files that were changed here too are left for a sync, which merges them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Receiving</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Refresh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove {}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Repair %n finding(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Repair project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Repair: {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Replace what is in the folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reporter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reporters add features, but do not change or delete those of others.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Resolve %n conflict(s)…</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Resolve conflicts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore feature</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore the project as it was at {}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore the whole project to this moment…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore this version of {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore versions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Result</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rows added</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rows changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rows deleted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rows received</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rows sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rows taken from the first copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save and {action}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save the project as a .qgs or .qgz file first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save the project to begin…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save version as</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Saves the edits of %n layer(s) first, then syncs.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Saves time and space on devices; needs a connection to see a photo.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search people</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search projects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Second copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Second state</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Seconds since the start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select one or more features on the map first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Selected features</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Send %n change(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Send changes by itself</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sending changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sends what was changed in a project folder and receives what others changed, row by row.
Where both changed the same value, nothing is overwritten: decide here by a rule, or later one by one in QGIS.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sends what was changed in a project folder, row by row.
Files that only others changed stay as they are here. Where both changed rows of one GeoPackage, those of the others come along, because the two are merged.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sent by {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Server (empty: the account that is logged in)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set many</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settings…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show as sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show log</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show tabs of forms one after the other</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show what it changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Size in bytes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody else changed the same. Choose what stays.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Speed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stamp place and time on photos</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start a job on the server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start a track when the project opens</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>State of the job</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stay logged in on this computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stored as M value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sync</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sync project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sync this project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sync: send {here}, receive {there}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Table {table} in {file}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take back instead of applying</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take only features in this area</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take repairs back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take the photos along that are there already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Target</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tell when entering and leaving</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The algorithm was not prepared.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The base map could not be drawn. {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The base map has no layer to draw. Choose one on the page “Base map”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The changes are being compared.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The changes could not be compared</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The cloud project was deleted. Your local files are untouched.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file travels the first time and is not overwritten afterwards.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The files stay where they are; a copy goes to the server and is kept in step.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The job ended as “{state}”. {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The job's log says more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The layer's features travel with the package and can be edited without a connection.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The layer's file travels unchanged.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The open project has unsaved changes. Save them first?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The open project is not in the cloud.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The package</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The project file cannot be written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The project file has unsaved changes. Only what is saved is sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The project is as it was then.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The projects could not be fetched</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server applies the changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server could not make the package. {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server did not take this change.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server has written no log yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The server works here: it packages projects and applies changes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The whole file was changed on both sides.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Theirs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Theme</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no QGIS project in {}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no account to use. Log in with the plugin, choose an authentication configuration, or set {url} and {token}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no package.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>These changes cannot be undone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>These two rows cannot both stay.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This feature</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This folder is not empty. Choose another one, or let it be replaced.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is what devices will find.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This project takes {size}. {owner} uses {used} of {total}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This project takes {size}. {owner} uses {used}; there is no limit.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This server cannot tell single rows; they are compared when you sync.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This version is no longer on the server.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This version of “{}” is no longer on the server.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This will take long. Choose a smaller area or fewer zoom levels.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Through QFieldCloud</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tiles</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To zoom level</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Token</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two different rows were made with one key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two rows have the same value where values must be unique.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type {} to confirm:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undecided conflicts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Undo %n row(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Undo all shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo this change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undoing makes a new version; nothing is lost.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Up to date – check again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Upload files to a cloud project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Username and password (basic authentication)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Username or e-mail address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Username, or @organization/team</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>VDOP</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Values changed by both</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Versions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Vertical accuracy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wait for its end</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Warnings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What happens</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What happens to each layer?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is edited in the field has to travel; what is only looked at may stay where it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is it for? Shown to everyone in the project.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What others send appears here before you receive it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the version of {when} changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When a sensor has a new value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where both changed the same</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where shall “{}” go?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where they are kept, how large they may be, and how they are named.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who sees it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Will it work in the field?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Work together with QField</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Works with QFieldCloud and with your own server.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Writes what QField needs of a project into a folder: the project, its offline layers and its files.
Layer actions are those that were set in the project. The project itself is not changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You already have a project of this name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You and somebody else changed the same</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You are not signed in. Your local changes are kept; please sign in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your role lets you look, but not change anything here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>always</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>applied</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>being applied</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>binary, {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>busy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cable</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>conflict</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>current</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>deleted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>finished</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>has new rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ignored</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>its source does not answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>just now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>leave it undecided</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>less than 0.1 s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>logged in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>m</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>mine stays</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>mine: {mine} · theirs: {theirs}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>never</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>never by itself</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>new</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no geometry</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not applied</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not decided</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not packaged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not permitted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>only where this expression is true</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>package outdated</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>pixels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>public</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>refused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>repairable</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>running</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>stopped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the first copy stays</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the second copy stays</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>theirs stays</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>waiting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>was changed on both sides</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>was deleted on the server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>will be deleted on the server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>will be received</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>will be sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{column} moved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{doing} – {place}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{done} of {total} decided</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{files}, {size}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: what others sent and you have not received yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: your edits that are not on the server yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{job}: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{kind}, {count} vertices</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{offline} of {all} layers travel with the package</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{owner} · {role}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{person}, {when}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{server} – with row history and safe merging</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{up} sent, {down} received. Everything is up to date.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{user} on {server}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{when} · took {duration}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{} min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{} received. Everything is up to date.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{} sent. Everything is up to date.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{layer}” cannot be opened: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{layer}” could not be copied: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{}” is in the cloud now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{}” is in the project already. It was not replaced.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{}” is no longer on the server.</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
