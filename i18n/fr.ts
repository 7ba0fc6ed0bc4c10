<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
    <context>
        <name>QFieldCloudSync</name>
        <message numerus="yes">
            <source>%n change(s)</source>
            <translation>
                <numerusform>%n modification</numerusform>
                <numerusform>%n modifications</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) were made here and in the field, differently.</source>
            <translation>
                <numerusform>%n modification a été faite différemment ici et sur le terrain.</numerusform>
                <numerusform>%n modifications ont été faites différemment ici et sur le terrain.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n changed</source>
            <translation>
                <numerusform>%n modifié</numerusform>
                <numerusform>%n modifiés</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n conflict(s)</source>
            <translation>
                <numerusform>%n conflit</numerusform>
                <numerusform>%n conflits</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) ago</source>
            <translation>
                <numerusform>il y a %n jour</numerusform>
                <numerusform>il y a %n jours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n deleted</source>
            <translation>
                <numerusform>%n supprimé</numerusform>
                <numerusform>%n supprimés</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n error(s) to mend</source>
            <translation>
                <numerusform>%n erreur à corriger</numerusform>
                <numerusform>%n erreurs à corriger</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s)</source>
            <translation>
                <numerusform>%n fichier</numerusform>
                <numerusform>%n fichiers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s) ago</source>
            <translation>
                <numerusform>il y a %n heure</numerusform>
                <numerusform>il y a %n heures</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n member(s)</source>
            <translation>
                <numerusform>%n membre</numerusform>
                <numerusform>%n membres</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s) ago</source>
            <translation>
                <numerusform>il y a %n minute</numerusform>
                <numerusform>il y a %n minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more attachment(s)</source>
            <translation>
                <numerusform>%n pièce jointe de plus</numerusform>
                <numerusform>%n pièces jointes de plus</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more conflict(s)</source>
            <translation>
                <numerusform>%n conflit de plus</numerusform>
                <numerusform>%n conflits de plus</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more file(s)</source>
            <translation>
                <numerusform>%n autre fichier</numerusform>
                <numerusform>%n autres fichiers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more row(s)</source>
            <translation>
                <numerusform>%n ligne de plus</numerusform>
                <numerusform>%n lignes de plus</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>%n nouveau</numerusform>
                <numerusform>%n nouveaux</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n old version(s)</source>
            <translation>
                <numerusform>%n ancienne version</numerusform>
                <numerusform>%n anciennes versions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n older job(s)</source>
            <translation>
                <numerusform>%n tâche plus ancienne</numerusform>
                <numerusform>%n tâches plus anciennes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s)</source>
            <translation>
                <numerusform>%n ligne</numerusform>
                <numerusform>%n lignes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) discarded.</source>
            <translation>
                <numerusform>%n ligne abandonnée.</numerusform>
                <numerusform>%n lignes abandonnées.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n version(s)</source>
            <translation>
                <numerusform>%n version</numerusform>
                <numerusform>%n versions</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Description</source>
            <translation>&amp;Description</translation>
        </message>
        <message>
            <source>&amp;Kind</source>
            <translation>&amp;Type</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>&amp;Nom</translation>
        </message>
        <message>
            <source>&amp;Owner</source>
            <translation>&amp;Propriétaire</translation>
        </message>
        <message>
            <source>&amp;Password</source>
            <translation>&amp;Mot de passe</translation>
        </message>
        <message>
            <source>&amp;Project</source>
            <translation>&amp;Projet</translation>
        </message>
        <message>
            <source>&amp;Server</source>
            <translation>&amp;Serveur</translation>
        </message>
        <message>
            <source>&amp;Token</source>
            <translation>&amp;Jeton</translation>
        </message>
        <message>
            <source>&amp;Username</source>
            <translation>Nom d'&amp;utilisateur</translation>
        </message>
        <message>
            <source>&amp;Value</source>
            <translation>&amp;Valeur</translation>
        </message>
        <message>
            <source>&amp;Versions kept of each file</source>
            <translation>&amp;Versions gardées de chaque fichier</translation>
        </message>
        <message>
            <source>A change does not fit: in “{table}” the row {key} {reason}. Nothing was changed.</source>
            <translation>Une modification ne convient pas : dans « {table} », la ligne {key} {reason}. Rien n'a été modifié.</translation>
        </message>
        <message>
            <source>A change in “{table}” cannot be sent as a delta: {reason}.</source>
            <translation>Une modification dans « {table} » ne peut pas être envoyée comme delta : {reason}.</translation>
        </message>
        <message>
            <source>A cloud project holds one QGIS project file, “{known}”; this one stays here. To send it instead, move the other out of the folder.</source>
            <translation>Un projet cloud contient un seul fichier de projet QGIS, « {known} » ; celui-ci reste ici. Pour l'envoyer à la place, déplacez l'autre hors du dossier.</translation>
        </message>
        <message>
            <source>A cloud project holds only one QGIS project file. The second one was not uploaded.</source>
            <translation>Un projet cloud ne contient qu'un seul fichier de projet QGIS. Le second n'a pas été envoyé.</translation>
        </message>
        <message>
            <source>A file was uploaded meanwhile; the changes are applied to the new one.</source>
            <translation>Un fichier a été envoyé entre-temps ; les modifications sont appliquées au nouveau.</translation>
        </message>
        <message>
            <source>A layer that lives in another project is repaired there.</source>
            <translation>Une couche qui vit dans un autre projet se répare là-bas.</translation>
        </message>
        <message>
            <source>A map theme</source>
            <translation>Un thème de carte</translation>
        </message>
        <message>
            <source>A map to find the way, without a connection</source>
            <translation>Une carte pour trouver son chemin, sans connexion</translation>
        </message>
        <message>
            <source>A place on the server, to be filled later.</source>
            <translation>Une place sur le serveur, à remplir plus tard.</translation>
        </message>
        <message>
            <source>A server and a readable authentication configuration are needed.</source>
            <translation>Il faut un serveur et une configuration d'authentification lisible.</translation>
        </message>
        <message>
            <source>A small package is quick to make and quick to download.</source>
            <translation>Un petit paquet se prépare et se télécharge vite.</translation>
        </message>
        <message>
            <source>A temporary layer: its features are lost when QGIS closes. Make it permanent first.</source>
            <translation>Une couche temporaire : ses entités sont perdues à la fermeture de QGIS. Rendez-la d'abord permanente.</translation>
        </message>
        <message>
            <source>A text is not Unicode ({reason}).</source>
            <translation>Un texte n'est pas en Unicode ({reason}).</translation>
        </message>
        <message>
            <source>A token is kept in the system's keyring or in QGIS's encrypted database, never the password.</source>
            <translation>Un jeton est gardé dans le trousseau du système ou dans la base chiffrée de QGIS, jamais le mot de passe.</translation>
        </message>
        <message>
            <source>A trigger in a GeoPackage undoes everything again and again. Nothing was changed.</source>
            <translation>Un déclencheur dans un GeoPackage annule tout à chaque fois. Rien n'a été modifié.</translation>
        </message>
        <message>
            <source>A view of other tables can be looked at, but not edited.</source>
            <translation>Une vue sur d'autres tables peut être consultée, mais pas modifiée.</translation>
        </message>
        <message numerus="yes">
            <source>About %Ln tile(s), {size}</source>
            <translation>
                <numerusform>Environ %Ln tuile, {size}</numerusform>
                <numerusform>Environ %Ln tuiles, {size}</numerusform>
            </translation>
        </message>
        <message>
            <source>About {size}, made in {time}</source>
            <translation>Environ {size}, prêt en {time}</translation>
        </message>
        <message>
            <source>Accounts</source>
            <translation>Comptes</translation>
        </message>
        <message>
            <source>Accounts and settings</source>
            <translation>Comptes et réglages</translation>
        </message>
        <message>
            <source>Accounts on this computer</source>
            <translation>Comptes sur cet ordinateur</translation>
        </message>
        <message>
            <source>Active layer</source>
            <translation>Couche active</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Ajouter</translation>
        </message>
        <message>
            <source>Add a UUID to “{name}”, fill it, and let the relation use it.</source>
            <translation>Ajouter un UUID à « {name} », le remplir et l'utiliser dans la relation.</translation>
        </message>
        <message>
            <source>Add an integer primary key; what was the key stays unique.</source>
            <translation>Ajouter une clé primaire entière ; l'ancienne clé reste unique.</translation>
        </message>
        <message>
            <source>Add features</source>
            <translation>Ajouter des entités</translation>
        </message>
        <message>
            <source>Add member</source>
            <translation>Ajouter un membre</translation>
        </message>
        <message>
            <source>Add member…</source>
            <translation>Ajouter un membre…</translation>
        </message>
        <message>
            <source>Add one below; nobody can read it afterwards.</source>
            <translation>Ajoutez-en un ci-dessous ; personne ne peut le lire ensuite.</translation>
        </message>
        <message>
            <source>Add person</source>
            <translation>Ajouter une personne</translation>
        </message>
        <message>
            <source>Add to team</source>
            <translation>Ajouter à l'équipe</translation>
        </message>
        <message>
            <source>Administrator</source>
            <translation>Administrateur</translation>
        </message>
        <message>
            <source>Administrators can do everything, also keep the secrets.</source>
            <translation>Les administrateurs peuvent tout faire, même gérer les secrets.</translation>
        </message>
        <message>
            <source>Administrators look after members, teams and all projects of the organization.</source>
            <translation>Les administrateurs gèrent les membres, les équipes et tous les projets de l'organisation.</translation>
        </message>
        <message>
            <source>After moving</source>
            <translation>Après un déplacement de</translation>
        </message>
        <message>
            <source>Alert inside of an area</source>
            <translation>Alerte à l'intérieur d'une zone</translation>
        </message>
        <message>
            <source>Alert outside of all areas</source>
            <translation>Alerte en dehors de toutes les zones</translation>
        </message>
        <message>
            <source>All changes of devices…</source>
            <translation>Toutes les modifications des appareils…</translation>
        </message>
        <message>
            <source>All conflicts</source>
            <translation>Tous les conflits</translation>
        </message>
        <message>
            <source>All files, versions and edits on the server are lost. Your local files stay.</source>
            <translation>Tous les fichiers, versions et modifications sur le serveur sont perdus. Vos fichiers locaux restent.</translation>
        </message>
        <message>
            <source>All layers editable offline</source>
            <translation>Toutes les couches modifiables hors ligne</translation>
        </message>
        <message>
            <source>All layers left out</source>
            <translation>Toutes les couches omises</translation>
        </message>
        <message>
            <source>All of it, or only one area?</source>
            <translation>Tout, ou seulement une zone ?</translation>
        </message>
        <message>
            <source>All projects</source>
            <translation>Tous les projets</translation>
        </message>
        <message>
            <source>All settings for the field…</source>
            <translation>Tous les réglages pour le terrain…</translation>
        </message>
        <message>
            <source>An organization owns projects; a team gets a role in a project as one.</source>
            <translation>Une organisation possède des projets ; une équipe entière reçoit un rôle dans un projet.</translation>
        </message>
        <message>
            <source>Another account…</source>
            <translation>Autre compte…</translation>
        </message>
        <message>
            <source>Another cloud project</source>
            <translation>Un autre projet cloud</translation>
        </message>
        <message>
            <source>Another feature has the key {key!r} already.</source>
            <translation>Une autre entité a déjà la clé {key!r}.</translation>
        </message>
        <message>
            <source>Another feature has the key {key!r} by now.</source>
            <translation>Une autre entité a entre-temps la clé {key!r}.</translation>
        </message>
        <message>
            <source>Another feature has this value already: {text}.</source>
            <translation>Une autre entité a déjà cette valeur : {text}.</translation>
        </message>
        <message>
            <source>Any role</source>
            <translation>Tous les rôles</translation>
        </message>
        <message>
            <source>Any time</source>
            <translation>Toutes les dates</translation>
        </message>
        <message>
            <source>Applies a changeset to a GeoPackage, or a delta file from QField to a project.
A changeset is applied as a whole or not at all. Every delta gets its own result; the log says which were refused and why. “Take back” undoes instead.</source>
            <translation>Applique un jeu de modifications à un GeoPackage, ou un fichier delta de QField à un projet.
Un jeu de modifications est appliqué en entier ou pas du tout. Chaque delta a son propre résultat ; le journal dit lesquels ont été refusés et pourquoi. « Annuler au lieu d'appliquer » défait les modifications.</translation>
        </message>
        <message numerus="yes">
            <source>Apply %n decision(s) and sync</source>
            <translation>
                <numerusform>Appliquer %n décision et synchroniser</numerusform>
                <numerusform>Appliquer %n décisions et synchroniser</numerusform>
            </translation>
        </message>
        <message>
            <source>Apply again</source>
            <translation>Appliquer à nouveau</translation>
        </message>
        <message>
            <source>Apply changes</source>
            <translation>Appliquer les modifications</translation>
        </message>
        <message>
            <source>Applying changes here</source>
            <translation>Application des modifications ici</translation>
        </message>
        <message>
            <source>Applying the changes</source>
            <translation>Application des modifications</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>Zone</translation>
        </message>
        <message>
            <source>Area for</source>
            <translation>Zone pour</translation>
        </message>
        <message>
            <source>Areas</source>
            <translation>Zones</translation>
        </message>
        <message>
            <source>As</source>
            <translation>Sous forme de</translation>
        </message>
        <message>
            <source>As it is</source>
            <translation>Tel quel</translation>
        </message>
        <message>
            <source>As it was sent</source>
            <translation>Tel qu'envoyé</translation>
        </message>
        <message>
            <source>Ask about a job</source>
            <translation>S'informer d'une tâche</translation>
        </message>
        <message>
            <source>Ask server</source>
            <translation>Interroger le serveur</translation>
        </message>
        <message>
            <source>At least three letters, digits, - or _, and a letter first.</source>
            <translation>Au moins trois lettres, chiffres, - ou _, et d'abord une lettre.</translation>
        </message>
        <message>
            <source>At the start</source>
            <translation>Au début</translation>
        </message>
        <message>
            <source>Attachments</source>
            <translation>Pièces jointes</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Retour</translation>
        </message>
        <message>
            <source>Base map</source>
            <translation>Fond de carte</translation>
        </message>
        <message>
            <source>Bearing</source>
            <translation>Direction</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>Avant</translation>
        </message>
        <message>
            <source>Beginning…</source>
            <translation>Début…</translation>
        </message>
        <message>
            <source>Behaviour</source>
            <translation>Comportement</translation>
        </message>
        <message>
            <source>Between…</source>
            <translation>Entre…</translation>
        </message>
        <message>
            <source>Brings together what two people did to copies of the same GeoPackage.
Different rows, and different columns of one row, are merged. Where both changed the same value, the chosen side stays, and the log tells both values.</source>
            <translation>Réunit ce que deux personnes ont fait à des copies du même GeoPackage.
