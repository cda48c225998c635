<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="it_IT">
<context>
    <name>Access</name>
    <message>
        <source>Testo grande</source>
        <translation>Large text</translation>
    </message>
    <message>
        <source>parole più grandi su ogni schermata</source>
        <translation>larger words on every screen</translation>
    </message>
    <message>
        <source>Contrasto alto</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>nero su bianco, con bordi marcati</source>
        <translation>black on white, with strong borders</translation>
    </message>
    <message>
        <source>Comandi in basso</source>
        <translation>Controls low down</translation>
    </message>
    <message>
        <source>per chi sta seduto o è di bassa statura</source>
        <translation>for whoever sits or is short</translation>
    </message>
</context>
<context>
    <name>AccessScreen</name>
    <message>
        <source>Accessibilità</source>
        <translation>Accessibility</translation>
    </message>
    <message>
        <source>Scegli come vedere il terminale. Quando esci, torna com&apos;era.</source>
        <translation>Choose how to see the terminal. When you leave, it is as it was.</translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message>
        <source>Questa attività non c&apos;è più</source>
        <translation>This activity is no longer here</translation>
    </message>
    <message>
        <source>Torna indietro e scegline un&apos;altra.</source>
        <translation>Go back and choose another one.</translation>
    </message>
    <message>
        <source>Testo in italiano</source>
        <translation>Text in Italian</translation>
    </message>
    <message>
        <source>Testo in questa lingua: %1</source>
        <translation>Text in this language: %1</translation>
    </message>
    <message>
        <source>Annullato: questa volta non si fa.</source>
        <translation>Cancelled: it does not take place this time.</translation>
    </message>
    <message>
        <source>Spostato: era %1.</source>
        <translation>Moved: it was on %1.</translation>
    </message>
    <message>
        <source>È già finita.</source>
        <translation>It is already over.</translation>
    </message>
    <message>
        <source>Tessera letta: tocca Iscriviti e hai finito.</source>
        <translation>Card read: tap Sign up and you are done.</translation>
    </message>
    <message>
        <source>Con la tessera, con il telefono o al banco: scegli nel passo dopo.</source>
        <translation>With your card, with your phone or at the desk: choose in the next step.</translation>
    </message>
</context>
<context>
    <name>ActivityScreen</name>
    <message>
        <source>Leggi il testo in questa lingua</source>
        <translation>Read the text in this language</translation>
    </message>
    <message>
        <source>Iscriviti</source>
        <translation>Sign up</translation>
    </message>
    <message>
        <source>Portalo con te</source>
        <translation>Take it with you</translation>
    </message>
    <message>
        <source>sul telefono</source>
        <translation>on your phone</translation>
    </message>
    <message>
        <source>Altre date</source>
        <translation>Other dates</translation>
    </message>
</context>
<context>
    <name>Agenda</name>
    <message>
        <source>Adesso</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Più tardi</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Tutti e sette i giorni</source>
        <translation>All seven days</translation>
    </message>
    <message>
        <source>tutti</source>
        <translation>all</translation>
    </message>
    <message>
        <source>Tutti gli spazi</source>
        <translation>All spaces</translation>
    </message>
    <message>
        <source>La settimana qui</source>
        <translation>The week here</translation>
    </message>
    <message>
        <source>Nessuna attività: cambia i filtri</source>
        <translation>No activities: change the filters</translation>
    </message>
    <message>
        <source>Con questi filtri non c&apos;è niente qui.</source>
        <translation>With these filters there is nothing here.</translation>
    </message>
    <message>
        <source>Nei prossimi sette giorni non c&apos;è niente in programma.</source>
        <translation>Nothing is planned for the next seven days.</translation>
    </message>
    <message>
        <source>Per oggi non c&apos;è altro.</source>
        <translation>There is nothing else today.</translation>
    </message>
    <message>
        <source>In questo giorno non c&apos;è niente in programma.</source>
        <translation>Nothing is planned on this day.</translation>
    </message>
    <message>
        <source>Vai al giorno più vicino, oppure guarda gli altri spazi.</source>
        <translation>Go to the nearest day, or look at the other spaces.</translation>
    </message>
    <message>
        <source>Togli i filtri, oppure guarda gli altri spazi.</source>
        <translation>Clear the filters, or look at the other spaces.</translation>
    </message>
    <message>
        <source>Guarda gli altri spazi, oppure chiedi al portiere.</source>
        <translation>Look at the other spaces, or ask at the desk.</translation>
    </message>
    <message>
        <source>Vai a %1</source>
        <translation>Go to %1</translation>
    </message>
    <message>
        <source>oggi niente</source>
        <translation>nothing today</translation>
    </message>
    <message>
        <source>L&apos;elenco degli spazi non è ancora arrivato: chiedi al portiere.</source>
        <translation>The list of spaces has not arrived yet: ask at the desk.</translation>
    </message>
    <message>
        <source>fino a
%1</source>
        <translation>until
%1</translation>
    </message>
    <message>
        <source>tutto il giorno</source>
        <translation>all day</translation>
    </message>
    <message>
        <source>Annullato</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Spostato: era %1</source>
        <translation>Moved: it was %1</translation>
    </message>
    <message>
        <source>posti finiti</source>
        <translation>full</translation>
    </message>
    <message>
        <source>con iscrizione</source>
        <translation>sign-up needed</translation>
    </message>
    <message>
        <source>ingresso libero</source>
        <translation>free entry</translation>
    </message>
    <message>
        <source>a pagamento</source>
        <translation>paid</translation>
    </message>
    <message>
        <source>posti finiti: puoi metterti in lista d&apos;attesa</source>
        <translation>full: you can join the waiting list</translation>
    </message>
    <message>
        <source>conferma subito</source>
        <translation>confirmed at once</translation>
    </message>
    <message>
        <source>conferma quando torna la rete</source>
        <translation>confirmed when the network is back</translation>
    </message>
    <message>
        <source>%1 con conferma subito, gli altri quando torna la rete</source>
        <translation>%1 confirmed at once, the others when the network is back</translation>
    </message>
    <message>
        <source>Da %1 a %2</source>
        <translation>From %1 to %2</translation>
    </message>
    <message>
        <source>Dalle %1</source>
        <translation>From %1</translation>
    </message>
    <message>
        <source>da %1 a %2</source>
        <translation>from %1 to %2</translation>
    </message>
    <message>
        <source>italiano</source>
        <translation>Italian</translation>
    </message>
    <message>
        <source>inglese</source>
        <translation>English</translation>
    </message>
    <message>
        <source>arabo</source>
        <translation>Arabic</translation>
    </message>
    <message>
        <source>cinese</source>
        <translation>Chinese</translation>
    </message>
    <message>
        <source>spagnolo</source>
        <translation>Spanish</translation>
    </message>
    <message>
        <source>filippino</source>
        <translation>Filipino</translation>
    </message>
    <message>
        <source>rumeno</source>
        <translation>Romanian</translation>
    </message>
    <message>
        <source>ucraino</source>
        <translation>Ukrainian</translation>
    </message>
    <message>
        <source>singalese</source>
        <translation>Sinhala</translation>
    </message>
    <message>
        <source>bengalese</source>
        <translation>Bengali</translation>
    </message>
    <message>
        <source>albanese</source>
        <translation>Albanian</translation>
    </message>
    <message>
        <source>francese</source>
        <translation>French</translation>
    </message>
    <message>
        <source>%1 e %2</source>
        <translation>%1 and %2</translation>
    </message>
    <message>
        <source>italiano; parliamo anche %1</source>
        <translation>Italian; we also speak %1</translation>
    </message>
    <message>
        <source>gratuito</source>
        <translation>free</translation>
    </message>
    <message>
        <source>Dove</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Come si entra</source>
        <translation>How to get in</translation>
    </message>
    <message>
        <source>Per chi</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>Lingua</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Costo</source>
        <translation>Cost</translation>
    </message>
    <message>
        <source>Iscrizione</source>
        <translation>Signing up</translation>
    </message>
    <message>
        <source>Posti</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>Tutto il giorno</source>
        <translation>All day</translation>
    </message>
    <message>
        <source>non serve: vieni e basta</source>
        <translation>not needed: just come</translation>
    </message>
    <message>
        <source>Tutto il giorno e per più giorni</source>
        <translation>All day and over several days</translation>
    </message>
    <message>
        <source>Per più giorni</source>
        <translation>Over several days</translation>
    </message>
</context>
<context>
    <name>AgendaScreen</name>
    <message>
        <source>Cambia i filtri</source>
        <translation>Change filters</translation>
    </message>
    <message>
        <source>Filtra</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Scegli che cosa vedere: categoria, per chi, lingua, gratuite, con posti</source>
        <translation>Choose what to see: category, for whom, language, free, with places</translation>
    </message>
    <message>
        <source>Togli i filtri</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>Gli altri spazi</source>
        <translation>The other spaces</translation>
    </message>
</context>
<context>
    <name>AnswerScreen</name>
    <message>
        <source>Annulla richiesta</source>
        <translation>Cancel the request</translation>
    </message>
    <message>
        <source>se non ti serve più</source>
        <translation>if you no longer need it</translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>Richiesta annullata.</source>
        <translation>Request cancelled.</translation>
    </message>
    <message>
        <source>Richiesta chiusa.</source>
        <translation>Request closed.</translation>
    </message>
    <message>
        <source>L&apos;hai già chiesto.</source>
        <translation>You have asked already.</translation>
    </message>
    <message>
        <source>Richiesta salvata.</source>
        <translation>Request saved.</translation>
    </message>
    <message>
        <source>Non serve fare altro.</source>
        <translation>Nothing else to do.</translation>
    </message>
    <message>
        <source>Il portiere ha risposto. Passa al banco.</source>
        <translation>The desk has answered. Come to the desk.</translation>
    </message>
    <message>
        <source>Chi segue le candidature la legge e ti fa sapere. Chiedi al portiere.</source>
        <translation>Whoever handles applications reads it and lets you know. Ask at the desk.</translation>
    </message>
    <message>
        <source>Il portiere vi mette in contatto. Passa al banco.</source>
        <translation>The desk puts you in touch. Come to the desk.</translation>
    </message>
    <message>
        <source>Il portiere la legge e ti risponde. Passa al banco.</source>
        <translation>The desk reads it and answers you. Come to the desk.</translation>
    </message>
