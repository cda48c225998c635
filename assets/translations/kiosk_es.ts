<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES" sourcelanguage="it_IT">
<context>
    <name>Access</name>
    <message>
        <source>Testo grande</source>
        <translation>Letra grande</translation>
    </message>
    <message>
        <source>parole più grandi su ogni schermata</source>
        <translation>palabras más grandes en cada pantalla</translation>
    </message>
    <message>
        <source>Contrasto alto</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>nero su bianco, con bordi marcati</source>
        <translation>negro sobre blanco, con bordes marcados</translation>
    </message>
    <message>
        <source>Comandi in basso</source>
        <translation>Controles abajo</translation>
    </message>
    <message>
        <source>per chi sta seduto o è di bassa statura</source>
        <translation>para quien está sentado o es de baja estatura</translation>
    </message>
</context>
<context>
    <name>AccessScreen</name>
    <message>
        <source>Accessibilità</source>
        <translation>Accesibilidad</translation>
    </message>
    <message>
        <source>Scegli come vedere il terminale. Quando esci, torna com&apos;era.</source>
        <translation>Elija cómo ver el terminal. Cuando salga, vuelve a estar como antes.</translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message>
        <source>Questa attività non c&apos;è più</source>
        <translation>Esta actividad ya no está</translation>
    </message>
    <message>
        <source>Torna indietro e scegline un&apos;altra.</source>
        <translation>Vuelva atrás y elija otra.</translation>
    </message>
    <message>
        <source>Testo in italiano</source>
        <translation>Texto en italiano</translation>
    </message>
    <message>
        <source>Testo in questa lingua: %1</source>
        <translation>Texto en este idioma: %1</translation>
    </message>
    <message>
        <source>Annullato: questa volta non si fa.</source>
        <translation>Anulada: esta vez no se hace.</translation>
    </message>
    <message>
        <source>Spostato: era %1.</source>
        <translation>Cambiada: era %1.</translation>
    </message>
    <message>
        <source>È già finita.</source>
        <translation>Ya ha terminado.</translation>
    </message>
    <message>
        <source>Tessera letta: tocca Iscriviti e hai finito.</source>
        <translation>Tarjeta leída: toque Inscribirse y ya está.</translation>
    </message>
    <message>
        <source>Con la tessera, con il telefono o al banco: scegli nel passo dopo.</source>
        <translation>Con la tarjeta, con el teléfono o en portería: elija en el paso siguiente.</translation>
    </message>
</context>
<context>
    <name>ActivityScreen</name>
    <message>
        <source>Leggi il testo in questa lingua</source>
        <translation>Leer el texto en este idioma</translation>
    </message>
    <message>
        <source>Altre date</source>
        <translation>Otras fechas</translation>
    </message>
    <message>
        <source>Iscriviti</source>
        <translation>Inscribirse</translation>
    </message>
    <message>
        <source>Portalo con te</source>
        <translation>Llévelo consigo</translation>
    </message>
    <message>
        <source>sul telefono</source>
        <translation>en el teléfono</translation>
    </message>
</context>
<context>
    <name>Agenda</name>
    <message>
        <source>Più tardi</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>Adesso</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Tutti e sette i giorni</source>
        <translation>Los siete días</translation>
    </message>
    <message>
        <source>tutti</source>
        <translation>todo</translation>
    </message>
    <message>
        <source>Tutti gli spazi</source>
        <translation>Todos los espacios</translation>
    </message>
    <message>
        <source>La settimana qui</source>
        <translation>La semana aquí</translation>
    </message>
    <message>
        <source>Nessuna attività: cambia i filtri</source>
        <translation>Ninguna actividad: cambie los filtros</translation>
    </message>
    <message>
        <source>Con questi filtri non c&apos;è niente qui.</source>
        <translation>Con estos filtros no hay nada aquí.</translation>
    </message>
    <message>
        <source>Nei prossimi sette giorni non c&apos;è niente in programma.</source>
        <translation>En los próximos siete días no hay nada previsto.</translation>
    </message>
    <message>
        <source>Per oggi non c&apos;è altro.</source>
        <translation>Por hoy no hay nada más.</translation>
    </message>
    <message>
        <source>In questo giorno non c&apos;è niente in programma.</source>
        <translation>Este día no hay nada previsto.</translation>
    </message>
    <message>
        <source>Vai al giorno più vicino, oppure guarda gli altri spazi.</source>
        <translation>Vaya al día más cercano, o mire los otros espacios.</translation>
    </message>
    <message>
        <source>Togli i filtri, oppure guarda gli altri spazi.</source>
        <translation>Quite los filtros, o mire los otros espacios.</translation>
    </message>
    <message>
        <source>Guarda gli altri spazi, oppure chiedi al portiere.</source>
        <translation>Mire los otros espacios, o pregunte en portería.</translation>
    </message>
    <message>
        <source>Vai a %1</source>
        <translation>Ir a %1</translation>
    </message>
    <message>
        <source>Per più giorni</source>
        <translation>Varios días</translation>
    </message>
    <message>
        <source>oggi niente</source>
        <translation>hoy nada</translation>
    </message>
    <message>
        <source>L&apos;elenco degli spazi non è ancora arrivato: chiedi al portiere.</source>
        <translation>La lista de los espacios aún no ha llegado: pregunte en portería.</translation>
    </message>
    <message>
        <source>Dove</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Come si entra</source>
        <translation>Cómo se entra</translation>
    </message>
    <message>
        <source>Per chi</source>
        <translation>Para quién</translation>
    </message>
    <message>
        <source>Costo</source>
        <translation>Precio</translation>
    </message>
    <message>
        <source>da %1 a %2</source>
        <translation>del %1 al %2</translation>
    </message>
    <message>
        <source>gratuito</source>
        <translation>gratis</translation>
    </message>
    <message>
        <source>a pagamento</source>
        <translation>de pago</translation>
    </message>
    <message>
        <source>fino a
%1</source>
        <translation>hasta
%1</translation>
    </message>
    <message>
        <source>tutto il giorno</source>
        <translation>todo el día</translation>
    </message>
    <message>
        <source>Annullato</source>
        <translation>Anulada</translation>
    </message>
    <message>
        <source>Spostato: era %1</source>
        <translation>Cambiada: era %1</translation>
    </message>
    <message>
        <source>posti finiti</source>
        <translation>sin plazas</translation>
    </message>
    <message>
        <source>con iscrizione</source>
        <translation>con inscripción</translation>
    </message>
    <message>
        <source>ingresso libero</source>
        <translation>entrada libre</translation>
    </message>
    <message>
        <source>posti finiti: puoi metterti in lista d&apos;attesa</source>
        <translation>sin plazas: puede apuntarse en la lista de espera</translation>
    </message>
    <message>
        <source>conferma subito</source>
        <translation>se confirma al momento</translation>
    </message>
    <message>
        <source>conferma quando torna la rete</source>
        <translation>se confirma cuando vuelva la red</translation>
    </message>
    <message>
        <source>%1 con conferma subito, gli altri quando torna la rete</source>
        <translation>%1 con confirmación al momento, las demás cuando vuelva la red</translation>
    </message>
    <message>
        <source>Da %1 a %2</source>
        <translation>Del %1 al %2</translation>
    </message>
    <message>
        <source>Tutto il giorno</source>
        <translation>Todo el día</translation>
    </message>
    <message>
        <source>Dalle %1</source>
        <translation>Desde las %1</translation>
    </message>
    <message>
        <source>italiano</source>
        <translation>italiano</translation>
    </message>
    <message>
        <source>inglese</source>
        <translation>inglés</translation>
    </message>
    <message>
        <source>arabo</source>
        <translation>árabe</translation>
    </message>
    <message>
        <source>cinese</source>
        <translation>chino</translation>
    </message>
    <message>
        <source>spagnolo</source>
        <translation>español</translation>
    </message>
    <message>
        <source>filippino</source>
        <translation>filipino</translation>
    </message>
    <message>
        <source>rumeno</source>
        <translation>rumano</translation>
    </message>
    <message>
        <source>ucraino</source>
        <translation>ucraniano</translation>
    </message>
    <message>
        <source>singalese</source>
        <translation>cingalés</translation>
    </message>
    <message>
        <source>bengalese</source>
        <translation>bengalí</translation>
    </message>
    <message>
        <source>albanese</source>
        <translation>albanés</translation>
    </message>
    <message>
        <source>francese</source>
        <translation>francés</translation>
    </message>
    <message>
        <source>%1 e %2</source>
        <translation>%1 y %2</translation>
    </message>
    <message>
        <source>italiano; parliamo anche %1</source>
        <translation>italiano; también hablamos %1</translation>
    </message>
    <message>
        <source>non serve: vieni e basta</source>
        <translation>no hace falta: solo venga</translation>
    </message>
    <message>
        <source>Lingua</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Iscrizione</source>
        <translation>Inscripción</translation>
    </message>
    <message>
        <source>Posti</source>
        <translation>Plazas</translation>
    </message>
    <message>
        <source>Tutto il giorno e per più giorni</source>
        <translation>Todo el día y varios días</translation>
    </message>
</context>
<context>
    <name>AgendaScreen</name>
    <message>
        <source>Cambia i filtri</source>
        <translation>Cambiar filtros</translation>
    </message>
    <message>
        <source>Filtra</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>Scegli che cosa vedere: categoria, per chi, lingua, gratuite, con posti</source>
        <translation>Elija qué ver: categoría, para quién, idioma, gratis, con plazas</translation>
    </message>
    <message>
        <source>Togli i filtri</source>
        <translation>Quitar filtros</translation>
    </message>
    <message>
        <source>Gli altri spazi</source>
        <translation>Los otros espacios</translation>
    </message>
</context>
<context>
    <name>AnswerScreen</name>
    <message>
        <source>Annulla richiesta</source>
        <translation>Anular la solicitud</translation>
    </message>
    <message>
        <source>se non ti serve più</source>
        <translation>si ya no la necesita</translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>Richiesta chiusa.</source>
        <translation>Solicitud cerrada.</translation>
    </message>
    <message>
        <source>Richiesta annullata.</source>
        <translation>Solicitud anulada.</translation>
    </message>
    <message>
        <source>L&apos;hai già chiesto.</source>
        <translation>Ya lo ha pedido.</translation>
    </message>
    <message>
        <source>Richiesta salvata.</source>
        <translation>Solicitud guardada.</translation>
    </message>
    <message>
        <source>Non serve fare altro.</source>
        <translation>No hace falta nada más.</translation>
    </message>
    <message>
        <source>Il portiere ha risposto. Passa al banco.</source>
        <translation>El portero ha respondido. Pase por portería.</translation>
    </message>
    <message>
        <source>Chi segue le candidature la legge e ti fa sapere. Chiedi al portiere.</source>
        <translation>Quien lleva las candidaturas la lee y le avisa. Pregunte en portería.</translation>
    </message>
    <message>
        <source>Il portiere vi mette in contatto. Passa al banco.</source>
        <translation>El portero los pone en contacto. Pase por portería.</translation>
    </message>
    <message>
        <source>Il portiere la legge e ti risponde. Passa al banco.</source>
        <translation>El portero la lee y le responde. Pase por portería.</translation>
    </message>
