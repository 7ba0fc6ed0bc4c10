<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
    <context>
        <name>QFieldCloudSync</name>
        <message numerus="yes">
            <source>%n change(s)</source>
            <translation>
                <numerusform>%n cambio</numerusform>
                <numerusform>%n cambios</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) were made here and in the field, differently.</source>
            <translation>
                <numerusform>%n cambio se hizo de forma distinta aquí y en el campo.</numerusform>
                <numerusform>%n cambios se hicieron de forma distinta aquí y en el campo.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n changed</source>
            <translation>
                <numerusform>%n cambiado</numerusform>
                <numerusform>%n cambiados</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n conflict(s)</source>
            <translation>
                <numerusform>%n conflicto</numerusform>
                <numerusform>%n conflictos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) ago</source>
            <translation>
                <numerusform>hace %n día</numerusform>
                <numerusform>hace %n días</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n deleted</source>
            <translation>
                <numerusform>%n borrado</numerusform>
                <numerusform>%n borrados</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n error(s) to mend</source>
            <translation>
                <numerusform>%n error por corregir</numerusform>
                <numerusform>%n errores por corregir</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s)</source>
            <translation>
                <numerusform>%n archivo</numerusform>
                <numerusform>%n archivos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s) ago</source>
            <translation>
                <numerusform>hace %n hora</numerusform>
                <numerusform>hace %n horas</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n member(s)</source>
            <translation>
                <numerusform>%n miembro</numerusform>
                <numerusform>%n miembros</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s) ago</source>
            <translation>
                <numerusform>hace %n minuto</numerusform>
                <numerusform>hace %n minutos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more attachment(s)</source>
            <translation>
                <numerusform>%n adjunto más</numerusform>
                <numerusform>%n adjuntos más</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more conflict(s)</source>
            <translation>
                <numerusform>%n conflicto más</numerusform>
                <numerusform>%n conflictos más</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more file(s)</source>
            <translation>
                <numerusform>%n archivo más</numerusform>
                <numerusform>%n archivos más</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more row(s)</source>
            <translation>
                <numerusform>%n fila más</numerusform>
                <numerusform>%n filas más</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>%n nuevo</numerusform>
                <numerusform>%n nuevos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n old version(s)</source>
            <translation>
                <numerusform>%n versión antigua</numerusform>
                <numerusform>%n versiones antiguas</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n older job(s)</source>
            <translation>
                <numerusform>%n tarea más antigua</numerusform>
                <numerusform>%n tareas más antiguas</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s)</source>
            <translation>
                <numerusform>%n fila</numerusform>
                <numerusform>%n filas</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) discarded.</source>
            <translation>
                <numerusform>%n fila descartada.</numerusform>
                <numerusform>%n filas descartadas.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n version(s)</source>
            <translation>
                <numerusform>%n versión</numerusform>
                <numerusform>%n versiones</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Description</source>
            <translation>&amp;Descripción</translation>
        </message>
        <message>
            <source>&amp;Kind</source>
            <translation>&amp;Tipo</translation>
        </message>
        <message>
            <source>&amp;Name</source>
            <translation>&amp;Nombre</translation>
        </message>
        <message>
            <source>&amp;Owner</source>
            <translation>&amp;Propietario</translation>
        </message>
        <message>
            <source>&amp;Password</source>
            <translation>&amp;Contraseña</translation>
        </message>
        <message>
            <source>&amp;Project</source>
            <translation>&amp;Proyecto</translation>
        </message>
        <message>
            <source>&amp;Server</source>
            <translation>&amp;Servidor</translation>
        </message>
        <message>
            <source>&amp;Token</source>
            <translation>&amp;Token</translation>
        </message>
        <message>
            <source>&amp;Username</source>
            <translation>Nombre de &amp;usuario</translation>
        </message>
        <message>
            <source>&amp;Value</source>
            <translation>&amp;Valor</translation>
        </message>
        <message>
            <source>&amp;Versions kept of each file</source>
            <translation>&amp;Versiones que se conservan de cada archivo</translation>
        </message>
        <message>
            <source>A change does not fit: in “{table}” the row {key} {reason}. Nothing was changed.</source>
            <translation>Un cambio no encaja: en «{table}» la fila {key} {reason}. No se cambió nada.</translation>
        </message>
        <message>
            <source>A change in “{table}” cannot be sent as a delta: {reason}.</source>
            <translation>Un cambio en «{table}» no se puede enviar como delta: {reason}.</translation>
        </message>
        <message>
            <source>A cloud project holds one QGIS project file, “{known}”; this one stays here. To send it instead, move the other out of the folder.</source>
            <translation>Un proyecto de la nube contiene un solo archivo de proyecto QGIS, «{known}»; este se queda aquí. Para enviarlo en su lugar, saque el otro de la carpeta.</translation>
        </message>
        <message>
            <source>A cloud project holds only one QGIS project file. The second one was not uploaded.</source>
            <translation>Un proyecto de la nube contiene un solo archivo de proyecto QGIS. El segundo no se subió.</translation>
        </message>
        <message>
            <source>A file was uploaded meanwhile; the changes are applied to the new one.</source>
            <translation>Entretanto se subió un archivo; los cambios se aplican al nuevo.</translation>
        </message>
        <message>
            <source>A layer that lives in another project is repaired there.</source>
            <translation>Una capa que vive en otro proyecto se repara allí.</translation>
        </message>
        <message>
            <source>A map theme</source>
            <translation>Un tema de mapa</translation>
        </message>
        <message>
            <source>A map to find the way, without a connection</source>
            <translation>Un mapa para orientarse, sin conexión</translation>
        </message>
        <message>
            <source>A place on the server, to be filled later.</source>
            <translation>Un lugar en el servidor, para llenarlo después.</translation>
        </message>
        <message>
            <source>A server and a readable authentication configuration are needed.</source>
            <translation>Hacen falta un servidor y una configuración de autenticación legible.</translation>
        </message>
        <message>
            <source>A small package is quick to make and quick to download.</source>
            <translation>Un paquete pequeño se hace y se descarga rápido.</translation>
        </message>
        <message>
            <source>A temporary layer: its features are lost when QGIS closes. Make it permanent first.</source>
            <translation>Una capa temporal: sus objetos se pierden al cerrar QGIS. Hágala permanente primero.</translation>
        </message>
        <message>
            <source>A text is not Unicode ({reason}).</source>
            <translation>Un texto no es Unicode ({reason}).</translation>
        </message>
        <message>
            <source>A token is kept in the system's keyring or in QGIS's encrypted database, never the password.</source>
            <translation>Se guarda un token en el llavero del sistema o en la base cifrada de QGIS, nunca la contraseña.</translation>
        </message>
        <message>
            <source>A trigger in a GeoPackage undoes everything again and again. Nothing was changed.</source>
            <translation>Un disparador de un GeoPackage lo deshace todo una y otra vez. No se cambió nada.</translation>
        </message>
        <message>
            <source>A view of other tables can be looked at, but not edited.</source>
            <translation>Una vista de otras tablas se puede consultar, pero no editar.</translation>
        </message>
        <message numerus="yes">
            <source>About %Ln tile(s), {size}</source>
            <translation>
                <numerusform>Aproximadamente %Ln tesela, {size}</numerusform>
                <numerusform>Unas %Ln teselas, {size}</numerusform>
            </translation>
        </message>
        <message>
            <source>About {size}, made in {time}</source>
            <translation>Unos {size}, listo en {time}</translation>
        </message>
        <message>
            <source>Accounts</source>
            <translation>Cuentas</translation>
        </message>
        <message>
            <source>Accounts and settings</source>
            <translation>Cuentas y ajustes</translation>
        </message>
        <message>
            <source>Accounts on this computer</source>
            <translation>Cuentas en este ordenador</translation>
        </message>
        <message>
            <source>Active layer</source>
            <translation>Capa activa</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Añadir</translation>
        </message>
        <message>
            <source>Add a UUID to “{name}”, fill it, and let the relation use it.</source>
            <translation>Añadir un UUID a «{name}», rellenarlo y usarlo en la relación.</translation>
        </message>
        <message>
            <source>Add an integer primary key; what was the key stays unique.</source>
            <translation>Añadir una clave primaria entera; la clave anterior sigue siendo única.</translation>
        </message>
        <message>
            <source>Add features</source>
            <translation>Añadir objetos</translation>
        </message>
        <message>
            <source>Add member</source>
            <translation>Añadir miembro</translation>
        </message>
        <message>
            <source>Add member…</source>
            <translation>Añadir miembro…</translation>
        </message>
        <message>
            <source>Add one below; nobody can read it afterwards.</source>
            <translation>Añada uno abajo; después nadie puede leerlo.</translation>
        </message>
        <message>
            <source>Add person</source>
            <translation>Añadir persona</translation>
        </message>
        <message>
            <source>Add to team</source>
            <translation>Añadir al equipo</translation>
        </message>
        <message>
            <source>Administrator</source>
            <translation>Administrador</translation>
        </message>
        <message>
            <source>Administrators can do everything, also keep the secrets.</source>
            <translation>Los administradores pueden hacerlo todo, también gestionar los secretos.</translation>
        </message>
        <message>
            <source>Administrators look after members, teams and all projects of the organization.</source>
            <translation>Los administradores se ocupan de los miembros, los equipos y todos los proyectos de la organización.</translation>
        </message>
        <message>
            <source>After moving</source>
            <translation>Tras moverse</translation>
        </message>
        <message>
            <source>Alert inside of an area</source>
            <translation>Alerta dentro de una zona</translation>
        </message>
        <message>
            <source>Alert outside of all areas</source>
            <translation>Alerta fuera de todas las zonas</translation>
        </message>
        <message>
            <source>All changes of devices…</source>
            <translation>Todos los cambios de los dispositivos…</translation>
        </message>
        <message>
            <source>All conflicts</source>
            <translation>Todos los conflictos</translation>
        </message>
        <message>
            <source>All files, versions and edits on the server are lost. Your local files stay.</source>
            <translation>Se pierden todos los archivos, versiones y cambios del servidor. Sus archivos locales se quedan.</translation>
        </message>
        <message>
            <source>All layers editable offline</source>
            <translation>Todas las capas editables sin conexión</translation>
        </message>
        <message>
            <source>All layers left out</source>
            <translation>Todas las capas omitidas</translation>
        </message>
        <message>
            <source>All of it, or only one area?</source>
            <translation>¿Todo, o solo una zona?</translation>
        </message>
        <message>
            <source>All projects</source>
            <translation>Todos los proyectos</translation>
        </message>
        <message>
            <source>All settings for the field…</source>
            <translation>Todos los ajustes para el campo…</translation>
        </message>
        <message>
            <source>An organization owns projects; a team gets a role in a project as one.</source>
            <translation>Una organización posee proyectos; un equipo entero recibe un rol en un proyecto.</translation>
        </message>
        <message>
            <source>Another account…</source>
            <translation>Otra cuenta…</translation>
        </message>
        <message>
            <source>Another cloud project</source>
            <translation>Otro proyecto de la nube</translation>
        </message>
        <message>
            <source>Another feature has the key {key!r} already.</source>
            <translation>Otro objeto ya tiene la clave {key!r}.</translation>
        </message>
        <message>
            <source>Another feature has the key {key!r} by now.</source>
            <translation>Otro objeto tiene ya la clave {key!r}.</translation>
        </message>
        <message>
            <source>Another feature has this value already: {text}.</source>
            <translation>Otro objeto ya tiene este valor: {text}.</translation>
        </message>
        <message>
            <source>Any role</source>
            <translation>Cualquier rol</translation>
        </message>
        <message>
            <source>Any time</source>
            <translation>Cualquier fecha</translation>
        </message>
        <message>
            <source>Applies a changeset to a GeoPackage, or a delta file from QField to a project.
A changeset is applied as a whole or not at all. Every delta gets its own result; the log says which were refused and why. “Take back” undoes instead.</source>
            <translation>Aplica un conjunto de cambios a un GeoPackage, o un archivo delta de QField a un proyecto.
Un conjunto de cambios se aplica entero o nada. Cada delta tiene su propio resultado; el registro dice cuáles se rechazaron y por qué. «Retirar» deshace en vez de aplicar.</translation>
        </message>
        <message numerus="yes">
            <source>Apply %n decision(s) and sync</source>
            <translation>
                <numerusform>Aplicar %n decisión y sincronizar</numerusform>
                <numerusform>Aplicar %n decisiones y sincronizar</numerusform>
            </translation>
        </message>
        <message>
            <source>Apply again</source>
            <translation>Aplicar de nuevo</translation>
        </message>
        <message>
            <source>Apply changes</source>
            <translation>Aplicar cambios</translation>
        </message>
        <message>
            <source>Applying changes here</source>
            <translation>Aplicando los cambios aquí</translation>
        </message>
        <message>
            <source>Applying the changes</source>
            <translation>Aplicando los cambios</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>Zona</translation>
        </message>
        <message>
            <source>Area for</source>
            <translation>Zona para</translation>
        </message>
        <message>
            <source>Areas</source>
            <translation>Zonas</translation>
        </message>
        <message>
            <source>As</source>
            <translation>Como</translation>
        </message>
        <message>
            <source>As it is</source>
            <translation>Tal como está</translation>
        </message>
        <message>
            <source>As it was sent</source>
            <translation>Tal como se envió</translation>
        </message>
        <message>
            <source>Ask about a job</source>
            <translation>Preguntar por una tarea</translation>
        </message>
        <message>
            <source>Ask server</source>
            <translation>Preguntar al servidor</translation>
        </message>
        <message>
            <source>At least three letters, digits, - or _, and a letter first.</source>
            <translation>Al menos tres letras, cifras, - o _, y primero una letra.</translation>
        </message>
        <message>
            <source>At the start</source>
            <translation>Al inicio</translation>
        </message>
        <message>
            <source>Attachments</source>
            <translation>Adjuntos</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Atrás</translation>
        </message>
        <message>
            <source>Base map</source>
            <translation>Mapa base</translation>
        </message>
        <message>
            <source>Bearing</source>
            <translation>Rumbo</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>Antes</translation>
        </message>
        <message>
            <source>Beginning…</source>
            <translation>Empezando…</translation>
        </message>
        <message>
            <source>Behaviour</source>
            <translation>Comportamiento</translation>
        </message>
        <message>
            <source>Between…</source>
            <translation>Entre…</translation>
        </message>
        <message>
            <source>Brings together what two people did to copies of the same GeoPackage.
Different rows, and different columns of one row, are merged. Where both changed the same value, the chosen side stays, and the log tells both values.</source>
            <translation>Reúne lo que dos personas hicieron en copias del mismo GeoPackage.