</context>
<context>
    <name>AskScreen</name>
    <message>
        <source>Al banco</source>
        <translation>At the desk</translation>
    </message>
    <message>
        <source>Chiedi al portiere.</source>
        <translation>Ask at the desk.</translation>
    </message>
    <message>
        <source>Ti iscrive lui, basta il tuo nome.</source>
        <translation>They sign you up, your name is enough.</translation>
    </message>
    <message>
        <source>Chi chiede?</source>
        <translation>Who is asking?</translation>
    </message>
    <message>
        <source>Questo qui non c&apos;è più.</source>
        <translation>This is no longer here.</translation>
    </message>
    <message>
        <source>Torna indietro e scegli altro, oppure chiedi al portiere.</source>
        <translation>Go back and choose something else, or ask at the desk.</translation>
    </message>
    <message>
        <source>Invia</source>
        <translation>Send</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Cerco</source>
        <translation>Wanted</translation>
    </message>
    <message>
        <source>Offro</source>
        <translation>Offered</translation>
    </message>
    <message>
        <source>Avvisi</source>
        <translation>Notices</translation>
    </message>
    <message>
        <source>Offro e cerco</source>
        <translation>Offers and wants</translation>
    </message>
    <message>
        <source>Lavoro e corsi</source>
        <translation>Work and courses</translation>
    </message>
    <message>
        <source>Prodotti</source>
        <translation>Products</translation>
    </message>
    <message>
        <source>Urgente</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>Adesso non ci sono avvisi.</source>
        <translation>There are no notices now.</translation>
    </message>
    <message>
        <source>Nessuno offre o cerca qualcosa, adesso.</source>
        <translation>Nobody offers or looks for anything right now.</translation>
    </message>
    <message>
        <source>Adesso non ci sono posti aperti.</source>
        <translation>There are no openings right now.</translation>
    </message>
    <message>
        <source>Adesso non ci sono prodotti.</source>
        <translation>There are no products right now.</translation>
    </message>
    <message>
        <source>Vuoi affiggere qualcosa? Chiedi al portiere.</source>
        <translation>Would you like to put something up? Ask at the desk.</translation>
    </message>
    <message>
        <source>Comincia tu: scrivi un biglietto, il portiere vi mette in contatto.</source>
        <translation>Be the first: write a note, the desk puts you in touch.</translation>
    </message>
    <message>
        <source>Torna tra qualche giorno, o lascia detto al portiere che cosa sai fare.</source>
        <translation>Come back in a few days, or tell the desk what you can do.</translation>
    </message>
    <message>
        <source>Chiedi al portiere quando riapre la bottega.</source>
        <translation>Ask at the desk when the workshop opens again.</translation>
    </message>
    <message>
        <source>Questo non c&apos;è più.</source>
        <translation>This is no longer here.</translation>
    </message>
    <message>
        <source>È stato tolto dalla bacheca.</source>
        <translation>It has been taken off the board.</translation>
    </message>
</context>
<context>
    <name>BoardItemScreen</name>
    <message>
        <source>Chiedi al portiere</source>
        <translation>Ask at the desk</translation>
    </message>
    <message>
        <source>Sul biglietto non c&apos;è il nome: il portiere vi mette in contatto.</source>
        <translation>There is no name on the note: the desk puts you in touch.</translation>
    </message>
</context>
<context>
    <name>BoardScreen</name>
    <message>
        <source>Bacheca</source>
        <translation>Notice board</translation>
    </message>
    <message>
        <source>Offro qualcosa</source>
        <translation>I offer something</translation>
    </message>
    <message>
        <source>scrivi un biglietto</source>
        <translation>write a note</translation>
    </message>
    <message>
        <source>Cerco qualcosa</source>
        <translation>I am looking for something</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>Esci</source>
        <translation>Exit</translation>
    </message>
    <message>
        <source>Finisci e cancella quello che hai scritto</source>
        <translation>Finish and erase what you entered</translation>
    </message>
    <message>
        <source>Cerca</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>un&apos;attività, un servizio, un posto</source>
        <translation>an activity, a service, a place</translation>
    </message>
    <message>
        <source>Blocca</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Chiudi la portineria</source>
        <translation>Close the desk</translation>
    </message>
    <message>
        <source>Mostra la tessera</source>
        <translation>Show your card</translation>
    </message>
    <message>
        <source>Leggi un codice</source>
        <translation>Read a code</translation>
    </message>
    <message>
        <source>Iscrivi una persona</source>
        <translation>Sign a person up</translation>
    </message>
    <message>
        <source>Altro</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Altro (%1)</source>
        <translation>More (%1)</translation>
    </message>
    <message>
        <source>Consegne da leggere: %1</source>
        <translation>Handover notes to read: %1</translation>
    </message>
    <message>
        <source>Attesi oggi, richieste, pacchi, da avvisare, da inviare</source>
        <translation>Expected today, requests, parcels, to tell, to send</translation>
    </message>
    <message>
        <source>Accessibilità</source>
        <translation>Accessibility</translation>
    </message>
    <message>
        <source>Testo grande, contrasto alto, comandi in basso</source>
        <translation>Large text, high contrast, controls low down</translation>
    </message>
</context>
<context>
    <name>CameraPicture</name>
    <message>
        <source>Che cosa vede la telecamera</source>
        <translation>What the camera sees</translation>
    </message>
    <message>
        <source>La telecamera è ferma.</source>
        <translation>The camera has stopped.</translation>
    </message>
    <message>
        <source>La telecamera si accende.</source>
        <translation>The camera is starting.</translation>
    </message>
    <message>
        <source>Usa il lettore o scrivi il numero.</source>
        <translation>Use the scanner or type the number.</translation>
    </message>
    <message>
        <source>Tieni il codice davanti alla telecamera, fermo, a un palmo.</source>
        <translation>Hold the code still in front of the camera, a hand’s breadth away.</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Richiesta</source>
        <translation>Request</translation>
    </message>
</context>
<context>
    <name>CardPart</name>
    <message>
        <source>La tessera, da fotografare</source>
        <translation>The card, to be photographed</translation>
    </message>
    <message>
        <source>La pagina della persona, per il telefono</source>
        <translation>The person&apos;s page, for the phone</translation>
    </message>
    <message>
        <source>Tessera fatta da un telefono</source>
        <translation>Card made on a phone</translation>
    </message>
    <message>
        <source>Guarda una volta un documento: abita nelle case popolari del quartiere? Resta scritto solo che l&apos;hai visto.</source>
        <translation>Look at a document once: does the person live in the public housing of this quarter? Only that you saw it is kept.</translation>
    </message>
    <message>
        <source>Documento visto</source>
        <translation>Document seen</translation>
    </message>
    <message>
        <source>Usata in due spazi insieme</source>
        <translation>Used in two spaces at once</translation>
    </message>
    <message>
        <source>Forse qualcuno ne ha una copia. Chiedi alla persona. Se la tessera non è più solo sua, fanne una nuova.</source>
        <translation>Somebody may have a copy. Ask the person. If the card is no longer theirs alone, make a new one.</translation>
    </message>
    <message>
        <source>Questa tessera è stata fatta altrove: qui non si può mostrare. Se è persa, fanne una nuova.</source>
        <translation>This card was made elsewhere: it cannot be shown here. If it is lost, make a new one.</translation>
    </message>
    <message>
        <source>La persona fotografa il codice con il telefono: quella foto è la tessera. Vale subito, anche senza rete.</source>
        <translation>The person photographs the code with their phone: that photo is the card. It works at once, even without a network.</translation>
    </message>
    <message>
        <source>Il telefono apre la pagina della persona, con la tessera e le iscrizioni. C&apos;è da quando il terminale ha la rete.</source>
        <translation>The phone opens the person&apos;s page, with the card and the sign-ups. It is there once this terminal has a network.</translation>
    </message>
    <message>
        <source>La tessera</source>
        <translation>The card</translation>
    </message>
    <message>
        <source>La sua pagina</source>
        <translation>Their page</translation>
    </message>
    <message>
        <source>La tessera sta uscendo.</source>
        <translation>The card is coming out.</translation>
    </message>
    <message>
        <source>Stampa la tessera</source>
        <translation>Print the card</translation>
    </message>
    <message>
        <source>Iscrivi a un&apos;attività</source>
        <translation>Sign up for an activity</translation>
    </message>
    <message>
        <source>Tessera persa: fanne una nuova</source>
        <translation>Card lost: make a new one</translation>
    </message>
    <message>
        <source>Blocca la tessera</source>
        <translation>Block the card</translation>
    </message>
</context>
<context>
    <name>CardScreen</name>
    <message>
        <source>Le tue iscrizioni</source>
        <translation>Your sign-ups</translation>
    </message>
    <message>
        <source>Mostra la tessera</source>
        <translation>Show your card</translation>
    </message>
    <message>
        <source>Avanti</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Tessera letta. Non hai iscrizioni.</source>
        <translation>Card read. You have no sign-ups.</translation>
    </message>
    <message>
        <source>Scegli un&apos;attività e tocca Iscriviti: con la tessera hai già finito.</source>
        <translation>Choose an activity and tap Sign up: with your card that is all.</translation>
    </message>
    <message>
        <source>Che cosa c&apos;è oggi</source>
        <translation>What is on today</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>documento da vedere</source>
        <translation>document to be seen</translation>
    </message>
    <message>
        <source>usata in due spazi insieme</source>
        <translation>used in two spaces at once</translation>
    </message>
    <message>
        <source>da inviare</source>
        <translation>to be sent</translation>
    </message>
    <message>
        <source>Tessera bloccata: %1</source>
        <translation>Card blocked: %1</translation>
    </message>
    <message>
        <source>La tua tessera</source>
        <translation>Your card</translation>
    </message>
    <message>
        <source>Fatto: prendi la tessera dalla stampante.</source>
        <translation>Done: take the card from the printer.</translation>
    </message>
    <message>
        <source>La tessera è salva.</source>
        <translation>The card is saved.</translation>
    </message>
    <message>
        <source>Questo terminale non può ancora fare tessere: serve la rete una volta.</source>
        <translation>This terminal cannot make cards yet: it needs the network once.</translation>
    </message>
    <message>
        <source>Questa tessera non è più attiva.</source>
        <translation>This card is no longer active.</translation>
    </message>
</context>
<context>
    <name>CardsScreen</name>
    <message>
        <source>Altro</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Tessere</source>
        <translation>Cards</translation>
    </message>
    <message>
        <source>Indietro</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Nuova tessera</source>
        <translation>New card</translation>
    </message>
    <message>
        <source>Trova una persona</source>
        <translation>Find a person</translation>
    </message>
    <message>
        <source>Scrivi il PIN per vedere i nomi</source>
        <translation>Enter the PIN to see the names</translation>
    </message>
    <message>
        <source>In questo spazio nessuno ha ancora una tessera.</source>
        <translation>Nobody in this space has a card yet.</translation>
    </message>
    <message>
        <source>Apri</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Fare una nuova tessera?</source>
        <translation>Make a new card?</translation>
    </message>
    <message>
        <source>Bloccare la tessera?</source>
        <translation>Block the card?</translation>
    </message>
    <message>
        <source>La tessera %1 non vale più da subito. Le iscrizioni restano, sulla nuova.</source>
        <translation>Card %1 stops working at once. The sign-ups stay, on the new one.</translation>
    </message>
    <message>
        <source>La tessera %1 non vale più da subito, qui e negli altri spazi appena c&apos;è la rete.</source>
        <translation>Card %1 stops working here at once, and in the other spaces as soon as there is a network.</translation>
    </message>
    <message>
        <source>Sì, fanne una nuova</source>
        <translation>Yes, make a new one</translation>
    </message>
    <message>
        <source>Sì, blocca</source>
        <translation>Yes, block it</translation>
    </message>
    <message>
        <source>No, lascia com&apos;è</source>
        <translation>No, leave it as it is</translation>
    </message>
</context>
<context>
    <name>CheckIn</name>
    <message>
        <source>Questa iscrizione non è qui.</source>
        <translation>This sign-up is not here.</translation>
    </message>
    <message>
        <source>Cercala in ufficio, o iscrivi la persona.</source>
        <translation>Look for it in the office, or sign the person up.</translation>
    </message>
    <message>
        <source>Presenza già segnata.</source>
        <translation>Already checked in.</translation>
    </message>
    <message>
        <source>Tessera letta. Per quale attività di oggi?</source>
        <translation>Card read. For which activity today?</translation>
    </message>
    <message>
        <source>Iscrizione annullata.</source>
        <translation>Sign-up cancelled.</translation>
    </message>
    <message>
        <source>Presenza segnata.</source>
        <translation>Checked in.</translation>
    </message>