</context>
<context>
    <name>AskScreen</name>
    <message>
        <source>Chi chiede?</source>
        <translation>¿Quién lo pide?</translation>
    </message>
    <message>
        <source>Questo qui non c&apos;è più.</source>
        <translation>Esto ya no está aquí.</translation>
    </message>
    <message>
        <source>Torna indietro e scegli altro, oppure chiedi al portiere.</source>
        <translation>Vuelva atrás y elija otra cosa, o pregunte en portería.</translation>
    </message>
    <message>
        <source>Invia</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Al banco</source>
        <translation>En portería</translation>
    </message>
    <message>
        <source>Chiedi al portiere.</source>
        <translation>Pregunte en portería.</translation>
    </message>
    <message>
        <source>Ti iscrive lui, basta il tuo nome.</source>
        <translation>Le inscribe el portero, basta su nombre.</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Cerco</source>
        <translation>Busco</translation>
    </message>
    <message>
        <source>Offro</source>
        <translation>Ofrezco</translation>
    </message>
    <message>
        <source>Avvisi</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>Offro e cerco</source>
        <translation>Ofrezco y busco</translation>
    </message>
    <message>
        <source>Lavoro e corsi</source>
        <translation>Trabajo y cursos</translation>
    </message>
    <message>
        <source>Prodotti</source>
        <translation>Productos</translation>
    </message>
    <message>
        <source>Urgente</source>
        <translation>Urgente</translation>
    </message>
    <message>
        <source>Adesso non ci sono avvisi.</source>
        <translation>Ahora no hay avisos.</translation>
    </message>
    <message>
        <source>Nessuno offre o cerca qualcosa, adesso.</source>
        <translation>Ahora nadie ofrece ni busca nada.</translation>
    </message>
    <message>
        <source>Adesso non ci sono posti aperti.</source>
        <translation>Ahora no hay puestos abiertos.</translation>
    </message>
    <message>
        <source>Adesso non ci sono prodotti.</source>
        <translation>Ahora no hay productos.</translation>
    </message>
    <message>
        <source>Vuoi affiggere qualcosa? Chiedi al portiere.</source>
        <translation>¿Quiere colgar algo? Pregunte en portería.</translation>
    </message>
    <message>
        <source>Comincia tu: scrivi un biglietto, il portiere vi mette in contatto.</source>
        <translation>Empiece usted: escriba una nota y el portero los pone en contacto.</translation>
    </message>
    <message>
        <source>Torna tra qualche giorno, o lascia detto al portiere che cosa sai fare.</source>
        <translation>Vuelva en unos días, o diga al portero qué sabe hacer.</translation>
    </message>
    <message>
        <source>Chiedi al portiere quando riapre la bottega.</source>
        <translation>Pregunte en portería cuándo reabre el taller.</translation>
    </message>
    <message>
        <source>Questo non c&apos;è più.</source>
        <translation>Esto ya no está.</translation>
    </message>
    <message>
        <source>È stato tolto dalla bacheca.</source>
        <translation>Se ha quitado del tablón.</translation>
    </message>
</context>
<context>
    <name>BoardItemScreen</name>
    <message>
        <source>Chiedi al portiere</source>
        <translation>Pregunte en portería</translation>
    </message>
    <message>
        <source>Sul biglietto non c&apos;è il nome: il portiere vi mette in contatto.</source>
        <translation>La nota no lleva nombre: el portero los pone en contacto.</translation>
    </message>
</context>
<context>
    <name>BoardScreen</name>
    <message>
        <source>Bacheca</source>
        <translation>Tablón</translation>
    </message>
    <message>
        <source>Offro qualcosa</source>
        <translation>Ofrezco algo</translation>
    </message>
    <message>
        <source>scrivi un biglietto</source>
        <translation>escriba una nota</translation>
    </message>
    <message>
        <source>Cerco qualcosa</source>
        <translation>Busco algo</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>Esci</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Finisci e cancella quello che hai scritto</source>
        <translation>Terminar y borrar lo que ha escrito</translation>
    </message>
    <message>
        <source>Cerca</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>un&apos;attività, un servizio, un posto</source>
        <translation>una actividad, un servicio, un lugar</translation>
    </message>
    <message>
        <source>Blocca</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Chiudi la portineria</source>
        <translation>Cerrar la portería</translation>
    </message>
    <message>
        <source>Mostra la tessera</source>
        <translation>Mostrar la tarjeta</translation>
    </message>
    <message>
        <source>Leggi un codice</source>
        <translation>Leer un código</translation>
    </message>
    <message>
        <source>Iscrivi una persona</source>
        <translation>Inscribir a alguien</translation>
    </message>
    <message>
        <source>Altro (%1)</source>
        <translation>Más (%1)</translation>
    </message>
    <message>
        <source>Altro</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Consegne da leggere: %1</source>
        <translation>Notas del relevo por leer: %1</translation>
    </message>
    <message>
        <source>Attesi oggi, richieste, pacchi, da avvisare, da inviare</source>
        <translation>Esperados hoy, solicitudes, paquetes, por avisar, por enviar</translation>
    </message>
    <message>
        <source>Accessibilità</source>
        <translation>Accesibilidad</translation>
    </message>
    <message>
        <source>Testo grande, contrasto alto, comandi in basso</source>
        <translation>Letra grande, alto contraste, controles abajo</translation>
    </message>
</context>
<context>
    <name>CameraPicture</name>
    <message>
        <source>Che cosa vede la telecamera</source>
        <translation>Lo que ve la cámara</translation>
    </message>
    <message>
        <source>La telecamera è ferma.</source>
        <translation>La cámara no funciona.</translation>
    </message>
    <message>
        <source>La telecamera si accende.</source>
        <translation>La cámara se está encendiendo.</translation>
    </message>
    <message>
        <source>Usa il lettore o scrivi il numero.</source>
        <translation>Use el lector o escriba el número.</translation>
    </message>
    <message>
        <source>Tieni il codice davanti alla telecamera, fermo, a un palmo.</source>
        <translation>Ponga el código ante la cámara, quieto, a un palmo.</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Richiesta</source>
        <translation>Solicitud</translation>
    </message>
</context>
<context>
    <name>CardPart</name>
    <message>
        <source>La tessera, da fotografare</source>
        <translation>La tarjeta, para fotografiarla</translation>
    </message>
    <message>
        <source>La pagina della persona, per il telefono</source>
        <translation>La página de la persona, para el teléfono</translation>
    </message>
    <message>
        <source>Tessera fatta da un telefono</source>
        <translation>Tarjeta hecha con un teléfono</translation>
    </message>
    <message>
        <source>Guarda una volta un documento: abita nelle case popolari del quartiere? Resta scritto solo che l&apos;hai visto.</source>
        <translation>Mire una vez un documento: ¿vive en las casas públicas del barrio? Solo queda escrito que lo ha visto.</translation>
    </message>
    <message>
        <source>Documento visto</source>
        <translation>Documento visto</translation>
    </message>
    <message>
        <source>Usata in due spazi insieme</source>
        <translation>Usada en dos espacios a la vez</translation>
    </message>
    <message>
        <source>Forse qualcuno ne ha una copia. Chiedi alla persona. Se la tessera non è più solo sua, fanne una nuova.</source>
        <translation>Quizá alguien tiene una copia. Pregunte a la persona. Si la tarjeta ya no es solo suya, haga otra.</translation>
    </message>
    <message>
        <source>Questa tessera è stata fatta altrove: qui non si può mostrare. Se è persa, fanne una nuova.</source>
        <translation>Esta tarjeta se hizo en otro sitio: aquí no se puede mostrar. Si se ha perdido, haga otra.</translation>
    </message>
    <message>
        <source>La persona fotografa il codice con il telefono: quella foto è la tessera. Vale subito, anche senza rete.</source>
        <translation>La persona fotografía el código con el teléfono: esa foto es la tarjeta. Vale enseguida, también sin red.</translation>
    </message>
    <message>
        <source>Il telefono apre la pagina della persona, con la tessera e le iscrizioni. C&apos;è da quando il terminale ha la rete.</source>
        <translation>El teléfono abre la página de la persona, con la tarjeta y las inscripciones. Está desde que el terminal tiene red.</translation>
    </message>
    <message>
        <source>La tessera</source>
        <translation>La tarjeta</translation>
    </message>
    <message>
        <source>La sua pagina</source>
        <translation>Su página</translation>
    </message>
    <message>
        <source>La tessera sta uscendo.</source>
        <translation>La tarjeta está saliendo.</translation>
    </message>
    <message>
        <source>Stampa la tessera</source>
        <translation>Imprimir la tarjeta</translation>
    </message>
    <message>
        <source>Iscrivi a un&apos;attività</source>
        <translation>Inscribir en una actividad</translation>
    </message>
    <message>
        <source>Tessera persa: fanne una nuova</source>
        <translation>Tarjeta perdida: hacer otra</translation>
    </message>
    <message>
        <source>Blocca la tessera</source>
        <translation>Bloquear la tarjeta</translation>
    </message>
</context>
<context>
    <name>CardScreen</name>
    <message>
        <source>Le tue iscrizioni</source>
        <translation>Sus inscripciones</translation>
    </message>
    <message>
        <source>Mostra la tessera</source>
        <translation>Mostrar la tarjeta</translation>
    </message>
    <message>
        <source>Avanti</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Tessera letta. Non hai iscrizioni.</source>
        <translation>Tarjeta leída. No tiene inscripciones.</translation>
    </message>
    <message>
        <source>Scegli un&apos;attività e tocca Iscriviti: con la tessera hai già finito.</source>
        <translation>Elija una actividad y toque Inscribirse: con la tarjeta ya está.</translation>
    </message>
    <message>
        <source>Che cosa c&apos;è oggi</source>
        <translation>Qué hay hoy</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Tessera bloccata: %1</source>
        <translation>Tarjeta bloqueada: %1</translation>
    </message>
    <message>
        <source>La tua tessera</source>
        <translation>Su tarjeta</translation>
    </message>
    <message>
        <source>Fatto: prendi la tessera dalla stampante.</source>
        <translation>Hecho: tome la tarjeta de la impresora.</translation>
    </message>
    <message>
        <source>La tessera è salva.</source>
        <translation>La tarjeta está guardada.</translation>
    </message>
    <message>
        <source>Questo terminale non può ancora fare tessere: serve la rete una volta.</source>
        <translation>Este terminal aún no puede hacer tarjetas: necesita la red una vez.</translation>
    </message>
    <message>
        <source>Questa tessera non è più attiva.</source>
        <translation>Esta tarjeta ya no está activa.</translation>
    </message>
    <message>
        <source>documento da vedere</source>
        <translation>documento por ver</translation>
    </message>
    <message>
        <source>usata in due spazi insieme</source>
        <translation>usada en dos espacios a la vez</translation>
    </message>
    <message>
        <source>da inviare</source>
        <translation>por enviar</translation>
    </message>
</context>
<context>
    <name>CardsScreen</name>
    <message>
        <source>Altro</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Tessere</source>
        <translation>Tarjetas</translation>
    </message>
    <message>
        <source>Indietro</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Trova una persona</source>
        <translation>Buscar a una persona</translation>
    </message>
    <message>
        <source>Nuova tessera</source>
        <translation>Nueva tarjeta</translation>
    </message>
    <message>
        <source>Scrivi il PIN per vedere i nomi</source>
        <translation>Escriba el PIN para ver los nombres</translation>
    </message>
    <message>
        <source>In questo spazio nessuno ha ancora una tessera.</source>
        <translation>En este espacio nadie tiene tarjeta todavía.</translation>
    </message>
    <message>
        <source>Apri</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Fare una nuova tessera?</source>
        <translation>¿Hacer una tarjeta nueva?</translation>
    </message>
    <message>
        <source>Bloccare la tessera?</source>
        <translation>¿Bloquear la tarjeta?</translation>
    </message>
    <message>
        <source>La tessera %1 non vale più da subito. Le iscrizioni restano, sulla nuova.</source>
        <translation>La tarjeta %1 deja de valer desde ahora. Las inscripciones pasan a la nueva.</translation>
    </message>
    <message>
        <source>La tessera %1 non vale più da subito, qui e negli altri spazi appena c&apos;è la rete.</source>
        <translation>La tarjeta %1 deja de valer desde ahora aquí, y en los otros espacios en cuanto haya red.</translation>
    </message>
    <message>
        <source>Sì, fanne una nuova</source>
        <translation>Sí, hacer otra</translation>
    </message>
    <message>
        <source>Sì, blocca</source>
        <translation>Sí, bloquear</translation>
    </message>
    <message>
        <source>No, lascia com&apos;è</source>
        <translation>No, dejar como está</translation>
    </message>
</context>
<context>
    <name>CheckIn</name>
    <message>
        <source>Questa iscrizione non è qui.</source>
        <translation>Esta inscripción no está aquí.</translation>
    </message>
    <message>
        <source>Cercala in ufficio, o iscrivi la persona.</source>
        <translation>Búsquela en la oficina o inscríbala.</translation>
    </message>
    <message>
        <source>Presenza già segnata.</source>
        <translation>La asistencia ya está marcada.</translation>
    </message>
    <message>
        <source>Tessera letta. Per quale attività di oggi?</source>
        <translation>Tarjeta leída. ¿Para qué actividad de hoy?</translation>
    </message>
    <message>
        <source>Iscrizione annullata.</source>
        <translation>Inscripción anulada.</translation>
    </message>
    <message>
        <source>Presenza segnata.</source>
        <translation>Asistencia marcada.</translation>
    </message>