Se fusionan filas distintas y columnas distintas de una fila. Donde ambos cambiaron el mismo valor queda el lado elegido, y el registro dice los dos valores.</translation>
        </message>
        <message>
            <source>Buttons instead of a list up to</source>
            <translation>Botones en vez de lista hasta</translation>
        </message>
        <message>
            <source>By QFieldCloud</source>
            <translation>Por QFieldCloud</translation>
        </message>
        <message>
            <source>By cable</source>
            <translation>Por cable</translation>
        </message>
        <message>
            <source>Cable</source>
            <translation>Cable</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Cancelled. Nothing was changed.</source>
            <translation>Cancelado. No se cambió nada.</translation>
        </message>
        <message>
            <source>Cancelled. Nothing was left behind.</source>
            <translation>Cancelado. No quedó nada.</translation>
        </message>
        <message>
            <source>Cancelled. What was done so far is kept.</source>
            <translation>Cancelado. Lo hecho hasta ahora se conserva.</translation>
        </message>
        <message>
            <source>Cannot start editing layer "{id}": “{layer}” is read-only in the project.</source>
            <translation>No se puede editar la capa "{id}": «{layer}» es de solo lectura en el proyecto.</translation>
        </message>
        <message>
            <source>Capital letters, digits and _, a letter first.</source>
            <translation>Mayúsculas, cifras y _, primero una letra.</translation>
        </message>
        <message>
            <source>Change attributes</source>
            <translation>Cambiar atributos</translation>
        </message>
        <message>
            <source>Change geometries</source>
            <translation>Cambiar geometrías</translation>
        </message>
        <message>
            <source>Change project</source>
            <translation>Cambiar proyecto</translation>
        </message>
        <message>
            <source>Change role</source>
            <translation>Cambiar rol</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Cambiado</translation>
        </message>
        <message>
            <source>Changed files as JSON</source>
            <translation>Archivos cambiados como JSON</translation>
        </message>
        <message>
            <source>Changed here</source>
            <translation>Cambiado aquí</translation>
        </message>
        <message>
            <source>Changed here and on the server.</source>
            <translation>Cambiado aquí y en el servidor.</translation>
        </message>
        <message>
            <source>Changed here, deleted by somebody else.</source>
            <translation>Cambiado aquí, borrado por otra persona.</translation>
        </message>
        <message>
            <source>Changed here, deleted on the server.</source>
            <translation>Cambiado aquí, borrado en el servidor.</translation>
        </message>
        <message>
            <source>Changed on the server</source>
            <translation>Cambiado en el servidor</translation>
        </message>
        <message>
            <source>Changed rows</source>
            <translation>Filas cambiadas</translation>
        </message>
        <message>
            <source>Changed since {}</source>
            <translation>Cambiado desde {}</translation>
        </message>
        <message>
            <source>Changes applied</source>
            <translation>Cambios aplicados</translation>
        </message>
        <message>
            <source>Changes are known for layers of GeoPackages in the project's folder.</source>
            <translation>Se conocen los cambios de las capas de GeoPackages de la carpeta del proyecto.</translation>
        </message>
        <message>
            <source>Changes of this layer…</source>
            <translation>Cambios de esta capa…</translation>
        </message>
        <message>
            <source>Changes on the server…</source>
            <translation>Cambios en el servidor…</translation>
        </message>
        <message>
            <source>Changes refused</source>
            <translation>Cambios rechazados</translation>
        </message>
        <message>
            <source>Changeset</source>
            <translation>Conjunto de cambios</translation>
        </message>
        <message>
            <source>Changeset or delta file</source>
            <translation>Conjunto de cambios o archivo delta</translation>
        </message>
        <message>
            <source>Changesets (*.changes)</source>
            <translation>Conjuntos de cambios (*.changes)</translation>
        </message>
        <message>
            <source>Check and repair project</source>
            <translation>Comprobar y reparar el proyecto</translation>
        </message>
        <message>
            <source>Check for changes</source>
            <translation>Buscar cambios</translation>
        </message>
        <message>
            <source>Check only</source>
            <translation>Solo comprobar</translation>
        </message>
        <message>
            <source>Check project</source>
            <translation>Comprobar proyecto</translation>
        </message>
        <message>
            <source>Checking the package's layers</source>
            <translation>Comprobando las capas del paquete</translation>
        </message>
        <message>
            <source>Checking the project file</source>
            <translation>Comprobando el archivo del proyecto</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>Comprobando…</translation>
        </message>
        <message>
            <source>Checks</source>
            <translation>Comprobaciones</translation>
        </message>
        <message>
            <source>Checks {}</source>
            <translation>Comprobaciones {}</translation>
        </message>
        <message>
            <source>Choose a change to go back before</source>
            <translation>Elija el cambio anterior al cual volver</translation>
        </message>
        <message>
            <source>Choose a folder outside of the project's own.</source>
            <translation>Elija una carpeta fuera de la del proyecto.</translation>
        </message>
        <message>
            <source>Choose a folder.</source>
            <translation>Elija una carpeta.</translation>
        </message>
        <message>
            <source>Choose a moment. Next you see what changed since, and decide what goes back.</source>
            <translation>Elija un momento. Después verá qué cambió desde entonces y decidirá qué vuelve atrás.</translation>
        </message>
        <message>
            <source>Choose rows to discard</source>
            <translation>Elija filas para descartar</translation>
        </message>
        <message>
            <source>Choose rows to undo</source>
            <translation>Elija filas para deshacer</translation>
        </message>
        <message>
            <source>Choose what stays. The other value is not lost: it is kept in the history.</source>
            <translation>Elija lo que queda. El otro valor no se pierde: se guarda en el historial.</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Vaciar</translation>
        </message>
        <message>
            <source>Click a value to keep it, or type another one under Result.</source>
            <translation>Haga clic en un valor para conservarlo, o escriba otro en Resultado.</translation>
        </message>
        <message>
            <source>Clone</source>
            <translation>Clonar</translation>
        </message>
        <message>
            <source>Clone project</source>
            <translation>Clonar proyecto</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Cloud project</source>
            <translation>Proyecto en la nube</translation>
        </message>
        <message>
            <source>Cloud projects</source>
            <translation>Proyectos en la nube</translation>
        </message>
        <message>
            <source>Column {}</source>
            <translation>Columna {}</translation>
        </message>
        <message>
            <source>Common beginning</source>
            <translation>Origen común</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Comparar</translation>
        </message>
        <message>
            <source>Compare two GeoPackages</source>
            <translation>Comparar dos GeoPackages</translation>
        </message>
        <message>
            <source>Compare versions</source>
            <translation>Comparar versiones</translation>
        </message>
        <message>
            <source>Comparing</source>
            <translation>Comparando</translation>
        </message>
        <message numerus="yes">
            <source>Confirm %n deletion(s)…</source>
            <translation>
                <numerusform>Confirmar %n borrado…</numerusform>
                <numerusform>Confirmar %n borrados…</numerusform>
            </translation>
        </message>
        <message>
            <source>Conflicts</source>
            <translation>Conflictos</translation>
        </message>
        <message>
            <source>Copied as it is</source>
            <translation>Copiada tal como está</translation>
        </message>
        <message>
            <source>Copied, if it is not there yet</source>
            <translation>Copiada, si aún no está</translation>
        </message>
        <message>
            <source>Copy address</source>
            <translation>Copiar dirección</translation>
        </message>
        <message>
            <source>Copy attachments too</source>
            <translation>Copiar también los adjuntos</translation>
        </message>
        <message>
            <source>Copy link</source>
            <translation>Copiar enlace</translation>
        </message>
        <message>
            <source>Copy the file into the project's folder and use the copy.</source>
            <translation>Copiar el archivo a la carpeta del proyecto y usar la copia.</translation>
        </message>
        <message>
            <source>Copy the files that exist into “{folder}” and store relative paths.</source>
            <translation>Copiar los archivos que existen a «{folder}» y guardar rutas relativas.</translation>
        </message>
        <message>
            <source>Copy the value that lost</source>
            <translation>Copiar el valor descartado</translation>
        </message>
        <message>
            <source>Copying files</source>
            <translation>Copiando archivos</translation>
        </message>
        <message>
            <source>Copying rows</source>
            <translation>Copiando filas</translation>
        </message>
        <message>
            <source>Create</source>
            <translation>Crear</translation>
        </message>
        <message>
            <source>Create an account…</source>
            <translation>Crear una cuenta…</translation>
        </message>
        <message>
            <source>Create and send</source>
            <translation>Crear y enviar</translation>
        </message>
        <message>
            <source>Create project</source>
            <translation>Crear proyecto</translation>
        </message>
        <message>
            <source>Create team</source>
            <translation>Crear equipo</translation>
        </message>
        <message>
            <source>Create the project</source>
            <translation>Crear el proyecto</translation>
        </message>
        <message>
            <source>Creator</source>
            <translation>Creador</translation>
        </message>
        <message>
            <source>Creators make projects that belong to the organization.</source>
            <translation>Los creadores hacen proyectos que pertenecen a la organización.</translation>
        </message>
        <message>
            <source>Current map view</source>
            <translation>Vista actual del mapa</translation>
        </message>
        <message>
            <source>Database service (pg_service.conf)</source>
            <translation>Servicio de base de datos (pg_service.conf)</translation>
        </message>
        <message>
            <source>Decide many</source>
            <translation>Decidir varios</translation>
        </message>
        <message>
            <source>Decided conflicts</source>
            <translation>Conflictos decididos</translation>
        </message>
        <message>
            <source>Decided conflicts…</source>
            <translation>Conflictos decididos…</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Borrar</translation>
        </message>
        <message numerus="yes">
            <source>Delete %n file(s)?</source>
            <translation>
                <numerusform>¿Borrar %n archivo?</numerusform>
                <numerusform>¿Borrar %n archivos?</numerusform>
            </translation>
        </message>
        <message>
            <source>Delete cloud project</source>
            <translation>Borrar proyecto en la nube</translation>
        </message>
        <message>
            <source>Delete cloud project…</source>
            <translation>Borrar proyecto en la nube…</translation>
        </message>
        <message>
            <source>Delete features</source>
            <translation>Borrar objetos</translation>
        </message>
        <message>
            <source>Delete file</source>
            <translation>Borrar archivo</translation>
        </message>
        <message>
            <source>Delete old versions</source>
            <translation>Borrar versiones antiguas</translation>
        </message>
        <message>
            <source>Delete secret</source>
            <translation>Borrar secreto</translation>
        </message>
        <message>
            <source>Delete team</source>
            <translation>Borrar equipo</translation>
        </message>
        <message>
            <source>Delete team {}</source>
            <translation>Borrar el equipo {}</translation>
        </message>
        <message>
            <source>Delete the chosen secret</source>
            <translation>Borrar el secreto elegido</translation>
        </message>
        <message>
            <source>Delete the version of {when} of {file}?</source>
            <translation>¿Borrar la versión del {when} de {file}?</translation>
        </message>
        <message>
            <source>Delete this version…</source>
            <translation>Borrar esta versión…</translation>
        </message>
        <message>
            <source>Delete version</source>
            <translation>Borrar versión</translation>
        </message>
        <message>
            <source>Delete {versions}, {size}…</source>
            <translation>Borrar {versions}, {size}…</translation>
        </message>
        <message>
            <source>Delete “{}” for everybody?</source>
            <translation>¿Borrar «{}» para todos?</translation>
        </message>
        <message>
            <source>Deleted</source>
            <translation>Borrado</translation>
        </message>
        <message>
            <source>Deleted here, changed by somebody else.</source>
            <translation>Borrado aquí, cambiado por otra persona.</translation>
        </message>
        <message>
            <source>Deleted here, changed on the server.</source>
            <translation>Borrado aquí, cambiado en el servidor.</translation>
        </message>
        <message>
            <source>Deleting removes all files and versions on the server, for everybody.</source>
            <translation>Borrar elimina todos los archivos y versiones del servidor, para todos.</translation>
        </message>
        <message>
            <source>Delta</source>
            <translation>Delta</translation>
        </message>
        <message>
            <source>Deltas overwrite values that were changed meanwhile</source>
            <translation>Los deltas sobrescriben valores cambiados entretanto</translation>
        </message>
        <message>
            <source>Devices</source>
            <translation>Dispositivos</translation>
        </message>
        <message>
            <source>Devices can download the new package.</source>
            <translation>Los dispositivos pueden descargar el nuevo paquete.</translation>
        </message>
        <message>
            <source>Devices download it and send edits back by themselves. Everyone can edit at once.</source>
            <translation>Los dispositivos lo descargan y devuelven los cambios solos. Todos pueden editar a la vez.</translation>
        </message>
        <message>
            <source>Devices fetch packages from QFieldCloud, or you copy a folder to them.</source>
            <translation>Los dispositivos toman los paquetes de QFieldCloud, o usted les copia una carpeta.</translation>
        </message>
        <message>
            <source>Digitize</source>
            <translation>Digitalizar</translation>
        </message>
        <message numerus="yes">
            <source>Discard %n row(s)</source>
            <translation>
                <numerusform>Descartar %n fila</numerusform>
                <numerusform>Descartar %n filas</numerusform>
            </translation>
        </message>
        <message>
            <source>Discard all shown</source>
            <translation>Descartar todo lo mostrado</translation>
        </message>
        <message>
            <source>Discard changes</source>
            <translation>Descartar cambios</translation>
        </message>
        <message>
            <source>Discarded rows go back to what they were.</source>
            <translation>Las filas descartadas vuelven a ser lo que eran.</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Hecho</translation>
        </message>
        <message>
            <source>Download cloud project</source>
            <translation>Descargar proyecto de la nube</translation>
        </message>
        <message>
            <source>Download file</source>
            <translation>Descargar archivo</translation>
        </message>
        <message>
            <source>Download into</source>
            <translation>Descargar en</translation>
        </message>
        <message>
            <source>Download project</source>
            <translation>Descargar proyecto</translation>
        </message>
        <message>
            <source>Download the project afterwards, or put files into its folder and sync.</source>
            <translation>Descargue después el proyecto, o ponga archivos en su carpeta y sincronice.</translation>
        </message>
        <message>
            <source>Download version</source>
            <translation>Descargar versión</translation>
        </message>
        <message>
            <source>Download…</source>
            <translation>Descargar…</translation>
        </message>
        <message>
            <source>Draw</source>
            <translation>Dibujar</translation>
        </message>
        <message>
            <source>Draw the base map, if the project asks for one and has none</source>
            <translation>Dibujar el mapa base si el proyecto lo pide y no lo tiene</translation>
        </message>
        <message>
            <source>Drawing the base map</source>
            <translation>Dibujando el mapa base</translation>
        </message>
        <message>
            <source>Each of these files gets a new version; what came later stays in the history.</source>
            <translation>Cada uno de estos archivos recibe una versión nueva; lo posterior queda en el historial.</translation>
        </message>
        <message>
            <source>Editable offline</source>
            <translation>Editable sin conexión</translation>
        </message>
        <message>
            <source>Editor</source>
            <translation>Editor</translation>
        </message>
        <message>
            <source>Editors add, change and delete features and files.</source>
            <translation>Los editores añaden, cambian y borran objetos y archivos.</translation>
        </message>
        <message>
            <source>Editors can still change data, but not layers, forms and styles.</source>
            <translation>Los editores pueden seguir cambiando datos, pero no capas, formularios ni estilos.</translation>
        </message>
        <message>
            <source>Edits you save in QGIS appear here.</source>
            <translation>Aquí aparecen los cambios que guarda en QGIS.</translation>
        </message>
        <message>
            <source>Empty WKT string!</source>
            <translation>¡Texto WKT vacío!</translation>
        </message>
        <message>
            <source>Empty: date, time and position</source>
            <translation>Vacío: fecha, hora y posición</translation>
        </message>
        <message>
            <source>Entries shown of {}</source>
            <translation>Entradas mostradas de {}</translation>
        </message>
        <message>
            <source>Environment variable</source>
            <translation>Variable de entorno</translation>
        </message>
        <message>
            <source>Errors</source>
            <translation>Errores</translation>
        </message>
        <message>
            <source>Errors have to be mended before you go on; warnings tell what to expect.</source>
            <translation>Hay que corregir los errores antes de seguir; los avisos dicen qué esperar.</translation>
        </message>
        <message>
            <source>Even if nothing has changed</source>
            <translation>Aunque nada haya cambiado</translation>
        </message>
        <message>
            <source>Every</source>
            <translation>Cada</translation>
        </message>
        <message>
            <source>Every change of this feature, newest first</source>
            <translation>Todos los cambios de este objeto, los más nuevos primero</translation>
        </message>
        <message>
            <source>Every change that was sent, newest first</source>
            <translation>Todos los cambios enviados, los más nuevos primero</translation>
        </message>
        <message>
            <source>Every member is in a team already. Add people to the organization first.</source>
            <translation>Todos los miembros están ya en un equipo. Añada antes personas a la organización.</translation>
        </message>
        <message>
            <source>Every row is the same on both sides.</source>
            <translation>Todas las filas son iguales en ambos lados.</translation>
        </message>
        <message>
            <source>Every sync makes new versions; they stay here.</source>
            <translation>Cada sincronización crea versiones nuevas; quedan aquí.</translation>
        </message>
        <message>
            <source>Everyone</source>
            <translation>Todos</translation>
        </message>
        <message>
            <source>Everyone on this server</source>
            <translation>Todos en este servidor</translation>
        </message>
        <message>
            <source>Everyone on this server may see it</source>
            <translation>Todos en este servidor pueden verlo</translation>
        </message>
        <message>
            <source>Everything else was taken. Until you decide, these stay as they are on both sides.</source>
            <translation>Todo lo demás se tomó. Hasta que decida, estos quedan como están en ambos lados.</translation>
        </message>
        <message>
            <source>Everything is ready</source>
            <translation>Todo está listo</translation>
        </message>
        <message>
            <source>Everything is up to date.</source>
            <translation>Todo está al día.</translation>
        </message>
        <message>
            <source>Feature form</source>
            <translation>Formulario</translation>
        </message>
        <message>
            <source>Features that belong to them, such as visits to a tree, come along.</source>
            <translation>Lo que les pertenece, como las visitas a un árbol, va con ellos.</translation>
        </message>
        <message>
            <source>Fetch files</source>
            <translation>Obtener archivos</translation>
        </message>
        <message>
            <source>Fetch history</source>
            <translation>Obtener historial</translation>
        </message>
        <message>
            <source>Fetch logo</source>
            <translation>Obtener el logotipo</translation>
        </message>
        <message>
            <source>Fetch members</source>
            <translation>Obtener miembros</translation>
        </message>
        <message>
            <source>Fetch organizations</source>
            <translation>Obtener organizaciones</translation>
        </message>
        <message>
            <source>Fetch people</source>
            <translation>Obtener personas</translation>
        </message>
        <message>
            <source>Fetch photos only when they are looked at</source>
            <translation>Obtener las fotos solo cuando se miran</translation>
        </message>
        <message>
            <source>Fetch projects</source>
            <translation>Obtener proyectos</translation>
        </message>
        <message>
            <source>Fetch secrets</source>
            <translation>Obtener secretos</translation>
        </message>
        <message>
            <source>Fetch storage</source>
            <translation>Consultar espacio</translation>
        </message>
        <message>
            <source>Fetching the files that are changed</source>
            <translation>Obteniendo los archivos que cambian</translation>
        </message>
        <message>
            <source>Fetching the project's files</source>
            <translation>Obteniendo los archivos del proyecto</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Archivo</translation>
        </message>
        <message>
            <source>File names that not every system knows</source>
            <translation>Nombres de archivo que no admite todo sistema</translation>
        </message>
        <message>
            <source>File “{path}” lies outside of the project folder.</source>
            <translation>El archivo «{path}» está fuera de la carpeta del proyecto.</translation>
        </message>
        <message>
            <source>File “{path}” missing.</source>
            <translation>Falta el archivo «{path}».</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Archivos</translation>
        </message>
        <message>
            <source>Files sent</source>
            <translation>Archivos enviados</translation>
        </message>
        <message>
            <source>Files, the largest first</source>
            <translation>Archivos, los más grandes primero</translation>
        </message>
        <message>
            <source>Filter projects</source>
            <translation>Filtrar proyectos</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>Hallazgos</translation>
        </message>
        <message>
            <source>Findings as JSON</source>
            <translation>Hallazgos en JSON</translation>
        </message>
        <message>
            <source>Finds the rows that were added, changed or deleted between two states of a GeoPackage.
The changes are written to a changeset file that “Apply changes” reads. Rows are told apart by their primary key; no file is changed.</source>
            <translation>Encuentra las filas añadidas, cambiadas o borradas entre dos estados de un GeoPackage.