Des lignes différentes, et des colonnes différentes d'une ligne, sont fusionnées. Là où les deux ont modifié la même valeur, le côté choisi reste et le journal donne les deux valeurs.</translation>
        </message>
        <message>
            <source>Buttons instead of a list up to</source>
            <translation>Boutons au lieu d'une liste jusqu'à</translation>
        </message>
        <message>
            <source>By QFieldCloud</source>
            <translation>Par QFieldCloud</translation>
        </message>
        <message>
            <source>By cable</source>
            <translation>Par câble</translation>
        </message>
        <message>
            <source>Cable</source>
            <translation>Câble</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Cancelled. Nothing was changed.</source>
            <translation>Annulé. Rien n'a été modifié.</translation>
        </message>
        <message>
            <source>Cancelled. Nothing was left behind.</source>
            <translation>Annulé. Il n'en reste rien.</translation>
        </message>
        <message>
            <source>Cancelled. What was done so far is kept.</source>
            <translation>Annulé. Ce qui a été fait jusque-là est conservé.</translation>
        </message>
        <message>
            <source>Cannot start editing layer "{id}": “{layer}” is read-only in the project.</source>
            <translation>Impossible de modifier la couche "{id}" : « {layer} » est en lecture seule dans le projet.</translation>
        </message>
        <message>
            <source>Capital letters, digits and _, a letter first.</source>
            <translation>Majuscules, chiffres et _, une lettre d'abord.</translation>
        </message>
        <message>
            <source>Change attributes</source>
            <translation>Modifier les attributs</translation>
        </message>
        <message>
            <source>Change geometries</source>
            <translation>Modifier les géométries</translation>
        </message>
        <message>
            <source>Change project</source>
            <translation>Modifier le projet</translation>
        </message>
        <message>
            <source>Change role</source>
            <translation>Modifier le rôle</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Modifié</translation>
        </message>
        <message>
            <source>Changed files as JSON</source>
            <translation>Fichiers modifiés en JSON</translation>
        </message>
        <message>
            <source>Changed here</source>
            <translation>Modifié ici</translation>
        </message>
        <message>
            <source>Changed here and on the server.</source>
            <translation>Modifié ici et sur le serveur.</translation>
        </message>
        <message>
            <source>Changed here, deleted by somebody else.</source>
            <translation>Modifié ici, supprimé par quelqu'un d'autre.</translation>
        </message>
        <message>
            <source>Changed here, deleted on the server.</source>
            <translation>Modifié ici, supprimé sur le serveur.</translation>
        </message>
        <message>
            <source>Changed on the server</source>
            <translation>Modifié sur le serveur</translation>
        </message>
        <message>
            <source>Changed rows</source>
            <translation>Lignes modifiées</translation>
        </message>
        <message>
            <source>Changed since {}</source>
            <translation>Modifié depuis {}</translation>
        </message>
        <message>
            <source>Changes applied</source>
            <translation>Modifications appliquées</translation>
        </message>
        <message>
            <source>Changes are known for layers of GeoPackages in the project's folder.</source>
            <translation>Les modifications sont connues pour les couches des GeoPackages du dossier du projet.</translation>
        </message>
        <message>
            <source>Changes of this layer…</source>
            <translation>Modifications de cette couche…</translation>
        </message>
        <message>
            <source>Changes on the server…</source>
            <translation>Modifications sur le serveur…</translation>
        </message>
        <message>
            <source>Changes refused</source>
            <translation>Modifications refusées</translation>
        </message>
        <message>
            <source>Changeset</source>
            <translation>Jeu de modifications</translation>
        </message>
        <message>
            <source>Changeset or delta file</source>
            <translation>Jeu de modifications ou fichier delta</translation>
        </message>
        <message>
            <source>Changesets (*.changes)</source>
            <translation>Jeux de modifications (*.changes)</translation>
        </message>
        <message>
            <source>Check and repair project</source>
            <translation>Vérifier et réparer le projet</translation>
        </message>
        <message>
            <source>Check for changes</source>
            <translation>Chercher des modifications</translation>
        </message>
        <message>
            <source>Check only</source>
            <translation>Vérifier seulement</translation>
        </message>
        <message>
            <source>Check project</source>
            <translation>Vérifier le projet</translation>
        </message>
        <message>
            <source>Checking the package's layers</source>
            <translation>Vérification des couches du paquet</translation>
        </message>
        <message>
            <source>Checking the project file</source>
            <translation>Vérification du fichier de projet</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>Vérification…</translation>
        </message>
        <message>
            <source>Checks</source>
            <translation>Vérifications</translation>
        </message>
        <message>
            <source>Checks {}</source>
            <translation>Vérifications {}</translation>
        </message>
        <message>
            <source>Choose a change to go back before</source>
            <translation>Choisissez la modification avant laquelle revenir</translation>
        </message>
        <message>
            <source>Choose a folder outside of the project's own.</source>
            <translation>Choisissez un dossier en dehors de celui du projet.</translation>
        </message>
        <message>
            <source>Choose a folder.</source>
            <translation>Choisissez un dossier.</translation>
        </message>
        <message>
            <source>Choose a moment. Next you see what changed since, and decide what goes back.</source>
            <translation>Choisissez un moment. Vous verrez ensuite ce qui a changé depuis et déciderez de ce qui revient en arrière.</translation>
        </message>
        <message>
            <source>Choose rows to discard</source>
            <translation>Choisissez des lignes à abandonner</translation>
        </message>
        <message>
            <source>Choose rows to undo</source>
            <translation>Choisissez des lignes à annuler</translation>
        </message>
        <message>
            <source>Choose what stays. The other value is not lost: it is kept in the history.</source>
            <translation>Choisissez ce qui reste. L'autre valeur n'est pas perdue : elle est gardée dans l'historique.</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Effacer</translation>
        </message>
        <message>
            <source>Click a value to keep it, or type another one under Result.</source>
            <translation>Cliquez sur une valeur pour la garder, ou écrivez-en une autre sous Résultat.</translation>
        </message>
        <message>
            <source>Clone</source>
            <translation>Cloner</translation>
        </message>
        <message>
            <source>Clone project</source>
            <translation>Cloner le projet</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Cloud project</source>
            <translation>Projet cloud</translation>
        </message>
        <message>
            <source>Cloud projects</source>
            <translation>Projets cloud</translation>
        </message>
        <message>
            <source>Column {}</source>
            <translation>Colonne {}</translation>
        </message>
        <message>
            <source>Common beginning</source>
            <translation>Origine commune</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Comparer</translation>
        </message>
        <message>
            <source>Compare two GeoPackages</source>
            <translation>Comparer deux GeoPackages</translation>
        </message>
        <message>
            <source>Compare versions</source>
            <translation>Comparer des versions</translation>
        </message>
        <message>
            <source>Comparing</source>
            <translation>Comparaison</translation>
        </message>
        <message numerus="yes">
            <source>Confirm %n deletion(s)…</source>
            <translation>
                <numerusform>Confirmer %n suppression…</numerusform>
                <numerusform>Confirmer %n suppressions…</numerusform>
            </translation>
        </message>
        <message>
            <source>Conflicts</source>
            <translation>Conflits</translation>
        </message>
        <message>
            <source>Copied as it is</source>
            <translation>Copiée telle quelle</translation>
        </message>
        <message>
            <source>Copied, if it is not there yet</source>
            <translation>Copiée, si elle n'y est pas encore</translation>
        </message>
        <message>
            <source>Copy address</source>
            <translation>Copier l'adresse</translation>
        </message>
        <message>
            <source>Copy attachments too</source>
            <translation>Copier aussi les pièces jointes</translation>
        </message>
        <message>
            <source>Copy link</source>
            <translation>Copier le lien</translation>
        </message>
        <message>
            <source>Copy the file into the project's folder and use the copy.</source>
            <translation>Copier le fichier dans le dossier du projet et utiliser la copie.</translation>
        </message>
        <message>
            <source>Copy the files that exist into “{folder}” and store relative paths.</source>
            <translation>Copier les fichiers existants dans « {folder} » et enregistrer des chemins relatifs.</translation>
        </message>
        <message>
            <source>Copy the value that lost</source>
            <translation>Copier la valeur écartée</translation>
        </message>
        <message>
            <source>Copying files</source>
            <translation>Copie des fichiers</translation>
        </message>
        <message>
            <source>Copying rows</source>
            <translation>Copie des lignes</translation>
        </message>
        <message>
            <source>Create</source>
            <translation>Créer</translation>
        </message>
        <message>
            <source>Create an account…</source>
            <translation>Créer un compte…</translation>
        </message>
        <message>
            <source>Create and send</source>
            <translation>Créer et envoyer</translation>
        </message>
        <message>
            <source>Create project</source>
            <translation>Créer le projet</translation>
        </message>
        <message>
            <source>Create team</source>
            <translation>Créer une équipe</translation>
        </message>
        <message>
            <source>Create the project</source>
            <translation>Créer le projet</translation>
        </message>
        <message>
            <source>Creator</source>
            <translation>Créateur</translation>
        </message>
        <message>
            <source>Creators make projects that belong to the organization.</source>
            <translation>Les créateurs font des projets qui appartiennent à l'organisation.</translation>
        </message>
        <message>
            <source>Current map view</source>
            <translation>Vue actuelle de la carte</translation>
        </message>
        <message>
            <source>Database service (pg_service.conf)</source>
            <translation>Service de base de données (pg_service.conf)</translation>
        </message>
        <message>
            <source>Decide many</source>
            <translation>Trancher en lot</translation>
        </message>
        <message>
            <source>Decided conflicts</source>
            <translation>Conflits tranchés</translation>
        </message>
        <message>
            <source>Decided conflicts…</source>
            <translation>Conflits tranchés…</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Supprimer</translation>
        </message>
        <message numerus="yes">
            <source>Delete %n file(s)?</source>
            <translation>
                <numerusform>Supprimer %n fichier ?</numerusform>
                <numerusform>Supprimer %n fichiers ?</numerusform>
            </translation>
        </message>
        <message>
            <source>Delete cloud project</source>
            <translation>Supprimer le projet cloud</translation>
        </message>
        <message>
            <source>Delete cloud project…</source>
            <translation>Supprimer le projet cloud…</translation>
        </message>
        <message>
            <source>Delete features</source>
            <translation>Supprimer des entités</translation>
        </message>
        <message>
            <source>Delete file</source>
            <translation>Supprimer le fichier</translation>
        </message>
        <message>
            <source>Delete old versions</source>
            <translation>Supprimer les anciennes versions</translation>
        </message>
        <message>
            <source>Delete secret</source>
            <translation>Supprimer le secret</translation>
        </message>
        <message>
            <source>Delete team</source>
            <translation>Supprimer l'équipe</translation>
        </message>
        <message>
            <source>Delete team {}</source>
            <translation>Supprimer l'équipe {}</translation>
        </message>
        <message>
            <source>Delete the chosen secret</source>
            <translation>Supprimer le secret choisi</translation>
        </message>
        <message>
            <source>Delete the version of {when} of {file}?</source>
            <translation>Supprimer la version du {when} de {file} ?</translation>
        </message>
        <message>
            <source>Delete this version…</source>
            <translation>Supprimer cette version…</translation>
        </message>
        <message>
            <source>Delete version</source>
            <translation>Supprimer la version</translation>
        </message>
        <message>
            <source>Delete {versions}, {size}…</source>
            <translation>Supprimer {versions}, {size}…</translation>
        </message>
        <message>
            <source>Delete “{}” for everybody?</source>
            <translation>Supprimer « {} » pour tout le monde ?</translation>
        </message>
        <message>
            <source>Deleted</source>
            <translation>Supprimé</translation>
        </message>
        <message>
            <source>Deleted here, changed by somebody else.</source>
            <translation>Supprimé ici, modifié par quelqu'un d'autre.</translation>
        </message>
        <message>
            <source>Deleted here, changed on the server.</source>
            <translation>Supprimé ici, modifié sur le serveur.</translation>
        </message>
        <message>
            <source>Deleting removes all files and versions on the server, for everybody.</source>
            <translation>Supprimer retire tous les fichiers et versions du serveur, pour tout le monde.</translation>
        </message>
        <message>
            <source>Delta</source>
            <translation>Delta</translation>
        </message>
        <message>
            <source>Deltas overwrite values that were changed meanwhile</source>
            <translation>Les deltas écrasent les valeurs modifiées entre-temps</translation>
        </message>
        <message>
            <source>Devices</source>
            <translation>Appareils</translation>
        </message>
        <message>
            <source>Devices can download the new package.</source>
            <translation>Les appareils peuvent télécharger le nouveau paquet.</translation>
        </message>
        <message>
            <source>Devices download it and send edits back by themselves. Everyone can edit at once.</source>
            <translation>Les appareils le téléchargent et renvoient leurs modifications eux-mêmes. Tous peuvent modifier en même temps.</translation>
        </message>
        <message>
            <source>Devices fetch packages from QFieldCloud, or you copy a folder to them.</source>
            <translation>Les appareils prennent leurs paquets sur QFieldCloud, ou vous y copiez un dossier.</translation>
        </message>
        <message>
            <source>Digitize</source>
            <translation>Numériser</translation>
        </message>
        <message numerus="yes">
            <source>Discard %n row(s)</source>
            <translation>
                <numerusform>Abandonner %n ligne</numerusform>
                <numerusform>Abandonner %n lignes</numerusform>
            </translation>
        </message>
        <message>
            <source>Discard all shown</source>
            <translation>Abandonner tout ce qui est affiché</translation>
        </message>
        <message>
            <source>Discard changes</source>
            <translation>Abandonner des modifications</translation>
        </message>
        <message>
            <source>Discarded rows go back to what they were.</source>
            <translation>Les lignes abandonnées redeviennent ce qu'elles étaient.</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Terminé</translation>
        </message>
        <message>
            <source>Download cloud project</source>
            <translation>Télécharger un projet cloud</translation>
        </message>
        <message>
            <source>Download file</source>
            <translation>Télécharger le fichier</translation>
        </message>
        <message>
            <source>Download into</source>
            <translation>Télécharger dans</translation>
        </message>
        <message>
            <source>Download project</source>
            <translation>Télécharger le projet</translation>
        </message>
        <message>
            <source>Download the project afterwards, or put files into its folder and sync.</source>
            <translation>Téléchargez ensuite le projet, ou mettez des fichiers dans son dossier et synchronisez.</translation>
        </message>
        <message>
            <source>Download version</source>
            <translation>Télécharger la version</translation>
        </message>
        <message>
            <source>Download…</source>
            <translation>Télécharger…</translation>
        </message>
        <message>
            <source>Draw</source>
            <translation>Dessiner</translation>
        </message>
        <message>
            <source>Draw the base map, if the project asks for one and has none</source>
            <translation>Dessiner le fond de carte si le projet en demande un et n'en a pas</translation>
        </message>
        <message>
            <source>Drawing the base map</source>
            <translation>Dessin du fond de carte</translation>
        </message>
        <message>
            <source>Each of these files gets a new version; what came later stays in the history.</source>
            <translation>Chacun de ces fichiers reçoit une nouvelle version ; ce qui est venu après reste dans l'historique.</translation>
        </message>
        <message>
            <source>Editable offline</source>
            <translation>Modifiable hors ligne</translation>
        </message>
        <message>
            <source>Editor</source>
            <translation>Éditeur</translation>
        </message>
        <message>
            <source>Editors add, change and delete features and files.</source>
            <translation>Les éditeurs ajoutent, modifient et suppriment des entités et des fichiers.</translation>
        </message>
        <message>
            <source>Editors can still change data, but not layers, forms and styles.</source>
            <translation>Les éditeurs peuvent toujours modifier les données, mais pas les couches, formulaires et styles.</translation>
        </message>
        <message>
            <source>Edits you save in QGIS appear here.</source>
            <translation>Les modifications que vous enregistrez dans QGIS apparaissent ici.</translation>
        </message>
        <message>
            <source>Empty WKT string!</source>
            <translation>Texte WKT vide !</translation>
        </message>
        <message>
            <source>Empty: date, time and position</source>
            <translation>Vide : date, heure et position</translation>
        </message>
        <message>
            <source>Entries shown of {}</source>
            <translation>Entrées affichées de {}</translation>
        </message>
        <message>
            <source>Environment variable</source>
            <translation>Variable d'environnement</translation>
        </message>
        <message>
            <source>Errors</source>
            <translation>Erreurs</translation>
        </message>
        <message>
            <source>Errors have to be mended before you go on; warnings tell what to expect.</source>
            <translation>Les erreurs doivent être corrigées avant de continuer ; les avertissements disent à quoi s'attendre.</translation>
        </message>
        <message>
            <source>Even if nothing has changed</source>
            <translation>Même si rien n'a changé</translation>
        </message>
        <message>
            <source>Every</source>
            <translation>Toutes les</translation>
        </message>
        <message>
            <source>Every change of this feature, newest first</source>
            <translation>Toutes les modifications de cette entité, les plus récentes d'abord</translation>
        </message>
        <message>
            <source>Every change that was sent, newest first</source>
            <translation>Toutes les modifications envoyées, les plus récentes d'abord</translation>
        </message>
        <message>
            <source>Every member is in a team already. Add people to the organization first.</source>
            <translation>Tous les membres sont déjà dans une équipe. Ajoutez d'abord des personnes à l'organisation.</translation>
        </message>
        <message>
            <source>Every row is the same on both sides.</source>
            <translation>Chaque ligne est la même des deux côtés.</translation>
        </message>
        <message>
            <source>Every sync makes new versions; they stay here.</source>
            <translation>Chaque synchronisation crée de nouvelles versions ; elles restent ici.</translation>
        </message>
        <message>
            <source>Everyone</source>
            <translation>Tout le monde</translation>
        </message>
        <message>
            <source>Everyone on this server</source>
            <translation>Tout le monde sur ce serveur</translation>
        </message>
        <message>
            <source>Everyone on this server may see it</source>
            <translation>Tout le monde sur ce serveur peut le voir</translation>
        </message>
        <message>
            <source>Everything else was taken. Until you decide, these stay as they are on both sides.</source>
            <translation>Tout le reste a été repris. Jusqu'à votre décision, elles restent telles quelles des deux côtés.</translation>
        </message>
        <message>
            <source>Everything is ready</source>
            <translation>Tout est prêt</translation>
        </message>
        <message>
            <source>Everything is up to date.</source>
            <translation>Tout est à jour.</translation>
        </message>
        <message>
            <source>Feature form</source>
            <translation>Formulaire</translation>
        </message>
        <message>
            <source>Features that belong to them, such as visits to a tree, come along.</source>
            <translation>Ce qui leur appartient, comme les visites d'un arbre, les accompagne.</translation>
        </message>
        <message>
            <source>Fetch files</source>
            <translation>Récupérer les fichiers</translation>
        </message>
        <message>
            <source>Fetch history</source>
            <translation>Récupérer l'historique</translation>
        </message>
        <message>
            <source>Fetch logo</source>
            <translation>Récupérer le logo</translation>
        </message>
        <message>
            <source>Fetch members</source>
            <translation>Récupérer les membres</translation>
        </message>
        <message>
            <source>Fetch organizations</source>
            <translation>Récupérer les organisations</translation>
        </message>
        <message>
            <source>Fetch people</source>
            <translation>Récupérer les personnes</translation>
        </message>
        <message>
            <source>Fetch photos only when they are looked at</source>
            <translation>Ne récupérer les photos que lorsqu'on les regarde</translation>
        </message>
        <message>
            <source>Fetch projects</source>
            <translation>Récupérer les projets</translation>
        </message>
        <message>
            <source>Fetch secrets</source>
            <translation>Récupérer les secrets</translation>
        </message>
        <message>
            <source>Fetch storage</source>
            <translation>Demander l'espace occupé</translation>
        </message>
        <message>
            <source>Fetching the files that are changed</source>
            <translation>Récupération des fichiers concernés</translation>
        </message>
        <message>
            <source>Fetching the project's files</source>
            <translation>Récupération des fichiers du projet</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Fichier</translation>
        </message>
        <message>
            <source>File names that not every system knows</source>
            <translation>Noms de fichiers inconnus de certains systèmes</translation>
        </message>
        <message>
            <source>File “{path}” lies outside of the project folder.</source>
            <translation>Le fichier « {path} » est hors du dossier du projet.</translation>
        </message>
        <message>
            <source>File “{path}” missing.</source>
            <translation>Le fichier « {path} » manque.</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Fichiers</translation>
        </message>
        <message>
            <source>Files sent</source>
            <translation>Fichiers envoyés</translation>
        </message>
        <message>
            <source>Files, the largest first</source>
            <translation>Fichiers, les plus grands d'abord</translation>
        </message>
        <message>
            <source>Filter projects</source>
            <translation>Filtrer les projets</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>Constats</translation>
        </message>
        <message>
            <source>Findings as JSON</source>
            <translation>Constats en JSON</translation>
        </message>
        <message>
            <source>Finds the rows that were added, changed or deleted between two states of a GeoPackage.
The changes are written to a changeset file that “Apply changes” reads. Rows are told apart by their primary key; no file is changed.</source>
            <translation>Trouve les lignes ajoutées, modifiées ou supprimées entre deux états d'un GeoPackage.
Les modifications sont écrites dans un fichier que « Appliquer les modifications » sait lire. Les lignes sont reconnues à leur clé primaire ; aucun fichier n'est modifié.</translation>
        </message>
        <message>
            <source>Finished.</source>
            <translation>Terminé.</translation>
        </message>
        <message>
            <source>First copy</source>
            <translation>Première copie</translation>
        </message>
        <message>
            <source>First state</source>
            <translation>Premier état</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Dossier</translation>
        </message>
        <message>
            <source>Folder in the project</source>
            <translation>Dossier dans le projet</translation>
        </message>
        <message>
            <source>Folders for photos and files</source>
            <translation>Dossiers pour photos et fichiers</translation>
        </message>
        <message>
            <source>Folders with other data</source>
            <translation>Dossiers avec d'autres données</translation>
        </message>
        <message>
            <source>For a cable or a memory card. When it comes back, take the edits back from it.</source>
            <translation>Pour un câble ou une carte mémoire. À son retour, reprenez-en les modifications.</translation>
        </message>
        <message>
            <source>For accounts without a password, and for tokens made on the server.</source>
            <translation>Pour les comptes sans mot de passe, et pour les jetons créés sur le serveur.</translation>
        </message>
        <message>
            <source>For databases that the server reaches when it packages or applies changes.</source>
            <translation>Pour les bases de données que le serveur atteint quand il empaquette ou applique des modifications.</translation>
        </message>
        <message>
            <source>For whom (person:anna, team:north; empty: everyone)</source>
            <translation>Pour qui (person:anna, team:nord ; vide : tout le monde)</translation>
        </message>
        <message>
            <source>Forget</source>
            <translation>Oublier</translation>
        </message>
        <message>
            <source>Forget an account</source>
            <translation>Oublier un compte</translation>
        </message>
        <message>
            <source>Forget this account and its token</source>
            <translation>Oublier ce compte et son jeton</translation>
        </message>
        <message>
            <source>Forget {user} on {server}?</source>
            <translation>Oublier {user} sur {server} ?</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Du</translation>
        </message>
        <message>
            <source>From zoom level</source>
            <translation>Du niveau de zoom</translation>
        </message>
        <message>
            <source>GDAL broke down over “{file}” (exit {code})</source>
            <translation>GDAL s'est arrêté sur « {file} » (code {code})</translation>
        </message>
        <message>
            <source>GDAL guesses its geometry; load it as delimited text</source>
            <translation>GDAL devine sa géométrie ; chargez-le comme texte délimité</translation>
        </message>
        <message>
            <source>GDAL says of “{file}”: {reason}</source>
            <translation>GDAL dit de « {file} » : {reason}</translation>
        </message>
        <message>
            <source>GeoPackage (for a changeset) or project (for a delta file)</source>
            <translation>GeoPackage (pour un jeu de modifications) ou projet (pour un fichier delta)</translation>
        </message>
        <message>
            <source>GeoPackages (*.gpkg)</source>
            <translation>GeoPackages (*.gpkg)</translation>
        </message>
        <message>
            <source>GeoPackages and deltas</source>
            <translation>GeoPackages et deltas</translation>
        </message>
        <message>
            <source>Geofence</source>
            <translation>Géorepérage</translation>
        </message>
        <message>
            <source>Go back to an earlier state</source>
            <translation>Revenir à un état antérieur</translation>
        </message>
        <message>
            <source>Go back to an earlier state…</source>
            <translation>Revenir à un état antérieur…</translation>
        </message>
        <message>
            <source>HDOP</source>
            <translation>HDOP</translation>
        </message>
        <message>
            <source>Has the server package a project for QField, or read its project file again.</source>
            <translation>Demande au serveur d'empaqueter un projet pour QField, ou de relire son fichier de projet.</translation>
        </message>
        <message>
            <source>Here</source>
            <translation>Ici</translation>
        </message>
        <message>
            <source>Here and on the server are two different files of this name.</source>
            <translation>Ici et sur le serveur se trouvent deux fichiers différents de ce nom.</translation>
        </message>
        <message>
            <source>History of the selected feature…</source>
            <translation>Historique de l'entité sélectionnée…</translation>
        </message>
        <message>
            <source>Horizontal accuracy</source>
            <translation>Précision horizontale</translation>
        </message>
        <message>
            <source>How does the project get to the field?</source>
            <translation>Comment le projet va-t-il sur le terrain ?</translation>
        </message>
        <message>
            <source>Id of the cloud project</source>
            <translation>Identifiant du projet cloud</translation>
        </message>
        <message>
            <source>Id of the job</source>
            <translation>Identifiant de la tâche</translation>
        </message>
        <message>
            <source>Ignore jumps of more than</source>
            <translation>Ignorer les sauts de plus de</translation>
        </message>
        <message>
            <source>In projects: @{organization}/{team}</source>
            <translation>Dans les projets : @{organization}/{team}</translation>
        </message>
        <message>
            <source>In the field</source>
            <translation>Sur le terrain</translation>
        </message>
        <message>
            <source>In the package</source>
            <translation>Dans le paquet</translation>
        </message>
        <message>
            <source>In the package: {}</source>
            <translation>Dans le paquet : {}</translation>
        </message>
        <message>
            <source>In “{table}” a row is created twice, or changed after it was deleted.</source>
            <translation>Dans « {table} », une ligne est créée deux fois, ou modifiée après sa suppression.</translation>
        </message>
        <message>
            <source>In “{table}” a row is not as the second changeset expects it.</source>
            <translation>Dans « {table} », une ligne n'est pas telle que le second jeu de modifications l'attend.</translation>
        </message>
        <message>
            <source>Into a folder</source>
            <translation>Dans un dossier</translation>
        </message>
        <message>
            <source>Invalid layer "{id}": it is not a table of “{name}” that can be edited.</source>
            <translation>Couche "{id}" invalide : ce n'est pas une table modifiable de « {name} ».</translation>
        </message>
        <message>
            <source>Invalid layer "{id}": its file is not in the project's folder.</source>
            <translation>Couche "{id}" invalide : son fichier n'est pas dans le dossier du projet.</translation>
        </message>
        <message>
            <source>Invalid layer "{id}": the file “{name}” is missing.</source>
            <translation>Couche "{id}" invalide : le fichier « {name} » manque.</translation>
        </message>
        <message>
            <source>It has more than {} MB. Choose a smaller area or fewer zoom levels.</source>
            <translation>Il dépasse {} Mo. Choisissez une zone plus petite ou moins de niveaux de zoom.</translation>
        </message>
        <message>
            <source>It has no layer to draw: choose one.</source>
            <translation>Il n'a aucune couche à dessiner : choisissez-en une.</translation>
        </message>
        <message>
            <source>It is no longer on the server, or never was.</source>
            <translation>Cela n'est plus sur le serveur, ou n'y a jamais été.</translation>
        </message>
        <message>
            <source>It is removed from the server for everybody and cannot be brought back.</source>
            <translation>Elle est retirée du serveur pour tout le monde et ne peut pas être retrouvée.</translation>
        </message>
        <message>
            <source>It uses the primary key “{key}” of “{name}”. A row made in the field has none before it is synchronised, so nothing can be attached to it until then.</source>
            <translation>Elle utilise la clé primaire « {key} » de « {name} ». Une ligne créée sur le terrain n'en a pas avant la synchronisation ; rien ne peut donc y être rattaché jusque-là.</translation>
        </message>
        <message>
            <source>It will be left out: {problem}</source>
            <translation>Elle sera laissée de côté : {problem}</translation>
        </message>
        <message>
            <source>Its area is outside of what the project's coordinates reach.</source>
            <translation>Sa zone est hors de portée des coordonnées du projet.</translation>
        </message>
        <message>
            <source>Its file lies outside of the project's folder, so nobody else gets it.</source>
            <translation>Son fichier est hors du dossier du projet ; personne d'autre ne le reçoit.</translation>
        </message>
        <message>
            <source>Its path is absolute and leads nowhere on a phone.</source>
            <translation>Son chemin est absolu et ne mène nulle part sur un téléphone.</translation>
        </message>
        <message>
            <source>Its rows are in a database or a service. A server without QGIS leaves it there: the field needs a connection to see it, and cannot edit it.</source>
            <translation>Ses lignes sont dans une base de données ou un service. Un serveur sans QGIS les y laisse : sur le terrain, il faut une connexion pour les voir, et on ne peut pas les modifier.</translation>
        </message>
        <message>
            <source>Its tables were changed here and on the server in different ways: choose one of the two files.</source>
            <translation>Ses tables ont été modifiées différemment ici et sur le serveur : choisissez l'un des deux fichiers.</translation>
        </message>
        <message>
            <source>Its tiles are drawn now and travel with the project.</source>
            <translation>Ses tuiles sont dessinées maintenant et voyagent avec le projet.</translation>
        </message>
        <message>
            <source>JSON files (*.json)</source>
            <translation>Fichiers JSON (*.json)</translation>
        </message>
        <message>
            <source>Job</source>
            <translation>Tâche</translation>
        </message>
        <message>
            <source>Jobs</source>
            <translation>Tâches</translation>
        </message>
        <message>
            <source>Keep mine</source>
            <translation>Garder le mien</translation>
        </message>
        <message>
            <source>Keep theirs</source>
            <translation>Garder l'autre</translation>
        </message>
        <message>
            <source>Keep what is here</source>
            <translation>Garder celles d'ici</translation>
        </message>
        <message>
            <source>Last 30 days</source>
            <translation>30 derniers jours</translation>
        </message>
        <message>
            <source>Last 7 days</source>
            <translation>7 derniers jours</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Plus tard</translation>
        </message>
        <message>
            <source>Later edits from the field win</source>
            <translation>Les modifications plus récentes du terrain l'emportent</translation>
        </message>
        <message>
            <source>Layer</source>
            <translation>Couche</translation>
        </message>
        <message>
            <source>Layer actions for</source>
            <translation>Actions des couches pour</translation>
        </message>
        <message>
            <source>Layers</source>
            <translation>Couches</translation>
        </message>
        <message>
            <source>Layers that are not shown on the map left out</source>
            <translation>Couches non affichées sur la carte omises</translation>
        </message>
        <message>
            <source>Layers that travel with the package: {offline} of {all}</source>
            <translation>Couches qui voyagent avec le paquet : {offline} sur {all}</translation>
        </message>
        <message>
            <source>Left on the server.</source>
            <translation>Laissé sur le serveur.</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>Omise</translation>
        </message>
        <message>
            <source>Let the project's home be the folder of the project file.</source>
            <translation>Prendre le dossier du fichier de projet comme dossier de base.</translation>
        </message>
        <message>
            <source>List</source>
            <translation>Liste</translation>
        </message>
        <message>
            <source>List cloud projects</source>
            <translation>Lister les projets cloud</translation>
        </message>
        <message>
            <source>List public projects of other people too</source>
            <translation>Lister aussi les projets publics des autres</translation>
        </message>
        <message>
            <source>Lists the cloud projects that an account can see, as JSON.</source>
            <translation>Liste en JSON les projets cloud qu'un compte peut voir.</translation>
        </message>
        <message>
            <source>Loading…</source>
            <translation>Chargement…</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>Journal</translation>
        </message>
        <message>
            <source>Log in</source>
            <translation>Se connecter</translation>
        </message>
        <message>
            <source>Log in to QFieldCloud</source>
            <translation>Se connecter à QFieldCloud</translation>
        </message>
        <message>
            <source>Log in to see your projects, send your edits and receive those from the field.</source>
            <translation>Connectez-vous pour voir vos projets, envoyer vos modifications et recevoir celles du terrain.</translation>
        </message>
        <message>
            <source>Log in with</source>
            <translation>Se connecter avec</translation>
        </message>
        <message>
            <source>Log in with {}</source>
            <translation>Se connecter avec {}</translation>
        </message>
        <message>
            <source>Log in with {} in your browser; QGIS goes on by itself.</source>
            <translation>Connectez-vous avec {} dans votre navigateur ; QGIS continue de lui-même.</translation>
        </message>
        <message>
            <source>Log in…</source>
            <translation>Se connecter…</translation>
        </message>
        <message>
            <source>Log of digitized points</source>
            <translation>Journal des points numérisés</translation>
        </message>
        <message>
            <source>Log out</source>
            <translation>Se déconnecter</translation>
        </message>
        <message>
            <source>Logging in…</source>
            <translation>Connexion…</translation>
        </message>
        <message>
            <source>Look at the map</source>
            <translation>Regarder la carte</translation>
        </message>
        <message>
            <source>Look for changes every</source>
            <translation>Chercher des modifications toutes les</translation>
        </message>
        <message>
            <source>Looking changes nothing; it only counts what a sync would do.</source>
            <translation>Chercher ne change rien ; cela compte seulement ce que ferait une synchronisation.</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>Recherche…</translation>
        </message>
        <message>
            <source>Looks for what would keep a project out of the cloud or cause trouble in the field.