</context>
<context>
    <name>CheckInScreen</name>
    <message>
        <source>Portineria</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>Leggi un codice</source>
        <translation>Read a code</translation>
    </message>
    <message>
        <source>Avvicina al lettore l&apos;iscrizione o la tessera, o scrivi il numero della tessera</source>
        <translation>Hold the sign-up or the card to the reader, or type the card number</translation>
    </message>
    <message>
        <source>Avvicina il codice, o scrivi il numero della tessera</source>
        <translation>Show the code, or write the number of the card</translation>
    </message>
    <message>
        <source>Segna la presenza</source>
        <translation>Check in</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Persone</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Passaggi</source>
        <translation>Drop-ins</translation>
    </message>
    <message>
        <source>Arrivi con tessera o codice</source>
        <translation>Arrivals with card or code</translation>
    </message>
    <message>
        <source>Iscrizioni</source>
        <translation>Sign-ups</translation>
    </message>
    <message>
        <source>Pacchi presi in custodia</source>
        <translation>Parcels taken in</translation>
    </message>
    <message>
        <source>Pacchi consegnati</source>
        <translation>Parcels handed over</translation>
    </message>
    <message>
        <source>Passaggi per motivo</source>
        <translation>Drop-ins by reason</translation>
    </message>
    <message>
        <source>Persone per età</source>
        <translation>People by age</translation>
    </message>
    <message>
        <source>non rilevata</source>
        <translation>not recorded</translation>
    </message>
    <message>
        <source>Attese e non arrivate: %1</source>
        <translation>Expected and not here: %1</translation>
    </message>
    <message>
        <source>Richieste: %1</source>
        <translation>Requests: %1</translation>
    </message>
    <message>
        <source>Da avvisare: %1</source>
        <translation>To be told: %1</translation>
    </message>
    <message>
        <source>Pacchi ancora qui: %1</source>
        <translation>Parcels still here: %1</translation>
    </message>
    <message>
        <source>Consegne da leggere: %1</source>
        <translation>Handover notes to read: %1</translation>
    </message>
    <message>
        <source>Il riepilogo è stampato.</source>
        <translation>The summary is printed.</translation>
    </message>
    <message>
        <source>La chiusura è salva.</source>
        <translation>The close is saved.</translation>
    </message>
    <message>
        <source>Chiusa alle %1. Poi è cambiato qualcosa: puoi chiuderla di nuovo.</source>
        <translation>Closed at %1. Something changed since: you can close it again.</translation>
    </message>
    <message>
        <source>Giornata chiusa alle %1.</source>
        <translation>Day closed at %1.</translation>
    </message>
</context>
<context>
    <name>ClosingScreen</name>
    <message>
        <source>Altro</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Chiusura della giornata</source>
        <translation>Close of the day</translation>
    </message>
    <message>
        <source>Stampa di nuovo</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>Non c&apos;è niente in sospeso.</source>
        <translation>Nothing is left open.</translation>
    </message>
    <message>
        <source>Ancora in sospeso</source>
        <translation>Still open</translation>
    </message>
    <message>
        <source>Chiudi la giornata</source>
        <translation>Close the day</translation>
    </message>
</context>
<context>
    <name>Codes</name>
    <message>
        <source>Questo è il codice di un pacco. Mostralo al portiere.</source>
        <translation>This is the code of a parcel. Show it to the doorkeeper.</translation>
    </message>
    <message>
        <source>Questa iscrizione non vale più. Chiedi al portiere.</source>
        <translation>This sign-up is no longer valid. Ask at the desk.</translation>
    </message>
    <message>
        <source>Badge non attivo. Chiedi a chi lo ha rilasciato.</source>
        <translation>This badge is not active. Ask whoever issued it.</translation>
    </message>
    <message>
        <source>Tessera non attiva. Chiedi al portiere.</source>
        <translation>This card is not active. Ask at the desk.</translation>
    </message>
    <message>
        <source>Il numero della tessera ha 12 cifre. Controlla e riscrivilo.</source>
        <translation>A card number has 12 digits. Check it and type it again.</translation>
    </message>
    <message>
        <source>Una cifra non torna. Confronta il numero con la tessera e riscrivilo.</source>
        <translation>A digit does not fit. Compare the number with the card and type it again.</translation>
    </message>
    <message>
        <source>Questo codice non serve qui. Mostra la tessera o scrivi il numero.</source>
        <translation>This code is of no use here. Show your card or type the number.</translation>
    </message>
    <message>
        <source>Questo codice è più nuovo del terminale. Chiedi al portiere.</source>
        <translation>This code is newer than the terminal. Ask at the desk.</translation>
    </message>
    <message>
        <source>Non leggo il codice. Tieni ferma la tessera o scrivi il numero.</source>
        <translation>I cannot read the code. Hold the card still or type the number.</translation>
    </message>
</context>
<context>
    <name>ContactPart</name>
    <message>
        <source>Telefono</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>E-mail: ci arriva la risposta</source>
        <translation>E-mail: the answer comes there</translation>
    </message>
    <message>
        <source>Telefono: lo vede solo chi lavora qui</source>
        <translation>Telephone: only those who work here see it</translation>
    </message>
    <message>
        <source>Cancella</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Avanti</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>Context</name>
    <message>
        <source>Lo spazio di questo terminale è pieno: non ho salvato. Chiedi al portiere.</source>
        <translation>This terminal is full: I have not saved it. Ask at the desk.</translation>
    </message>
    <message>
        <source>Non riesco a salvare. Chiedi al portiere.</source>
        <translation>I cannot save it. Ask at the desk.</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n attività</source>
        <translation>
            <numerusform>%n activity</numerusform>
            <numerusform>%n activities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mostra %n attività</source>
        <translation>
            <numerusform>Show %n activity</numerusform>
            <numerusform>Show %n activities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attività oggi</source>
        <translation>
            <numerusform>%n activity today</numerusform>
            <numerusform>%n activities today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n avvisi</source>
        <translation>
            <numerusform>%n notice</numerusform>
            <numerusform>%n notices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annunci</source>
        <translation>
            <numerusform>%n announcement</numerusform>
            <numerusform>%n announcements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tessere</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n posti</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n persone</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n persone attese</source>
        <translation>
            <numerusform>%n person expected</numerusform>
            <numerusform>%n people expected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n persone iscritte</source>
        <translation>
            <numerusform>%n person signed up</numerusform>
            <numerusform>%n people signed up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n aperte</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pacchi</source>
        <translation>
            <numerusform>%n parcel</numerusform>
            <numerusform>%n parcels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Qui da %n giorni: avvisa chi lo aspetta.</source>
        <translation>
            <numerusform>Here for %n day: tell whoever waits for it.</numerusform>
            <numerusform>Here for %n days: tell whoever waits for it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n da leggere</source>
        <translation>
            <numerusform>%n to read</numerusform>
            <numerusform>%n to read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passaggi</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n registrazioni da inviare</source>
        <translation>
            <numerusform>%n record to be sent</numerusform>
            <numerusform>%n records to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>PIN sbagliato. Puoi provare ancora %n volte.</source>
        <translation>
            <numerusform>Wrong PIN. You can try %n more time.</numerusform>
            <numerusform>Wrong PIN. You can try %n more times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Il codice vale ancora %n minuti.</source>
        <translation>
            <numerusform>The code is good for %n more minute.</numerusform>
            <numerusform>The code is good for %n more minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>oggi</source>
        <translation>today</translation>
    </message>
    <message>
        <source>domani</source>
        <translation>tomorrow</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>da inviare</source>
        <translation>to be sent</translation>
    </message>
    <message>
        <source>inviato</source>
        <translation>sent</translation>
    </message>
    <message>
        <source>Oggi: ancora nessuno</source>
        <translation>Today: nobody yet</translation>
    </message>
    <message>
        <source>Oggi: %1, %2</source>
        <translation>Today: %1, %2</translation>
    </message>
    <message>
        <source>Tessera %1</source>
        <translation>Card %1</translation>
    </message>
    <message>
        <source>Senza tessera</source>
        <translation>Without a card</translation>
    </message>
</context>
<context>
    <name>DeskScreen</name>
    <message>
        <source>Quale altro motivo, per la stessa persona?</source>
        <translation>Which other reason, for the same person?</translation>
    </message>
    <message>
        <source>Chi è passato? Un tocco registra una persona.</source>
        <translation>Who came by? One tap records one person.</translation>
    </message>
    <message>
        <source>Primi motivi</source>
        <translation>First reasons</translation>
    </message>
    <message>
        <source>Altri motivi</source>
        <translation>More reasons</translation>
    </message>
    <message>
        <source>Registrato: %1</source>
        <translation>Recorded: %1</translation>
    </message>
    <message>
        <source>Tocca un motivo: il passaggio è registrato subito.</source>
        <translation>Tap a reason: the visit is recorded at once.</translation>
    </message>
    <message>
        <source>Dati</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Altri dati della persona</source>
        <translation>More about the person</translation>
    </message>
    <message>
        <source>Motivo</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Aggiungi motivo</source>
        <translation>Add a reason</translation>
    </message>
    <message>
        <source>Annulla</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Oggi</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Quante persone?</source>
        <translation>How many people?</translation>
    </message>
    <message>
        <source>Età, se la sai</source>
        <translation>Age, if you know it</translation>
    </message>
</context>
<context>
    <name>Enrol</name>
    <message>
        <source>posti finiti</source>
        <translation>full</translation>
    </message>
    <message>
        <source>Per questa attività non si può più iscrivere nessuno.</source>
        <translation>Nobody can be signed up for this activity any more.</translation>
    </message>
    <message>
        <source>È già in lista per questa attività.</source>
        <translation>Already on the list for this activity.</translation>
    </message>
    <message>
        <source>Iscrizione fatta.</source>
        <translation>Signed up.</translation>
    </message>
    <message>
        <source>In lista d&apos;attesa.</source>
        <translation>On the waiting list.</translation>
    </message>
    <message>
        <source>Richiesta ricevuta: la conferma arriva con la rete.</source>
        <translation>Request received: it is confirmed when the network is back.</translation>
    </message>
    <message>
        <source>Alle %1 c&apos;è già %2 in: %3</source>
        <translation>At %1 %2 is in already: %3</translation>
    </message>
    <message>
        <source>Adesso non ci sono attività con iscrizione.</source>
        <translation>There are no activities to sign up for now.</translation>
    </message>
</context>
<context>
    <name>EnrolScreen</name>
    <message>
        <source>Portineria</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>Altra attività</source>
        <translation>Another activity</translation>
    </message>
    <message>
        <source>Iscrivi una persona</source>
        <translation>Sign a person up</translation>
    </message>
    <message>
        <source>Iscrivi %1</source>
        <translation>Sign up %1</translation>
    </message>
    <message>
        <source>Nome e iniziale del cognome</source>
        <translation>First name and initial</translation>
    </message>
    <message>
        <source>Con la tessera di</source>
        <translation>With the card of</translation>
    </message>
    <message>
        <source>È alla stessa ora: forse è la stessa persona.</source>
        <translation>It is at the same time: perhaps it is the same person.</translation>
    </message>
    <message>
        <source>Iscrivi lo stesso</source>
        <translation>Sign up all the same</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Posti finiti. Vuoi la lista d&apos;attesa?</source>
        <translation>No places left. Would you like to join the waiting list?</translation>
    </message>
    <message>
        <source>Sì, in lista</source>
        <translation>Yes, join</translation>
    </message>
    <message>
        <source>No, grazie</source>
        <translation>No, thanks</translation>
    </message>
    <message>
        <source>Una persona in meno</source>
        <translation>One person fewer</translation>
    </message>
    <message>
        <source>Una persona in più</source>
        <translation>One person more</translation>
    </message>
    <message>
        <source>Iscrivi</source>
        <translation>Sign up</translation>
    </message>
    <message>
        <source>Indietro</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Telefono o e-mail, se vuole</source>
        <translation>Phone or e-mail, if they like</translation>
    </message>
    <message>
        <source>Telefono o e-mail</source>
        <translation>Phone or e-mail</translation>
    </message>
    <message>
        <source>Cancella</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Spazio</source>
        <translation>Space</translation>
    </message>
