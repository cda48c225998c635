<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fil_PH" sourcelanguage="it_IT">
<context>
    <name>Access</name>
    <message>
        <source>Testo grande</source>
        <translation>Malaking letra</translation>
    </message>
    <message>
        <source>parole più grandi su ogni schermata</source>
        <translation>mas malalaking salita sa bawat screen</translation>
    </message>
    <message>
        <source>Contrasto alto</source>
        <translation>Matinding contrast</translation>
    </message>
    <message>
        <source>nero su bianco, con bordi marcati</source>
        <translation>itim sa puti, may malinaw na gilid</translation>
    </message>
    <message>
        <source>Comandi in basso</source>
        <translation>Mga pindutan sa ibaba</translation>
    </message>
    <message>
        <source>per chi sta seduto o è di bassa statura</source>
        <translation>para sa nakaupo o maliit ang taas</translation>
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
        <translation>Piliin kung paano titingnan ang terminal. Paglabas ninyo, babalik ito sa dati.</translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message>
        <source>Questa attività non c&apos;è più</source>
        <translation>Wala na ang aktibidad na ito</translation>
    </message>
    <message>
        <source>Torna indietro e scegline un&apos;altra.</source>
        <translation>Bumalik at pumili ng iba.</translation>
    </message>
    <message>
        <source>Testo in italiano</source>
        <translation>Teksto sa Italyano</translation>
    </message>
    <message>
        <source>Testo in questa lingua: %1</source>
        <translation>Teksto sa wikang ito: %1</translation>
    </message>
    <message>
        <source>Annullato: questa volta non si fa.</source>
        <translation>Kanselado: hindi ito gagawin ngayon.</translation>
    </message>
    <message>
        <source>Spostato: era %1.</source>
        <translation>Inilipat: dati ay %1.</translation>
    </message>
    <message>
        <source>È già finita.</source>
        <translation>Tapos na ito.</translation>
    </message>
    <message>
        <source>Tessera letta: tocca Iscriviti e hai finito.</source>
        <translation>Nabasa ang card: pindutin ang Magpalista at tapos na.</translation>
    </message>
    <message>
        <source>Con la tessera, con il telefono o al banco: scegli nel passo dopo.</source>
        <translation>Gamit ang card, ang telepono o sa portineria: pumili sa susunod na hakbang.</translation>
    </message>
</context>
<context>
    <name>ActivityScreen</name>
    <message>
        <source>Leggi il testo in questa lingua</source>
        <translation>Basahin ang teksto sa wikang ito</translation>
    </message>
    <message>
        <source>Altre date</source>
        <translation>Ibang petsa</translation>
    </message>
    <message>
        <source>Iscriviti</source>
        <translation>Magpalista</translation>
    </message>
    <message>
        <source>Portalo con te</source>
        <translation>Dalhin ito</translation>
    </message>
    <message>
        <source>sul telefono</source>
        <translation>sa telepono</translation>
    </message>
</context>
<context>
    <name>Agenda</name>
    <message>
        <source>Più tardi</source>
        <translation>Mamaya</translation>
    </message>
    <message>
        <source>Adesso</source>
        <translation>Ngayon</translation>
    </message>
    <message>
        <source>Tutti e sette i giorni</source>
        <translation>Buong pitong araw</translation>
    </message>
    <message>
        <source>tutti</source>
        <translation>lahat</translation>
    </message>
    <message>
        <source>Tutti gli spazi</source>
        <translation>Lahat ng lugar</translation>
    </message>
    <message>
        <source>La settimana qui</source>
        <translation>Ang linggo dito</translation>
    </message>
    <message>
        <source>Nessuna attività: cambia i filtri</source>
        <translation>Walang aktibidad: baguhin ang filter</translation>
    </message>
    <message>
        <source>Con questi filtri non c&apos;è niente qui.</source>
        <translation>Sa mga filter na ito, wala rito.</translation>
    </message>
    <message>
        <source>Nei prossimi sette giorni non c&apos;è niente in programma.</source>
        <translation>Walang nakatakda sa susunod na pitong araw.</translation>
    </message>
    <message>
        <source>Per oggi non c&apos;è altro.</source>
        <translation>Wala nang iba ngayong araw.</translation>
    </message>
    <message>
        <source>In questo giorno non c&apos;è niente in programma.</source>
        <translation>Walang nakatakda sa araw na ito.</translation>
    </message>
    <message>
        <source>Vai al giorno più vicino, oppure guarda gli altri spazi.</source>
        <translation>Pumunta sa pinakamalapit na araw, o tingnan ang ibang lugar.</translation>
    </message>
    <message>
        <source>Togli i filtri, oppure guarda gli altri spazi.</source>
        <translation>Alisin ang filter, o tingnan ang ibang lugar.</translation>
    </message>
    <message>
        <source>Guarda gli altri spazi, oppure chiedi al portiere.</source>
        <translation>Tingnan ang ibang lugar, o magtanong sa portiere.</translation>
    </message>
    <message>
        <source>Vai a %1</source>
        <translation>Pumunta sa %1</translation>
    </message>
    <message>
        <source>Per più giorni</source>
        <translation>Ilang araw</translation>
    </message>
    <message>
        <source>oggi niente</source>
        <translation>wala ngayon</translation>
    </message>
    <message>
        <source>L&apos;elenco degli spazi non è ancora arrivato: chiedi al portiere.</source>
        <translation>Hindi pa dumarating ang listahan ng mga lugar: magtanong sa portiere.</translation>
    </message>
    <message>
        <source>Dove</source>
        <translation>Saan</translation>
    </message>
    <message>
        <source>Come si entra</source>
        <translation>Paano pumasok</translation>
    </message>
    <message>
        <source>Per chi</source>
        <translation>Para kanino</translation>
    </message>
    <message>
        <source>Costo</source>
        <translation>Bayad</translation>
    </message>
    <message>
        <source>da %1 a %2</source>
        <translation>mula %1 hanggang %2</translation>
    </message>
    <message>
        <source>gratuito</source>
        <translation>libre</translation>
    </message>
    <message>
        <source>a pagamento</source>
        <translation>may bayad</translation>
    </message>
    <message>
        <source>fino a
%1</source>
        <translation>until
%1</translation>
    </message>
    <message>
        <source>tutto il giorno</source>
        <translation>buong araw</translation>
    </message>
    <message>
        <source>Annullato</source>
        <translation>Kanselado</translation>
    </message>
    <message>
        <source>Spostato: era %1</source>
        <translation>Inilipat: dati ay %1</translation>
    </message>
    <message>
        <source>posti finiti</source>
        <translation>puno na</translation>
    </message>
    <message>
        <source>con iscrizione</source>
        <translation>may palista</translation>
    </message>
    <message>
        <source>ingresso libero</source>
        <translation>libreng pasok</translation>
    </message>
    <message>
        <source>posti finiti: puoi metterti in lista d&apos;attesa</source>
        <translation>puno na: puwede kayong pumila sa waiting list</translation>
    </message>
    <message>
        <source>conferma subito</source>
        <translation>kumpirmado agad</translation>
    </message>
    <message>
        <source>conferma quando torna la rete</source>
        <translation>kukumpirmahin pagbalik ng network</translation>
    </message>
    <message>
        <source>%1 con conferma subito, gli altri quando torna la rete</source>
        <translation>%1 ang kumpirmado agad, ang iba pagbalik ng network</translation>
    </message>
    <message>
        <source>Da %1 a %2</source>
        <translation>Mula %1 hanggang %2</translation>
    </message>
    <message>
        <source>Tutto il giorno</source>
        <translation>Buong araw</translation>
    </message>
    <message>
        <source>Dalle %1</source>
        <translation>Mula %1</translation>
    </message>
    <message>
        <source>italiano</source>
        <translation>Italyano</translation>
    </message>
    <message>
        <source>inglese</source>
        <translation>Ingles</translation>
    </message>
    <message>
        <source>arabo</source>
        <translation>Arabe</translation>
    </message>
    <message>
        <source>cinese</source>
        <translation>Tsino</translation>
    </message>
    <message>
        <source>spagnolo</source>
        <translation>Espanyol</translation>
    </message>
    <message>
        <source>filippino</source>
        <translation>Filipino</translation>
    </message>
    <message>
        <source>rumeno</source>
        <translation>Rumano</translation>
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
        <translation>Albanes</translation>
    </message>
    <message>
        <source>francese</source>
        <translation>Pranses</translation>
    </message>
    <message>
        <source>%1 e %2</source>
        <translation>%1 at %2</translation>
    </message>
    <message>
        <source>italiano; parliamo anche %1</source>
        <translation>Italyano; nagsasalita rin kami ng %1</translation>
    </message>
    <message>
        <source>non serve: vieni e basta</source>
        <translation>hindi kailangan: pumunta lang</translation>
    </message>
    <message>
        <source>Lingua</source>
        <translation>Wika</translation>
    </message>
    <message>
        <source>Iscrizione</source>
        <translation>Palista</translation>
    </message>
    <message>
        <source>Posti</source>
        <translation>Puwesto</translation>
    </message>
    <message>
        <source>Tutto il giorno e per più giorni</source>
        <translation>Buong araw at ilang araw</translation>
    </message>
</context>
<context>
    <name>AgendaScreen</name>
    <message>
        <source>Cambia i filtri</source>
        <translation>Baguhin ang filter</translation>
    </message>
    <message>
        <source>Filtra</source>
        <translation>I-filter</translation>
    </message>
    <message>
        <source>Scegli che cosa vedere: categoria, per chi, lingua, gratuite, con posti</source>
        <translation>Piliin kung ano ang titingnan: uri, para kanino, wika, libre, may puwesto</translation>
    </message>
    <message>
        <source>Togli i filtri</source>
        <translation>Alisin ang filter</translation>
    </message>
    <message>
        <source>Gli altri spazi</source>
        <translation>Ang ibang lugar</translation>
    </message>
</context>
<context>
    <name>AnswerScreen</name>
    <message>
        <source>Annulla richiesta</source>
        <translation>Kanselahin ang hiling</translation>
    </message>
    <message>
        <source>se non ti serve più</source>
        <translation>kung hindi na ninyo kailangan</translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>Richiesta chiusa.</source>
        <translation>Sarado na ang hiling.</translation>
    </message>
    <message>
        <source>Richiesta annullata.</source>
        <translation>Nakansela ang hiling.</translation>
    </message>
    <message>
        <source>L&apos;hai già chiesto.</source>
        <translation>Hiniling na ninyo ito.</translation>
    </message>
    <message>
        <source>Richiesta salvata.</source>
        <translation>Na-save ang hiling.</translation>
    </message>
    <message>
        <source>Non serve fare altro.</source>
        <translation>Wala nang kailangang gawin.</translation>
    </message>
    <message>
        <source>Il portiere ha risposto. Passa al banco.</source>
        <translation>Sumagot na ang portiere. Dumaan sa portineria.</translation>
    </message>
    <message>
        <source>Chi segue le candidature la legge e ti fa sapere. Chiedi al portiere.</source>
        <translation>Babasahin ito ng namamahala sa mga aplikasyon at sasabihan kayo. Magtanong sa portiere.</translation>
    </message>
    <message>
        <source>Il portiere vi mette in contatto. Passa al banco.</source>
        <translation>Pag-uugnayin kayo ng portiere. Dumaan sa portineria.</translation>
    </message>
    <message>
        <source>Il portiere la legge e ti risponde. Passa al banco.</source>
        <translation>Babasahin ito ng portiere at sasagutin kayo. Dumaan sa portineria.</translation>
    </message>
</context>
<context>
    <name>AskScreen</name>
    <message>
        <source>Chi chiede?</source>
        <translation>Sino ang humihiling?</translation>
    </message>
    <message>
        <source>Questo qui non c&apos;è più.</source>
        <translation>Wala na ito rito.</translation>
    </message>
    <message>
        <source>Torna indietro e scegli altro, oppure chiedi al portiere.</source>
        <translation>Bumalik at pumili ng iba, o magtanong sa portiere.</translation>
    </message>
    <message>
        <source>Invia</source>
        <translation>Ipadala</translation>
    </message>
    <message>
        <source>Al banco</source>
        <translation>Sa portineria</translation>
    </message>
    <message>
        <source>Chiedi al portiere.</source>
        <translation>Magtanong sa portiere.</translation>
    </message>
    <message>
        <source>Ti iscrive lui, basta il tuo nome.</source>
        <translation>Siya ang maglilista sa inyo: pangalan lang.</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Cerco</source>
        <translation>Hanap</translation>
    </message>
    <message>
        <source>Offro</source>
        <translation>Alok</translation>
    </message>
    <message>
        <source>Avvisi</source>
        <translation>Mga abiso</translation>
    </message>
    <message>
        <source>Offro e cerco</source>
        <translation>Alok at hanap</translation>
    </message>
    <message>
        <source>Lavoro e corsi</source>
        <translation>Trabaho at kurso</translation>
    </message>
    <message>
        <source>Prodotti</source>
        <translation>Mga produkto</translation>
    </message>
    <message>
        <source>Urgente</source>
        <translation>Apurahan</translation>
    </message>
    <message>
        <source>Adesso non ci sono avvisi.</source>
        <translation>Walang abiso ngayon.</translation>
    </message>
    <message>
        <source>Nessuno offre o cerca qualcosa, adesso.</source>
        <translation>Walang nag-aalok o naghahanap ngayon.</translation>
    </message>
    <message>
        <source>Adesso non ci sono posti aperti.</source>
        <translation>Walang bukas na puwesto ngayon.</translation>
    </message>
    <message>
        <source>Adesso non ci sono prodotti.</source>
        <translation>Walang produkto ngayon.</translation>
    </message>
    <message>
        <source>Vuoi affiggere qualcosa? Chiedi al portiere.</source>
        <translation>May gusto ba kayong ipaskil? Magtanong sa portiere.</translation>
    </message>
    <message>
        <source>Comincia tu: scrivi un biglietto, il portiere vi mette in contatto.</source>
        <translation>Kayo ang mauna: sumulat ng note, pag-uugnayin kayo ng portiere.</translation>
    </message>
    <message>
        <source>Torna tra qualche giorno, o lascia detto al portiere che cosa sai fare.</source>
        <translation>Bumalik pagkalipas ng ilang araw, o sabihin sa portiere kung ano ang kaya ninyong gawin.</translation>
    </message>
    <message>
        <source>Chiedi al portiere quando riapre la bottega.</source>
        <translation>Itanong sa portiere kung kailan magbubukas muli ang workshop.</translation>
    </message>
    <message>
        <source>Questo non c&apos;è più.</source>
        <translation>Wala na ito.</translation>
    </message>
    <message>
        <source>È stato tolto dalla bacheca.</source>
        <translation>Inalis na ito sa bulletin board.</translation>
    </message>