</context>
<context>
    <name>CheckInScreen</name>
    <message>
        <source>Portineria</source>
        <translation>Portería</translation>
    </message>
    <message>
        <source>Leggi un codice</source>
        <translation>Leer un código</translation>
    </message>
    <message>
        <source>Avvicina al lettore l&apos;iscrizione o la tessera, o scrivi il numero della tessera</source>
        <translation>Acerque al lector la inscripción o la tarjeta, o escriba el número de la tarjeta</translation>
    </message>
    <message>
        <source>Avvicina il codice, o scrivi il numero della tessera</source>
        <translation>Acerque el código, o escriba el número de la tarjeta</translation>
    </message>
    <message>
        <source>Segna la presenza</source>
        <translation>Marcar la asistencia</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Persone</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Passaggi</source>
        <translation>Visitas</translation>
    </message>
    <message>
        <source>Arrivi con tessera o codice</source>
        <translation>Llegadas con tarjeta o código</translation>
    </message>
    <message>
        <source>Iscrizioni</source>
        <translation>Inscripciones</translation>
    </message>
    <message>
        <source>Pacchi presi in custodia</source>
        <translation>Paquetes recogidos</translation>
    </message>
    <message>
        <source>Pacchi consegnati</source>
        <translation>Paquetes entregados</translation>
    </message>
    <message>
        <source>Passaggi per motivo</source>
        <translation>Visitas por motivo</translation>
    </message>
    <message>
        <source>Persone per età</source>
        <translation>Personas por edad</translation>
    </message>
    <message>
        <source>non rilevata</source>
        <translation>no registrada</translation>
    </message>
    <message>
        <source>Attese e non arrivate: %1</source>
        <translation>Esperadas y no llegadas: %1</translation>
    </message>
    <message>
        <source>Richieste: %1</source>
        <translation>Solicitudes: %1</translation>
    </message>
    <message>
        <source>Da avvisare: %1</source>
        <translation>Por avisar: %1</translation>
    </message>
    <message>
        <source>Pacchi ancora qui: %1</source>
        <translation>Paquetes aún aquí: %1</translation>
    </message>
    <message>
        <source>Consegne da leggere: %1</source>
        <translation>Notas del relevo por leer: %1</translation>
    </message>
    <message>
        <source>Il riepilogo è stampato.</source>
        <translation>El resumen está impreso.</translation>
    </message>
    <message>
        <source>La chiusura è salva.</source>
        <translation>El cierre está guardado.</translation>
    </message>
    <message>
        <source>Chiusa alle %1. Poi è cambiato qualcosa: puoi chiuderla di nuovo.</source>
        <translation>Cerrada a las %1. Después algo ha cambiado: puede cerrarla de nuevo.</translation>
    </message>
    <message>
        <source>Giornata chiusa alle %1.</source>
        <translation>Jornada cerrada a las %1.</translation>
    </message>
</context>
<context>
    <name>ClosingScreen</name>
    <message>
        <source>Altro</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Chiusura della giornata</source>
        <translation>Cierre de la jornada</translation>
    </message>
    <message>
        <source>Stampa di nuovo</source>
        <translation>Imprimir de nuevo</translation>
    </message>
    <message>
        <source>Non c&apos;è niente in sospeso.</source>
        <translation>No queda nada pendiente.</translation>
    </message>
    <message>
        <source>Ancora in sospeso</source>
        <translation>Aún pendiente</translation>
    </message>
    <message>
        <source>Chiudi la giornata</source>
        <translation>Cerrar la jornada</translation>
    </message>
</context>
<context>
    <name>Codes</name>
    <message>
        <source>Questo è il codice di un pacco. Mostralo al portiere.</source>
        <translation>Este es el código de un paquete. Muéstrelo al portero.</translation>
    </message>
    <message>
        <source>Questa iscrizione non vale più. Chiedi al portiere.</source>
        <translation>Esta inscripción ya no vale. Pregunte en portería.</translation>
    </message>
    <message>
        <source>Badge non attivo. Chiedi a chi lo ha rilasciato.</source>
        <translation>Placa no activa. Pregunte a quien se la dio.</translation>
    </message>
    <message>
        <source>Tessera non attiva. Chiedi al portiere.</source>
        <translation>Tarjeta no activa. Pregunte en portería.</translation>
    </message>
    <message>
        <source>Il numero della tessera ha 12 cifre. Controlla e riscrivilo.</source>
        <translation>El número de la tarjeta tiene 12 cifras. Compruébelo y escríbalo de nuevo.</translation>
    </message>
    <message>
        <source>Una cifra non torna. Confronta il numero con la tessera e riscrivilo.</source>
        <translation>Una cifra no coincide. Compare el número con la tarjeta y escríbalo de nuevo.</translation>
    </message>
    <message>
        <source>Questo codice non serve qui. Mostra la tessera o scrivi il numero.</source>
        <translation>Este código no sirve aquí. Muestre la tarjeta o escriba el número.</translation>
    </message>
    <message>
        <source>Questo codice è più nuovo del terminale. Chiedi al portiere.</source>
        <translation>Este código es más nuevo que el terminal. Pregunte en portería.</translation>
    </message>
    <message>
        <source>Non leggo il codice. Tieni ferma la tessera o scrivi il numero.</source>
        <translation>No leo el código. Tenga quieta la tarjeta o escriba el número.</translation>
    </message>
</context>
<context>
    <name>ContactPart</name>
    <message>
        <source>Telefono</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>E-mail: ci arriva la risposta</source>
        <translation>Correo, para la respuesta</translation>
    </message>
    <message>
        <source>Telefono: lo vede solo chi lavora qui</source>
        <translation>Teléfono: solo lo ve quien trabaja aquí</translation>
    </message>
    <message>
        <source>Avanti</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Cancella</source>
        <translation>Borrar</translation>
    </message>
</context>
<context>
    <name>Context</name>
    <message>
        <source>Lo spazio di questo terminale è pieno: non ho salvato. Chiedi al portiere.</source>
        <translation>El espacio de este terminal está lleno: no he guardado. Pregunte en portería.</translation>
    </message>
    <message>
        <source>Non riesco a salvare. Chiedi al portiere.</source>
        <translation>No consigo guardar. Pregunte en portería.</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n attività</source>
        <translation>
            <numerusform>%n actividad</numerusform>
            <numerusform>%n actividades</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mostra %n attività</source>
        <translation>
            <numerusform>Ver %n actividad</numerusform>
            <numerusform>Ver %n actividades</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attività oggi</source>
        <translation>
            <numerusform>%n actividad hoy</numerusform>
            <numerusform>%n actividades hoy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n avvisi</source>
        <translation>
            <numerusform>%n aviso</numerusform>
            <numerusform>%n avisos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annunci</source>
        <translation>
            <numerusform>%n anuncio</numerusform>
            <numerusform>%n anuncios</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tessere</source>
        <translation>
            <numerusform>%n tarjeta</numerusform>
            <numerusform>%n tarjetas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n posti</source>
        <translation>
            <numerusform>%n plaza</numerusform>
            <numerusform>%n plazas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n persone</source>
        <translation>
            <numerusform>%n persona</numerusform>
            <numerusform>%n personas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n persone attese</source>
        <translation>
            <numerusform>%n persona esperada</numerusform>
            <numerusform>%n personas esperadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n persone iscritte</source>
        <translation>
            <numerusform>%n persona inscrita</numerusform>
            <numerusform>%n personas inscritas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n aperte</source>
        <translation>
            <numerusform>%n abierta</numerusform>
            <numerusform>%n abiertas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pacchi</source>
        <translation>
            <numerusform>%n paquete</numerusform>
            <numerusform>%n paquetes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Qui da %n giorni: avvisa chi lo aspetta.</source>
        <translation>
            <numerusform>Aquí desde hace %n día: avise a quien lo espera.</numerusform>
            <numerusform>Aquí desde hace %n días: avise a quien lo espera.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n da leggere</source>
        <translation>
            <numerusform>%n por leer</numerusform>
            <numerusform>%n por leer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passaggi</source>
        <translation>
            <numerusform>%n visita</numerusform>
            <numerusform>%n visitas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n registrazioni da inviare</source>
        <translation>
            <numerusform>%n registro por enviar</numerusform>
            <numerusform>%n registros por enviar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>PIN sbagliato. Puoi provare ancora %n volte.</source>
        <translation>
            <numerusform>PIN incorrecto. Puede probar %n vez más.</numerusform>
            <numerusform>PIN incorrecto. Puede probar %n veces más.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Il codice vale ancora %n minuti.</source>
        <translation>
            <numerusform>El código vale %n minuto más.</numerusform>
            <numerusform>El código vale %n minutos más.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>oggi</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>domani</source>
        <translation>mañana</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>da inviare</source>
        <translation>por enviar</translation>
    </message>
    <message>
        <source>inviato</source>
        <translation>enviado</translation>
    </message>
    <message>
        <source>Oggi: ancora nessuno</source>
        <translation>Hoy: todavía nadie</translation>
    </message>
    <message>
        <source>Oggi: %1, %2</source>
        <translation>Hoy: %1, %2</translation>
    </message>
    <message>
        <source>Tessera %1</source>
        <translation>Tarjeta %1</translation>
    </message>
    <message>
        <source>Senza tessera</source>
        <translation>Sin tarjeta</translation>
    </message>
</context>
<context>
    <name>DeskScreen</name>
    <message>
        <source>Quale altro motivo, per la stessa persona?</source>
        <translation>¿Qué otro motivo, para la misma persona?</translation>
    </message>
    <message>
        <source>Chi è passato? Un tocco registra una persona.</source>
        <translation>¿Quién ha pasado? Un toque registra a una persona.</translation>
    </message>
    <message>
        <source>Primi motivi</source>
        <translation>Primeros motivos</translation>
    </message>
    <message>
        <source>Altri motivi</source>
        <translation>Otros motivos</translation>
    </message>
    <message>
        <source>Registrato: %1</source>
        <translation>Registrado: %1</translation>
    </message>
    <message>
        <source>Tocca un motivo: il passaggio è registrato subito.</source>
        <translation>Toque un motivo: la visita se registra enseguida.</translation>
    </message>
    <message>
        <source>Dati</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Altri dati della persona</source>
        <translation>Otros datos de la persona</translation>
    </message>
    <message>
        <source>Motivo</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Aggiungi motivo</source>
        <translation>Añadir motivo</translation>
    </message>
    <message>
        <source>Annulla</source>
        <translation>Anular</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Oggi</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Quante persone?</source>
        <translation>¿Cuántas personas?</translation>
    </message>
    <message>
        <source>Età, se la sai</source>
        <translation>Edad, si la sabe</translation>
    </message>
</context>
<context>
    <name>Enrol</name>
    <message>
        <source>posti finiti</source>
        <translation>sin plazas</translation>
    </message>
    <message>
        <source>Per questa attività non si può più iscrivere nessuno.</source>
        <translation>En esta actividad ya no se puede inscribir a nadie.</translation>
    </message>
    <message>
        <source>È già in lista per questa attività.</source>
        <translation>Ya está en la lista de esta actividad.</translation>
    </message>
    <message>
        <source>Iscrizione fatta.</source>
        <translation>Inscripción hecha.</translation>
    </message>
    <message>
        <source>In lista d&apos;attesa.</source>
        <translation>En lista de espera.</translation>
    </message>
    <message>
        <source>Richiesta ricevuta: la conferma arriva con la rete.</source>
        <translation>Solicitud recibida: la confirmación llega con la red.</translation>
    </message>
    <message>
        <source>Alle %1 c&apos;è già %2 in: %3</source>
        <translation>A las %1 %2 ya está en: %3</translation>
    </message>
    <message>
        <source>Adesso non ci sono attività con iscrizione.</source>
        <translation>Ahora no hay actividades con inscripción.</translation>
    </message>
</context>
<context>
    <name>EnrolScreen</name>
    <message>
        <source>Telefono o e-mail</source>
        <translation>Teléfono o correo</translation>
    </message>
    <message>
        <source>Telefono o e-mail, se vuole</source>
        <translation>Teléfono o correo, si quiere</translation>
    </message>
    <message>
        <source>Indietro</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Portineria</source>
        <translation>Portería</translation>
    </message>
    <message>
        <source>Altra attività</source>
        <translation>Otra actividad</translation>
    </message>
    <message>
        <source>Iscrivi %1</source>
        <translation>Inscribir a %1</translation>
    </message>
    <message>
        <source>Iscrivi una persona</source>
        <translation>Inscribir a alguien</translation>
    </message>
    <message>
        <source>Con la tessera di</source>
        <translation>Con la tarjeta de</translation>
    </message>
    <message>
        <source>Nome e iniziale del cognome</source>
        <translation>Nombre e inicial del apellido</translation>
    </message>
    <message>
        <source>È alla stessa ora: forse è la stessa persona.</source>
        <translation>Es a la misma hora: quizá es la misma persona.</translation>
    </message>
    <message>
        <source>Iscrivi lo stesso</source>
        <translation>Inscribir igualmente</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Posti finiti. Vuoi la lista d&apos;attesa?</source>
        <translation>Plazas agotadas. ¿Quiere la lista de espera?</translation>
    </message>
    <message>
        <source>Sì, in lista</source>
        <translation>Sí, en la lista</translation>
    </message>
    <message>
        <source>No, grazie</source>
        <translation>No, gracias</translation>
    </message>
    <message>
        <source>Una persona in meno</source>
        <translation>Una persona menos</translation>
    </message>
    <message>
        <source>Una persona in più</source>
        <translation>Una persona más</translation>
    </message>
    <message>
        <source>Iscrivi</source>
        <translation>Inscribir</translation>
    </message>
    <message>
        <source>Cancella</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Spazio</source>
        <translation>Espacio</translation>
    </message>
