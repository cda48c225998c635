<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="it_IT">
<context>
    <name>Activity</name>
    <message>
        <source>Questa attività non c&apos;è più</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Torna indietro e scegline un&apos;altra.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testo in italiano.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annullato: questa volta non si fa.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spostato: era %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>È già finita.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tessera letta: tocca Iscriviti e hai finito.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iscriviti con la tessera, con il telefono o al banco: scegli nel passo dopo.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivityScreen</name>
    <message>
        <source>Iscriviti</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portalo con te</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sul telefono</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Agenda</name>
    <message>
        <source>Adesso</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Più tardi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La settimana qui</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per oggi non c&apos;è altro.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In questo giorno non c&apos;è niente in programma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tocca un altro giorno, oppure guarda gli altri spazi da Oggi qui.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>oggi niente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&apos;elenco degli spazi non è ancora arrivato: chiedi al portiere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fino a
%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tutto il giorno</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annullato</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spostato: era %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>posti finiti</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>con iscrizione</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ingresso libero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a pagamento</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>posti finiti: puoi metterti in lista d&apos;attesa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conferma subito</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conferma quando torna la rete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>da %1 a %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>italiano</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inglese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arabo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spagnolo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filippino</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rumeno</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ucraino</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>singalese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bengalese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>albanese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>francese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 e %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>italiano; parliamo anche %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gratuito</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quando</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Come si entra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per chi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lingua</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posti</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tutto il giorno</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tutto il giorno e per più giorni</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per più giorni</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AskScreen</name>
    <message>
        <source>Al banco</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chiedi al portiere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ti iscrive lui, basta il tuo nome. Se vuoi ti fa anche la tessera.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Urgente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adesso non ci sono avvisi.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BoardScreen</name>
    <message>
        <source>Bacheca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vuoi affiggere qualcosa? Chiedi al portiere.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>Esci</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finisci e cancella quello che hai scritto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chiudi la portineria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mostra la tessera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leggi un codice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardScreen</name>
    <message>
        <source>Le tue iscrizioni</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mostra la tessera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Avanti</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tessera letta. Non hai iscrizioni.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scegli un&apos;attività e tocca Iscriviti: con la tessera hai già finito.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Che cosa c&apos;è oggi</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckIn</name>
    <message>
        <source>Questa iscrizione non è qui.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cercala in ufficio, o iscrivi la persona.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presenza già segnata.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tessera letta. Per quale attività di oggi?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iscrizione annullata.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presenza segnata.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckInScreen</name>
    <message>
        <source>Portineria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leggi un codice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Avvicina al lettore l&apos;iscrizione o la tessera, o scrivi il numero della tessera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Segna la presenza</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indietro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancella</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Codes</name>
    <message>
        <source>Tessera non attiva. Chiedi al portiere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Il numero della tessera ha 12 cifre. Controlla e riscrivilo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Una cifra non torna. Confronta il numero con la tessera e riscrivilo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questo codice non serve qui. Mostra la tessera o scrivi il numero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questo codice è più nuovo del terminale. Chiedi al portiere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Non leggo il codice. Tieni ferma la tessera o scrivi il numero.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Context</name>
    <message>
        <source>Lo spazio di questo terminale è pieno: non ho salvato. Chiedi al portiere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Non riesco a salvare. Chiedi al portiere.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n attività</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attività oggi</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n avvisi</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n posti</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n persone</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passaggi</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n registrazioni da inviare</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>PIN sbagliato. Puoi provare ancora %n volte.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Il codice vale ancora %n minuti.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>oggi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>domani</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>da inviare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inviato</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oggi: ancora nessuno</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oggi: %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeskScreen</name>
    <message>
        <source>Quale altro motivo, per la stessa persona?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chi è passato? Un tocco registra una persona.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Primi motivi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Altri motivi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registrato: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tocca un motivo: il passaggio è registrato subito.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motivo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aggiungi motivo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annulla</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quante persone?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Età, se la sai</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Portineria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Torna indietro</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>Per oggi qui è tutto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oggi qui non c&apos;è niente in programma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adesso, dalle %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adesso, fino alle %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fino a %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tutto il giorno</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prossima, alle %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anche adesso</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Più tardi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In programma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nei prossimi giorni</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oggi qui</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gratuito</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ecco che cosa c&apos;è nei prossimi giorni.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guarda che cosa c&apos;è negli altri spazi, oppure chiedi al portiere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gli altri %1 spazi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nessun avviso</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomeScreen</name>
    <message>
        <source>Domani e la settimana</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bacheca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>portieri e operatori</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IdleOverlay</name>
    <message>
        <source>Ti serve altro tempo?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Tra %n secondi torno all&apos;inizio e cancello quello che hai scritto.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Sì, continuo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esci</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogLine</name>
    <message>
        <source>Annulla</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Ho capito</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberPad</name>
    <message>
        <source>Avvicina la tessera al lettore o scrivi il numero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indietro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancella</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberScreen</name>
    <message>
        <source>Iscriviti</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quattro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cinque</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sei</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>otto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dieci</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Sei già iscritto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Il tuo posto c&apos;è.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iscritto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Il posto è tuo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sei già arrivato</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La presenza è segnata.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aspetto la conferma: di solito bastano pochi secondi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ti confermiamo quando torna la rete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Richiesta ricevuta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se si libera un posto, lo sai qui con la tessera o dal portiere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sei in lista d&apos;attesa.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Non c&apos;era più posto. Chiedi al portiere se ci sono altre date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iscrizione non riuscita.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iscrizione annullata.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Il posto non è più tuo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iscritto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>presente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in attesa di conferma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in lista d&apos;attesa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>non riuscita</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>annullata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questa attività è annullata. Scegline un&apos;altra.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questa attività è già finita. Scegline un&apos;altra.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per questa attività non serve iscriversi: vieni e basta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questa attività non c&apos;è più. Torna a Oggi qui e scegline un&apos;altra.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pager</name>
    <message>
        <source>Su</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continua</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>portineria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>operatori</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comune</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>assistenza</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhoneScreen</name>
    <message>
        <source>Codice per il telefono</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Con il telefono</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inquadra il codice con la fotocamera, scrivi il tuo nome e conferma. Qui vedi quando è fatto.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pill</name>
    <message>
        <source>L&apos;orologio è da verificare: guarda la data di ogni attività.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Il programma non è ancora arrivato: chiedi al portiere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Programma di %1: chiedi conferma al portiere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collegato · aggiornato alle %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Senza rete: puoi usare il terminale. Programma delle %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Senza rete: puoi usare il terminale. Programma di ieri, %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tutto inviato</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ultimo invio %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pin</name>
    <message>
        <source>Nessuno può ancora aprire la portineria da qui: chiama l&apos;ufficio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN bloccato dopo troppi errori. Lo sblocca l&apos;ufficio, o un altro portiere con il suo PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questa persona non può aprire la portineria qui. Chiama l&apos;ufficio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Non riesco a controllare il PIN. Chiama l&apos;ufficio.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PinScreen</name>
    <message>
        <source>Scrivi il PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n cifre scritte</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Controllo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indietro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancella</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Pacchi e posta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aiuto digitale, SPID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Informazioni</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chiavi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Piccole riparazioni</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ascolto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Casa: pratiche e bandi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salute, prenotazioni</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Altro motivo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Recurrence</name>
    <message>
        <source>ogni giorno</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ogni due settimane, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ogni settimana, da %1 a %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ogni %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ogni mese, il giorno %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>il primo %1 del mese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>il secondo %1 del mese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>il terzo %1 del mese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>il quarto %1 del mese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>l&apos;ultimo %1 del mese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>la prima %1 del mese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>la seconda %1 del mese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>la terza %1 del mese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>la quarta %1 del mese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>l&apos;ultima %1 del mese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fino al %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 e %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>Posti finiti. Vuoi la lista d&apos;attesa?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se si libera un posto, lo sai qui con la tessera o dal portiere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sì, in lista</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No, grazie</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Result</name>
    <message>
        <source>Questa iscrizione non è qui.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Il terminale non la conosce ancora. Chiedi al portiere.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultScreen</name>
    <message>
        <source>Fatto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annulla iscrizione</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>se non puoi venire</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Oggi qui</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La settimana</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gli altri spazi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&apos;attività</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iscriviti</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La tua tessera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portineria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indietro</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignUp</name>
    <message>
        <source>Posti finiti. Con la tessera puoi metterti in lista d&apos;attesa.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questo codice è scaduto. Torna indietro e scegli di nuovo il telefono.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intanto il posto resta tuo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Il posto è tuo quando il telefono lo conferma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oggi, %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignUpScreen</name>
    <message>
        <source>Iscriviti</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per quante persone della tua casa?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Una persona in meno</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Una persona in più</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Come vuoi iscriverti?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Con la tessera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>avvicinala adesso al lettore, o scrivi il numero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Con il telefono</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>anche se non hai la tessera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Al banco</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ti iscrive il portiere</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpacesScreen</name>
    <message>
        <source>Gli altri spazi</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StaffScreen</name>
    <message>
        <source>Personale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Avvicina il badge al lettore, oppure tocca le tue iniziali.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>aperta con il PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aperta con il badge, senza nomi</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakeawayScreen</name>
    <message>
        <source>Codice per il telefono: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portalo con te</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inquadra il codice con la fotocamera del telefono: si apre la pagina di questa attività.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