</context>
<context>
    <name>Expected</name>
    <message>
        <source>Attese %1, arrivate %2</source>
        <translation>Expected: %1, here: %2</translation>
    </message>
    <message>
        <source>posto da confermare</source>
        <translation>place to be confirmed</translation>
    </message>
</context>
<context>
    <name>ExpectedScreen</name>
    <message>
        <source>Altro</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Attesi oggi</source>
        <translation>Expected today</translation>
    </message>
    <message>
        <source>Per oggi nessuna iscrizione.</source>
        <translation>No sign-ups for today.</translation>
    </message>
    <message>
        <source>Chi arriva senza iscrizione: leggi la tessera, poi scegli l&apos;attività.</source>
        <translation>Who comes without a sign-up: read the card, then choose the activity.</translation>
    </message>
    <message>
        <source>Scrivi il PIN per vedere i nomi</source>
        <translation>Enter the PIN to see names</translation>
    </message>
    <message>
        <source>È qui</source>
        <translation>Is here</translation>
    </message>
    <message>
        <source>è qui</source>
        <translation>is here</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>Laboratori</source>
        <translation>Workshops</translation>
    </message>
    <message>
        <source>Lingue</source>
        <translation>Languages</translation>
    </message>
    <message>
        <source>Studio e corsi</source>
        <translation>Study and courses</translation>
    </message>
    <message>
        <source>Salute e sport</source>
        <translation>Health and sport</translation>
    </message>
    <message>
        <source>Musica</source>
        <translation>Music</translation>
    </message>
    <message>
        <source>Cultura</source>
        <translation>Culture</translation>
    </message>
    <message>
        <source>Giochi</source>
        <translation>Games</translation>
    </message>
    <message>
        <source>Verde e riuso</source>
        <translation>Green and reuse</translation>
    </message>
    <message>
        <source>Sportelli e aiuto</source>
        <translation>Help desks</translation>
    </message>
    <message>
        <source>Lavoro</source>
        <translation>Work</translation>
    </message>
    <message>
        <source>Cibo e cucina</source>
        <translation>Food and cooking</translation>
    </message>
    <message>
        <source>Famiglie</source>
        <translation>Families</translation>
    </message>
    <message>
        <source>Feste e vicinato</source>
        <translation>Parties and neighbours</translation>
    </message>
    <message>
        <source>Bambini</source>
        <translation>Children</translation>
    </message>
    <message>
        <source>Ragazzi</source>
        <translation>Young people</translation>
    </message>
    <message>
        <source>Adulti</source>
        <translation>Adults</translation>
    </message>
    <message>
        <source>Anziani</source>
        <translation>Older people</translation>
    </message>
    <message>
        <source>Donne</source>
        <translation>Women</translation>
    </message>
    <message>
        <source>Gratuite</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>Con posti liberi</source>
        <translation>With places left</translation>
    </message>
</context>
<context>
    <name>FiltersScreen</name>
    <message>
        <source>Che cosa vuoi vedere?</source>
        <translation>What do you want to see?</translation>
    </message>
    <message>
        <source>Solo</source>
        <translation>Only</translation>
    </message>
    <message>
        <source>Categoria</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Per chi</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>Lingua, oltre all&apos;italiano</source>
        <translation>Language, besides Italian</translation>
    </message>
    <message>
        <source>Togli i filtri</source>
        <translation>Clear filters</translation>
    </message>
</context>
<context>
    <name>FindPart</name>
    <message>
        <source>Nome, o numero della tessera</source>
        <translation>Name, or number of the card</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Scrivi il nome o il numero.</source>
        <translation>Write the name or the number.</translation>
    </message>
    <message>
        <source>Qui non trovo nessuno così.</source>
        <translation>I find nobody like that here.</translation>
    </message>
    <message>
        <source>Bastano le prime lettere del nome, o le ultime cifre della tessera.</source>
        <translation>The first letters of the name will do, or the last figures of the card.</translation>
    </message>
    <message>
        <source>Prova con meno lettere o con le ultime cifre. Forse la tessera è di un altro spazio.</source>
        <translation>Try fewer letters or the last figures. The card may be of another space.</translation>
    </message>
    <message>
        <source>I primi %1 di %2: scrivi ancora una lettera.</source>
        <translation>The first %1 of %2: write one more letter.</translation>
    </message>
</context>
<context>
    <name>Handover</name>
    <message>
        <source>a tutti gli spazi</source>
        <translation>to all spaces</translation>
    </message>
    <message>
        <source>da inviare</source>
        <translation>to be sent</translation>
    </message>
    <message>
        <source>Fatto %1</source>
        <translation>Done %1</translation>
    </message>
    <message>
        <source>Riapri</source>
        <translation>Open again</translation>
    </message>
    <message>
        <source>Fatto</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>La trovano anche gli altri spazi.</source>
        <translation>The other spaces find it too.</translation>
    </message>
    <message>
        <source>La trova chi apre la portineria dopo di te.</source>
        <translation>Whoever opens the desk after you finds it.</translation>
    </message>
</context>
<context>
    <name>HandoverScreen</name>
    <message>
        <source>Consegne</source>
        <translation>Handover</translation>
    </message>
    <message>
        <source>Altro</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Scrivi una consegna</source>
        <translation>Write a note</translation>
    </message>
    <message>
        <source>Anche agli altri spazi</source>
        <translation>To the other spaces too</translation>
    </message>
    <message>
        <source>Consegna salvata.</source>
        <translation>Note saved.</translation>
    </message>
    <message>
        <source>Segnata come fatta.</source>
        <translation>Marked as done.</translation>
    </message>
    <message>
        <source>La consegna è ancora da fare</source>
        <translation>The note is still to be done</translation>
    </message>
    <message>
        <source>Nessuna consegna.</source>
        <translation>No notes.</translation>
    </message>
    <message>
        <source>Qui lasci a chi viene dopo di te quello che deve sapere o fare.</source>
        <translation>Here you leave what those after you have to know or to do.</translation>
    </message>
    <message>
        <source>Lascia</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>Per chi viene dopo. Senza nomi di chi abita qui</source>
        <translation>For the next shift. No residents&apos; names</translation>
    </message>
    <message>
        <source>Lascia la consegna</source>
        <translation>Leave the note</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Portineria</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>Torna indietro</source>
        <translation>Go back</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>Aperto fino alle %1</source>
        <translation>Open until %1</translation>
    </message>
    <message>
        <source>Apre alle %1</source>
        <translation>Opens at %1</translation>
    </message>
    <message>
        <source>Chiuso. Riapre %1 alle %2</source>
        <translation>Closed. Opens again %1 at %2</translation>
    </message>
    <message>
        <source>Urgente: %1</source>
        <translation>Urgent: %1</translation>
    </message>
    <message>
        <source>in bacheca</source>
        <translation>on the board</translation>
    </message>
    <message>
        <source>Domani e la settimana</source>
        <translation>Tomorrow and the week</translation>
    </message>
    <message>
        <source>Servizi</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>che cosa si può chiedere qui</source>
        <translation>what you can ask for here</translation>
    </message>
    <message>
        <source>Bacheca</source>
        <translation>Notice board</translation>
    </message>
    <message>
        <source>Offro e cerco</source>
        <translation>Offers and wants</translation>
    </message>
    <message>
        <source>Lavoro e corsi</source>
        <translation>Work and courses</translation>
    </message>
    <message>
        <source>Prodotti</source>
        <translation>Products</translation>
    </message>
    <message>
        <source>Personale</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>portieri e operatori</source>
        <translation>doorkeepers and operators</translation>
    </message>
    <message>
        <source>ancora niente</source>
        <translation>nothing yet</translation>
    </message>
    <message>
        <source>Il programma non è ancora arrivato.</source>
        <translation>The programme has not come yet.</translation>
    </message>
    <message>
        <source>Per oggi qui è tutto.</source>
        <translation>That is all for today here.</translation>
    </message>
    <message>
        <source>Oggi qui non c&apos;è niente in programma.</source>
        <translation>Nothing is planned here today.</translation>
    </message>
    <message>
        <source>Adesso, dalle %1</source>
        <translation>Now, since %1</translation>
    </message>
    <message>
        <source>Adesso, fino alle %1</source>
        <translation>Now, until %1</translation>
    </message>
    <message>
        <source>Fino a %1</source>
        <translation>Until %1</translation>
    </message>
    <message>
        <source>Tutto il giorno</source>
        <translation>All day</translation>
    </message>
    <message>
        <source>Prossima, alle %1</source>
        <translation>Next, at %1</translation>
    </message>
    <message>
        <source>Anche adesso</source>
        <translation>Also now</translation>
    </message>
    <message>
        <source>Più tardi</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>In programma</source>
        <translation>Planned</translation>
    </message>
    <message>
        <source>Nei prossimi giorni</source>
        <translation>In the next days</translation>
    </message>
    <message>
        <source>Oggi qui</source>
        <translation>Today here</translation>
    </message>
    <message>
        <source>gratuito</source>
        <translation>free</translation>
    </message>
    <message>
        <source>Arriva da solo appena c&apos;è la rete. Intanto chiedi al portiere.</source>
        <translation>It comes by itself as soon as there is a network. Meanwhile ask at the desk.</translation>
    </message>
    <message>
        <source>Ecco che cosa c&apos;è nei prossimi giorni.</source>
        <translation>Here is what is on in the next days.</translation>
    </message>
    <message>
        <source>Guarda che cosa c&apos;è negli altri spazi, oppure chiedi al portiere.</source>
        <translation>Look at what is on in the other spaces, or ask at the desk.</translation>
    </message>
    <message>
        <source>ancora niente in programma</source>
        <translation>nothing planned yet</translation>
    </message>
    <message>
        <source>Gli altri spazi</source>
        <translation>The other spaces</translation>
    </message>
    <message>
        <source>Gli altri %1 spazi</source>
        <translation>The other %1 spaces</translation>
    </message>
    <message>
        <source>oggi niente</source>
        <translation>nothing today</translation>
    </message>
    <message>
        <source>nessun avviso</source>
        <translation>no notices</translation>
    </message>
</context>
<context>
    <name>IdleOverlay</name>
    <message>
        <source>Ti serve altro tempo?</source>
        <translation>Do you need more time?</translation>
    </message>
    <message numerus="yes">
        <source>Tra %n secondi torno all&apos;inizio e cancello quello che hai scritto.</source>
        <translation>
            <numerusform>In %n second I go back to the start and erase what you entered.</numerusform>
            <numerusform>In %n seconds I go back to the start and erase what you entered.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sì, continuo</source>
        <translation>Yes, go on</translation>
    </message>
    <message>
        <source>Esci</source>
        <translation>Exit</translation>
    </message>
</context>
<context>
    <name>Keep</name>
    <message>
        <source>Attacca il foglietto al pacco.</source>
        <translation>Stick the slip to the parcel.</translation>
    </message>
    <message>
        <source>Scrivi il codice sul pacco a mano.</source>
        <translation>Write the code on the parcel by hand.</translation>
    </message>
