<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>QFieldCloudSync</name>
        <message numerus="yes">
            <source>%n change(s)</source>
            <translation>
                <numerusform>%n change</numerusform>
                <numerusform>%n changes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) were made here and in the field, differently.</source>
            <translation>
                <numerusform>%n change was made here and in the field, differently.</numerusform>
                <numerusform>%n changes were made here and in the field, differently.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n changed</source>
            <translation>
                <numerusform>%n changed</numerusform>
                <numerusform>%n changed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n conflict(s)</source>
            <translation>
                <numerusform>%n conflict</numerusform>
                <numerusform>%n conflicts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) ago</source>
            <translation>
                <numerusform>%n day ago</numerusform>
                <numerusform>%n days ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n deleted</source>
            <translation>
                <numerusform>%n deleted</numerusform>
                <numerusform>%n deleted</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n error(s) to mend</source>
            <translation>
                <numerusform>%n error to mend</numerusform>
                <numerusform>%n errors to mend</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s)</source>
            <translation>
                <numerusform>%n file</numerusform>
                <numerusform>%n files</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s) ago</source>
            <translation>
                <numerusform>%n hour ago</numerusform>
                <numerusform>%n hours ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n member(s)</source>
            <translation>
                <numerusform>%n member</numerusform>
                <numerusform>%n members</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s) ago</source>
            <translation>
                <numerusform>%n minute ago</numerusform>
                <numerusform>%n minutes ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more attachment(s)</source>
            <translation>
                <numerusform>%n more attachment</numerusform>
                <numerusform>%n more attachments</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more conflict(s)</source>
            <translation>
                <numerusform>%n more conflict</numerusform>
                <numerusform>%n more conflicts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more file(s)</source>
            <translation>
                <numerusform>%n more file</numerusform>
                <numerusform>%n more files</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more row(s)</source>
            <translation>
                <numerusform>%n more row</numerusform>
                <numerusform>%n more rows</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>%n new</numerusform>
                <numerusform>%n new</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n old version(s)</source>
            <translation>
                <numerusform>%n old version</numerusform>
                <numerusform>%n old versions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n older job(s)</source>
            <translation>
                <numerusform>%n older job</numerusform>
                <numerusform>%n older jobs</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s)</source>
            <translation>
                <numerusform>%n row</numerusform>
                <numerusform>%n rows</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) discarded.</source>
            <translation>
                <numerusform>%n row discarded.</numerusform>
                <numerusform>%n rows discarded.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n version(s)</source>
            <translation>
                <numerusform>%n version</numerusform>
                <numerusform>%n versions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>About %Ln tile(s), {size}</source>
            <translation>
                <numerusform>About %Ln tile, {size}</numerusform>
                <numerusform>About %Ln tiles, {size}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Apply %n decision(s) and sync</source>
            <translation>
                <numerusform>Apply %n decision and sync</numerusform>
                <numerusform>Apply %n decisions and sync</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Confirm %n deletion(s)…</source>
            <translation>
                <numerusform>Confirm %n deletion…</numerusform>
                <numerusform>Confirm %n deletions…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Delete %n file(s)?</source>
            <translation>
                <numerusform>Delete %n file?</numerusform>
                <numerusform>Delete %n files?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Discard %n row(s)</source>
            <translation>
                <numerusform>Discard %n row</numerusform>
                <numerusform>Discard %n rows</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Receive %n change(s)</source>
            <translation>
                <numerusform>Receive %n change</numerusform>
                <numerusform>Receive %n changes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Repair %n finding(s)</source>
            <translation>
                <numerusform>Repair %n finding</numerusform>
                <numerusform>Repair %n findings</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Resolve %n conflict(s)…</source>
            <translation>
                <numerusform>Resolve %n conflict…</numerusform>
                <numerusform>Resolve %n conflicts…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Saves the edits of %n layer(s) first, then syncs.</source>
            <translation>
                <numerusform>Saves the edits of %n layer first, then syncs.</numerusform>
                <numerusform>Saves the edits of %n layers first, then syncs.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Send %n change(s)</source>
            <translation>
                <numerusform>Send %n change</numerusform>
                <numerusform>Send %n changes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Undo %n row(s)</source>
            <translation>
                <numerusform>Undo %n row</numerusform>
                <numerusform>Undo %n rows</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>about %n minute(s)</source>
            <translation>
                <numerusform>about %n minute</numerusform>
                <numerusform>about %n minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{estimate}; %n layer(s) cannot be weighed beforehand</source>
            <translation>
                <numerusform>{estimate}; %n layer cannot be weighed beforehand</numerusform>
                <numerusform>{estimate}; %n layers cannot be weighed beforehand</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{kind}, %Ln vertices</source>
            <translation>
                <numerusform>{kind}, %Ln vertex</numerusform>
                <numerusform>{kind}, %Ln vertices</numerusform>
            </translation>
        </message>
    </context>
</TS>