Los cambios se escriben en un archivo que lee «Aplicar cambios». Las filas se reconocen por su clave primaria; no se cambia ningún archivo.</translation>
        </message>
        <message>
            <source>Finished.</source>
            <translation>Terminado.</translation>
        </message>
        <message>
            <source>First copy</source>
            <translation>Primera copia</translation>
        </message>
        <message>
            <source>First state</source>
            <translation>Primer estado</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Carpeta</translation>
        </message>
        <message>
            <source>Folder in the project</source>
            <translation>Carpeta en el proyecto</translation>
        </message>
        <message>
            <source>Folders for photos and files</source>
            <translation>Carpetas para fotos y archivos</translation>
        </message>
        <message>
            <source>Folders with other data</source>
            <translation>Carpetas con otros datos</translation>
        </message>
        <message>
            <source>For a cable or a memory card. When it comes back, take the edits back from it.</source>
            <translation>Para un cable o una tarjeta de memoria. Cuando vuelva, traiga de vuelta sus cambios.</translation>
        </message>
        <message>
            <source>For accounts without a password, and for tokens made on the server.</source>
            <translation>Para cuentas sin contraseña y para tokens creados en el servidor.</translation>
        </message>
        <message>
            <source>For databases that the server reaches when it packages or applies changes.</source>
            <translation>Para bases de datos a las que llega el servidor al empaquetar o aplicar cambios.</translation>
        </message>
        <message>
            <source>For whom (person:anna, team:north; empty: everyone)</source>
            <translation>Para quién (person:anna, team:norte; vacío: todos)</translation>
        </message>
        <message>
            <source>Forget</source>
            <translation>Olvidar</translation>
        </message>
        <message>
            <source>Forget an account</source>
            <translation>Olvidar una cuenta</translation>
        </message>
        <message>
            <source>Forget this account and its token</source>
            <translation>Olvidar esta cuenta y su token</translation>
        </message>
        <message>
            <source>Forget {user} on {server}?</source>
            <translation>¿Olvidar {user} en {server}?</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Desde</translation>
        </message>
        <message>
            <source>From zoom level</source>
            <translation>Desde el nivel de zoom</translation>
        </message>
        <message>
            <source>GDAL broke down over “{file}” (exit {code})</source>
            <translation>GDAL se detuvo con «{file}» (código {code})</translation>
        </message>
        <message>
            <source>GDAL guesses its geometry; load it as delimited text</source>
            <translation>GDAL adivina su geometría; cárguelo como texto delimitado</translation>
        </message>
        <message>
            <source>GDAL says of “{file}”: {reason}</source>
            <translation>GDAL dice de «{file}»: {reason}</translation>
        </message>
        <message>
            <source>GeoPackage (for a changeset) or project (for a delta file)</source>
            <translation>GeoPackage (para un conjunto de cambios) o proyecto (para un archivo delta)</translation>
        </message>
        <message>
            <source>GeoPackages (*.gpkg)</source>
            <translation>GeoPackages (*.gpkg)</translation>
        </message>
        <message>
            <source>GeoPackages and deltas</source>
            <translation>GeoPackages y deltas</translation>
        </message>
        <message>
            <source>Geofence</source>
            <translation>Geovalla</translation>
        </message>
        <message>
            <source>Go back to an earlier state</source>
            <translation>Volver a un estado anterior</translation>
        </message>
        <message>
            <source>Go back to an earlier state…</source>
            <translation>Volver a un estado anterior…</translation>
        </message>
        <message>
            <source>HDOP</source>
            <translation>HDOP</translation>
        </message>
        <message>
            <source>Has the server package a project for QField, or read its project file again.</source>
            <translation>Hace que el servidor empaquete un proyecto para QField o vuelva a leer su archivo.</translation>
        </message>
        <message>
            <source>Here</source>
            <translation>Aquí</translation>
        </message>
        <message>
            <source>Here and on the server are two different files of this name.</source>
            <translation>Aquí y en el servidor hay dos archivos distintos con este nombre.</translation>
        </message>
        <message>
            <source>History of the selected feature…</source>
            <translation>Historial del objeto seleccionado…</translation>
        </message>
        <message>
            <source>Horizontal accuracy</source>
            <translation>Precisión horizontal</translation>
        </message>
        <message>
            <source>How does the project get to the field?</source>
            <translation>¿Cómo llega el proyecto al campo?</translation>
        </message>
        <message>
            <source>Id of the cloud project</source>
            <translation>Identificador del proyecto en la nube</translation>
        </message>
        <message>
            <source>Id of the job</source>
            <translation>Identificador de la tarea</translation>
        </message>
        <message>
            <source>Ignore jumps of more than</source>
            <translation>Ignorar saltos de más de</translation>
        </message>
        <message>
            <source>In projects: @{organization}/{team}</source>
            <translation>En proyectos: @{organization}/{team}</translation>
        </message>
        <message>
            <source>In the field</source>
            <translation>En el campo</translation>
        </message>
        <message>
            <source>In the package</source>
            <translation>En el paquete</translation>
        </message>
        <message>
            <source>In the package: {}</source>
            <translation>En el paquete: {}</translation>
        </message>
        <message>
            <source>In “{table}” a row is created twice, or changed after it was deleted.</source>
            <translation>En «{table}» una fila se crea dos veces o se cambia después de borrarse.</translation>
        </message>
        <message>
            <source>In “{table}” a row is not as the second changeset expects it.</source>
            <translation>En «{table}» una fila no está como espera el segundo conjunto de cambios.</translation>
        </message>
        <message>
            <source>Into a folder</source>
            <translation>En una carpeta</translation>
        </message>
        <message>
            <source>Invalid layer "{id}": it is not a table of “{name}” that can be edited.</source>
            <translation>Capa "{id}" no válida: no es una tabla editable de «{name}».</translation>
        </message>
        <message>
            <source>Invalid layer "{id}": its file is not in the project's folder.</source>
            <translation>Capa "{id}" no válida: su archivo no está en la carpeta del proyecto.</translation>
        </message>
        <message>
            <source>Invalid layer "{id}": the file “{name}” is missing.</source>
            <translation>Capa "{id}" no válida: falta el archivo «{name}».</translation>
        </message>
        <message>
            <source>It has more than {} MB. Choose a smaller area or fewer zoom levels.</source>
            <translation>Tiene más de {} MB. Elija una zona más pequeña o menos niveles de zoom.</translation>
        </message>
        <message>
            <source>It has no layer to draw: choose one.</source>
            <translation>No tiene ninguna capa que dibujar: elija una.</translation>
        </message>
        <message>
            <source>It is no longer on the server, or never was.</source>
            <translation>Ya no está en el servidor o nunca estuvo.</translation>
        </message>
        <message>
            <source>It is removed from the server for everybody and cannot be brought back.</source>
            <translation>Se elimina del servidor para todos y no se puede recuperar.</translation>
        </message>
        <message>
            <source>It uses the primary key “{key}” of “{name}”. A row made in the field has none before it is synchronised, so nothing can be attached to it until then.</source>
            <translation>Usa la clave primaria «{key}» de «{name}». Una fila creada en el campo no la tiene hasta sincronizarse, así que hasta entonces no se le puede vincular nada.</translation>
        </message>
        <message>
            <source>It will be left out: {problem}</source>
            <translation>Se dejará fuera: {problem}</translation>
        </message>
        <message>
            <source>Its area is outside of what the project's coordinates reach.</source>
            <translation>Su zona queda fuera del alcance de las coordenadas del proyecto.</translation>
        </message>
        <message>
            <source>Its file lies outside of the project's folder, so nobody else gets it.</source>
            <translation>Su archivo está fuera de la carpeta del proyecto, así que nadie más lo recibe.</translation>
        </message>
        <message>
            <source>Its path is absolute and leads nowhere on a phone.</source>
            <translation>Su ruta es absoluta y en un teléfono no lleva a ninguna parte.</translation>
        </message>
        <message>
            <source>Its rows are in a database or a service. A server without QGIS leaves it there: the field needs a connection to see it, and cannot edit it.</source>
            <translation>Sus filas están en una base de datos o en un servicio. Un servidor sin QGIS las deja allí: en el campo hace falta conexión para verlas, y no se pueden editar.</translation>
        </message>
        <message>
            <source>Its tables were changed here and on the server in different ways: choose one of the two files.</source>
            <translation>Sus tablas se cambiaron de distinta manera aquí y en el servidor: elija uno de los dos archivos.</translation>
        </message>
        <message>
            <source>Its tiles are drawn now and travel with the project.</source>
            <translation>Sus teselas se dibujan ahora y viajan con el proyecto.</translation>
        </message>
        <message>
            <source>JSON files (*.json)</source>
            <translation>Archivos JSON (*.json)</translation>
        </message>
        <message>
            <source>Job</source>
            <translation>Tarea</translation>
        </message>
        <message>
            <source>Jobs</source>
            <translation>Tareas</translation>
        </message>
        <message>
            <source>Keep mine</source>
            <translation>Conservar lo mío</translation>
        </message>
        <message>
            <source>Keep theirs</source>
            <translation>Conservar lo otro</translation>
        </message>
        <message>
            <source>Keep what is here</source>
            <translation>Conservar los de aquí</translation>
        </message>
        <message>
            <source>Last 30 days</source>
            <translation>Últimos 30 días</translation>
        </message>
        <message>
            <source>Last 7 days</source>
            <translation>Últimos 7 días</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Más tarde</translation>
        </message>
        <message>
            <source>Later edits from the field win</source>
            <translation>Ganan los cambios posteriores del campo</translation>
        </message>
        <message>
            <source>Layer</source>
            <translation>Capa</translation>
        </message>
        <message>
            <source>Layer actions for</source>
            <translation>Acciones de capa para</translation>
        </message>
        <message>
            <source>Layers</source>
            <translation>Capas</translation>
        </message>
        <message>
            <source>Layers that are not shown on the map left out</source>
            <translation>Omitir las capas que no se ven en el mapa</translation>
        </message>
        <message>
            <source>Layers that travel with the package: {offline} of {all}</source>
            <translation>Capas que viajan con el paquete: {offline} de {all}</translation>
        </message>
        <message>
            <source>Left on the server.</source>
            <translation>Se dejó en el servidor.</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>Omitida</translation>
        </message>
        <message>
            <source>Let the project's home be the folder of the project file.</source>
            <translation>Usar la carpeta del archivo de proyecto como carpeta de inicio.</translation>
        </message>
        <message>
            <source>List</source>
            <translation>Lista</translation>
        </message>
        <message>
            <source>List cloud projects</source>
            <translation>Listar proyectos en la nube</translation>
        </message>
        <message>
            <source>List public projects of other people too</source>
            <translation>Listar también proyectos públicos de otros</translation>
        </message>
        <message>
            <source>Lists the cloud projects that an account can see, as JSON.</source>
            <translation>Lista en JSON los proyectos en la nube que una cuenta puede ver.</translation>
        </message>
        <message>
            <source>Loading…</source>
            <translation>Cargando…</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>Registro</translation>
        </message>
        <message>
            <source>Log in</source>
            <translation>Iniciar sesión</translation>
        </message>
        <message>
            <source>Log in to QFieldCloud</source>
            <translation>Iniciar sesión en QFieldCloud</translation>
        </message>
        <message>
            <source>Log in to see your projects, send your edits and receive those from the field.</source>
            <translation>Inicie sesión para ver sus proyectos, enviar sus cambios y recibir los del campo.</translation>
        </message>
        <message>
            <source>Log in with</source>
            <translation>Iniciar sesión con</translation>
        </message>
        <message>
            <source>Log in with {}</source>
            <translation>Iniciar sesión con {}</translation>
        </message>
        <message>
            <source>Log in with {} in your browser; QGIS goes on by itself.</source>
            <translation>Inicie sesión con {} en su navegador; QGIS sigue por sí solo.</translation>
        </message>
        <message>
            <source>Log in…</source>
            <translation>Iniciar sesión…</translation>
        </message>
        <message>
            <source>Log of digitized points</source>
            <translation>Registro de puntos digitalizados</translation>
        </message>
        <message>
            <source>Log out</source>
            <translation>Cerrar sesión</translation>
        </message>
        <message>
            <source>Logging in…</source>
            <translation>Iniciando sesión…</translation>
        </message>
        <message>
            <source>Look at the map</source>
            <translation>Mirar el mapa</translation>
        </message>
        <message>
            <source>Look for changes every</source>
            <translation>Buscar cambios cada</translation>
        </message>
        <message>
            <source>Looking changes nothing; it only counts what a sync would do.</source>
            <translation>Buscar no cambia nada; solo cuenta lo que haría una sincronización.</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>Buscando…</translation>
        </message>
        <message>
            <source>Looks for what would keep a project out of the cloud or cause trouble in the field.
Findings are logged and returned as JSON. On request they are repaired, all or nothing; the last repair can be taken back. Close the project in QGIS before it is repaired.</source>
            <translation>Busca lo que impediría llevar un proyecto a la nube o daría problemas en el campo.
Los hallazgos se registran y se devuelven como JSON. Si se pide, se reparan todos o ninguno; la última reparación se puede deshacer. Cierre el proyecto en QGIS antes de repararlo.</translation>
        </message>
        <message>
            <source>Made from</source>
            <translation>Hecho a partir de</translation>
        </message>
        <message>
            <source>Make a base map for the field</source>
            <translation>Hacer un mapa base para el campo</translation>
        </message>
        <message>
            <source>Make a new version of files that are there</source>
            <translation>Crear una versión nueva de los archivos que ya están</translation>
        </message>
        <message>
            <source>Make base map</source>
            <translation>Hacer mapa base</translation>
        </message>
        <message>
            <source>Make photos smaller than</source>
            <translation>Reducir las fotos a</translation>
        </message>
        <message>
            <source>Make the package</source>
            <translation>Hacer el paquete</translation>
        </message>
        <message>
            <source>Manager</source>
            <translation>Gestor</translation>
        </message>
        <message>
            <source>Managers do what editors do, change settings and people, and may delete the project.</source>
            <translation>Los gestores hacen lo que los editores, cambian ajustes y personas, y pueden borrar el proyecto.</translation>
        </message>
        <message>
            <source>Map</source>
            <translation>Mapa</translation>
        </message>
        <message>
            <source>Member</source>
            <translation>Miembro</translation>
        </message>
        <message>
            <source>Members</source>
            <translation>Miembros</translation>
        </message>
        <message>
            <source>Members see what they or their team have a role in.</source>
            <translation>Los miembros ven aquello en lo que ellos o su equipo tienen un rol.</translation>
        </message>
        <message>
            <source>Merge two GeoPackages</source>
            <translation>Fusionar dos GeoPackages</translation>
        </message>
        <message>
            <source>Merged</source>
            <translation>Fusionado</translation>
        </message>
        <message>
            <source>Merging</source>
            <translation>Fusionando</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>Lo mío</translation>
        </message>
        <message>
            <source>Mode</source>
            <translation>Modo</translation>
        </message>
        <message>
            <source>More for this project</source>
            <translation>Más para este proyecto</translation>
        </message>
        <message>
            <source>More than one feature has {key!r} as “{column}”, so it cannot tell them apart.</source>
            <translation>Más de un objeto tiene {key!r} como «{column}», así que no sirve para distinguirlos.</translation>
        </message>
        <message>
            <source>Moved</source>
            <translation>Movido</translation>
        </message>
        <message>
            <source>My projects</source>
            <translation>Mis proyectos</translation>
        </message>
        <message>
            <source>Name of a new team</source>
            <translation>Nombre de un equipo nuevo</translation>
        </message>
        <message>
            <source>Name on the server</source>
            <translation>Nombre en el servidor</translation>
        </message>
        <message>
            <source>Names of photos and files</source>
            <translation>Nombres de fotos y archivos</translation>
        </message>
        <message>
            <source>Needs attention</source>
            <translation>Requiere atención</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Nuevo</translation>
        </message>
        <message>
            <source>New cloud project</source>
            <translation>Nuevo proyecto en la nube</translation>
        </message>
        <message>
            <source>New cloud project…</source>
            <translation>Nuevo proyecto en la nube…</translation>
        </message>
        <message>
            <source>New entries can be added from lists of related values</source>
            <translation>Se pueden añadir entradas desde listas de valores relacionados</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Siguiente</translation>
        </message>
        <message>
            <source>No area is chosen yet, so everything is taken.</source>
            <translation>Aún no se ha elegido ninguna zona, así que se toma todo.</translation>
        </message>
        <message>
            <source>No area is chosen yet, so they get what everyone gets.</source>
            <translation>Aún no hay ninguna zona elegida: reciben lo mismo que todos.</translation>
        </message>
        <message>
            <source>No browser could be opened. Copy the address into one yourself.</source>
            <translation>No se pudo abrir ningún navegador. Copie la dirección en uno.</translation>
        </message>
        <message>
            <source>No changes</source>
            <translation>Sin cambios</translation>
        </message>
        <message>
            <source>No changes are waiting.</source>
            <translation>No hay cambios en espera.</translation>
        </message>
        <message>
            <source>No conflict was decided in this folder yet.</source>
            <translation>Aún no se ha decidido ningún conflicto en esta carpeta.</translation>
        </message>
        <message>
            <source>No connection to {host}. {kept}; check the network and the address, then try again.</source>
            <translation>Sin conexión con {host}. {kept}; compruebe la red y la dirección, e inténtelo de nuevo.</translation>
        </message>
        <message>
            <source>No data provider available.</source>
            <translation>No hay proveedor de datos disponible.</translation>
        </message>
        <message>
            <source>No device has sent anything yet</source>
            <translation>Ningún dispositivo ha enviado nada todavía</translation>
        </message>
        <message>
            <source>No digitizing while there is an alert</source>
            <translation>No digitalizar durante una alerta</translation>
        </message>
        <message>
            <source>No files on the server yet</source>
            <translation>Aún no hay archivos en el servidor</translation>
        </message>
        <message>
            <source>No jobs yet</source>
            <translation>Aún no hay tareas</translation>
        </message>
        <message>
            <source>No layer has the values of “{field}”.</source>
            <translation>Ninguna capa tiene los valores de «{field}».</translation>
        </message>
        <message>
            <source>No layer is editable offline; what is copied as it is comes whole, whatever the area.</source>
            <translation>Ninguna capa se puede editar sin conexión; lo que se copia tal cual viene entero, sea cual sea la zona.</translation>
        </message>
        <message>
            <source>No layer with id "{id}": “{layer}” is not a vector layer.</source>
            <translation>Ninguna capa con el id "{id}": «{layer}» no es una capa vectorial.</translation>
        </message>
        <message>
            <source>No layer with id "{layer_id}"</source>
            <translation>Ninguna capa con el id "{layer_id}"</translation>
        </message>
        <message>
            <source>No old versions</source>
            <translation>Sin versiones antiguas</translation>
        </message>
        <message>
            <source>No project fits the filter</source>
            <translation>Ningún proyecto cumple el filtro</translation>
        </message>
        <message>
            <source>No project has “{}” in its name, owner or state.</source>
            <translation>Ningún proyecto tiene «{}» en su nombre, propietario o estado.</translation>
        </message>
        <message>
            <source>No project open</source>
            <translation>Ningún proyecto abierto</translation>
        </message>
        <message>
            <source>No projects yet</source>
            <translation>Aún no hay proyectos</translation>
        </message>
        <message>
            <source>No repair was made in this project.</source>
            <translation>No se hizo ninguna reparación en este proyecto.</translation>
        </message>
        <message>
            <source>No secrets yet</source>
            <translation>Aún no hay secretos</translation>
        </message>
        <message>
            <source>No secure connection to {host}, so nothing was sent. {kept}; check the address and its port. Servers without https, as in a network of one's own, are written with http:// in front.</source>
            <translation>No hay conexión segura con {host}, así que no se envió nada. {kept}; compruebe la dirección y su puerto. Un servidor sin https, por ejemplo en una red propia, se escribe con http:// delante.</translation>
        </message>
        <message>
            <source>No server chosen</source>
            <translation>Ningún servidor elegido</translation>
        </message>
        <message>
            <source>Nobody logged in in the browser, so we stopped waiting. Nothing was changed; please try again.</source>
            <translation>Nadie inició sesión en el navegador, así que dejamos de esperar. No se cambió nada; inténtelo de nuevo.</translation>
        </message>
        <message>
            <source>Not allowed in the field</source>
            <translation>No permitido en el campo</translation>
        </message>
        <message>
            <source>Not everything could be brought in step; the log says what and why.</source>
            <translation>No se pudo poner todo al día; el registro dice qué y por qué.</translation>
        </message>
        <message>
            <source>Not everything is in step: {file} and {more}. {reason}</source>
            <translation>No todo está al día: {file} y {more}. {reason}</translation>
        </message>
        <message>
            <source>Not everything is in step: {file}. {reason}</source>
            <translation>No todo está al día: {file}. {reason}</translation>
        </message>
        <message>
            <source>Not in the cloud yet</source>
            <translation>Aún no está en la nube</translation>
        </message>
        <message>
            <source>Not known yet</source>
            <translation>Aún no se sabe</translation>
        </message>
        <message>
            <source>Not logged in</source>
            <translation>Sin iniciar sesión</translation>
        </message>
        <message>
            <source>Not logged in: you stopped it.</source>
            <translation>Sin iniciar sesión: usted lo detuvo.</translation>
        </message>
        <message>
            <source>Not synced, because edits could not be saved. {}</source>
            <translation>No se sincronizó porque no se pudieron guardar cambios. {}</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>Nada</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>No se encontró nada</translation>
        </message>
        <message>
            <source>Nothing here can read “{name}”.</source>
            <translation>Nada aquí puede leer «{name}».</translation>
        </message>
        <message>
            <source>Nothing is sent</source>
            <translation>No se envía nada</translation>
        </message>
        <message>
            <source>Nothing new on the server</source>
            <translation>Nada nuevo en el servidor</translation>
        </message>
        <message>
            <source>Nothing stands in the way.</source>
            <translation>Nada lo impide.</translation>
        </message>
        <message>
            <source>Nothing to send</source>
            <translation>Nada que enviar</translation>
        </message>
        <message>
            <source>Nothing was taken, because edits could not be saved. {}</source>
            <translation>No se tomó nada, porque no se pudieron guardar cambios. {}</translation>
        </message>
        <message>
            <source>Number of files</source>
            <translation>Número de archivos</translation>
        </message>
        <message>
            <source>Number of projects</source>
            <translation>Número de proyectos</translation>
        </message>
        <message>
            <source>Of</source>
            <translation>De</translation>
        </message>
        <message>
            <source>Off: two different edits of one value wait as a conflict for somebody to decide.</source>
            <translation>Desactivado: dos cambios distintos de un valor esperan como conflicto a que alguien decida.</translation>
        </message>
        <message>
            <source>Older changes…</source>
            <translation>Cambios más antiguos…</translation>
        </message>
        <message>
            <source>On this computer</source>
            <translation>En este ordenador</translation>
        </message>
        <message>
            <source>One layer</source>
            <translation>Una capa</translation>
        </message>
        <message>
            <source>One row refers to another that was deleted.</source>
            <translation>Una fila se refiere a otra que fue borrada.</translation>
        </message>
        <message>
            <source>Online, from its source</source>
            <translation>En línea, desde su origen</translation>
        </message>
        <message>
            <source>Only capitals tell its fields “{one}” and “{other}” apart. A GeoPackage cannot hold both, so the layer is read-only in the field until one of them has another name in its source.</source>
            <translation>Sus campos «{one}» y «{other}» solo se distinguen por las mayúsculas. Un GeoPackage no puede tener los dos; por eso la capa es de solo lectura en el campo hasta que uno tenga otro nombre en la fuente.</translation>
        </message>
        <message>
            <source>Only its members</source>
            <translation>Solo sus miembros</translation>
        </message>
        <message>
            <source>Only managers may change the QGIS project file of this project. Your local changes are kept.</source>
            <translation>Solo los gestores pueden cambiar el archivo de proyecto QGIS de este proyecto. Sus cambios locales se conservan.</translation>
        </message>
        <message>
            <source>Only managers may change the project file</source>
            <translation>Solo los gestores pueden cambiar el archivo del proyecto</translation>
        </message>
        <message>
            <source>Only this area (empty: as in the project)</source>
            <translation>Solo esta zona (vacío: como en el proyecto)</translation>
        </message>
        <message>
            <source>Only when all of these are met</source>
            <translation>Solo cuando se cumplen todas</translation>
        </message>
        <message>
            <source>Only {name} goes to the field; the others stay here: {names}.</source>
            <translation>Solo {name} va al campo; los demás se quedan aquí: {names}.</translation>
        </message>
        <message>
            <source>Only: {}</source>
            <translation>Solo: {}</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Abrir</translation>
        </message>
        <message>
            <source>Open a project and save it first.</source>
            <translation>Abra un proyecto y guárdelo primero.</translation>
        </message>
        <message>
            <source>Open a project in QGIS and put it into the cloud.</source>
            <translation>Abra un proyecto en QGIS y póngalo en la nube.</translation>
        </message>
        <message>
            <source>Open a project to begin</source>
            <translation>Abra un proyecto para empezar</translation>
        </message>
        <message>
            <source>Open a project, or choose one below.</source>
            <translation>Abra un proyecto, o elija uno abajo.</translation>
        </message>
        <message>
            <source>Open another project</source>
            <translation>Abrir otro proyecto</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>Abrir carpeta</translation>
        </message>
        <message>
            <source>Open on the server</source>
            <translation>Abrir en el servidor</translation>
        </message>
        <message>
            <source>Open the page again</source>
            <translation>Abrir la página de nuevo</translation>
        </message>
        <message>
            <source>Open the project from which the package was made.</source>
            <translation>Abra el proyecto del que se hizo el paquete.</translation>
        </message>
        <message>
            <source>Open the table to see all.</source>
            <translation>Abra la tabla para verlas todas.</translation>
        </message>
        <message>
            <source>Open this project in QField to begin.</source>
            <translation>Abra este proyecto en QField para empezar.</translation>
        </message>
        <message>
            <source>Opens your browser; the password is typed there and nowhere else.</source>
            <translation>Abre su navegador; la contraseña se escribe solo allí.</translation>
        </message>
        <message>
            <source>Organization</source>
            <translation>Organización</translation>
        </message>
        <message>
            <source>Organizations and teams</source>
            <translation>Organizaciones y equipos</translation>
        </message>
        <message>
            <source>Organizations and teams…</source>
            <translation>Organizaciones y equipos…</translation>
        </message>
        <message>
            <source>Organizations are made on the server's web pages, or by whoever runs it.</source>
            <translation>Las organizaciones se crean en las páginas web del servidor, o las crea quien lo administra.</translation>
        </message>
        <message>
            <source>Others have changed this feature meanwhile.</source>
            <translation>Otros han cambiado este objeto entretanto.</translation>
        </message>
        <message>
            <source>Others keep changing the same rows. What is left of yours is kept here; sync again.</source>
            <translation>Otros cambian continuamente las mismas filas. Lo que queda de las suyas se conserva aquí; sincronice de nuevo.</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>Propietario</translation>
        </message>
        <message>
            <source>PDOP</source>
            <translation>PDOP</translation>
        </message>
        <message>
            <source>Package</source>
            <translation>Paquete</translation>
        </message>
        <message>
            <source>Package for</source>
            <translation>Paquete para</translation>
        </message>
        <message>
            <source>Package for QField</source>
            <translation>Empaquetar para QField</translation>
        </message>
        <message>
            <source>Package for QField…</source>
            <translation>Empaquetar para QField…</translation>
        </message>
        <message>
            <source>Package project for QField</source>
            <translation>Empaquetar proyecto para QField</translation>
        </message>
        <message>
            <source>Packaging</source>
            <translation>Empaquetando</translation>
        </message>
        <message>
            <source>Packaging the project</source>
            <translation>Empaquetando el proyecto</translation>
        </message>
        <message>
            <source>Packaging was cancelled. Nothing was changed.</source>
            <translation>Se canceló el empaquetado. No se cambió nada.</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Contraseña</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personas</translation>
        </message>
        <message>
            <source>People without a role can then read and download it.</source>
            <translation>Las personas sin rol pueden entonces leerlo y descargarlo.</translation>
        </message>
        <message>
            <source>People…</source>
            <translation>Personas…</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Persona</translation>
        </message>
        <message>
            <source>Person {}</source>
            <translation>Persona {}</translation>
        </message>
        <message>
            <source>Photos</source>
            <translation>Fotos</translation>
        </message>
        <message>
            <source>Photos and folders</source>
            <translation>Fotos y carpetas</translation>
        </message>
        <message>
            <source>Photos and other files</source>
            <translation>Fotos y otros archivos</translation>
        </message>
        <message>
            <source>Photos are taken into the first kind of folder and come back. The second kind only goes out.</source>
            <translation>Las fotos van a la primera clase de carpetas y vuelven. La segunda clase solo sale.</translation>
        </message>
        <message>
            <source>Pictures, as on the map</source>
            <translation>Imágenes, como en el mapa</translation>
        </message>
        <message>
            <source>Port {port} of this computer is in use, perhaps by another QGIS that is logging in. Nothing was changed; finish there and try again.</source>
            <translation>El puerto {port} de este ordenador está en uso, quizá por otro QGIS que está iniciando sesión. No se cambió nada; termine allí e inténtelo de nuevo.</translation>
        </message>
        <message>
            <source>Preparing the project's files</source>
            <translation>Preparando los archivos del proyecto</translation>
        </message>
        <message>
            <source>Project</source>
            <translation>Proyecto</translation>
        </message>
        <message>
            <source>Project folder</source>
            <translation>Carpeta del proyecto</translation>
        </message>
        <message>
            <source>Project settings</source>
            <translation>Ajustes del proyecto</translation>
        </message>
        <message>
            <source>Project settings…</source>
            <translation>Ajustes del proyecto…</translation>
        </message>
        <message>
            <source>Projects</source>
            <translation>Proyectos</translation>
        </message>
        <message>
            <source>Projects as JSON</source>
            <translation>Proyectos en JSON</translation>
        </message>
        <message>
            <source>Public projects of others</source>
            <translation>Proyectos públicos de otros</translation>
        </message>
        <message>
            <source>Public projects too</source>
            <translation>También proyectos públicos</translation>
        </message>
        <message>
            <source>Pull project</source>
            <translation>Recibir proyecto</translation>
        </message>
        <message>
            <source>Push project</source>
            <translation>Enviar proyecto</translation>
        </message>
        <message>
            <source>Put into the cloud</source>
            <translation>Poner en la nube</translation>
        </message>
        <message>
            <source>Put this project into the cloud first.</source>
            <translation>Ponga antes este proyecto en la nube.</translation>
        </message>
        <message>
            <source>Put this project into the cloud…</source>
            <translation>Poner este proyecto en la nube…</translation>
        </message>
        <message>
            <source>Puts all files of a cloud project into a folder and links it, so that it can be synced later.