</context>
<context>
    <name>KeepScreen</name>
    <message>
        <source>Pacchi</source>
        <translation>Parcels</translation>
    </message>
    <message>
        <source>Tieni un pacco</source>
        <translation>Keep a parcel</translation>
    </message>
    <message>
        <source>Per chi è? Scrivi il nome, o leggi la tessera</source>
        <translation>For whom? Write the name, or read the card</translation>
    </message>
    <message>
        <source>Tieni: codice %1</source>
        <translation>Keep: code %1</translation>
    </message>
    <message>
        <source>Pacco registrato: codice %1</source>
        <translation>Parcel recorded: code %1</translation>
    </message>
    <message>
        <source>Scrivi il codice sul pacco e dillo a chi lo aspetta: con il codice lo ritira.</source>
        <translation>Write the code on the parcel and tell it to whoever waits: the code is for collecting it.</translation>
    </message>
    <message>
        <source>Il foglietto sta uscendo.</source>
        <translation>The slip is coming out.</translation>
    </message>
    <message>
        <source>Stampa il foglietto per il pacco</source>
        <translation>Print the slip for the parcel</translation>
    </message>
    <message>
        <source>Un altro pacco</source>
        <translation>Another parcel</translation>
    </message>
</context>
<context>
    <name>ListenButton</name>
    <message>
        <source>Ascolta</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Ferma la voce</source>
        <translation>Stop the voice</translation>
    </message>
    <message>
        <source>Da capo</source>
        <translation>From the start</translation>
    </message>
</context>
<context>
    <name>LogLine</name>
    <message>
        <source>Altri dati della persona</source>
        <translation>More about the person</translation>
    </message>
    <message>
        <source>Annulla</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Ho capito</source>
        <translation>Got it</translation>
    </message>
</context>
<context>
    <name>More</name>
    <message>
        <source>nessuno</source>
        <translation>nobody</translation>
    </message>
    <message>
        <source>nessuna aperta</source>
        <translation>none open</translation>
    </message>
    <message>
        <source>Programma di oggi</source>
        <translation>Today&apos;s programme</translation>
    </message>
    <message>
        <source>Avvisi</source>
        <translation>Notices</translation>
    </message>
    <message>
        <source>Attesi oggi</source>
        <translation>Expected today</translation>
    </message>
    <message>
        <source>Richieste</source>
        <translation>Requests</translation>
    </message>
    <message>
        <source>Pacchi</source>
        <translation>Parcels</translation>
    </message>
    <message>
        <source>Consegne</source>
        <translation>Handover</translation>
    </message>
    <message>
        <source>Tessere</source>
        <translation>Cards</translation>
    </message>
    <message>
        <source>Da avvisare</source>
        <translation>To be told</translation>
    </message>
    <message>
        <source>Chiusura</source>
        <translation>Close of day</translation>
    </message>
    <message>
        <source>Schermo</source>
        <translation>Screen</translation>
    </message>
    <message>
        <source>testo grande, contrasto</source>
        <translation>large text, contrast</translation>
    </message>
    <message>
        <source>Tutto inviato.</source>
        <translation>Everything is sent.</translation>
    </message>
    <message>
        <source>nessuna</source>
        <translation>none</translation>
    </message>
    <message>
        <source>niente in programma</source>
        <translation>nothing planned</translation>
    </message>
    <message>
        <source>nessuno in bacheca</source>
        <translation>none on the board</translation>
    </message>
    <message>
        <source>niente da leggere</source>
        <translation>nothing to read</translation>
    </message>
    <message>
        <source>giornata aperta</source>
        <translation>day open</translation>
    </message>
    <message>
        <source>chiusa alle %1</source>
        <translation>closed at %1</translation>
    </message>
</context>
<context>
    <name>MoreScreen</name>
    <message>
        <source>Portineria</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>Altro</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Registrazioni di questo terminale</source>
        <translation>Records of this terminal</translation>
    </message>
    <message>
        <source>Sblocca il PIN di %1</source>
        <translation>Unlock the PIN of %1</translation>
    </message>
</context>
<context>
    <name>NewCard</name>
    <message>
        <source>Testo grande</source>
        <translation>Large text</translation>
    </message>
    <message>
        <source>Contrasto alto</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>Comandi in basso</source>
        <translation>Controls low down</translation>
    </message>
    <message>
        <source>Voce</source>
        <translation>Voice</translation>
    </message>
</context>
<context>
    <name>NewCardPart</name>
    <message>
        <source>Nome, e iniziale del cognome</source>
        <translation>First name, and initial of the surname</translation>
    </message>
    <message>
        <source>Avanti</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>In che lingua legge meglio %1?</source>
        <translation>Which language does %1 read best?</translation>
    </message>
    <message>
        <source>Che cosa le serve sullo schermo?</source>
        <translation>What helps this person on the screen?</translation>
    </message>
    <message>
        <source>Telefono: %1</source>
        <translation>Phone: %1</translation>
    </message>
    <message>
        <source>E-mail: %1</source>
        <translation>E-mail: %1</translation>
    </message>
    <message>
        <source>Aggiungi telefono o e-mail, se vuole</source>
        <translation>Add phone or e-mail, if they like</translation>
    </message>
    <message>
        <source>Fai la tessera</source>
        <translation>Make the card</translation>
    </message>
</context>
<context>
    <name>Night</name>
    <message>
        <source>Tocca per accendere</source>
        <translation>Touch to wake</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Si vede fino a: %1</source>
        <translation>Shown until: %1</translation>
    </message>
    <message>
        <source>Urgente</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>Affisso: si vede già in bacheca.</source>
        <translation>Posted: it is on the board already.</translation>
    </message>
    <message>
        <source>Tolto: %1</source>
        <translation>Taken down: %1</translation>
    </message>
</context>
<context>
    <name>NoticeScreen</name>
    <message>
        <source>Altro</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Indietro</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Avvisi</source>
        <translation>Notices</translation>
    </message>
    <message>
        <source>Nuovo avviso</source>
        <translation>New notice</translation>
    </message>
    <message>
        <source>Rimettilo</source>
        <translation>Put it back</translation>
    </message>
    <message>
        <source>Scrivi un avviso</source>
        <translation>Write a notice</translation>
    </message>
    <message>
        <source>In bacheca non c&apos;è nessun avviso di questo spazio.</source>
        <translation>There is no notice of this space on the board.</translation>
    </message>
    <message>
        <source>Togli</source>
        <translation>Take down</translation>
    </message>
    <message>
        <source>Titolo, in poche parole</source>
        <translation>Title, in a few words</translation>
    </message>
    <message>
        <source>Che cosa devono sapere? Senza nomi</source>
        <translation>What should people know? No names</translation>
    </message>
    <message>
        <source>Avanti</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Urgente: %1</source>
        <translation>Urgent: %1</translation>
    </message>
    <message>
        <source>Fino a quando si vede?</source>
        <translation>Until when is it shown?</translation>
    </message>
    <message>
        <source>Oggi</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Domani</source>
        <translation>Tomorrow</translation>
    </message>
    <message>
        <source>Una settimana</source>
        <translation>A week</translation>
    </message>
    <message>
        <source>Urgente</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>Urgente: anche su Oggi qui</source>
        <translation>Urgent: on Today here too</translation>
    </message>
    <message>
        <source>Affiggi</source>
        <translation>Post</translation>
    </message>
</context>
<context>
    <name>NumberPad</name>
    <message>
        <source>Avvicina la tessera al lettore o scrivi il numero</source>
        <translation>Hold your card to the reader or type the number</translation>
    </message>
    <message>
        <source>Svuota</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>Cancella</source>
        <translation>Clear</translation>
    </message>
</context>
<context>
    <name>NumberScreen</name>
    <message>
        <source>Iscriviti</source>
        <translation>Sign up</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>due</source>
        <translation>two</translation>
    </message>
    <message>
        <source>tre</source>
        <translation>three</translation>
    </message>
    <message>
        <source>quattro</source>
        <translation>four</translation>
    </message>
    <message>
        <source>cinque</source>
        <translation>five</translation>
    </message>
    <message>
        <source>sei</source>
        <translation>six</translation>
    </message>
    <message>
        <source>sette</source>
        <translation>seven</translation>
    </message>
    <message>
        <source>otto</source>
        <translation>eight</translation>
    </message>
    <message>
        <source>nove</source>
        <translation>nine</translation>
    </message>
    <message>
        <source>dieci</source>
        <translation>ten</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Sei già iscritto.</source>
        <translation>You are already signed up.</translation>
    </message>
    <message>
        <source>Il tuo posto c&apos;è.</source>
        <translation>Your place is there.</translation>
    </message>
    <message>
        <source>Iscritto</source>
        <translation>Signed up</translation>
    </message>
    <message>
        <source>Il posto è tuo.</source>
        <translation>The place is yours.</translation>
    </message>
    <message>
        <source>Sei già arrivato</source>
        <translation>You are already here</translation>
    </message>
    <message>
        <source>La presenza è segnata.</source>
        <translation>You are checked in.</translation>
    </message>
    <message>
        <source>Aspetto la conferma: di solito bastano pochi secondi.</source>
        <translation>Waiting for confirmation: it usually takes a few seconds.</translation>
    </message>
    <message>
        <source>Ti confermiamo quando torna la rete.</source>
        <translation>We confirm it when the network is back.</translation>
    </message>
    <message>
        <source>Richiesta ricevuta.</source>
        <translation>Request received.</translation>
    </message>
    <message>
        <source>Se si libera un posto, lo sai qui con la tessera o dal portiere.</source>
        <translation>If a place becomes free, you learn it here with your card or at the desk.</translation>
    </message>
    <message>
        <source>Sei in lista d&apos;attesa.</source>
        <translation>You are on the waiting list.</translation>
    </message>
    <message>
        <source>Non c&apos;era più posto. Chiedi al portiere se ci sono altre date.</source>
        <translation>There was no place left. Ask at the desk whether there are other dates.</translation>
    </message>
    <message>
        <source>Iscrizione non riuscita.</source>
        <translation>Sign-up not possible.</translation>
    </message>
    <message>
        <source>Iscrizione annullata.</source>
        <translation>Sign-up cancelled.</translation>
    </message>
    <message>
        <source>Il posto non è più tuo.</source>
        <translation>The place is no longer yours.</translation>
    </message>
    <message>
        <source>iscritto</source>
        <translation>signed up</translation>
    </message>
    <message>
        <source>presente</source>
        <translation>here</translation>
    </message>
    <message>
        <source>da confermare</source>
        <translation>to be confirmed</translation>
    </message>
    <message>
        <source>in lista d&apos;attesa</source>
        <translation>on the waiting list</translation>
    </message>
    <message>
        <source>non riuscita</source>
        <translation>not possible</translation>
    </message>
    <message>
        <source>annullata</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>Questa attività è annullata. Scegline un&apos;altra.</source>
        <translation>This activity is cancelled. Choose another one.</translation>
    </message>
    <message>
        <source>Questa attività è già finita. Scegline un&apos;altra.</source>
        <translation>This activity is already over. Choose another one.</translation>
    </message>
    <message>
        <source>Per questa attività non serve iscriversi: vieni e basta.</source>
        <translation>No sign-up is needed for this activity: just come.</translation>
    </message>
    <message>
        <source>Questa attività non c&apos;è più. Torna a Oggi qui e scegline un&apos;altra.</source>
        <translation>This activity is no longer here. Go back to Today here and choose another one.</translation>
    </message>