</context>
<context>
    <name>BoardItemScreen</name>
    <message>
        <source>Chiedi al portiere</source>
        <translation>Magtanong sa portiere</translation>
    </message>
    <message>
        <source>Sul biglietto non c&apos;è il nome: il portiere vi mette in contatto.</source>
        <translation>Walang pangalan sa note: pag-uugnayin kayo ng portiere.</translation>
    </message>
</context>
<context>
    <name>BoardScreen</name>
    <message>
        <source>Bacheca</source>
        <translation>Bulletin board</translation>
    </message>
    <message>
        <source>Offro qualcosa</source>
        <translation>May iaalok ako</translation>
    </message>
    <message>
        <source>scrivi un biglietto</source>
        <translation>sumulat ng note</translation>
    </message>
    <message>
        <source>Cerco qualcosa</source>
        <translation>May hinahanap ako</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>Esci</source>
        <translation>Lumabas</translation>
    </message>
    <message>
        <source>Finisci e cancella quello che hai scritto</source>
        <translation>Tapusin at burahin ang isinulat ninyo</translation>
    </message>
    <message>
        <source>Cerca</source>
        <translation>Maghanap</translation>
    </message>
    <message>
        <source>un&apos;attività, un servizio, un posto</source>
        <translation>isang aktibidad, serbisyo o lugar</translation>
    </message>
    <message>
        <source>Blocca</source>
        <translation>I-lock</translation>
    </message>
    <message>
        <source>Chiudi la portineria</source>
        <translation>Isara ang portineria</translation>
    </message>
    <message>
        <source>Mostra la tessera</source>
        <translation>Ipakita ang card</translation>
    </message>
    <message>
        <source>Leggi un codice</source>
        <translation>Magbasa ng code</translation>
    </message>
    <message>
        <source>Iscrivi una persona</source>
        <translation>Ilista ang tao</translation>
    </message>
    <message>
        <source>Altro (%1)</source>
        <translation>Iba pa (%1)</translation>
    </message>
    <message>
        <source>Altro</source>
        <translation>Iba pa</translation>
    </message>
    <message>
        <source>Consegne da leggere: %1</source>
        <translation>Mga bilin na babasahin: %1</translation>
    </message>
    <message>
        <source>Attesi oggi, richieste, pacchi, da avvisare, da inviare</source>
        <translation>Inaasahan ngayon, mga hiling, pakete, sasabihan, ipapadala</translation>
    </message>
    <message>
        <source>Accessibilità</source>
        <translation>Accessibility</translation>
    </message>
    <message>
        <source>Testo grande, contrasto alto, comandi in basso</source>
        <translation>Malaking letra, matinding contrast, mga pindutan sa ibaba</translation>
    </message>
</context>
<context>
    <name>CameraPicture</name>
    <message>
        <source>Che cosa vede la telecamera</source>
        <translation>Ang nakikita ng kamera</translation>
    </message>
    <message>
        <source>La telecamera è ferma.</source>
        <translation>Hindi gumagana ang kamera.</translation>
    </message>
    <message>
        <source>La telecamera si accende.</source>
        <translation>Binubuksan ang kamera.</translation>
    </message>
    <message>
        <source>Usa il lettore o scrivi il numero.</source>
        <translation>Gamitin ang scanner o isulat ang numero.</translation>
    </message>
    <message>
        <source>Tieni il codice davanti alla telecamera, fermo, a un palmo.</source>
        <translation>Itapat ang code sa kamera, huwag igalaw, isang dangkal ang layo.</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Richiesta</source>
        <translation>Hiling</translation>
    </message>
</context>
<context>
    <name>CardPart</name>
    <message>
        <source>La tessera, da fotografare</source>
        <translation>Ang card, para kunan ng litrato</translation>
    </message>
    <message>
        <source>La pagina della persona, per il telefono</source>
        <translation>Ang pahina ng tao, para sa telepono</translation>
    </message>
    <message>
        <source>Tessera fatta da un telefono</source>
        <translation>Card na ginawa sa telepono</translation>
    </message>
    <message>
        <source>Guarda una volta un documento: abita nelle case popolari del quartiere? Resta scritto solo che l&apos;hai visto.</source>
        <translation>Tingnan nang isang beses ang dokumento: nakatira ba siya sa pabahay ng Comune sa lugar na ito? Isusulat lang na nakita mo ito.</translation>
    </message>
    <message>
        <source>Documento visto</source>
        <translation>Nakita ang dokumento</translation>
    </message>
    <message>
        <source>Usata in due spazi insieme</source>
        <translation>Ginamit sa dalawang lugar nang sabay</translation>
    </message>
    <message>
        <source>Forse qualcuno ne ha una copia. Chiedi alla persona. Se la tessera non è più solo sua, fanne una nuova.</source>
        <translation>Baka may kopya ang iba. Tanungin ang tao. Kung hindi na lang sa kanya ang card, gumawa ng bago.</translation>
    </message>
    <message>
        <source>Questa tessera è stata fatta altrove: qui non si può mostrare. Se è persa, fanne una nuova.</source>
        <translation>Sa ibang lugar ginawa ang card na ito: hindi ito maipapakita rito. Kung nawala, gumawa ng bago.</translation>
    </message>
    <message>
        <source>La persona fotografa il codice con il telefono: quella foto è la tessera. Vale subito, anche senza rete.</source>
        <translation>Kukunan ng tao ng litrato ang code gamit ang telepono: ang litratong iyon ang card. Puwede agad, kahit walang network.</translation>
    </message>
    <message>
        <source>Il telefono apre la pagina della persona, con la tessera e le iscrizioni. C&apos;è da quando il terminale ha la rete.</source>
        <translation>Bubuksan ng telepono ang pahina ng tao, kasama ang card at mga palista. Nandoon ito kapag may network ang terminal.</translation>
    </message>
    <message>
        <source>La tessera</source>
        <translation>Ang card</translation>
    </message>
    <message>
        <source>La sua pagina</source>
        <translation>Ang pahina niya</translation>
    </message>
    <message>
        <source>La tessera sta uscendo.</source>
        <translation>Lumalabas na ang card.</translation>
    </message>
    <message>
        <source>Stampa la tessera</source>
        <translation>I-print ang card</translation>
    </message>
    <message>
        <source>Iscrivi a un&apos;attività</source>
        <translation>Ilista sa isang aktibidad</translation>
    </message>
    <message>
        <source>Tessera persa: fanne una nuova</source>
        <translation>Nawala ang card: gumawa ng bago</translation>
    </message>
    <message>
        <source>Blocca la tessera</source>
        <translation>I-block ang card</translation>
    </message>
</context>
<context>
    <name>CardScreen</name>
    <message>
        <source>Le tue iscrizioni</source>
        <translation>Ang mga palista ninyo</translation>
    </message>
    <message>
        <source>Mostra la tessera</source>
        <translation>Ipakita ang card</translation>
    </message>
    <message>
        <source>Avanti</source>
        <translation>Susunod</translation>
    </message>
    <message>
        <source>Tessera letta. Non hai iscrizioni.</source>
        <translation>Nabasa ang card. Wala kayong palista.</translation>
    </message>
    <message>
        <source>Scegli un&apos;attività e tocca Iscriviti: con la tessera hai già finito.</source>
        <translation>Pumili ng aktibidad at pindutin ang Magpalista: sa card, tapos na kayo.</translation>
    </message>
    <message>
        <source>Che cosa c&apos;è oggi</source>
        <translation>Ano ang mayroon ngayon</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Tessera bloccata: %1</source>
        <translation>Naka-block ang card: %1</translation>
    </message>
    <message>
        <source>La tua tessera</source>
        <translation>Ang card ninyo</translation>
    </message>
    <message>
        <source>Fatto: prendi la tessera dalla stampante.</source>
        <translation>Tapos na: kunin ang card sa printer.</translation>
    </message>
    <message>
        <source>La tessera è salva.</source>
        <translation>Naka-save ang card.</translation>
    </message>
    <message>
        <source>Questo terminale non può ancora fare tessere: serve la rete una volta.</source>
        <translation>Hindi pa makagawa ng card ang terminal na ito: kailangan muna ng network.</translation>
    </message>
    <message>
        <source>Questa tessera non è più attiva.</source>
        <translation>Hindi na aktibo ang card na ito.</translation>
    </message>
    <message>
        <source>documento da vedere</source>
        <translation>titingnan pa ang dokumento</translation>
    </message>
    <message>
        <source>usata in due spazi insieme</source>
        <translation>ginamit sa dalawang lugar nang sabay</translation>
    </message>
    <message>
        <source>da inviare</source>
        <translation>ipapadala pa</translation>
    </message>
</context>
<context>
    <name>CardsScreen</name>
    <message>
        <source>Altro</source>
        <translation>Iba pa</translation>
    </message>
    <message>
        <source>Tessere</source>
        <translation>Mga card</translation>
    </message>
    <message>
        <source>Indietro</source>
        <translation>Bumalik</translation>
    </message>
    <message>
        <source>Trova una persona</source>
        <translation>Hanapin ang isang tao</translation>
    </message>
    <message>
        <source>Nuova tessera</source>
        <translation>Bagong card</translation>
    </message>
    <message>
        <source>Scrivi il PIN per vedere i nomi</source>
        <translation>Isulat ang PIN para makita ang mga pangalan</translation>
    </message>
    <message>
        <source>In questo spazio nessuno ha ancora una tessera.</source>
        <translation>Wala pang may card sa lugar na ito.</translation>
    </message>
    <message>
        <source>Apri</source>
        <translation>Buksan</translation>
    </message>
    <message>
        <source>Fare una nuova tessera?</source>
        <translation>Gumawa ng bagong card?</translation>
    </message>
    <message>
        <source>Bloccare la tessera?</source>
        <translation>I-block ang card?</translation>
    </message>
    <message>
        <source>La tessera %1 non vale più da subito. Le iscrizioni restano, sulla nuova.</source>
        <translation>Hindi na puwede ang card na %1 mula ngayon. Mananatili ang mga palista, sa bago.</translation>
    </message>
    <message>
        <source>La tessera %1 non vale più da subito, qui e negli altri spazi appena c&apos;è la rete.</source>
        <translation>Hindi na puwede ang card na %1 dito mula ngayon, at sa ibang lugar kapag may network.</translation>
    </message>
    <message>
        <source>Sì, fanne una nuova</source>
        <translation>Oo, gumawa ng bago</translation>
    </message>
    <message>
        <source>Sì, blocca</source>
        <translation>Oo, i-block</translation>
    </message>
    <message>
        <source>No, lascia com&apos;è</source>
        <translation>Huwag, hayaan na</translation>
    </message>
</context>
<context>
    <name>CheckIn</name>
    <message>
        <source>Questa iscrizione non è qui.</source>
        <translation>Wala rito ang palistang ito.</translation>
    </message>
    <message>
        <source>Cercala in ufficio, o iscrivi la persona.</source>
        <translation>Hanapin ito sa opisina, o ilista ang tao.</translation>
    </message>
    <message>
        <source>Presenza già segnata.</source>
        <translation>Namarkahan na ang pagdating.</translation>
    </message>
    <message>
        <source>Tessera letta. Per quale attività di oggi?</source>
        <translation>Nabasa ang card. Para sa aling aktibidad ngayon?</translation>
    </message>
    <message>
        <source>Iscrizione annullata.</source>
        <translation>Nakansela ang palista.</translation>
    </message>
    <message>
        <source>Presenza segnata.</source>
        <translation>Namarkahan ang pagdating.</translation>
    </message>
