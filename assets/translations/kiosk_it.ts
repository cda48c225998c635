<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it_IT" sourcelanguage="it_IT">
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n attività</source>
        <translation>
            <numerusform>%n attività</numerusform>
            <numerusform>%n attività</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mostra %n attività</source>
        <translation>
            <numerusform>Mostra %n attività</numerusform>
            <numerusform>Mostra %n attività</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attività oggi</source>
        <translation>
            <numerusform>%n attività oggi</numerusform>
            <numerusform>%n attività oggi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n avvisi</source>
        <translation>
            <numerusform>%n avviso</numerusform>
            <numerusform>%n avvisi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annunci</source>
        <translation>
            <numerusform>%n annuncio</numerusform>
            <numerusform>%n annunci</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tessere</source>
        <translation>
            <numerusform>%n tessera</numerusform>
            <numerusform>%n tessere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n posti</source>
        <translation>
            <numerusform>%n posto</numerusform>
            <numerusform>%n posti</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n persone</source>
        <translation>
            <numerusform>%n persona</numerusform>
            <numerusform>%n persone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n persone attese</source>
        <translation>
            <numerusform>%n persona attesa</numerusform>
            <numerusform>%n persone attese</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n persone iscritte</source>
        <translation>
            <numerusform>%n persona iscritta</numerusform>
            <numerusform>%n persone iscritte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n aperte</source>
        <translation>
            <numerusform>%n aperta</numerusform>
            <numerusform>%n aperte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pacchi</source>
        <translation>
            <numerusform>%n pacco</numerusform>
            <numerusform>%n pacchi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Qui da %n giorni: avvisa chi lo aspetta.</source>
        <translation>
            <numerusform>Qui da %n giorno: avvisa chi lo aspetta.</numerusform>
            <numerusform>Qui da %n giorni: avvisa chi lo aspetta.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n da leggere</source>
        <translation>
            <numerusform>%n da leggere</numerusform>
            <numerusform>%n da leggere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passaggi</source>
        <translation>
            <numerusform>%n passaggio</numerusform>
            <numerusform>%n passaggi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n registrazioni da inviare</source>
        <translation>
            <numerusform>%n registrazione da inviare</numerusform>
            <numerusform>%n registrazioni da inviare</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>PIN sbagliato. Puoi provare ancora %n volte.</source>
        <translation>
            <numerusform>PIN sbagliato. Puoi provare ancora %n volta.</numerusform>
            <numerusform>PIN sbagliato. Puoi provare ancora %n volte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Il codice vale ancora %n minuti.</source>
        <translation>
            <numerusform>Il codice vale ancora %n minuto.</numerusform>
            <numerusform>Il codice vale ancora %n minuti.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IdleOverlay</name>
    <message numerus="yes">
        <source>Tra %n secondi torno all&apos;inizio e cancello quello che hai scritto.</source>
        <translation>
            <numerusform>Tra %n secondo torno all&apos;inizio e cancello quello che hai scritto.</numerusform>
            <numerusform>Tra %n secondi torno all&apos;inizio e cancello quello che hai scritto.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PinScreen</name>
    <message numerus="yes">
        <source>%n cifre scritte</source>
        <translation>
            <numerusform>%n cifra scritta</numerusform>
            <numerusform>%n cifre scritte</numerusform>
        </translation>
    </message>
</context>
</TS>