</context>
<context>
    <name>Pager</name>
    <message>
        <source>Su</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Giù</source>
        <translation>Down</translation>
    </message>
</context>
<context>
    <name>Parcels</name>
    <message>
        <source>Consegnato %1</source>
        <translation>Handed over %1</translation>
    </message>
    <message>
        <source>Arrivato %1</source>
        <translation>Arrived %1</translation>
    </message>
    <message>
        <source>da inviare</source>
        <translation>to be sent</translation>
    </message>
    <message>
        <source>Consegna</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Annulla</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>ParcelsScreen</name>
    <message>
        <source>Altro</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Pacchi</source>
        <translation>Parcels</translation>
    </message>
    <message>
        <source>Tieni un pacco</source>
        <translation>Keep a parcel</translation>
    </message>
    <message>
        <source>Codice del pacco</source>
        <translation>Code of the parcel</translation>
    </message>
    <message>
        <source>Togli</source>
        <translation>Erase</translation>
    </message>
    <message>
        <source>Consegnato: %1</source>
        <translation>Handed over: %1</translation>
    </message>
    <message>
        <source>Il pacco è ancora qui</source>
        <translation>The parcel is still here</translation>
    </message>
    <message>
        <source>Nessun pacco da consegnare.</source>
        <translation>No parcels to hand over.</translation>
    </message>
    <message>
        <source>Quando ne arriva uno, tocca Tieni un pacco: il terminale dà un codice da dire a chi lo ritira.</source>
        <translation>When one arrives, touch Keep a parcel: the terminal gives a code for whoever collects it.</translation>
    </message>
    <message>
        <source>Qui non c&apos;è un pacco con questo codice.</source>
        <translation>There is no parcel with this code here.</translation>
    </message>
    <message>
        <source>Confronta il codice, o cerca il pacco per nome nell&apos;elenco.</source>
        <translation>Compare the code, or look for the name in the list.</translation>
    </message>
    <message>
        <source>Scrivi il PIN per vedere i nomi</source>
        <translation>Enter the PIN to see the names</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>portineria</source>
        <translation>desk</translation>
    </message>
    <message>
        <source>operatori</source>
        <translation>operators</translation>
    </message>
    <message>
        <source>Comune</source>
        <translation>Municipality</translation>
    </message>
    <message>
        <source>assistenza</source>
        <translation>support</translation>
    </message>
</context>
<context>
    <name>PhoneScreen</name>
    <message>
        <source>Codice per il telefono</source>
        <translation>Code for your phone</translation>
    </message>
    <message>
        <source>Con il telefono</source>
        <translation>With your phone</translation>
    </message>
    <message>
        <source>Inquadra il codice con la fotocamera, scrivi il tuo nome e conferma. Qui vedi quando è fatto.</source>
        <translation>Point your camera at the code, write your name and confirm. You see here when it is done.</translation>
    </message>
</context>
<context>
    <name>Pill</name>
    <message>
        <source>L&apos;orologio è da verificare: guarda la data di ogni attività.</source>
        <translation>The clock has to be checked: look at the date of each activity.</translation>
    </message>
    <message>
        <source>Il programma non è ancora arrivato: chiedi al portiere.</source>
        <translation>The programme has not arrived yet: ask at the desk.</translation>
    </message>
    <message>
        <source>Programma di %1: chiedi conferma al portiere.</source>
        <translation>Programme of %1: ask at the desk to be sure.</translation>
    </message>
    <message>
        <source>Collegato · aggiornato alle %1</source>
        <translation>Connected · updated at %1</translation>
    </message>
    <message>
        <source>Senza rete: puoi usare il terminale. Programma delle %1.</source>
        <translation>No network: you can use the terminal. Programme of %1.</translation>
    </message>
    <message>
        <source>Senza rete: puoi usare il terminale. Programma di ieri, %1.</source>
        <translation>No network: you can use the terminal. Programme of yesterday, %1.</translation>
    </message>
    <message>
        <source>Tutto inviato</source>
        <translation>All sent</translation>
    </message>
    <message>
        <source>ultimo invio %1</source>
        <translation>last sent %1</translation>
    </message>
</context>
<context>
    <name>Pin</name>
    <message>
        <source>Nessuno può ancora aprire la portineria da qui: chiama l&apos;ufficio.</source>
        <translation>Nobody can open the desk from here yet: call the office.</translation>
    </message>
    <message>
        <source>PIN bloccato dopo troppi errori. Lo sblocca un collega (Portineria, Altro) o l&apos;ufficio.</source>
        <translation>PIN locked after too many mistakes. A colleague unlocks it at the desk, under More, or the office does.</translation>
    </message>
    <message>
        <source>Questa persona non può aprire la portineria qui. Chiama l&apos;ufficio.</source>
        <translation>This person may not open the desk here. Call the office.</translation>
    </message>
    <message>
        <source>Non riesco a controllare il PIN. Chiama l&apos;ufficio.</source>
        <translation>I cannot check the PIN. Call the office.</translation>
    </message>
</context>
<context>
    <name>PinScreen</name>
    <message>
        <source>Scrivi il PIN</source>
        <translation>Enter your PIN</translation>
    </message>
    <message numerus="yes">
        <source>%n cifre scritte</source>
        <translation>
            <numerusform>%n digit entered</numerusform>
            <numerusform>%n digits entered</numerusform>
        </translation>
    </message>
    <message>
        <source>Controllo…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>Svuota</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>Cancella</source>
        <translation>Clear</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>leggi ad alta voce</source>
        <translation>read it aloud</translation>
    </message>
    <message>
        <source>in inglese: in questa lingua non c&apos;è una voce</source>
        <translation>in English: there is no voice in this language</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Pacchi e posta</source>
        <translation>Parcels and post</translation>
    </message>
    <message>
        <source>Aiuto digitale, SPID</source>
        <translation>Digital help, SPID</translation>
    </message>
    <message>
        <source>Informazioni</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Chiavi</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Piccole riparazioni</source>
        <translation>Small repairs</translation>
    </message>
    <message>
        <source>Ascolto</source>
        <translation>Listening</translation>
    </message>
    <message>
        <source>Casa: pratiche e bandi</source>
        <translation>Housing: forms and calls</translation>
    </message>
    <message>
        <source>Salute, prenotazioni</source>
        <translation>Health, appointments</translation>
    </message>
    <message>
        <source>Altro motivo</source>
        <translation>Another reason</translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>Chi è?</source>
        <translation>Who is it?</translation>
    </message>
    <message>
        <source>Inquilino ERP</source>
        <translation>ERP tenant</translation>
    </message>
    <message>
        <source>Seguito dai servizi</source>
        <translation>Followed by the services</translation>
    </message>
    <message>
        <source>Abita nel quartiere</source>
        <translation>Lives in the quarter</translation>
    </message>
    <message>
        <source>Altra persona</source>
        <translation>Somebody else</translation>
    </message>
    <message>
        <source>È la prima volta?</source>
        <translation>Is it the first time?</translation>
    </message>
    <message>
        <source>Sì, è la prima</source>
        <translation>Yes, the first</translation>
    </message>
    <message>
        <source>No, è già venuta</source>
        <translation>No, has come before</translation>
    </message>
    <message>
        <source>Genere</source>
        <translation>Gender</translation>
    </message>
    <message>
        <source>Donna</source>
        <translation>Woman</translation>
    </message>
    <message>
        <source>Uomo</source>
        <translation>Man</translation>
    </message>
    <message>
        <source>Altro</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>In che lingua parla?</source>
        <translation>Which language do they speak?</translation>
    </message>
    <message>
        <source>È servita una mediazione?</source>
        <translation>Was mediation needed?</translation>
    </message>
    <message>
        <source>Sì</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Com&apos;è finita?</source>
        <translation>How did it end?</translation>
    </message>
    <message>
        <source>Risolto</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>Dato un appuntamento</source>
        <translation>Appointment made</translation>
    </message>
    <message>
        <source>Inviata altrove</source>
        <translation>Sent on</translation>
    </message>
    <message>
        <source>In sospeso</source>
        <translation>Still open</translation>
    </message>
    <message>
        <source>Non si può risolvere</source>
        <translation>Cannot be settled</translation>
    </message>
    <message>
        <source>A chi l&apos;hai inviata?</source>
        <translation>To whom did you send them?</translation>
    </message>
    <message>
        <source>WeMi</source>
        <translation>WeMi</translation>
    </message>
    <message>
        <source>Servizio sociale</source>
        <translation>Social services</translation>
    </message>
    <message>
        <source>Custode sociale</source>
        <translation>Social custodian</translation>
    </message>
    <message>
        <source>Gestore della casa</source>
        <translation>Housing manager</translation>
    </message>
    <message>
        <source>CAF o patronato</source>
        <translation>CAF or patronato</translation>
    </message>
    <message>
        <source>ASST</source>
        <translation>ASST</translation>
    </message>
    <message>
        <source>Centro per l&apos;impiego</source>
        <translation>Job centre</translation>
    </message>
    <message>
        <source>Scuola</source>
        <translation>School</translation>
    </message>
    <message>
        <source>Associazione</source>
        <translation>Association</translation>
    </message>
    <message>
        <source>Quanti minuti?</source>
        <translation>How many minutes?</translation>
    </message>
    <message>
        <source>Come si è fatta viva?</source>
        <translation>How did they get in touch?</translation>
    </message>
    <message>
        <source>Di persona</source>
        <translation>In person</translation>
    </message>
    <message>
        <source>Al telefono</source>
        <translation>By phone</translation>
    </message>
    <message>
        <source>Dal totem</source>
        <translation>At the terminal</translation>
    </message>
    <message>
        <source>Domanda %1 di %2</source>
        <translation>Question %1 of %2</translation>
    </message>
</context>
<context>
    <name>RecordScreen</name>
    <message>
        <source>Portineria</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>Questo passaggio non c&apos;è più.</source>
        <translation>This drop-in is not there any more.</translation>
    </message>
    <message>
        <source>Registrato. Non c&apos;è altro da chiedere.</source>
        <translation>Recorded. There is nothing else to ask.</translation>
    </message>
    <message>
        <source>Domanda prima</source>
        <translation>Question before</translation>
    </message>
    <message>
        <source>Salta</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>Torna alla portineria</source>
        <translation>Back to the desk</translation>
    </message>
