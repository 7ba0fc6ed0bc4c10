<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
    <context>
        <name>QFieldCloudSync</name>
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
            <source>%n minute(s) ago</source>
            <translation>
                <numerusform>hace %n minuto</numerusform>
                <numerusform>hace %n minutos</numerusform>
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
            <source>A map theme</source>
            <translation>Un tema de mapa</translation>
        </message>
        <message>
            <source>A map to find the way, without a connection</source>
            <translation>Un mapa para orientarse, sin conexión</translation>
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
            <source>A token is kept in the system's keyring or in QGIS's encrypted database, never the password.</source>
            <translation>Se guarda un token en el llavero del sistema o en la base cifrada de QGIS, nunca la contraseña.</translation>
        </message>
        <message>
            <source>About {tiles} tiles, {size}</source>
            <translation>Unas {tiles} teselas, {size}</translation>
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
            <source>Add features</source>
            <translation>Añadir objetos</translation>
        </message>
        <message>
            <source>Add person</source>
            <translation>Añadir persona</translation>
        </message>
        <message>
            <source>Administrator</source>
            <translation>Administrador</translation>
        </message>
        <message>
            <source>Administrators can do everything, also delete the project.</source>
            <translation>Los administradores pueden hacerlo todo, también borrar el proyecto.</translation>
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
            <source>Another account…</source>
            <translation>Otra cuenta…</translation>
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
            <source>Apply changes</source>
            <translation>Aplicar cambios</translation>
        </message>
        <message>
            <source>Applying changes here</source>
            <translation>Aplicando los cambios aquí</translation>
        </message>
        <message>
            <source>Area</source>
            <translation>Zona</translation>
        </message>
        <message>
            <source>Areas</source>
            <translation>Zonas</translation>
        </message>
        <message>
            <source>As it is</source>
            <translation>Tal como está</translation>
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
            <translation>Cambiar función</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Cambiado</translation>
        </message>
        <message>
            <source>Changed here</source>
            <translation>Cambiado aquí</translation>
        </message>
        <message>
            <source>Changed here, deleted by somebody else.</source>
            <translation>Cambiado aquí, borrado por otra persona.</translation>
        </message>
        <message>
            <source>Changed on the server</source>
            <translation>Cambiado en el servidor</translation>
        </message>
        <message>
            <source>Changes applied</source>
            <translation>Cambios aplicados</translation>
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
            <source>Check for changes</source>
            <translation>Buscar cambios</translation>
        </message>
        <message>
            <source>Check project</source>
            <translation>Comprobar proyecto</translation>
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
            <source>Choose a folder outside of the project's own.</source>
            <translation>Elija una carpeta fuera de la del proyecto.</translation>
        </message>
        <message>
            <source>Choose a folder.</source>
            <translation>Elija una carpeta.</translation>
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
            <source>Copy attachments too</source>
            <translation>Copiar también los adjuntos</translation>
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
            <source>Create the project</source>
            <translation>Crear el proyecto</translation>
        </message>
        <message>
            <source>Current map view</source>
            <translation>Vista actual del mapa</translation>
        </message>
        <message>
            <source>Decide many</source>
            <translation>Decidir muchos</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Borrar</translation>
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
            <translation>Equipos</translation>
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
            <source>Download into</source>
            <translation>Descargar en</translation>
        </message>
        <message>
            <source>Download project</source>
            <translation>Descargar proyecto</translation>
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
            <source>Empty: date, time and position</source>
            <translation>Vacío: fecha, hora y posición</translation>
        </message>
        <message>
            <source>Entries shown of {}</source>
            <translation>Entradas mostradas de {}</translation>
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
            <source>Fetch history</source>
            <translation>Traer historial</translation>
        </message>
        <message>
            <source>Fetch organizations</source>
            <translation>Traer organizaciones</translation>
        </message>
        <message>
            <source>Fetch people</source>
            <translation>Traer personas</translation>
        </message>
        <message>
            <source>Fetch photos only when they are looked at</source>
            <translation>Traer las fotos solo cuando se miran</translation>
        </message>
        <message>
            <source>Fetch projects</source>
            <translation>Traer proyectos</translation>
        </message>
        <message>
            <source>Fetch storage</source>
            <translation>Consultar espacio</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Archivo</translation>
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
            <source>For a cable or a memory card. You bring the edits back yourself.</source>
            <translation>Para un cable o una tarjeta de memoria. Usted trae los cambios de vuelta.</translation>
        </message>
        <message>
            <source>For accounts without a password, and for tokens made on the server.</source>
            <translation>Para cuentas sin contraseña y para tokens creados en el servidor.</translation>
        </message>
        <message>
            <source>Forget this account and its token</source>
            <translation>Olvidar esta cuenta y su token</translation>
        </message>
        <message>
            <source>From zoom level</source>
            <translation>Desde el nivel de zoom</translation>
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
            <source>In the package</source>
            <translation>En el paquete</translation>
        </message>
        <message>
            <source>In the package: {}</source>
            <translation>En el paquete: {}</translation>
        </message>
        <message>
            <source>Into a folder</source>
            <translation>En una carpeta</translation>
        </message>
        <message>
            <source>It is removed from the server for everybody and cannot be brought back.</source>
            <translation>Se elimina del servidor para todos y no se puede recuperar.</translation>
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
            <source>Left out</source>
            <translation>Omitida</translation>
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
            <source>Log in</source>
            <translation>Entrar</translation>
        </message>
        <message>
            <source>Log in to QFieldCloud</source>
            <translation>Entrar en QFieldCloud</translation>
        </message>
        <message>
            <source>Log in to see your projects, send your edits and receive those from the field.</source>
            <translation>Entre para ver sus proyectos, enviar sus cambios y recibir los del campo.</translation>
        </message>
        <message>
            <source>Log in with</source>
            <translation>Entrar con</translation>
        </message>
        <message>
            <source>Log in…</source>
            <translation>Entrar…</translation>
        </message>
        <message>
            <source>Log of digitized points</source>
            <translation>Registro de puntos digitalizados</translation>
        </message>
        <message>
            <source>Log out</source>
            <translation>Salir</translation>
        </message>
        <message>
            <source>Logging in…</source>
            <translation>Entrando…</translation>
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
Findings are logged and returned as JSON; nothing is changed.</source>
            <translation>Busca lo que impediría llevar un proyecto a la nube o daría problemas en el campo.