</context>
<context>
    <name>CheckInScreen</name>
    <message>
        <source>Portineria</source>
        <translation>Portineria</translation>
    </message>
    <message>
        <source>Leggi un codice</source>
        <translation>Magbasa ng code</translation>
    </message>
    <message>
        <source>Avvicina al lettore l&apos;iscrizione o la tessera, o scrivi il numero della tessera</source>
        <translation>Itapat sa scanner ang palista o ang card, o isulat ang numero ng card</translation>
    </message>
    <message>
        <source>Avvicina il codice, o scrivi il numero della tessera</source>
        <translation>Itapat ang code, o isulat ang numero ng card</translation>
    </message>
    <message>
        <source>Segna la presenza</source>
        <translation>Markahan ang pagdating</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Persone</source>
        <translation>Mga tao</translation>
    </message>
    <message>
        <source>Passaggi</source>
        <translation>Mga pagdaan</translation>
    </message>
    <message>
        <source>Arrivi con tessera o codice</source>
        <translation>Dumating na may card o code</translation>
    </message>
    <message>
        <source>Iscrizioni</source>
        <translation>Mga palista</translation>
    </message>
    <message>
        <source>Pacchi presi in custodia</source>
        <translation>Mga paketeng tinanggap</translation>
    </message>
    <message>
        <source>Pacchi consegnati</source>
        <translation>Mga paketeng naibigay</translation>
    </message>
    <message>
        <source>Passaggi per motivo</source>
        <translation>Pagdaan ayon sa dahilan</translation>
    </message>
    <message>
        <source>Persone per età</source>
        <translation>Mga tao ayon sa edad</translation>
    </message>
    <message>
        <source>non rilevata</source>
        <translation>hindi alam</translation>
    </message>
    <message>
        <source>Attese e non arrivate: %1</source>
        <translation>Inaasahan at hindi dumating: %1</translation>
    </message>
    <message>
        <source>Richieste: %1</source>
        <translation>Mga hiling: %1</translation>
    </message>
    <message>
        <source>Da avvisare: %1</source>
        <translation>Sasabihan: %1</translation>
    </message>
    <message>
        <source>Pacchi ancora qui: %1</source>
        <translation>Mga paketeng narito pa: %1</translation>
    </message>
    <message>
        <source>Consegne da leggere: %1</source>
        <translation>Mga bilin na babasahin: %1</translation>
    </message>
    <message>
        <source>Il riepilogo è stampato.</source>
        <translation>Na-print ang buod.</translation>
    </message>
    <message>
        <source>La chiusura è salva.</source>
        <translation>Naka-save ang pagsasara.</translation>
    </message>
    <message>
        <source>Chiusa alle %1. Poi è cambiato qualcosa: puoi chiuderla di nuovo.</source>
        <translation>Isinara nang %1. May nagbago pagkatapos: puwede itong isara muli.</translation>
    </message>
    <message>
        <source>Giornata chiusa alle %1.</source>
        <translation>Isinara ang araw nang %1.</translation>
    </message>
</context>
<context>
    <name>ClosingScreen</name>
    <message>
        <source>Altro</source>
        <translation>Iba pa</translation>
    </message>
    <message>
        <source>Chiusura della giornata</source>
        <translation>Pagsasara ng araw</translation>
    </message>
    <message>
        <source>Stampa di nuovo</source>
        <translation>I-print muli</translation>
    </message>
    <message>
        <source>Non c&apos;è niente in sospeso.</source>
        <translation>Walang nakabinbin.</translation>
    </message>
    <message>
        <source>Ancora in sospeso</source>
        <translation>Nakabinbin pa</translation>
    </message>
    <message>
        <source>Chiudi la giornata</source>
        <translation>Isara ang araw</translation>
    </message>
</context>
<context>
    <name>Codes</name>
    <message>
        <source>Questo è il codice di un pacco. Mostralo al portiere.</source>
        <translation>Ito ang code ng isang pakete. Ipakita ito sa portiere.</translation>
    </message>
    <message>
        <source>Questa iscrizione non vale più. Chiedi al portiere.</source>
        <translation>Hindi na puwede ang palistang ito. Magtanong sa portiere.</translation>
    </message>
    <message>
        <source>Badge non attivo. Chiedi a chi lo ha rilasciato.</source>
        <translation>Hindi aktibo ang badge. Magtanong sa nagbigay nito.</translation>
    </message>
    <message>
        <source>Tessera non attiva. Chiedi al portiere.</source>
        <translation>Hindi aktibo ang card. Magtanong sa portiere.</translation>
    </message>
    <message>
        <source>Il numero della tessera ha 12 cifre. Controlla e riscrivilo.</source>
        <translation>May 12 numero ang card. Tingnan at isulat muli.</translation>
    </message>
    <message>
        <source>Una cifra non torna. Confronta il numero con la tessera e riscrivilo.</source>
        <translation>May isang numerong hindi tugma. Ihambing sa card at isulat muli.</translation>
    </message>
    <message>
        <source>Questo codice non serve qui. Mostra la tessera o scrivi il numero.</source>
        <translation>Hindi magagamit dito ang code na ito. Ipakita ang card o isulat ang numero.</translation>
    </message>
    <message>
        <source>Questo codice è più nuovo del terminale. Chiedi al portiere.</source>
        <translation>Mas bago sa terminal ang code na ito. Magtanong sa portiere.</translation>
    </message>
    <message>
        <source>Non leggo il codice. Tieni ferma la tessera o scrivi il numero.</source>
        <translation>Hindi mabasa ang code. Huwag igalaw ang card o isulat ang numero.</translation>
    </message>
</context>
<context>
    <name>ContactPart</name>
    <message>
        <source>Telefono</source>
        <translation>Telepono</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>E-mail: ci arriva la risposta</source>
        <translation>E-mail: doon darating ang sagot</translation>
    </message>
    <message>
        <source>Telefono: lo vede solo chi lavora qui</source>
        <translation>Telepono: mga nagtatrabaho rito lang ang makakakita</translation>
    </message>
    <message>
        <source>Avanti</source>
        <translation>Susunod</translation>
    </message>
    <message>
        <source>Cancella</source>
        <translation>Burahin</translation>
    </message>
</context>
<context>
    <name>Context</name>
    <message>
        <source>Lo spazio di questo terminale è pieno: non ho salvato. Chiedi al portiere.</source>
        <translation>Puno na ang terminal na ito: hindi ito na-save. Magtanong sa portiere.</translation>
    </message>
    <message>
        <source>Non riesco a salvare. Chiedi al portiere.</source>
        <translation>Hindi ma-save. Magtanong sa portiere.</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n attività</source>
        <translation>
            <numerusform>%n aktibidad</numerusform>
            <numerusform>%n aktibidad</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mostra %n attività</source>
        <translation>
            <numerusform>Tingnan ang %n aktibidad</numerusform>
            <numerusform>Tingnan ang %n aktibidad</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attività oggi</source>
        <translation>
            <numerusform>%n aktibidad ngayon</numerusform>
            <numerusform>%n aktibidad ngayon</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n avvisi</source>
        <translation>
            <numerusform>%n abiso</numerusform>
            <numerusform>%n abiso</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annunci</source>
        <translation>
            <numerusform>%n anunsiyo</numerusform>
            <numerusform>%n anunsiyo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tessere</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n card</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n posti</source>
        <translation>
            <numerusform>%n puwesto</numerusform>
            <numerusform>%n puwesto</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n persone</source>
        <translation>
            <numerusform>%n tao</numerusform>
            <numerusform>%n tao</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n persone attese</source>
        <translation>
            <numerusform>%n taong inaasahan</numerusform>
            <numerusform>%n taong inaasahan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n persone iscritte</source>
        <translation>
            <numerusform>%n taong nakalista</numerusform>
            <numerusform>%n taong nakalista</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n aperte</source>
        <translation>
            <numerusform>%n bukas</numerusform>
            <numerusform>%n bukas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pacchi</source>
        <translation>
            <numerusform>%n pakete</numerusform>
            <numerusform>%n pakete</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Qui da %n giorni: avvisa chi lo aspetta.</source>
        <translation>
            <numerusform>Narito nang %n araw: sabihan ang naghihintay nito.</numerusform>
            <numerusform>Narito nang %n araw: sabihan ang naghihintay nito.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n da leggere</source>
        <translation>
            <numerusform>%n babasahin</numerusform>
            <numerusform>%n babasahin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passaggi</source>
        <translation>
            <numerusform>%n pagdaan</numerusform>
            <numerusform>%n pagdaan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n registrazioni da inviare</source>
        <translation>
            <numerusform>%n tala na ipapadala</numerusform>
            <numerusform>%n tala na ipapadala</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>PIN sbagliato. Puoi provare ancora %n volte.</source>
        <translation>
            <numerusform>Mali ang PIN. Puwede pang sumubok nang %n beses.</numerusform>
            <numerusform>Mali ang PIN. Puwede pang sumubok nang %n beses.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Il codice vale ancora %n minuti.</source>
        <translation>
            <numerusform>Puwede ang code sa loob ng %n minuto pa.</numerusform>
            <numerusform>Puwede ang code sa loob ng %n minuto pa.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>oggi</source>
        <translation>ngayon</translation>
    </message>
    <message>
        <source>domani</source>
        <translation>bukas</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>da inviare</source>
        <translation>ipapadala pa</translation>
    </message>
    <message>
        <source>inviato</source>
        <translation>naipadala</translation>
    </message>
    <message>
        <source>Oggi: ancora nessuno</source>
        <translation>Ngayon: wala pa</translation>
    </message>
    <message>
        <source>Oggi: %1, %2</source>
        <translation>Ngayon: %1, %2</translation>
    </message>
    <message>
        <source>Tessera %1</source>
        <translation>Card %1</translation>
    </message>
    <message>
        <source>Senza tessera</source>
        <translation>Walang card</translation>
    </message>
</context>
<context>
    <name>DeskScreen</name>
    <message>
        <source>Quale altro motivo, per la stessa persona?</source>
        <translation>Ano pang dahilan, para sa taong ito?</translation>
    </message>
    <message>
        <source>Chi è passato? Un tocco registra una persona.</source>
        <translation>Sino ang dumaan? Isang pindot, isang tao.</translation>
    </message>
    <message>
        <source>Primi motivi</source>
        <translation>Mga unang dahilan</translation>
    </message>
    <message>
        <source>Altri motivi</source>
        <translation>Ibang dahilan</translation>
    </message>
    <message>
        <source>Registrato: %1</source>
        <translation>Naitala: %1</translation>
    </message>
    <message>
        <source>Tocca un motivo: il passaggio è registrato subito.</source>
        <translation>Pindutin ang dahilan: maitatala agad ang pagdaan.</translation>
    </message>
    <message>
        <source>Dati</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Altri dati della persona</source>
        <translation>Iba pang datos ng tao</translation>
    </message>
    <message>
        <source>Motivo</source>
        <translation>Dahilan</translation>
    </message>
    <message>
        <source>Aggiungi motivo</source>
        <translation>Dagdag na dahilan</translation>
    </message>
    <message>
        <source>Annulla</source>
        <translation>I-undo</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Tao</translation>
    </message>
    <message>
        <source>Oggi</source>
        <translation>Ngayon</translation>
    </message>
    <message>
        <source>Quante persone?</source>
        <translation>Ilang tao?</translation>
    </message>
    <message>
        <source>Età, se la sai</source>
        <translation>Edad, kung alam</translation>
    </message>
</context>
<context>
    <name>Enrol</name>
    <message>
        <source>posti finiti</source>
        <translation>puno na</translation>
    </message>
    <message>
        <source>Per questa attività non si può più iscrivere nessuno.</source>
        <translation>Wala nang maililista sa aktibidad na ito.</translation>
    </message>
    <message>
        <source>È già in lista per questa attività.</source>
        <translation>Nasa listahan na ng aktibidad na ito.</translation>
    </message>
    <message>
        <source>Iscrizione fatta.</source>
        <translation>Nailista na.</translation>
    </message>
    <message>
        <source>In lista d&apos;attesa.</source>
        <translation>Nasa waiting list.</translation>
    </message>
    <message>
        <source>Richiesta ricevuta: la conferma arriva con la rete.</source>
        <translation>Natanggap ang hiling: darating ang kumpirmasyon kapag may network.</translation>
    </message>
    <message>
        <source>Alle %1 c&apos;è già %2 in: %3</source>
        <translation>Sa oras na %1 si %2 ay nasa: %3</translation>
    </message>
    <message>
        <source>Adesso non ci sono attività con iscrizione.</source>
        <translation>Walang aktibidad na may palista ngayon.</translation>
    </message>
</context>
<context>
    <name>EnrolScreen</name>
    <message>
        <source>Telefono o e-mail</source>
        <translation>Tel. o e-mail</translation>
    </message>
    <message>
        <source>Telefono o e-mail, se vuole</source>
        <translation>Telepono o e-mail, kung gusto</translation>
    </message>
    <message>
        <source>Indietro</source>
        <translation>Bumalik</translation>
    </message>
    <message>
        <source>Portineria</source>
        <translation>Portineria</translation>
    </message>
    <message>
        <source>Altra attività</source>
        <translation>Palitan</translation>
    </message>
    <message>
        <source>Iscrivi %1</source>
        <translation>Ilista si %1</translation>
    </message>
    <message>
        <source>Iscrivi una persona</source>
        <translation>Ilista ang tao</translation>
    </message>
    <message>
        <source>Con la tessera di</source>
        <translation>Gamit ang card ni</translation>
    </message>
    <message>
        <source>Nome e iniziale del cognome</source>
        <translation>Pangalan at inisyal ng apelyido</translation>
    </message>
    <message>
        <source>È alla stessa ora: forse è la stessa persona.</source>
        <translation>Kasabay ito ng iba: baka iisang tao.</translation>
    </message>
    <message>
        <source>Iscrivi lo stesso</source>
        <translation>Ilista pa rin</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Hindi</translation>
    </message>
    <message>
        <source>Posti finiti. Vuoi la lista d&apos;attesa?</source>
        <translation>Puno na. Gusto ba ninyong pumila sa waiting list?</translation>
    </message>
    <message>
        <source>Sì, in lista</source>
        <translation>Oo, ilista ako</translation>
    </message>
    <message>
        <source>No, grazie</source>
        <translation>Hindi, salamat</translation>
    </message>
    <message>
        <source>Una persona in meno</source>
        <translation>Bawasan ng isang tao</translation>
    </message>
    <message>
        <source>Una persona in più</source>
        <translation>Dagdagan ng isang tao</translation>
    </message>
    <message>
        <source>Iscrivi</source>
        <translation>Ilista</translation>
    </message>
    <message>
        <source>Cancella</source>
        <translation>Burahin</translation>
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
        <translation>Inaasahan %1, dumating %2</translation>
    </message>
    <message>
        <source>posto da confermare</source>
        <translation>kukumpirmahin pa ang puwesto</translation>
    </message>