Findings are logged and returned as JSON. On request they are repaired, all or nothing; the last repair can be taken back. Close the project in QGIS before it is repaired.</source>
            <translation>Cherche ce qui empêcherait un projet d'aller dans le cloud ou causerait des ennuis sur le terrain.
Les constats sont écrits dans le journal et rendus en JSON. Sur demande ils sont réparés, tous ou aucun ; la dernière réparation peut être annulée. Fermez le projet dans QGIS avant de le réparer.</translation>
        </message>
        <message>
            <source>Made from</source>
            <translation>Créé à partir de</translation>
        </message>
        <message>
            <source>Make a base map for the field</source>
            <translation>Créer un fond de carte pour le terrain</translation>
        </message>
        <message>
            <source>Make a new version of files that are there</source>
            <translation>Créer une nouvelle version des fichiers déjà présents</translation>
        </message>
        <message>
            <source>Make base map</source>
            <translation>Créer le fond de carte</translation>
        </message>
        <message>
            <source>Make photos smaller than</source>
            <translation>Réduire les photos à</translation>
        </message>
        <message>
            <source>Make the package</source>
            <translation>Créer le paquet</translation>
        </message>
        <message>
            <source>Manager</source>
            <translation>Gestionnaire</translation>
        </message>
        <message>
            <source>Managers do what editors do, change settings and people, and may delete the project.</source>
            <translation>Les gestionnaires font ce que font les éditeurs, changent les réglages et les personnes, et peuvent supprimer le projet.</translation>
        </message>
        <message>
            <source>Map</source>
            <translation>Carte</translation>
        </message>
        <message>
            <source>Member</source>
            <translation>Membre</translation>
        </message>
        <message>
            <source>Members</source>
            <translation>Membres</translation>
        </message>
        <message>
            <source>Members see what they or their team have a role in.</source>
            <translation>Les membres voient ce dans quoi eux ou leur équipe ont un rôle.</translation>
        </message>
        <message>
            <source>Merge two GeoPackages</source>
            <translation>Fusionner deux GeoPackages</translation>
        </message>
        <message>
            <source>Merged</source>
            <translation>Fusionné</translation>
        </message>
        <message>
            <source>Merging</source>
            <translation>Fusion</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>Le mien</translation>
        </message>
        <message>
            <source>Mode</source>
            <translation>Mode</translation>
        </message>
        <message>
            <source>More for this project</source>
            <translation>Plus pour ce projet</translation>
        </message>
        <message>
            <source>More than one feature has {key!r} as “{column}”, so it cannot tell them apart.</source>
            <translation>Plusieurs entités ont {key!r} comme « {column} », qui ne peut donc pas les distinguer.</translation>
        </message>
        <message>
            <source>Moved</source>
            <translation>Déplacé</translation>
        </message>
        <message>
            <source>My projects</source>
            <translation>Mes projets</translation>
        </message>
        <message>
            <source>Name of a new team</source>
            <translation>Nom d'une nouvelle équipe</translation>
        </message>
        <message>
            <source>Name on the server</source>
            <translation>Nom sur le serveur</translation>
        </message>
        <message>
            <source>Names of photos and files</source>
            <translation>Noms des photos et fichiers</translation>
        </message>
        <message>
            <source>Needs attention</source>
            <translation>À surveiller</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Nouveau</translation>
        </message>
        <message>
            <source>New cloud project</source>
            <translation>Nouveau projet cloud</translation>
        </message>
        <message>
            <source>New cloud project…</source>
            <translation>Nouveau projet cloud…</translation>
        </message>
        <message>
            <source>New entries can be added from lists of related values</source>
            <translation>De nouvelles entrées peuvent être ajoutées depuis les listes de valeurs liées</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Suivant</translation>
        </message>
        <message>
            <source>No area is chosen yet, so everything is taken.</source>
            <translation>Aucune zone n'est choisie, donc tout est pris.</translation>
        </message>
        <message>
            <source>No area is chosen yet, so they get what everyone gets.</source>
            <translation>Aucune zone n'est encore choisie : ils reçoivent ce que tout le monde reçoit.</translation>
        </message>
        <message>
            <source>No browser could be opened. Copy the address into one yourself.</source>
            <translation>Aucun navigateur n'a pu être ouvert. Copiez vous-même l'adresse dans l'un d'eux.</translation>
        </message>
        <message>
            <source>No changes</source>
            <translation>Aucune modification</translation>
        </message>
        <message>
            <source>No changes are waiting.</source>
            <translation>Aucune modification en attente.</translation>
        </message>
        <message>
            <source>No conflict was decided in this folder yet.</source>
            <translation>Aucun conflit n'a encore été tranché dans ce dossier.</translation>
        </message>
        <message>
            <source>No connection to {host}. {kept}; check the network and the address, then try again.</source>
            <translation>Pas de connexion à {host}. {kept} ; vérifiez le réseau et l'adresse, puis réessayez.</translation>
        </message>
        <message>
            <source>No data provider available.</source>
            <translation>Aucun fournisseur de données disponible.</translation>
        </message>
        <message>
            <source>No device has sent anything yet</source>
            <translation>Aucun appareil n'a encore rien envoyé</translation>
        </message>
        <message>
            <source>No digitizing while there is an alert</source>
            <translation>Pas de numérisation pendant une alerte</translation>
        </message>
        <message>
            <source>No files on the server yet</source>
            <translation>Pas encore de fichiers sur le serveur</translation>
        </message>
        <message>
            <source>No jobs yet</source>
            <translation>Pas encore de tâches</translation>
        </message>
        <message>
            <source>No layer has the values of “{field}”.</source>
            <translation>Aucune couche n'a les valeurs de « {field} ».</translation>
        </message>
        <message>
            <source>No layer is editable offline; what is copied as it is comes whole, whatever the area.</source>
            <translation>Aucune couche n'est modifiable hors ligne ; ce qui est copié tel quel vient en entier, quelle que soit la zone.</translation>
        </message>
        <message>
            <source>No layer with id "{id}": “{layer}” is not a vector layer.</source>
            <translation>Aucune couche avec l'identifiant "{id}" : « {layer} » n'est pas une couche vectorielle.</translation>
        </message>
        <message>
            <source>No layer with id "{layer_id}"</source>
            <translation>Aucune couche avec l'identifiant "{layer_id}"</translation>
        </message>
        <message>
            <source>No old versions</source>
            <translation>Pas d'anciennes versions</translation>
        </message>
        <message>
            <source>No project fits the filter</source>
            <translation>Aucun projet ne correspond au filtre</translation>
        </message>
        <message>
            <source>No project has “{}” in its name, owner or state.</source>
            <translation>Aucun projet n'a « {} » dans son nom, son propriétaire ou son état.</translation>
        </message>
        <message>
            <source>No project open</source>
            <translation>Aucun projet ouvert</translation>
        </message>
        <message>
            <source>No projects yet</source>
            <translation>Pas encore de projets</translation>
        </message>
        <message>
            <source>No repair was made in this project.</source>
            <translation>Aucune réparation n'a été faite dans ce projet.</translation>
        </message>
        <message>
            <source>No secrets yet</source>
            <translation>Pas encore de secrets</translation>
        </message>
        <message>
            <source>No secure connection to {host}, so nothing was sent. {kept}; check the address and its port. Servers without https, as in a network of one's own, are written with http:// in front.</source>
            <translation>Pas de connexion sécurisée à {host}, rien n'a donc été envoyé. {kept} ; vérifiez l'adresse et son port. Un serveur sans https, par exemple dans votre propre réseau, s'écrit avec http:// devant.</translation>
        </message>
        <message>
            <source>No server chosen</source>
            <translation>Aucun serveur choisi</translation>
        </message>
        <message>
            <source>Nobody logged in in the browser, so we stopped waiting. Nothing was changed; please try again.</source>
            <translation>Personne ne s'est connecté dans le navigateur, l'attente a donc pris fin. Rien n'a été modifié ; veuillez réessayer.</translation>
        </message>
        <message>
            <source>Not allowed in the field</source>
            <translation>Interdit sur le terrain</translation>
        </message>
        <message>
            <source>Not everything could be brought in step; the log says what and why.</source>
            <translation>Tout n'a pas pu être synchronisé ; le journal dit quoi et pourquoi.</translation>
        </message>
        <message>
            <source>Not everything is in step: {file} and {more}. {reason}</source>
            <translation>Tout n'est pas synchronisé : {file} et {more}. {reason}</translation>
        </message>
        <message>
            <source>Not everything is in step: {file}. {reason}</source>
            <translation>Tout n'est pas synchronisé : {file}. {reason}</translation>
        </message>
        <message>
            <source>Not in the cloud yet</source>
            <translation>Pas encore dans le cloud</translation>
        </message>
        <message>
            <source>Not known yet</source>
            <translation>Pas encore connu</translation>
        </message>
        <message>
            <source>Not logged in</source>
            <translation>Non connecté</translation>
        </message>
        <message>
            <source>Not logged in: you stopped it.</source>
            <translation>Non connecté : vous avez interrompu.</translation>
        </message>
        <message>
            <source>Not synced, because edits could not be saved. {}</source>
            <translation>Non synchronisé, car des modifications n'ont pas pu être enregistrées. {}</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>Rien</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>Rien trouvé</translation>
        </message>
        <message>
            <source>Nothing here can read “{name}”.</source>
            <translation>Rien ici ne peut lire « {name} ».</translation>
        </message>
        <message>
            <source>Nothing is sent</source>
            <translation>Rien n'est envoyé</translation>
        </message>
        <message>
            <source>Nothing new on the server</source>
            <translation>Rien de nouveau sur le serveur</translation>
        </message>
        <message>
            <source>Nothing stands in the way.</source>
            <translation>Rien ne s'y oppose.</translation>
        </message>
        <message>
            <source>Nothing to send</source>
            <translation>Rien à envoyer</translation>
        </message>
        <message>
            <source>Nothing was taken, because edits could not be saved. {}</source>
            <translation>Rien n'a été repris, car des modifications n'ont pas pu être enregistrées. {}</translation>
        </message>
        <message>
            <source>Number of files</source>
            <translation>Nombre de fichiers</translation>
        </message>
        <message>
            <source>Number of projects</source>
            <translation>Nombre de projets</translation>
        </message>
        <message>
            <source>Of</source>
            <translation>De</translation>
        </message>
        <message>
            <source>Off: two different edits of one value wait as a conflict for somebody to decide.</source>
            <translation>Désactivé : deux modifications différentes d'une valeur attendent comme conflit que quelqu'un décide.</translation>
        </message>
        <message>
            <source>Older changes…</source>
            <translation>Modifications plus anciennes…</translation>
        </message>
        <message>
            <source>On this computer</source>
            <translation>Sur cet ordinateur</translation>
        </message>
        <message>
            <source>One layer</source>
            <translation>Une couche</translation>
        </message>
        <message>
            <source>One row refers to another that was deleted.</source>
            <translation>Une ligne se réfère à une autre qui a été supprimée.</translation>
        </message>
        <message>
            <source>Online, from its source</source>
            <translation>En ligne, depuis sa source</translation>
        </message>
        <message>
            <source>Only capitals tell its fields “{one}” and “{other}” apart. A GeoPackage cannot hold both, so the layer is read-only in the field until one of them has another name in its source.</source>
            <translation>Ses champs « {one} » et « {other} » ne se distinguent que par les majuscules. Un GeoPackage ne peut pas contenir les deux ; la couche est donc en lecture seule sur le terrain jusqu'à ce que l'un d'eux ait un autre nom dans la source.</translation>
        </message>
        <message>
            <source>Only its members</source>
            <translation>Seulement ses membres</translation>
        </message>
        <message>
            <source>Only managers may change the QGIS project file of this project. Your local changes are kept.</source>
            <translation>Seuls les gestionnaires peuvent modifier le fichier de projet QGIS de ce projet. Vos modifications locales sont conservées.</translation>
        </message>
        <message>
            <source>Only managers may change the project file</source>
            <translation>Seuls les gestionnaires peuvent modifier le fichier de projet</translation>
        </message>
        <message>
            <source>Only this area (empty: as in the project)</source>
            <translation>Seulement cette zone (vide : comme dans le projet)</translation>
        </message>
        <message>
            <source>Only when all of these are met</source>
            <translation>Seulement quand toutes sont remplies</translation>
        </message>
        <message>
            <source>Only {name} goes to the field; the others stay here: {names}.</source>
            <translation>Seul {name} part sur le terrain ; les autres restent ici : {names}.</translation>
        </message>
        <message>
            <source>Only: {}</source>
            <translation>Seulement : {}</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Ouvrir</translation>
        </message>
        <message>
            <source>Open a project and save it first.</source>
            <translation>Ouvrez un projet et enregistrez-le d'abord.</translation>
        </message>
        <message>
            <source>Open a project in QGIS and put it into the cloud.</source>
            <translation>Ouvrez un projet dans QGIS et mettez-le dans le cloud.</translation>
        </message>
        <message>
            <source>Open a project to begin</source>
            <translation>Ouvrez un projet pour commencer</translation>
        </message>
        <message>
            <source>Open a project, or choose one below.</source>
            <translation>Ouvrez un projet, ou choisissez-en un ci-dessous.</translation>
        </message>
        <message>
            <source>Open another project</source>
            <translation>Ouvrir un autre projet</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>Ouvrir le dossier</translation>
        </message>
        <message>
            <source>Open on the server</source>
            <translation>Ouvrir sur le serveur</translation>
        </message>
        <message>
            <source>Open the page again</source>
            <translation>Rouvrir la page</translation>
        </message>
        <message>
            <source>Open the project from which the package was made.</source>
            <translation>Ouvrez le projet dont le paquet a été fait.</translation>
        </message>
        <message>
            <source>Open the table to see all.</source>
            <translation>Ouvrez la table pour tout voir.</translation>
        </message>
        <message>
            <source>Open this project in QField to begin.</source>
            <translation>Ouvrez ce projet dans QField pour commencer.</translation>
        </message>
        <message>
            <source>Opens your browser; the password is typed there and nowhere else.</source>
            <translation>Ouvre votre navigateur ; le mot de passe n'est saisi que là.</translation>
        </message>
        <message>
            <source>Organization</source>
            <translation>Organisation</translation>
        </message>
        <message>
            <source>Organizations and teams</source>
            <translation>Organisations et équipes</translation>
        </message>
        <message>
            <source>Organizations and teams…</source>
            <translation>Organisations et équipes…</translation>
        </message>
        <message>
            <source>Organizations are made on the server's web pages, or by whoever runs it.</source>
            <translation>Les organisations se créent sur les pages web du serveur, ou par son administrateur.</translation>
        </message>
        <message>
            <source>Others have changed this feature meanwhile.</source>
            <translation>D'autres ont modifié cette entité entre-temps.</translation>
        </message>
        <message>
            <source>Others keep changing the same rows. What is left of yours is kept here; sync again.</source>
            <translation>D'autres modifient sans cesse les mêmes lignes. Ce qui reste des vôtres est gardé ici ; resynchronisez.</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>Propriétaire</translation>
        </message>
        <message>
            <source>PDOP</source>
            <translation>PDOP</translation>
        </message>
        <message>
            <source>Package</source>
            <translation>Paquet</translation>
        </message>
        <message>
            <source>Package for</source>
            <translation>Paquet pour</translation>
        </message>
        <message>
            <source>Package for QField</source>
            <translation>Empaqueter pour QField</translation>
        </message>
        <message>
            <source>Package for QField…</source>
            <translation>Empaqueter pour QField…</translation>
        </message>
        <message>
            <source>Package project for QField</source>
            <translation>Empaqueter un projet pour QField</translation>
        </message>
        <message>
            <source>Packaging</source>
            <translation>Empaquetage</translation>
        </message>
        <message>
            <source>Packaging the project</source>
            <translation>Empaquetage du projet</translation>
        </message>
        <message>
            <source>Packaging was cancelled. Nothing was changed.</source>
            <translation>L'empaquetage a été annulé. Rien n'a été modifié.</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Mot de passe</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personnes</translation>
        </message>
        <message>
            <source>People without a role can then read and download it.</source>
            <translation>Les personnes sans rôle peuvent alors le lire et le télécharger.</translation>
        </message>
        <message>
            <source>People…</source>
            <translation>Personnes…</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Personne</translation>
        </message>
        <message>
            <source>Person {}</source>
            <translation>Personne {}</translation>
        </message>
        <message>
            <source>Photos</source>
            <translation>Photos</translation>
        </message>
        <message>
            <source>Photos and folders</source>
            <translation>Photos et dossiers</translation>
        </message>
        <message>
            <source>Photos and other files</source>
            <translation>Photos et autres fichiers</translation>
        </message>
        <message>
            <source>Photos are taken into the first kind of folder and come back. The second kind only goes out.</source>
            <translation>Les photos vont dans la première sorte de dossiers et reviennent. La seconde ne fait que partir.</translation>
        </message>
        <message>
            <source>Pictures, as on the map</source>
            <translation>Images, comme sur la carte</translation>
        </message>
        <message>
            <source>Port {port} of this computer is in use, perhaps by another QGIS that is logging in. Nothing was changed; finish there and try again.</source>
            <translation>Le port {port} de cet ordinateur est occupé, peut-être par un autre QGIS en cours de connexion. Rien n'a été modifié ; terminez là-bas puis réessayez.</translation>
        </message>
        <message>
            <source>Preparing the project's files</source>
            <translation>Préparation des fichiers du projet</translation>
        </message>
        <message>
            <source>Project</source>
            <translation>Projet</translation>
        </message>
        <message>
            <source>Project folder</source>
            <translation>Dossier du projet</translation>
        </message>
        <message>
            <source>Project settings</source>
            <translation>Réglages du projet</translation>
        </message>
        <message>
            <source>Project settings…</source>
            <translation>Réglages du projet…</translation>
        </message>
        <message>
            <source>Projects</source>
            <translation>Projets</translation>
        </message>
        <message>
            <source>Projects as JSON</source>
            <translation>Projets en JSON</translation>
        </message>
        <message>
            <source>Public projects of others</source>
            <translation>Projets publics des autres</translation>
        </message>
        <message>
            <source>Public projects too</source>
            <translation>Projets publics aussi</translation>
        </message>
        <message>
            <source>Pull project</source>
            <translation>Recevoir un projet</translation>
        </message>
        <message>
            <source>Push project</source>
            <translation>Envoyer un projet</translation>
        </message>
        <message>
            <source>Put into the cloud</source>
            <translation>Mettre dans le cloud</translation>
        </message>
        <message>
            <source>Put this project into the cloud first.</source>
            <translation>Mettez d'abord ce projet dans le cloud.</translation>
        </message>
        <message>
            <source>Put this project into the cloud…</source>
            <translation>Mettre ce projet dans le cloud…</translation>
        </message>
        <message>
            <source>Puts all files of a cloud project into a folder and links it, so that it can be synced later.