Los hallazgos se registran y se devuelven en JSON; no se cambia nada.</translation>
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
            <source>Managers change settings and people, and everything editors can.</source>
            <translation>Los gestores cambian ajustes y personas, y todo lo que pueden los editores.</translation>
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
            <source>Moved</source>
            <translation>Movido</translation>
        </message>
        <message>
            <source>My projects</source>
            <translation>Mis proyectos</translation>
        </message>
        <message>
            <source>Names of photos and files</source>
            <translation>Nombres de fotos y archivos</translation>
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
            <source>No changes</source>
            <translation>Sin cambios</translation>
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
            <source>No server chosen</source>
            <translation>Ningún servidor elegido</translation>
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
            <source>Not in the cloud yet</source>
            <translation>Aún no está en la nube</translation>
        </message>
        <message>
            <source>Not logged in</source>
            <translation>Sin entrar</translation>
        </message>
        <message>
            <source>Not synced, because edits could not be saved. {}</source>
            <translation>No se sincronizó porque no se pudieron guardar cambios. {}</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>No se encontró nada</translation>
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
            <source>Only its members</source>
            <translation>Solo sus miembros</translation>
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
            <source>Open</source>
            <translation>Abrir</translation>
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
            <source>Open the table to see all.</source>
            <translation>Abra la tabla para verlas todas.</translation>
        </message>
        <message>
            <source>Open this project in QField to begin.</source>
            <translation>Abra este proyecto en QField para empezar.</translation>
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
            <source>Password</source>
            <translation>Contraseña</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personas</translation>
        </message>
        <message>
            <source>People without a role can then read and download it.</source>
            <translation>Las personas sin función pueden entonces leerlo y descargarlo.</translation>
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
            <source>Put this project into the cloud</source>
            <translation>Poner este proyecto en la nube</translation>
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
            <source>QGIS projects (*.qgs *.qgz)</source>
            <translation>Proyectos de QGIS (*.qgs *.qgz)</translation>
        </message>
        <message>
            <source>Read deltas</source>
            <translation>Leer deltas</translation>
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
            <source>Remove person</source>
            <translation>Quitar persona</translation>
        </message>
        <message>
            <source>Remove {}</source>
            <translation>Quitar {}</translation>
        </message>
        <message numerus="yes">
            <source>Repair %n finding(s)</source>
            <translation>
                <numerusform>Reparar %n hallazgo</numerusform>
                <numerusform>Reparar %n hallazgos</numerusform>
            </translation>
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
            <source>Replace what is in the folder</source>
            <translation>Reemplazar lo que hay en la carpeta</translation>
        </message>
        <message>
            <source>Reporter</source>
            <translation>Informador</translation>
        </message>
        <message>
            <source>Reporters add features, but do not change or delete those of others.</source>
            <translation>Los informadores añaden objetos, pero no cambian ni borran los de otros.</translation>
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
            <source>Result</source>
            <translation>Resultado</translation>
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
            <source>Sent by {}</source>
            <translation>Enviado por {}</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>Nube</translation>
        </message>
        <message>
            <source>Server (empty: the account that is logged in)</source>
            <translation>Servidor (vacío: la cuenta en uso)</translation>
        </message>
        <message>
            <source>Set many</source>
            <translation>Fijar muchas</translation>
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
            <source>Show what it changed</source>
            <translation>Mostrar lo que cambió</translation>
        </message>
        <message>
            <source>Size in bytes</source>
            <translation>Tamaño en bytes</translation>
        </message>
        <message>
            <source>Somebody else changed the same. Choose what stays.</source>
            <translation>Otra persona cambió lo mismo. Elija lo que queda.</translation>
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
            <translation>Seguir dentro en este ordenador</translation>
        </message>
        <message>
            <source>Stored as M value</source>
            <translation>Guardado como valor M</translation>
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
            <source>Take back instead of applying</source>
            <translation>Retirar en vez de aplicar</translation>
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
            <source>Take the photos along that are there already</source>
            <translation>Llevar las fotos que ya están</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>Destino</translation>
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
            <source>The algorithm was not prepared.</source>
            <translation>El algoritmo no se preparó.</translation>
        </message>
        <message>
            <source>The base map could not be drawn. {}</source>
            <translation>No se pudo dibujar el mapa base. {}</translation>
        </message>
        <message>
            <source>The base map has no layer to draw. Choose one on the page “Base map”.</source>
            <translation>El mapa base no tiene capa que dibujar. Elija una en la página «Mapa base».</translation>
        </message>
        <message>
            <source>The changes are being compared.</source>
            <translation>Se están comparando los cambios.</translation>
        </message>
        <message>
            <source>The changes could not be compared</source>
            <translation>No se pudieron comparar los cambios</translation>
        </message>
        <message>
            <source>The cloud project was deleted. Your local files are untouched.</source>
            <translation>Se borró el proyecto en la nube. Sus archivos locales están intactos.</translation>
        </message>
        <message>
            <source>The file travels the first time and is not overwritten afterwards.</source>
            <translation>El archivo viaja la primera vez y después no se sobrescribe.</translation>
        </message>
        <message>
            <source>The files stay where they are; a copy goes to the server and is kept in step.</source>
            <translation>Los archivos quedan donde están; una copia va al servidor y se mantiene al día.</translation>
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
            <source>The layer's features travel with the package and can be edited without a connection.</source>
            <translation>Los objetos de la capa viajan con el paquete y se editan sin conexión.</translation>
        </message>
        <message>
            <source>The layer's file travels unchanged.</source>
            <translation>El archivo de la capa viaja sin cambios.</translation>
        </message>
        <message>
            <source>The open project has unsaved changes. Save them first?</source>
            <translation>El proyecto abierto tiene cambios sin guardar. ¿Guardarlos primero?</translation>
        </message>
        <message>
            <source>The open project is not in the cloud.</source>
            <translation>El proyecto abierto no está en la nube.</translation>
        </message>
        <message>
            <source>The package</source>
            <translation>El paquete</translation>
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
            <source>The project is as it was then.</source>
            <translation>El proyecto está como estaba entonces.</translation>
        </message>
        <message>
            <source>The projects could not be fetched</source>
            <translation>No se pudieron traer los proyectos</translation>
        </message>
        <message>
            <source>The server applies the changes</source>
            <translation>El servidor aplica los cambios</translation>
        </message>
        <message>
            <source>The server could not make the package. {}</source>
            <translation>El servidor no pudo hacer el paquete. {}</translation>
        </message>
        <message>
            <source>The server did not take this change.</source>
            <translation>El servidor no aceptó este cambio.</translation>
        </message>
        <message>
            <source>The server has written no log yet.</source>
            <translation>El servidor aún no ha escrito ningún registro.</translation>
        </message>
        <message>
            <source>The server works here: it packages projects and applies changes.</source>
            <translation>Aquí trabaja el servidor: empaqueta proyectos y aplica cambios.</translation>
        </message>
        <message>
            <source>The whole file was changed on both sides.</source>
            <translation>El archivo entero se cambió en ambos lados.</translation>
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
            <translation>No hay ninguna cuenta. Entre con el complemento, elija una configuración de autenticación, o defina {url} y {token}.</translation>
        </message>
        <message>
            <source>There is no package.</source>
            <translation>No hay paquete.</translation>
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
            <source>This feature</source>
            <translation>Este objeto</translation>
        </message>
        <message>
            <source>This folder is not empty. Choose another one, or let it be replaced.</source>
            <translation>Esta carpeta no está vacía. Elija otra, o deje que se reemplace.</translation>
        </message>
        <message>
            <source>This is what devices will find.</source>
            <translation>Esto es lo que encontrarán los dispositivos.</translation>
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
            <source>This server cannot tell single rows; they are compared when you sync.</source>
            <translation>Este servidor no distingue filas; se comparan al sincronizar.</translation>
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
            <source>This will take long. Choose a smaller area or fewer zoom levels.</source>
            <translation>Tardará mucho. Elija una zona menor o menos niveles de zoom.</translation>
        </message>
        <message>
            <source>Through QFieldCloud</source>
            <translation>Por QFieldCloud</translation>
        </message>
        <message>
            <source>Tiles</source>
            <translation>Teselas</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Hora</translation>
        </message>
        <message>
            <source>To zoom level</source>
            <translation>Hasta el nivel de zoom</translation>
        </message>
        <message>
            <source>Token</source>
            <translation>Token</translation>
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
            <source>Up to date – check again</source>
            <translation>Al día – comprobar de nuevo</translation>
        </message>
        <message>
            <source>Upload files to a cloud project</source>
            <translation>Subir archivos a un proyecto de la nube</translation>
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
            <source>Values changed by both</source>
            <translation>Valores cambiados por ambos</translation>
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
            <source>Warnings</source>
            <translation>Avisos</translation>
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
            <source>Who sees it</source>
            <translation>Quién lo ve</translation>
        </message>
        <message>
            <source>Will it work in the field?</source>
            <translation>¿Funcionará en el campo?</translation>
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
            <source>Writes what QField needs of a project into a folder: the project, its offline layers and its files.