</context>
<context>
    <name>ExpectedScreen</name>
    <message>
        <source>Altro</source>
        <translation>Iba pa</translation>
    </message>
    <message>
        <source>Attesi oggi</source>
        <translation>Inaasahan ngayon</translation>
    </message>
    <message>
        <source>Per oggi nessuna iscrizione.</source>
        <translation>Walang palista ngayong araw.</translation>
    </message>
    <message>
        <source>Chi arriva senza iscrizione: leggi la tessera, poi scegli l&apos;attività.</source>
        <translation>Sa dumating nang walang palista: basahin ang card, saka piliin ang aktibidad.</translation>
    </message>
    <message>
        <source>Scrivi il PIN per vedere i nomi</source>
        <translation>Isulat ang PIN para makita ang mga pangalan</translation>
    </message>
    <message>
        <source>È qui</source>
        <translation>Narito na</translation>
    </message>
    <message>
        <source>è qui</source>
        <translation>narito na</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>Laboratori</source>
        <translation>Workshop</translation>
    </message>
    <message>
        <source>Lingue</source>
        <translation>Mga wika</translation>
    </message>
    <message>
        <source>Studio e corsi</source>
        <translation>Aral at kurso</translation>
    </message>
    <message>
        <source>Salute e sport</source>
        <translation>Kalusugan at sport</translation>
    </message>
    <message>
        <source>Musica</source>
        <translation>Musika</translation>
    </message>
    <message>
        <source>Cultura</source>
        <translation>Kultura</translation>
    </message>
    <message>
        <source>Giochi</source>
        <translation>Mga laro</translation>
    </message>
    <message>
        <source>Verde e riuso</source>
        <translation>Halaman at reuse</translation>
    </message>
    <message>
        <source>Sportelli e aiuto</source>
        <translation>Tulong at payo</translation>
    </message>
    <message>
        <source>Lavoro</source>
        <translation>Trabaho</translation>
    </message>
    <message>
        <source>Cibo e cucina</source>
        <translation>Pagkain at luto</translation>
    </message>
    <message>
        <source>Famiglie</source>
        <translation>Pamilya</translation>
    </message>
    <message>
        <source>Feste e vicinato</source>
        <translation>Pista at kapitbahay</translation>
    </message>
    <message>
        <source>Bambini</source>
        <translation>Mga bata</translation>
    </message>
    <message>
        <source>Ragazzi</source>
        <translation>Kabataan</translation>
    </message>
    <message>
        <source>Adulti</source>
        <translation>Mga adulto</translation>
    </message>
    <message>
        <source>Anziani</source>
        <translation>Mga senior</translation>
    </message>
    <message>
        <source>Donne</source>
        <translation>Kababaihan</translation>
    </message>
    <message>
        <source>Gratuite</source>
        <translation>Libre</translation>
    </message>
    <message>
        <source>Con posti liberi</source>
        <translation>May bakanteng puwesto</translation>
    </message>
</context>
<context>
    <name>FiltersScreen</name>
    <message>
        <source>Che cosa vuoi vedere?</source>
        <translation>Ano ang gusto ninyong makita?</translation>
    </message>
    <message>
        <source>Solo</source>
        <translation>Lamang</translation>
    </message>
    <message>
        <source>Categoria</source>
        <translation>Uri</translation>
    </message>
    <message>
        <source>Per chi</source>
        <translation>Para kanino</translation>
    </message>
    <message>
        <source>Lingua, oltre all&apos;italiano</source>
        <translation>Wika, bukod sa Italyano</translation>
    </message>
    <message>
        <source>Togli i filtri</source>
        <translation>Alisin ang filter</translation>
    </message>
</context>
<context>
    <name>FindPart</name>
    <message>
        <source>Nome, o numero della tessera</source>
        <translation>Pangalan, o numero ng card</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Scrivi il nome o il numero.</source>
        <translation>Isulat ang pangalan o ang numero.</translation>
    </message>
    <message>
        <source>Qui non trovo nessuno così.</source>
        <translation>Walang makitang ganito rito.</translation>
    </message>
    <message>
        <source>Bastano le prime lettere del nome, o le ultime cifre della tessera.</source>
        <translation>Unang letra ng pangalan, o huling numero ng card.</translation>
    </message>
    <message>
        <source>Prova con meno lettere o con le ultime cifre. Forse la tessera è di un altro spazio.</source>
        <translation>Subukan ang mas kaunting letra o ang mga huling numero. Baka sa ibang lugar ang card.</translation>
    </message>
    <message>
        <source>I primi %1 di %2: scrivi ancora una lettera.</source>
        <translation>Ang unang %1 sa %2: sumulat pa ng isang letra.</translation>
    </message>
</context>
<context>
    <name>Handover</name>
    <message>
        <source>a tutti gli spazi</source>
        <translation>sa lahat ng lugar</translation>
    </message>
    <message>
        <source>da inviare</source>
        <translation>ipapadala pa</translation>
    </message>
    <message>
        <source>Fatto %1</source>
        <translation>Tapos na %1</translation>
    </message>
    <message>
        <source>Riapri</source>
        <translation>Buksan muli</translation>
    </message>
    <message>
        <source>Fatto</source>
        <translation>Tapos na</translation>
    </message>
    <message>
        <source>La trovano anche gli altri spazi.</source>
        <translation>Makikita rin ito ng ibang lugar.</translation>
    </message>
    <message>
        <source>La trova chi apre la portineria dopo di te.</source>
        <translation>Makikita ito ng susunod na magbubukas ng portineria.</translation>
    </message>
</context>
<context>
    <name>HandoverScreen</name>
    <message>
        <source>Consegne</source>
        <translation>Mga bilin</translation>
    </message>
    <message>
        <source>Altro</source>
        <translation>Iba pa</translation>
    </message>
    <message>
        <source>Scrivi una consegna</source>
        <translation>Sumulat ng bilin</translation>
    </message>
    <message>
        <source>Anche agli altri spazi</source>
        <translation>Pati sa ibang lugar</translation>
    </message>
    <message>
        <source>Consegna salvata.</source>
        <translation>Na-save ang bilin.</translation>
    </message>
    <message>
        <source>Segnata come fatta.</source>
        <translation>Minarkahang tapos na.</translation>
    </message>
    <message>
        <source>La consegna è ancora da fare</source>
        <translation>Gagawin pa ang bilin</translation>
    </message>
    <message>
        <source>Nessuna consegna.</source>
        <translation>Walang bilin.</translation>
    </message>
    <message>
        <source>Qui lasci a chi viene dopo di te quello che deve sapere o fare.</source>
        <translation>Dito iniiwan sa susunod ang dapat malaman o gawin.</translation>
    </message>
    <message>
        <source>Lascia</source>
        <translation>Iwan</translation>
    </message>
    <message>
        <source>Per chi viene dopo. Senza nomi di chi abita qui</source>
        <translation>Para sa susunod. Walang pangalan ng mga nakatira rito</translation>
    </message>
    <message>
        <source>Lascia la consegna</source>
        <translation>Iwan ang bilin</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Portineria</source>
        <translation>Portineria</translation>
    </message>
    <message>
        <source>Torna indietro</source>
        <translation>Bumalik</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>Aperto fino alle %1</source>
        <translation>Bukas hanggang %1</translation>
    </message>
    <message>
        <source>Apre alle %1</source>
        <translation>Magbubukas nang %1</translation>
    </message>
    <message>
        <source>Chiuso. Riapre %1 alle %2</source>
        <translation>Sarado. Magbubukas %1 nang %2</translation>
    </message>
    <message>
        <source>Urgente: %1</source>
        <translation>Apurahan: %1</translation>
    </message>
    <message>
        <source>in bacheca</source>
        <translation>sa bulletin board</translation>
    </message>
    <message>
        <source>Domani e la settimana</source>
        <translation>Bukas at ang linggo</translation>
    </message>
    <message>
        <source>Servizi</source>
        <translation>Mga serbisyo</translation>
    </message>
    <message>
        <source>che cosa si può chiedere qui</source>
        <translation>ano ang puwedeng hilingin dito</translation>
    </message>
    <message>
        <source>Bacheca</source>
        <translation>Bulletin board</translation>
    </message>
    <message>
        <source>Offro e cerco</source>
        <translation>Alok at hanap</translation>
    </message>
    <message>
        <source>Lavoro e corsi</source>
        <translation>Trabaho at kurso</translation>
    </message>
    <message>
        <source>Prodotti</source>
        <translation>Mga produkto</translation>
    </message>
    <message>
        <source>Personale</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>portieri e operatori</source>
        <translation>mga portiere at operator</translation>
    </message>
    <message>
        <source>ancora niente</source>
        <translation>wala pa</translation>
    </message>
    <message>
        <source>Il programma non è ancora arrivato.</source>
        <translation>Hindi pa dumarating ang programa.</translation>
    </message>
    <message>
        <source>Per oggi qui è tutto.</source>
        <translation>Iyan na lahat dito ngayong araw.</translation>
    </message>
    <message>
        <source>Oggi qui non c&apos;è niente in programma.</source>
        <translation>Walang nakatakda rito ngayong araw.</translation>
    </message>
    <message>
        <source>Adesso, dalle %1</source>
        <translation>Ngayon, mula %1</translation>
    </message>
    <message>
        <source>Adesso, fino alle %1</source>
        <translation>Hanggang %1</translation>
    </message>
    <message>
        <source>Fino a %1</source>
        <translation>Hanggang %1</translation>
    </message>
    <message>
        <source>Tutto il giorno</source>
        <translation>Buong araw</translation>
    </message>
    <message>
        <source>Prossima, alle %1</source>
        <translation>Susunod, %1</translation>
    </message>
    <message>
        <source>Anche adesso</source>
        <translation>Ngayon din</translation>
    </message>
    <message>
        <source>Più tardi</source>
        <translation>Mamaya</translation>
    </message>
    <message>
        <source>In programma</source>
        <translation>Nakatakda</translation>
    </message>
    <message>
        <source>Nei prossimi giorni</source>
        <translation>Sa mga susunod na araw</translation>
    </message>
    <message>
        <source>Oggi qui</source>
        <translation>Dito ngayon</translation>
    </message>
    <message>
        <source>gratuito</source>
        <translation>libre</translation>
    </message>
    <message>
        <source>Arriva da solo appena c&apos;è la rete. Intanto chiedi al portiere.</source>
        <translation>Kusa itong darating kapag may network. Samantala, magtanong sa portiere.</translation>
    </message>
    <message>
        <source>Ecco che cosa c&apos;è nei prossimi giorni.</source>
        <translation>Ito ang mayroon sa mga susunod na araw.</translation>
    </message>
    <message>
        <source>Guarda che cosa c&apos;è negli altri spazi, oppure chiedi al portiere.</source>
        <translation>Tingnan kung ano ang mayroon sa ibang lugar, o magtanong sa portiere.</translation>
    </message>
    <message>
        <source>ancora niente in programma</source>
        <translation>wala pang nakatakda</translation>
    </message>
    <message>
        <source>Gli altri spazi</source>
        <translation>Ang ibang lugar</translation>
    </message>
    <message>
        <source>Gli altri %1 spazi</source>
        <translation>Ang ibang %1 lugar</translation>
    </message>
    <message>
        <source>oggi niente</source>
        <translation>wala ngayon</translation>
    </message>
    <message>
        <source>nessun avviso</source>
        <translation>walang abiso</translation>
    </message>
</context>
<context>
    <name>IdleOverlay</name>
    <message>
        <source>Ti serve altro tempo?</source>
        <translation>Kailangan pa ba ninyo ng oras?</translation>
    </message>
    <message numerus="yes">
        <source>Tra %n secondi torno all&apos;inizio e cancello quello che hai scritto.</source>
        <translation>
            <numerusform>Sa loob ng %n segundo, babalik ako sa simula at buburahin ang isinulat ninyo.</numerusform>
            <numerusform>Sa loob ng %n segundo, babalik ako sa simula at buburahin ang isinulat ninyo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sì, continuo</source>
        <translation>Oo, ituloy</translation>
    </message>
    <message>
        <source>Esci</source>
        <translation>Lumabas</translation>
    </message>
</context>
<context>
    <name>Keep</name>
    <message>
        <source>Attacca il foglietto al pacco.</source>
        <translation>Idikit ang papel sa pakete.</translation>
    </message>
    <message>
        <source>Scrivi il codice sul pacco a mano.</source>
        <translation>Isulat ang code sa pakete.</translation>
    </message>