</context>
<context>
    <name>Expected</name>
    <message>
        <source>Attese %1, arrivate %2</source>
        <translation>Esperadas %1, llegadas %2</translation>
    </message>
    <message>
        <source>posto da confermare</source>
        <translation>plaza por confirmar</translation>
    </message>
</context>
<context>
    <name>ExpectedScreen</name>
    <message>
        <source>Altro</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Attesi oggi</source>
        <translation>Esperados hoy</translation>
    </message>
    <message>
        <source>Per oggi nessuna iscrizione.</source>
        <translation>Para hoy no hay inscripciones.</translation>
    </message>
    <message>
        <source>Chi arriva senza iscrizione: leggi la tessera, poi scegli l&apos;attività.</source>
        <translation>Quien llega sin inscripción: lea la tarjeta y después elija la actividad.</translation>
    </message>
    <message>
        <source>Scrivi il PIN per vedere i nomi</source>
        <translation>Escriba el PIN para ver los nombres</translation>
    </message>
    <message>
        <source>È qui</source>
        <translation>Está aquí</translation>
    </message>
    <message>
        <source>è qui</source>
        <translation>está aquí</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>Laboratori</source>
        <translation>Talleres</translation>
    </message>
    <message>
        <source>Lingue</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Studio e corsi</source>
        <translation>Estudio y cursos</translation>
    </message>
    <message>
        <source>Salute e sport</source>
        <translation>Salud y deporte</translation>
    </message>
    <message>
        <source>Musica</source>
        <translation>Música</translation>
    </message>
    <message>
        <source>Cultura</source>
        <translation>Cultura</translation>
    </message>
    <message>
        <source>Giochi</source>
        <translation>Juegos</translation>
    </message>
    <message>
        <source>Verde e riuso</source>
        <translation>Plantas y reciclaje</translation>
    </message>
    <message>
        <source>Sportelli e aiuto</source>
        <translation>Consultas y ayuda</translation>
    </message>
    <message>
        <source>Lavoro</source>
        <translation>Trabajo</translation>
    </message>
    <message>
        <source>Cibo e cucina</source>
        <translation>Comida y cocina</translation>
    </message>
    <message>
        <source>Famiglie</source>
        <translation>Familias</translation>
    </message>
    <message>
        <source>Feste e vicinato</source>
        <translation>Fiestas y vecinos</translation>
    </message>
    <message>
        <source>Bambini</source>
        <translation>Niños</translation>
    </message>
    <message>
        <source>Ragazzi</source>
        <translation>Jóvenes</translation>
    </message>
    <message>
        <source>Adulti</source>
        <translation>Adultos</translation>
    </message>
    <message>
        <source>Anziani</source>
        <translation>Mayores</translation>
    </message>
    <message>
        <source>Donne</source>
        <translation>Mujeres</translation>
    </message>
    <message>
        <source>Gratuite</source>
        <translation>Gratis</translation>
    </message>
    <message>
        <source>Con posti liberi</source>
        <translation>Con plazas libres</translation>
    </message>
</context>
<context>
    <name>FiltersScreen</name>
    <message>
        <source>Che cosa vuoi vedere?</source>
        <translation>¿Qué quiere ver?</translation>
    </message>
    <message>
        <source>Solo</source>
        <translation>Solo</translation>
    </message>
    <message>
        <source>Categoria</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Per chi</source>
        <translation>Para quién</translation>
    </message>
    <message>
        <source>Lingua, oltre all&apos;italiano</source>
        <translation>Idioma, además del italiano</translation>
    </message>
    <message>
        <source>Togli i filtri</source>
        <translation>Quitar filtros</translation>
    </message>
</context>
<context>
    <name>FindPart</name>
    <message>
        <source>Nome, o numero della tessera</source>
        <translation>Nombre o número</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Scrivi il nome o il numero.</source>
        <translation>Escriba el nombre o el número.</translation>
    </message>
    <message>
        <source>Qui non trovo nessuno così.</source>
        <translation>Aquí no encuentro a nadie así.</translation>
    </message>
    <message>
        <source>Bastano le prime lettere del nome, o le ultime cifre della tessera.</source>
        <translation>Bastan las primeras letras o las últimas cifras.</translation>
    </message>
    <message>
        <source>Prova con meno lettere o con le ultime cifre. Forse la tessera è di un altro spazio.</source>
        <translation>Pruebe con menos letras o con las últimas cifras. Quizá la tarjeta es de otro espacio.</translation>
    </message>
    <message>
        <source>I primi %1 di %2: scrivi ancora una lettera.</source>
        <translation>Los primeros %1 de %2: escriba una letra más.</translation>
    </message>
</context>
<context>
    <name>Handover</name>
    <message>
        <source>a tutti gli spazi</source>
        <translation>a todos los espacios</translation>
    </message>
    <message>
        <source>da inviare</source>
        <translation>por enviar</translation>
    </message>
    <message>
        <source>Fatto %1</source>
        <translation>Hecho %1</translation>
    </message>
    <message>
        <source>Riapri</source>
        <translation>Reabrir</translation>
    </message>
    <message>
        <source>Fatto</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>La trovano anche gli altri spazi.</source>
        <translation>La ven también los otros espacios.</translation>
    </message>
    <message>
        <source>La trova chi apre la portineria dopo di te.</source>
        <translation>La ve quien abre la portería después de usted.</translation>
    </message>
</context>
<context>
    <name>HandoverScreen</name>
    <message>
        <source>Consegne</source>
        <translation>Relevo</translation>
    </message>
    <message>
        <source>Altro</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Scrivi una consegna</source>
        <translation>Escribir una nota</translation>
    </message>
    <message>
        <source>Anche agli altri spazi</source>
        <translation>A los otros espacios</translation>
    </message>
    <message>
        <source>Consegna salvata.</source>
        <translation>Nota guardada.</translation>
    </message>
    <message>
        <source>Segnata come fatta.</source>
        <translation>Marcada como hecha.</translation>
    </message>
    <message>
        <source>La consegna è ancora da fare</source>
        <translation>La nota sigue por hacer</translation>
    </message>
    <message>
        <source>Nessuna consegna.</source>
        <translation>Ninguna nota.</translation>
    </message>
    <message>
        <source>Qui lasci a chi viene dopo di te quello che deve sapere o fare.</source>
        <translation>Aquí deja a quien viene después lo que debe saber o hacer.</translation>
    </message>
    <message>
        <source>Lascia</source>
        <translation>Dejar</translation>
    </message>
    <message>
        <source>Per chi viene dopo. Senza nomi di chi abita qui</source>
        <translation>Para el turno siguiente. Sin nombres</translation>
    </message>
    <message>
        <source>Lascia la consegna</source>
        <translation>Dejar</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Portineria</source>
        <translation>Portería</translation>
    </message>
    <message>
        <source>Torna indietro</source>
        <translation>Volver atrás</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>Aperto fino alle %1</source>
        <translation>Abierto hasta las %1</translation>
    </message>
    <message>
        <source>Apre alle %1</source>
        <translation>Abre a las %1</translation>
    </message>
    <message>
        <source>Chiuso. Riapre %1 alle %2</source>
        <translation>Cerrado. Reabre %1 a las %2</translation>
    </message>
    <message>
        <source>Urgente: %1</source>
        <translation>Urgente: %1</translation>
    </message>
    <message>
        <source>in bacheca</source>
        <translation>en el tablón</translation>
    </message>
    <message>
        <source>Domani e la settimana</source>
        <translation>Mañana y la semana</translation>
    </message>
    <message>
        <source>Servizi</source>
        <translation>Servicios</translation>
    </message>
    <message>
        <source>che cosa si può chiedere qui</source>
        <translation>qué se puede pedir aquí</translation>
    </message>
    <message>
        <source>Bacheca</source>
        <translation>Tablón</translation>
    </message>
    <message>
        <source>Offro e cerco</source>
        <translation>Ofrezco y busco</translation>
    </message>
    <message>
        <source>Lavoro e corsi</source>
        <translation>Trabajo y cursos</translation>
    </message>
    <message>
        <source>Prodotti</source>
        <translation>Productos</translation>
    </message>
    <message>
        <source>Personale</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>portieri e operatori</source>
        <translation>porteros y operadores</translation>
    </message>
    <message>
        <source>ancora niente</source>
        <translation>todavía nada</translation>
    </message>
    <message>
        <source>Il programma non è ancora arrivato.</source>
        <translation>El programa aún no ha llegado.</translation>
    </message>
    <message>
        <source>Per oggi qui è tutto.</source>
        <translation>Por hoy aquí es todo.</translation>
    </message>
    <message>
        <source>Oggi qui non c&apos;è niente in programma.</source>
        <translation>Hoy aquí no hay nada previsto.</translation>
    </message>
    <message>
        <source>Adesso, dalle %1</source>
        <translation>Ahora, desde las %1</translation>
    </message>
    <message>
        <source>Adesso, fino alle %1</source>
        <translation>Ahora, hasta las %1</translation>
    </message>
    <message>
        <source>Fino a %1</source>
        <translation>Hasta el %1</translation>
    </message>
    <message>
        <source>Tutto il giorno</source>
        <translation>Todo el día</translation>
    </message>
    <message>
        <source>Prossima, alle %1</source>
        <translation>Próxima, a las %1</translation>
    </message>
    <message>
        <source>Anche adesso</source>
        <translation>También ahora</translation>
    </message>
    <message>
        <source>Più tardi</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>In programma</source>
        <translation>Previsto</translation>
    </message>
    <message>
        <source>Nei prossimi giorni</source>
        <translation>En los próximos días</translation>
    </message>
    <message>
        <source>Oggi qui</source>
        <translation>Hoy aquí</translation>
    </message>
    <message>
        <source>gratuito</source>
        <translation>gratis</translation>
    </message>
    <message>
        <source>Arriva da solo appena c&apos;è la rete. Intanto chiedi al portiere.</source>
        <translation>Llega por sí solo en cuanto haya red. Mientras tanto, pregunte en portería.</translation>
    </message>
    <message>
        <source>Ecco che cosa c&apos;è nei prossimi giorni.</source>
        <translation>Esto es lo que hay en los próximos días.</translation>
    </message>
    <message>
        <source>Guarda che cosa c&apos;è negli altri spazi, oppure chiedi al portiere.</source>
        <translation>Mire qué hay en los otros espacios, o pregunte en portería.</translation>
    </message>
    <message>
        <source>ancora niente in programma</source>
        <translation>todavía nada previsto</translation>
    </message>
    <message>
        <source>Gli altri spazi</source>
        <translation>Los otros espacios</translation>
    </message>
    <message>
        <source>Gli altri %1 spazi</source>
        <translation>Los otros %1 espacios</translation>
    </message>
    <message>
        <source>oggi niente</source>
        <translation>hoy nada</translation>
    </message>
    <message>
        <source>nessun avviso</source>
        <translation>ningún aviso</translation>
    </message>
</context>
<context>
    <name>IdleOverlay</name>
    <message>
        <source>Ti serve altro tempo?</source>
        <translation>¿Necesita más tiempo?</translation>
    </message>
    <message numerus="yes">
        <source>Tra %n secondi torno all&apos;inizio e cancello quello che hai scritto.</source>
        <translation>
            <numerusform>En %n segundo vuelvo al inicio y borro lo que ha escrito.</numerusform>
            <numerusform>En %n segundos vuelvo al inicio y borro lo que ha escrito.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sì, continuo</source>
        <translation>Sí, continuar</translation>
    </message>
    <message>
        <source>Esci</source>
        <translation>Salir</translation>
    </message>
</context>
<context>
    <name>Keep</name>
    <message>
        <source>Attacca il foglietto al pacco.</source>
        <translation>Pegue el papel en el paquete.</translation>
    </message>
    <message>
        <source>Scrivi il codice sul pacco a mano.</source>
        <translation>Escriba el código a mano en el paquete.</translation>
    </message>