Files that are in the folder already are compared, never overwritten.</source>
            <translation>Pone todos los archivos de un proyecto de la nube en una carpeta y la enlaza, para sincronizarla después.
Los archivos que ya están en la carpeta se comparan, nunca se sobrescriben.</translation>
        </message>
        <message>
            <source>Puts files into a cloud project, for example a base map or photos.
A file that is there already gets a new version only if you allow it.</source>
            <translation>Pone archivos en un proyecto de la nube, por ejemplo un mapa base o fotos.
Un archivo que ya está solo recibe una versión nueva si usted lo permite.</translation>
        </message>
        <message>
            <source>QField</source>
            <translation>QField</translation>
        </message>
        <message>
            <source>QField cannot open ECW files.</source>
            <translation>QField no puede abrir archivos ECW.</translation>
        </message>
        <message>
            <source>QField does not see this layer.</source>
            <translation>QField no ve esta capa.</translation>
        </message>
        <message>
            <source>QField reads the layer from where it is now; a connection may be needed.</source>
            <translation>QField lee la capa donde está ahora; puede hacer falta una conexión.</translation>
        </message>
        <message>
            <source>QFieldCloud</source>
            <translation>QFieldCloud</translation>
        </message>
        <message>
            <source>QFieldCloud panel</source>
            <translation>Panel de QFieldCloud</translation>
        </message>
        <message>
            <source>QGIS cannot read the project</source>
            <translation>QGIS no puede leer el proyecto</translation>
        </message>
        <message>
            <source>QGIS cannot read the tiles that it has made.</source>
            <translation>QGIS no puede leer las teselas que ha hecho.</translation>
        </message>
        <message>
            <source>QGIS projects (*.qgs *.qgz)</source>
            <translation>Proyectos de QGIS (*.qgs *.qgz)</translation>
        </message>
        <message>
            <source>Read deltas</source>
            <translation>Leer deltas</translation>
        </message>
        <message>
            <source>Read history</source>
            <translation>Leer historial</translation>
        </message>
        <message>
            <source>Read the project file</source>
            <translation>Leer el archivo del proyecto</translation>
        </message>
        <message>
            <source>Reader</source>
            <translation>Lector</translation>
        </message>
        <message>
            <source>Readers look and download, but change nothing.</source>
            <translation>Los lectores miran y descargan, pero no cambian nada.</translation>
        </message>
        <message>
            <source>Reading the layers</source>
            <translation>Leyendo las capas</translation>
        </message>
        <message>
            <source>Reading the project's details</source>
            <translation>Leyendo los detalles del proyecto</translation>
        </message>
        <message>
            <source>Reading what the project is made from</source>
            <translation>Leyendo de qué se hace el proyecto</translation>
        </message>
        <message>
            <source>Reading {name} took far too long for its size and was stopped. Nothing was changed.</source>
            <translation>Leer {name} tardó demasiado para su tamaño y se detuvo. No se cambió nada.</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Listo</translation>
        </message>
        <message>
            <source>Ready: {files}, {size}</source>
            <translation>Listo: {files}, {size}</translation>
        </message>
        <message numerus="yes">
            <source>Receive %n change(s)</source>
            <translation>
                <numerusform>Recibir %n cambio</numerusform>
                <numerusform>Recibir %n cambios</numerusform>
            </translation>
        </message>
        <message>
            <source>Receives what others changed in a cloud project; nothing is sent.
Files that were changed here too are left for a sync, which merges them.</source>
            <translation>Recibe lo que otros cambiaron en un proyecto de la nube; no se envía nada.
Los archivos cambiados también aquí se dejan para una sincronización, que los fusiona.</translation>
        </message>
        <message>
            <source>Receiving</source>
            <translation>Recibiendo</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>Actualizar</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Quitar</translation>
        </message>
        <message>
            <source>Remove from team</source>
            <translation>Quitar del equipo</translation>
        </message>
        <message>
            <source>Remove member</source>
            <translation>Quitar miembro</translation>
        </message>
        <message>
            <source>Remove person</source>
            <translation>Quitar persona</translation>
        </message>
        <message>
            <source>Remove {}</source>
            <translation>Quitar {}</translation>
        </message>
        <message>
            <source>Rename it to “{name}”, here and in the project: in relations, joins, forms, filters and expressions.</source>
            <translation>Cambiarle el nombre a «{name}», aquí y en el proyecto: en relaciones, uniones, formularios, filtros y expresiones.</translation>
        </message>
        <message>
            <source>Rename them, and what names them in the project.</source>
            <translation>Cambiarles el nombre, también donde el proyecto los nombra.</translation>
        </message>
        <message>
            <source>Repair</source>
            <translation>Reparar</translation>
        </message>
        <message numerus="yes">
            <source>Repair %n finding(s)</source>
            <translation>
                <numerusform>Reparar %n hallazgo</numerusform>
                <numerusform>Reparar %n hallazgos</numerusform>
            </translation>
        </message>
        <message>
            <source>Repair only these findings (their codes, with commas between)</source>
            <translation>Reparar solo estos hallazgos (sus códigos, separados por comas)</translation>
        </message>
        <message>
            <source>Repair only this</source>
            <translation>Reparar solo este</translation>
        </message>
        <message>
            <source>Repair project</source>
            <translation>Reparar proyecto</translation>
        </message>
        <message>
            <source>Repair: {}</source>
            <translation>Reparación: {}</translation>
        </message>
        <message>
            <source>Repaired findings</source>
            <translation>Hallazgos reparados</translation>
        </message>
        <message>
            <source>Replace value</source>
            <translation>Reemplazar valor</translation>
        </message>
        <message>
            <source>Replace what is in the folder</source>
            <translation>Reemplazar lo que hay en la carpeta</translation>
        </message>
        <message>
            <source>Reporter</source>
            <translation>Informador</translation>
        </message>
        <message>
            <source>Reporters add features and photos, but do not change or delete any.</source>
            <translation>Los informadores añaden objetos y fotos, pero no cambian ni borran ninguno.</translation>
        </message>
        <message>
            <source>Reporters may add features; they may not change or delete them. The change is kept.</source>
            <translation>Los informadores pueden añadir objetos, pero no cambiarlos ni borrarlos. El cambio se conserva.</translation>
        </message>
        <message numerus="yes">
            <source>Resolve %n conflict(s)…</source>
            <translation>
                <numerusform>Resolver %n conflicto…</numerusform>
                <numerusform>Resolver %n conflictos…</numerusform>
            </translation>
        </message>
        <message>
            <source>Resolve conflicts</source>
            <translation>Resolver conflictos</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Restaurar</translation>
        </message>
        <message>
            <source>Restore as before all shown</source>
            <translation>Restaurar como antes de todos los mostrados</translation>
        </message>
        <message>
            <source>Restore as before this change</source>
            <translation>Restaurar como antes de este cambio</translation>
        </message>
        <message>
            <source>Restore feature</source>
            <translation>Restaurar objeto</translation>
        </message>
        <message>
            <source>Restore the project as it was at {}?</source>
            <translation>¿Restaurar el proyecto como estaba el {}?</translation>
        </message>
        <message>
            <source>Restore the whole project to this moment…</source>
            <translation>Restaurar todo el proyecto a este momento…</translation>
        </message>
        <message>
            <source>Restore this version of {}</source>
            <translation>Restaurar esta versión de {}</translation>
        </message>
        <message>
            <source>Restore versions</source>
            <translation>Restaurar versiones</translation>
        </message>
        <message>
            <source>Restoring makes a new version; nothing is lost.</source>
            <translation>Restaurar crea una versión nueva; no se pierde nada.</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Resultado</translation>
        </message>
        <message>
            <source>Right-click a team or a member to change it.</source>
            <translation>Clic derecho en un equipo o miembro para cambiarlo.</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Rol</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>Fila</translation>
        </message>
        <message>
            <source>Rows added</source>
            <translation>Filas añadidas</translation>
        </message>
        <message>
            <source>Rows changed</source>
            <translation>Filas cambiadas</translation>
        </message>
        <message>
            <source>Rows deleted</source>
            <translation>Filas borradas</translation>
        </message>
        <message>
            <source>Rows received</source>
            <translation>Filas recibidas</translation>
        </message>
        <message>
            <source>Rows sent</source>
            <translation>Filas enviadas</translation>
        </message>
        <message>
            <source>Rows taken from the first copy</source>
            <translation>Filas tomadas de la primera copia</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Guardar</translation>
        </message>
        <message>
            <source>Save and {action}</source>
            <translation>Guardar y {action}</translation>
        </message>
        <message>
            <source>Save secret</source>
            <translation>Guardar secreto</translation>
        </message>
        <message>
            <source>Save the project as a .qgs or .qgz file first.</source>
            <translation>Guarde primero el proyecto como archivo .qgs o .qgz.</translation>
        </message>
        <message>
            <source>Save the project to begin…</source>
            <translation>Guarde el proyecto para empezar…</translation>
        </message>
        <message>
            <source>Save version as</source>
            <translation>Guardar versión como</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Guardado.</translation>
        </message>
        <message numerus="yes">
            <source>Saves the edits of %n layer(s) first, then syncs.</source>
            <translation>
                <numerusform>Guarda primero los cambios de %n capa y luego sincroniza.</numerusform>
                <numerusform>Guarda primero los cambios de %n capas y luego sincroniza.</numerusform>
            </translation>
        </message>
        <message>
            <source>Saves time and space on devices; needs a connection to see a photo.</source>
            <translation>Ahorra tiempo y espacio en los dispositivos; hace falta conexión para ver una foto.</translation>
        </message>
        <message>
            <source>Say what a repair would do</source>
            <translation>Decir qué haría una reparación</translation>
        </message>
        <message>
            <source>Search people</source>
            <translation>Buscar personas</translation>
        </message>
        <message>
            <source>Search projects</source>
            <translation>Buscar proyectos</translation>
        </message>
        <message>
            <source>Search…</source>
            <translation>Buscar…</translation>
        </message>
        <message>
            <source>Second copy</source>
            <translation>Segunda copia</translation>
        </message>
        <message>
            <source>Second state</source>
            <translation>Segundo estado</translation>
        </message>
        <message>
            <source>Seconds since the start</source>
            <translation>Segundos desde el inicio</translation>
        </message>
        <message>
            <source>Secrets</source>
            <translation>Secretos</translation>
        </message>
        <message>
            <source>Select one feature of “{}” to see its history.</source>
            <translation>Seleccione un objeto de «{}» para ver su historial.</translation>
        </message>
        <message>
            <source>Select one or more features on the map first.</source>
            <translation>Seleccione primero uno o más objetos en el mapa.</translation>
        </message>
        <message>
            <source>Selected features</source>
            <translation>Objetos seleccionados</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>Enviar</translation>
        </message>
        <message numerus="yes">
            <source>Send %n change(s)</source>
            <translation>
                <numerusform>Enviar %n cambio</numerusform>
                <numerusform>Enviar %n cambios</numerusform>
            </translation>
        </message>
        <message>
            <source>Send changes by itself</source>
            <translation>Enviar los cambios automáticamente</translation>
        </message>
        <message>
            <source>Sending</source>
            <translation>Enviando</translation>
        </message>
        <message>
            <source>Sending changes</source>
            <translation>Enviando cambios</translation>
        </message>
        <message>
            <source>Sends the same change once more, for example after the layer or a role was put right.</source>
            <translation>Envía el mismo cambio otra vez, por ejemplo tras corregir la capa o un rol.</translation>
        </message>
        <message>
            <source>Sends what was changed in a project folder and receives what others changed, row by row.
Where both changed the same value, nothing is overwritten: decide here by a rule, or later one by one in QGIS.</source>
            <translation>Envía lo que se cambió en una carpeta de proyecto y recibe lo que cambiaron otros, fila por fila.
Donde ambos cambiaron el mismo valor no se sobrescribe nada: decida aquí con una regla, o más tarde uno por uno en QGIS.</translation>
        </message>
        <message>
            <source>Sends what was changed in a project folder, row by row.
Files that only others changed stay as they are here. Where both changed rows of one GeoPackage, those of the others come along, because the two are merged.</source>
            <translation>Envía lo que se cambió en una carpeta de proyecto, fila por fila.