</context>
<context>
    <name>KeepScreen</name>
    <message>
        <source>Pacchi</source>
        <translation>Mga pakete</translation>
    </message>
    <message>
        <source>Tieni un pacco</source>
        <translation>Magtabi ng pakete</translation>
    </message>
    <message>
        <source>Per chi è? Scrivi il nome, o leggi la tessera</source>
        <translation>Para kanino? Isulat ang pangalan, o basahin ang card</translation>
    </message>
    <message>
        <source>Tieni: codice %1</source>
        <translation>Itabi: code %1</translation>
    </message>
    <message>
        <source>Pacco registrato: codice %1</source>
        <translation>Naitala ang pakete: code %1</translation>
    </message>
    <message>
        <source>Scrivi il codice sul pacco e dillo a chi lo aspetta: con il codice lo ritira.</source>
        <translation>Isulat ang code sa pakete at sabihin sa naghihintay: sa code niya ito makukuha.</translation>
    </message>
    <message>
        <source>Il foglietto sta uscendo.</source>
        <translation>Lumalabas na ang papel.</translation>
    </message>
    <message>
        <source>Stampa il foglietto per il pacco</source>
        <translation>I-print ang papel para sa pakete</translation>
    </message>
    <message>
        <source>Un altro pacco</source>
        <translation>Isa pang pakete</translation>
    </message>
</context>
<context>
    <name>ListenButton</name>
    <message>
        <source>Ascolta</source>
        <translation>Pakinggan</translation>
    </message>
    <message>
        <source>Ferma la voce</source>
        <translation>Ihinto ang boses</translation>
    </message>
    <message>
        <source>Da capo</source>
        <translation>Mula sa simula</translation>
    </message>
</context>
<context>
    <name>LogLine</name>
    <message>
        <source>Altri dati della persona</source>
        <translation>Iba pang datos ng tao</translation>
    </message>
    <message>
        <source>Annulla</source>
        <translation>I-undo</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Ho capito</source>
        <translation>Sige po</translation>
    </message>
</context>
<context>
    <name>More</name>
    <message>
        <source>nessuno</source>
        <translation>wala</translation>
    </message>
    <message>
        <source>nessuna aperta</source>
        <translation>walang bukas</translation>
    </message>
    <message>
        <source>Programma di oggi</source>
        <translation>Programa ngayon</translation>
    </message>
    <message>
        <source>Avvisi</source>
        <translation>Mga abiso</translation>
    </message>
    <message>
        <source>Attesi oggi</source>
        <translation>Inaasahan ngayon</translation>
    </message>
    <message>
        <source>Richieste</source>
        <translation>Mga hiling</translation>
    </message>
    <message>
        <source>Pacchi</source>
        <translation>Mga pakete</translation>
    </message>
    <message>
        <source>Consegne</source>
        <translation>Mga bilin</translation>
    </message>
    <message>
        <source>Tessere</source>
        <translation>Mga card</translation>
    </message>
    <message>
        <source>Da avvisare</source>
        <translation>Sasabihan</translation>
    </message>
    <message>
        <source>Chiusura</source>
        <translation>Pagsasara</translation>
    </message>
    <message>
        <source>Schermo</source>
        <translation>Screen</translation>
    </message>
    <message>
        <source>testo grande, contrasto</source>
        <translation>malaking letra, contrast</translation>
    </message>
    <message>
        <source>Tutto inviato.</source>
        <translation>Naipadala na lahat.</translation>
    </message>
    <message>
        <source>nessuna</source>
        <translation>wala</translation>
    </message>
    <message>
        <source>niente in programma</source>
        <translation>walang nakatakda</translation>
    </message>
    <message>
        <source>nessuno in bacheca</source>
        <translation>wala sa bulletin board</translation>
    </message>
    <message>
        <source>niente da leggere</source>
        <translation>walang babasahin</translation>
    </message>
    <message>
        <source>giornata aperta</source>
        <translation>bukas ang araw</translation>
    </message>
    <message>
        <source>chiusa alle %1</source>
        <translation>isinara nang %1</translation>
    </message>
</context>
<context>
    <name>MoreScreen</name>
    <message>
        <source>Portineria</source>
        <translation>Portineria</translation>
    </message>
    <message>
        <source>Altro</source>
        <translation>Iba pa</translation>
    </message>
    <message>
        <source>Registrazioni di questo terminale</source>
        <translation>Mga tala ng terminal na ito</translation>
    </message>
    <message>
        <source>Sblocca il PIN di %1</source>
        <translation>I-unlock ang PIN ni %1</translation>
    </message>
</context>
<context>
    <name>NewCard</name>
    <message>
        <source>Testo grande</source>
        <translation>Malaking letra</translation>
    </message>
    <message>
        <source>Contrasto alto</source>
        <translation>Matinding contrast</translation>
    </message>
    <message>
        <source>Comandi in basso</source>
        <translation>Mga pindutan sa ibaba</translation>
    </message>
    <message>
        <source>Voce</source>
        <translation>Boses</translation>
    </message>
</context>
<context>
    <name>NewCardPart</name>
    <message>
        <source>Nome, e iniziale del cognome</source>
        <translation>Pangalan, at unang letra ng apelyido</translation>
    </message>
    <message>
        <source>Avanti</source>
        <translation>Susunod</translation>
    </message>
    <message>
        <source>In che lingua legge meglio %1?</source>
        <translation>Sa anong wika pinakamahusay magbasa si %1?</translation>
    </message>
    <message>
        <source>Che cosa le serve sullo schermo?</source>
        <translation>Ano ang kailangan niya sa screen?</translation>
    </message>
    <message>
        <source>E-mail: %1</source>
        <translation>E-mail: %1</translation>
    </message>
    <message>
        <source>Telefono: %1</source>
        <translation>Telepono: %1</translation>
    </message>
    <message>
        <source>Aggiungi telefono o e-mail, se vuole</source>
        <translation>Magdagdag ng telepono o e-mail, kung gusto</translation>
    </message>
    <message>
        <source>Fai la tessera</source>
        <translation>Gawin ang card</translation>
    </message>
</context>
<context>
    <name>Night</name>
    <message>
        <source>Tocca per accendere</source>
        <translation>Pindutin para buksan</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Si vede fino a: %1</source>
        <translation>Makikita hanggang: %1</translation>
    </message>
    <message>
        <source>Urgente</source>
        <translation>Apurahan</translation>
    </message>
    <message>
        <source>Affisso: si vede già in bacheca.</source>
        <translation>Naipaskil: nasa bulletin board na.</translation>
    </message>
    <message>
        <source>Tolto: %1</source>
        <translation>Inalis: %1</translation>
    </message>
</context>
<context>
    <name>NoticeScreen</name>
    <message>
        <source>Altro</source>
        <translation>Iba pa</translation>
    </message>
    <message>
        <source>Indietro</source>
        <translation>Bumalik</translation>
    </message>
    <message>
        <source>Avvisi</source>
        <translation>Mga abiso</translation>
    </message>
    <message>
        <source>Nuovo avviso</source>
        <translation>Bagong abiso</translation>
    </message>
    <message>
        <source>Rimettilo</source>
        <translation>Ibalik ito</translation>
    </message>
    <message>
        <source>Scrivi un avviso</source>
        <translation>Sumulat ng abiso</translation>
    </message>
    <message>
        <source>In bacheca non c&apos;è nessun avviso di questo spazio.</source>
        <translation>Walang abiso ng lugar na ito sa bulletin board.</translation>
    </message>
    <message>
        <source>Togli</source>
        <translation>Alisin</translation>
    </message>
    <message>
        <source>Titolo, in poche parole</source>
        <translation>Pamagat, sa ilang salita</translation>
    </message>
    <message>
        <source>Che cosa devono sapere? Senza nomi</source>
        <translation>Ano ang dapat nilang malaman? Walang pangalan</translation>
    </message>
    <message>
        <source>Avanti</source>
        <translation>Susunod</translation>
    </message>
    <message>
        <source>Urgente: %1</source>
        <translation>Apurahan: %1</translation>
    </message>
    <message>
        <source>Fino a quando si vede?</source>
        <translation>Hanggang kailan makikita?</translation>
    </message>
    <message>
        <source>Oggi</source>
        <translation>Ngayon</translation>
    </message>
    <message>
        <source>Domani</source>
        <translation>Bukas</translation>
    </message>
    <message>
        <source>Una settimana</source>
        <translation>Isang linggo</translation>
    </message>
    <message>
        <source>Urgente</source>
        <translation>Apurahan</translation>
    </message>
    <message>
        <source>Urgente: anche su Oggi qui</source>
        <translation>Apurahan: pati sa Dito ngayon</translation>
    </message>
    <message>
        <source>Affiggi</source>
        <translation>Ipaskil</translation>
    </message>
</context>
<context>
    <name>NumberPad</name>
    <message>
        <source>Avvicina la tessera al lettore o scrivi il numero</source>
        <translation>Itapat ang card sa scanner o isulat ang numero</translation>
    </message>
    <message>
        <source>Cancella</source>
        <translation>Burahin</translation>
    </message>
    <message>
        <source>Svuota</source>
        <translation>I-clear</translation>
    </message>
</context>
<context>
    <name>NumberScreen</name>
    <message>
        <source>Iscriviti</source>
        <translation>Magpalista</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>due</source>
        <translation>dalawang</translation>
    </message>
    <message>
        <source>tre</source>
        <translation>tatlong</translation>
    </message>
    <message>
        <source>quattro</source>
        <translation>apat na</translation>
    </message>
    <message>
        <source>cinque</source>
        <translation>limang</translation>
    </message>
    <message>
        <source>sei</source>
        <translation>anim na</translation>
    </message>
    <message>
        <source>sette</source>
        <translation>pitong</translation>
    </message>
    <message>
        <source>otto</source>
        <translation>walong</translation>
    </message>
    <message>
        <source>nove</source>
        <translation>siyam na</translation>
    </message>
    <message>
        <source>dieci</source>
        <translation>sampung</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Sei già iscritto.</source>
        <translation>Nakalista na kayo.</translation>
    </message>
    <message>
        <source>Il tuo posto c&apos;è.</source>
        <translation>May puwesto na kayo.</translation>
    </message>
    <message>
        <source>Iscritto</source>
        <translation>Nakalista</translation>
    </message>
    <message>
        <source>Il posto è tuo.</source>
        <translation>Sa inyo na ang puwesto.</translation>
    </message>
    <message>
        <source>Sei già arrivato</source>
        <translation>Dumating na kayo</translation>
    </message>
    <message>
        <source>La presenza è segnata.</source>
        <translation>Namarkahan ang pagdating.</translation>
    </message>
    <message>
        <source>Aspetto la conferma: di solito bastano pochi secondi.</source>
        <translation>Hinihintay ang kumpirmasyon: karaniwan ay ilang segundo lang.</translation>
    </message>
    <message>
        <source>Ti confermiamo quando torna la rete.</source>
        <translation>Kukumpirmahin namin pagbalik ng network.</translation>
    </message>
    <message>
        <source>Richiesta ricevuta.</source>
        <translation>Natanggap ang hiling.</translation>
    </message>
    <message>
        <source>Se si libera un posto, lo sai qui con la tessera o dal portiere.</source>
        <translation>Kapag may nabakanteng puwesto, malalaman ninyo rito gamit ang card o sa portiere.</translation>
    </message>
    <message>
        <source>Sei in lista d&apos;attesa.</source>
        <translation>Nasa waiting list na kayo.</translation>
    </message>
    <message>
        <source>Non c&apos;era più posto. Chiedi al portiere se ci sono altre date.</source>
        <translation>Wala nang puwesto. Itanong sa portiere kung may ibang petsa.</translation>
    </message>
    <message>
        <source>Iscrizione non riuscita.</source>
        <translation>Hindi natuloy ang palista.</translation>
    </message>
    <message>
        <source>Iscrizione annullata.</source>
        <translation>Nakansela ang palista.</translation>
    </message>
    <message>
        <source>Il posto non è più tuo.</source>
        <translation>Hindi na sa inyo ang puwesto.</translation>
    </message>
    <message>
        <source>iscritto</source>
        <translation>nakalista</translation>
    </message>
    <message>
        <source>presente</source>
        <translation>narito</translation>
    </message>
    <message>
        <source>da confermare</source>
        <translation>kukumpirmahin pa</translation>
    </message>
    <message>
        <source>in lista d&apos;attesa</source>
        <translation>nasa waiting list</translation>
    </message>
    <message>
        <source>non riuscita</source>
        <translation>hindi natuloy</translation>
    </message>
    <message>
        <source>annullata</source>
        <translation>kinansela</translation>
    </message>
    <message>
        <source>Questa attività è annullata. Scegline un&apos;altra.</source>
        <translation>Kanselado ang aktibidad na ito. Pumili ng iba.</translation>
    </message>
    <message>
        <source>Questa attività è già finita. Scegline un&apos;altra.</source>
        <translation>Tapos na ang aktibidad na ito. Pumili ng iba.</translation>
    </message>
    <message>
        <source>Per questa attività non serve iscriversi: vieni e basta.</source>
        <translation>Hindi kailangang magpalista sa aktibidad na ito: pumunta lang.</translation>
    </message>
    <message>
        <source>Questa attività non c&apos;è più. Torna a Oggi qui e scegline un&apos;altra.</source>
        <translation>Wala na ang aktibidad na ito. Bumalik sa Dito ngayon at pumili ng iba.</translation>
    </message>