</context>
<context>
    <name>KeepScreen</name>
    <message>
        <source>Pacchi</source>
        <translation>Paquetes</translation>
    </message>
    <message>
        <source>Tieni un pacco</source>
        <translation>Guardar un paquete</translation>
    </message>
    <message>
        <source>Per chi è? Scrivi il nome, o leggi la tessera</source>
        <translation>¿Para quién es? Escriba el nombre, o lea la tarjeta</translation>
    </message>
    <message>
        <source>Tieni: codice %1</source>
        <translation>Guardar: código %1</translation>
    </message>
    <message>
        <source>Pacco registrato: codice %1</source>
        <translation>Paquete registrado: código %1</translation>
    </message>
    <message>
        <source>Scrivi il codice sul pacco e dillo a chi lo aspetta: con il codice lo ritira.</source>
        <translation>Escriba el código en el paquete y dígalo a quien lo espera: con el código lo recoge.</translation>
    </message>
    <message>
        <source>Il foglietto sta uscendo.</source>
        <translation>El papel está saliendo.</translation>
    </message>
    <message>
        <source>Stampa il foglietto per il pacco</source>
        <translation>Imprimir el papel para el paquete</translation>
    </message>
    <message>
        <source>Un altro pacco</source>
        <translation>Otro paquete</translation>
    </message>
</context>
<context>
    <name>ListenButton</name>
    <message>
        <source>Ascolta</source>
        <translation>Escuchar</translation>
    </message>
    <message>
        <source>Ferma la voce</source>
        <translation>Parar la voz</translation>
    </message>
    <message>
        <source>Da capo</source>
        <translation>Desde el principio</translation>
    </message>
</context>
<context>
    <name>LogLine</name>
    <message>
        <source>Altri dati della persona</source>
        <translation>Otros datos de la persona</translation>
    </message>
    <message>
        <source>Annulla</source>
        <translation>Anular</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Ho capito</source>
        <translation>Entendido</translation>
    </message>
</context>
<context>
    <name>More</name>
    <message>
        <source>nessuno</source>
        <translation>nadie</translation>
    </message>
    <message>
        <source>nessuna aperta</source>
        <translation>ninguna abierta</translation>
    </message>
    <message>
        <source>Programma di oggi</source>
        <translation>Programa de hoy</translation>
    </message>
    <message>
        <source>Avvisi</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>Attesi oggi</source>
        <translation>Esperados hoy</translation>
    </message>
    <message>
        <source>Richieste</source>
        <translation>Solicitudes</translation>
    </message>
    <message>
        <source>Pacchi</source>
        <translation>Paquetes</translation>
    </message>
    <message>
        <source>Consegne</source>
        <translation>Relevo</translation>
    </message>
    <message>
        <source>Tessere</source>
        <translation>Tarjetas</translation>
    </message>
    <message>
        <source>Da avvisare</source>
        <translation>Por avisar</translation>
    </message>
    <message>
        <source>Chiusura</source>
        <translation>Cierre</translation>
    </message>
    <message>
        <source>Schermo</source>
        <translation>Pantalla</translation>
    </message>
    <message>
        <source>testo grande, contrasto</source>
        <translation>letra grande, contraste</translation>
    </message>
    <message>
        <source>Tutto inviato.</source>
        <translation>Todo enviado.</translation>
    </message>
    <message>
        <source>nessuna</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>niente in programma</source>
        <translation>nada previsto</translation>
    </message>
    <message>
        <source>nessuno in bacheca</source>
        <translation>ninguno en el tablón</translation>
    </message>
    <message>
        <source>niente da leggere</source>
        <translation>nada por leer</translation>
    </message>
    <message>
        <source>giornata aperta</source>
        <translation>jornada abierta</translation>
    </message>
    <message>
        <source>chiusa alle %1</source>
        <translation>cerrada a las %1</translation>
    </message>
</context>
<context>
    <name>MoreScreen</name>
    <message>
        <source>Portineria</source>
        <translation>Portería</translation>
    </message>
    <message>
        <source>Altro</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Registrazioni di questo terminale</source>
        <translation>Registros de este terminal</translation>
    </message>
    <message>
        <source>Sblocca il PIN di %1</source>
        <translation>Desbloquear el PIN de %1</translation>
    </message>
</context>
<context>
    <name>NewCard</name>
    <message>
        <source>Testo grande</source>
        <translation>Letra grande</translation>
    </message>
    <message>
        <source>Contrasto alto</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Comandi in basso</source>
        <translation>Controles abajo</translation>
    </message>
    <message>
        <source>Voce</source>
        <translation>Voz</translation>
    </message>
</context>
<context>
    <name>NewCardPart</name>
    <message>
        <source>Nome, e iniziale del cognome</source>
        <translation>Nombre, e inicial del apellido</translation>
    </message>
    <message>
        <source>Avanti</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>In che lingua legge meglio %1?</source>
        <translation>¿En qué idioma lee mejor %1?</translation>
    </message>
    <message>
        <source>Che cosa le serve sullo schermo?</source>
        <translation>¿Qué necesita en la pantalla?</translation>
    </message>
    <message>
        <source>E-mail: %1</source>
        <translation>Correo: %1</translation>
    </message>
    <message>
        <source>Telefono: %1</source>
        <translation>Teléfono: %1</translation>
    </message>
    <message>
        <source>Aggiungi telefono o e-mail, se vuole</source>
        <translation>Añadir teléfono o correo, si quiere</translation>
    </message>
    <message>
        <source>Fai la tessera</source>
        <translation>Hacer la tarjeta</translation>
    </message>
</context>
<context>
    <name>Night</name>
    <message>
        <source>Tocca per accendere</source>
        <translation>Toque para encender</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Si vede fino a: %1</source>
        <translation>Se ve hasta: %1</translation>
    </message>
    <message>
        <source>Urgente</source>
        <translation>Urgente</translation>
    </message>
    <message>
        <source>Affisso: si vede già in bacheca.</source>
        <translation>Colgado: ya se ve en el tablón.</translation>
    </message>
    <message>
        <source>Tolto: %1</source>
        <translation>Quitado: %1</translation>
    </message>
</context>
<context>
    <name>NoticeScreen</name>
    <message>
        <source>Altro</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Indietro</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Avvisi</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>Nuovo avviso</source>
        <translation>Nuevo aviso</translation>
    </message>
    <message>
        <source>Rimettilo</source>
        <translation>Ponerlo de nuevo</translation>
    </message>
    <message>
        <source>Scrivi un avviso</source>
        <translation>Escribir un aviso</translation>
    </message>
    <message>
        <source>In bacheca non c&apos;è nessun avviso di questo spazio.</source>
        <translation>En el tablón no hay avisos de este espacio.</translation>
    </message>
    <message>
        <source>Togli</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Titolo, in poche parole</source>
        <translation>Título, en pocas palabras</translation>
    </message>
    <message>
        <source>Che cosa devono sapere? Senza nomi</source>
        <translation>¿Qué deben saber? Sin nombres</translation>
    </message>
    <message>
        <source>Avanti</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Urgente: %1</source>
        <translation>Urgente: %1</translation>
    </message>
    <message>
        <source>Fino a quando si vede?</source>
        <translation>¿Hasta cuándo se ve?</translation>
    </message>
    <message>
        <source>Oggi</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Domani</source>
        <translation>Mañana</translation>
    </message>
    <message>
        <source>Una settimana</source>
        <translation>Una semana</translation>
    </message>
    <message>
        <source>Urgente</source>
        <translation>Urgente</translation>
    </message>
    <message>
        <source>Urgente: anche su Oggi qui</source>
        <translation>Urgente: también en Hoy aquí</translation>
    </message>
    <message>
        <source>Affiggi</source>
        <translation>Colgar</translation>
    </message>
</context>
<context>
    <name>NumberPad</name>
    <message>
        <source>Avvicina la tessera al lettore o scrivi il numero</source>
        <translation>Acerque la tarjeta al lector o escriba el número</translation>
    </message>
    <message>
        <source>Cancella</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Svuota</source>
        <translation>Vaciar</translation>
    </message>
</context>
<context>
    <name>NumberScreen</name>
    <message>
        <source>Iscriviti</source>
        <translation>Inscribirse</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>due</source>
        <translation>dos</translation>
    </message>
    <message>
        <source>tre</source>
        <translation>tres</translation>
    </message>
    <message>
        <source>quattro</source>
        <translation>cuatro</translation>
    </message>
    <message>
        <source>cinque</source>
        <translation>cinco</translation>
    </message>
    <message>
        <source>sei</source>
        <translation>seis</translation>
    </message>
    <message>
        <source>sette</source>
        <translation>siete</translation>
    </message>
    <message>
        <source>otto</source>
        <translation>ocho</translation>
    </message>
    <message>
        <source>nove</source>
        <translation>nueve</translation>
    </message>
    <message>
        <source>dieci</source>
        <translation>diez</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Sei già iscritto.</source>
        <translation>Usted ya está inscrito.</translation>
    </message>
    <message>
        <source>Il tuo posto c&apos;è.</source>
        <translation>Tiene su plaza.</translation>
    </message>
    <message>
        <source>Iscritto</source>
        <translation>Inscrito</translation>
    </message>
    <message>
        <source>Il posto è tuo.</source>
        <translation>La plaza es suya.</translation>
    </message>
    <message>
        <source>Sei già arrivato</source>
        <translation>Usted ya ha llegado</translation>
    </message>
    <message>
        <source>La presenza è segnata.</source>
        <translation>La asistencia está marcada.</translation>
    </message>
    <message>
        <source>Aspetto la conferma: di solito bastano pochi secondi.</source>
        <translation>Espero la confirmación: suele tardar pocos segundos.</translation>
    </message>
    <message>
        <source>Ti confermiamo quando torna la rete.</source>
        <translation>Le confirmamos cuando vuelva la red.</translation>
    </message>
    <message>
        <source>Richiesta ricevuta.</source>
        <translation>Solicitud recibida.</translation>
    </message>
    <message>
        <source>Se si libera un posto, lo sai qui con la tessera o dal portiere.</source>
        <translation>Si queda una plaza libre, lo sabrá aquí con la tarjeta o por el portero.</translation>
    </message>
    <message>
        <source>Sei in lista d&apos;attesa.</source>
        <translation>Está en lista de espera.</translation>
    </message>
    <message>
        <source>Non c&apos;era più posto. Chiedi al portiere se ci sono altre date.</source>
        <translation>Ya no quedaban plazas. Pregunte en portería si hay otras fechas.</translation>
    </message>
    <message>
        <source>Iscrizione non riuscita.</source>
        <translation>La inscripción no se ha podido hacer.</translation>
    </message>
    <message>
        <source>Iscrizione annullata.</source>
        <translation>Inscripción anulada.</translation>
    </message>
    <message>
        <source>Il posto non è più tuo.</source>
        <translation>La plaza ya no es suya.</translation>
    </message>
    <message>
        <source>iscritto</source>
        <translation>inscrito</translation>
    </message>
    <message>
        <source>presente</source>
        <translation>presente</translation>
    </message>
    <message>
        <source>da confermare</source>
        <translation>por confirmar</translation>
    </message>
    <message>
        <source>in lista d&apos;attesa</source>
        <translation>en lista de espera</translation>
    </message>
    <message>
        <source>non riuscita</source>
        <translation>no se pudo</translation>
    </message>
    <message>
        <source>annullata</source>
        <translation>anulada</translation>
    </message>
    <message>
        <source>Questa attività è annullata. Scegline un&apos;altra.</source>
        <translation>Esta actividad está anulada. Elija otra.</translation>
    </message>
    <message>
        <source>Questa attività è già finita. Scegline un&apos;altra.</source>
        <translation>Esta actividad ya ha terminado. Elija otra.</translation>
    </message>
    <message>
        <source>Per questa attività non serve iscriversi: vieni e basta.</source>
        <translation>Para esta actividad no hace falta inscribirse: solo venga.</translation>
    </message>
    <message>
        <source>Questa attività non c&apos;è più. Torna a Oggi qui e scegline un&apos;altra.</source>
        <translation>Esta actividad ya no está. Vuelva a Hoy aquí y elija otra.</translation>
    </message>
</context>
<context>
    <name>Pager</name>
    <message>
        <source>Su</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Giù</source>
        <translation>Bajar</translation>
    </message>
</context>
<context>
    <name>Parcels</name>
    <message>
        <source>Consegnato %1</source>
        <translation>Entregado %1</translation>
    </message>
    <message>
        <source>Arrivato %1</source>
        <translation>Llegado %1</translation>
    </message>
    <message>
        <source>da inviare</source>
        <translation>por enviar</translation>
    </message>
    <message>
        <source>Consegna</source>
        <translation>Entregar</translation>
    </message>
    <message>
        <source>Annulla</source>
        <translation>Anular</translation>
    </message>