Layer actions are those that were set in the project. The project itself is not changed.</source>
            <translation>Escribe en una carpeta lo que QField necesita: el proyecto, sus capas sin conexión y sus archivos.
Las acciones de las capas son las fijadas en el proyecto. El proyecto mismo no se cambia.</translation>
        </message>
        <message>
            <source>You already have a project of this name.</source>
            <translation>Ya tiene un proyecto con este nombre.</translation>
        </message>
        <message>
            <source>You and somebody else changed the same</source>
            <translation>Usted y otra persona cambiaron lo mismo</translation>
        </message>
        <message>
            <source>You are not signed in. Your local changes are kept; please sign in.</source>
            <translation>No ha entrado. Sus cambios locales se conservan; entre, por favor.</translation>
        </message>
        <message>
            <source>Your role lets you look, but not change anything here.</source>
            <translation>Su función le deja mirar, pero no cambiar nada aquí.</translation>
        </message>
        <message>
            <source>always</source>
            <translation>siempre</translation>
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
            <translation>falló</translation>
        </message>
        <message>
            <source>finished</source>
            <translation>terminado</translation>
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
            <source>its source does not answer</source>
            <translation>su origen no responde</translation>
        </message>
        <message>
            <source>just now</source>
            <translation>ahora mismo</translation>
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
            <translation>en uso</translation>
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
            <source>no geometry</source>
            <translation>sin geometría</translation>
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
            <source>only where this expression is true</source>
            <translation>solo donde esta expresión es verdadera</translation>
        </message>
        <message>
            <source>open</source>
            <translation>abierto</translation>
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
            <source>the first copy stays</source>
            <translation>queda la primera copia</translation>
        </message>
        <message>
            <source>the second copy stays</source>
            <translation>queda la segunda copia</translation>
        </message>
        <message>
            <source>theirs stays</source>
            <translation>lo otro queda</translation>
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
            <source>{column} moved</source>
            <translation>{column} movido</translation>
        </message>
        <message>
            <source>{doing} – {place}</source>
            <translation>{doing} – {place}</translation>
        </message>
        <message>
            <source>{done} of {total} decided</source>
            <translation>{done} de {total} decididos</translation>
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
            <source>{job}: {reason}</source>
            <translation>{job}: {reason}</translation>
        </message>
        <message>
            <source>{kind}, {count} vertices</source>
            <translation>{kind}, {count} vértices</translation>
        </message>
        <message>
            <source>{offline} of {all} layers travel with the package</source>
            <translation>{offline} de {all} capas viajan con el paquete</translation>
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
            <translation>{server} – con historial de filas y fusión segura</translation>
        </message>
        <message>
            <source>{up} sent, {down} received. Everything is up to date.</source>
            <translation>{up} enviadas, {down} recibidas. Todo está al día.</translation>
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
            <source>{} min</source>
            <translation>{} min</translation>
        </message>
        <message>
            <source>{} received. Everything is up to date.</source>
            <translation>{} recibidas. Todo está al día.</translation>
        </message>
        <message>
            <source>{} s</source>
            <translation>{} s</translation>
        </message>
        <message>
            <source>{} sent. Everything is up to date.</source>
            <translation>{} enviadas. Todo está al día.</translation>
        </message>
        <message>
            <source>“{layer}” cannot be opened: {reason}</source>
            <translation>No se puede abrir «{layer}»: {reason}</translation>
        </message>
        <message>
            <source>“{layer}” could not be copied: {reason}</source>
            <translation>No se pudo copiar «{layer}»: {reason}</translation>
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
    </context>
</TS>