</context>
<context>
    <name>Pager</name>
    <message>
        <source>Su</source>
        <translation>Taas</translation>
    </message>
    <message>
        <source>Giù</source>
        <translation>Baba</translation>
    </message>
</context>
<context>
    <name>Parcels</name>
    <message>
        <source>Consegnato %1</source>
        <translation>Naibigay %1</translation>
    </message>
    <message>
        <source>Arrivato %1</source>
        <translation>Dumating %1</translation>
    </message>
    <message>
        <source>da inviare</source>
        <translation>ipapadala pa</translation>
    </message>
    <message>
        <source>Consegna</source>
        <translation>Ibigay</translation>
    </message>
    <message>
        <source>Annulla</source>
        <translation>I-undo</translation>
    </message>
</context>
<context>
    <name>ParcelsScreen</name>
    <message>
        <source>Altro</source>
        <translation>Iba pa</translation>
    </message>
    <message>
        <source>Pacchi</source>
        <translation>Mga pakete</translation>
    </message>
    <message>
        <source>Tieni un pacco</source>
        <translation>Magtabi ng pakete</translation>
    </message>
    <message>
        <source>Codice del pacco</source>
        <translation>Code ng pakete</translation>
    </message>
    <message>
        <source>Togli</source>
        <translation>Alisin</translation>
    </message>
    <message>
        <source>Consegnato: %1</source>
        <translation>Naibigay: %1</translation>
    </message>
    <message>
        <source>Il pacco è ancora qui</source>
        <translation>Narito pa ang pakete</translation>
    </message>
    <message>
        <source>Nessun pacco da consegnare.</source>
        <translation>Walang paketeng ibibigay.</translation>
    </message>
    <message>
        <source>Quando ne arriva uno, tocca Tieni un pacco: il terminale dà un codice da dire a chi lo ritira.</source>
        <translation>Kapag may dumating, pindutin ang Magtabi ng pakete: magbibigay ng code ang terminal para sa kukuha.</translation>
    </message>
    <message>
        <source>Qui non c&apos;è un pacco con questo codice.</source>
        <translation>Walang paketeng may ganitong code dito.</translation>
    </message>
    <message>
        <source>Confronta il codice, o cerca il pacco per nome nell&apos;elenco.</source>
        <translation>Ihambing ang code, o hanapin ang pangalan sa listahan.</translation>
    </message>
    <message>
        <source>Scrivi il PIN per vedere i nomi</source>
        <translation>Isulat ang PIN para makita ang mga pangalan</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>portineria</source>
        <translation>portineria</translation>
    </message>
    <message>
        <source>operatori</source>
        <translation>mga operator</translation>
    </message>
    <message>
        <source>Comune</source>
        <translation>Comune</translation>
    </message>
    <message>
        <source>assistenza</source>
        <translation>tulong</translation>
    </message>
</context>
<context>
    <name>PhoneScreen</name>
    <message>
        <source>Codice per il telefono</source>
        <translation>Code para sa telepono</translation>
    </message>
    <message>
        <source>Con il telefono</source>
        <translation>Gamit ang telepono</translation>
    </message>
    <message>
        <source>Inquadra il codice con la fotocamera, scrivi il tuo nome e conferma. Qui vedi quando è fatto.</source>
        <translation>Itapat ang kamera sa code, isulat ang pangalan ninyo at kumpirmahin. Makikita ninyo rito kapag tapos na.</translation>
    </message>
</context>
<context>
    <name>Pill</name>
    <message>
        <source>L&apos;orologio è da verificare: guarda la data di ogni attività.</source>
        <translation>Kailangang suriin ang orasan: tingnan ang petsa ng bawat aktibidad.</translation>
    </message>
    <message>
        <source>Il programma non è ancora arrivato: chiedi al portiere.</source>
        <translation>Hindi pa dumarating ang programa: magtanong sa portiere.</translation>
    </message>
    <message>
        <source>Programma di %1: chiedi conferma al portiere.</source>
        <translation>Programa ng %1: kumpirmahin sa portiere.</translation>
    </message>
    <message>
        <source>Collegato · aggiornato alle %1</source>
        <translation>Konektado · na-update nang %1</translation>
    </message>
    <message>
        <source>Senza rete: puoi usare il terminale. Programma delle %1.</source>
        <translation>Walang network: magagamit pa rin ang terminal. Programa ng %1.</translation>
    </message>
    <message>
        <source>Senza rete: puoi usare il terminale. Programma di ieri, %1.</source>
        <translation>Walang network: magagamit pa rin ang terminal. Programa kahapon, %1.</translation>
    </message>
    <message>
        <source>Tutto inviato</source>
        <translation>Naipadala na lahat</translation>
    </message>
    <message>
        <source>ultimo invio %1</source>
        <translation>huling padala %1</translation>
    </message>
</context>
<context>
    <name>Pin</name>
    <message>
        <source>Nessuno può ancora aprire la portineria da qui: chiama l&apos;ufficio.</source>
        <translation>Wala pang makapagbubukas ng portineria mula rito: tumawag sa opisina.</translation>
    </message>
    <message>
        <source>PIN bloccato dopo troppi errori. Lo sblocca un collega (Portineria, Altro) o l&apos;ufficio.</source>
        <translation>Naka-lock ang PIN dahil sa dami ng mali. Maa-unlock ito ng kasama (Portineria, Iba pa) o ng opisina.</translation>
    </message>
    <message>
        <source>Questa persona non può aprire la portineria qui. Chiama l&apos;ufficio.</source>
        <translation>Hindi mabubuksan ng taong ito ang portineria rito. Tumawag sa opisina.</translation>
    </message>
    <message>
        <source>Non riesco a controllare il PIN. Chiama l&apos;ufficio.</source>
        <translation>Hindi masuri ang PIN. Tumawag sa opisina.</translation>
    </message>
</context>
<context>
    <name>PinScreen</name>
    <message>
        <source>Scrivi il PIN</source>
        <translation>Isulat ang PIN</translation>
    </message>
    <message numerus="yes">
        <source>%n cifre scritte</source>
        <translation>
            <numerusform>%n numerong naisulat</numerusform>
            <numerusform>%n numerong naisulat</numerusform>
        </translation>
    </message>
    <message>
        <source>Controllo…</source>
        <translation>Sinusuri…</translation>
    </message>
    <message>
        <source>Cancella</source>
        <translation>Burahin</translation>
    </message>
    <message>
        <source>Svuota</source>
        <translation>I-clear</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>leggi ad alta voce</source>
        <translation>basahin nang malakas</translation>
    </message>
    <message>
        <source>in inglese: in questa lingua non c&apos;è una voce</source>
        <translation>sa Ingles: walang boses sa wikang ito</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Pacchi e posta</source>
        <translation>Pakete at sulat</translation>
    </message>
    <message>
        <source>Aiuto digitale, SPID</source>
        <translation>Tulong digital, SPID</translation>
    </message>
    <message>
        <source>Informazioni</source>
        <translation>Impormasyon</translation>
    </message>
    <message>
        <source>Chiavi</source>
        <translation>Mga susi</translation>
    </message>
    <message>
        <source>Piccole riparazioni</source>
        <translation>Maliliit na ayos</translation>
    </message>
    <message>
        <source>Ascolto</source>
        <translation>Pakikinig</translation>
    </message>
    <message>
        <source>Casa: pratiche e bandi</source>
        <translation>Bahay: papeles at bando</translation>
    </message>
    <message>
        <source>Salute, prenotazioni</source>
        <translation>Kalusugan, appointment</translation>
    </message>
    <message>
        <source>Altro motivo</source>
        <translation>Ibang dahilan</translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>Chi è?</source>
        <translation>Sino siya?</translation>
    </message>
    <message>
        <source>Inquilino ERP</source>
        <translation>Nangungupahan sa ERP</translation>
    </message>
    <message>
        <source>Seguito dai servizi</source>
        <translation>Inaalagaan ng serbisyo</translation>
    </message>
    <message>
        <source>Abita nel quartiere</source>
        <translation>Nakatira sa lugar</translation>
    </message>
    <message>
        <source>Altra persona</source>
        <translation>Ibang tao</translation>
    </message>
    <message>
        <source>È la prima volta?</source>
        <translation>Unang beses ba?</translation>
    </message>
    <message>
        <source>Sì, è la prima</source>
        <translation>Oo, una</translation>
    </message>
    <message>
        <source>No, è già venuta</source>
        <translation>Hindi, nakapunta na</translation>
    </message>
    <message>
        <source>Genere</source>
        <translation>Kasarian</translation>
    </message>
    <message>
        <source>Donna</source>
        <translation>Babae</translation>
    </message>
    <message>
        <source>Uomo</source>
        <translation>Lalaki</translation>
    </message>
    <message>
        <source>Altro</source>
        <translation>Iba</translation>
    </message>
    <message>
        <source>In che lingua parla?</source>
        <translation>Anong wika ang gamit niya?</translation>
    </message>
    <message>
        <source>È servita una mediazione?</source>
        <translation>Kinailangan ba ng mediation?</translation>
    </message>
    <message>
        <source>Sì</source>
        <translation>Oo</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Hindi</translation>
    </message>
    <message>
        <source>Com&apos;è finita?</source>
        <translation>Ano ang kinalabasan?</translation>
    </message>
    <message>
        <source>Risolto</source>
        <translation>Nalutas</translation>
    </message>
    <message>
        <source>Dato un appuntamento</source>
        <translation>Binigyan ng appointment</translation>
    </message>
    <message>
        <source>Inviata altrove</source>
        <translation>Ipinadala sa iba</translation>
    </message>
    <message>
        <source>In sospeso</source>
        <translation>Nakabinbin</translation>
    </message>
    <message>
        <source>Non si può risolvere</source>
        <translation>Hindi malulutas</translation>
    </message>
    <message>
        <source>A chi l&apos;hai inviata?</source>
        <translation>Kanino ipinadala?</translation>
    </message>
    <message>
        <source>WeMi</source>
        <translation>WeMi</translation>
    </message>
    <message>
        <source>Servizio sociale</source>
        <translation>Servizio sociale</translation>
    </message>
    <message>
        <source>Custode sociale</source>
        <translation>Custode sociale</translation>
    </message>
    <message>
        <source>Gestore della casa</source>
        <translation>Tagapamahala ng bahay</translation>
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
        <translation>Job center</translation>
    </message>
    <message>
        <source>Scuola</source>
        <translation>Paaralan</translation>
    </message>
    <message>
        <source>Associazione</source>
        <translation>Asosasyon</translation>
    </message>
    <message>
        <source>Quanti minuti?</source>
        <translation>Ilang minuto?</translation>
    </message>
    <message>
        <source>Come si è fatta viva?</source>
        <translation>Paano siya nakipag-ugnayan?</translation>
    </message>
    <message>
        <source>Di persona</source>
        <translation>Nang personal</translation>
    </message>
    <message>
        <source>Al telefono</source>
        <translation>Sa telepono</translation>
    </message>
    <message>
        <source>Dal totem</source>
        <translation>Sa terminal</translation>
    </message>
    <message>
        <source>Domanda %1 di %2</source>
        <translation>Tanong %1 sa %2</translation>
    </message>
</context>
<context>
    <name>RecordScreen</name>
    <message>
        <source>Portineria</source>
        <translation>Portineria</translation>
    </message>
    <message>
        <source>Questo passaggio non c&apos;è più.</source>
        <translation>Wala na ang pagdaang ito.</translation>
    </message>
    <message>
        <source>Registrato. Non c&apos;è altro da chiedere.</source>
        <translation>Naitala. Wala nang itatanong.</translation>
    </message>
    <message>
        <source>Domanda prima</source>
        <translation>Nakaraang tanong</translation>
    </message>
    <message>
        <source>Salta</source>
        <translation>Laktawan</translation>
    </message>
    <message>
        <source>Torna alla portineria</source>
        <translation>Bumalik sa portineria</translation>
    </message>