</context>
<context>
    <name>Recurrence</name>
    <message>
        <source>ogni giorno</source>
        <translation>every day</translation>
    </message>
    <message>
        <source>ogni due settimane, %1</source>
        <translation>every two weeks, on %1</translation>
    </message>
    <message>
        <source>ogni settimana, da %1 a %2</source>
        <translation>every week, %1 to %2</translation>
    </message>
    <message>
        <source>ogni %1</source>
        <translation>every %1</translation>
    </message>
    <message>
        <source>ogni mese, il giorno %1</source>
        <translation>every month, on day %1</translation>
    </message>
    <message>
        <source>il primo %1 del mese</source>
        <translation>the first %1 of the month</translation>
    </message>
    <message>
        <source>il secondo %1 del mese</source>
        <translation>the second %1 of the month</translation>
    </message>
    <message>
        <source>il terzo %1 del mese</source>
        <translation>the third %1 of the month</translation>
    </message>
    <message>
        <source>il quarto %1 del mese</source>
        <translation>the fourth %1 of the month</translation>
    </message>
    <message>
        <source>l&apos;ultimo %1 del mese</source>
        <translation>the last %1 of the month</translation>
    </message>
    <message>
        <source>la prima %1 del mese</source>
        <translation>the first %1 of the month</translation>
    </message>
    <message>
        <source>la seconda %1 del mese</source>
        <translation>the second %1 of the month</translation>
    </message>
    <message>
        <source>la terza %1 del mese</source>
        <translation>the third %1 of the month</translation>
    </message>
    <message>
        <source>la quarta %1 del mese</source>
        <translation>the fourth %1 of the month</translation>
    </message>
    <message>
        <source>l&apos;ultima %1 del mese</source>
        <translation>the last %1 of the month</translation>
    </message>
    <message>
        <source>fino al %1</source>
        <translation>until %1</translation>
    </message>
    <message>
        <source>%1 e %2</source>
        <translation>%1 and %2</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>È alla stessa ora. Vuoi iscriverti lo stesso?</source>
        <translation>It is at the same time. Do you want to sign up all the same?</translation>
    </message>
    <message>
        <source>Sì, iscrivimi</source>
        <translation>Yes, sign me up</translation>
    </message>
    <message>
        <source>Posti finiti. Vuoi la lista d&apos;attesa?</source>
        <translation>No places left. Would you like to join the waiting list?</translation>
    </message>
    <message>
        <source>Se si libera un posto, lo sai qui con la tessera o dal portiere.</source>
        <translation>If a place becomes free, you learn it here with your card or at the desk.</translation>
    </message>
    <message>
        <source>Sì, in lista</source>
        <translation>Yes, join</translation>
    </message>
    <message>
        <source>No, grazie</source>
        <translation>No, thanks</translation>
    </message>
</context>
<context>
    <name>Requests</name>
    <message>
        <source>ricevuta</source>
        <translation>received</translation>
    </message>
    <message>
        <source>in corso</source>
        <translation>in progress</translation>
    </message>
    <message>
        <source>pronta</source>
        <translation>ready</translation>
    </message>
    <message>
        <source>in lettura</source>
        <translation>being read</translation>
    </message>
    <message>
        <source>colloquio</source>
        <translation>interview</translation>
    </message>
    <message>
        <source>prova</source>
        <translation>trial</translation>
    </message>
    <message>
        <source>Fatto</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Appuntamento preso</source>
        <translation>Appointment made</translation>
    </message>
    <message>
        <source>Inviato a un altro servizio</source>
        <translation>Sent to another service</translation>
    </message>
    <message>
        <source>Non si può fare</source>
        <translation>Cannot be done</translation>
    </message>
    <message>
        <source>Non serve più</source>
        <translation>No longer needed</translation>
    </message>
    <message>
        <source>Consegnato</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>Non disponibile</source>
        <translation>Not available</translation>
    </message>
    <message>
        <source>Inserimento riuscito</source>
        <translation>Placed</translation>
    </message>
    <message>
        <source>Posti finiti</source>
        <translation>No places left</translation>
    </message>
    <message>
        <source>Non adatto</source>
        <translation>Not suitable</translation>
    </message>
    <message>
        <source>Messi in contatto</source>
        <translation>Put in touch</translation>
    </message>
    <message>
        <source>da inviare</source>
        <translation>to be sent</translation>
    </message>
</context>
<context>
    <name>RequestsScreen</name>
    <message>
        <source>Portineria</source>
        <translation>Front desk</translation>
    </message>
    <message>
        <source>Le richieste</source>
        <translation>The requests</translation>
    </message>
    <message>
        <source>Richieste aperte</source>
        <translation>Open requests</translation>
    </message>
    <message>
        <source>Richiesta chiusa.</source>
        <translation>Request closed.</translation>
    </message>
    <message>
        <source>Nessuna richiesta aperta.</source>
        <translation>No open requests.</translation>
    </message>
    <message>
        <source>Quando qualcuno chiede un servizio al terminale, lo trovi qui.</source>
        <translation>When somebody asks for a service at the terminal, you find it here.</translation>
    </message>
    <message>
        <source>Scrivi il PIN per vedere chi ha chiesto</source>
        <translation>Enter your PIN to see who asked</translation>
    </message>
    <message>
        <source>Com&apos;è finita?</source>
        <translation>How did it end?</translation>
    </message>
    <message>
        <source>Chiudi la richiesta</source>
        <translation>Close the request</translation>
    </message>
</context>
<context>
    <name>Result</name>
    <message>
        <source>Questa iscrizione non è qui.</source>
        <translation>This sign-up is not here.</translation>
    </message>
    <message>
        <source>Il terminale non la conosce ancora. Chiedi al portiere.</source>
        <translation>The terminal does not know it yet. Ask at the desk.</translation>
    </message>
    <message>
        <source>Mostra questo codice all&apos;ingresso.</source>
        <translation>Show this code at the entrance.</translation>
    </message>
    <message>
        <source>Fatto: prendi il foglietto.</source>
        <translation>Done: take the slip.</translation>
    </message>
    <message>
        <source>La tua iscrizione è salva.</source>
        <translation>Your sign-up is saved.</translation>
    </message>
</context>
<context>
    <name>ResultScreen</name>
    <message>
        <source>Fatto</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Il foglietto sta uscendo.</source>
        <translation>The slip is on its way.</translation>
    </message>
    <message>
        <source>Stampa il foglietto</source>
        <translation>Print the slip</translation>
    </message>
    <message>
        <source>Annulla iscrizione</source>
        <translation>Cancel the sign-up</translation>
    </message>
    <message>
        <source>se non puoi venire</source>
        <translation>if you cannot come</translation>
    </message>
</context>
<context>
    <name>Saved</name>
    <message>
        <source>Fatto</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Trovate nel testo, nel luogo o per chi</source>
        <translation>Found in the text, the place or for whom</translation>
    </message>
    <message>
        <source>Le prime %1: scrivi ancora una lettera</source>
        <translation>The first %1: write one more letter</translation>
    </message>
    <message>
        <source>La ricerca è ferma.</source>
        <translation>Search is not working.</translation>
    </message>
    <message>
        <source>Sto preparando la ricerca…</source>
        <translation>Getting search ready…</translation>
    </message>
    <message>
        <source>Non trovo «%1».</source>
        <translation>I cannot find “%1”.</translation>
    </message>
    <message>
        <source>Guarda la settimana o gli altri spazi, oppure chiedi al portiere.</source>
        <translation>Look at the week or the other spaces, or ask at the desk.</translation>
    </message>
    <message>
        <source>Ci vuole un momento: i risultati arrivano da soli.</source>
        <translation>It takes a moment: results arrive by themselves.</translation>
    </message>
    <message>
        <source>Prova con una parola più corta, guarda gli altri spazi, oppure chiedi al portiere.</source>
        <translation>Try a shorter word, look at the other spaces, or ask at the desk.</translation>
    </message>
</context>
<context>
    <name>SearchPad</name>
    <message>
        <source>Cancella</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Spazio</source>
        <translation>Space</translation>
    </message>
</context>
<context>
    <name>SearchScreen</name>
    <message>
        <source>Che cosa cerchi?</source>
        <translation>What are you looking for?</translation>
    </message>
    <message>
        <source>Svuota</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>Cancella tutto e ricomincia</source>
        <translation>Clear everything and start again</translation>
    </message>
    <message>
        <source>Scrivi un&apos;attività, un luogo o per chi è. Oppure parti da qui:</source>
        <translation>Write an activity, a place or whom it is for. Or start from here:</translation>
    </message>
    <message>
        <source>Scrivi un&apos;attività, un luogo o per chi è.</source>
        <translation>Write an activity, a place or whom it is for.</translation>
    </message>
    <message>
        <source>Gli altri spazi</source>
        <translation>The other spaces</translation>
    </message>
</context>
<context>
    <name>ServiceScreen</name>
    <message>
        <source>Codice per il telefono: %1</source>
        <translation>Code for the phone: %1</translation>
    </message>
    <message>
        <source>Inquadra il codice per avere l&apos;elenco sul telefono.</source>
        <translation>Scan the code to have the list on your phone.</translation>
    </message>
</context>
<context>
    <name>Services</name>
    <message>
        <source>Prodotti e servizi</source>
        <translation>Products and services</translation>
    </message>
    <message>
        <source>Servizi</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>Qui non ci sono ancora servizi.</source>
        <translation>There are no services here yet.</translation>
    </message>
    <message>
        <source>Prodotti</source>
        <translation>Products</translation>
    </message>
    <message>
        <source>Quando</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Costo</source>
        <translation>Cost</translation>
    </message>
    <message>
        <source>Paga</source>
        <translation>Pay</translation>
    </message>
    <message>
        <source>Per chi</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>Posti</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>Fino a</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Contatto</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Questo qui non c&apos;è più.</source>
        <translation>This is no longer here.</translation>
    </message>
    <message>
        <source>Torna indietro e scegli altro, oppure chiedi al portiere.</source>
        <translation>Go back and choose something else, or ask at the desk.</translation>
    </message>
    <message>
        <source>Testo in italiano.</source>
        <translation>Text in Italian.</translation>
    </message>
    <message>
        <source>Candidati</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>Ordina</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Chiedi</source>
        <translation>Ask for it</translation>
    </message>
    <message>
        <source>Non serve chiedere prima: vieni e basta.</source>
        <translation>No need to ask first: just come.</translation>
    </message>
    <message>
        <source>Tessera letta: tocca e hai finito.</source>
        <translation>Card read: tap and you are done.</translation>
    </message>
    <message>
        <source>Con la tessera, oppure con il tuo nome. Il portiere ti risponde qui.</source>
        <translation>With your card, or with your name. The desk answers you here.</translation>
    </message>
</context>
<context>
    <name>ServicesScreen</name>
    <message>
        <source>Hai bisogno di una mano? Chiedi al portiere, negli orari di apertura.</source>
        <translation>Do you need a hand? Ask at the desk during opening hours.</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Oggi qui</source>
        <translation>Today here</translation>
    </message>
    <message>
        <source>La settimana</source>
        <translation>The week</translation>
    </message>
    <message>
        <source>Gli altri spazi</source>
        <translation>The other spaces</translation>
    </message>
    <message>
        <source>I servizi</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>La bacheca</source>
        <translation>The board</translation>
    </message>
    <message>
        <source>Tutti gli spazi</source>
        <translation>All spaces</translation>
    </message>
    <message>
        <source>Cerca</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>L&apos;attività</source>
        <translation>The activity</translation>
    </message>
    <message>
        <source>Iscriviti</source>
        <translation>Sign up</translation>
    </message>
    <message>
        <source>La tua tessera</source>
        <translation>Your card</translation>
    </message>
    <message>
        <source>Portineria</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>Altro</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Personale</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>Indietro</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>SignUp</name>
    <message>
        <source>Posti finiti. Con la tessera puoi metterti in lista d&apos;attesa.</source>
        <translation>No places left. With your card you can join the waiting list.</translation>
    </message>
    <message>
        <source>Alle %1 sei già iscritto a: %2</source>
        <translation>At %1 you are signed up for: %2</translation>
    </message>
    <message>
        <source>Questo codice è scaduto. Torna indietro e scegli di nuovo il telefono.</source>
        <translation>This code has expired. Go back and choose the phone again.</translation>
    </message>
    <message>
        <source>Intanto il posto resta tuo.</source>
        <translation>Meanwhile the place is kept for you.</translation>
    </message>
    <message>
        <source>Il posto è tuo quando il telefono lo conferma.</source>
        <translation>The place is yours when the phone confirms it.</translation>
    </message>
    <message>
        <source>Oggi, %1: %2</source>
        <translation>Today, %1: %2</translation>
    </message>