</context>
<context>
    <name>ParcelsScreen</name>
    <message>
        <source>Altro</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Pacchi</source>
        <translation>Paquetes</translation>
    </message>
    <message>
        <source>Tieni un pacco</source>
        <translation>Guardar un paquete</translation>
    </message>
    <message>
        <source>Codice del pacco</source>
        <translation>Código del paquete</translation>
    </message>
    <message>
        <source>Togli</source>
        <translation>Supr</translation>
    </message>
    <message>
        <source>Consegnato: %1</source>
        <translation>Entregado: %1</translation>
    </message>
    <message>
        <source>Il pacco è ancora qui</source>
        <translation>El paquete sigue aquí</translation>
    </message>
    <message>
        <source>Nessun pacco da consegnare.</source>
        <translation>Ningún paquete por entregar.</translation>
    </message>
    <message>
        <source>Quando ne arriva uno, tocca Tieni un pacco: il terminale dà un codice da dire a chi lo ritira.</source>
        <translation>Cuando llegue uno, toque Guardar un paquete: el terminal da un código para quien lo recoge.</translation>
    </message>
    <message>
        <source>Qui non c&apos;è un pacco con questo codice.</source>
        <translation>Aquí no hay un paquete con este código.</translation>
    </message>
    <message>
        <source>Confronta il codice, o cerca il pacco per nome nell&apos;elenco.</source>
        <translation>Compare el código, o busque el paquete por nombre en la lista.</translation>
    </message>
    <message>
        <source>Scrivi il PIN per vedere i nomi</source>
        <translation>Escriba el PIN para ver los nombres</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>portineria</source>
        <translation>portería</translation>
    </message>
    <message>
        <source>operatori</source>
        <translation>operadores</translation>
    </message>
    <message>
        <source>Comune</source>
        <translation>Ayuntamiento</translation>
    </message>
    <message>
        <source>assistenza</source>
        <translation>asistencia</translation>
    </message>
</context>
<context>
    <name>PhoneScreen</name>
    <message>
        <source>Codice per il telefono</source>
        <translation>Código para el teléfono</translation>
    </message>
    <message>
        <source>Con il telefono</source>
        <translation>Con el teléfono</translation>
    </message>
    <message>
        <source>Inquadra il codice con la fotocamera, scrivi il tuo nome e conferma. Qui vedi quando è fatto.</source>
        <translation>Enfoque el código con la cámara, escriba su nombre y confirme. Aquí verá cuándo está hecho.</translation>
    </message>
</context>
<context>
    <name>Pill</name>
    <message>
        <source>L&apos;orologio è da verificare: guarda la data di ogni attività.</source>
        <translation>Hay que comprobar el reloj: mire la fecha de cada actividad.</translation>
    </message>
    <message>
        <source>Il programma non è ancora arrivato: chiedi al portiere.</source>
        <translation>El programa aún no ha llegado: pregunte en portería.</translation>
    </message>
    <message>
        <source>Programma di %1: chiedi conferma al portiere.</source>
        <translation>Programa del %1: confirme en portería.</translation>
    </message>
    <message>
        <source>Collegato · aggiornato alle %1</source>
        <translation>Conectado · actualizado a las %1</translation>
    </message>
    <message>
        <source>Senza rete: puoi usare il terminale. Programma delle %1.</source>
        <translation>Sin red: puede usar el terminal. Programa de las %1.</translation>
    </message>
    <message>
        <source>Senza rete: puoi usare il terminale. Programma di ieri, %1.</source>
        <translation>Sin red: puede usar el terminal. Programa de ayer, %1.</translation>
    </message>
    <message>
        <source>Tutto inviato</source>
        <translation>Todo enviado</translation>
    </message>
    <message>
        <source>ultimo invio %1</source>
        <translation>último envío %1</translation>
    </message>
</context>
<context>
    <name>Pin</name>
    <message>
        <source>Nessuno può ancora aprire la portineria da qui: chiama l&apos;ufficio.</source>
        <translation>Nadie puede abrir aún la portería desde aquí: llame a la oficina.</translation>
    </message>
    <message>
        <source>PIN bloccato dopo troppi errori. Lo sblocca un collega (Portineria, Altro) o l&apos;ufficio.</source>
        <translation>PIN bloqueado tras demasiados errores. Lo desbloquea un compañero (Portería, Más) o la oficina.</translation>
    </message>
    <message>
        <source>Questa persona non può aprire la portineria qui. Chiama l&apos;ufficio.</source>
        <translation>Esta persona no puede abrir la portería aquí. Llame a la oficina.</translation>
    </message>
    <message>
        <source>Non riesco a controllare il PIN. Chiama l&apos;ufficio.</source>
        <translation>No consigo comprobar el PIN. Llame a la oficina.</translation>
    </message>
</context>
<context>
    <name>PinScreen</name>
    <message>
        <source>Scrivi il PIN</source>
        <translation>Escriba el PIN</translation>
    </message>
    <message numerus="yes">
        <source>%n cifre scritte</source>
        <translation>
            <numerusform>%n cifra escrita</numerusform>
            <numerusform>%n cifras escritas</numerusform>
        </translation>
    </message>
    <message>
        <source>Controllo…</source>
        <translation>Comprobando…</translation>
    </message>
    <message>
        <source>Cancella</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Svuota</source>
        <translation>Vaciar</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>leggi ad alta voce</source>
        <translation>leer en voz alta</translation>
    </message>
    <message>
        <source>in inglese: in questa lingua non c&apos;è una voce</source>
        <translation>en inglés: en este idioma no hay voz</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Pacchi e posta</source>
        <translation>Paquetes y correo</translation>
    </message>
    <message>
        <source>Aiuto digitale, SPID</source>
        <translation>Ayuda digital, SPID</translation>
    </message>
    <message>
        <source>Informazioni</source>
        <translation>Información</translation>
    </message>
    <message>
        <source>Chiavi</source>
        <translation>Llaves</translation>
    </message>
    <message>
        <source>Piccole riparazioni</source>
        <translation>Pequeños arreglos</translation>
    </message>
    <message>
        <source>Ascolto</source>
        <translation>Escucha</translation>
    </message>
    <message>
        <source>Casa: pratiche e bandi</source>
        <translation>Casa: trámites</translation>
    </message>
    <message>
        <source>Salute, prenotazioni</source>
        <translation>Salud, citas</translation>
    </message>
    <message>
        <source>Altro motivo</source>
        <translation>Otro motivo</translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>Chi è?</source>
        <translation>¿Quién es?</translation>
    </message>
    <message>
        <source>Inquilino ERP</source>
        <translation>Inquilino ERP</translation>
    </message>
    <message>
        <source>Seguito dai servizi</source>
        <translation>Atendido por los servicios</translation>
    </message>
    <message>
        <source>Abita nel quartiere</source>
        <translation>Vive en el barrio</translation>
    </message>
    <message>
        <source>Altra persona</source>
        <translation>Otra persona</translation>
    </message>
    <message>
        <source>È la prima volta?</source>
        <translation>¿Es la primera vez?</translation>
    </message>
    <message>
        <source>Sì, è la prima</source>
        <translation>Sí, la primera</translation>
    </message>
    <message>
        <source>No, è già venuta</source>
        <translation>No, ya ha venido</translation>
    </message>
    <message>
        <source>Genere</source>
        <translation>Género</translation>
    </message>
    <message>
        <source>Donna</source>
        <translation>Mujer</translation>
    </message>
    <message>
        <source>Uomo</source>
        <translation>Hombre</translation>
    </message>
    <message>
        <source>Altro</source>
        <translation>Otro</translation>
    </message>
    <message>
        <source>In che lingua parla?</source>
        <translation>¿En qué idioma habla?</translation>
    </message>
    <message>
        <source>È servita una mediazione?</source>
        <translation>¿Hizo falta mediación?</translation>
    </message>
    <message>
        <source>Sì</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Com&apos;è finita?</source>
        <translation>¿Cómo ha acabado?</translation>
    </message>
    <message>
        <source>Risolto</source>
        <translation>Resuelto</translation>
    </message>
    <message>
        <source>Dato un appuntamento</source>
        <translation>Se ha dado una cita</translation>
    </message>
    <message>
        <source>Inviata altrove</source>
        <translation>Enviada a otro sitio</translation>
    </message>
    <message>
        <source>In sospeso</source>
        <translation>Pendiente</translation>
    </message>
    <message>
        <source>Non si può risolvere</source>
        <translation>No se puede resolver</translation>
    </message>
    <message>
        <source>A chi l&apos;hai inviata?</source>
        <translation>¿A quién la ha enviado?</translation>
    </message>
    <message>
        <source>WeMi</source>
        <translation>WeMi</translation>
    </message>
    <message>
        <source>Servizio sociale</source>
        <translation>Servicios sociales</translation>
    </message>
    <message>
        <source>Custode sociale</source>
        <translation>Custodio social</translation>
    </message>
    <message>
        <source>Gestore della casa</source>
        <translation>Gestor de la casa</translation>
    </message>
    <message>
        <source>CAF o patronato</source>
        <translation>CAF o patronato</translation>
    </message>
    <message>
        <source>ASST</source>
        <translation>ASST</translation>
    </message>
    <message>
        <source>Centro per l&apos;impiego</source>
        <translation>Oficina de empleo</translation>
    </message>
    <message>
        <source>Scuola</source>
        <translation>Escuela</translation>
    </message>
    <message>
        <source>Associazione</source>
        <translation>Asociación</translation>
    </message>
    <message>
        <source>Quanti minuti?</source>
        <translation>¿Cuántos minutos?</translation>
    </message>
    <message>
        <source>Come si è fatta viva?</source>
        <translation>¿Cómo ha contactado?</translation>
    </message>
    <message>
        <source>Di persona</source>
        <translation>En persona</translation>
    </message>
    <message>
        <source>Al telefono</source>
        <translation>Por teléfono</translation>
    </message>
    <message>
        <source>Dal totem</source>
        <translation>Desde el terminal</translation>
    </message>
    <message>
        <source>Domanda %1 di %2</source>
        <translation>Pregunta %1 de %2</translation>
    </message>
</context>
<context>
    <name>RecordScreen</name>
    <message>
        <source>Portineria</source>
        <translation>Portería</translation>
    </message>
    <message>
        <source>Questo passaggio non c&apos;è più.</source>
        <translation>Esta visita ya no está.</translation>
    </message>
    <message>
        <source>Registrato. Non c&apos;è altro da chiedere.</source>
        <translation>Registrado. No hay nada más que preguntar.</translation>
    </message>
    <message>
        <source>Domanda prima</source>
        <translation>Pregunta anterior</translation>
    </message>
    <message>
        <source>Salta</source>
        <translation>Saltar</translation>
    </message>
    <message>
        <source>Torna alla portineria</source>
        <translation>Volver a portería</translation>
    </message>
</context>
<context>
    <name>Recurrence</name>
    <message>
        <source>ogni giorno</source>
        <translation>cada día</translation>
    </message>
    <message>
        <source>ogni due settimane, %1</source>
        <translation>cada dos semanas, %1</translation>
    </message>
    <message>
        <source>ogni settimana, da %1 a %2</source>
        <translation>cada semana, de %1 a %2</translation>
    </message>
    <message>
        <source>ogni %1</source>
        <translation>cada %1</translation>
    </message>
    <message>
        <source>ogni mese, il giorno %1</source>
        <translation>cada mes, el día %1</translation>
    </message>
    <message>
        <source>il primo %1 del mese</source>
        <translation>el primer %1 del mes</translation>
    </message>
    <message>
        <source>il secondo %1 del mese</source>
        <translation>el segundo %1 del mes</translation>
    </message>
    <message>
        <source>il terzo %1 del mese</source>
        <translation>el tercer %1 del mes</translation>
    </message>
    <message>
        <source>il quarto %1 del mese</source>
        <translation>el cuarto %1 del mes</translation>
    </message>
    <message>
        <source>l&apos;ultimo %1 del mese</source>
        <translation>el último %1 del mes</translation>
    </message>
    <message>
        <source>la prima %1 del mese</source>
        <translation>el primer %1 del mes</translation>
    </message>
    <message>
        <source>la seconda %1 del mese</source>
        <translation>el segundo %1 del mes</translation>
    </message>
    <message>
        <source>la terza %1 del mese</source>
        <translation>el tercer %1 del mes</translation>
    </message>
    <message>
        <source>la quarta %1 del mese</source>
        <translation>el cuarto %1 del mes</translation>
    </message>
    <message>
        <source>l&apos;ultima %1 del mese</source>
        <translation>el último %1 del mes</translation>
    </message>
    <message>
        <source>fino al %1</source>
        <translation>hasta el %1</translation>
    </message>
    <message>
        <source>%1 e %2</source>
        <translation>%1 y %2</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>È alla stessa ora. Vuoi iscriverti lo stesso?</source>
        <translation>Es a la misma hora. ¿Quiere inscribirse igualmente?</translation>
    </message>
    <message>
        <source>Sì, iscrivimi</source>
        <translation>Sí, inscribirme</translation>
    </message>
    <message>
        <source>No, grazie</source>
        <translation>No, gracias</translation>
    </message>
    <message>
        <source>Posti finiti. Vuoi la lista d&apos;attesa?</source>
        <translation>Plazas agotadas. ¿Quiere la lista de espera?</translation>
    </message>
    <message>
        <source>Se si libera un posto, lo sai qui con la tessera o dal portiere.</source>
        <translation>Si queda una plaza libre, lo sabrá aquí con la tarjeta o por el portero.</translation>
    </message>
    <message>
        <source>Sì, in lista</source>
        <translation>Sí, en la lista</translation>
    </message>