</context>
<context>
    <name>Recurrence</name>
    <message>
        <source>ogni giorno</source>
        <translation>araw-araw</translation>
    </message>
    <message>
        <source>ogni due settimane, %1</source>
        <translation>tuwing ikalawang linggo, %1</translation>
    </message>
    <message>
        <source>ogni settimana, da %1 a %2</source>
        <translation>bawat linggo, %1 hanggang %2</translation>
    </message>
    <message>
        <source>ogni %1</source>
        <translation>tuwing %1</translation>
    </message>
    <message>
        <source>ogni mese, il giorno %1</source>
        <translation>buwan-buwan, sa araw na %1</translation>
    </message>
    <message>
        <source>il primo %1 del mese</source>
        <translation>unang %1 ng buwan</translation>
    </message>
    <message>
        <source>il secondo %1 del mese</source>
        <translation>ikalawang %1 ng buwan</translation>
    </message>
    <message>
        <source>il terzo %1 del mese</source>
        <translation>ikatlong %1 ng buwan</translation>
    </message>
    <message>
        <source>il quarto %1 del mese</source>
        <translation>ikaapat na %1 ng buwan</translation>
    </message>
    <message>
        <source>l&apos;ultimo %1 del mese</source>
        <translation>huling %1 ng buwan</translation>
    </message>
    <message>
        <source>la prima %1 del mese</source>
        <translation>unang %1 ng buwan</translation>
    </message>
    <message>
        <source>la seconda %1 del mese</source>
        <translation>ikalawang %1 ng buwan</translation>
    </message>
    <message>
        <source>la terza %1 del mese</source>
        <translation>ikatlong %1 ng buwan</translation>
    </message>
    <message>
        <source>la quarta %1 del mese</source>
        <translation>ikaapat na %1 ng buwan</translation>
    </message>
    <message>
        <source>l&apos;ultima %1 del mese</source>
        <translation>huling %1 ng buwan</translation>
    </message>
    <message>
        <source>fino al %1</source>
        <translation>hanggang %1</translation>
    </message>
    <message>
        <source>%1 e %2</source>
        <translation>%1 at %2</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>È alla stessa ora. Vuoi iscriverti lo stesso?</source>
        <translation>Kasabay ito ng iba. Gusto pa rin ba ninyong magpalista?</translation>
    </message>
    <message>
        <source>Sì, iscrivimi</source>
        <translation>Oo, ilista ako</translation>
    </message>
    <message>
        <source>No, grazie</source>
        <translation>Hindi, salamat</translation>
    </message>
    <message>
        <source>Posti finiti. Vuoi la lista d&apos;attesa?</source>
        <translation>Puno na. Gusto ba ninyong pumila sa waiting list?</translation>
    </message>
    <message>
        <source>Se si libera un posto, lo sai qui con la tessera o dal portiere.</source>
        <translation>Kapag may nabakanteng puwesto, malalaman ninyo rito gamit ang card o sa portiere.</translation>
    </message>
    <message>
        <source>Sì, in lista</source>
        <translation>Oo, ilista ako</translation>
    </message>
</context>
<context>
    <name>Requests</name>
    <message>
        <source>ricevuta</source>
        <translation>natanggap</translation>
    </message>
    <message>
        <source>in corso</source>
        <translation>ginagawa na</translation>
    </message>
    <message>
        <source>pronta</source>
        <translation>handa na</translation>
    </message>
    <message>
        <source>in lettura</source>
        <translation>binabasa</translation>
    </message>
    <message>
        <source>colloquio</source>
        <translation>panayam</translation>
    </message>
    <message>
        <source>prova</source>
        <translation>pagsubok</translation>
    </message>
    <message>
        <source>Fatto</source>
        <translation>Tapos na</translation>
    </message>
    <message>
        <source>Appuntamento preso</source>
        <translation>May appointment na</translation>
    </message>
    <message>
        <source>Inviato a un altro servizio</source>
        <translation>Ipinadala sa ibang serbisyo</translation>
    </message>
    <message>
        <source>Non si può fare</source>
        <translation>Hindi magagawa</translation>
    </message>
    <message>
        <source>Non serve più</source>
        <translation>Hindi na kailangan</translation>
    </message>
    <message>
        <source>Consegnato</source>
        <translation>Naibigay na</translation>
    </message>
    <message>
        <source>Non disponibile</source>
        <translation>Hindi available</translation>
    </message>
    <message>
        <source>Inserimento riuscito</source>
        <translation>Natanggap sa trabaho</translation>
    </message>
    <message>
        <source>Posti finiti</source>
        <translation>Puno na</translation>
    </message>
    <message>
        <source>Non adatto</source>
        <translation>Hindi angkop</translation>
    </message>
    <message>
        <source>Messi in contatto</source>
        <translation>Napag-ugnay na</translation>
    </message>
    <message>
        <source>da inviare</source>
        <translation>ipapadala pa</translation>
    </message>
</context>
<context>
    <name>RequestsScreen</name>
    <message>
        <source>Portineria</source>
        <translation>Portineria</translation>
    </message>
    <message>
        <source>Le richieste</source>
        <translation>Mga hiling</translation>
    </message>
    <message>
        <source>Richieste aperte</source>
        <translation>Mga bukas na hiling</translation>
    </message>
    <message>
        <source>Richiesta chiusa.</source>
        <translation>Sarado na ang hiling.</translation>
    </message>
    <message>
        <source>Nessuna richiesta aperta.</source>
        <translation>Walang bukas na hiling.</translation>
    </message>
    <message>
        <source>Quando qualcuno chiede un servizio al terminale, lo trovi qui.</source>
        <translation>Kapag may humiling ng serbisyo sa terminal, makikita ito rito.</translation>
    </message>
    <message>
        <source>Scrivi il PIN per vedere chi ha chiesto</source>
        <translation>Isulat ang PIN para makita kung sino ang humiling</translation>
    </message>
    <message>
        <source>Com&apos;è finita?</source>
        <translation>Ano ang kinalabasan?</translation>
    </message>
    <message>
        <source>Chiudi la richiesta</source>
        <translation>Isara ang hiling</translation>
    </message>
</context>
<context>
    <name>Result</name>
    <message>
        <source>Questa iscrizione non è qui.</source>
        <translation>Wala rito ang palistang ito.</translation>
    </message>
    <message>
        <source>Il terminale non la conosce ancora. Chiedi al portiere.</source>
        <translation>Hindi pa ito alam ng terminal. Magtanong sa portiere.</translation>
    </message>
    <message>
        <source>Mostra questo codice all&apos;ingresso.</source>
        <translation>Ipakita ang code na ito sa pasukan.</translation>
    </message>
    <message>
        <source>Fatto: prendi il foglietto.</source>
        <translation>Tapos na: kunin ang papel.</translation>
    </message>
    <message>
        <source>La tua iscrizione è salva.</source>
        <translation>Naka-save ang palista ninyo.</translation>
    </message>
</context>
<context>
    <name>ResultScreen</name>
    <message>
        <source>Fatto</source>
        <translation>Tapos na</translation>
    </message>
    <message>
        <source>Il foglietto sta uscendo.</source>
        <translation>Lumalabas na ang papel.</translation>
    </message>
    <message>
        <source>Stampa il foglietto</source>
        <translation>I-print ang papel</translation>
    </message>
    <message>
        <source>Annulla iscrizione</source>
        <translation>Kanselahin ang palista</translation>
    </message>
    <message>
        <source>se non puoi venire</source>
        <translation>kung hindi kayo makakapunta</translation>
    </message>
</context>
<context>
    <name>Saved</name>
    <message>
        <source>Fatto</source>
        <translation>Tapos na</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Trovate nel testo, nel luogo o per chi</source>
        <translation>Nakita sa teksto, sa lugar o sa para kanino</translation>
    </message>
    <message>
        <source>Le prime %1: scrivi ancora una lettera</source>
        <translation>Ang unang %1: sumulat pa ng isang letra</translation>
    </message>
    <message>
        <source>La ricerca è ferma.</source>
        <translation>Hindi gumagana ang paghahanap.</translation>
    </message>
    <message>
        <source>Sto preparando la ricerca…</source>
        <translation>Inihahanda ang paghahanap…</translation>
    </message>
    <message>
        <source>Non trovo «%1».</source>
        <translation>Hindi makita ang “%1”.</translation>
    </message>
    <message>
        <source>Guarda la settimana o gli altri spazi, oppure chiedi al portiere.</source>
        <translation>Tingnan ang ibang lugar, o magtanong sa portiere.</translation>
    </message>
    <message>
        <source>Ci vuole un momento: i risultati arrivano da soli.</source>
        <translation>Sandali lang: kusang darating ang mga resulta.</translation>
    </message>
    <message>
        <source>Prova con una parola più corta, guarda gli altri spazi, oppure chiedi al portiere.</source>
        <translation>Subukan ang mas maikling salita, o magtanong sa portiere.</translation>
    </message>
</context>
<context>
    <name>SearchPad</name>
    <message>
        <source>Cancella</source>
        <translation>Burahin</translation>
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
        <translation>Ano ang hinahanap ninyo?</translation>
    </message>
    <message>
        <source>Svuota</source>
        <translation>I-clear</translation>
    </message>
    <message>
        <source>Cancella tutto e ricomincia</source>
        <translation>Burahin lahat at magsimula muli</translation>
    </message>
    <message>
        <source>Scrivi un&apos;attività, un luogo o per chi è. Oppure parti da qui:</source>
        <translation>Isulat ang aktibidad, lugar o para kanino. O magsimula rito:</translation>
    </message>
    <message>
        <source>Scrivi un&apos;attività, un luogo o per chi è.</source>
        <translation>Isulat ang aktibidad, lugar o para kanino.</translation>
    </message>
    <message>
        <source>Gli altri spazi</source>
        <translation>Ang ibang lugar</translation>
    </message>
</context>
<context>
    <name>ServiceScreen</name>
    <message>
        <source>Codice per il telefono: %1</source>
        <translation>Code para sa telepono: %1</translation>
    </message>
    <message>
        <source>Inquadra il codice per avere l&apos;elenco sul telefono.</source>
        <translation>Itapat ang kamera sa code para mapunta ang listahan sa telepono.</translation>
    </message>
</context>
<context>
    <name>Services</name>
    <message>
        <source>Prodotti e servizi</source>
        <translation>Produkto at serbisyo</translation>
    </message>
    <message>
        <source>Servizi</source>
        <translation>Mga serbisyo</translation>
    </message>
    <message>
        <source>Qui non ci sono ancora servizi.</source>
        <translation>Wala pang serbisyo rito.</translation>
    </message>
    <message>
        <source>Prodotti</source>
        <translation>Mga produkto</translation>
    </message>
    <message>
        <source>Quando</source>
        <translation>Kailan</translation>
    </message>
    <message>
        <source>Costo</source>
        <translation>Bayad</translation>
    </message>
    <message>
        <source>Paga</source>
        <translation>Sahod</translation>
    </message>
    <message>
        <source>Per chi</source>
        <translation>Para kanino</translation>
    </message>
    <message>
        <source>Posti</source>
        <translation>Puwesto</translation>
    </message>
    <message>
        <source>Fino a</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Contatto</source>
        <translation>Kontak</translation>
    </message>
    <message>
        <source>Questo qui non c&apos;è più.</source>
        <translation>Wala na ito rito.</translation>
    </message>
    <message>
        <source>Torna indietro e scegli altro, oppure chiedi al portiere.</source>
        <translation>Bumalik at pumili ng iba, o magtanong sa portiere.</translation>
    </message>
    <message>
        <source>Testo in italiano.</source>
        <translation>Teksto sa Italyano.</translation>
    </message>
    <message>
        <source>Candidati</source>
        <translation>Mag-apply</translation>
    </message>
    <message>
        <source>Ordina</source>
        <translation>Umorder</translation>
    </message>
    <message>
        <source>Chiedi</source>
        <translation>Humiling</translation>
    </message>
    <message>
        <source>Non serve chiedere prima: vieni e basta.</source>
        <translation>Hindi kailangang humiling muna: pumunta lang.</translation>
    </message>
    <message>
        <source>Tessera letta: tocca e hai finito.</source>
        <translation>Nabasa ang card: pindutin at tapos na.</translation>
    </message>
    <message>
        <source>Con la tessera, oppure con il tuo nome. Il portiere ti risponde qui.</source>
        <translation>Gamit ang card, o ang pangalan ninyo. Dito sasagot ang portiere.</translation>
    </message>
</context>
<context>
    <name>ServicesScreen</name>
    <message>
        <source>Hai bisogno di una mano? Chiedi al portiere, negli orari di apertura.</source>
        <translation>Kailangan ba ninyo ng tulong? Magtanong sa portiere, sa oras ng pagbubukas.</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Oggi qui</source>
        <translation>Dito ngayon</translation>
    </message>
    <message>
        <source>La settimana</source>
        <translation>Ang linggo</translation>
    </message>
    <message>
        <source>Gli altri spazi</source>
        <translation>Ang ibang lugar</translation>
    </message>
    <message>
        <source>I servizi</source>
        <translation>Mga serbisyo</translation>
    </message>
    <message>
        <source>La bacheca</source>
        <translation>Bulletin board</translation>
    </message>
    <message>
        <source>Tutti gli spazi</source>
        <translation>Lahat ng lugar</translation>
    </message>
    <message>
        <source>Cerca</source>
        <translation>Maghanap</translation>
    </message>
    <message>
        <source>L&apos;attività</source>
        <translation>Ang aktibidad</translation>
    </message>
    <message>
        <source>Iscriviti</source>
        <translation>Magpalista</translation>
    </message>
    <message>
        <source>La tua tessera</source>
        <translation>Ang card ninyo</translation>
    </message>
    <message>
        <source>Portineria</source>
        <translation>Portineria</translation>
    </message>
    <message>
        <source>Altro</source>
        <translation>Iba pa</translation>
    </message>
    <message>
        <source>Personale</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>Indietro</source>
        <translation>Bumalik</translation>
    </message>
</context>
<context>
    <name>SignUp</name>
    <message>
        <source>Posti finiti. Con la tessera puoi metterti in lista d&apos;attesa.</source>
        <translation>Puno na. Gamit ang card, puwede kayong pumila sa waiting list.</translation>
    </message>
    <message>
        <source>Alle %1 sei già iscritto a: %2</source>
        <translation>Sa oras na %1 nakalista na kayo sa: %2</translation>
    </message>
    <message>
        <source>Questo codice è scaduto. Torna indietro e scegli di nuovo il telefono.</source>
        <translation>Expired na ang code na ito. Bumalik at piliin muli ang telepono.</translation>
    </message>
    <message>
        <source>Intanto il posto resta tuo.</source>
        <translation>Samantala, sa inyo pa rin ang puwesto.</translation>
    </message>
    <message>
        <source>Il posto è tuo quando il telefono lo conferma.</source>
        <translation>Sa inyo ang puwesto kapag kinumpirma ng telepono.</translation>
    </message>
    <message>
        <source>Oggi, %1: %2</source>
        <translation>Ngayon, %1: %2</translation>
    </message>