Files that are in the folder already are compared, never overwritten.</source>
            <translation>Met tous les fichiers d'un projet cloud dans un dossier et le lie, pour pouvoir le synchroniser plus tard.
Les fichiers déjà dans le dossier sont comparés, jamais écrasés.</translation>
        </message>
        <message>
            <source>Puts files into a cloud project, for example a base map or photos.
A file that is there already gets a new version only if you allow it.</source>
            <translation>Met des fichiers dans un projet cloud, par exemple un fond de carte ou des photos.
Un fichier déjà présent ne reçoit une nouvelle version que si vous le permettez.</translation>
        </message>
        <message>
            <source>QField</source>
            <translation>QField</translation>
        </message>
        <message>
            <source>QField cannot open ECW files.</source>
            <translation>QField ne peut pas ouvrir les fichiers ECW.</translation>
        </message>
        <message>
            <source>QField does not see this layer.</source>
            <translation>QField ne voit pas cette couche.</translation>
        </message>
        <message>
            <source>QField reads the layer from where it is now; a connection may be needed.</source>
            <translation>QField lit la couche là où elle est maintenant ; une connexion peut être nécessaire.</translation>
        </message>
        <message>
            <source>QFieldCloud</source>
            <translation>QFieldCloud</translation>
        </message>
        <message>
            <source>QFieldCloud panel</source>
            <translation>Panneau QFieldCloud</translation>
        </message>
        <message>
            <source>QGIS cannot read the project</source>
            <translation>QGIS ne peut pas lire le projet</translation>
        </message>
        <message>
            <source>QGIS cannot read the tiles that it has made.</source>
            <translation>QGIS ne peut pas lire les tuiles qu'il a faites.</translation>
        </message>
        <message>
            <source>QGIS projects (*.qgs *.qgz)</source>
            <translation>Projets QGIS (*.qgs *.qgz)</translation>
        </message>
        <message>
            <source>Read deltas</source>
            <translation>Lire les deltas</translation>
        </message>
        <message>
            <source>Read history</source>
            <translation>Lire l'historique</translation>
        </message>
        <message>
            <source>Read the project file</source>
            <translation>Lire le fichier de projet</translation>
        </message>
        <message>
            <source>Reader</source>
            <translation>Lecteur</translation>
        </message>
        <message>
            <source>Readers look and download, but change nothing.</source>
            <translation>Les lecteurs regardent et téléchargent, mais ne changent rien.</translation>
        </message>
        <message>
            <source>Reading the layers</source>
            <translation>Lecture des couches</translation>
        </message>
        <message>
            <source>Reading the project's details</source>
            <translation>Lecture des détails du projet</translation>
        </message>
        <message>
            <source>Reading what the project is made from</source>
            <translation>Lecture de l'origine du projet</translation>
        </message>
        <message>
            <source>Reading {name} took far too long for its size and was stopped. Nothing was changed.</source>
            <translation>La lecture de {name} a pris bien trop de temps pour sa taille et a été interrompue. Rien n'a été modifié.</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Prêt</translation>
        </message>
        <message>
            <source>Ready: {files}, {size}</source>
            <translation>Prêt : {files}, {size}</translation>
        </message>
        <message numerus="yes">
            <source>Receive %n change(s)</source>
            <translation>
                <numerusform>Recevoir %n modification</numerusform>
                <numerusform>Recevoir %n modifications</numerusform>
            </translation>
        </message>
        <message>
            <source>Receives what others changed in a cloud project; nothing is sent.
Files that were changed here too are left for a sync, which merges them.</source>
            <translation>Reçoit ce que d'autres ont modifié dans un projet cloud ; rien n'est envoyé.
Les fichiers modifiés ici aussi sont laissés à une synchronisation, qui les fusionne.</translation>
        </message>
        <message>
            <source>Receiving</source>
            <translation>Réception</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>Actualiser</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Retirer</translation>
        </message>
        <message>
            <source>Remove from team</source>
            <translation>Retirer de l'équipe</translation>
        </message>
        <message>
            <source>Remove member</source>
            <translation>Retirer le membre</translation>
        </message>
        <message>
            <source>Remove person</source>
            <translation>Retirer la personne</translation>
        </message>
        <message>
            <source>Remove {}</source>
            <translation>Retirer {}</translation>
        </message>
        <message>
            <source>Rename it to “{name}”, here and in the project: in relations, joins, forms, filters and expressions.</source>
            <translation>Le renommer en « {name} », ici et dans le projet : dans les relations, jointures, formulaires, filtres et expressions.</translation>
        </message>
        <message>
            <source>Rename them, and what names them in the project.</source>
            <translation>Les renommer, aussi là où le projet les nomme.</translation>
        </message>
        <message>
            <source>Repair</source>
            <translation>Réparer</translation>
        </message>
        <message numerus="yes">
            <source>Repair %n finding(s)</source>
            <translation>
                <numerusform>Réparer %n constat</numerusform>
                <numerusform>Réparer %n constats</numerusform>
            </translation>
        </message>
        <message>
            <source>Repair only these findings (their codes, with commas between)</source>
            <translation>Ne réparer que ces constats (leurs codes, séparés par des virgules)</translation>
        </message>
        <message>
            <source>Repair only this</source>
            <translation>Réparer seulement celui-ci</translation>
        </message>
        <message>
            <source>Repair project</source>
            <translation>Réparer le projet</translation>
        </message>
        <message>
            <source>Repair: {}</source>
            <translation>Réparation : {}</translation>
        </message>
        <message>
            <source>Repaired findings</source>
            <translation>Constats réparés</translation>
        </message>
        <message>
            <source>Replace value</source>
            <translation>Remplacer la valeur</translation>
        </message>
        <message>
            <source>Replace what is in the folder</source>
            <translation>Remplacer ce qui est dans le dossier</translation>
        </message>
        <message>
            <source>Reporter</source>
            <translation>Rapporteur</translation>
        </message>
        <message>
            <source>Reporters add features and photos, but do not change or delete any.</source>
            <translation>Les rapporteurs ajoutent des entités et des photos, mais n'en changent ni n'en suppriment aucune.</translation>
        </message>
        <message>
            <source>Reporters may add features; they may not change or delete them. The change is kept.</source>
            <translation>Les rapporteurs peuvent ajouter des entités, mais pas les modifier ni les supprimer. La modification est conservée.</translation>
        </message>
        <message numerus="yes">
            <source>Resolve %n conflict(s)…</source>
            <translation>
                <numerusform>Résoudre %n conflit…</numerusform>
                <numerusform>Résoudre %n conflits…</numerusform>
            </translation>
        </message>
        <message>
            <source>Resolve conflicts</source>
            <translation>Résoudre les conflits</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Restaurer</translation>
        </message>
        <message>
            <source>Restore as before all shown</source>
            <translation>Restaurer l'état d'avant toutes celles affichées</translation>
        </message>
        <message>
            <source>Restore as before this change</source>
            <translation>Restaurer l'état d'avant cette modification</translation>
        </message>
        <message>
            <source>Restore feature</source>
            <translation>Restaurer l'entité</translation>
        </message>
        <message>
            <source>Restore the project as it was at {}?</source>
            <translation>Restaurer le projet comme il était le {} ?</translation>
        </message>
        <message>
            <source>Restore the whole project to this moment…</source>
            <translation>Restaurer tout le projet à ce moment…</translation>
        </message>
        <message>
            <source>Restore this version of {}</source>
            <translation>Restaurer cette version de {}</translation>
        </message>
        <message>
            <source>Restore versions</source>
            <translation>Restaurer des versions</translation>
        </message>
        <message>
            <source>Restoring makes a new version; nothing is lost.</source>
            <translation>Restaurer crée une nouvelle version ; rien n'est perdu.</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Résultat</translation>
        </message>
        <message>
            <source>Right-click a team or a member to change it.</source>
            <translation>Clic droit sur une équipe ou un membre pour le modifier.</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Rôle</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>Ligne</translation>
        </message>
        <message>
            <source>Rows added</source>
            <translation>Lignes ajoutées</translation>
        </message>
        <message>
            <source>Rows changed</source>
            <translation>Lignes modifiées</translation>
        </message>
        <message>
            <source>Rows deleted</source>
            <translation>Lignes supprimées</translation>
        </message>
        <message>
            <source>Rows received</source>
            <translation>Lignes reçues</translation>
        </message>
        <message>
            <source>Rows sent</source>
            <translation>Lignes envoyées</translation>
        </message>
        <message>
            <source>Rows taken from the first copy</source>
            <translation>Lignes prises de la première copie</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Enregistrer</translation>
        </message>
        <message>
            <source>Save and {action}</source>
            <translation>Enregistrer et {action}</translation>
        </message>
        <message>
            <source>Save secret</source>
            <translation>Enregistrer le secret</translation>
        </message>
        <message>
            <source>Save the project as a .qgs or .qgz file first.</source>
            <translation>Enregistrez d'abord le projet en fichier .qgs ou .qgz.</translation>
        </message>
        <message>
            <source>Save the project to begin…</source>
            <translation>Enregistrez le projet pour commencer…</translation>
        </message>
        <message>
            <source>Save version as</source>
            <translation>Enregistrer la version sous</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Enregistré.</translation>
        </message>
        <message numerus="yes">
            <source>Saves the edits of %n layer(s) first, then syncs.</source>
            <translation>
                <numerusform>Enregistre d'abord les modifications de %n couche, puis synchronise.</numerusform>
                <numerusform>Enregistre d'abord les modifications de %n couches, puis synchronise.</numerusform>
            </translation>
        </message>
        <message>
            <source>Saves time and space on devices; needs a connection to see a photo.</source>
            <translation>Économise temps et place sur les appareils ; il faut une connexion pour voir une photo.</translation>
        </message>
        <message>
            <source>Say what a repair would do</source>
            <translation>Dire ce que ferait une réparation</translation>
        </message>
        <message>
            <source>Search people</source>
            <translation>Chercher des personnes</translation>
        </message>
        <message>
            <source>Search projects</source>
            <translation>Chercher des projets</translation>
        </message>
        <message>
            <source>Search…</source>
            <translation>Chercher…</translation>
        </message>
        <message>
            <source>Second copy</source>
            <translation>Deuxième copie</translation>
        </message>
        <message>
            <source>Second state</source>
            <translation>Deuxième état</translation>
        </message>
        <message>
            <source>Seconds since the start</source>
            <translation>Secondes depuis le début</translation>
        </message>
        <message>
            <source>Secrets</source>
            <translation>Secrets</translation>
        </message>
        <message>
            <source>Select one feature of “{}” to see its history.</source>
            <translation>Sélectionnez une entité de « {} » pour voir son historique.</translation>
        </message>
        <message>
            <source>Select one or more features on the map first.</source>
            <translation>Sélectionnez d'abord une ou plusieurs entités sur la carte.</translation>
        </message>
        <message>
            <source>Selected features</source>
            <translation>Entités sélectionnées</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>Envoyer</translation>
        </message>
        <message numerus="yes">
            <source>Send %n change(s)</source>
            <translation>
                <numerusform>Envoyer %n modification</numerusform>
                <numerusform>Envoyer %n modifications</numerusform>
            </translation>
        </message>
        <message>
            <source>Send changes by itself</source>
            <translation>Envoyer les modifications automatiquement</translation>
        </message>
        <message>
            <source>Sending</source>
            <translation>Envoi</translation>
        </message>
        <message>
            <source>Sending changes</source>
            <translation>Envoi des modifications</translation>
        </message>
        <message>
            <source>Sends the same change once more, for example after the layer or a role was put right.</source>
            <translation>Envoie la même modification encore une fois, par exemple après avoir corrigé la couche ou un rôle.</translation>
        </message>
        <message>
            <source>Sends what was changed in a project folder and receives what others changed, row by row.
Where both changed the same value, nothing is overwritten: decide here by a rule, or later one by one in QGIS.</source>
            <translation>Envoie ce qui a été modifié dans un dossier de projet et reçoit ce que d'autres ont modifié, ligne par ligne.
Là où les deux ont modifié la même valeur, rien n'est écrasé : décidez ici par une règle, ou plus tard un par un dans QGIS.</translation>
        </message>
        <message>
            <source>Sends what was changed in a project folder, row by row.
Files that only others changed stay as they are here. Where both changed rows of one GeoPackage, those of the others come along, because the two are merged.</source>
            <translation>Envoie ce qui a été modifié dans un dossier de projet, ligne par ligne.
