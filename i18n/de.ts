<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
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
            <source>A temporary layer: its features are lost when QGIS closes. Make it permanent first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A token is kept in the system's keyring or in QGIS's encrypted database, never the password.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Accounts and settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Administrator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All conflicts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another account…</source>
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
            <source>Ask server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>At least three letters, digits, - or _, and a letter first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Attachments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changed here, deleted by somebody else.</source>
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
            <source>Checks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checks {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose what stays. The other value is not lost: it is kept in the history.</source>
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
            <source>Comparing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Conflicts</source>
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
            <source>Decide many</source>
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
            <source>Devices</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Devices can download the new package.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Download project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Download…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Editor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edits you save in QGIS appear here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every sync makes new versions; they stay here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everyone on this server</source>
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
            <source>Fetch history</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fetch organizations</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fetch projects</source>
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
            <source>For accounts without a password, and for tokens made on the server.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its file lies outside the project's folder and is not sent.</source>
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
            <source>Log out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Logging in…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Manager</source>
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
            <source>More for this project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>My projects</source>
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
            <source>No device has sent anything yet</source>
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
            <source>No primary key: QField can show this layer but not edit it. Save it as a GeoPackage.</source>
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
            <source>One row refers to another that was deleted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only its members</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only {name} goes to the cloud; the others stay here: {others}.</source>
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
            <source>Open the table to see all.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open this project in QField to begin.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Package for QField</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Projects</source>
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
            <source>QFieldCloud panel</source>
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
        <message numerus="yes">
            <source>Receive %n change(s)</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
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
            <source>Reporter</source>
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
            <source>Result</source>
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
        <message numerus="yes">
            <source>Saves the edits of %n layer(s) first, then syncs.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Saves the project file first, then syncs.</source>
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
            <source>Sending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sending changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settings…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Several project files in one folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody else changed the same. Choose what stays.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stay logged in on this computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sync</source>
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
            <source>The files stay where they are; a copy goes to the server and is kept in step.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The open project has unsaved changes. Save them first?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The project cannot be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The project file cannot be written.</source>
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
            <source>The server did not take this change.</source>
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
            <source>There is no QGIS project in {}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>These two rows cannot both stay.</source>
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
            <source>Up to date – check again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Username or e-mail address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Versions</source>
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
            <source>Where shall “{}” go?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who sees it</source>
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
            <source>conflict</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>current</source>
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
            <source>just now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>mine: {mine} · theirs: {theirs}</source>
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
            <source>open</source>
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
            <source>row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>running</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>stopped</source>
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
            <source>{job}: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{kind}, {count} vertices</source>
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
            <source>“{}” is in the cloud now.</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