</context>
<context>
    <name>SignUpScreen</name>
    <message>
        <source>Iscriviti</source>
        <translation>Magpalista</translation>
    </message>
    <message>
        <source>Per quante persone della tua casa?</source>
        <translation>Para sa ilang tao sa bahay ninyo?</translation>
    </message>
    <message>
        <source>Una persona in meno</source>
        <translation>Bawasan ng isang tao</translation>
    </message>
    <message>
        <source>Una persona in più</source>
        <translation>Dagdagan ng isang tao</translation>
    </message>
    <message>
        <source>Come vuoi iscriverti?</source>
        <translation>Paano ninyo gustong magpalista?</translation>
    </message>
    <message>
        <source>Con la tessera</source>
        <translation>Gamit ang card</translation>
    </message>
    <message>
        <source>avvicinala adesso al lettore, o scrivi il numero</source>
        <translation>itapat na ito sa scanner, o isulat ang numero</translation>
    </message>
    <message>
        <source>Con il telefono</source>
        <translation>Gamit ang telepono</translation>
    </message>
    <message>
        <source>anche se non hai la tessera</source>
        <translation>kahit wala kayong card</translation>
    </message>
    <message>
        <source>Al banco</source>
        <translation>Sa portineria</translation>
    </message>
    <message>
        <source>ti iscrive il portiere</source>
        <translation>ililista kayo ng portiere</translation>
    </message>
</context>
<context>
    <name>Slips</name>
    <message>
        <source>La stampante ha finito la carta. %1</source>
        <translation>Naubusan ng papel ang printer. %1</translation>
    </message>
    <message>
        <source>La stampante è ferma. %1</source>
        <translation>Huminto ang printer. %1</translation>
    </message>
</context>
<context>
    <name>Spaces</name>
    <message>
        <source>a %1 km</source>
        <translation>%1 km ang layo</translation>
    </message>
    <message>
        <source>Sei qui</source>
        <translation>Narito kayo</translation>
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
        <translation>Kung nasaan ang mga lugar: ang mga numero ay sa listahan</translation>
    </message>
</context>
<context>
    <name>SpacesScreen</name>
    <message>
        <source>Gli altri spazi</source>
        <translation>Ang ibang lugar</translation>
    </message>
    <message>
        <source>Tutti insieme</source>
        <translation>Lahat-lahat</translation>
    </message>
    <message>
        <source>Che cosa c&apos;è in tutti gli spazi, giorno per giorno</source>
        <translation>Ano ang mayroon sa lahat ng lugar, araw-araw</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>alle %1</source>
        <translation>sa oras na %1</translation>
    </message>
    <message>
        <source>dalle %1 alle %2</source>
        <translation>mula %1 hanggang %2</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>a whole hour</comment>
        <translation>%1</translation>
    </message>
    <message>
        <source>%1 e %2</source>
        <comment>hour and minutes</comment>
        <translation>%1 at %2</translation>
    </message>
    <message>
        <source>un indirizzo web</source>
        <translation>isang web address</translation>
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
        <translation>Itapat ang badge sa scanner, o pindutin ang inyong initials.</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>aperta con il PIN</source>
        <translation>binuksan gamit ang PIN</translation>
    </message>
    <message>
        <source>aperta con il badge</source>
        <translation>binuksan gamit ang badge</translation>
    </message>
</context>
<context>
    <name>Takeaway</name>
    <message>
        <source>Fatto: prendi il foglietto dalla stampante.</source>
        <translation>Tapos na: kunin ang papel sa printer.</translation>
    </message>
    <message>
        <source>La tua iscrizione è salva.</source>
        <translation>Naka-save ang palista ninyo.</translation>
    </message>
    <message>
        <source>Usa il codice, o chiedi al portiere.</source>
        <translation>Gamitin ang code, o magtanong sa portiere.</translation>
    </message>
    <message>
        <source>Per partecipare ci si iscrive.</source>
        <translation>Para sumali, kailangang magpalista.</translation>
    </message>
</context>
<context>
    <name>TakeawayScreen</name>
    <message>
        <source>Stampo il foglietto …</source>
        <translation>Ini-print ang papel …</translation>
    </message>
    <message>
        <source>Stampane un altro</source>
        <translation>Mag-print pa ng isa</translation>
    </message>
    <message>
        <source>Stampa un foglietto</source>
        <translation>Mag-print ng papel</translation>
    </message>
    <message>
        <source>Codice per il calendario del telefono</source>
        <translation>Code para sa kalendaryo ng telepono</translation>
    </message>
    <message>
        <source>Codice per il telefono: %1</source>
        <translation>Code para sa telepono: %1</translation>
    </message>
    <message>
        <source>Portalo con te</source>
        <translation>Dalhin ito</translation>
    </message>
    <message>
        <source>La pagina</source>
        <translation>Ang pahina</translation>
    </message>
    <message>
        <source>Il calendario</source>
        <translation>Ang kalendaryo</translation>
    </message>
    <message>
        <source>Inquadra il codice con la fotocamera del telefono: l&apos;appuntamento va nel tuo calendario, anche senza rete.</source>
        <translation>Itapat ang kamera ng telepono sa code: mapupunta ito sa kalendaryo ninyo, kahit walang network.</translation>
    </message>
    <message>
        <source>Inquadra il codice con la fotocamera del telefono: si apre la pagina di questa attività.</source>
        <translation>Itapat ang kamera ng telepono sa code: bubukas ang pahina ng aktibidad na ito.</translation>
    </message>
    <message>
        <source>Di questa attività non c&apos;è niente da portare con te.</source>
        <translation>Walang madadala mula sa aktibidad na ito.</translation>
    </message>
    <message>
        <source>per chi non ha il telefono</source>
        <translation>para sa walang telepono</translation>
    </message>
</context>
<context>
    <name>ToTell</name>
    <message>
        <source>Il posto c&apos;è: iscrizione confermata</source>
        <translation>May puwesto: kumpirmado ang palista</translation>
    </message>
    <message>
        <source>Posti finiti: è in lista d&apos;attesa</source>
        <translation>Puno na: nasa waiting list</translation>
    </message>
    <message>
        <source>Il posto non c&apos;è</source>
        <translation>Walang puwesto</translation>
    </message>
    <message>
        <source>Incontro annullato</source>
        <translation>Kanselado ang pagkikita</translation>
    </message>
    <message>
        <source>Incontro spostato</source>
        <translation>Inilipat ang pagkikita</translation>
    </message>
    <message>
        <source>Ha un posto anche alle %1: %2, %3</source>
        <translation>May puwesto rin sa oras na %1: %2, %3</translation>
    </message>
</context>
<context>
    <name>ToTellScreen</name>
    <message>
        <source>Altro</source>
        <translation>Iba pa</translation>
    </message>
    <message>
        <source>Da avvisare</source>
        <translation>Sasabihan</translation>
    </message>
    <message>
        <source>Avvisato: %1</source>
        <translation>Nasabihan: %1</translation>
    </message>
    <message>
        <source>È ancora da avvisare</source>
        <translation>Sasabihan pa</translation>
    </message>
    <message>
        <source>Nessuno da avvisare.</source>
        <translation>Walang sasabihan.</translation>
    </message>
    <message>
        <source>Qui trovi chi aspetta una risposta e non ha lasciato un indirizzo e-mail.</source>
        <translation>Narito ang mga naghihintay ng sagot na walang iniwang e-mail.</translation>
    </message>
    <message>
        <source>Scrivi il PIN per vedere nomi e numeri</source>
        <translation>Isulat ang PIN para makita ang mga pangalan at numero</translation>
    </message>
    <message>
        <source>Avvisato</source>
        <translation>Nasabihan</translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>Chi lo conduce oggi non può venire.</source>
        <translation>Hindi makakapunta ngayon ang namumuno.</translation>
    </message>
    <message>
        <source>La sala non è disponibile.</source>
        <translation>Hindi magagamit ang silid.</translation>
    </message>
    <message>
        <source>Per il maltempo.</source>
        <translation>Dahil sa masamang panahon.</translation>
    </message>
    <message>
        <source>Scrivo io il motivo</source>
        <translation>Isusulat ko ang dahilan</translation>
    </message>
    <message>
        <source>Annullato</source>
        <translation>Kanselado</translation>
    </message>
    <message>
        <source>nessuna iscrizione</source>
        <translation>walang palista</translation>
    </message>
    <message>
        <source>tutto il giorno</source>
        <translation>buong araw</translation>
    </message>
    <message>
        <source>L&apos;incontro si fa.</source>
        <translation>Tuloy ang pagkikita.</translation>
    </message>
    <message>
        <source>Nessuno è iscritto. Chi guarda il programma lo vede subito.</source>
        <translation>Walang nakalista. Makikita agad ng tumitingin ng programa.</translation>
    </message>
    <message>
        <source>%1. Chi ha lasciato un&apos;e-mail riceve una lettera quando c&apos;è la rete; gli altri li trovi in Da avvisare. Se cambia qualcosa, qui puoi dire che si fa lo stesso.</source>
        <translation>%1. Ang nag-iwan ng e-mail ay makakatanggap ng sulat kapag may network; ang iba ay nasa Sasabihan. Kung may magbago, dito masasabi na tuloy pa rin.</translation>
    </message>
</context>
<context>
    <name>TodayScreen</name>
    <message>
        <source>Altro</source>
        <translation>Iba pa</translation>
    </message>
    <message>
        <source>Programma di oggi</source>
        <translation>Programa ngayon</translation>
    </message>
    <message>
        <source>Per oggi qui non c&apos;è altro in programma.</source>
        <translation>Wala nang ibang nakatakda rito ngayon.</translation>
    </message>
    <message>
        <source>Annullato. Tutti lo vedono già su questo terminale.</source>
        <translation>Kanselado. Nakikita na ito ng lahat sa terminal na ito.</translation>
    </message>
    <message>
        <source>Chi è da avvisare</source>
        <translation>Sino ang sasabihan</translation>
    </message>
    <message>
        <source>Si fa lo stesso</source>
        <translation>Tuloy pa rin</translation>
    </message>
    <message>
        <source>Annulli questo incontro?</source>
        <translation>Kanselahin ang pagkikitang ito?</translation>
    </message>
    <message>
        <source>Sì, annulla</source>
        <translation>Oo, kanselahin</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Hindi</translation>
    </message>
    <message>
        <source>Oggi non si fa? Perché?</source>
        <translation>Hindi tuloy ngayon? Bakit?</translation>
    </message>
    <message>
        <source>Annulla questo incontro</source>
        <translation>Kanselahin ang pagkikitang ito</translation>
    </message>
    <message>
        <source>Perché? Lo leggono tutti: senza nomi</source>
        <translation>Bakit? Babasahin ng lahat: walang pangalan</translation>
    </message>
    <message>
        <source>Avanti</source>
        <translation>Susunod</translation>
    </message>
</context>
<context>
    <name>UndoPart</name>
    <message>
        <source>Annulla</source>
        <translation>I-undo</translation>
    </message>
</context>
<context>
    <name>Who</name>
    <message>
        <source>Non ho la tessera: scrivo il nome</source>
        <translation>Wala akong card: isusulat ang pangalan</translation>
    </message>
    <message>
        <source>Nome e iniziale del cognome. Lo legge solo il portiere.</source>
        <translation>Pangalan at unang letra ng apelyido. Portiere lang ang babasa.</translation>
    </message>
    <message>
        <source>Cancella</source>
        <translation>Burahin</translation>
    </message>
    <message>
        <source>Spazio</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Ho la tessera</source>
        <translation>May card ako</translation>
    </message>
</context>
<context>
    <name>WritePart</name>
    <message>
        <source>Cancella</source>
        <translation>Burahin</translation>
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
        <translation>May hinahanap ako</translation>
    </message>
    <message>
        <source>Offro qualcosa</source>
        <translation>May iaalok ako</translation>
    </message>
    <message>
        <source>Che cosa cerchi? Senza nomi né telefoni</source>
        <translation>Ano ang hanap ninyo? Walang pangalan</translation>
    </message>
    <message>
        <source>Che cosa offri? Senza nomi né telefoni</source>
        <translation>Ano ang alok ninyo? Walang pangalan</translation>
    </message>
    <message>
        <source>Avanti</source>
        <translation>Susunod</translation>
    </message>
    <message>
        <source>Cancella</source>
        <translation>Burahin</translation>
    </message>
    <message>
        <source>Spazio</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Di chi è il biglietto?</source>
        <translation>Kanino ang note?</translation>
    </message>
    <message>
        <source>Affiggi</source>
        <translation>Ipaskil</translation>
    </message>
    <message>
        <source>Biglietto salvato.</source>
        <translation>Na-save ang note.</translation>
    </message>
    <message>
        <source>Lo vedi in bacheca quando l&apos;ufficio l&apos;ha letto. Sul biglietto non c&apos;è il tuo nome: chi risponde parla con il portiere.</source>
        <translation>Makikita ninyo sa bulletin board kapag nabasa na ng opisina. Wala ang pangalan ninyo sa note: ang sasagot ay kakausap sa portiere.</translation>
    </message>
</context>
</TS>