Les fichiers que seuls d'autres ont modifiés restent ici tels quels. Là où les deux ont modifié des lignes d'un GeoPackage, celles des autres viennent aussi, car les deux sont fusionnées.</translation>
        </message>
        <message>
            <source>Sent again; the server applies it.</source>
            <translation>Renvoyé ; le serveur l'applique.</translation>
        </message>
        <message>
            <source>Sent by devices</source>
            <translation>Envoyé par les appareils</translation>
        </message>
        <message>
            <source>Sent by {}</source>
            <translation>Envoyé par {}</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>Serveur</translation>
        </message>
        <message>
            <source>Server (empty: the account that is logged in)</source>
            <translation>Serveur (vide : le compte connecté)</translation>
        </message>
        <message>
            <source>Set many</source>
            <translation>Régler en lot</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Réglages</translation>
        </message>
        <message>
            <source>Settings…</source>
            <translation>Réglages…</translation>
        </message>
        <message>
            <source>Several project files in one folder</source>
            <translation>Plusieurs fichiers de projet dans un dossier</translation>
        </message>
        <message>
            <source>Shared with me</source>
            <translation>Partagés avec moi</translation>
        </message>
        <message>
            <source>Show all changes…</source>
            <translation>Montrer toutes les modifications…</translation>
        </message>
        <message>
            <source>Show all projects</source>
            <translation>Montrer tous les projets</translation>
        </message>
        <message>
            <source>Show as sent</source>
            <translation>Montrer tel qu'envoyé</translation>
        </message>
        <message>
            <source>Show change</source>
            <translation>Montrer la modification</translation>
        </message>
        <message>
            <source>Show changes</source>
            <translation>Montrer les modifications</translation>
        </message>
        <message>
            <source>Show folder</source>
            <translation>Montrer le dossier</translation>
        </message>
        <message>
            <source>Show log</source>
            <translation>Montrer le journal</translation>
        </message>
        <message>
            <source>Show tabs of forms one after the other</source>
            <translation>Montrer les onglets des formulaires l'un après l'autre</translation>
        </message>
        <message>
            <source>Show what changed since</source>
            <translation>Montrer ce qui a changé depuis</translation>
        </message>
        <message>
            <source>Show what it changed</source>
            <translation>Montrer ce qu'elle a modifié</translation>
        </message>
        <message>
            <source>Size in bytes</source>
            <translation>Taille en octets</translation>
        </message>
        <message>
            <source>Size of a tile</source>
            <translation>Taille d'une tuile</translation>
        </message>
        <message>
            <source>Somebody else changed the same. Choose what stays.</source>
            <translation>Modifié aussi par quelqu'un d'autre : choisissez.</translation>
        </message>
        <message>
            <source>Someone changed “{name}” on the server meanwhile. Nothing was overwritten.</source>
            <translation>Quelqu'un a modifié « {name} » entre-temps sur le serveur. Rien n'a été écrasé.</translation>
        </message>
        <message>
            <source>Someone uploaded a newer version meanwhile. Nothing was overwritten; sync again.</source>
            <translation>Quelqu'un a envoyé entre-temps une version plus récente. Rien n'a été écrasé ; resynchronisez.</translation>
        </message>
        <message>
            <source>Speed</source>
            <translation>Vitesse</translation>
        </message>
        <message>
            <source>Stamp place and time on photos</source>
            <translation>Inscrire lieu et heure sur les photos</translation>
        </message>
        <message>
            <source>Start a job on the server</source>
            <translation>Lancer une tâche sur le serveur</translation>
        </message>
        <message>
            <source>Start a track when the project opens</source>
            <translation>Commencer une trace à l'ouverture du projet</translation>
        </message>
        <message>
            <source>State of the job</source>
            <translation>État de la tâche</translation>
        </message>
        <message>
            <source>Stay logged in on this computer</source>
            <translation>Rester connecté sur cet ordinateur</translation>
        </message>
        <message>
            <source>Storage</source>
            <translation>Stockage</translation>
        </message>
        <message>
            <source>Store all paths inside of the project's folder relative to the project file.</source>
            <translation>Enregistrer tous les chemins du dossier du projet relativement au fichier de projet.</translation>
        </message>
        <message>
            <source>Store its path relative to the project file.</source>
            <translation>Enregistrer son chemin relativement au fichier de projet.</translation>
        </message>
        <message>
            <source>Store paths relative to the project.</source>
            <translation>Enregistrer des chemins relatifs au projet.</translation>
        </message>
        <message>
            <source>Stored as M value</source>
            <translation>Enregistré comme valeur M</translation>
        </message>
        <message>
            <source>Storing the new versions</source>
            <translation>Enregistrement des nouvelles versions</translation>
        </message>
        <message>
            <source>Storing the package</source>
            <translation>Enregistrement du paquet</translation>
        </message>
        <message>
            <source>Sync</source>
            <translation>Synchroniser</translation>
        </message>
        <message>
            <source>Sync project</source>
            <translation>Synchroniser un projet</translation>
        </message>
        <message>
            <source>Sync this project</source>
            <translation>Synchroniser ce projet</translation>
        </message>
        <message>
            <source>Sync: send {here}, receive {there}</source>
            <translation>Synchroniser : envoyer {here}, recevoir {there}</translation>
        </message>
        <message>
            <source>Table {table} in {file}</source>
            <translation>Table {table} dans {file}</translation>
        </message>
        <message>
            <source>Tables have other names or keys on one side (“{tables}”), and no row tells which is which, while rows of them were changed on the other side. Choose one of the two files; the other one is kept.</source>
            <translation>Des tables ont d'autres noms ou d'autres clés d'un côté (« {tables} »), et aucune ligne n'indique laquelle est laquelle, alors que l'autre côté en a modifié des lignes. Choisissez l'un des deux fichiers ; l'autre est conservé.</translation>
        </message>
        <message>
            <source>Take back instead of applying</source>
            <translation>Annuler au lieu d'appliquer</translation>
        </message>
        <message>
            <source>Take edits back</source>
            <translation>Reprendre les modifications</translation>
        </message>
        <message>
            <source>Take edits back from a folder…</source>
            <translation>Reprendre les modifications d'un dossier…</translation>
        </message>
        <message>
            <source>Take only features in this area</source>
            <translation>Ne prendre que les entités de cette zone</translation>
        </message>
        <message>
            <source>Take repairs back</source>
            <translation>Annuler les réparations</translation>
        </message>
        <message>
            <source>Take the field's</source>
            <translation>Prendre celles du terrain</translation>
        </message>
        <message>
            <source>Take the last repair back</source>
            <translation>Annuler la dernière réparation</translation>
        </message>
        <message>
            <source>Take the photos along that are there already</source>
            <translation>Emporter les photos déjà présentes</translation>
        </message>
        <message>
            <source>Take the values from “{name}”.</source>
            <translation>Prendre les valeurs de « {name} ».</translation>
        </message>
        <message>
            <source>Taken back: {rows} and {files}.</source>
            <translation>Repris : {rows} et {files}.</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>Cible</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>Équipe</translation>
        </message>
        <message>
            <source>Team or person…</source>
            <translation>Équipe ou personne…</translation>
        </message>
        <message>
            <source>Team {}</source>
            <translation>Équipe {}</translation>
        </message>
        <message>
            <source>Teams</source>
            <translation>Équipes</translation>
        </message>
        <message>
            <source>Tell when entering and leaving</source>
            <translation>Avertir à l'entrée et à la sortie</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Texte</translation>
        </message>
        <message>
            <source>The .qgz does not hold exactly one .qgs.</source>
            <translation>Le .qgz ne contient pas exactement un .qgs.</translation>
        </message>
        <message>
            <source>The GeoPackage</source>
            <translation>Le GeoPackage</translation>
        </message>
        <message>
            <source>The address of “{name}” is not encrypted (https), so nothing was sent. Tell whoever runs the server.</source>
            <translation>L'adresse de « {name} » n'est pas chiffrée (https), rien n'a donc été envoyé. Prévenez l'administrateur du serveur.</translation>
        </message>
        <message>
            <source>The algorithm was not prepared.</source>
            <translation>L'algorithme n'a pas été préparé.</translation>
        </message>
        <message>
            <source>The area for “{who}” is not a polygon. Nothing was written.</source>
            <translation>La zone pour « {who} » n'est pas un polygone. Rien n'a été écrit.</translation>
        </message>
        <message>
            <source>The area is not a polygon in WKT. Nothing was written.</source>
            <translation>La zone n'est pas un polygone en WKT. Rien n'a été écrit.</translation>
        </message>
        <message>
            <source>The base map could not be drawn. {}</source>
            <translation>Le fond de carte n'a pas pu être dessiné. {}</translation>
        </message>
        <message>
            <source>The base map has gaps: {reason}.</source>
            <translation>Le fond de carte a des lacunes : {reason}.</translation>
        </message>
        <message>
            <source>The base map is the former one: {reason}.</source>
            <translation>Le fond de carte est l'ancien : {reason}.</translation>
        </message>
        <message>
            <source>The certificate of {host} is not trusted, so nothing was sent. {kept}; add its authority in QGIS's settings under Authentication, or ask whoever runs the server.</source>
            <translation>Le certificat de {host} n'est pas reconnu, rien n'a donc été envoyé. {kept} ; ajoutez son autorité dans les réglages de QGIS sous Authentification, ou demandez à l'administrateur du serveur.</translation>
        </message>
        <message>
            <source>The changes are being compared.</source>
            <translation>Les modifications sont comparées.</translation>
        </message>
        <message>
            <source>The changes break a rule of {name} ({error}). Nothing was changed.</source>
            <translation>Les modifications enfreignent une règle de {name} ({error}). Rien n'a été modifié.</translation>
        </message>
        <message>
            <source>The changes break a rule of “{table}” ({error}). Nothing was changed.</source>
            <translation>Les modifications enfreignent une règle de « {table} » ({error}). Rien n'a été modifié.</translation>
        </message>
        <message>
            <source>The changes could not be compared</source>
            <translation>Les modifications n'ont pas pu être comparées</translation>
        </message>
        <message>
            <source>The changes refer from “{child}” to a row of “{parent}” that is not there ({key}). Nothing was changed.</source>
            <translation>Les modifications renvoient de « {child} » à une ligne de « {parent} » qui n'existe pas ({key}). Rien n'a été modifié.</translation>
        </message>
        <message>
            <source>The changes remove a row of “{parent}” ({key}) that “{child}” still refers to. Nothing was changed.</source>
            <translation>Les modifications retirent une ligne de « {parent} » ({key}) à laquelle « {child} » se réfère encore. Rien n'a été modifié.</translation>
        </message>
        <message>
            <source>The changeset is damaged ({error}).</source>
            <translation>Le jeu de modifications est endommagé ({error}).</translation>
        </message>
        <message>
            <source>The changeset is damaged: its checksum does not fit.</source>
            <translation>Le jeu de modifications est endommagé : sa somme de contrôle est fausse.</translation>
        </message>
        <message>
            <source>The cloud project was deleted. Your local files are untouched.</source>
            <translation>Le projet cloud a été supprimé. Vos fichiers locaux sont intacts.</translation>
        </message>
        <message>
            <source>The columns of “{table}” differ between the two changesets.</source>
            <translation>Les colonnes de « {table} » diffèrent entre les deux jeux de modifications.</translation>
        </message>
        <message>
            <source>The columns of “{table}” differ between the two files.</source>
            <translation>Les colonnes de « {table} » diffèrent entre les deux fichiers.</translation>
        </message>
        <message>
            <source>The connection ended before “{name}” was complete. Sync again to go on.</source>
            <translation>La connexion s'est interrompue avant que « {name} » soit complet. Resynchronisez pour continuer.</translation>
        </message>
        <message>
            <source>The copy of “{file}” in .qfieldcloud/base is gone. Nothing was decided; sync first.</source>
            <translation>La copie de « {file} » dans .qfieldcloud/base a disparu. Rien n'a été décidé ; synchronisez d'abord.</translation>
        </message>
        <message>
            <source>The copy of “{name}” in .qfieldcloud/base is gone. Your file is untouched.</source>
            <translation>La copie de « {name} » dans .qfieldcloud/base a disparu. Votre fichier est intact.</translation>
        </message>
        <message>
            <source>The data changed again and again while being packaged. Try again.</source>
            <translation>Les données ont changé sans cesse pendant l'empaquetage. Réessayez.</translation>
        </message>
        <message>
            <source>The definition of “{name}” is not one that is allowed.</source>
            <translation>La définition de « {name} » n'est pas autorisée.</translation>
        </message>
        <message>
            <source>The definition of “{name}” makes something else.</source>
            <translation>La définition de « {name} » crée autre chose.</translation>
        </message>
        <message>
            <source>The definition of “{table}” is too unusual to be changed automatically.</source>
            <translation>La définition de « {table} » est trop inhabituelle pour être modifiée automatiquement.</translation>
        </message>
        <message>
            <source>The delta does not say what it knew, so it cannot be seen whether others changed it.</source>
            <translation>Le delta ne dit pas ce qu'il savait ; on ne peut donc pas voir si d'autres l'ont modifié.</translation>
        </message>
        <message>
            <source>The delta does not say what to change.</source>
            <translation>Le delta ne dit pas ce qu'il faut modifier.</translation>
        </message>
        <message>
            <source>The delta does not say what to create.</source>
            <translation>Le delta ne dit pas ce qu'il faut créer.</translation>
        </message>
        <message>
            <source>The disk failed while working on {name}. It was left as it was.</source>
            <translation>Le disque a échoué pendant le travail sur {name}. Il est resté tel quel.</translation>
        </message>
        <message>
            <source>The disk is full. Nothing was lost; free some space and sync again.</source>
            <translation>Le disque est plein. Rien n'est perdu ; libérez de l'espace et resynchronisez.</translation>
        </message>
        <message>
            <source>The disk is full. {name} was left as it was; free some space and try again.</source>
            <translation>Le disque est plein. {name} est resté tel quel ; libérez de l'espace et réessayez.</translation>
        </message>
        <message>
            <source>The disk is full. “{name}” was left as it was; free some space and sync again.</source>
            <translation>Le disque est plein. « {name} » est resté tel quel ; libérez de l'espace et resynchronisez.</translation>
        </message>
        <message>
            <source>The feature did not read back as it was written: a trigger or something like it kept it out.</source>
            <translation>L'entité n'a pas été relue telle qu'écrite : un déclencheur ou quelque chose de semblable l'a écartée.</translation>
        </message>
        <message>
            <source>The feature refers to another one that is not there.</source>
            <translation>L'entité se réfère à une autre qui n'existe pas.</translation>
        </message>
        <message>
            <source>The feature refers to one that is not there, or others still refer to it.</source>
            <translation>L'entité se réfère à une autre qui n'existe pas, ou d'autres s'y réfèrent encore.</translation>
        </message>
        <message>
            <source>The file is XML, but not a QGIS project.</source>
            <translation>Le fichier est du XML, mais pas un projet QGIS.</translation>
        </message>
        <message>
            <source>The file travels the first time and is not overwritten afterwards.</source>
            <translation>Le fichier voyage la première fois et n'est plus écrasé ensuite.</translation>
        </message>
        <message>
            <source>The files in its folder stay as they are, with all edits that were not sent. The cloud project stays on its server. Nothing is synced until you put the project into a cloud again, where it is a new one.</source>
            <translation>Les fichiers de son dossier restent tels quels, avec toutes les modifications qui n'ont pas été envoyées. Le projet cloud reste sur son serveur. Rien n'est synchronisé tant que vous ne remettez pas le projet dans un cloud, où il est nouveau.</translation>
        </message>
        <message>
            <source>The files stay where they are; a copy goes to the server and is kept in step.</source>
            <translation>Les fichiers restent où ils sont ; une copie va sur le serveur et est tenue à jour.</translation>
        </message>
        <message>
            <source>The folder is in no cloud any more. Its files stayed as they were.</source>
            <translation>Le dossier n'est plus dans aucun cloud. Ses fichiers sont restés tels quels.</translation>
        </message>
        <message>
            <source>The folder that came back</source>
            <translation>Le dossier qui est revenu</translation>
        </message>
        <message>
            <source>The folder “{folder}” could not be written ({reason}). Choose another one, or make room.</source>
            <translation>Le dossier « {folder} » n'a pas pu être écrit ({reason}). Choisissez-en un autre, ou faites de la place.</translation>
        </message>
        <message>
            <source>The folder “{folder}” is not linked to a cloud project.</source>
            <translation>Le dossier « {folder} » n'est lié à aucun projet cloud.</translation>
        </message>
        <message>
            <source>The folder's sync state (.qfieldcloud/state.db) is damaged. Your files are untouched: rename the folder .qfieldcloud and link this folder to its cloud project again.</source>
            <translation>L'état de synchronisation du dossier (.qfieldcloud/state.db) est endommagé. Vos fichiers sont intacts : renommez le dossier .qfieldcloud et reliez ce dossier à son projet cloud.</translation>
        </message>
        <message>
            <source>The folder's sync state cannot be used ({text}). Your files are untouched.</source>
            <translation>L'état de synchronisation du dossier est inutilisable ({text}). Vos fichiers sont intacts.</translation>
        </message>
        <message>
            <source>The geometry cannot be stored: {error}</source>
            <translation>La géométrie ne peut pas être enregistrée : {error}</translation>
        </message>
        <message>
            <source>The identity provider wants to answer to “{host}”, which is not this computer. Nothing was sent; whoever runs the server must set its redirect to localhost.</source>
            <translation>Le fournisseur d'identité veut répondre à « {host} », qui n'est pas cet ordinateur. Rien n'a été envoyé ; l'administrateur du serveur doit régler la redirection sur localhost.</translation>
        </message>
        <message>
            <source>The job ended as “{state}”. {reason}</source>
            <translation>La tâche s'est terminée par « {state} ». {reason}</translation>
        </message>
        <message>
            <source>The job's log says more.</source>
            <translation>Le journal de la tâche en dit plus.</translation>
        </message>
        <message>
            <source>The kept login cannot be read any more. Please log in again.</source>
            <translation>La connexion mémorisée n'est plus lisible. Veuillez vous reconnecter.</translation>
        </message>
        <message>
            <source>The key “{key}” cannot become empty.</source>
            <translation>La clé « {key} » ne peut pas devenir vide.</translation>
        </message>
        <message>
            <source>The layer chooses “{column}” itself and cannot tell what it chose.</source>
            <translation>La couche choisit elle-même « {column} » et ne peut pas dire ce qu'elle a choisi.</translation>
        </message>
        <message>
            <source>The layer could not be written: {text}.</source>
            <translation>La couche n'a pas pu être écrite : {text}.</translation>
        </message>
        <message>
            <source>The layer does not accept this feature: {text}.</source>
            <translation>La couche n'accepte pas cette entité : {text}.</translation>
        </message>
        <message>
            <source>The layer of this change is no longer in the project. Nothing was undone.</source>
            <translation>La couche de cette modification n'est plus dans le projet. Rien n'a été annulé.</translation>
        </message>
        <message>
            <source>The layer's features travel with the package and can be edited without a connection.</source>
            <translation>Les entités de la couche voyagent avec le paquet et se modifient sans connexion.</translation>
        </message>
        <message>
            <source>The layer's file travels unchanged.</source>
            <translation>Le fichier de la couche voyage tel quel.</translation>
        </message>
        <message>
            <source>The link is in the clipboard.</source>
            <translation>Le lien est dans le presse-papiers.</translation>
        </message>
        <message>
            <source>The list of values of “{field}” comes from a layer that is not in the project.</source>
            <translation>La liste de valeurs de « {field} » provient d'une couche absente du projet.</translation>
        </message>
        <message>
            <source>The list of values of “{field}” comes from “{layer}”, which is not packaged.</source>
            <translation>La liste de valeurs de « {field} » provient de « {layer} », qui n'est pas empaquetée.</translation>
        </message>
        <message>
            <source>The list of values of “{field}” uses the field “{name}”, which “{layer}” does not have.</source>
            <translation>La liste de valeurs de « {field} » utilise le champ « {name} », que « {layer} » n'a pas.</translation>
        </message>
        <message>
            <source>The login at “{name}” has ended. Your local changes are kept; log in again.</source>
            <translation>La connexion à « {name} » a pris fin. Vos modifications locales sont conservées ; reconnectez-vous.</translation>
        </message>
        <message>
            <source>The login at “{name}” was declined. Nothing was changed.</source>
            <translation>La connexion à « {name} » a été refusée. Rien n'a été modifié.</translation>
        </message>
        <message>
            <source>The login did not work. You can close this page and go back to QGIS.</source>
            <translation>La connexion a échoué. Vous pouvez fermer cette page et revenir à QGIS.</translation>
        </message>
        <message>
            <source>The login is removed from this computer. Projects, here and on the server, stay as they are.</source>
            <translation>La connexion est retirée de cet ordinateur. Les projets, ici et sur le serveur, restent tels quels.</translation>
        </message>
        <message>
            <source>The name of the primary key “{key}” holds a comma, so the table is read-only in the field.</source>
            <translation>Le nom de la clé primaire « {key} » contient une virgule ; la table est donc en lecture seule sur le terrain.</translation>
        </message>
        <message>
            <source>The open project</source>
            <translation>Le projet ouvert</translation>
        </message>
        <message>
            <source>The open project has unsaved changes. Save them first?</source>
            <translation>Le projet ouvert a des modifications non enregistrées. Les enregistrer d'abord ?</translation>
        </message>
        <message>
            <source>The open project is in the cloud already.</source>
            <translation>Le projet ouvert est déjà dans le cloud.</translation>
        </message>
        <message>
            <source>The open project is not in the cloud.</source>
            <translation>Le projet ouvert n'est pas dans le cloud.</translation>
        </message>
        <message>
            <source>The owner can do everything.</source>
            <translation>Le propriétaire peut tout faire.</translation>
        </message>
        <message>
            <source>The owner's account is not active. The change is kept and waits until it is.</source>
            <translation>Le compte du propriétaire n'est pas actif. La modification est conservée et attend qu'il le soit.</translation>
        </message>
        <message>
            <source>The owner's plan does not allow this. Your local changes are kept.</source>
            <translation>L'offre du propriétaire ne le permet pas. Vos modifications locales sont conservées.</translation>
        </message>
        <message>
            <source>The owner's subscription is not active. Your local changes are kept.</source>
            <translation>L'abonnement du propriétaire n'est pas actif. Vos modifications locales sont conservées.</translation>
        </message>
        <message>
            <source>The package</source>
            <translation>Le paquet</translation>
        </message>
        <message>
            <source>The package has no base map: {reason}. “Package for QField…” in QGIS draws it and adds it.</source>
            <translation>Le paquet n'a pas de fond de carte : {reason}. « Empaqueter pour QField… » dans QGIS le dessine et l'ajoute.</translation>
        </message>
        <message>
            <source>The project asks for a base map, and there is none in it. “Package for QField…” in QGIS draws it and adds it.</source>
            <translation>Le projet demande un fond de carte, mais n'en contient pas. « Empaqueter pour QField… » dans QGIS le dessine et l'ajoute.</translation>
        </message>
        <message>
            <source>The project asks for a base map, but its layer or theme is not there. Choose one on the page “QField” of the project's properties.</source>
            <translation>Le projet demande un fond de carte, mais sa couche ou son thème n'existe pas. Choisissez-en un à la page « QField » des propriétés du projet.</translation>
        </message>
        <message>
            <source>The project cannot be read</source>
            <translation>Le projet ne peut pas être lu</translation>
        </message>
        <message>
            <source>The project file cannot be written.</source>
            <translation>Le fichier de projet ne peut pas être écrit.</translation>
        </message>
        <message>
            <source>The project file has unsaved changes. Only what is saved is sent.</source>
            <translation>Le fichier de projet a des modifications non enregistrées. Seul ce qui est enregistré est envoyé.</translation>
        </message>
        <message>
            <source>The project has a home folder of its own</source>
            <translation>Le projet a son propre dossier de base</translation>
        </message>
        <message>
            <source>The project has no layer with the id “{layer_id}”.</source>
            <translation>Le projet n'a pas de couche avec l'identifiant « {layer_id} ».</translation>
        </message>
        <message>
            <source>The project is as it was then.</source>
            <translation>Le projet est comme il était alors.</translation>
        </message>
        <message>
            <source>The project it is embedded from is not in the folder.</source>
            <translation>Le projet dont elle provient n'est pas dans le dossier.</translation>
        </message>
        <message>
            <source>The project stores absolute paths</source>
            <translation>Le projet enregistre des chemins absolus</translation>
        </message>
        <message>
            <source>The project that is cloned</source>
            <translation>Le projet à cloner</translation>
        </message>
        <message>
            <source>The project's XML declares or uses entities; QGIS never writes them, so it is refused.</source>
            <translation>Le XML du projet déclare ou utilise des entités XML ; QGIS n'en écrit jamais, il est donc refusé.</translation>
        </message>
        <message>
            <source>The project's XML has more than {most} elements.</source>
            <translation>Le XML du projet a plus de {most} éléments.</translation>
        </message>
        <message>
            <source>The project's XML is broken: {error}.</source>
            <translation>Le XML du projet est défectueux : {error}.</translation>
        </message>
        <message>
            <source>The project's XML is empty.</source>
            <translation>Le XML du projet est vide.</translation>
        </message>
        <message>
            <source>The project's XML is larger than {mebibytes} MiB.</source>
            <translation>Le XML du projet dépasse {mebibytes} Mio.</translation>
        </message>
        <message>
            <source>The project's XML is nested more than {most} levels deep.</source>
            <translation>Le XML du projet est imbriqué sur plus de {most} niveaux.</translation>
        </message>
        <message>
            <source>The project's XML is not UTF-8, which is the only encoding QGIS writes.</source>
            <translation>Le XML du projet n'est pas en UTF-8, seul codage que QGIS écrit.</translation>
        </message>
        <message>
            <source>The project's areas for teams and persons cannot be read. Set them again in QGIS.</source>
            <translation>Les zones du projet pour les équipes et les personnes sont illisibles. Définissez-les à nouveau dans QGIS.</translation>
        </message>
        <message>
            <source>The projects could not be fetched</source>
            <translation>Les projets n'ont pas pu être obtenus</translation>
        </message>
        <message>
            <source>The proxy asks for a name and password. Check QGIS's network settings.</source>
            <translation>Le proxy demande un nom et un mot de passe. Vérifiez les réglages réseau de QGIS.</translation>
        </message>
        <message>
            <source>The proxy does not let us through to {host}. {kept}; check QGIS's network settings.</source>
            <translation>Le proxy ne laisse pas passer vers {host}. {kept} ; vérifiez les réglages réseau de QGIS.</translation>
        </message>
        <message>
            <source>The server applies the changes</source>
            <translation>Le serveur applique les modifications</translation>
        </message>
        <message>
            <source>The server cannot read the QGIS project file. It was not uploaded.</source>
            <translation>Le serveur ne peut pas lire le fichier de projet QGIS. Il n'a pas été envoyé.</translation>
        </message>
        <message>
            <source>The server copies files and settings; versions, people and edits stay behind.</source>
            <translation>Le serveur copie les fichiers et les réglages ; versions, personnes et modifications ne suivent pas.</translation>
        </message>
        <message>
            <source>The server could not make the package. {}</source>
            <translation>Le serveur n'a pas pu faire le paquet. {}</translation>
        </message>
        <message>
            <source>The server did not keep “{name}” as it was sent ({size} bytes). Your file is untouched; sync again.</source>
            <translation>Le serveur n'a pas conservé « {name} » tel qu'il a été envoyé ({size} octets). Votre fichier est intact ; resynchronisez.</translation>
        </message>
        <message>
            <source>The server did not take this change.</source>
            <translation>Le serveur n'a pas accepté cette modification.</translation>
        </message>
        <message>
            <source>The server does not know this change (any more). Nothing was undone.</source>
            <translation>Le serveur ne connaît pas (ou plus) cette modification. Rien n'a été annulé.</translation>
        </message>
        <message>
            <source>The server does not say enough about “{name}” to log in there. Nothing was sent; tell whoever runs the server.</source>
            <translation>Le serveur n'en dit pas assez sur « {name} » pour s'y connecter. Rien n'a été envoyé ; prévenez l'administrateur du serveur.</translation>
        </message>
        <message>
            <source>The server failed (HTTP {status}). Your local changes are kept; please try again later.</source>
            <translation>Le serveur a échoué (HTTP {status}). Vos modifications locales sont conservées ; veuillez réessayer plus tard.</translation>
        </message>
        <message>
            <source>The server has gone back to an older version.</source>
            <translation>Le serveur est revenu à une version antérieure.</translation>
        </message>
        <message>
            <source>The server has written no log yet.</source>
            <translation>Le serveur n'a pas encore écrit de journal.</translation>
        </message>
        <message>
            <source>The server has your changes but has not applied them yet; sync again later.</source>
            <translation>Le serveur a vos modifications mais ne les a pas encore appliquées ; resynchronisez plus tard.</translation>
        </message>
        <message>
            <source>The server is busy. Your local changes are kept; please try again in a moment.</source>
            <translation>Le serveur est occupé. Vos modifications locales sont conservées ; veuillez réessayer dans un instant.</translation>
        </message>
        <message>
            <source>The server keeps edits of {kind} files from the field, but cannot write them.</source>
            <translation>Le serveur conserve les modifications des fichiers {kind} venues du terrain, mais ne peut pas les écrire.</translation>
        </message>
        <message>
            <source>The server keeps no earlier version of this file.</source>
            <translation>Le serveur ne garde aucune version antérieure de ce fichier.</translation>
        </message>
        <message>
            <source>The server no longer has this version of “{name}”.</source>
            <translation>Le serveur n'a plus cette version de « {name} ».</translation>
        </message>
        <message>
            <source>The server refused the request (HTTP {status}, {code}). Nothing was changed.</source>
            <translation>Le serveur a refusé la requête (HTTP {status}, {code}). Rien n'a été modifié.</translation>
        </message>
        <message>
            <source>The server refused the request (HTTP {status}, {code}): {detail}. Nothing was changed.</source>
            <translation>Le serveur a refusé la requête (HTTP {status}, {code}) : {detail}. Rien n'a été modifié.</translation>
        </message>
        <message>
            <source>The server reported success, but its new version does not hold this change.</source>
            <translation>Le serveur a annoncé un succès, mais sa nouvelle version ne contient pas cette modification.</translation>
        </message>
        <message>
            <source>The server sends requests on to “{target}”. Use that address as the server's address instead.</source>
            <translation>Le serveur redirige les requêtes vers « {target} ». Utilisez cette adresse comme adresse du serveur.</translation>
        </message>
        <message>
            <source>The server works here: it packages projects and applies changes.</source>
            <translation>Ici travaille le serveur : il empaquette les projets et applique les modifications.</translation>
        </message>
        <message>
            <source>The server's answer lacks “{what}”: it is not a QFieldCloud server, or a much older one. Nothing was changed.</source>
            <translation>Il manque « {what} » dans la réponse du serveur : ce n'est pas un serveur QFieldCloud, ou il est bien plus ancien. Rien n'a été modifié.</translation>
        </message>
        <message>
            <source>The server, or a proxy before it, refuses what is this large. Your local changes are kept; ask whoever runs the server to allow larger requests.</source>
            <translation>Le serveur, ou un proxy devant lui, refuse ce qui est aussi volumineux. Vos modifications locales sont conservées ; demandez à la personne qui gère le serveur d'autoriser de plus grandes requêtes.</translation>
        </message>
        <message>
            <source>The session has ended. Your local changes are kept; log in again and they can be synchronized.</source>
            <translation>La session a expiré. Vos modifications locales sont conservées ; reconnectez-vous pour les synchroniser.</translation>
        </message>
        <message>
            <source>The storage of the project's owner is full. Your local changes are kept; delete old versions or files, or ask the owner for more space, then sync again.</source>
            <translation>L'espace de stockage du propriétaire du projet est plein. Vos modifications locales sont conservées ; supprimez d'anciennes versions ou des fichiers, ou demandez plus d'espace au propriétaire, puis resynchronisez.</translation>
        </message>
        <message>
            <source>The table has no integer primary key, so it is read-only in the field.</source>
            <translation>La table n'a pas de clé primaire entière et est donc en lecture seule sur le terrain.</translation>
        </message>
        <message>
            <source>The table has several columns as primary key, so it is read-only in the field.</source>
            <translation>La clé primaire de la table a plusieurs colonnes ; elle est donc en lecture seule sur le terrain.</translation>
        </message>
        <message>
            <source>The table “{table}” does not have {what}. Nothing was changed.</source>
            <translation>Il manque à la table « {table} » {what}. Rien n'a été modifié.</translation>
        </message>
        <message>
            <source>The two changesets do not start from the same state of “{table}”.</source>
            <translation>Les deux jeux de modifications ne partent pas du même état de « {table} ».</translation>
        </message>
        <message>
            <source>The value is in the clipboard.</source>
            <translation>La valeur est dans le presse-papiers.</translation>
        </message>
        <message>
            <source>The value of “{column}” does not fit: {error}.</source>
            <translation>La valeur de « {column} » ne convient pas : {error}.</translation>
        </message>
        <message>
            <source>The value, for example a password</source>
            <translation>La valeur, par exemple un mot de passe</translation>
        </message>
        <message>
            <source>The whole file was changed on both sides.</source>
            <translation>Le fichier entier a été modifié des deux côtés.</translation>
        </message>
        <message>
            <source>The zip holds a file with the name “{name}”, which leads out of it.</source>
            <translation>Le zip contient un fichier nommé « {name} », qui mène hors du zip.</translation>
        </message>
        <message>
            <source>The zip holds more than {most} files.</source>
            <translation>Le zip contient plus de {most} fichiers.</translation>
        </message>
        <message>
            <source>The zip holds two files of the same name.</source>
            <translation>Le zip contient deux fichiers du même nom.</translation>
        </message>
        <message>
            <source>The zip is encrypted.</source>
            <translation>Le zip est chiffré.</translation>
        </message>
        <message>
            <source>The {kind} “{name}” is not defined as the changes expect. Nothing was changed.</source>
            <translation>« {name} » ({kind}) n'est pas défini comme les modifications l'attendent. Rien n'a été modifié.</translation>
        </message>
        <message>
            <source>Theirs</source>
            <translation>L'autre</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Thème</translation>
        </message>
        <message>
            <source>There is no QGIS project in {}.</source>
            <translation>Il n'y a pas de projet QGIS dans {}.</translation>
        </message>
        <message>
            <source>There is no account to use. Log in with the plugin, choose an authentication configuration, or set {url} and {token}.</source>
            <translation>Il n'y a pas de compte. Connectez-vous avec l'extension, choisissez une configuration d'authentification, ou définissez {url} et {token}.</translation>
        </message>
        <message>
            <source>There is no package.</source>
            <translation>Il n'y a pas de paquet.</translation>
        </message>
        <message>
            <source>There is no project file “{name}”.</source>
            <translation>Il n'y a pas de fichier de projet « {name} ».</translation>
        </message>
        <message>
            <source>There is no table “{table}” to change. Nothing was changed.</source>
            <translation>Il n'y a pas de table « {table} » à modifier. Rien n'a été modifié.</translation>
        </message>
        <message>
            <source>There is nothing to be seen in its area, or a service does not answer.</source>
            <translation>Il n'y a rien à voir dans sa zone, ou un service ne répond pas.</translation>
        </message>
        <message>
            <source>There is nothing to draw yet</source>
            <translation>Il n'y a encore rien à dessiner</translation>
        </message>
        <message>
            <source>These changes cannot be undone.</source>
            <translation>Ces modifications ne peuvent pas être annulées.</translation>
        </message>
        <message>
            <source>These two rows cannot both stay.</source>
            <translation>Ces deux lignes ne peuvent pas rester toutes les deux.</translation>
        </message>
        <message>
            <source>They are gone on one side, here or on the server. If that was a mistake, cancel and put them back. Else they are deleted on the other side too, for everybody.</source>
            <translation>Ils ont disparu d'un côté, ici ou sur le serveur. Si c'était une erreur, annulez et remettez-les en place. Sinon, ils sont supprimés aussi de l'autre côté, pour tout le monde.</translation>
        </message>
        <message>
            <source>They are removed for everybody and cannot be brought back. The current files stay.</source>
            <translation>Elles sont supprimées pour tout le monde et ne peuvent pas être récupérées. Les fichiers actuels restent.</translation>
        </message>
        <message>
            <source>They lead nowhere on a phone or on a server.</source>
            <translation>Ils ne mènent nulle part sur un téléphone ou un serveur.</translation>
        </message>
        <message>
            <source>This change was applied or is on its way; it is not sent twice.</source>
            <translation>Cette modification a été appliquée ou est en route ; elle n'est pas envoyée deux fois.</translation>
        </message>
        <message>
            <source>This change was never applied, so there is nothing to undo.</source>
            <translation>Cette modification n'a jamais été appliquée ; il n'y a rien à annuler.</translation>
        </message>
        <message>
            <source>This changeset has format {version}, of which this version knows nothing. Please update.</source>
            <translation>Ce jeu de modifications a le format {version}, que cette version ne connaît pas. Veuillez mettre à jour.</translation>
        </message>
        <message>
            <source>This cloud project has no QGIS project file yet. Upload one first.</source>
            <translation>Ce projet cloud n'a pas encore de fichier de projet QGIS. Envoyez-en un d'abord.</translation>
        </message>
        <message>
            <source>This cloud project was deleted, or this account has no role in it any more. Your files and edits are kept here; ask its owner, or choose “Unlink from the cloud…” and put the project into the cloud anew.</source>
            <translation>Ce projet cloud a été supprimé, ou ce compte n'y a plus de rôle. Vos fichiers et modifications restent ici ; demandez à son propriétaire, ou choisissez « Dissocier du cloud… » et remettez le projet dans le cloud.</translation>
        </message>
        <message>
            <source>This feature</source>
            <translation>Cette entité</translation>
        </message>
        <message>
            <source>This feature was created before.</source>
            <translation>Cette entité a déjà été créée.</translation>
        </message>
        <message>
            <source>This feature was not saved yet, so it has no history.</source>
            <translation>Cette entité n'a pas encore été enregistrée et n'a donc pas d'historique.</translation>
        </message>
        <message>
            <source>This folder belongs to a cloud project already.</source>
            <translation>Ce dossier appartient déjà à un projet cloud.</translation>
        </message>
        <message>
            <source>This folder belongs to a project on {server}. Log in there to synchronize it, or choose “Unlink from the cloud…” to put it on another server.</source>
            <translation>Ce dossier appartient à un projet sur {server}. Connectez-vous là-bas pour le synchroniser, ou choisissez « Dissocier du cloud… » pour le mettre sur un autre serveur.</translation>
        </message>
        <message>
            <source>This folder holds several QGIS project files; choose the one that belongs to the cloud.</source>
            <translation>Ce dossier contient plusieurs fichiers de projet QGIS ; choisissez celui qui va dans le cloud.</translation>
        </message>
        <message>
            <source>This folder is not empty. Choose another one, or let it be replaced.</source>
            <translation>Ce dossier n'est pas vide. Choisissez-en un autre, ou faites-le remplacer.</translation>
        </message>
        <message>
            <source>This folder is not linked to a cloud project.</source>
            <translation>Ce dossier n'est lié à aucun projet cloud.</translation>
        </message>
        <message>
            <source>This is not a changeset.</source>
            <translation>Ce n'est pas un jeu de modifications.</translation>
        </message>
        <message>
            <source>This is not a valid delta file: {reason}.</source>
            <translation>Ce n'est pas un fichier delta valide : {reason}.</translation>
        </message>
        <message>
            <source>This is not the address of a server. It looks like https://cloud.example.org</source>
            <translation>Ce n'est pas une adresse de serveur. Elle ressemble à https://cloud.example.org</translation>
        </message>
        <message>
            <source>This is what devices will find.</source>
            <translation>Voici ce que trouveront les appareils.</translation>
        </message>
        <message>
            <source>This only weighs it: on the server, everyone gets the package with their own area.</source>
            <translation>Seulement pour l'estimer : du serveur, chacun reçoit le paquet avec sa propre zone.</translation>
        </message>
        <message>
            <source>This project folder is being synchronized by {program}. Nothing was done; try again when it has finished.</source>
            <translation>Ce dossier de projet est en cours de synchronisation par {program}. Rien n'a été fait ; réessayez quand ce sera terminé.</translation>
        </message>
        <message>
            <source>This project folder is in use by another program. Try again when that has finished.</source>
            <translation>Ce dossier de projet est utilisé par un autre programme. Réessayez quand il aura terminé.</translation>
        </message>
        <message>
            <source>This project folder was used with a newer version of the plugin. Nothing was changed; please update the plugin.</source>
            <translation>Ce dossier de projet a été utilisé avec une version plus récente de l'extension. Rien n'a été modifié ; veuillez mettre l'extension à jour.</translation>
        </message>
        <message>
            <source>This project takes {size}. {owner} uses {used} of {total}.</source>
            <translation>Ce projet occupe {size}. {owner} utilise {used} sur {total}.</translation>
        </message>
        <message>
            <source>This project takes {size}. {owner} uses {used}; there is no limit.</source>
            <translation>Ce projet occupe {size}. {owner} utilise {used} ; il n'y a pas de limite.</translation>
        </message>
        <message>
            <source>This server cannot clone: “{name}” was made, but it is empty. Download the other project and put it into the cloud under the new name instead.</source>
            <translation>Ce serveur ne sait pas cloner : « {name} » a été créé, mais il est vide. Téléchargez plutôt l'autre projet et mettez-le dans le cloud sous le nouveau nom.</translation>
        </message>
        <message>
            <source>This server cannot tell single rows; they are compared when you sync.</source>
            <translation>Ce serveur ne connaît pas les lignes une à une ; elles sont comparées à la synchronisation.</translation>
        </message>
        <message>
            <source>This server does not keep the history of single rows.</source>
            <translation>Ce serveur ne garde pas l'historique des lignes.</translation>
        </message>
        <message>
            <source>This version is no longer on the server.</source>
            <translation>Cette version n'est plus sur le serveur.</translation>
        </message>
        <message>
            <source>This version of “{}” is no longer on the server.</source>
            <translation>Cette version de « {} » n'est plus sur le serveur.</translation>
        </message>
        <message>
            <source>This was sent again with further edits, which were applied instead.</source>
            <translation>Ceci a été renvoyé avec d'autres modifications, qui ont été appliquées à la place.</translation>
        </message>
        <message>
            <source>This will take long. Choose a smaller area or fewer zoom levels.</source>
            <translation>Cela prendra du temps. Choisissez une zone plus petite ou moins de niveaux de zoom.</translation>
        </message>
        <message>
            <source>Through QFieldCloud</source>
            <translation>Par QFieldCloud</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Heure</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Au</translation>
        </message>
        <message>
            <source>To log in with another browser of this computer.</source>
            <translation>Pour se connecter avec un autre navigateur de cet ordinateur.</translation>
        </message>
        <message>
            <source>To zoom level</source>
            <translation>Au niveau de zoom</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Aujourd'hui</translation>
        </message>
        <message>
            <source>Token</source>
            <translation>Jeton</translation>
        </message>
        <message>
            <source>Too many wrong passwords: the server refuses this account for a while. Try again in half an hour.</source>
            <translation>Trop de mots de passe incorrects : le serveur bloque ce compte pendant un moment. Réessayez dans une demi-heure.</translation>
        </message>
        <message>
            <source>Two different rows were made with one key.</source>
            <translation>Deux lignes différentes ont été créées avec une même clé.</translation>
        </message>
        <message>
            <source>Two rows have the same value where values must be unique.</source>
            <translation>Deux lignes ont la même valeur là où les valeurs doivent être uniques.</translation>
        </message>
        <message>
            <source>Type {} to confirm:</source>
            <translation>Tapez {} pour confirmer :</translation>
        </message>
        <message>
            <source>Unable to change attribute “{column}”: the layer “{table}” has no such field.</source>
            <translation>Impossible de modifier l'attribut « {column} » : la couche « {table} » n'a pas ce champ.</translation>
        </message>
        <message>
            <source>Unable to find feature: nothing in “{table}” has “{column}” = {key!r}.</source>
            <translation>Entité introuvable : rien dans « {table} » n'a « {column} » = {key!r}.</translation>
        </message>
        <message>
            <source>Unable to find feature: the delta names no key, and its creation has not arrived here.</source>
            <translation>Entité introuvable : le delta ne nomme aucune clé, et sa création n'est pas arrivée ici.</translation>
        </message>
        <message>
            <source>Undecided conflicts</source>
            <translation>Conflits non tranchés</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Annuler</translation>
        </message>
        <message numerus="yes">
            <source>Undo %n row(s)</source>
            <translation>
                <numerusform>Annuler %n ligne</numerusform>
                <numerusform>Annuler %n lignes</numerusform>
            </translation>
        </message>
        <message>
            <source>Undo all shown</source>
            <translation>Annuler tout ce qui est affiché</translation>
        </message>
        <message>
            <source>Undo changes</source>
            <translation>Annuler des modifications</translation>
        </message>
        <message>
            <source>Undo this change</source>
            <translation>Annuler cette modification</translation>
        </message>
        <message>
            <source>Undoing makes a new version; nothing is lost.</source>
            <translation>Annuler crée une nouvelle version ; rien n'est perdu.</translation>
        </message>
        <message>
            <source>Unlink</source>
            <translation>Dissocier</translation>
        </message>
        <message>
            <source>Unlink from the cloud</source>
            <translation>Dissocier du cloud</translation>
        </message>
        <message>
            <source>Unlink from the cloud…</source>
            <translation>Dissocier du cloud…</translation>
        </message>
        <message>
            <source>Unlink “{}” from its cloud project?</source>
            <translation>Dissocier « {} » de son projet cloud ?</translation>
        </message>
        <message>
            <source>Up to date – check again</source>
            <translation>À jour – vérifier à nouveau</translation>
        </message>
        <message>
            <source>Upload files to a cloud project</source>
            <translation>Envoyer des fichiers dans un projet cloud</translation>
        </message>
        <message>
            <source>Username</source>
            <translation>Nom d'utilisateur</translation>
        </message>
        <message>
            <source>Username and password (basic authentication)</source>
            <translation>Nom d'utilisateur et mot de passe (Basic)</translation>
        </message>
        <message>
            <source>Username or e-mail address</source>
            <translation>Nom d'utilisateur ou adresse électronique</translation>
        </message>
        <message>
            <source>Username, or @organization/team</source>
            <translation>Nom d'utilisateur, ou @organisation/équipe</translation>
        </message>
        <message>
            <source>VDOP</source>
            <translation>VDOP</translation>
        </message>
        <message>
            <source>Values before, mine, theirs, and the result</source>
            <translation>Valeurs avant, les miennes, les autres et le résultat</translation>
        </message>
        <message>
            <source>Values changed by both</source>
            <translation>Valeurs modifiées par les deux</translation>
        </message>
        <message>
            <source>Vector tiles are made of vector layers, and there is none. Choose pictures instead.</source>
            <translation>Les tuiles vectorielles sont faites de couches vectorielles, et il n'y en a aucune. Choisissez plutôt des images.</translation>
        </message>
        <message>
            <source>Vector tiles: small, and sharp at every scale</source>
            <translation>Tuiles vectorielles : petites, et nettes à toute échelle</translation>
        </message>
        <message>
            <source>Versions</source>
            <translation>Versions</translation>
        </message>
        <message>
            <source>Vertical accuracy</source>
            <translation>Précision verticale</translation>
        </message>
        <message>
            <source>Wait for its end</source>
            <translation>Attendre sa fin</translation>
        </message>
        <message>
            <source>Waiting, {} left</source>
            <translation>En attente, encore {}</translation>
        </message>
        <message>
            <source>Warnings</source>
            <translation>Avertissements</translation>
        </message>
        <message>
            <source>What differs is shown once the server has answered.</source>
            <translation>Ce qui diffère apparaît dès que le serveur a répondu.</translation>
        </message>
        <message>
            <source>What happens</source>
            <translation>Ce qui arrive</translation>
        </message>
        <message>
            <source>What happens to each layer?</source>
            <translation>Qu'arrive-t-il à chaque couche ?</translation>
        </message>
        <message>
            <source>What is edited in the field has to travel; what is only looked at may stay where it is.</source>
            <translation>Ce qui est modifié sur le terrain doit voyager ; ce qui est seulement regardé peut rester où il est.</translation>
        </message>
        <message>
            <source>What is it for? Shown to everyone in the project.</source>
            <translation>À quoi sert-il ? Visible par tous dans le projet.</translation>
        </message>
        <message>
            <source>What is sent</source>
            <translation>Ce qui est envoyé</translation>
        </message>
        <message>
            <source>What others send appears here before you receive it.</source>
            <translation>Ce que d'autres envoient apparaît ici avant que vous le receviez.</translation>
        </message>
        <message>
            <source>What the version of {when} changed</source>
            <translation>Ce qu'a modifié la version du {when}</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>Que faire</translation>
        </message>
        <message>
            <source>What was kept, and what it replaced, newest first.</source>
            <translation>Ce qui a été gardé et ce qu'il a remplacé, le plus récent d'abord.</translation>
        </message>
        <message>
            <source>What you undo here goes back to what it was then, as a new version.</source>
            <translation>Ce que vous annulez ici redevient ce qu'il était alors, comme nouvelle version.</translation>
        </message>
        <message>
            <source>When a sensor has a new value</source>
            <translation>Quand un capteur a une nouvelle valeur</translation>
        </message>
        <message>
            <source>Where both changed the same</source>
            <translation>Là où les deux ont modifié la même chose</translation>
        </message>
        <message>
            <source>Where shall “{}” go?</source>
            <translation>Où mettre « {} » ?</translation>
        </message>
        <message>
            <source>Where they are kept, how large they may be, and how they are named.</source>
            <translation>Où elles sont, quelle taille elles peuvent avoir et comment elles s'appellent.</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Qui</translation>
        </message>
        <message>
            <source>Who joins {}?</source>
            <translation>Qui rejoint {} ?</translation>
        </message>
        <message>
            <source>Who sees it</source>
            <translation>Qui le voit</translation>
        </message>
        <message>
            <source>Will it work in the field?</source>
            <translation>Est-ce que cela marchera sur le terrain ?</translation>
        </message>
        <message>
            <source>Without a field “fid” the rows of {kind} files cannot be told apart: in the field they are read-only.</source>
            <translation>Sans champ « fid », les lignes des fichiers {kind} ne peuvent pas être distinguées : sur le terrain, elles sont en lecture seule.</translation>
        </message>
        <message>
            <source>Work together with QField</source>
            <translation>Travailler ensemble avec QField</translation>
        </message>
        <message>
            <source>Works with QFieldCloud and with your own server.</source>
            <translation>Fonctionne avec QFieldCloud et avec votre propre serveur.</translation>
        </message>
        <message>
            <source>Would be deleted. Confirm it, because the project itself or most of its files are gone on one side.</source>
            <translation>Serait supprimé. Confirmez-le, car le projet lui-même ou la plupart de ses fichiers ont disparu d'un côté.</translation>
        </message>
        <message>
            <source>Write its rows into a new GeoPackage and use that.</source>
            <translation>Écrire ses lignes dans un nouveau GeoPackage et l'utiliser.</translation>
        </message>
        <message>
            <source>Write the rows that it shows now into a new GeoPackage and use that instead of the source.</source>
            <translation>Écrire les lignes qu'elle montre maintenant dans un nouveau GeoPackage et utiliser celui-ci à la place de la source.</translation>
        </message>
        <message>
            <source>Writes what QField needs of a project into a folder: the project, its offline layers and its files.