</context>
<context>
    <name>Requests</name>
    <message>
        <source>ricevuta</source>
        <translation>recibida</translation>
    </message>
    <message>
        <source>in corso</source>
        <translation>en curso</translation>
    </message>
    <message>
        <source>pronta</source>
        <translation>lista</translation>
    </message>
    <message>
        <source>in lettura</source>
        <translation>en lectura</translation>
    </message>
    <message>
        <source>colloquio</source>
        <translation>entrevista</translation>
    </message>
    <message>
        <source>prova</source>
        <translation>prueba</translation>
    </message>
    <message>
        <source>Fatto</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Appuntamento preso</source>
        <translation>Cita concertada</translation>
    </message>
    <message>
        <source>Inviato a un altro servizio</source>
        <translation>Enviado a otro servicio</translation>
    </message>
    <message>
        <source>Non si può fare</source>
        <translation>No se puede hacer</translation>
    </message>
    <message>
        <source>Non serve più</source>
        <translation>Ya no hace falta</translation>
    </message>
    <message>
        <source>Consegnato</source>
        <translation>Entregado</translation>
    </message>
    <message>
        <source>Non disponibile</source>
        <translation>No disponible</translation>
    </message>
    <message>
        <source>Inserimento riuscito</source>
        <translation>Puesto conseguido</translation>
    </message>
    <message>
        <source>Posti finiti</source>
        <translation>Plazas agotadas</translation>
    </message>
    <message>
        <source>Non adatto</source>
        <translation>No adecuado</translation>
    </message>
    <message>
        <source>Messi in contatto</source>
        <translation>Puestos en contacto</translation>
    </message>
    <message>
        <source>da inviare</source>
        <translation>por enviar</translation>
    </message>
</context>
<context>
    <name>RequestsScreen</name>
    <message>
        <source>Portineria</source>
        <translation>Portería</translation>
    </message>
    <message>
        <source>Le richieste</source>
        <translation>Las solicitudes</translation>
    </message>
    <message>
        <source>Richieste aperte</source>
        <translation>Solicitudes abiertas</translation>
    </message>
    <message>
        <source>Richiesta chiusa.</source>
        <translation>Solicitud cerrada.</translation>
    </message>
    <message>
        <source>Nessuna richiesta aperta.</source>
        <translation>Ninguna solicitud abierta.</translation>
    </message>
    <message>
        <source>Quando qualcuno chiede un servizio al terminale, lo trovi qui.</source>
        <translation>Cuando alguien pide un servicio en el terminal, lo encuentra aquí.</translation>
    </message>
    <message>
        <source>Scrivi il PIN per vedere chi ha chiesto</source>
        <translation>Escriba el PIN para ver quién lo ha pedido</translation>
    </message>
    <message>
        <source>Com&apos;è finita?</source>
        <translation>¿Cómo ha acabado?</translation>
    </message>
    <message>
        <source>Chiudi la richiesta</source>
        <translation>Cerrar la solicitud</translation>
    </message>
</context>
<context>
    <name>Result</name>
    <message>
        <source>Questa iscrizione non è qui.</source>
        <translation>Esta inscripción no está aquí.</translation>
    </message>
    <message>
        <source>Il terminale non la conosce ancora. Chiedi al portiere.</source>
        <translation>El terminal no la conoce todavía. Pregunte en portería.</translation>
    </message>
    <message>
        <source>Mostra questo codice all&apos;ingresso.</source>
        <translation>Muestre este código a la entrada.</translation>
    </message>
    <message>
        <source>Fatto: prendi il foglietto.</source>
        <translation>Hecho: tome el papel.</translation>
    </message>
    <message>
        <source>La tua iscrizione è salva.</source>
        <translation>Su inscripción está guardada.</translation>
    </message>
</context>
<context>
    <name>ResultScreen</name>
    <message>
        <source>Fatto</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Il foglietto sta uscendo.</source>
        <translation>El papel está saliendo.</translation>
    </message>
    <message>
        <source>Stampa il foglietto</source>
        <translation>Imprimir el papel</translation>
    </message>
    <message>
        <source>Annulla iscrizione</source>
        <translation>Anular la inscripción</translation>
    </message>
    <message>
        <source>se non puoi venire</source>
        <translation>si no puede venir</translation>
    </message>
</context>
<context>
    <name>Saved</name>
    <message>
        <source>Fatto</source>
        <translation>Hecho</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Trovate nel testo, nel luogo o per chi</source>
        <translation>Encontradas en el texto, el lugar o para quién</translation>
    </message>
    <message>
        <source>Le prime %1: scrivi ancora una lettera</source>
        <translation>Las primeras %1: escriba una letra más</translation>
    </message>
    <message>
        <source>La ricerca è ferma.</source>
        <translation>La búsqueda no funciona.</translation>
    </message>
    <message>
        <source>Sto preparando la ricerca…</source>
        <translation>Preparando la búsqueda…</translation>
    </message>
    <message>
        <source>Non trovo «%1».</source>
        <translation>No encuentro «%1».</translation>
    </message>
    <message>
        <source>Guarda la settimana o gli altri spazi, oppure chiedi al portiere.</source>
        <translation>Mire la semana o los otros espacios, o pregunte en portería.</translation>
    </message>
    <message>
        <source>Ci vuole un momento: i risultati arrivano da soli.</source>
        <translation>Hace falta un momento: los resultados llegan solos.</translation>
    </message>
    <message>
        <source>Prova con una parola più corta, guarda gli altri spazi, oppure chiedi al portiere.</source>
        <translation>Pruebe con una palabra más corta, mire los otros espacios, o pregunte en portería.</translation>
    </message>
</context>
<context>
    <name>SearchPad</name>
    <message>
        <source>Cancella</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Spazio</source>
        <translation>Espacio</translation>
    </message>
</context>
<context>
    <name>SearchScreen</name>
    <message>
        <source>Che cosa cerchi?</source>
        <translation>¿Qué busca?</translation>
    </message>
    <message>
        <source>Svuota</source>
        <translation>Vaciar</translation>
    </message>
    <message>
        <source>Cancella tutto e ricomincia</source>
        <translation>Borrar todo y empezar de nuevo</translation>
    </message>
    <message>
        <source>Scrivi un&apos;attività, un luogo o per chi è. Oppure parti da qui:</source>
        <translation>Escriba una actividad, un lugar o para quién es. O empiece por aquí:</translation>
    </message>
    <message>
        <source>Scrivi un&apos;attività, un luogo o per chi è.</source>
        <translation>Escriba una actividad, un lugar o para quién es.</translation>
    </message>
    <message>
        <source>Gli altri spazi</source>
        <translation>Los otros espacios</translation>
    </message>
</context>
<context>
    <name>ServiceScreen</name>
    <message>
        <source>Codice per il telefono: %1</source>
        <translation>Código para el teléfono: %1</translation>
    </message>
    <message>
        <source>Inquadra il codice per avere l&apos;elenco sul telefono.</source>
        <translation>Enfoque el código para tener la lista en el teléfono.</translation>
    </message>
</context>
<context>
    <name>Services</name>
    <message>
        <source>Prodotti e servizi</source>
        <translation>Productos y servicios</translation>
    </message>
    <message>
        <source>Servizi</source>
        <translation>Servicios</translation>
    </message>
    <message>
        <source>Qui non ci sono ancora servizi.</source>
        <translation>Aquí no hay servicios todavía.</translation>
    </message>
    <message>
        <source>Prodotti</source>
        <translation>Productos</translation>
    </message>
    <message>
        <source>Quando</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Costo</source>
        <translation>Precio</translation>
    </message>
    <message>
        <source>Paga</source>
        <translation>Pago</translation>
    </message>
    <message>
        <source>Per chi</source>
        <translation>Para quién</translation>
    </message>
    <message>
        <source>Posti</source>
        <translation>Plazas</translation>
    </message>
    <message>
        <source>Fino a</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Contatto</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Questo qui non c&apos;è più.</source>
        <translation>Esto ya no está aquí.</translation>
    </message>
    <message>
        <source>Torna indietro e scegli altro, oppure chiedi al portiere.</source>
        <translation>Vuelva atrás y elija otra cosa, o pregunte en portería.</translation>
    </message>
    <message>
        <source>Testo in italiano.</source>
        <translation>Texto en italiano.</translation>
    </message>
    <message>
        <source>Candidati</source>
        <translation>Presentarse</translation>
    </message>
    <message>
        <source>Ordina</source>
        <translation>Encargar</translation>
    </message>
    <message>
        <source>Chiedi</source>
        <translation>Pedir</translation>
    </message>
    <message>
        <source>Non serve chiedere prima: vieni e basta.</source>
        <translation>No hace falta pedirlo antes: solo venga.</translation>
    </message>
    <message>
        <source>Tessera letta: tocca e hai finito.</source>
        <translation>Tarjeta leída: toque y ya está.</translation>
    </message>
    <message>
        <source>Con la tessera, oppure con il tuo nome. Il portiere ti risponde qui.</source>
        <translation>Con la tarjeta, o con su nombre. El portero le responde aquí.</translation>
    </message>
</context>
<context>
    <name>ServicesScreen</name>
    <message>
        <source>Hai bisogno di una mano? Chiedi al portiere, negli orari di apertura.</source>
        <translation>¿Necesita ayuda? Pregunte en portería, en el horario de apertura.</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Oggi qui</source>
        <translation>Hoy aquí</translation>
    </message>
    <message>
        <source>La settimana</source>
        <translation>La semana</translation>
    </message>
    <message>
        <source>Gli altri spazi</source>
        <translation>Los otros espacios</translation>
    </message>
    <message>
        <source>I servizi</source>
        <translation>Los servicios</translation>
    </message>
    <message>
        <source>La bacheca</source>
        <translation>El tablón</translation>
    </message>
    <message>
        <source>Tutti gli spazi</source>
        <translation>Todos los espacios</translation>
    </message>
    <message>
        <source>Cerca</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>L&apos;attività</source>
        <translation>La actividad</translation>
    </message>
    <message>
        <source>Iscriviti</source>
        <translation>Inscribirse</translation>
    </message>
    <message>
        <source>La tua tessera</source>
        <translation>Su tarjeta</translation>
    </message>
    <message>
        <source>Portineria</source>
        <translation>Portería</translation>
    </message>
    <message>
        <source>Altro</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Personale</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Indietro</source>
        <translation>Atrás</translation>
    </message>
</context>
<context>
    <name>SignUp</name>
    <message>
        <source>Posti finiti. Con la tessera puoi metterti in lista d&apos;attesa.</source>
        <translation>Plazas agotadas. Con la tarjeta puede apuntarse en la lista de espera.</translation>
    </message>
    <message>
        <source>Alle %1 sei già iscritto a: %2</source>
        <translation>A las %1 ya está inscrito en: %2</translation>
    </message>
    <message>
        <source>Questo codice è scaduto. Torna indietro e scegli di nuovo il telefono.</source>
        <translation>Este código ha caducado. Vuelva atrás y elija de nuevo el teléfono.</translation>
    </message>
    <message>
        <source>Intanto il posto resta tuo.</source>
        <translation>Mientras tanto la plaza sigue siendo suya.</translation>
    </message>
    <message>
        <source>Il posto è tuo quando il telefono lo conferma.</source>
        <translation>La plaza es suya cuando el teléfono lo confirma.</translation>
    </message>
    <message>
        <source>Oggi, %1: %2</source>
        <translation>Hoy, %1: %2</translation>
    </message>