</context>
<context>
    <name>SignUpScreen</name>
    <message>
        <source>Iscriviti</source>
        <translation>Sign up</translation>
    </message>
    <message>
        <source>Per quante persone della tua casa?</source>
        <translation>For how many people of your household?</translation>
    </message>
    <message>
        <source>Una persona in meno</source>
        <translation>One person fewer</translation>
    </message>
    <message>
        <source>Una persona in più</source>
        <translation>One person more</translation>
    </message>
    <message>
        <source>Come vuoi iscriverti?</source>
        <translation>How would you like to sign up?</translation>
    </message>
    <message>
        <source>Con la tessera</source>
        <translation>With your card</translation>
    </message>
    <message>
        <source>avvicinala adesso al lettore, o scrivi il numero</source>
        <translation>hold it to the reader now, or type its number</translation>
    </message>
    <message>
        <source>Con il telefono</source>
        <translation>With your phone</translation>
    </message>
    <message>
        <source>anche se non hai la tessera</source>
        <translation>even if you have no card</translation>
    </message>
    <message>
        <source>Al banco</source>
        <translation>At the desk</translation>
    </message>
    <message>
        <source>ti iscrive il portiere</source>
        <translation>the doorkeeper signs you up</translation>
    </message>
</context>
<context>
    <name>Slips</name>
    <message>
        <source>La stampante ha finito la carta. %1</source>
        <translation>The printer is out of paper. %1</translation>
    </message>
    <message>
        <source>La stampante è ferma. %1</source>
        <translation>The printer has stopped. %1</translation>
    </message>
</context>
<context>
    <name>Spaces</name>
    <message>
        <source>a %1 km</source>
        <translation>%1 km away</translation>
    </message>
    <message>
        <source>Sei qui</source>
        <translation>You are here</translation>
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
        <translation>Where the spaces are: the numbers are those of the list</translation>
    </message>
</context>
<context>
    <name>SpacesScreen</name>
    <message>
        <source>Gli altri spazi</source>
        <translation>The other spaces</translation>
    </message>
    <message>
        <source>Tutti insieme</source>
        <translation>All together</translation>
    </message>
    <message>
        <source>Che cosa c&apos;è in tutti gli spazi, giorno per giorno</source>
        <translation>What is on in all spaces, day by day</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>alle %1</source>
        <translation>at %1</translation>
    </message>
    <message>
        <source>dalle %1 alle %2</source>
        <translation>from %1 to %2</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>a whole hour</comment>
        <translation>%1</translation>
    </message>
    <message>
        <source>%1 e %2</source>
        <comment>hour and minutes</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>un indirizzo web</source>
        <translation>a web address</translation>
    </message>
</context>
<context>
    <name>StaffScreen</name>
    <message>
        <source>Personale</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>Avvicina il badge al lettore, oppure tocca le tue iniziali.</source>
        <translation>Hold your badge to the reader, or tap your initials.</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>aperta con il PIN</source>
        <translation>opened with the PIN</translation>
    </message>
    <message>
        <source>aperta con il badge</source>
        <translation>opened with the badge</translation>
    </message>
</context>
<context>
    <name>Takeaway</name>
    <message>
        <source>Fatto: prendi il foglietto dalla stampante.</source>
        <translation>Done: take the slip from the printer.</translation>
    </message>
    <message>
        <source>La tua iscrizione è salva.</source>
        <translation>Your sign-up is saved.</translation>
    </message>
    <message>
        <source>Usa il codice, o chiedi al portiere.</source>
        <translation>Use the code, or ask the doorkeeper.</translation>
    </message>
    <message>
        <source>Per partecipare ci si iscrive.</source>
        <translation>To take part, sign up.</translation>
    </message>
</context>
<context>
    <name>TakeawayScreen</name>
    <message>
        <source>Stampo il foglietto …</source>
        <translation>Printing the slip …</translation>
    </message>
    <message>
        <source>Stampane un altro</source>
        <translation>Print another one</translation>
    </message>
    <message>
        <source>Stampa un foglietto</source>
        <translation>Print a slip</translation>
    </message>
    <message>
        <source>Codice per il telefono: %1</source>
        <translation>Code for your phone: %1</translation>
    </message>
    <message>
        <source>Codice per il calendario del telefono</source>
        <translation>Code for the phone&apos;s calendar</translation>
    </message>
    <message>
        <source>Portalo con te</source>
        <translation>Take it with you</translation>
    </message>
    <message>
        <source>La pagina</source>
        <translation>The page</translation>
    </message>
    <message>
        <source>Il calendario</source>
        <translation>The calendar</translation>
    </message>
    <message>
        <source>Inquadra il codice con la fotocamera del telefono: si apre la pagina di questa attività.</source>
        <translation>Point your phone&apos;s camera at the code: the page of this activity opens.</translation>
    </message>
    <message>
        <source>Inquadra il codice con la fotocamera del telefono: l&apos;appuntamento va nel tuo calendario, anche senza rete.</source>
        <translation>Point your phone&apos;s camera at the code: the appointment goes into your calendar, even without a network.</translation>
    </message>
    <message>
        <source>Di questa attività non c&apos;è niente da portare con te.</source>
        <translation>There is nothing to take with you of this activity.</translation>
    </message>
    <message>
        <source>per chi non ha il telefono</source>
        <translation>for those without a phone</translation>
    </message>
</context>
<context>
    <name>ToTell</name>
    <message>
        <source>Il posto c&apos;è: iscrizione confermata</source>
        <translation>There is a place: sign-up confirmed</translation>
    </message>
    <message>
        <source>Posti finiti: è in lista d&apos;attesa</source>
        <translation>No places left: on the waiting list</translation>
    </message>
    <message>
        <source>Il posto non c&apos;è</source>
        <translation>There is no place</translation>
    </message>
    <message>
        <source>Incontro annullato</source>
        <translation>Meeting cancelled</translation>
    </message>
    <message>
        <source>Incontro spostato</source>
        <translation>Meeting moved</translation>
    </message>
    <message>
        <source>Ha un posto anche alle %1: %2, %3</source>
        <translation>Also has a place at %1: %2, %3</translation>
    </message>
</context>
<context>
    <name>ToTellScreen</name>
    <message>
        <source>Altro</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Da avvisare</source>
        <translation>To be told</translation>
    </message>
    <message>
        <source>Avvisato: %1</source>
        <translation>Told: %1</translation>
    </message>
    <message>
        <source>È ancora da avvisare</source>
        <translation>Still to be told</translation>
    </message>
    <message>
        <source>Nessuno da avvisare.</source>
        <translation>Nobody to be told.</translation>
    </message>
    <message>
        <source>Qui trovi chi aspetta una risposta e non ha lasciato un indirizzo e-mail.</source>
        <translation>Here you find who waits for an answer and left no e-mail address.</translation>
    </message>
    <message>
        <source>Scrivi il PIN per vedere nomi e numeri</source>
        <translation>Enter the PIN to see names and numbers</translation>
    </message>
    <message>
        <source>Avvisato</source>
        <translation>Told</translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>Chi lo conduce oggi non può venire.</source>
        <translation>Whoever leads it cannot come today.</translation>
    </message>
    <message>
        <source>La sala non è disponibile.</source>
        <translation>The room is not available.</translation>
    </message>
    <message>
        <source>Per il maltempo.</source>
        <translation>Because of the weather.</translation>
    </message>
    <message>
        <source>Scrivo io il motivo</source>
        <translation>I write the reason</translation>
    </message>
    <message>
        <source>Annullato</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>%1. Chi ha lasciato un&apos;e-mail riceve una lettera quando c&apos;è la rete; gli altri li trovi in Da avvisare. Se cambia qualcosa, qui puoi dire che si fa lo stesso.</source>
        <translation>%1. Who left an e-mail address gets a letter once there is a network; the others are under To be told. If things change, you can say here that it takes place after all.</translation>
    </message>
    <message>
        <source>nessuna iscrizione</source>
        <translation>nobody signed up</translation>
    </message>
    <message>
        <source>tutto il giorno</source>
        <translation>all day</translation>
    </message>
    <message>
        <source>L&apos;incontro si fa.</source>
        <translation>The meeting takes place.</translation>
    </message>
    <message>
        <source>Nessuno è iscritto. Chi guarda il programma lo vede subito.</source>
        <translation>Nobody is signed up. Whoever looks at the programme sees it at once.</translation>
    </message>
</context>
<context>
    <name>TodayScreen</name>
    <message>
        <source>Altro</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Programma di oggi</source>
        <translation>Today&apos;s programme</translation>
    </message>
    <message>
        <source>Per oggi qui non c&apos;è altro in programma.</source>
        <translation>Nothing else is planned here today.</translation>
    </message>
    <message>
        <source>Annullato. Tutti lo vedono già su questo terminale.</source>
        <translation>Cancelled. Everybody sees it on this terminal already.</translation>
    </message>
    <message>
        <source>Chi è da avvisare</source>
        <translation>Who is to be told</translation>
    </message>
    <message>
        <source>Si fa lo stesso</source>
        <translation>It takes place after all</translation>
    </message>
    <message>
        <source>Annulli questo incontro?</source>
        <translation>Cancel this meeting?</translation>
    </message>
    <message>
        <source>Sì, annulla</source>
        <translation>Yes, cancel it</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Oggi non si fa? Perché?</source>
        <translation>It does not take place today? Why?</translation>
    </message>
    <message>
        <source>Annulla questo incontro</source>
        <translation>Cancel this meeting</translation>
    </message>
    <message>
        <source>Perché? Lo leggono tutti: senza nomi</source>
        <translation>Why? Everybody reads it: no names</translation>
    </message>
    <message>
        <source>Avanti</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>UndoPart</name>
    <message>
        <source>Annulla</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>Who</name>
    <message>
        <source>Non ho la tessera: scrivo il nome</source>
        <translation>I have no card: I write my name</translation>
    </message>
    <message>
        <source>Nome e iniziale del cognome. Lo legge solo il portiere.</source>
        <translation>First name and initial. Only the desk reads it.</translation>
    </message>
    <message>
        <source>Cancella</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Spazio</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Ho la tessera</source>
        <translation>I have the card</translation>
    </message>
</context>
<context>
    <name>WritePart</name>
    <message>
        <source>Cancella</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Spazio</source>
        <translation>Space</translation>
    </message>
</context>
<context>
    <name>WriteScreen</name>
    <message>
        <source>Cerco qualcosa</source>
        <translation>I am looking for something</translation>
    </message>
    <message>
        <source>Offro qualcosa</source>
        <translation>I offer something</translation>
    </message>
    <message>
        <source>Che cosa cerchi? Senza nomi né telefoni</source>
        <translation>What are you looking for? No names, no numbers</translation>
    </message>
    <message>
        <source>Che cosa offri? Senza nomi né telefoni</source>
        <translation>What do you offer? No names, no numbers</translation>
    </message>
    <message>
        <source>Avanti</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Cancella</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Spazio</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Di chi è il biglietto?</source>
        <translation>Whose note is it?</translation>
    </message>
    <message>
        <source>Affiggi</source>
        <translation>Put it up</translation>
    </message>
    <message>
        <source>Biglietto salvato.</source>
        <translation>Note saved.</translation>
    </message>
    <message>
        <source>Lo vedi in bacheca quando l&apos;ufficio l&apos;ha letto. Sul biglietto non c&apos;è il tuo nome: chi risponde parla con il portiere.</source>
        <translation>You see it on the board once the office has read it. Your name is not on the note: whoever answers talks to the desk.</translation>
    </message>
</context>
</TS>