Los archivos que solo cambiaron otros quedan aquí como están. Donde ambos cambiaron filas de un GeoPackage, las de los otros vienen también, porque se fusionan.</translation>
        </message>
        <message>
            <source>Sent again; the server applies it.</source>
            <translation>Enviado de nuevo; el servidor lo aplica.</translation>
        </message>
        <message>
            <source>Sent by devices</source>
            <translation>Enviado por dispositivos</translation>
        </message>
        <message>
            <source>Sent by {}</source>
            <translation>Enviado por {}</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>Servidor</translation>
        </message>
        <message>
            <source>Server (empty: the account that is logged in)</source>
            <translation>Servidor (vacío: la cuenta en uso)</translation>
        </message>
        <message>
            <source>Set many</source>
            <translation>Fijar varias</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Ajustes</translation>
        </message>
        <message>
            <source>Settings…</source>
            <translation>Ajustes…</translation>
        </message>
        <message>
            <source>Several project files in one folder</source>
            <translation>Varios archivos de proyecto en una carpeta</translation>
        </message>
        <message>
            <source>Shared with me</source>
            <translation>Compartidos conmigo</translation>
        </message>
        <message>
            <source>Show all changes…</source>
            <translation>Mostrar todos los cambios…</translation>
        </message>
        <message>
            <source>Show all projects</source>
            <translation>Mostrar todos los proyectos</translation>
        </message>
        <message>
            <source>Show as sent</source>
            <translation>Mostrar como se envió</translation>
        </message>
        <message>
            <source>Show change</source>
            <translation>Mostrar cambio</translation>
        </message>
        <message>
            <source>Show changes</source>
            <translation>Mostrar cambios</translation>
        </message>
        <message>
            <source>Show folder</source>
            <translation>Mostrar carpeta</translation>
        </message>
        <message>
            <source>Show log</source>
            <translation>Mostrar registro</translation>
        </message>
        <message>
            <source>Show tabs of forms one after the other</source>
            <translation>Mostrar las pestañas de formularios una tras otra</translation>
        </message>
        <message>
            <source>Show what changed since</source>
            <translation>Mostrar qué cambió desde entonces</translation>
        </message>
        <message>
            <source>Show what it changed</source>
            <translation>Mostrar lo que cambió</translation>
        </message>
        <message>
            <source>Size in bytes</source>
            <translation>Tamaño en bytes</translation>
        </message>
        <message>
            <source>Size of a tile</source>
            <translation>Tamaño de una tesela</translation>
        </message>
        <message>
            <source>Somebody else changed the same. Choose what stays.</source>
            <translation>Otra persona cambió lo mismo. Elija lo que queda.</translation>
        </message>
        <message>
            <source>Someone changed “{name}” on the server meanwhile. Nothing was overwritten.</source>
            <translation>Alguien cambió entretanto «{name}» en el servidor. No se sobrescribió nada.</translation>
        </message>
        <message>
            <source>Someone uploaded a newer version meanwhile. Nothing was overwritten; sync again.</source>
            <translation>Alguien subió entretanto una versión más nueva. No se sobrescribió nada; sincronice de nuevo.</translation>
        </message>
        <message>
            <source>Speed</source>
            <translation>Velocidad</translation>
        </message>
        <message>
            <source>Stamp place and time on photos</source>
            <translation>Estampar lugar y hora en las fotos</translation>
        </message>
        <message>
            <source>Start a job on the server</source>
            <translation>Iniciar una tarea en el servidor</translation>
        </message>
        <message>
            <source>Start a track when the project opens</source>
            <translation>Empezar un recorrido al abrir el proyecto</translation>
        </message>
        <message>
            <source>State of the job</source>
            <translation>Estado de la tarea</translation>
        </message>
        <message>
            <source>Stay logged in on this computer</source>
            <translation>Mantener la sesión iniciada en este ordenador</translation>
        </message>
        <message>
            <source>Storage</source>
            <translation>Almacenamiento</translation>
        </message>
        <message>
            <source>Store all paths inside of the project's folder relative to the project file.</source>
            <translation>Guardar todas las rutas de la carpeta del proyecto relativas al archivo de proyecto.</translation>
        </message>
        <message>
            <source>Store its path relative to the project file.</source>
            <translation>Guardar su ruta relativa al archivo de proyecto.</translation>
        </message>
        <message>
            <source>Store paths relative to the project.</source>
            <translation>Guardar rutas relativas al proyecto.</translation>
        </message>
        <message>
            <source>Stored as M value</source>
            <translation>Guardado como valor M</translation>
        </message>
        <message>
            <source>Storing the new versions</source>
            <translation>Guardando las versiones nuevas</translation>
        </message>
        <message>
            <source>Storing the package</source>
            <translation>Guardando el paquete</translation>
        </message>
        <message>
            <source>Sync</source>
            <translation>Sincronizar</translation>
        </message>
        <message>
            <source>Sync project</source>
            <translation>Sincronizar proyecto</translation>
        </message>
        <message>
            <source>Sync this project</source>
            <translation>Sincronizar este proyecto</translation>
        </message>
        <message>
            <source>Sync: send {here}, receive {there}</source>
            <translation>Sincronizar: enviar {here}, recibir {there}</translation>
        </message>
        <message>
            <source>Table {table} in {file}</source>
            <translation>Tabla {table} en {file}</translation>
        </message>
        <message>
            <source>Tables have other names or keys on one side (“{tables}”), and no row tells which is which, while rows of them were changed on the other side. Choose one of the two files; the other one is kept.</source>
            <translation>Hay tablas con otros nombres u otras claves en un lado («{tables}»), y ninguna fila indica cuál es cuál, mientras que en el otro lado se modificaron filas suyas. Elija uno de los dos archivos; el otro se conserva.</translation>
        </message>
        <message>
            <source>Take back instead of applying</source>
            <translation>Retirar en vez de aplicar</translation>
        </message>
        <message>
            <source>Take edits back</source>
            <translation>Traer de vuelta los cambios</translation>
        </message>
        <message>
            <source>Take edits back from a folder…</source>
            <translation>Traer de vuelta los cambios de una carpeta…</translation>
        </message>
        <message>
            <source>Take only features in this area</source>
            <translation>Tomar solo objetos de esta zona</translation>
        </message>
        <message>
            <source>Take repairs back</source>
            <translation>Retirar las reparaciones</translation>
        </message>
        <message>
            <source>Take the field's</source>
            <translation>Tomar los del campo</translation>
        </message>
        <message>
            <source>Take the last repair back</source>
            <translation>Deshacer la última reparación</translation>
        </message>
        <message>
            <source>Take the photos along that are there already</source>
            <translation>Llevar las fotos que ya están</translation>
        </message>
        <message>
            <source>Take the values from “{name}”.</source>
            <translation>Tomar los valores de «{name}».</translation>
        </message>
        <message>
            <source>Taken back: {rows} and {files}.</source>
            <translation>Traído de vuelta: {rows} y {files}.</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>Destino</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>Equipo</translation>
        </message>
        <message>
            <source>Team or person…</source>
            <translation>Equipo o persona…</translation>
        </message>
        <message>
            <source>Team {}</source>
            <translation>Equipo {}</translation>
        </message>
        <message>
            <source>Teams</source>
            <translation>Equipos</translation>
        </message>
        <message>
            <source>Tell when entering and leaving</source>
            <translation>Avisar al entrar y al salir</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Texto</translation>
        </message>
        <message>
            <source>The .qgz does not hold exactly one .qgs.</source>
            <translation>El .qgz no contiene exactamente un .qgs.</translation>
        </message>
        <message>
            <source>The GeoPackage</source>
            <translation>El GeoPackage</translation>
        </message>
        <message>
            <source>The address of “{name}” is not encrypted (https), so nothing was sent. Tell whoever runs the server.</source>
            <translation>La dirección de «{name}» no está cifrada (https), así que no se envió nada. Avise a quien administra el servidor.</translation>
        </message>
        <message>
            <source>The algorithm was not prepared.</source>
            <translation>El algoritmo no se preparó.</translation>
        </message>
        <message>
            <source>The area for “{who}” is not a polygon. Nothing was written.</source>
            <translation>La zona para «{who}» no es un polígono. No se escribió nada.</translation>
        </message>
        <message>
            <source>The area is not a polygon in WKT. Nothing was written.</source>
            <translation>La zona no es un polígono en WKT. No se escribió nada.</translation>
        </message>
        <message>
            <source>The base map could not be drawn. {}</source>
            <translation>No se pudo dibujar el mapa base. {}</translation>
        </message>
        <message>
            <source>The base map has gaps: {reason}.</source>
            <translation>El mapa base tiene huecos: {reason}.</translation>
        </message>
        <message>
            <source>The base map is the former one: {reason}.</source>
            <translation>El mapa base es el anterior: {reason}.</translation>
        </message>
        <message>
            <source>The certificate of {host} is not trusted, so nothing was sent. {kept}; add its authority in QGIS's settings under Authentication, or ask whoever runs the server.</source>
            <translation>El certificado de {host} no es de confianza, así que no se envió nada. {kept}; añada su autoridad en los ajustes de QGIS, en Autenticación, o pregunte a quien administra el servidor.</translation>
        </message>
        <message>
            <source>The changes are being compared.</source>
            <translation>Se están comparando los cambios.</translation>
        </message>
        <message>
            <source>The changes break a rule of {name} ({error}). Nothing was changed.</source>
            <translation>Los cambios incumplen una regla de {name} ({error}). No se cambió nada.</translation>
        </message>
        <message>
            <source>The changes break a rule of “{table}” ({error}). Nothing was changed.</source>
            <translation>Los cambios incumplen una regla de «{table}» ({error}). No se cambió nada.</translation>
        </message>
        <message>
            <source>The changes could not be compared</source>
            <translation>No se pudieron comparar los cambios</translation>
        </message>
        <message>
            <source>The changes refer from “{child}” to a row of “{parent}” that is not there ({key}). Nothing was changed.</source>
            <translation>Los cambios refieren desde «{child}» a una fila de «{parent}» que no existe ({key}). No se cambió nada.</translation>
        </message>
        <message>
            <source>The changes remove a row of “{parent}” ({key}) that “{child}” still refers to. Nothing was changed.</source>
            <translation>Los cambios quitan una fila de «{parent}» ({key}) a la que «{child}» aún se refiere. No se cambió nada.</translation>
        </message>
        <message>
            <source>The changeset is damaged ({error}).</source>
            <translation>El conjunto de cambios está dañado ({error}).</translation>
        </message>
        <message>
            <source>The changeset is damaged: its checksum does not fit.</source>
            <translation>El conjunto de cambios está dañado: su suma de comprobación no coincide.</translation>
        </message>
        <message>
            <source>The cloud project was deleted. Your local files are untouched.</source>
            <translation>Se borró el proyecto en la nube. Sus archivos locales están intactos.</translation>
        </message>
        <message>
            <source>The columns of “{table}” differ between the two changesets.</source>
            <translation>Las columnas de «{table}» difieren entre los dos conjuntos de cambios.</translation>
        </message>
        <message>
            <source>The columns of “{table}” differ between the two files.</source>
            <translation>Las columnas de «{table}» difieren entre los dos archivos.</translation>
        </message>
        <message>
            <source>The connection ended before “{name}” was complete. Sync again to go on.</source>
            <translation>La conexión terminó antes de que «{name}» estuviera completo. Sincronice de nuevo para continuar.</translation>
        </message>
        <message>
            <source>The copy of “{file}” in .qfieldcloud/base is gone. Nothing was decided; sync first.</source>
            <translation>La copia de «{file}» en .qfieldcloud/base ya no está. No se decidió nada; sincronice primero.</translation>
        </message>
        <message>
            <source>The copy of “{name}” in .qfieldcloud/base is gone. Your file is untouched.</source>
            <translation>La copia de «{name}» en .qfieldcloud/base ya no está. Su archivo está intacto.</translation>
        </message>
        <message>
            <source>The data changed again and again while being packaged. Try again.</source>
            <translation>Los datos cambiaron una y otra vez mientras se empaquetaban. Inténtelo de nuevo.</translation>
        </message>
        <message>
            <source>The definition of “{name}” is not one that is allowed.</source>
            <translation>La definición de «{name}» no está permitida.</translation>
        </message>
        <message>
            <source>The definition of “{name}” makes something else.</source>
            <translation>La definición de «{name}» crea otra cosa.</translation>
        </message>
        <message>
            <source>The definition of “{table}” is too unusual to be changed automatically.</source>
            <translation>La definición de «{table}» es demasiado inusual para cambiarla automáticamente.</translation>
        </message>
        <message>
            <source>The delta does not say what it knew, so it cannot be seen whether others changed it.</source>
            <translation>El delta no dice lo que sabía, así que no se puede ver si otros lo cambiaron.</translation>
        </message>
        <message>
            <source>The delta does not say what to change.</source>
            <translation>El delta no dice qué cambiar.</translation>
        </message>
        <message>
            <source>The delta does not say what to create.</source>
            <translation>El delta no dice qué crear.</translation>
        </message>
        <message>
            <source>The disk failed while working on {name}. It was left as it was.</source>
            <translation>El disco falló al trabajar con {name}. Se dejó como estaba.</translation>
        </message>
        <message>
            <source>The disk is full. Nothing was lost; free some space and sync again.</source>
            <translation>El disco está lleno. No se perdió nada; libere espacio y sincronice de nuevo.</translation>
        </message>
        <message>
            <source>The disk is full. {name} was left as it was; free some space and try again.</source>
            <translation>El disco está lleno. {name} se dejó como estaba; libere espacio e inténtelo de nuevo.</translation>
        </message>
        <message>
            <source>The disk is full. “{name}” was left as it was; free some space and sync again.</source>
            <translation>El disco está lleno. «{name}» se dejó como estaba; libere espacio y sincronice de nuevo.</translation>
        </message>
        <message>
            <source>The feature did not read back as it was written: a trigger or something like it kept it out.</source>
            <translation>El objeto no se leyó tal como se escribió: un disparador o algo parecido lo impidió.</translation>
        </message>
        <message>
            <source>The feature refers to another one that is not there.</source>
            <translation>El objeto se refiere a otro que no existe.</translation>
        </message>
        <message>
            <source>The feature refers to one that is not there, or others still refer to it.</source>
            <translation>El objeto se refiere a otro que no existe, u otros aún se refieren a él.</translation>
        </message>
        <message>
            <source>The file is XML, but not a QGIS project.</source>
            <translation>El archivo es XML, pero no un proyecto QGIS.</translation>
        </message>
        <message>
            <source>The file travels the first time and is not overwritten afterwards.</source>
            <translation>El archivo viaja la primera vez y después no se sobrescribe.</translation>
        </message>
        <message>
            <source>The files in its folder stay as they are, with all edits that were not sent. The cloud project stays on its server. Nothing is synced until you put the project into a cloud again, where it is a new one.</source>
            <translation>Los archivos de su carpeta quedan como están, con todos los cambios que no se enviaron. El proyecto de la nube queda en su servidor. No se sincroniza nada hasta que vuelva a poner el proyecto en una nube, donde será uno nuevo.</translation>
        </message>
        <message>
            <source>The files stay where they are; a copy goes to the server and is kept in step.</source>
            <translation>Los archivos quedan donde están; una copia va al servidor y se mantiene al día.</translation>
        </message>
        <message>
            <source>The folder is in no cloud any more. Its files stayed as they were.</source>
            <translation>La carpeta ya no está en ninguna nube. Sus archivos quedaron como estaban.</translation>
        </message>
        <message>
            <source>The folder that came back</source>
            <translation>La carpeta que volvió</translation>
        </message>
        <message>
            <source>The folder “{folder}” could not be written ({reason}). Choose another one, or make room.</source>
            <translation>No se pudo escribir la carpeta «{folder}» ({reason}). Elija otra, o libere espacio.</translation>
        </message>
        <message>
            <source>The folder “{folder}” is not linked to a cloud project.</source>
            <translation>La carpeta «{folder}» no está vinculada a un proyecto de la nube.</translation>
        </message>
        <message>
            <source>The folder's sync state (.qfieldcloud/state.db) is damaged. Your files are untouched: rename the folder .qfieldcloud and link this folder to its cloud project again.</source>
            <translation>El estado de sincronización de la carpeta (.qfieldcloud/state.db) está dañado. Sus archivos están intactos: cambie el nombre de la carpeta .qfieldcloud y vuelva a vincular esta carpeta con su proyecto de la nube.</translation>
        </message>
        <message>
            <source>The folder's sync state cannot be used ({text}). Your files are untouched.</source>
            <translation>El estado de sincronización de la carpeta no se puede usar ({text}). Sus archivos están intactos.</translation>
        </message>
        <message>
            <source>The geometry cannot be stored: {error}</source>
            <translation>La geometría no se puede guardar: {error}</translation>
        </message>
        <message>
            <source>The identity provider wants to answer to “{host}”, which is not this computer. Nothing was sent; whoever runs the server must set its redirect to localhost.</source>
            <translation>El proveedor de identidad quiere responder a «{host}», que no es este ordenador. No se envió nada; quien administra el servidor debe poner la redirección en localhost.</translation>
        </message>
        <message>
            <source>The job ended as “{state}”. {reason}</source>
            <translation>La tarea terminó como «{state}». {reason}</translation>
        </message>
        <message>
            <source>The job's log says more.</source>
            <translation>El registro de la tarea dice más.</translation>
        </message>
        <message>
            <source>The kept login cannot be read any more. Please log in again.</source>
            <translation>La sesión guardada ya no se puede leer. Inicie sesión de nuevo.</translation>
        </message>
        <message>
            <source>The key “{key}” cannot become empty.</source>
            <translation>La clave «{key}» no puede quedar vacía.</translation>
        </message>
        <message>
            <source>The layer chooses “{column}” itself and cannot tell what it chose.</source>
            <translation>La capa elige «{column}» por sí misma y no puede decir qué eligió.</translation>
        </message>
        <message>
            <source>The layer could not be written: {text}.</source>
            <translation>No se pudo escribir la capa: {text}.</translation>
        </message>
        <message>
            <source>The layer does not accept this feature: {text}.</source>
            <translation>La capa no acepta este objeto: {text}.</translation>
        </message>
        <message>
            <source>The layer of this change is no longer in the project. Nothing was undone.</source>
            <translation>La capa de este cambio ya no está en el proyecto. No se deshizo nada.</translation>
        </message>
        <message>
            <source>The layer's features travel with the package and can be edited without a connection.</source>
            <translation>Los objetos de la capa viajan con el paquete y se editan sin conexión.</translation>
        </message>
        <message>
            <source>The layer's file travels unchanged.</source>
            <translation>El archivo de la capa viaja sin cambios.</translation>
        </message>
        <message>
            <source>The link is in the clipboard.</source>
            <translation>El enlace está en el portapapeles.</translation>
        </message>
        <message>
            <source>The list of values of “{field}” comes from a layer that is not in the project.</source>
            <translation>La lista de valores de «{field}» viene de una capa que no está en el proyecto.</translation>
        </message>
        <message>
            <source>The list of values of “{field}” comes from “{layer}”, which is not packaged.</source>
            <translation>La lista de valores de «{field}» viene de «{layer}», que no se empaqueta.</translation>
        </message>
        <message>
            <source>The list of values of “{field}” uses the field “{name}”, which “{layer}” does not have.</source>
            <translation>La lista de valores de «{field}» usa el campo «{name}», que «{layer}» no tiene.</translation>
        </message>
        <message>
            <source>The login at “{name}” has ended. Your local changes are kept; log in again.</source>
            <translation>La sesión en «{name}» ha terminado. Sus cambios locales se conservan; inicie sesión de nuevo.</translation>
        </message>
        <message>
            <source>The login at “{name}” was declined. Nothing was changed.</source>
            <translation>Se rechazó el inicio de sesión en «{name}». No se cambió nada.</translation>
        </message>
        <message>
            <source>The login did not work. You can close this page and go back to QGIS.</source>
            <translation>El inicio de sesión no funcionó. Puede cerrar esta página y volver a QGIS.</translation>
        </message>
        <message>
            <source>The login is removed from this computer. Projects, here and on the server, stay as they are.</source>
            <translation>La sesión se quita de este ordenador. Los proyectos, aquí y en el servidor, quedan como están.</translation>
        </message>
        <message>
            <source>The name of the primary key “{key}” holds a comma, so the table is read-only in the field.</source>
            <translation>El nombre de la clave primaria «{key}» contiene una coma, así que en el campo la tabla es de solo lectura.</translation>
        </message>
        <message>
            <source>The open project</source>
            <translation>El proyecto abierto</translation>
        </message>
        <message>
            <source>The open project has unsaved changes. Save them first?</source>
            <translation>El proyecto abierto tiene cambios sin guardar. ¿Guardarlos primero?</translation>
        </message>
        <message>
            <source>The open project is in the cloud already.</source>
            <translation>El proyecto abierto ya está en la nube.</translation>
        </message>
        <message>
            <source>The open project is not in the cloud.</source>
            <translation>El proyecto abierto no está en la nube.</translation>
        </message>
        <message>
            <source>The owner can do everything.</source>
            <translation>El propietario puede hacerlo todo.</translation>
        </message>
        <message>
            <source>The owner's account is not active. The change is kept and waits until it is.</source>
            <translation>La cuenta del propietario no está activa. El cambio se conserva y espera a que lo esté.</translation>
        </message>
        <message>
            <source>The owner's plan does not allow this. Your local changes are kept.</source>
            <translation>El plan del propietario no lo permite. Sus cambios locales se conservan.</translation>
        </message>
        <message>
            <source>The owner's subscription is not active. Your local changes are kept.</source>
            <translation>La suscripción del propietario no está activa. Sus cambios locales se conservan.</translation>
        </message>
        <message>
            <source>The package</source>
            <translation>El paquete</translation>
        </message>
        <message>
            <source>The package has no base map: {reason}. “Package for QField…” in QGIS draws it and adds it.</source>
            <translation>El paquete no tiene mapa base: {reason}. «Empaquetar para QField…» en QGIS lo dibuja y lo añade.</translation>
        </message>
        <message>
            <source>The project asks for a base map, and there is none in it. “Package for QField…” in QGIS draws it and adds it.</source>
            <translation>El proyecto pide un mapa base, pero no tiene ninguno. «Empaquetar para QField…» en QGIS lo dibuja y lo añade.</translation>
        </message>
        <message>
            <source>The project asks for a base map, but its layer or theme is not there. Choose one on the page “QField” of the project's properties.</source>
            <translation>El proyecto pide un mapa base, pero su capa o tema no existe. Elija uno en la página «QField» de las propiedades del proyecto.</translation>
        </message>
        <message>
            <source>The project cannot be read</source>
            <translation>No se puede leer el proyecto</translation>
        </message>
        <message>
            <source>The project file cannot be written.</source>
            <translation>No se puede escribir el archivo del proyecto.</translation>
        </message>
        <message>
            <source>The project file has unsaved changes. Only what is saved is sent.</source>
            <translation>El archivo del proyecto tiene cambios sin guardar. Solo se envía lo guardado.</translation>
        </message>
        <message>
            <source>The project has a home folder of its own</source>
            <translation>El proyecto tiene su propia carpeta de inicio</translation>
        </message>
        <message>
            <source>The project has no layer with the id “{layer_id}”.</source>
            <translation>El proyecto no tiene ninguna capa con el id «{layer_id}».</translation>
        </message>
        <message>
            <source>The project is as it was then.</source>
            <translation>El proyecto está como estaba entonces.</translation>
        </message>
        <message>
            <source>The project it is embedded from is not in the folder.</source>
            <translation>El proyecto del que procede no está en la carpeta.</translation>
        </message>
        <message>
            <source>The project stores absolute paths</source>
            <translation>El proyecto guarda rutas absolutas</translation>
        </message>
        <message>
            <source>The project that is cloned</source>
            <translation>El proyecto que se clona</translation>
        </message>
        <message>
            <source>The project's XML declares or uses entities; QGIS never writes them, so it is refused.</source>
            <translation>El XML del proyecto declara o usa entidades; QGIS nunca las escribe, así que se rechaza.</translation>
        </message>
        <message>
            <source>The project's XML has more than {most} elements.</source>
            <translation>El XML del proyecto tiene más de {most} elementos.</translation>
        </message>
        <message>
            <source>The project's XML is broken: {error}.</source>
            <translation>El XML del proyecto está roto: {error}.</translation>
        </message>
        <message>
            <source>The project's XML is empty.</source>
            <translation>El XML del proyecto está vacío.</translation>
        </message>
        <message>
            <source>The project's XML is larger than {mebibytes} MiB.</source>
            <translation>El XML del proyecto ocupa más de {mebibytes} MiB.</translation>
        </message>
        <message>
            <source>The project's XML is nested more than {most} levels deep.</source>
            <translation>El XML del proyecto está anidado en más de {most} niveles.</translation>
        </message>
        <message>
            <source>The project's XML is not UTF-8, which is the only encoding QGIS writes.</source>
            <translation>El XML del proyecto no es UTF-8, la única codificación que escribe QGIS.</translation>
        </message>
        <message>
            <source>The project's areas for teams and persons cannot be read. Set them again in QGIS.</source>
            <translation>No se pueden leer las zonas del proyecto para equipos y personas. Defínalas de nuevo en QGIS.</translation>
        </message>
        <message>
            <source>The projects could not be fetched</source>
            <translation>No se pudieron traer los proyectos</translation>
        </message>
        <message>
            <source>The proxy asks for a name and password. Check QGIS's network settings.</source>
            <translation>El proxy pide usuario y contraseña. Compruebe los ajustes de red de QGIS.</translation>
        </message>
        <message>
            <source>The proxy does not let us through to {host}. {kept}; check QGIS's network settings.</source>
            <translation>El proxy no deja pasar hasta {host}. {kept}; compruebe los ajustes de red de QGIS.</translation>
        </message>
        <message>
            <source>The server applies the changes</source>
            <translation>El servidor aplica los cambios</translation>
        </message>
        <message>
            <source>The server cannot read the QGIS project file. It was not uploaded.</source>
            <translation>El servidor no puede leer el archivo de proyecto QGIS. No se subió.</translation>
        </message>
        <message>
            <source>The server copies files and settings; versions, people and edits stay behind.</source>
            <translation>El servidor copia archivos y ajustes; las versiones, personas y ediciones no se copian.</translation>
        </message>
        <message>
            <source>The server could not make the package. {}</source>
            <translation>El servidor no pudo hacer el paquete. {}</translation>
        </message>
        <message>
            <source>The server did not keep “{name}” as it was sent ({size} bytes). Your file is untouched; sync again.</source>
            <translation>El servidor no guardó «{name}» tal como se envió ({size} bytes). Su archivo está intacto; sincronice de nuevo.</translation>
        </message>
        <message>
            <source>The server did not take this change.</source>
            <translation>El servidor no aceptó este cambio.</translation>
        </message>
        <message>
            <source>The server does not know this change (any more). Nothing was undone.</source>
            <translation>El servidor no conoce (o ya no) este cambio. No se deshizo nada.</translation>
        </message>
        <message>
            <source>The server does not say enough about “{name}” to log in there. Nothing was sent; tell whoever runs the server.</source>
            <translation>El servidor no dice lo suficiente sobre «{name}» para iniciar sesión allí. No se envió nada; avise a quien administra el servidor.</translation>
        </message>
        <message>
            <source>The server failed (HTTP {status}). Your local changes are kept; please try again later.</source>
            <translation>El servidor falló (HTTP {status}). Sus cambios locales se conservan; inténtelo más tarde.</translation>
        </message>
        <message>
            <source>The server has gone back to an older version.</source>
            <translation>El servidor ha vuelto a una versión anterior.</translation>
        </message>
        <message>
            <source>The server has written no log yet.</source>
            <translation>El servidor aún no ha escrito ningún registro.</translation>
        </message>
        <message>
            <source>The server has your changes but has not applied them yet; sync again later.</source>
            <translation>El servidor tiene sus cambios pero aún no los ha aplicado; sincronice más tarde.</translation>
        </message>
        <message>
            <source>The server is busy. Your local changes are kept; please try again in a moment.</source>
            <translation>El servidor está ocupado. Sus cambios locales se conservan; inténtelo de nuevo en un momento.</translation>
        </message>
        <message>
            <source>The server keeps edits of {kind} files from the field, but cannot write them.</source>
            <translation>El servidor guarda los cambios de archivos {kind} hechos en campo, pero no puede escribirlos.</translation>
        </message>
        <message>
            <source>The server keeps no earlier version of this file.</source>
            <translation>El servidor no guarda ninguna versión anterior de este archivo.</translation>
        </message>
        <message>
            <source>The server no longer has this version of “{name}”.</source>
            <translation>El servidor ya no tiene esta versión de «{name}».</translation>
        </message>
        <message>
            <source>The server refused the request (HTTP {status}, {code}). Nothing was changed.</source>
            <translation>El servidor rechazó la petición (HTTP {status}, {code}). No se cambió nada.</translation>
        </message>
        <message>
            <source>The server refused the request (HTTP {status}, {code}): {detail}. Nothing was changed.</source>
            <translation>El servidor rechazó la petición (HTTP {status}, {code}): {detail}. No se cambió nada.</translation>
        </message>
        <message>
            <source>The server reported success, but its new version does not hold this change.</source>
            <translation>El servidor comunicó éxito, pero su nueva versión no contiene este cambio.</translation>
        </message>
        <message>
            <source>The server sends requests on to “{target}”. Use that address as the server's address instead.</source>
            <translation>El servidor reenvía las peticiones a «{target}». Use esa dirección como dirección del servidor.</translation>
        </message>
        <message>
            <source>The server works here: it packages projects and applies changes.</source>
            <translation>Aquí trabaja el servidor: empaqueta proyectos y aplica cambios.</translation>
        </message>
        <message>
            <source>The server's answer lacks “{what}”: it is not a QFieldCloud server, or a much older one. Nothing was changed.</source>
            <translation>A la respuesta del servidor le falta «{what}»: no es un servidor QFieldCloud o es mucho más antiguo. No se cambió nada.</translation>
        </message>
        <message>
            <source>The server, or a proxy before it, refuses what is this large. Your local changes are kept; ask whoever runs the server to allow larger requests.</source>
            <translation>El servidor, o un proxy delante de él, rechaza lo que es tan grande. Sus cambios locales se conservan; pida a quien administra el servidor que permita peticiones mayores.</translation>
        </message>
        <message>
            <source>The session has ended. Your local changes are kept; log in again and they can be synchronized.</source>
            <translation>La sesión ha terminado. Sus cambios locales se conservan; inicie sesión de nuevo para sincronizarlos.</translation>
        </message>
        <message>
            <source>The storage of the project's owner is full. Your local changes are kept; delete old versions or files, or ask the owner for more space, then sync again.</source>
            <translation>El almacenamiento del propietario del proyecto está lleno. Sus cambios locales se conservan; borre versiones o archivos antiguos, o pida más espacio al propietario, y sincronice de nuevo.</translation>
        </message>
        <message>
            <source>The table has no integer primary key, so it is read-only in the field.</source>
            <translation>La tabla no tiene clave primaria entera, así que en el campo es de solo lectura.</translation>
        </message>
        <message>
            <source>The table has several columns as primary key, so it is read-only in the field.</source>
            <translation>La clave primaria de la tabla tiene varias columnas, así que en el campo es de solo lectura.</translation>
        </message>
        <message>
            <source>The table “{table}” does not have {what}. Nothing was changed.</source>
            <translation>A la tabla «{table}» le falta {what}. No se cambió nada.</translation>
        </message>
        <message>
            <source>The two changesets do not start from the same state of “{table}”.</source>
            <translation>Los dos conjuntos de cambios no parten del mismo estado de «{table}».</translation>
        </message>
        <message>
            <source>The value is in the clipboard.</source>
            <translation>El valor está en el portapapeles.</translation>
        </message>
        <message>
            <source>The value of “{column}” does not fit: {error}.</source>
            <translation>El valor de «{column}» no es adecuado: {error}.</translation>
        </message>
        <message>
            <source>The value, for example a password</source>
            <translation>El valor, por ejemplo una contraseña</translation>
        </message>
        <message>
            <source>The whole file was changed on both sides.</source>
            <translation>El archivo entero se cambió en ambos lados.</translation>
        </message>
        <message>
            <source>The zip holds a file with the name “{name}”, which leads out of it.</source>
            <translation>El zip contiene un archivo llamado «{name}» que lleva fuera de él.</translation>
        </message>
        <message>
            <source>The zip holds more than {most} files.</source>
            <translation>El zip contiene más de {most} archivos.</translation>
        </message>
        <message>
            <source>The zip holds two files of the same name.</source>
            <translation>El zip contiene dos archivos con el mismo nombre.</translation>
        </message>
        <message>
            <source>The zip is encrypted.</source>
            <translation>El zip está cifrado.</translation>
        </message>
        <message>
            <source>The {kind} “{name}” is not defined as the changes expect. Nothing was changed.</source>
            <translation>«{name}» ({kind}) no está definido como esperan los cambios. No se cambió nada.</translation>
        </message>
        <message>
            <source>Theirs</source>
            <translation>Lo otro</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Tema</translation>
        </message>
        <message>
            <source>There is no QGIS project in {}.</source>
            <translation>No hay ningún proyecto de QGIS en {}.</translation>
        </message>
        <message>
            <source>There is no account to use. Log in with the plugin, choose an authentication configuration, or set {url} and {token}.</source>
            <translation>No hay ninguna cuenta. Inicie sesión con el complemento, elija una configuración de autenticación o defina {url} y {token}.</translation>
        </message>
        <message>
            <source>There is no package.</source>
            <translation>No hay paquete.</translation>
        </message>
        <message>
            <source>There is no project file “{name}”.</source>
            <translation>No hay ningún archivo de proyecto «{name}».</translation>
        </message>
        <message>
            <source>There is no table “{table}” to change. Nothing was changed.</source>
            <translation>No hay ninguna tabla «{table}» que cambiar. No se cambió nada.</translation>
        </message>
        <message>
            <source>There is nothing to be seen in its area, or a service does not answer.</source>
            <translation>No hay nada que ver en su zona, o un servicio no responde.</translation>
        </message>
        <message>
            <source>There is nothing to draw yet</source>
            <translation>Todavía no hay nada que dibujar</translation>
        </message>
        <message>
            <source>These changes cannot be undone.</source>
            <translation>Estos cambios no se pueden deshacer.</translation>
        </message>
        <message>
            <source>These two rows cannot both stay.</source>
            <translation>Estas dos filas no pueden quedar ambas.</translation>
        </message>
        <message>
            <source>They are gone on one side, here or on the server. If that was a mistake, cancel and put them back. Else they are deleted on the other side too, for everybody.</source>
            <translation>Faltan en un lado, aquí o en el servidor. Si fue un error, cancele y devuélvalos a su sitio. Si no, se borran también en el otro lado, para todos.</translation>
        </message>
        <message>
            <source>They are removed for everybody and cannot be brought back. The current files stay.</source>
            <translation>Se quitan para todos y no se pueden recuperar. Los archivos actuales se quedan.</translation>
        </message>
        <message>
            <source>They lead nowhere on a phone or on a server.</source>
            <translation>En un teléfono o un servidor no llevan a ninguna parte.</translation>
        </message>
        <message>
            <source>This change was applied or is on its way; it is not sent twice.</source>
            <translation>Este cambio se aplicó o está en camino; no se envía dos veces.</translation>
        </message>
        <message>
            <source>This change was never applied, so there is nothing to undo.</source>
            <translation>Este cambio nunca se aplicó, así que no hay nada que deshacer.</translation>
        </message>
        <message>
            <source>This changeset has format {version}, of which this version knows nothing. Please update.</source>
            <translation>Este conjunto de cambios tiene el formato {version}, que esta versión no conoce. Actualice, por favor.</translation>
        </message>
        <message>
            <source>This cloud project has no QGIS project file yet. Upload one first.</source>
            <translation>Este proyecto de la nube aún no tiene archivo de proyecto QGIS. Suba uno primero.</translation>
        </message>
        <message>
            <source>This cloud project was deleted, or this account has no role in it any more. Your files and edits are kept here; ask its owner, or choose “Unlink from the cloud…” and put the project into the cloud anew.</source>
            <translation>Este proyecto de la nube se borró, o esta cuenta ya no tiene un rol en él. Sus archivos y cambios quedan aquí; pregunte a su propietario, o elija «Desvincular de la nube…» y vuelva a poner el proyecto en la nube.</translation>
        </message>
        <message>
            <source>This feature</source>
            <translation>Este objeto</translation>
        </message>
        <message>
            <source>This feature was created before.</source>
            <translation>Este objeto ya se creó antes.</translation>
        </message>
        <message>
            <source>This feature was not saved yet, so it has no history.</source>
            <translation>Este objeto aún no se ha guardado, así que no tiene historial.</translation>
        </message>
        <message>
            <source>This folder belongs to a cloud project already.</source>
            <translation>Esta carpeta ya pertenece a un proyecto de la nube.</translation>
        </message>
        <message>
            <source>This folder belongs to a project on {server}. Log in there to synchronize it, or choose “Unlink from the cloud…” to put it on another server.</source>
            <translation>Esta carpeta pertenece a un proyecto en {server}. Inicie sesión allí para sincronizarla, o elija «Desvincular de la nube…» para ponerla en otro servidor.</translation>
        </message>
        <message>
            <source>This folder holds several QGIS project files; choose the one that belongs to the cloud.</source>
            <translation>Esta carpeta contiene varios archivos de proyecto QGIS; elija el que corresponde a la nube.</translation>
        </message>
        <message>
            <source>This folder is not empty. Choose another one, or let it be replaced.</source>
            <translation>Esta carpeta no está vacía. Elija otra, o deje que se reemplace.</translation>
        </message>
        <message>
            <source>This folder is not linked to a cloud project.</source>
            <translation>Esta carpeta no está vinculada a un proyecto de la nube.</translation>
        </message>
        <message>
            <source>This is not a changeset.</source>
            <translation>Esto no es un conjunto de cambios.</translation>
        </message>
        <message>
            <source>This is not a valid delta file: {reason}.</source>
            <translation>Este no es un archivo delta válido: {reason}.</translation>
        </message>
        <message>
            <source>This is not the address of a server. It looks like https://cloud.example.org</source>
            <translation>Esta no es la dirección de un servidor. Tiene esta forma: https://cloud.example.org</translation>
        </message>
        <message>
            <source>This is what devices will find.</source>
            <translation>Esto es lo que encontrarán los dispositivos.</translation>
        </message>
        <message>
            <source>This only weighs it: on the server, everyone gets the package with their own area.</source>
            <translation>Solo para estimarlo: del servidor, cada uno recibe el paquete con su propia zona.</translation>
        </message>
        <message>
            <source>This project folder is being synchronized by {program}. Nothing was done; try again when it has finished.</source>
            <translation>Esta carpeta de proyecto la está sincronizando {program}. No se hizo nada; inténtelo de nuevo cuando termine.</translation>
        </message>
        <message>
            <source>This project folder is in use by another program. Try again when that has finished.</source>
            <translation>Otro programa está usando esta carpeta de proyecto. Inténtelo de nuevo cuando termine.</translation>
        </message>
        <message>
            <source>This project folder was used with a newer version of the plugin. Nothing was changed; please update the plugin.</source>
            <translation>Esta carpeta de proyecto se usó con una versión más nueva del complemento. No se cambió nada; actualice el complemento.</translation>
        </message>
        <message>
            <source>This project takes {size}. {owner} uses {used} of {total}.</source>
            <translation>Este proyecto ocupa {size}. {owner} usa {used} de {total}.</translation>
        </message>
        <message>
            <source>This project takes {size}. {owner} uses {used}; there is no limit.</source>
            <translation>Este proyecto ocupa {size}. {owner} usa {used}; no hay límite.</translation>
        </message>
        <message>
            <source>This server cannot clone: “{name}” was made, but it is empty. Download the other project and put it into the cloud under the new name instead.</source>
            <translation>Este servidor no puede clonar: se creó «{name}», pero está vacío. Descargue el otro proyecto y póngalo en la nube con el nombre nuevo.</translation>
        </message>
        <message>
            <source>This server cannot tell single rows; they are compared when you sync.</source>
            <translation>Este servidor no distingue filas; se comparan al sincronizar.</translation>
        </message>
        <message>
            <source>This server does not keep the history of single rows.</source>
            <translation>Este servidor no guarda el historial de cada fila.</translation>
        </message>
        <message>
            <source>This version is no longer on the server.</source>
            <translation>Esta versión ya no está en el servidor.</translation>
        </message>
        <message>
            <source>This version of “{}” is no longer on the server.</source>
            <translation>Esta versión de «{}» ya no está en el servidor.</translation>
        </message>
        <message>
            <source>This was sent again with further edits, which were applied instead.</source>
            <translation>Esto se envió de nuevo con más cambios, que se aplicaron en su lugar.</translation>
        </message>
        <message>
            <source>This will take long. Choose a smaller area or fewer zoom levels.</source>
            <translation>Tardará mucho. Elija una zona menor o menos niveles de zoom.</translation>
        </message>
        <message>
            <source>Through QFieldCloud</source>
            <translation>Por QFieldCloud</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Hora</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Hasta</translation>
        </message>
        <message>
            <source>To log in with another browser of this computer.</source>
            <translation>Para iniciar sesión con otro navegador de este ordenador.</translation>
        </message>
        <message>
            <source>To zoom level</source>
            <translation>Hasta el nivel de zoom</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Hoy</translation>
        </message>
        <message>
            <source>Token</source>
            <translation>Token</translation>
        </message>
        <message>
            <source>Too many wrong passwords: the server refuses this account for a while. Try again in half an hour.</source>
            <translation>Demasiadas contraseñas incorrectas: el servidor bloquea esta cuenta un tiempo. Inténtelo de nuevo en media hora.</translation>
        </message>
        <message>
            <source>Two different rows were made with one key.</source>
            <translation>Se crearon dos filas distintas con la misma clave.</translation>
        </message>
        <message>
            <source>Two rows have the same value where values must be unique.</source>
            <translation>Dos filas tienen el mismo valor donde los valores deben ser únicos.</translation>
        </message>
        <message>
            <source>Type {} to confirm:</source>
            <translation>Escriba {} para confirmar:</translation>
        </message>
        <message>
            <source>Unable to change attribute “{column}”: the layer “{table}” has no such field.</source>
            <translation>No se puede cambiar el atributo «{column}»: la capa «{table}» no tiene ese campo.</translation>
        </message>
        <message>
            <source>Unable to find feature: nothing in “{table}” has “{column}” = {key!r}.</source>
            <translation>No se encuentra el objeto: nada en «{table}» tiene «{column}» = {key!r}.</translation>
        </message>
        <message>
            <source>Unable to find feature: the delta names no key, and its creation has not arrived here.</source>
            <translation>No se encuentra el objeto: el delta no nombra ninguna clave y su creación no ha llegado aquí.</translation>
        </message>
        <message>
            <source>Undecided conflicts</source>
            <translation>Conflictos sin decidir</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Deshacer</translation>
        </message>
        <message numerus="yes">
            <source>Undo %n row(s)</source>
            <translation>
                <numerusform>Deshacer %n fila</numerusform>
                <numerusform>Deshacer %n filas</numerusform>
            </translation>
        </message>
        <message>
            <source>Undo all shown</source>
            <translation>Deshacer todo lo mostrado</translation>
        </message>
        <message>
            <source>Undo changes</source>
            <translation>Deshacer cambios</translation>
        </message>
        <message>
            <source>Undo this change</source>
            <translation>Deshacer este cambio</translation>
        </message>
        <message>
            <source>Undoing makes a new version; nothing is lost.</source>
            <translation>Deshacer crea una versión nueva; no se pierde nada.</translation>
        </message>
        <message>
            <source>Unlink</source>
            <translation>Desvincular</translation>
        </message>
        <message>
            <source>Unlink from the cloud</source>
            <translation>Desvincular de la nube</translation>
        </message>
        <message>
            <source>Unlink from the cloud…</source>
            <translation>Desvincular de la nube…</translation>
        </message>
        <message>
            <source>Unlink “{}” from its cloud project?</source>
            <translation>¿Desvincular «{}» de su proyecto de la nube?</translation>
        </message>
        <message>
            <source>Up to date – check again</source>
            <translation>Al día – comprobar de nuevo</translation>
        </message>
        <message>
            <source>Upload files to a cloud project</source>
            <translation>Subir archivos a un proyecto de la nube</translation>
        </message>
        <message>
            <source>Username</source>
            <translation>Nombre de usuario</translation>
        </message>
        <message>
            <source>Username and password (basic authentication)</source>
            <translation>Usuario y contraseña (Basic)</translation>
        </message>
        <message>
            <source>Username or e-mail address</source>
            <translation>Nombre de usuario o correo electrónico</translation>
        </message>
        <message>
            <source>Username, or @organization/team</source>
            <translation>Nombre de usuario, u @organización/equipo</translation>
        </message>
        <message>
            <source>VDOP</source>
            <translation>VDOP</translation>
        </message>
        <message>
            <source>Values before, mine, theirs, and the result</source>
            <translation>Valores de antes, los míos, los otros y el resultado</translation>
        </message>
        <message>
            <source>Values changed by both</source>
            <translation>Valores cambiados por ambos</translation>
        </message>
        <message>
            <source>Vector tiles are made of vector layers, and there is none. Choose pictures instead.</source>
            <translation>Las teselas vectoriales se hacen de capas vectoriales, y no hay ninguna. Elija imágenes en su lugar.</translation>
        </message>
        <message>
            <source>Vector tiles: small, and sharp at every scale</source>
            <translation>Teselas vectoriales: pequeñas, y nítidas a cualquier escala</translation>
        </message>
        <message>
            <source>Versions</source>
            <translation>Versiones</translation>
        </message>
        <message>
            <source>Vertical accuracy</source>
            <translation>Precisión vertical</translation>
        </message>
        <message>
            <source>Wait for its end</source>
            <translation>Esperar a que termine</translation>
        </message>
        <message>
            <source>Waiting, {} left</source>
            <translation>Esperando, quedan {}</translation>
        </message>
        <message>
            <source>Warnings</source>
            <translation>Avisos</translation>
        </message>
        <message>
            <source>What differs is shown once the server has answered.</source>
            <translation>Lo que difiere aparece en cuanto responde el servidor.</translation>
        </message>
        <message>
            <source>What happens</source>
            <translation>Qué ocurre</translation>
        </message>
        <message>
            <source>What happens to each layer?</source>
            <translation>¿Qué ocurre con cada capa?</translation>
        </message>
        <message>
            <source>What is edited in the field has to travel; what is only looked at may stay where it is.</source>
            <translation>Lo que se edita en el campo tiene que viajar; lo que solo se mira puede quedarse donde está.</translation>
        </message>
        <message>
            <source>What is it for? Shown to everyone in the project.</source>
            <translation>¿Para qué es? Lo ven todos en el proyecto.</translation>
        </message>
        <message>
            <source>What is sent</source>
            <translation>Lo que se envía</translation>
        </message>
        <message>
            <source>What others send appears here before you receive it.</source>
            <translation>Lo que envían otros aparece aquí antes de que lo reciba.</translation>
        </message>
        <message>
            <source>What the version of {when} changed</source>
            <translation>Lo que cambió la versión del {when}</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>Qué hacer</translation>
        </message>
        <message>
            <source>What was kept, and what it replaced, newest first.</source>
            <translation>Lo que se conservó y lo que reemplazó, lo más nuevo primero.</translation>
        </message>
        <message>
            <source>What you undo here goes back to what it was then, as a new version.</source>
            <translation>Lo que deshaga aquí vuelve a ser lo que era entonces, como versión nueva.</translation>
        </message>
        <message>
            <source>When a sensor has a new value</source>
            <translation>Cuando un sensor tiene un valor nuevo</translation>
        </message>
        <message>
            <source>Where both changed the same</source>
            <translation>Donde ambos cambiaron lo mismo</translation>
        </message>
        <message>
            <source>Where shall “{}” go?</source>
            <translation>¿Dónde poner «{}»?</translation>
        </message>
        <message>
            <source>Where they are kept, how large they may be, and how they are named.</source>
            <translation>Dónde se guardan, qué tamaño pueden tener y cómo se llaman.</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Quién</translation>
        </message>
        <message>
            <source>Who joins {}?</source>
            <translation>¿Quién se une a {}?</translation>
        </message>
        <message>
            <source>Who sees it</source>
            <translation>Quién lo ve</translation>
        </message>
        <message>
            <source>Will it work in the field?</source>
            <translation>¿Funcionará en el campo?</translation>
        </message>
        <message>
            <source>Without a field “fid” the rows of {kind} files cannot be told apart: in the field they are read-only.</source>
            <translation>Sin un campo «fid» no se distinguen las filas de los archivos {kind}: en el campo son de solo lectura.</translation>
        </message>
        <message>
            <source>Work together with QField</source>
            <translation>Trabajar juntos con QField</translation>
        </message>
        <message>
            <source>Works with QFieldCloud and with your own server.</source>
            <translation>Funciona con QFieldCloud y con su propio servidor.</translation>
        </message>
        <message>
            <source>Would be deleted. Confirm it, because the project itself or most of its files are gone on one side.</source>
            <translation>Se borraría. Confírmelo, porque en un lado falta el proyecto mismo o la mayoría de sus archivos.</translation>
        </message>
        <message>
            <source>Write its rows into a new GeoPackage and use that.</source>
            <translation>Escribir sus filas en un GeoPackage nuevo y usarlo.</translation>
        </message>
        <message>
            <source>Write the rows that it shows now into a new GeoPackage and use that instead of the source.</source>
            <translation>Escribir las filas que muestra ahora en un GeoPackage nuevo y usarlo en lugar de la fuente.</translation>
        </message>
        <message>
            <source>Writes what QField needs of a project into a folder: the project, its offline layers and its files.