</context>
<context>
    <name>SignUpScreen</name>
    <message>
        <source>Iscriviti</source>
        <translation>Inscribirse</translation>
    </message>
    <message>
        <source>Per quante persone della tua casa?</source>
        <translation>¿Para cuántas personas de su casa?</translation>
    </message>
    <message>
        <source>Una persona in meno</source>
        <translation>Una persona menos</translation>
    </message>
    <message>
        <source>Una persona in più</source>
        <translation>Una persona más</translation>
    </message>
    <message>
        <source>Come vuoi iscriverti?</source>
        <translation>¿Cómo quiere inscribirse?</translation>
    </message>
    <message>
        <source>Con la tessera</source>
        <translation>Con la tarjeta</translation>
    </message>
    <message>
        <source>avvicinala adesso al lettore, o scrivi il numero</source>
        <translation>acérquela ahora al lector, o escriba el número</translation>
    </message>
    <message>
        <source>Con il telefono</source>
        <translation>Con el teléfono</translation>
    </message>
    <message>
        <source>anche se non hai la tessera</source>
        <translation>aunque no tenga tarjeta</translation>
    </message>
    <message>
        <source>Al banco</source>
        <translation>En portería</translation>
    </message>
    <message>
        <source>ti iscrive il portiere</source>
        <translation>le inscribe el portero</translation>
    </message>
</context>
<context>
    <name>Slips</name>
    <message>
        <source>La stampante ha finito la carta. %1</source>
        <translation>La impresora no tiene papel. %1</translation>
    </message>
    <message>
        <source>La stampante è ferma. %1</source>
        <translation>La impresora no funciona. %1</translation>
    </message>
</context>
<context>
    <name>Spaces</name>
    <message>
        <source>a %1 km</source>
        <translation>a %1 km</translation>
    </message>
    <message>
        <source>Sei qui</source>
        <translation>Está aquí</translation>
    </message>
    <message>
        <source>Duomo</source>
        <translation>Duomo</translation>
    </message>
</context>
<context>
    <name>SpacesMap</name>
    <message>
        <source>Dove sono gli spazi: i numeri sono quelli dell&apos;elenco</source>
        <translation>Dónde están los espacios: los números son los de la lista</translation>
    </message>
</context>
<context>
    <name>SpacesScreen</name>
    <message>
        <source>Gli altri spazi</source>
        <translation>Los otros espacios</translation>
    </message>
    <message>
        <source>Tutti insieme</source>
        <translation>Todos juntos</translation>
    </message>
    <message>
        <source>Che cosa c&apos;è in tutti gli spazi, giorno per giorno</source>
        <translation>Qué hay en todos los espacios, día a día</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>alle %1</source>
        <translation>a las %1</translation>
    </message>
    <message>
        <source>dalle %1 alle %2</source>
        <translation>de las %1 a las %2</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>a whole hour</comment>
        <translation>%1</translation>
    </message>
    <message>
        <source>%1 e %2</source>
        <comment>hour and minutes</comment>
        <translation>%1 y %2</translation>
    </message>
    <message>
        <source>un indirizzo web</source>
        <translation>una dirección web</translation>
    </message>
</context>
<context>
    <name>StaffScreen</name>
    <message>
        <source>Personale</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Avvicina il badge al lettore, oppure tocca le tue iniziali.</source>
        <translation>Acerque la placa al lector, o toque sus iniciales.</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>aperta con il PIN</source>
        <translation>abierta con el PIN</translation>
    </message>
    <message>
        <source>aperta con il badge</source>
        <translation>abierta con la placa</translation>
    </message>
</context>
<context>
    <name>Takeaway</name>
    <message>
        <source>Fatto: prendi il foglietto dalla stampante.</source>
        <translation>Hecho: tome el papel de la impresora.</translation>
    </message>
    <message>
        <source>La tua iscrizione è salva.</source>
        <translation>Su inscripción está guardada.</translation>
    </message>
    <message>
        <source>Usa il codice, o chiedi al portiere.</source>
        <translation>Use el código, o pregunte en portería.</translation>
    </message>
    <message>
        <source>Per partecipare ci si iscrive.</source>
        <translation>Para participar hay que inscribirse.</translation>
    </message>
</context>
<context>
    <name>TakeawayScreen</name>
    <message>
        <source>Stampo il foglietto …</source>
        <translation>Imprimiendo el papel …</translation>
    </message>
    <message>
        <source>Stampane un altro</source>
        <translation>Imprimir otro</translation>
    </message>
    <message>
        <source>Stampa un foglietto</source>
        <translation>Imprimir un papel</translation>
    </message>
    <message>
        <source>Codice per il calendario del telefono</source>
        <translation>Código para el calendario del teléfono</translation>
    </message>
    <message>
        <source>Codice per il telefono: %1</source>
        <translation>Código para el teléfono: %1</translation>
    </message>
    <message>
        <source>Portalo con te</source>
        <translation>Llévelo consigo</translation>
    </message>
    <message>
        <source>La pagina</source>
        <translation>La página</translation>
    </message>
    <message>
        <source>Il calendario</source>
        <translation>El calendario</translation>
    </message>
    <message>
        <source>Inquadra il codice con la fotocamera del telefono: l&apos;appuntamento va nel tuo calendario, anche senza rete.</source>
        <translation>Enfoque el código con la cámara del teléfono: la cita va a su calendario, también sin red.</translation>
    </message>
    <message>
        <source>Inquadra il codice con la fotocamera del telefono: si apre la pagina di questa attività.</source>
        <translation>Enfoque el código con la cámara del teléfono: se abre la página de esta actividad.</translation>
    </message>
    <message>
        <source>Di questa attività non c&apos;è niente da portare con te.</source>
        <translation>De esta actividad no hay nada que llevarse.</translation>
    </message>
    <message>
        <source>per chi non ha il telefono</source>
        <translation>para quien no tiene teléfono</translation>
    </message>
</context>
<context>
    <name>ToTell</name>
    <message>
        <source>Il posto c&apos;è: iscrizione confermata</source>
        <translation>Hay plaza: inscripción confirmada</translation>
    </message>
    <message>
        <source>Posti finiti: è in lista d&apos;attesa</source>
        <translation>Sin plazas: está en lista de espera</translation>
    </message>
    <message>
        <source>Il posto non c&apos;è</source>
        <translation>No hay plaza</translation>
    </message>
    <message>
        <source>Incontro annullato</source>
        <translation>Encuentro anulado</translation>
    </message>
    <message>
        <source>Incontro spostato</source>
        <translation>Encuentro cambiado</translation>
    </message>
    <message>
        <source>Ha un posto anche alle %1: %2, %3</source>
        <translation>Tiene plaza también a las %1: %2, %3</translation>
    </message>
</context>
<context>
    <name>ToTellScreen</name>
    <message>
        <source>Altro</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Da avvisare</source>
        <translation>Por avisar</translation>
    </message>
    <message>
        <source>Avvisato: %1</source>
        <translation>Avisado: %1</translation>
    </message>
    <message>
        <source>È ancora da avvisare</source>
        <translation>Sigue por avisar</translation>
    </message>
    <message>
        <source>Nessuno da avvisare.</source>
        <translation>Nadie por avisar.</translation>
    </message>
    <message>
        <source>Qui trovi chi aspetta una risposta e non ha lasciato un indirizzo e-mail.</source>
        <translation>Aquí está quien espera una respuesta y no ha dejado un correo electrónico.</translation>
    </message>
    <message>
        <source>Scrivi il PIN per vedere nomi e numeri</source>
        <translation>Escriba el PIN para ver nombres y números</translation>
    </message>
    <message>
        <source>Avvisato</source>
        <translation>Avisado</translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>Chi lo conduce oggi non può venire.</source>
        <translation>Quien lo dirige hoy no puede venir.</translation>
    </message>
    <message>
        <source>La sala non è disponibile.</source>
        <translation>La sala no está disponible.</translation>
    </message>
    <message>
        <source>Per il maltempo.</source>
        <translation>Por el mal tiempo.</translation>
    </message>
    <message>
        <source>Scrivo io il motivo</source>
        <translation>Escribo yo el motivo</translation>
    </message>
    <message>
        <source>Annullato</source>
        <translation>Anulada</translation>
    </message>
    <message>
        <source>nessuna iscrizione</source>
        <translation>ninguna inscripción</translation>
    </message>
    <message>
        <source>tutto il giorno</source>
        <translation>todo el día</translation>
    </message>
    <message>
        <source>L&apos;incontro si fa.</source>
        <translation>El encuentro se hace.</translation>
    </message>
    <message>
        <source>Nessuno è iscritto. Chi guarda il programma lo vede subito.</source>
        <translation>No hay nadie inscrito. Quien mira el programa lo ve enseguida.</translation>
    </message>
    <message>
        <source>%1. Chi ha lasciato un&apos;e-mail riceve una lettera quando c&apos;è la rete; gli altri li trovi in Da avvisare. Se cambia qualcosa, qui puoi dire che si fa lo stesso.</source>
        <translation>%1. Quien ha dejado un correo recibe una carta cuando haya red; los demás están en Por avisar. Si algo cambia, aquí puede decir que se hace igualmente.</translation>
    </message>
</context>
<context>
    <name>TodayScreen</name>
    <message>
        <source>Altro</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Programma di oggi</source>
        <translation>Programa de hoy</translation>
    </message>
    <message>
        <source>Per oggi qui non c&apos;è altro in programma.</source>
        <translation>Por hoy aquí no hay nada más previsto.</translation>
    </message>
    <message>
        <source>Annullato. Tutti lo vedono già su questo terminale.</source>
        <translation>Anulado. Todos lo ven ya en este terminal.</translation>
    </message>
    <message>
        <source>Chi è da avvisare</source>
        <translation>A quién hay que avisar</translation>
    </message>
    <message>
        <source>Si fa lo stesso</source>
        <translation>Se hace igualmente</translation>
    </message>
    <message>
        <source>Annulli questo incontro?</source>
        <translation>¿Anular este encuentro?</translation>
    </message>
    <message>
        <source>Sì, annulla</source>
        <translation>Sí, anular</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Oggi non si fa? Perché?</source>
        <translation>¿Hoy no se hace? ¿Por qué?</translation>
    </message>
    <message>
        <source>Annulla questo incontro</source>
        <translation>Anular este encuentro</translation>
    </message>
    <message>
        <source>Perché? Lo leggono tutti: senza nomi</source>
        <translation>¿Por qué? Lo leen todos: sin nombres</translation>
    </message>
    <message>
        <source>Avanti</source>
        <translation>Siguiente</translation>
    </message>
</context>
<context>
    <name>UndoPart</name>
    <message>
        <source>Annulla</source>
        <translation>Anular</translation>
    </message>
</context>
<context>
    <name>Who</name>
    <message>
        <source>Non ho la tessera: scrivo il nome</source>
        <translation>No tengo la tarjeta: escribo el nombre</translation>
    </message>
    <message>
        <source>Nome e iniziale del cognome. Lo legge solo il portiere.</source>
        <translation>Nombre e inicial del apellido. Solo lo lee el portero.</translation>
    </message>
    <message>
        <source>Cancella</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Spazio</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Ho la tessera</source>
        <translation>Tengo la tarjeta</translation>
    </message>
</context>
<context>
    <name>WritePart</name>
    <message>
        <source>Cancella</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Spazio</source>
        <translation>Espacio</translation>
    </message>
</context>
<context>
    <name>WriteScreen</name>
    <message>
        <source>Cerco qualcosa</source>
        <translation>Busco algo</translation>
    </message>
    <message>
        <source>Offro qualcosa</source>
        <translation>Ofrezco algo</translation>
    </message>
    <message>
        <source>Che cosa cerchi? Senza nomi né telefoni</source>
        <translation>¿Qué busca? Sin nombres ni teléfonos</translation>
    </message>
    <message>
        <source>Che cosa offri? Senza nomi né telefoni</source>
        <translation>¿Qué ofrece? Sin nombres ni teléfonos</translation>
    </message>
    <message>
        <source>Avanti</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Cancella</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Spazio</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Di chi è il biglietto?</source>
        <translation>¿De quién es la nota?</translation>
    </message>
    <message>
        <source>Affiggi</source>
        <translation>Colgar</translation>
    </message>
    <message>
        <source>Biglietto salvato.</source>
        <translation>Nota guardada.</translation>
    </message>
    <message>
        <source>Lo vedi in bacheca quando l&apos;ufficio l&apos;ha letto. Sul biglietto non c&apos;è il tuo nome: chi risponde parla con il portiere.</source>
        <translation>La verá en el tablón cuando la oficina la haya leído. La nota no lleva su nombre: quien responde habla con el portero.</translation>
    </message>
</context>
</TS>