Layer actions are those that were set in the project. The project itself is not changed.</source>
            <translation>Écrit dans un dossier ce dont QField a besoin : le projet, ses couches hors ligne et ses fichiers.
Les actions des couches sont celles réglées dans le projet. Le projet lui-même n'est pas modifié.</translation>
        </message>
        <message>
            <source>Writing the feature took longer than {seconds} seconds and was stopped.</source>
            <translation>L'écriture de l'entité a pris plus de {seconds} secondes et a été interrompue.</translation>
        </message>
        <message>
            <source>Writing the project</source>
            <translation>Écriture du projet</translation>
        </message>
        <message>
            <source>Wrong username or password. Nothing was changed; please log in again.</source>
            <translation>Nom d'utilisateur ou mot de passe incorrect. Rien n'a été modifié ; veuillez vous reconnecter.</translation>
        </message>
        <message>
            <source>You already have a project with this name. Please choose another one.</source>
            <translation>Vous avez déjà un projet de ce nom. Veuillez en choisir un autre.</translation>
        </message>
        <message>
            <source>You and somebody else changed the same</source>
            <translation>Vous et quelqu'un d'autre avez modifié la même chose</translation>
        </message>
        <message>
            <source>You are in no organization</source>
            <translation>Vous n'êtes dans aucune organisation</translation>
        </message>
        <message>
            <source>You are logged in at “{name}”, but this server does not let that account in. {reason}</source>
            <translation>Vous êtes connecté à « {name} », mais ce serveur n'accepte pas ce compte. {reason}</translation>
        </message>
        <message>
            <source>You are logged in. You can close this page and go back to QGIS.</source>
            <translation>Vous êtes connecté. Vous pouvez fermer cette page et revenir à QGIS.</translation>
        </message>
        <message>
            <source>You are not logged in. Your local changes are kept; please log in.</source>
            <translation>Vous n'êtes pas connecté. Vos modifications locales sont gardées ; connectez-vous.</translation>
        </message>
        <message>
            <source>Your local changes are kept</source>
            <translation>Vos modifications locales sont conservées</translation>
        </message>
        <message>
            <source>Your role does not allow this. Your local changes are kept; ask a manager of the project.</source>
            <translation>Votre rôle ne le permet pas. Vos modifications locales sont conservées ; adressez-vous à un gestionnaire du projet.</translation>
        </message>
        <message>
            <source>Your role lets you look, but not change anything here.</source>
            <translation>Votre rôle vous laisse regarder, mais rien changer ici.</translation>
        </message>
        <message>
            <source>a few seconds</source>
            <translation>quelques secondes</translation>
        </message>
        <message>
            <source>a line has more values than there are fields</source>
            <translation>une ligne a plus de valeurs qu'il n'y a de champs</translation>
        </message>
        <message>
            <source>a table cannot have its fields: too many, or with a strange name</source>
            <translation>une table ne peut pas avoir ses champs : trop nombreux, ou avec un nom étrange</translation>
        </message>
        <message>
            <source>a tile could not be stored</source>
            <translation>une tuile n'a pas pu être enregistrée</translation>
        </message>
        <message>
            <source>a value cannot be written as CSV ({reason})</source>
            <translation>une valeur ne peut pas être écrite en CSV ({reason})</translation>
        </message>
        <message>
            <source>a {kind} file</source>
            <translation>un fichier {kind}</translation>
        </message>
        <message numerus="yes">
            <source>about %n minute(s)</source>
            <translation>
                <numerusform>environ %n minute</numerusform>
                <numerusform>environ %n minutes</numerusform>
            </translation>
        </message>
        <message>
            <source>about a minute</source>
            <translation>environ une minute</translation>
        </message>
        <message>
            <source>also on this computer</source>
            <translation>aussi sur cet ordinateur</translation>
        </message>
        <message>
            <source>always</source>
            <translation>toujours</translation>
        </message>
        <message>
            <source>an older version</source>
            <translation>une version antérieure</translation>
        </message>
        <message>
            <source>another program</source>
            <translation>un autre programme</translation>
        </message>
        <message>
            <source>another program (process {process} on {host}, since {since})</source>
            <translation>un autre programme (processus {process} sur {host}, depuis {since})</translation>
        </message>
        <message>
            <source>another value</source>
            <translation>une autre valeur</translation>
        </message>
        <message>
            <source>applied</source>
            <translation>appliqué</translation>
        </message>
        <message>
            <source>being applied</source>
            <translation>en cours d'application</translation>
        </message>
        <message>
            <source>binary, {}</source>
            <translation>binaire, {}</translation>
        </message>
        <message>
            <source>busy</source>
            <translation>occupé</translation>
        </message>
        <message>
            <source>cable</source>
            <translation>câble</translation>
        </message>
        <message>
            <source>changed</source>
            <translation>modifié</translation>
        </message>
        <message>
            <source>changed: {}</source>
            <translation>modifié : {}</translation>
        </message>
        <message>
            <source>conflict</source>
            <translation>conflit</translation>
        </message>
        <message>
            <source>current</source>
            <translation>actuelle</translation>
        </message>
        <message>
            <source>deleted</source>
            <translation>supprimé</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>vide</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>échoué</translation>
        </message>
        <message>
            <source>finished</source>
            <translation>terminé</translation>
        </message>
        <message>
            <source>has another value in “{column}”</source>
            <translation>a une autre valeur dans « {column} »</translation>
        </message>
        <message>
            <source>has new rows</source>
            <translation>a de nouvelles lignes</translation>
        </message>
        <message>
            <source>ignored</source>
            <translation>ignoré</translation>
        </message>
        <message>
            <source>is not there</source>
            <translation>n'existe pas</translation>
        </message>
        <message>
            <source>is there already</source>
            <translation>existe déjà</translation>
        </message>
        <message>
            <source>it belongs to no layer of the project that can be edited</source>
            <translation>elle n'appartient à aucune couche modifiable du projet</translation>
        </message>
        <message>
            <source>it has no field “{name}”</source>
            <translation>il n'a pas de champ « {name} »</translation>
        </message>
        <message>
            <source>it has no line with the names of its fields</source>
            <translation>il n'a pas de ligne avec les noms des champs</translation>
        </message>
        <message>
            <source>it has no tiles</source>
            <translation>il n'a pas de tuiles</translation>
        </message>
        <message>
            <source>it holds a geometry that cannot be read</source>
            <translation>il contient une géométrie illisible</translation>
        </message>
        <message>
            <source>it holds a number that is too large</source>
            <translation>il contient un nombre trop grand</translation>
        </message>
        <message>
            <source>it is no GeoJSON feature collection</source>
            <translation>ce n'est pas une collection d'entités GeoJSON</translation>
        </message>
        <message>
            <source>it is not CSV ({reason})</source>
            <translation>ce n'est pas du CSV ({reason})</translation>
        </message>
        <message>
            <source>it is not JSON</source>
            <translation>ce n'est pas du JSON</translation>
        </message>
        <message>
            <source>it is not in {encoding}</source>
            <translation>il n'est pas en {encoding}</translation>
        </message>
        <message>
            <source>it was stopped</source>
            <translation>il a été arrêté</translation>
        </message>
        <message>
            <source>its CRS</source>
            <translation>son SCR</translation>
        </message>
        <message>
            <source>its coordinates are in degrees, minutes and seconds</source>
            <translation>ses coordonnées sont en degrés, minutes et secondes</translation>
        </message>
        <message>
            <source>its fields are found by a rule that only QGIS follows</source>
            <translation>ses champs sont trouvés par une règle que seul QGIS suit</translation>
        </message>
        <message>
            <source>its file is larger than {size} MB</source>
            <translation>son fichier dépasse {size} Mo</translation>
        </message>
        <message>
            <source>its file is not in the project</source>
            <translation>son fichier n'est pas dans le projet</translation>
        </message>
        <message>
            <source>its geometries are of several kinds</source>
            <translation>ses géométries sont de plusieurs sortes</translation>
        </message>
        <message>
            <source>its layer cannot be read</source>
            <translation>sa couche est illisible</translation>
        </message>
        <message>
            <source>its rows can only be read by GDAL, which is not here: {command}</source>
            <translation>ses lignes ne peuvent être lues que par GDAL, qui n'est pas ici : {command}</translation>
        </message>
        <message>
            <source>its rows can only be read by QGIS, which is not here</source>
            <translation>ses lignes ne peuvent être lues que par QGIS, qui n'est pas ici</translation>
        </message>
        <message>
            <source>its rows could not be copied</source>
            <translation>ses lignes n'ont pas pu être copiées</translation>
        </message>
        <message>
            <source>its source does not answer</source>
            <translation>sa source ne répond pas</translation>
        </message>
        <message>
            <source>its source leaves fields out</source>
            <translation>sa source laisse des champs de côté</translation>
        </message>
        <message>
            <source>its source names only one of the fields for X and Y</source>
            <translation>sa source ne nomme qu'un des champs pour X et Y</translation>
        </message>
        <message>
            <source>its source names several delimiters or quotes</source>
            <translation>sa source nomme plusieurs séparateurs ou guillemets</translation>
        </message>
        <message>
            <source>its tiles cannot be read</source>
            <translation>ses tuiles sont illisibles</translation>
        </message>
        <message>
            <source>just now</source>
            <translation>à l'instant</translation>
        </message>
        <message>
            <source>kept: {kept} · replaced: {lost}</source>
            <translation>gardé : {kept} · remplacé : {lost}</translation>
        </message>
        <message>
            <source>leave it undecided</source>
            <translation>laisser non tranché</translation>
        </message>
        <message>
            <source>less than 0.1 s</source>
            <translation>moins de 0,1 s</translation>
        </message>
        <message>
            <source>logged in</source>
            <translation>connecté</translation>
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
            <translation>le mien</translation>
        </message>
        <message>
            <source>mine stays</source>
            <translation>le mien reste</translation>
        </message>
        <message>
            <source>mine: {mine} · theirs: {theirs}</source>
            <translation>le mien : {mine} · l'autre : {theirs}</translation>
        </message>
        <message>
            <source>never</source>
            <translation>jamais</translation>
        </message>
        <message>
            <source>never by itself</source>
            <translation>jamais tout seul</translation>
        </message>
        <message>
            <source>new</source>
            <translation>nouveau</translation>
        </message>
        <message>
            <source>no QGIS project yet</source>
            <translation>sans projet QGIS</translation>
        </message>
        <message>
            <source>no geometry</source>
            <translation>pas de géométrie</translation>
        </message>
        <message>
            <source>nobody here knows its encoding “{encoding}”</source>
            <translation>son encodage « {encoding} » est inconnu ici</translation>
        </message>
        <message>
            <source>not applied</source>
            <translation>non appliqué</translation>
        </message>
        <message>
            <source>not decided</source>
            <translation>non tranché</translation>
        </message>
        <message>
            <source>not packaged</source>
            <translation>non empaqueté</translation>
        </message>
        <message>
            <source>not permitted</source>
            <translation>non permis</translation>
        </message>
        <message>
            <source>not there</source>
            <translation>absent</translation>
        </message>
        <message>
            <source>on request</source>
            <translation>sur demande</translation>
        </message>
        <message>
            <source>on the server only</source>
            <translation>seulement sur le serveur</translation>
        </message>
        <message>
            <source>only for {}</source>
            <translation>seulement pour {}</translation>
        </message>
        <message>
            <source>only where this expression is true</source>
            <translation>seulement là où cette expression est vraie</translation>
        </message>
        <message>
            <source>open</source>
            <translation>ouvert</translation>
        </message>
        <message>
            <source>or</source>
            <translation>ou</translation>
        </message>
        <message>
            <source>package outdated</source>
            <translation>paquet périmé</translation>
        </message>
        <message>
            <source>pixels</source>
            <translation>pixels</translation>
        </message>
        <message>
            <source>public</source>
            <translation>public</translation>
        </message>
        <message>
            <source>refused</source>
            <translation>refusé</translation>
        </message>
        <message>
            <source>repairable</source>
            <translation>réparable</translation>
        </message>
        <message>
            <source>row</source>
            <translation>ligne</translation>
        </message>
        <message>
            <source>running</source>
            <translation>en cours</translation>
        </message>
        <message>
            <source>s</source>
            <translation>s</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>arrêté</translation>
        </message>
        <message>
            <source>the column “{column}”</source>
            <translation>la colonne « {column} »</translation>
        </message>
        <message>
            <source>the first copy stays</source>
            <translation>la première copie reste</translation>
        </message>
        <message>
            <source>the project has neither an area nor an extent</source>
            <translation>le projet n'a ni zone ni étendue</translation>
        </message>
        <message>
            <source>the same primary key</source>
            <translation>la même clé primaire</translation>
        </message>
        <message>
            <source>the second copy stays</source>
            <translation>la deuxième copie reste</translation>
        </message>
        <message>
            <source>the start tag at byte {start} cannot be read</source>
            <translation>la balise ouvrante à l'octet {start} ne peut pas être lue</translation>
        </message>
        <message>
            <source>the table has no primary key of one column</source>
            <translation>la table n'a pas de clé primaire d'une seule colonne</translation>
        </message>
        <message>
            <source>the values of “{field}” are not all there and different</source>
            <translation>les valeurs de « {field} » ne sont pas toutes présentes et différentes</translation>
        </message>
        <message>
            <source>the version both sides had</source>
            <translation>la version que les deux avaient</translation>
        </message>
        <message>
            <source>theirs</source>
            <translation>l'autre</translation>
        </message>
        <message>
            <source>theirs stays</source>
            <translation>l'autre reste</translation>
        </message>
        <message>
            <source>two of its fields have the same name, or one has none</source>
            <translation>deux de ses champs ont le même nom, ou l'un n'en a pas</translation>
        </message>
        <message>
            <source>unchanged</source>
            <translation>inchangé</translation>
        </message>
        <message>
            <source>values</source>
            <translation>valeurs</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>en attente</translation>
        </message>
        <message>
            <source>was changed on both sides</source>
            <translation>a été modifié des deux côtés</translation>
        </message>
        <message>
            <source>was deleted on the server</source>
            <translation>a été supprimé sur le serveur</translation>
        </message>
        <message>
            <source>will be deleted on the server</source>
            <translation>sera supprimé sur le serveur</translation>
        </message>
        <message>
            <source>will be received</source>
            <translation>sera reçu</translation>
        </message>
        <message>
            <source>will be sent</source>
            <translation>sera envoyé</translation>
        </message>
        <message>
            <source>without a key</source>
            <translation>sans clé</translation>
        </message>
        <message>
            <source>{changes} in {time}: {states}</source>
            <translation>{changes} en {time} : {states}</translation>
        </message>
        <message>
            <source>{column} moved</source>
            <translation>{column} déplacé</translation>
        </message>
        <message>
            <source>{doing} – {place}</source>
            <translation>{doing} – {place}</translation>
        </message>
        <message>
            <source>{done} of {total} decided</source>
            <translation>Tranchés : {done} sur {total}</translation>
        </message>
        <message>
            <source>{done} “{table}” has no field for some of its values any more; they are kept with the change.</source>
            <translation>{done} « {table} » n'a plus de champ pour certaines de ses valeurs ; elles sont conservées avec la modification.</translation>
        </message>
        <message numerus="yes">
            <source>{estimate}; %n layer(s) cannot be weighed beforehand</source>
            <translation>
                <numerusform>{estimate} ; %n couche ne peut pas être estimée d'avance</numerusform>
                <numerusform>{estimate} ; %n couches ne peuvent pas être estimées d'avance</numerusform>
            </translation>
        </message>
        <message>
            <source>{estimate}; the base map is extra</source>
            <translation>{estimate} ; le fond de carte en plus</translation>
        </message>
        <message>
            <source>{files}, {size}</source>
            <translation>{files}, {size}</translation>
        </message>
        <message>
            <source>{file}: what others sent and you have not received yet</source>
            <translation>{file} : ce que d'autres ont envoyé et que vous n'avez pas encore reçu</translation>
        </message>
        <message>
            <source>{file}: your edits that are not on the server yet</source>
            <translation>{file} : vos modifications qui ne sont pas encore sur le serveur</translation>
        </message>
        <message>
            <source>{host} answered, but not as a QFieldCloud server does. Nothing was changed; check the server's address, and whether your network asks for a login page.</source>
            <translation>{host} a répondu, mais pas comme un serveur QFieldCloud. Rien n'a été modifié ; vérifiez l'adresse du serveur et si votre réseau demande une page de connexion.</translation>
        </message>
        <message>
            <source>{host} does not answer. {kept}; check the network and try again.</source>
            <translation>{host} ne répond pas. {kept} ; vérifiez le réseau et réessayez.</translation>
        </message>
        <message>
            <source>{host} took too long to answer. {kept}; try again in a moment.</source>
            <translation>{host} a mis trop de temps à répondre. {kept} ; réessayez dans un instant.</translation>
        </message>
        <message>
            <source>{job}: {reason}</source>
            <translation>{job} : {reason}</translation>
        </message>
        <message>
            <source>{kind} files travel whole, and the server needs {program} to take edits from the field.</source>
            <translation>Les fichiers {kind} voyagent en entier, et le serveur a besoin de {program} pour accepter les modifications du terrain.</translation>
        </message>
        <message>
            <source>{kind} files travel whole: what is edited here and in the field at the same time is a conflict.</source>
            <translation>Les fichiers {kind} voyagent en entier : ce qui est modifié ici et sur le terrain en même temps est un conflit.</translation>
        </message>
        <message numerus="yes">
            <source>{kind}, %Ln vertices</source>
            <translation>
                <numerusform>{kind}, %Ln sommet</numerusform>
                <numerusform>{kind}, %Ln sommets</numerusform>
            </translation>
        </message>
        <message>
            <source>{lock}: only where this expression is true</source>
            <translation>{lock} : seulement là où cette expression est vraie</translation>
        </message>
        <message>
            <source>{message} The change is kept and can be applied again.</source>
            <translation>{message} La modification est conservée et peut être appliquée à nouveau.</translation>
        </message>
        <message>
            <source>{message} The feature {key!r} has exactly the values the delta knew; it may be the one.</source>
            <translation>{message} L'entité {key!r} a exactement les valeurs que le delta connaissait ; c'est peut-être elle.</translation>
        </message>
        <message>
            <source>{names} and {count} more</source>
            <translation>{names} et {count} de plus</translation>
        </message>
        <message>
            <source>{names}: the signs &lt; &gt; : " \ | ? * and names such as CON cannot be stored everywhere.</source>
            <translation>{names} : les signes &lt; &gt; : " \ | ? * et les noms comme CON ne peuvent pas être enregistrés partout.</translation>
        </message>
        <message>
            <source>{name} could not be read or written ({reason}).</source>
            <translation>{name} n'a pas pu être lu ou écrit ({reason}).</translation>
        </message>
        <message>
            <source>{name} could not be used ({text}). It was left as it was.</source>
            <translation>{name} n'a pas pu être utilisé ({text}). Il est resté tel quel.</translation>
        </message>
        <message>
            <source>{name} has a format that cannot be read. It was left as it is.</source>
            <translation>{name} a un format qui ne peut pas être lu. Il est resté tel quel.</translation>
        </message>
        <message>
            <source>{name} holds a value that is too large. It was left as it is.</source>
            <translation>{name} contient une valeur trop grande. Il est resté tel quel.</translation>
        </message>
        <message>
            <source>{name} holds text that is not Unicode ({error}). It was left as it is.</source>
            <translation>{name} contient du texte qui n'est pas en Unicode ({error}). Il est resté tel quel.</translation>
        </message>
        <message>
            <source>{name} is being written by another program. Nothing was changed; try again.</source>
            <translation>{name} est en cours d'écriture par un autre programme. Rien n'a été modifié ; réessayez.</translation>
        </message>
        <message>
            <source>{name} is damaged ({error}). It was left as it is; restore an earlier version.</source>
            <translation>{name} est endommagé ({error}). Il est resté tel quel ; restaurez une version antérieure.</translation>
        </message>
        <message>
            <source>{name} is damaged ({found}).</source>
            <translation>{name} est endommagé ({found}).</translation>
        </message>
        <message>
            <source>{name} is damaged. It was left as it is; restore an earlier version.</source>
            <translation>{name} est endommagé. Il est resté tel quel ; restaurez une version antérieure.</translation>
        </message>
        <message>
            <source>{name} is in use. Nothing was changed; try again.</source>
            <translation>{name} est en cours d'utilisation. Rien n'a été modifié ; réessayez.</translation>
        </message>
        <message>
            <source>{name} is not a GeoPackage. It was left as it is.</source>
            <translation>{name} n'est pas un GeoPackage. Il est resté tel quel.</translation>
        </message>
        <message>
            <source>{name} is open in another program. It was left as it is; close it and try again.</source>
            <translation>{name} est ouvert dans un autre programme. Il est resté tel quel ; fermez-le et réessayez.</translation>
        </message>
        <message>
            <source>{name} is protected against writing. Nothing was changed.</source>
            <translation>{name} est protégé en écriture. Rien n'a été modifié.</translation>
        </message>
        <message>
            <source>{name} or its folder cannot be opened. Nothing was changed.</source>
            <translation>{name} ou son dossier ne peut pas être ouvert. Rien n'a été modifié.</translation>
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
            <translation>{role} Clic droit sur un membre pour le modifier.</translation>
        </message>
        <message>
            <source>{rows} and {files}</source>
            <translation>{rows} et {files}</translation>
        </message>
        <message>
            <source>{server} – with row history and safe merging</source>
            <translation>{server} – avec historique des lignes et fusion sûre</translation>
        </message>
        <message>
            <source>{summary}, with the area of: {who}</source>
            <translation>{summary}, avec la zone de : {who}</translation>
        </message>
        <message>
            <source>{table} {key}, {field}: here {here}, in the field {there}</source>
            <translation>{table} {key}, {field} : ici {here}, sur le terrain {there}</translation>
        </message>
        <message>
            <source>{table} {key}: changed in the field, deleted here</source>
            <translation>{table} {key} : modifié sur le terrain, supprimé ici</translation>
        </message>
        <message>
            <source>{table} {key}: deleted in the field, changed here</source>
            <translation>{table} {key} : supprimé sur le terrain, modifié ici</translation>
        </message>
        <message>
            <source>{text} QGIS can write its rows into a GeoPackage.</source>
            <translation>{text} QGIS peut écrire ses lignes dans un GeoPackage.</translation>
        </message>
        <message>
            <source>{up} sent, {down} received. Everything is up to date.</source>
            <translation>Envoyé : {up}. Reçu : {down}. Tout est à jour.</translation>
        </message>
        <message>
            <source>{user} on {server}</source>
            <translation>{user} sur {server}</translation>
        </message>
        <message>
            <source>{when} · took {duration}</source>
            <translation>{when} · a duré {duration}</translation>
        </message>
        <message>
            <source>{} free</source>
            <translation>{} libres</translation>
        </message>
        <message>
            <source>{} has a project of this name already.</source>
            <translation>{} a déjà un projet de ce nom.</translation>
        </message>
        <message>
            <source>{} min</source>
            <translation>{} min</translation>
        </message>
        <message>
            <source>{} received. Everything is up to date.</source>
            <translation>Reçu : {}. Tout est à jour.</translation>
        </message>
        <message>
            <source>{} s</source>
            <translation>{} s</translation>
        </message>
        <message>
            <source>{} sent. Everything is up to date.</source>
            <translation>Envoyé : {}. Tout est à jour.</translation>
        </message>
        <message>
            <source>“{field}” names files by absolute paths, such as {path}; they do not travel.</source>
            <translation>« {field} » désigne des fichiers par des chemins absolus, comme {path} ; ils ne voyagent pas.</translation>
        </message>
        <message>
            <source>“{field}” stores absolute paths; files would not be found anywhere else.</source>
            <translation>« {field} » enregistre des chemins absolus ; ailleurs, les fichiers seraient introuvables.</translation>
        </message>
        <message>
            <source>“{file}” cannot be read: {reason}</source>
            <translation>« {file} » ne peut pas être lu : {reason}</translation>
        </message>
        <message>
            <source>“{file}” is no {format} file</source>
            <translation>« {file} » n'est pas un fichier {format}</translation>
        </message>
        <message>
            <source>“{file}” took GDAL too long</source>
            <translation>« {file} » a occupé GDAL trop longtemps</translation>
        </message>
        <message>
            <source>“{folder}” holds edits from the field that are not home yet. Nothing was written; take them back first, or choose another folder.</source>
            <translation>« {folder} » contient des modifications du terrain qui ne sont pas encore reprises. Rien n'a été écrit ; reprenez-les d'abord, ou choisissez un autre dossier.</translation>
        </message>
        <message>
            <source>“{folder}” is not a package made for a cable. Nothing was changed.</source>
            <translation>« {folder} » n'est pas un paquet fait pour un câble. Rien n'a été modifié.</translation>
        </message>
        <message>
            <source>“{folder}” is not empty. Nothing was written; choose another folder.</source>
            <translation>« {folder} » n'est pas vide. Rien n'a été écrit ; choisissez un autre dossier.</translation>
        </message>
        <message>
            <source>“{folder}” was not made from this project, or its memory is gone. Nothing was changed.</source>
            <translation>« {folder} » n'a pas été fait à partir de ce projet, ou sa mémoire a disparu. Rien n'a été modifié.</translation>
        </message>
        <message>
            <source>“{host}” is not an address of a server.</source>
            <translation>« {host} » n'est pas une adresse de serveur.</translation>
        </message>
        <message>
            <source>“{layer}” could not be exported. Nothing was written.</source>
            <translation>« {layer} » n'a pas pu être exportée. Rien n'a été écrit.</translation>
        </message>
        <message>
            <source>“{layer}” has no single primary key, so it is read-only in the field.</source>
            <translation>« {layer} » n'a pas de clé primaire unique et est donc en lecture seule sur le terrain.</translation>
        </message>
        <message>
            <source>“{layer}” is a temporary layer, whose rows are not in the project file: it is empty in the package. Save it as a GeoPackage in QGIS.</source>
            <translation>« {layer} » est une couche temporaire, dont les lignes ne sont pas dans le fichier du projet : elle est vide dans le paquet. Enregistrez-la en GeoPackage dans QGIS.</translation>
        </message>
        <message>
            <source>“{layer}” is not in a GeoPackage but in {where}, which cannot be written without QGIS. The change is kept and waits; convert the layer to a GeoPackage to have it applied.</source>
            <translation>« {layer} » n'est pas dans un GeoPackage mais dans {where}, qui ne peut pas être écrit sans QGIS. La modification est conservée et attend ; convertissez la couche en GeoPackage pour qu'elle soit appliquée.</translation>
        </message>
        <message>
            <source>“{layer}” is packaged whole: the area could not be transformed to {crs}.</source>
            <translation>« {layer} » est empaquetée en entier : la zone n'a pas pu être transformée vers {crs}.</translation>
        </message>
        <message>
            <source>“{layer}” is packaged with all its rows: its filter could not be used ({error}).</source>
            <translation>« {layer} » est empaquetée avec toutes ses lignes : son filtre n'a pas pu être appliqué ({error}).</translation>
        </message>
        <message>
            <source>“{layer}” is read-only in the field: from a folder, only edits of GeoPackages can be taken back.</source>
            <translation>« {layer} » est en lecture seule sur le terrain : d'un dossier, seules les modifications de GeoPackages peuvent être reprises.</translation>
        </message>
        <message>
            <source>“{layer}” stays empty: it shows rows of “{other}”, which is not in the package.</source>
            <translation>« {layer} » reste vide : elle montre des lignes de « {other} », qui n'est pas dans le paquet.</translation>
        </message>
        <message>
            <source>“{layer}” was left online: {reason}.</source>
            <translation>« {layer} » reste en ligne : {reason}.</translation>
        </message>
        <message>
            <source>“{layer}” was left out: {problem}</source>
            <translation>« {layer} » a été laissée de côté : {problem}</translation>
        </message>
        <message>
            <source>“{layer}” was packaged read-only: {reason}.</source>
            <translation>« {layer} » a été empaquetée en lecture seule : {reason}.</translation>
        </message>
        <message>
            <source>“{layer}”: QField cannot open ECW files.</source>
            <translation>« {layer} » : QField ne peut pas ouvrir les fichiers ECW.</translation>
        </message>
        <message>
            <source>“{layer}”: {reason}</source>
            <translation>« {layer} » : {reason}</translation>
        </message>
        <message>
            <source>“{name}” answered to another login than ours. Nothing was sent; try again.</source>
            <translation>« {name} » a répondu à une autre connexion que la nôtre. Rien n'a été envoyé ; réessayez.</translation>
        </message>
        <message>
            <source>“{name}” arrived damaged and was thrown away. The file you have was left as it was; sync again.</source>
            <translation>« {name} » est arrivé endommagé et a été écarté. Votre fichier est resté tel quel ; resynchronisez.</translation>
        </message>
        <message>
            <source>“{name}” cannot be a file name on this computer. It stays on the server.</source>
            <translation>« {name} » ne peut pas être un nom de fichier sur cet ordinateur. Il reste sur le serveur.</translation>
        </message>
        <message>
            <source>“{name}” cannot be read ({reason}).</source>
            <translation>« {name} » ne peut pas être lu ({reason}).</translation>
        </message>
        <message>
            <source>“{name}” cannot be written: it is open in another program or protected. It was left as it was; close it there and sync again.</source>
            <translation>« {name} » ne peut pas être écrit : il est ouvert dans un autre programme ou protégé. Il est resté tel quel ; fermez-le là-bas et resynchronisez.</translation>
        </message>
        <message>
            <source>“{name}” could not be read or written ({reason}). It was left as it was.</source>
            <translation>« {name} » n'a pas pu être lu ou écrit ({reason}). Il est resté tel quel.</translation>
        </message>
        <message>
            <source>“{name}” has no file in the project.</source>
            <translation>« {name} » n'a pas de fichier dans le projet.</translation>
        </message>
        <message>
            <source>“{name}” has no table “{table}”.</source>
            <translation>« {name} » n'a pas de table « {table} ».</translation>
        </message>
        <message>
            <source>“{name}” has not been synchronized yet, so it has no history here.</source>
            <translation>« {name} » n'a pas encore été synchronisé et n'a donc pas d'historique ici.</translation>
        </message>
        <message>
            <source>“{name}” has unsaved edits in QGIS, and rows of it would get other numbers. Save or discard the edits, then sync again.</source>
            <translation>« {name} » a des modifications non enregistrées dans QGIS, et certaines de ses lignes changeraient de numéro. Enregistrez ou annulez ces modifications, puis synchronisez à nouveau.</translation>
        </message>
        <message>
            <source>“{name}” holds values in columns that the changes remove, and the changes do not know of them. Nothing was changed.</source>
            <translation>« {name} » contient des valeurs dans des colonnes que les modifications retirent sans les connaître. Rien n'a été modifié.</translation>
        </message>
        <message>
            <source>“{name}” in the zip is too large when unpacked.</source>
            <translation>« {name} » dans le zip est trop grand une fois décompressé.</translation>
        </message>
        <message>
            <source>“{name}” is gone from the folder. The server was left as it is; sync again.</source>
            <translation>« {name} » n'est plus dans le dossier. Le serveur est resté tel quel ; resynchronisez.</translation>
        </message>
        <message>
            <source>“{name}” is larger than {mebibytes} MiB.</source>
            <translation>« {name} » dépasse {mebibytes} Mio.</translation>
        </message>
        <message>
            <source>“{name}” is no longer on the server. Nothing was undone.</source>
            <translation>« {name} » n'est plus sur le serveur. Rien n'a été annulé.</translation>
        </message>
        <message>
            <source>“{name}” is no longer on the server. Sync again.</source>
            <translation>« {name} » n'est plus sur le serveur. Resynchronisez.</translation>
        </message>
        <message>
            <source>“{name}” is no table of a GeoPackage.</source>
            <translation>« {name} » n'est pas une table d'un GeoPackage.</translation>
        </message>
        <message>
            <source>“{name}” is not a GeoPackage. It was left as it is.</source>
            <translation>« {name} » n'est pas un GeoPackage. Il est resté tel quel.</translation>
        </message>
        <message>
            <source>“{name}” is not a readable zip file: {error}.</source>
            <translation>« {name} » n'est pas un fichier zip lisible : {error}.</translation>
        </message>
        <message>
            <source>“{name}” is not defined as the second changeset expects.</source>
            <translation>« {name} » n'est pas défini comme le second jeu de modifications l'attend.</translation>
        </message>
        <message>
            <source>“{name}” is not there.</source>
            <translation>« {name} » est introuvable.</translation>
        </message>
        <message>
            <source>“{name}” is shared data that the device keeps.</source>
            <translation>« {name} » désigne des données partagées que l'appareil conserve.</translation>
        </message>
        <message>
            <source>“{name}” is to be removed, but holds rows the changes know nothing of. Nothing was changed.</source>
            <translation>« {name} » doit être retiré, mais contient des lignes inconnues des modifications. Rien n'a été modifié.</translation>
        </message>
        <message>
            <source>“{name}” leads out of the project folder through a link. It was left alone.</source>
            <translation>« {name} » sort du dossier du projet par un lien. Il n'a pas été touché.</translation>
        </message>
        <message>
            <source>“{name}” lies outside of the project's folder; copy it in first.</source>
            <translation>« {name} » est hors du dossier du projet ; copiez-le d'abord dedans.</translation>
        </message>
        <message>
            <source>“{name}” refused the login: {reason}. Nothing was changed; please try again.</source>
            <translation>« {name} » a refusé la connexion : {reason}. Rien n'a été modifié ; veuillez réessayer.</translation>
        </message>
        <message>
            <source>“{name}” was changed here during the sync. It was left as it is; sync again.</source>
            <translation>« {name} » a été modifié ici pendant la synchronisation. Il est resté tel quel ; resynchronisez.</translation>
        </message>
        <message>
            <source>“{name}” was changed here too; what came back lies beside it as “{other}”.</source>
            <translation>« {name} » a aussi été modifié ici ; ce qui est revenu se trouve à côté sous le nom « {other} ».</translation>
        </message>
        <message>
            <source>“{name}” was changed since the repair, so taking it back would lose that. Nothing was done.</source>
            <translation>« {name} » a été modifié depuis la réparation ; l'annuler perdrait cela. Rien n'a été fait.</translation>
        </message>
        <message>
            <source>“{name}” was just changed on the server, so it was not deleted. Sync again.</source>
            <translation>« {name} » vient d'être modifié sur le serveur et n'a donc pas été supprimé. Resynchronisez.</translation>
        </message>
        <message>
            <source>“{name}” was just deleted on the server. Yours is untouched; sync again.</source>
            <translation>« {name} » vient d'être supprimé sur le serveur. Le vôtre est intact ; resynchronisez.</translation>
        </message>
        <message>
            <source>“{name}” was made, but the server could not copy the files into it. {reason}</source>
            <translation>« {name} » a été créé, mais le serveur n'a pas pu y copier les fichiers. {reason}</translation>
        </message>
        <message>
            <source>“{path}” does not exist on a phone, so photos and forms would not be found.</source>
            <translation>« {path} » n'existe pas sur un téléphone ; photos et formulaires seraient introuvables.</translation>
        </message>
        <message>
            <source>“{path}” is not there or is a folder; copy it by hand.</source>
            <translation>« {path} » est introuvable ou est un dossier ; copiez-le à la main.</translation>
        </message>
        <message>
            <source>“{table}” has a spatial index on its present key; change the key in QGIS.</source>
            <translation>« {table} » a un index spatial sur sa clé actuelle ; changez la clé dans QGIS.</translation>
        </message>
        <message>
            <source>“{table}” has no field for some of this feature's values any more. Nothing of it was stored; the change is kept.</source>
            <translation>« {table} » n'a plus de champ pour certaines valeurs de cette entité. Rien n'en a été enregistré ; la modification est conservée.</translation>
        </message>
        <message>
            <source>“{table}” has no primary key of one column, so its features cannot be told apart.</source>
            <translation>« {table} » n'a pas de clé primaire d'une seule colonne ; ses entités ne peuvent pas être distinguées.</translation>
        </message>
        <message>
            <source>“{table}” is damaged: rows are not where they belong. Nothing was changed; restore an earlier version.</source>
            <translation>« {table} » est endommagée : des lignes ne sont pas à leur place. Rien n'a été modifié ; restaurez une version antérieure.</translation>
        </message>
        <message>
            <source>“{table}”: {reason}</source>
            <translation>« {table} » : {reason}</translation>
        </message>
        <message>
            <source>“{who}” is not person:NAME or team:NAME.</source>
            <translation>« {who} » n'est ni person:NOM ni team:NOM.</translation>
        </message>
        <message>
            <source>“{}” cannot be opened.</source>
            <translation>« {} » ne peut pas être ouvert.</translation>
        </message>
        <message>
            <source>“{}” is in the cloud now.</source>
            <translation>« {} » est maintenant dans le cloud.</translation>
        </message>
        <message>
            <source>“{}” is in the project already. It was not replaced.</source>
            <translation>« {} » est déjà dans le projet. Il n'a pas été remplacé.</translation>
        </message>
        <message>
            <source>“{}” is no longer on the server.</source>
            <translation>« {} » n'est plus sur le serveur.</translation>
        </message>
        <message>
            <source>“{}” was downloaded.</source>
            <translation>« {} » a été téléchargé.</translation>
        </message>
        <message>
            <source>“{}” was not taken: its rows cannot be told apart.</source>
            <translation>« {} » n'a pas été repris : ses lignes ne se distinguent pas.</translation>
        </message>
    </context>
</TS>