Layer actions are those that were set in the project. The project itself is not changed.</source>
            <translation>Escribe en una carpeta lo que QField necesita: el proyecto, sus capas sin conexión y sus archivos.
Las acciones de las capas son las fijadas en el proyecto. El proyecto mismo no se cambia.</translation>
        </message>
        <message>
            <source>Writing the feature took longer than {seconds} seconds and was stopped.</source>
            <translation>Escribir el objeto tardó más de {seconds} segundos y se detuvo.</translation>
        </message>
        <message>
            <source>Writing the project</source>
            <translation>Escribiendo el proyecto</translation>
        </message>
        <message>
            <source>Wrong username or password. Nothing was changed; please log in again.</source>
            <translation>Usuario o contraseña incorrectos. No se cambió nada; inicie sesión de nuevo.</translation>
        </message>
        <message>
            <source>You already have a project with this name. Please choose another one.</source>
            <translation>Ya tiene un proyecto con este nombre. Elija otro.</translation>
        </message>
        <message>
            <source>You and somebody else changed the same</source>
            <translation>Usted y otra persona cambiaron lo mismo</translation>
        </message>
        <message>
            <source>You are in no organization</source>
            <translation>No está en ninguna organización</translation>
        </message>
        <message>
            <source>You are logged in at “{name}”, but this server does not let that account in. {reason}</source>
            <translation>Ha iniciado sesión en «{name}», pero este servidor no admite esa cuenta. {reason}</translation>
        </message>
        <message>
            <source>You are logged in. You can close this page and go back to QGIS.</source>
            <translation>Ha iniciado sesión. Puede cerrar esta página y volver a QGIS.</translation>
        </message>
        <message>
            <source>You are not logged in. Your local changes are kept; please log in.</source>
            <translation>No ha iniciado sesión. Sus cambios locales se conservan; inicie sesión.</translation>
        </message>
        <message>
            <source>Your local changes are kept</source>
            <translation>Sus cambios locales se conservan</translation>
        </message>
        <message>
            <source>Your role does not allow this. Your local changes are kept; ask a manager of the project.</source>
            <translation>Su rol no lo permite. Sus cambios locales se conservan; consulte a un gestor del proyecto.</translation>
        </message>
        <message>
            <source>Your role lets you look, but not change anything here.</source>
            <translation>Su rol le deja mirar, pero no cambiar nada aquí.</translation>
        </message>
        <message>
            <source>a few seconds</source>
            <translation>unos segundos</translation>
        </message>
        <message>
            <source>a line has more values than there are fields</source>
            <translation>una línea tiene más valores que campos hay</translation>
        </message>
        <message>
            <source>a table cannot have its fields: too many, or with a strange name</source>
            <translation>una tabla no puede tener sus campos: demasiados, o con un nombre extraño</translation>
        </message>
        <message>
            <source>a tile could not be stored</source>
            <translation>no se pudo guardar una tesela</translation>
        </message>
        <message>
            <source>a value cannot be written as CSV ({reason})</source>
            <translation>un valor no se puede escribir como CSV ({reason})</translation>
        </message>
        <message>
            <source>a {kind} file</source>
            <translation>un archivo {kind}</translation>
        </message>
        <message numerus="yes">
            <source>about %n minute(s)</source>
            <translation>
                <numerusform>cerca de %n minuto</numerusform>
                <numerusform>cerca de %n minutos</numerusform>
            </translation>
        </message>
        <message>
            <source>about a minute</source>
            <translation>cerca de un minuto</translation>
        </message>
        <message>
            <source>also on this computer</source>
            <translation>también en este ordenador</translation>
        </message>
        <message>
            <source>always</source>
            <translation>siempre</translation>
        </message>
        <message>
            <source>an older version</source>
            <translation>una versión anterior</translation>
        </message>
        <message>
            <source>another program</source>
            <translation>otro programa</translation>
        </message>
        <message>
            <source>another program (process {process} on {host}, since {since})</source>
            <translation>otro programa (proceso {process} en {host}, desde {since})</translation>
        </message>
        <message>
            <source>another value</source>
            <translation>otro valor</translation>
        </message>
        <message>
            <source>applied</source>
            <translation>aplicado</translation>
        </message>
        <message>
            <source>being applied</source>
            <translation>aplicándose</translation>
        </message>
        <message>
            <source>binary, {}</source>
            <translation>binario, {}</translation>
        </message>
        <message>
            <source>busy</source>
            <translation>ocupado</translation>
        </message>
        <message>
            <source>cable</source>
            <translation>cable</translation>
        </message>
        <message>
            <source>changed</source>
            <translation>cambiado</translation>
        </message>
        <message>
            <source>changed: {}</source>
            <translation>cambiado: {}</translation>
        </message>
        <message>
            <source>conflict</source>
            <translation>conflicto</translation>
        </message>
        <message>
            <source>current</source>
            <translation>actual</translation>
        </message>
        <message>
            <source>deleted</source>
            <translation>borrado</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>vacío</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>fallido</translation>
        </message>
        <message>
            <source>finished</source>
            <translation>terminado</translation>
        </message>
        <message>
            <source>has another value in “{column}”</source>
            <translation>tiene otro valor en «{column}»</translation>
        </message>
        <message>
            <source>has new rows</source>
            <translation>tiene filas nuevas</translation>
        </message>
        <message>
            <source>ignored</source>
            <translation>ignorado</translation>
        </message>
        <message>
            <source>is not there</source>
            <translation>no existe</translation>
        </message>
        <message>
            <source>is there already</source>
            <translation>ya existe</translation>
        </message>
        <message>
            <source>it belongs to no layer of the project that can be edited</source>
            <translation>no pertenece a ninguna capa editable del proyecto</translation>
        </message>
        <message>
            <source>it has no field “{name}”</source>
            <translation>no tiene el campo «{name}»</translation>
        </message>
        <message>
            <source>it has no line with the names of its fields</source>
            <translation>no tiene una línea con los nombres de los campos</translation>
        </message>
        <message>
            <source>it has no tiles</source>
            <translation>no tiene teselas</translation>
        </message>
        <message>
            <source>it holds a geometry that cannot be read</source>
            <translation>contiene una geometría que no se puede leer</translation>
        </message>
        <message>
            <source>it holds a number that is too large</source>
            <translation>contiene un número demasiado grande</translation>
        </message>
        <message>
            <source>it is no GeoJSON feature collection</source>
            <translation>no es una colección de objetos GeoJSON</translation>
        </message>
        <message>
            <source>it is not CSV ({reason})</source>
            <translation>no es CSV ({reason})</translation>
        </message>
        <message>
            <source>it is not JSON</source>
            <translation>no es JSON</translation>
        </message>
        <message>
            <source>it is not in {encoding}</source>
            <translation>no está en {encoding}</translation>
        </message>
        <message>
            <source>it was stopped</source>
            <translation>se detuvo</translation>
        </message>
        <message>
            <source>its CRS</source>
            <translation>su SRC</translation>
        </message>
        <message>
            <source>its coordinates are in degrees, minutes and seconds</source>
            <translation>sus coordenadas están en grados, minutos y segundos</translation>
        </message>
        <message>
            <source>its fields are found by a rule that only QGIS follows</source>
            <translation>sus campos se hallan con una regla que solo QGIS sigue</translation>
        </message>
        <message>
            <source>its file is larger than {size} MB</source>
            <translation>su archivo supera {size} MB</translation>
        </message>
        <message>
            <source>its file is not in the project</source>
            <translation>su archivo no está en el proyecto</translation>
        </message>
        <message>
            <source>its geometries are of several kinds</source>
            <translation>sus geometrías son de varios tipos</translation>
        </message>
        <message>
            <source>its layer cannot be read</source>
            <translation>su capa no se puede leer</translation>
        </message>
        <message>
            <source>its rows can only be read by GDAL, which is not here: {command}</source>
            <translation>sus filas solo las puede leer GDAL, que no está aquí: {command}</translation>
        </message>
        <message>
            <source>its rows can only be read by QGIS, which is not here</source>
            <translation>sus filas solo las puede leer QGIS, que no está aquí</translation>
        </message>
        <message>
            <source>its rows could not be copied</source>
            <translation>no se pudieron copiar sus filas</translation>
        </message>
        <message>
            <source>its source does not answer</source>
            <translation>su origen no responde</translation>
        </message>
        <message>
            <source>its source leaves fields out</source>
            <translation>su origen omite campos</translation>
        </message>
        <message>
            <source>its source names only one of the fields for X and Y</source>
            <translation>su origen nombra solo uno de los campos para X e Y</translation>
        </message>
        <message>
            <source>its source names several delimiters or quotes</source>
            <translation>su origen nombra varios separadores o comillas</translation>
        </message>
        <message>
            <source>its tiles cannot be read</source>
            <translation>sus teselas no se pueden leer</translation>
        </message>
        <message>
            <source>just now</source>
            <translation>ahora mismo</translation>
        </message>
        <message>
            <source>kept: {kept} · replaced: {lost}</source>
            <translation>conservado: {kept} · reemplazado: {lost}</translation>
        </message>
        <message>
            <source>leave it undecided</source>
            <translation>dejarlo sin decidir</translation>
        </message>
        <message>
            <source>less than 0.1 s</source>
            <translation>menos de 0,1 s</translation>
        </message>
        <message>
            <source>logged in</source>
            <translation>sesión iniciada</translation>
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
            <translation>lo mío</translation>
        </message>
        <message>
            <source>mine stays</source>
            <translation>lo mío queda</translation>
        </message>
        <message>
            <source>mine: {mine} · theirs: {theirs}</source>
            <translation>mío: {mine} · otro: {theirs}</translation>
        </message>
        <message>
            <source>never</source>
            <translation>nunca</translation>
        </message>
        <message>
            <source>never by itself</source>
            <translation>nunca por sí solo</translation>
        </message>
        <message>
            <source>new</source>
            <translation>nuevo</translation>
        </message>
        <message>
            <source>no QGIS project yet</source>
            <translation>sin proyecto QGIS</translation>
        </message>
        <message>
            <source>no geometry</source>
            <translation>sin geometría</translation>
        </message>
        <message>
            <source>nobody here knows its encoding “{encoding}”</source>
            <translation>su codificación «{encoding}» se desconoce aquí</translation>
        </message>
        <message>
            <source>not applied</source>
            <translation>no aplicado</translation>
        </message>
        <message>
            <source>not decided</source>
            <translation>sin decidir</translation>
        </message>
        <message>
            <source>not packaged</source>
            <translation>sin empaquetar</translation>
        </message>
        <message>
            <source>not permitted</source>
            <translation>no permitido</translation>
        </message>
        <message>
            <source>not there</source>
            <translation>no está</translation>
        </message>
        <message>
            <source>on request</source>
            <translation>a petición</translation>
        </message>
        <message>
            <source>on the server only</source>
            <translation>solo en el servidor</translation>
        </message>
        <message>
            <source>only for {}</source>
            <translation>solo para {}</translation>
        </message>
        <message>
            <source>only where this expression is true</source>
            <translation>solo donde esta expresión es verdadera</translation>
        </message>
        <message>
            <source>open</source>
            <translation>abierto</translation>
        </message>
        <message>
            <source>or</source>
            <translation>o</translation>
        </message>
        <message>
            <source>package outdated</source>
            <translation>paquete anticuado</translation>
        </message>
        <message>
            <source>pixels</source>
            <translation>píxeles</translation>
        </message>
        <message>
            <source>public</source>
            <translation>público</translation>
        </message>
        <message>
            <source>refused</source>
            <translation>rechazado</translation>
        </message>
        <message>
            <source>repairable</source>
            <translation>reparable</translation>
        </message>
        <message>
            <source>row</source>
            <translation>fila</translation>
        </message>
        <message>
            <source>running</source>
            <translation>en marcha</translation>
        </message>
        <message>
            <source>s</source>
            <translation>s</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>detenido</translation>
        </message>
        <message>
            <source>the column “{column}”</source>
            <translation>la columna «{column}»</translation>
        </message>
        <message>
            <source>the first copy stays</source>
            <translation>queda la primera copia</translation>
        </message>
        <message>
            <source>the project has neither an area nor an extent</source>
            <translation>el proyecto no tiene ni zona ni extensión</translation>
        </message>
        <message>
            <source>the same primary key</source>
            <translation>la misma clave primaria</translation>
        </message>
        <message>
            <source>the second copy stays</source>
            <translation>queda la segunda copia</translation>
        </message>
        <message>
            <source>the start tag at byte {start} cannot be read</source>
            <translation>no se puede leer la etiqueta de inicio en el byte {start}</translation>
        </message>
        <message>
            <source>the table has no primary key of one column</source>
            <translation>la tabla no tiene una clave primaria de una sola columna</translation>
        </message>
        <message>
            <source>the values of “{field}” are not all there and different</source>
            <translation>los valores de «{field}» no están todos o se repiten</translation>
        </message>
        <message>
            <source>the version both sides had</source>
            <translation>la versión que ambos tenían</translation>
        </message>
        <message>
            <source>theirs</source>
            <translation>lo otro</translation>
        </message>
        <message>
            <source>theirs stays</source>
            <translation>lo otro queda</translation>
        </message>
        <message>
            <source>two of its fields have the same name, or one has none</source>
            <translation>dos de sus campos tienen el mismo nombre, o uno no tiene</translation>
        </message>
        <message>
            <source>unchanged</source>
            <translation>sin cambios</translation>
        </message>
        <message>
            <source>values</source>
            <translation>valores</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>en espera</translation>
        </message>
        <message>
            <source>was changed on both sides</source>
            <translation>se cambió en ambos lados</translation>
        </message>
        <message>
            <source>was deleted on the server</source>
            <translation>se borró en el servidor</translation>
        </message>
        <message>
            <source>will be deleted on the server</source>
            <translation>se borrará en el servidor</translation>
        </message>
        <message>
            <source>will be received</source>
            <translation>se recibirá</translation>
        </message>
        <message>
            <source>will be sent</source>
            <translation>se enviará</translation>
        </message>
        <message>
            <source>without a key</source>
            <translation>sin clave</translation>
        </message>
        <message>
            <source>{changes} in {time}: {states}</source>
            <translation>{changes} en {time}: {states}</translation>
        </message>
        <message>
            <source>{column} moved</source>
            <translation>{column} movido</translation>
        </message>
        <message>
            <source>{doing} – {place}</source>
            <translation>{doing} – {place}</translation>
        </message>
        <message>
            <source>{done} of {total} decided</source>
            <translation>Decididos: {done} de {total}</translation>
        </message>
        <message>
            <source>{done} “{table}” has no field for some of its values any more; they are kept with the change.</source>
            <translation>{done} «{table}» ya no tiene campo para algunos de sus valores; se conservan con el cambio.</translation>
        </message>
        <message numerus="yes">
            <source>{estimate}; %n layer(s) cannot be weighed beforehand</source>
            <translation>
                <numerusform>{estimate}; %n capa no se puede estimar de antemano</numerusform>
                <numerusform>{estimate}; %n capas no se pueden estimar de antemano</numerusform>
            </translation>
        </message>
        <message>
            <source>{estimate}; the base map is extra</source>
            <translation>{estimate}; el mapa base aparte</translation>
        </message>
        <message>
            <source>{files}, {size}</source>
            <translation>{files}, {size}</translation>
        </message>
        <message>
            <source>{file}: what others sent and you have not received yet</source>
            <translation>{file}: lo que otros enviaron y aún no ha recibido</translation>
        </message>
        <message>
            <source>{file}: your edits that are not on the server yet</source>
            <translation>{file}: sus cambios que aún no están en el servidor</translation>
        </message>
        <message>
            <source>{host} answered, but not as a QFieldCloud server does. Nothing was changed; check the server's address, and whether your network asks for a login page.</source>
            <translation>{host} respondió, pero no como un servidor QFieldCloud. No se cambió nada; compruebe la dirección del servidor y si su red pide una página de acceso.</translation>
        </message>
        <message>
            <source>{host} does not answer. {kept}; check the network and try again.</source>
            <translation>{host} no responde. {kept}; compruebe la red e inténtelo de nuevo.</translation>
        </message>
        <message>
            <source>{host} took too long to answer. {kept}; try again in a moment.</source>
            <translation>{host} tardó demasiado en responder. {kept}; inténtelo de nuevo en un momento.</translation>
        </message>
        <message>
            <source>{job}: {reason}</source>
            <translation>{job}: {reason}</translation>
        </message>
        <message>
            <source>{kind} files travel whole, and the server needs {program} to take edits from the field.</source>
            <translation>Los archivos {kind} viajan enteros, y el servidor necesita {program} para aceptar los cambios del campo.</translation>
        </message>
        <message>
            <source>{kind} files travel whole: what is edited here and in the field at the same time is a conflict.</source>
            <translation>Los archivos {kind} viajan enteros: lo que se edita aquí y en el campo a la vez es un conflicto.</translation>
        </message>
        <message numerus="yes">
            <source>{kind}, %Ln vertices</source>
            <translation>
                <numerusform>{kind}, %Ln vértice</numerusform>
                <numerusform>{kind}, %Ln vértices</numerusform>
            </translation>
        </message>
        <message>
            <source>{lock}: only where this expression is true</source>
            <translation>{lock}: solo donde esta expresión es verdadera</translation>
        </message>
        <message>
            <source>{message} The change is kept and can be applied again.</source>
            <translation>{message} El cambio se conserva y se puede aplicar de nuevo.</translation>
        </message>
        <message>
            <source>{message} The feature {key!r} has exactly the values the delta knew; it may be the one.</source>
            <translation>{message} El objeto {key!r} tiene justo los valores que el delta conocía; puede que sea ese.</translation>
        </message>
        <message>
            <source>{names} and {count} more</source>
            <translation>{names} y {count} más</translation>
        </message>
        <message>
            <source>{names}: the signs &lt; &gt; : " \ | ? * and names such as CON cannot be stored everywhere.</source>
            <translation>{names}: los signos &lt; &gt; : " \ | ? * y nombres como CON no se pueden guardar en todas partes.</translation>
        </message>
        <message>
            <source>{name} could not be read or written ({reason}).</source>
            <translation>No se pudo leer o escribir {name} ({reason}).</translation>
        </message>
        <message>
            <source>{name} could not be used ({text}). It was left as it was.</source>
            <translation>No se pudo usar {name} ({text}). Se dejó como estaba.</translation>
        </message>
        <message>
            <source>{name} has a format that cannot be read. It was left as it is.</source>
            <translation>{name} tiene un formato que no se puede leer. Se dejó como está.</translation>
        </message>
        <message>
            <source>{name} holds a value that is too large. It was left as it is.</source>
            <translation>{name} contiene un valor demasiado grande. Se dejó como está.</translation>
        </message>
        <message>
            <source>{name} holds text that is not Unicode ({error}). It was left as it is.</source>
            <translation>{name} contiene texto que no es Unicode ({error}). Se dejó como está.</translation>
        </message>
        <message>
            <source>{name} is being written by another program. Nothing was changed; try again.</source>
            <translation>Otro programa está escribiendo {name}. No se cambió nada; inténtelo de nuevo.</translation>
        </message>
        <message>
            <source>{name} is damaged ({error}). It was left as it is; restore an earlier version.</source>
            <translation>{name} está dañado ({error}). Se dejó como está; restaure una versión anterior.</translation>
        </message>
        <message>
            <source>{name} is damaged ({found}).</source>
            <translation>{name} está dañado ({found}).</translation>
        </message>
        <message>
            <source>{name} is damaged. It was left as it is; restore an earlier version.</source>
            <translation>{name} está dañado. Se dejó como está; restaure una versión anterior.</translation>
        </message>
        <message>
            <source>{name} is in use. Nothing was changed; try again.</source>
            <translation>{name} está en uso. No se cambió nada; inténtelo de nuevo.</translation>
        </message>
        <message>
            <source>{name} is not a GeoPackage. It was left as it is.</source>
            <translation>{name} no es un GeoPackage. Se dejó como está.</translation>
        </message>
        <message>
            <source>{name} is open in another program. It was left as it is; close it and try again.</source>
            <translation>{name} está abierto en otro programa. Se dejó como está; ciérrelo e inténtelo de nuevo.</translation>
        </message>
        <message>
            <source>{name} is protected against writing. Nothing was changed.</source>
            <translation>{name} está protegido contra escritura. No se cambió nada.</translation>
        </message>
        <message>
            <source>{name} or its folder cannot be opened. Nothing was changed.</source>
            <translation>No se puede abrir {name} o su carpeta. No se cambió nada.</translation>
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
            <translation>{role} Clic derecho en un miembro para cambiarlo.</translation>
        </message>
        <message>
            <source>{rows} and {files}</source>
            <translation>{rows} y {files}</translation>
        </message>
        <message>
            <source>{server} – with row history and safe merging</source>
            <translation>{server} – con historial de filas y fusión segura</translation>
        </message>
        <message>
            <source>{summary}, with the area of: {who}</source>
            <translation>{summary}, con la zona de: {who}</translation>
        </message>
        <message>
            <source>{table} {key}, {field}: here {here}, in the field {there}</source>
            <translation>{table} {key}, {field}: aquí {here}, en el campo {there}</translation>
        </message>
        <message>
            <source>{table} {key}: changed in the field, deleted here</source>
            <translation>{table} {key}: cambiado en el campo, borrado aquí</translation>
        </message>
        <message>
            <source>{table} {key}: deleted in the field, changed here</source>
            <translation>{table} {key}: borrado en el campo, cambiado aquí</translation>
        </message>
        <message>
            <source>{text} QGIS can write its rows into a GeoPackage.</source>
            <translation>{text} QGIS puede escribir sus filas en un GeoPackage.</translation>
        </message>
        <message>
            <source>{up} sent, {down} received. Everything is up to date.</source>
            <translation>Enviado: {up}. Recibido: {down}. Todo está al día.</translation>
        </message>
        <message>
            <source>{user} on {server}</source>
            <translation>{user} en {server}</translation>
        </message>
        <message>
            <source>{when} · took {duration}</source>
            <translation>{when} · tardó {duration}</translation>
        </message>
        <message>
            <source>{} free</source>
            <translation>{} libres</translation>
        </message>
        <message>
            <source>{} has a project of this name already.</source>
            <translation>{} ya tiene un proyecto con este nombre.</translation>
        </message>
        <message>
            <source>{} min</source>
            <translation>{} min</translation>
        </message>
        <message>
            <source>{} received. Everything is up to date.</source>
            <translation>Recibido: {}. Todo está al día.</translation>
        </message>
        <message>
            <source>{} s</source>
            <translation>{} s</translation>
        </message>
        <message>
            <source>{} sent. Everything is up to date.</source>
            <translation>Enviado: {}. Todo está al día.</translation>
        </message>
        <message>
            <source>“{field}” names files by absolute paths, such as {path}; they do not travel.</source>
            <translation>«{field}» nombra archivos con rutas absolutas, como {path}; no viajan.</translation>
        </message>
        <message>
            <source>“{field}” stores absolute paths; files would not be found anywhere else.</source>
            <translation>«{field}» guarda rutas absolutas; en otro lugar no se encontrarían los archivos.</translation>
        </message>
        <message>
            <source>“{file}” cannot be read: {reason}</source>
            <translation>No se puede leer «{file}»: {reason}</translation>
        </message>
        <message>
            <source>“{file}” is no {format} file</source>
            <translation>«{file}» no es un archivo {format}</translation>
        </message>
        <message>
            <source>“{file}” took GDAL too long</source>
            <translation>«{file}» ocupó a GDAL demasiado tiempo</translation>
        </message>
        <message>
            <source>“{folder}” holds edits from the field that are not home yet. Nothing was written; take them back first, or choose another folder.</source>
            <translation>«{folder}» contiene cambios del campo que aún no se han traído de vuelta. No se escribió nada; tráigalos primero, o elija otra carpeta.</translation>
        </message>
        <message>
            <source>“{folder}” is not a package made for a cable. Nothing was changed.</source>
            <translation>«{folder}» no es un paquete para cable. No se cambió nada.</translation>
        </message>
        <message>
            <source>“{folder}” is not empty. Nothing was written; choose another folder.</source>
            <translation>«{folder}» no está vacía. No se escribió nada; elija otra carpeta.</translation>
        </message>
        <message>
            <source>“{folder}” was not made from this project, or its memory is gone. Nothing was changed.</source>
            <translation>«{folder}» no se hizo con este proyecto o se perdió su registro. No se cambió nada.</translation>
        </message>
        <message>
            <source>“{host}” is not an address of a server.</source>
            <translation>«{host}» no es la dirección de un servidor.</translation>
        </message>
        <message>
            <source>“{layer}” could not be exported. Nothing was written.</source>
            <translation>No se pudo exportar «{layer}». No se escribió nada.</translation>
        </message>
        <message>
            <source>“{layer}” has no single primary key, so it is read-only in the field.</source>
            <translation>«{layer}» no tiene una clave primaria única, así que en el campo es de solo lectura.</translation>
        </message>
        <message>
            <source>“{layer}” is a temporary layer, whose rows are not in the project file: it is empty in the package. Save it as a GeoPackage in QGIS.</source>
            <translation>«{layer}» es una capa temporal, cuyas filas no están en el archivo del proyecto: en el paquete está vacía. Guárdela como GeoPackage en QGIS.</translation>
        </message>
        <message>
            <source>“{layer}” is not in a GeoPackage but in {where}, which cannot be written without QGIS. The change is kept and waits; convert the layer to a GeoPackage to have it applied.</source>
            <translation>«{layer}» no está en un GeoPackage sino en {where}, que no se puede escribir sin QGIS. El cambio se conserva y espera; convierta la capa a GeoPackage para que se aplique.</translation>
        </message>
        <message>
            <source>“{layer}” is packaged whole: the area could not be transformed to {crs}.</source>
            <translation>«{layer}» se empaquetó entera: no se pudo transformar la zona a {crs}.</translation>
        </message>
        <message>
            <source>“{layer}” is packaged with all its rows: its filter could not be used ({error}).</source>
            <translation>«{layer}» se empaquetó con todas sus filas: no se pudo usar su filtro ({error}).</translation>
        </message>
        <message>
            <source>“{layer}” is read-only in the field: from a folder, only edits of GeoPackages can be taken back.</source>
            <translation>«{layer}» es de solo lectura en el campo: de una carpeta solo se pueden traer de vuelta cambios de GeoPackages.</translation>
        </message>
        <message>
            <source>“{layer}” stays empty: it shows rows of “{other}”, which is not in the package.</source>
            <translation>«{layer}» queda vacía: muestra filas de «{other}», que no está en el paquete.</translation>
        </message>
        <message>
            <source>“{layer}” was left online: {reason}.</source>
            <translation>«{layer}» sigue en línea: {reason}.</translation>
        </message>
        <message>
            <source>“{layer}” was left out: {problem}</source>
            <translation>«{layer}» se dejó fuera: {problem}</translation>
        </message>
        <message>
            <source>“{layer}” was packaged read-only: {reason}.</source>
            <translation>«{layer}» se empaquetó como solo lectura: {reason}.</translation>
        </message>
        <message>
            <source>“{layer}”: QField cannot open ECW files.</source>
            <translation>«{layer}»: QField no puede abrir archivos ECW.</translation>
        </message>
        <message>
            <source>“{layer}”: {reason}</source>
            <translation>«{layer}»: {reason}</translation>
        </message>
        <message>
            <source>“{name}” answered to another login than ours. Nothing was sent; try again.</source>
            <translation>«{name}» respondió a otro inicio de sesión. No se envió nada; inténtelo de nuevo.</translation>
        </message>
        <message>
            <source>“{name}” arrived damaged and was thrown away. The file you have was left as it was; sync again.</source>
            <translation>«{name}» llegó dañado y se descartó. Su archivo quedó como estaba; sincronice de nuevo.</translation>
        </message>
        <message>
            <source>“{name}” cannot be a file name on this computer. It stays on the server.</source>
            <translation>«{name}» no puede ser un nombre de archivo en este ordenador. Se queda en el servidor.</translation>
        </message>
        <message>
            <source>“{name}” cannot be read ({reason}).</source>
            <translation>No se puede leer «{name}» ({reason}).</translation>
        </message>
        <message>
            <source>“{name}” cannot be written: it is open in another program or protected. It was left as it was; close it there and sync again.</source>
            <translation>No se puede escribir «{name}»: está abierto en otro programa o protegido. Se dejó como estaba; ciérrelo allí y sincronice de nuevo.</translation>
        </message>
        <message>
            <source>“{name}” could not be read or written ({reason}). It was left as it was.</source>
            <translation>No se pudo leer o escribir «{name}» ({reason}). Se dejó como estaba.</translation>
        </message>
        <message>
            <source>“{name}” has no file in the project.</source>
            <translation>«{name}» no tiene ningún archivo en el proyecto.</translation>
        </message>
        <message>
            <source>“{name}” has no table “{table}”.</source>
            <translation>«{name}» no tiene ninguna tabla «{table}».</translation>
        </message>
        <message>
            <source>“{name}” has not been synchronized yet, so it has no history here.</source>
            <translation>«{name}» aún no se ha sincronizado, así que aquí no tiene historial.</translation>
        </message>
        <message>
            <source>“{name}” has unsaved edits in QGIS, and rows of it would get other numbers. Save or discard the edits, then sync again.</source>
            <translation>«{name}» tiene cambios sin guardar en QGIS, y algunas de sus filas cambiarían de número. Guarde o descarte los cambios y sincronice de nuevo.</translation>
        </message>
        <message>
            <source>“{name}” holds values in columns that the changes remove, and the changes do not know of them. Nothing was changed.</source>
            <translation>«{name}» tiene valores en columnas que los cambios quitan sin conocerlos. No se cambió nada.</translation>
        </message>
        <message>
            <source>“{name}” in the zip is too large when unpacked.</source>
            <translation>«{name}» del zip es demasiado grande al descomprimirse.</translation>
        </message>
        <message>
            <source>“{name}” is gone from the folder. The server was left as it is; sync again.</source>
            <translation>«{name}» ya no está en la carpeta. El servidor se dejó como está; sincronice de nuevo.</translation>
        </message>
        <message>
            <source>“{name}” is larger than {mebibytes} MiB.</source>
            <translation>«{name}» ocupa más de {mebibytes} MiB.</translation>
        </message>
        <message>
            <source>“{name}” is no longer on the server. Nothing was undone.</source>
            <translation>«{name}» ya no está en el servidor. No se deshizo nada.</translation>
        </message>
        <message>
            <source>“{name}” is no longer on the server. Sync again.</source>
            <translation>«{name}» ya no está en el servidor. Sincronice de nuevo.</translation>
        </message>
        <message>
            <source>“{name}” is no table of a GeoPackage.</source>
            <translation>«{name}» no es una tabla de un GeoPackage.</translation>
        </message>
        <message>
            <source>“{name}” is not a GeoPackage. It was left as it is.</source>
            <translation>«{name}» no es un GeoPackage. Se dejó como está.</translation>
        </message>
        <message>
            <source>“{name}” is not a readable zip file: {error}.</source>
            <translation>«{name}» no es un archivo zip legible: {error}.</translation>
        </message>
        <message>
            <source>“{name}” is not defined as the second changeset expects.</source>
            <translation>«{name}» no está definido como espera el segundo conjunto de cambios.</translation>
        </message>
        <message>
            <source>“{name}” is not there.</source>
            <translation>«{name}» no está.</translation>
        </message>
        <message>
            <source>“{name}” is shared data that the device keeps.</source>
            <translation>«{name}» son datos compartidos que conserva el dispositivo.</translation>
        </message>
        <message>
            <source>“{name}” is to be removed, but holds rows the changes know nothing of. Nothing was changed.</source>
            <translation>«{name}» se va a quitar, pero contiene filas que los cambios no conocen. No se cambió nada.</translation>
        </message>
        <message>
            <source>“{name}” leads out of the project folder through a link. It was left alone.</source>
            <translation>«{name}» sale de la carpeta del proyecto por un enlace. No se tocó.</translation>
        </message>
        <message>
            <source>“{name}” lies outside of the project's folder; copy it in first.</source>
            <translation>«{name}» está fuera de la carpeta del proyecto; cópielo dentro primero.</translation>
        </message>
        <message>
            <source>“{name}” refused the login: {reason}. Nothing was changed; please try again.</source>
            <translation>«{name}» rechazó el inicio de sesión: {reason}. No se cambió nada; inténtelo de nuevo.</translation>
        </message>
        <message>
            <source>“{name}” was changed here during the sync. It was left as it is; sync again.</source>
            <translation>«{name}» cambió aquí durante la sincronización. Se dejó como está; sincronice de nuevo.</translation>
        </message>
        <message>
            <source>“{name}” was changed here too; what came back lies beside it as “{other}”.</source>
            <translation>«{name}» también cambió aquí; lo que volvió está al lado como «{other}».</translation>
        </message>
        <message>
            <source>“{name}” was changed since the repair, so taking it back would lose that. Nothing was done.</source>
            <translation>«{name}» cambió desde la reparación; deshacerla perdería eso. No se hizo nada.</translation>
        </message>
        <message>
            <source>“{name}” was just changed on the server, so it was not deleted. Sync again.</source>
            <translation>«{name}» se acaba de cambiar en el servidor, así que no se borró. Sincronice de nuevo.</translation>
        </message>
        <message>
            <source>“{name}” was just deleted on the server. Yours is untouched; sync again.</source>
            <translation>«{name}» se acaba de borrar en el servidor. El suyo está intacto; sincronice de nuevo.</translation>
        </message>
        <message>
            <source>“{name}” was made, but the server could not copy the files into it. {reason}</source>
            <translation>Se creó «{name}», pero el servidor no pudo copiar los archivos en él. {reason}</translation>
        </message>
        <message>
            <source>“{path}” does not exist on a phone, so photos and forms would not be found.</source>
            <translation>«{path}» no existe en un teléfono, así que no se encontrarían fotos ni formularios.</translation>
        </message>
        <message>
            <source>“{path}” is not there or is a folder; copy it by hand.</source>
            <translation>«{path}» no está o es una carpeta; cópielo a mano.</translation>
        </message>
        <message>
            <source>“{table}” has a spatial index on its present key; change the key in QGIS.</source>
            <translation>«{table}» tiene un índice espacial sobre su clave actual; cambie la clave en QGIS.</translation>
        </message>
        <message>
            <source>“{table}” has no field for some of this feature's values any more. Nothing of it was stored; the change is kept.</source>
            <translation>«{table}» ya no tiene campo para algunos valores de este objeto. No se guardó nada de él; el cambio se conserva.</translation>
        </message>
        <message>
            <source>“{table}” has no primary key of one column, so its features cannot be told apart.</source>
            <translation>«{table}» no tiene una clave primaria de una sola columna, así que sus objetos no se pueden distinguir.</translation>
        </message>
        <message>
            <source>“{table}” is damaged: rows are not where they belong. Nothing was changed; restore an earlier version.</source>
            <translation>«{table}» está dañada: hay filas fuera de su sitio. No se cambió nada; restaure una versión anterior.</translation>
        </message>
        <message>
            <source>“{table}”: {reason}</source>
            <translation>«{table}»: {reason}</translation>
        </message>
        <message>
            <source>“{who}” is not person:NAME or team:NAME.</source>
            <translation>«{who}» no es person:NOMBRE ni team:NOMBRE.</translation>
        </message>
        <message>
            <source>“{}” cannot be opened.</source>
            <translation>«{}» no se puede abrir.</translation>
        </message>
        <message>
            <source>“{}” is in the cloud now.</source>
            <translation>«{}» ya está en la nube.</translation>
        </message>
        <message>
            <source>“{}” is in the project already. It was not replaced.</source>
            <translation>«{}» ya está en el proyecto. No se reemplazó.</translation>
        </message>
        <message>
            <source>“{}” is no longer on the server.</source>
            <translation>«{}» ya no está en el servidor.</translation>
        </message>
        <message>
            <source>“{}” was downloaded.</source>
            <translation>Se descargó «{}».</translation>
        </message>
        <message>
            <source>“{}” was not taken: its rows cannot be told apart.</source>
            <translation>«{}» no se tomó: sus filas no se pueden distinguir.</translation>
        </message>
    </context>
</TS>
