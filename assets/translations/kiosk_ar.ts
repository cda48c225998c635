<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_AE" sourcelanguage="it_IT">
<context>
    <name>Access</name>
    <message>
        <source>Testo grande</source>
        <translation>نص كبير</translation>
    </message>
    <message>
        <source>parole più grandi su ogni schermata</source>
        <translation>كلمات أكبر في كل شاشة</translation>
    </message>
    <message>
        <source>Contrasto alto</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>nero su bianco, con bordi marcati</source>
        <translation>أسود على أبيض، بحدود واضحة</translation>
    </message>
    <message>
        <source>Comandi in basso</source>
        <translation>الأزرار في الأسفل</translation>
    </message>
    <message>
        <source>per chi sta seduto o è di bassa statura</source>
        <translation>لمن يجلس أو كان قصير القامة</translation>
    </message>
</context>
<context>
    <name>AccessScreen</name>
    <message>
        <source>Accessibilità</source>
        <translation>تسهيلات</translation>
    </message>
    <message>
        <source>Scegli come vedere il terminale. Quando esci, torna com&apos;era.</source>
        <translation>اختر كيف ترى الجهاز. عندما تخرج يعود كما كان.</translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message>
        <source>Questa attività non c&apos;è più</source>
        <translation>هذا النشاط لم يعد موجودًا</translation>
    </message>
    <message>
        <source>Torna indietro e scegline un&apos;altra.</source>
        <translation>ارجع واختر نشاطًا آخر.</translation>
    </message>
    <message>
        <source>Testo in italiano</source>
        <translation>النص بالإيطالية</translation>
    </message>
    <message>
        <source>Testo in questa lingua: %1</source>
        <translation>النص بهذه اللغة: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Annullato: questa volta non si fa.</source>
        <translation>ملغى: لن يُعقد هذه المرة.</translation>
    </message>
    <message>
        <source>Spostato: era %1.</source>
        <translation>تغيّر الموعد: كان ⁨%1⁩.</translation>
    </message>
    <message>
        <source>È già finita.</source>
        <translation>انتهى.</translation>
    </message>
    <message>
        <source>Tessera letta: tocca Iscriviti e hai finito.</source>
        <translation>تمت قراءة البطاقة: المس «سجّل» وتنتهي.</translation>
    </message>
    <message>
        <source>Con la tessera, con il telefono o al banco: scegli nel passo dopo.</source>
        <translation>بالبطاقة أو بالهاتف أو عند البواب: اختر في الخطوة التالية.</translation>
    </message>
</context>
<context>
    <name>ActivityScreen</name>
    <message>
        <source>Leggi il testo in questa lingua</source>
        <translation>اقرأ النص بهذه اللغة</translation>
    </message>
    <message>
        <source>Altre date</source>
        <translation>تواريخ أخرى</translation>
    </message>
    <message>
        <source>Iscriviti</source>
        <translation>سجّل</translation>
    </message>
    <message>
        <source>Portalo con te</source>
        <translation>خذه معك</translation>
    </message>
    <message>
        <source>sul telefono</source>
        <translation>على الهاتف</translation>
    </message>
</context>
<context>
    <name>Agenda</name>
    <message>
        <source>Più tardi</source>
        <translation>لاحقًا</translation>
    </message>
    <message>
        <source>Adesso</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>Tutti e sette i giorni</source>
        <translation>الأيام السبعة كلها</translation>
    </message>
    <message>
        <source>tutti</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Tutti gli spazi</source>
        <translation>كل المراكز</translation>
    </message>
    <message>
        <source>La settimana qui</source>
        <translation>الأسبوع هنا</translation>
    </message>
    <message>
        <source>Nessuna attività: cambia i filtri</source>
        <translation>لا أنشطة: غيّر التصفية</translation>
    </message>
    <message>
        <source>Con questi filtri non c&apos;è niente qui.</source>
        <translation>لا شيء هنا بهذه التصفية.</translation>
    </message>
    <message>
        <source>Nei prossimi sette giorni non c&apos;è niente in programma.</source>
        <translation>لا شيء مقرر في الأيام السبعة القادمة.</translation>
    </message>
    <message>
        <source>Per oggi non c&apos;è altro.</source>
        <translation>لا شيء آخر اليوم.</translation>
    </message>
    <message>
        <source>In questo giorno non c&apos;è niente in programma.</source>
        <translation>لا شيء مقرر في هذا اليوم.</translation>
    </message>
    <message>
        <source>Vai al giorno più vicino, oppure guarda gli altri spazi.</source>
        <translation>انتقل إلى أقرب يوم، أو انظر إلى المراكز الأخرى.</translation>
    </message>
    <message>
        <source>Togli i filtri, oppure guarda gli altri spazi.</source>
        <translation>أزل التصفية، أو انظر إلى المراكز الأخرى.</translation>
    </message>
    <message>
        <source>Guarda gli altri spazi, oppure chiedi al portiere.</source>
        <translation>انظر إلى المراكز الأخرى، أو اسأل البواب.</translation>
    </message>
    <message>
        <source>Vai a %1</source>
        <translation>انتقل إلى ⁨%1⁩</translation>
    </message>
    <message>
        <source>Per più giorni</source>
        <translation>لعدة أيام</translation>
    </message>
    <message>
        <source>oggi niente</source>
        <translation>لا شيء اليوم</translation>
    </message>
    <message>
        <source>L&apos;elenco degli spazi non è ancora arrivato: chiedi al portiere.</source>
        <translation>قائمة المراكز لم تصل بعد: اسأل البواب.</translation>
    </message>
    <message>
        <source>Dove</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Come si entra</source>
        <translation>كيف تدخل</translation>
    </message>
    <message>
        <source>Per chi</source>
        <translation>لمن</translation>
    </message>
    <message>
        <source>Costo</source>
        <translation>التكلفة</translation>
    </message>
    <message>
        <source>da %1 a %2</source>
        <translation>من ⁨%1⁩ إلى ⁨%2⁩</translation>
    </message>
    <message>
        <source>gratuito</source>
        <translation>مجانًا</translation>
    </message>
    <message>
        <source>a pagamento</source>
        <translation>بمقابل</translation>
    </message>
    <message>
        <source>fino a
%1</source>
        <translation>حتى
⁨%1⁩</translation>
    </message>
    <message>
        <source>tutto il giorno</source>
        <translation>طوال اليوم</translation>
    </message>
    <message>
        <source>Annullato</source>
        <translation>ملغى</translation>
    </message>
    <message>
        <source>Spostato: era %1</source>
        <translation>تغيّر الموعد: كان ⁨%1⁩</translation>
    </message>
    <message>
        <source>posti finiti</source>
        <translation>لا أماكن</translation>
    </message>
    <message>
        <source>con iscrizione</source>
        <translation>بالتسجيل</translation>
    </message>
    <message>
        <source>ingresso libero</source>
        <translation>دخول حر</translation>
    </message>
    <message>
        <source>posti finiti: puoi metterti in lista d&apos;attesa</source>
        <translation>لا أماكن: يمكنك دخول قائمة الانتظار</translation>
    </message>
    <message>
        <source>conferma subito</source>
        <translation>تأكيد فوري</translation>
    </message>
    <message>
        <source>conferma quando torna la rete</source>
        <translation>تأكيد عند عودة الشبكة</translation>
    </message>
    <message>
        <source>%1 con conferma subito, gli altri quando torna la rete</source>
        <translation>⁨%1⁩ بتأكيد فوري، والباقي عند عودة الشبكة</translation>
    </message>
    <message>
        <source>Da %1 a %2</source>
        <translation>من ⁨%1⁩ إلى ⁨%2⁩</translation>
    </message>
    <message>
        <source>Tutto il giorno</source>
        <translation>طوال اليوم</translation>
    </message>
    <message>
        <source>Dalle %1</source>
        <translation>من الساعة ⁨%1⁩</translation>
    </message>
    <message>
        <source>italiano</source>
        <translation>الإيطالية</translation>
    </message>
    <message>
        <source>inglese</source>
        <translation>الإنجليزية</translation>
    </message>
    <message>
        <source>arabo</source>
        <translation>العربية</translation>
    </message>
    <message>
        <source>cinese</source>
        <translation>الصينية</translation>
    </message>
    <message>
        <source>spagnolo</source>
        <translation>الإسبانية</translation>
    </message>
    <message>
        <source>filippino</source>
        <translation>الفلبينية</translation>
    </message>
    <message>
        <source>rumeno</source>
        <translation>الرومانية</translation>
    </message>
    <message>
        <source>ucraino</source>
        <translation>الأوكرانية</translation>
    </message>
    <message>
        <source>singalese</source>
        <translation>السنهالية</translation>
    </message>
    <message>
        <source>bengalese</source>
        <translation>البنغالية</translation>
    </message>
    <message>
        <source>albanese</source>
        <translation>الألبانية</translation>
    </message>
    <message>
        <source>francese</source>
        <translation>الفرنسية</translation>
    </message>
    <message>
        <source>%1 e %2</source>
        <translation>⁨%1⁩ و⁨%2⁩</translation>
    </message>
    <message>
        <source>italiano; parliamo anche %1</source>
        <translation>الإيطالية؛ ونتكلم أيضًا ⁨%1⁩</translation>
    </message>
    <message>
        <source>non serve: vieni e basta</source>
        <translation>غير لازم: تعال مباشرة</translation>
    </message>
    <message>
        <source>Lingua</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Iscrizione</source>
        <translation>التسجيل</translation>
    </message>
    <message>
        <source>Posti</source>
        <translation>الأماكن</translation>
    </message>
    <message>
        <source>Tutto il giorno e per più giorni</source>
        <translation>طوال اليوم ولعدة أيام</translation>
    </message>
</context>
<context>
    <name>AgendaScreen</name>
    <message>
        <source>Cambia i filtri</source>
        <translation>غيّر التصفية</translation>
    </message>
    <message>
        <source>Filtra</source>
        <translation>تصفية</translation>
    </message>
    <message>
        <source>Scegli che cosa vedere: categoria, per chi, lingua, gratuite, con posti</source>
        <translation>اختر ما تريد أن تراه: الفئة، لمن، اللغة، المجاني، ما فيه أماكن</translation>
    </message>
    <message>
        <source>Togli i filtri</source>
        <translation>أزل التصفية</translation>
    </message>
    <message>
        <source>Gli altri spazi</source>
        <translation>المراكز الأخرى</translation>
    </message>
</context>
<context>
    <name>AnswerScreen</name>
    <message>
        <source>Annulla richiesta</source>
        <translation>ألغِ الطلب</translation>
    </message>
    <message>
        <source>se non ti serve più</source>
        <translation>إذا لم تعد تحتاجه</translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>Richiesta chiusa.</source>
        <translation>أُغلق الطلب.</translation>
    </message>
    <message>
        <source>Richiesta annullata.</source>
        <translation>أُلغي الطلب.</translation>
    </message>
    <message>
        <source>L&apos;hai già chiesto.</source>
        <translation>لقد طلبته من قبل.</translation>
    </message>
    <message>
        <source>Richiesta salvata.</source>
        <translation>حُفظ الطلب.</translation>
    </message>
    <message>
        <source>Non serve fare altro.</source>
        <translation>لا يلزم شيء آخر.</translation>
    </message>
    <message>
        <source>Il portiere ha risposto. Passa al banco.</source>
        <translation>أجاب البواب. مُرّ على البواب.</translation>
    </message>
    <message>
        <source>Chi segue le candidature la legge e ti fa sapere. Chiedi al portiere.</source>
        <translation>المسؤول عن طلبات العمل يقرؤه ويخبرك. اسأل البواب.</translation>
    </message>
    <message>
        <source>Il portiere vi mette in contatto. Passa al banco.</source>
        <translation>البواب يصلكما ببعض. مُرّ على البواب.</translation>
    </message>
    <message>
        <source>Il portiere la legge e ti risponde. Passa al banco.</source>
        <translation>البواب يقرؤه ويجيبك. مُرّ على البواب.</translation>
    </message>
</context>
<context>
    <name>AskScreen</name>
    <message>
        <source>Chi chiede?</source>
        <translation>من يطلب؟</translation>
    </message>
    <message>
        <source>Questo qui non c&apos;è più.</source>
        <translation>هذا لم يعد موجودًا هنا.</translation>
    </message>
    <message>
        <source>Torna indietro e scegli altro, oppure chiedi al portiere.</source>
        <translation>ارجع واختر شيئًا آخر، أو اسأل البواب.</translation>
    </message>
    <message>
        <source>Invia</source>
        <translation>أرسل</translation>
    </message>
    <message>
        <source>Al banco</source>
        <translation>عند البواب</translation>
    </message>
    <message>
        <source>Chiedi al portiere.</source>
        <translation>اسأل البواب.</translation>
    </message>
    <message>
        <source>Ti iscrive lui, basta il tuo nome.</source>
        <translation>هو يسجّلك، يكفي اسمك.</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Cerco</source>
        <translation>أبحث</translation>
    </message>
    <message>
        <source>Offro</source>
        <translation>أعرض</translation>
    </message>
    <message>
        <source>Avvisi</source>
        <translation>إعلانات</translation>
    </message>
    <message>
        <source>Offro e cerco</source>
        <translation>عروض وطلبات</translation>
    </message>
    <message>
        <source>Lavoro e corsi</source>
        <translation>عمل ودورات</translation>
    </message>
    <message>
        <source>Prodotti</source>
        <translation>منتجات</translation>
    </message>
    <message>
        <source>Urgente</source>
        <translation>عاجل</translation>
    </message>
    <message>
        <source>Adesso non ci sono avvisi.</source>
        <translation>لا إعلانات الآن.</translation>
    </message>
    <message>
        <source>Nessuno offre o cerca qualcosa, adesso.</source>
        <translation>لا أحد يعرض أو يبحث عن شيء الآن.</translation>
    </message>
    <message>
        <source>Adesso non ci sono posti aperti.</source>
        <translation>لا وظائف شاغرة الآن.</translation>
    </message>
    <message>
        <source>Adesso non ci sono prodotti.</source>
        <translation>لا منتجات الآن.</translation>
    </message>
    <message>
        <source>Vuoi affiggere qualcosa? Chiedi al portiere.</source>
        <translation>هل تريد تعليق شيء؟ اسأل البواب.</translation>
    </message>
    <message>
        <source>Comincia tu: scrivi un biglietto, il portiere vi mette in contatto.</source>
        <translation>ابدأ أنت: اكتب ورقة، والبواب يصلكما ببعض.</translation>
    </message>
    <message>
        <source>Torna tra qualche giorno, o lascia detto al portiere che cosa sai fare.</source>
        <translation>عد بعد أيام، أو أخبر البواب بما تجيد عمله.</translation>
    </message>
    <message>
        <source>Chiedi al portiere quando riapre la bottega.</source>
        <translation>اسأل البواب متى تفتح الورشة من جديد.</translation>
    </message>
    <message>
        <source>Questo non c&apos;è più.</source>
        <translation>هذا لم يعد موجودًا.</translation>
    </message>
    <message>
        <source>È stato tolto dalla bacheca.</source>
        <translation>أُزيل من اللوحة.</translation>
    </message>
</context>
<context>
    <name>BoardItemScreen</name>
    <message>
        <source>Chiedi al portiere</source>
        <translation>اسأل البواب</translation>
    </message>
    <message>
        <source>Sul biglietto non c&apos;è il nome: il portiere vi mette in contatto.</source>
        <translation>ليس في الورقة اسم: البواب يصلكما ببعض.</translation>
    </message>
</context>
<context>
    <name>BoardScreen</name>
    <message>
        <source>Bacheca</source>
        <translation>لوحة الإعلانات</translation>
    </message>
    <message>
        <source>Offro qualcosa</source>
        <translation>أعرض شيئًا</translation>
    </message>
    <message>
        <source>scrivi un biglietto</source>
        <translation>اكتب ورقة</translation>
    </message>
    <message>
        <source>Cerco qualcosa</source>
        <translation>أبحث عن شيء</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>Esci</source>
        <translation>خروج</translation>
    </message>
    <message>
        <source>Finisci e cancella quello che hai scritto</source>
        <translation>أنهِ وامسح ما كتبته</translation>
    </message>
    <message>
        <source>Cerca</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>un&apos;attività, un servizio, un posto</source>
        <translation>نشاط أو خدمة أو مكان</translation>
    </message>
    <message>
        <source>Blocca</source>
        <translation>قفل</translation>
    </message>
    <message>
        <source>Chiudi la portineria</source>
        <translation>أغلق مكتب البواب</translation>
    </message>
    <message>
        <source>Mostra la tessera</source>
        <translation>أظهر البطاقة</translation>
    </message>
    <message>
        <source>Leggi un codice</source>
        <translation>اقرأ رمزًا</translation>
    </message>
    <message>
        <source>Iscrivi una persona</source>
        <translation>سجّل شخصًا</translation>
    </message>
    <message>
        <source>Altro (%1)</source>
        <translation>المزيد (⁨%1⁩)</translation>
    </message>
    <message>
        <source>Altro</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>Consegne da leggere: %1</source>
        <translation>ملاحظات لم تُقرأ: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Attesi oggi, richieste, pacchi, da avvisare, da inviare</source>
        <translation>المنتظرون اليوم، الطلبات، الطرود، من يجب إبلاغهم، ما لم يُرسل</translation>
    </message>
    <message>
        <source>Accessibilità</source>
        <translation>تسهيلات</translation>
    </message>
    <message>
        <source>Testo grande, contrasto alto, comandi in basso</source>
        <translation>نص كبير، تباين عالٍ، الأزرار في الأسفل</translation>
    </message>
</context>
<context>
    <name>CameraPicture</name>
    <message>
        <source>Che cosa vede la telecamera</source>
        <translation>ما تراه الكاميرا</translation>
    </message>
    <message>
        <source>La telecamera è ferma.</source>
        <translation>الكاميرا متوقفة.</translation>
    </message>
    <message>
        <source>La telecamera si accende.</source>
        <translation>الكاميرا تبدأ العمل.</translation>
    </message>
    <message>
        <source>Usa il lettore o scrivi il numero.</source>
        <translation>استعمل القارئ أو اكتب الرقم.</translation>
    </message>
    <message>
        <source>Tieni il codice davanti alla telecamera, fermo, a un palmo.</source>
        <translation>ضع الرمز أمام الكاميرا، ثابتًا، على بعد كف.</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Richiesta</source>
        <translation>طلب</translation>
    </message>
</context>
<context>
    <name>CardPart</name>
    <message>
        <source>La tessera, da fotografare</source>
        <translation>البطاقة، لتصويرها</translation>
    </message>
    <message>
        <source>La pagina della persona, per il telefono</source>
        <translation>صفحة الشخص، للهاتف</translation>
    </message>
    <message>
        <source>Tessera fatta da un telefono</source>
        <translation>بطاقة صُنعت بهاتف</translation>
    </message>
    <message>
        <source>Guarda una volta un documento: abita nelle case popolari del quartiere? Resta scritto solo che l&apos;hai visto.</source>
        <translation>انظر إلى وثيقة مرة واحدة: هل يسكن في المساكن الشعبية في الحي؟ يُسجَّل فقط أنك رأيتها.</translation>
    </message>
    <message>
        <source>Documento visto</source>
        <translation>شوهدت الوثيقة</translation>
    </message>
    <message>
        <source>Usata in due spazi insieme</source>
        <translation>استُعملت في مركزين معًا</translation>
    </message>
    <message>
        <source>Forse qualcuno ne ha una copia. Chiedi alla persona. Se la tessera non è più solo sua, fanne una nuova.</source>
        <translation>ربما لدى أحد نسخة منها. اسأل الشخص. إذا لم تعد البطاقة له وحده فاصنع بطاقة جديدة.</translation>
    </message>
    <message>
        <source>Questa tessera è stata fatta altrove: qui non si può mostrare. Se è persa, fanne una nuova.</source>
        <translation>صُنعت هذه البطاقة في مكان آخر: لا يمكن عرضها هنا. إذا ضاعت فاصنع بطاقة جديدة.</translation>
    </message>
    <message>
        <source>La persona fotografa il codice con il telefono: quella foto è la tessera. Vale subito, anche senza rete.</source>
        <translation>يصوّر الشخص الرمز بهاتفه: هذه الصورة هي البطاقة. تصلح فورًا، حتى دون شبكة.</translation>
    </message>
    <message>
        <source>Il telefono apre la pagina della persona, con la tessera e le iscrizioni. C&apos;è da quando il terminale ha la rete.</source>
        <translation>يفتح الهاتف صفحة الشخص، وفيها البطاقة والتسجيلات. تظهر عندما تكون للجهاز شبكة.</translation>
    </message>
    <message>
        <source>La tessera</source>
        <translation>البطاقة</translation>
    </message>
    <message>
        <source>La sua pagina</source>
        <translation>صفحته</translation>
    </message>
    <message>
        <source>La tessera sta uscendo.</source>
        <translation>البطاقة تُطبع الآن.</translation>
    </message>
    <message>
        <source>Stampa la tessera</source>
        <translation>اطبع البطاقة</translation>
    </message>
    <message>
        <source>Iscrivi a un&apos;attività</source>
        <translation>سجّله في نشاط</translation>
    </message>
    <message>
        <source>Tessera persa: fanne una nuova</source>
        <translation>ضاعت البطاقة: اصنع جديدة</translation>
    </message>
    <message>
        <source>Blocca la tessera</source>
        <translation>أوقف البطاقة</translation>
    </message>
</context>
<context>
    <name>CardScreen</name>
    <message>
        <source>Le tue iscrizioni</source>
        <translation>تسجيلاتك</translation>
    </message>
    <message>
        <source>Mostra la tessera</source>
        <translation>أظهر البطاقة</translation>
    </message>
    <message>
        <source>Avanti</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Tessera letta. Non hai iscrizioni.</source>
        <translation>تمت قراءة البطاقة. ليس لديك تسجيلات.</translation>
    </message>
    <message>
        <source>Scegli un&apos;attività e tocca Iscriviti: con la tessera hai già finito.</source>
        <translation>اختر نشاطًا والمس «سجّل»: بالبطاقة تنتهي فورًا.</translation>
    </message>
    <message>
        <source>Che cosa c&apos;è oggi</source>
        <translation>ماذا هناك اليوم</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Tessera bloccata: %1</source>
        <translation>أُوقفت البطاقة: ⁨%1⁩</translation>
    </message>
    <message>
        <source>La tua tessera</source>
        <translation>بطاقتك</translation>
    </message>
    <message>
        <source>Fatto: prendi la tessera dalla stampante.</source>
        <translation>تم: خذ البطاقة من الطابعة.</translation>
    </message>
    <message>
        <source>La tessera è salva.</source>
        <translation>البطاقة محفوظة.</translation>
    </message>
    <message>
        <source>Questo terminale non può ancora fare tessere: serve la rete una volta.</source>
        <translation>لا يستطيع هذا الجهاز صنع بطاقات بعد: يحتاج إلى الشبكة مرة واحدة.</translation>
    </message>
    <message>
        <source>Questa tessera non è più attiva.</source>
        <translation>هذه البطاقة لم تعد صالحة.</translation>
    </message>
    <message>
        <source>documento da vedere</source>
        <translation>وثيقة لم تُشاهد بعد</translation>
    </message>
    <message>
        <source>usata in due spazi insieme</source>
        <translation>استُعملت في مركزين معًا</translation>
    </message>
    <message>
        <source>da inviare</source>
        <translation>لم تُرسل بعد</translation>
    </message>
</context>
<context>
    <name>CardsScreen</name>
    <message>
        <source>Altro</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>Tessere</source>
        <translation>البطاقات</translation>
    </message>
    <message>
        <source>Indietro</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Trova una persona</source>
        <translation>ابحث عن شخص</translation>
    </message>
    <message>
        <source>Nuova tessera</source>
        <translation>بطاقة جديدة</translation>
    </message>
    <message>
        <source>Scrivi il PIN per vedere i nomi</source>
        <translation>اكتب رقم PIN لترى الأسماء</translation>
    </message>
    <message>
        <source>In questo spazio nessuno ha ancora una tessera.</source>
        <translation>لا أحد في هذا المركز لديه بطاقة بعد.</translation>
    </message>
    <message>
        <source>Apri</source>
        <translation>افتح</translation>
    </message>
    <message>
        <source>Fare una nuova tessera?</source>
        <translation>صنع بطاقة جديدة؟</translation>
    </message>
    <message>
        <source>Bloccare la tessera?</source>
        <translation>إيقاف البطاقة؟</translation>
    </message>
    <message>
        <source>La tessera %1 non vale più da subito. Le iscrizioni restano, sulla nuova.</source>
        <translation>تتوقف البطاقة ⁨%1⁩ من الآن. تبقى التسجيلات على الجديدة.</translation>
    </message>
    <message>
        <source>La tessera %1 non vale più da subito, qui e negli altri spazi appena c&apos;è la rete.</source>
        <translation>تتوقف البطاقة ⁨%1⁩ هنا من الآن، وفي المراكز الأخرى عند توفر الشبكة.</translation>
    </message>
    <message>
        <source>Sì, fanne una nuova</source>
        <translation>نعم، اصنع جديدة</translation>
    </message>
    <message>
        <source>Sì, blocca</source>
        <translation>نعم، أوقفها</translation>
    </message>
    <message>
        <source>No, lascia com&apos;è</source>
        <translation>لا، اتركها كما هي</translation>
    </message>
</context>
<context>
    <name>CheckIn</name>
    <message>
        <source>Questa iscrizione non è qui.</source>
        <translation>هذا التسجيل ليس هنا.</translation>
    </message>
    <message>
        <source>Cercala in ufficio, o iscrivi la persona.</source>
        <translation>ابحث عنه في المكتب، أو سجّل الشخص.</translation>
    </message>
    <message>
        <source>Presenza già segnata.</source>
        <translation>الحضور مسجّل من قبل.</translation>
    </message>
    <message>
        <source>Tessera letta. Per quale attività di oggi?</source>
        <translation>تمت قراءة البطاقة. لأي نشاط اليوم؟</translation>
    </message>
    <message>
        <source>Iscrizione annullata.</source>
        <translation>أُلغي التسجيل.</translation>
    </message>
    <message>
        <source>Presenza segnata.</source>
        <translation>سُجّل الحضور.</translation>
    </message>
</context>
<context>
    <name>CheckInScreen</name>
    <message>
        <source>Portineria</source>
        <translation>مكتب البواب</translation>
    </message>
    <message>
        <source>Leggi un codice</source>
        <translation>اقرأ رمزًا</translation>
    </message>
    <message>
        <source>Avvicina al lettore l&apos;iscrizione o la tessera, o scrivi il numero della tessera</source>
        <translation>قرّب التسجيل أو البطاقة من القارئ، أو اكتب رقم البطاقة</translation>
    </message>
    <message>
        <source>Avvicina il codice, o scrivi il numero della tessera</source>
        <translation>قرّب الرمز، أو اكتب رقم البطاقة</translation>
    </message>
    <message>
        <source>Segna la presenza</source>
        <translation>سجّل الحضور</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Persone</source>
        <translation>أشخاص</translation>
    </message>
    <message>
        <source>Passaggi</source>
        <translation>زيارات</translation>
    </message>
    <message>
        <source>Arrivi con tessera o codice</source>
        <translation>حضور ببطاقة أو رمز</translation>
    </message>
    <message>
        <source>Iscrizioni</source>
        <translation>تسجيلات</translation>
    </message>
    <message>
        <source>Pacchi presi in custodia</source>
        <translation>طرود استُلمت</translation>
    </message>
    <message>
        <source>Pacchi consegnati</source>
        <translation>طرود سُلّمت</translation>
    </message>
    <message>
        <source>Passaggi per motivo</source>
        <translation>الزيارات حسب السبب</translation>
    </message>
    <message>
        <source>Persone per età</source>
        <translation>الأشخاص حسب العمر</translation>
    </message>
    <message>
        <source>non rilevata</source>
        <translation>غير مسجّل</translation>
    </message>
    <message>
        <source>Attese e non arrivate: %1</source>
        <translation>منتظرون لم يحضروا: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Richieste: %1</source>
        <translation>الطلبات: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Da avvisare: %1</source>
        <translation>يجب إبلاغهم: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Pacchi ancora qui: %1</source>
        <translation>طرود ما زالت هنا: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Consegne da leggere: %1</source>
        <translation>ملاحظات لم تُقرأ: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Il riepilogo è stampato.</source>
        <translation>طُبع الملخص.</translation>
    </message>
    <message>
        <source>La chiusura è salva.</source>
        <translation>الإغلاق محفوظ.</translation>
    </message>
    <message>
        <source>Chiusa alle %1. Poi è cambiato qualcosa: puoi chiuderla di nuovo.</source>
        <translation>أُغلق الساعة ⁨%1⁩. ثم تغيّر شيء: يمكنك إغلاقه من جديد.</translation>
    </message>
    <message>
        <source>Giornata chiusa alle %1.</source>
        <translation>أُغلق اليوم الساعة ⁨%1⁩.</translation>
    </message>
</context>
<context>
    <name>ClosingScreen</name>
    <message>
        <source>Altro</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>Chiusura della giornata</source>
        <translation>إغلاق اليوم</translation>
    </message>
    <message>
        <source>Stampa di nuovo</source>
        <translation>اطبع من جديد</translation>
    </message>
    <message>
        <source>Non c&apos;è niente in sospeso.</source>
        <translation>لا شيء معلّق.</translation>
    </message>
    <message>
        <source>Ancora in sospeso</source>
        <translation>ما زال معلّقًا</translation>
    </message>
    <message>
        <source>Chiudi la giornata</source>
        <translation>أغلق اليوم</translation>
    </message>
</context>
<context>
    <name>Codes</name>
    <message>
        <source>Questo è il codice di un pacco. Mostralo al portiere.</source>
        <translation>هذا رمز طرد. أظهره للبواب.</translation>
    </message>
    <message>
        <source>Questa iscrizione non vale più. Chiedi al portiere.</source>
        <translation>هذا التسجيل لم يعد صالحًا. اسأل البواب.</translation>
    </message>
    <message>
        <source>Badge non attivo. Chiedi a chi lo ha rilasciato.</source>
        <translation>الشارة غير صالحة. اسأل من أعطاها.</translation>
    </message>
    <message>
        <source>Tessera non attiva. Chiedi al portiere.</source>
        <translation>البطاقة غير صالحة. اسأل البواب.</translation>
    </message>
    <message>
        <source>Il numero della tessera ha 12 cifre. Controlla e riscrivilo.</source>
        <translation>رقم البطاقة من 12 رقمًا. تحقق واكتبه من جديد.</translation>
    </message>
    <message>
        <source>Una cifra non torna. Confronta il numero con la tessera e riscrivilo.</source>
        <translation>هناك رقم غير صحيح. قارن الرقم بالبطاقة واكتبه من جديد.</translation>
    </message>
    <message>
        <source>Questo codice non serve qui. Mostra la tessera o scrivi il numero.</source>
        <translation>هذا الرمز لا يفيد هنا. أظهر البطاقة أو اكتب الرقم.</translation>
    </message>
    <message>
        <source>Questo codice è più nuovo del terminale. Chiedi al portiere.</source>
        <translation>هذا الرمز أحدث من الجهاز. اسأل البواب.</translation>
    </message>
    <message>
        <source>Non leggo il codice. Tieni ferma la tessera o scrivi il numero.</source>
        <translation>لا أستطيع قراءة الرمز. ثبّت البطاقة أو اكتب الرقم.</translation>
    </message>
</context>
<context>
    <name>ContactPart</name>
    <message>
        <source>Telefono</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>E-mail: ci arriva la risposta</source>
        <translation>البريد الإلكتروني: يصل إليه الجواب</translation>
    </message>
    <message>
        <source>Telefono: lo vede solo chi lavora qui</source>
        <translation>الهاتف: لا يراه إلا من يعمل هنا</translation>
    </message>
    <message>
        <source>Avanti</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Cancella</source>
        <translation>امسح</translation>
    </message>
</context>
<context>
    <name>Context</name>
    <message>
        <source>Lo spazio di questo terminale è pieno: non ho salvato. Chiedi al portiere.</source>
        <translation>ذاكرة هذا الجهاز ممتلئة: لم أحفظ. اسأل البواب.</translation>
    </message>
    <message>
        <source>Non riesco a salvare. Chiedi al portiere.</source>
        <translation>لا أستطيع الحفظ. اسأل البواب.</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n attività</source>
        <translation>
            <numerusform>لا أنشطة</numerusform>
            <numerusform>نشاط واحد</numerusform>
            <numerusform>نشاطان</numerusform>
            <numerusform>%n أنشطة</numerusform>
            <numerusform>%n نشاطًا</numerusform>
            <numerusform>%n نشاط</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mostra %n attività</source>
        <translation>
            <numerusform>لا أنشطة</numerusform>
            <numerusform>اعرض نشاطًا واحدًا</numerusform>
            <numerusform>اعرض نشاطين</numerusform>
            <numerusform>اعرض %n أنشطة</numerusform>
            <numerusform>اعرض %n نشاطًا</numerusform>
            <numerusform>اعرض %n نشاط</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attività oggi</source>
        <translation>
            <numerusform>لا أنشطة اليوم</numerusform>
            <numerusform>نشاط واحد اليوم</numerusform>
            <numerusform>نشاطان اليوم</numerusform>
            <numerusform>%n أنشطة اليوم</numerusform>
            <numerusform>%n نشاطًا اليوم</numerusform>
            <numerusform>%n نشاط اليوم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n avvisi</source>
        <translation>
            <numerusform>لا إعلانات</numerusform>
            <numerusform>إعلان واحد</numerusform>
            <numerusform>إعلانان</numerusform>
            <numerusform>%n إعلانات</numerusform>
            <numerusform>%n إعلانًا</numerusform>
            <numerusform>%n إعلان</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annunci</source>
        <translation>
            <numerusform>لا إعلانات</numerusform>
            <numerusform>إعلان واحد</numerusform>
            <numerusform>إعلانان</numerusform>
            <numerusform>%n إعلانات</numerusform>
            <numerusform>%n إعلانًا</numerusform>
            <numerusform>%n إعلان</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tessere</source>
        <translation>
            <numerusform>لا بطاقات</numerusform>
            <numerusform>بطاقة واحدة</numerusform>
            <numerusform>بطاقتان</numerusform>
            <numerusform>%n بطاقات</numerusform>
            <numerusform>%n بطاقة</numerusform>
            <numerusform>%n بطاقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n posti</source>
        <translation>
            <numerusform>لا أماكن</numerusform>
            <numerusform>مكان واحد</numerusform>
            <numerusform>مكانان</numerusform>
            <numerusform>%n أماكن</numerusform>
            <numerusform>%n مكانًا</numerusform>
            <numerusform>%n مكان</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n persone</source>
        <translation>
            <numerusform>لا أحد</numerusform>
            <numerusform>شخص واحد</numerusform>
            <numerusform>شخصان</numerusform>
            <numerusform>%n أشخاص</numerusform>
            <numerusform>%n شخصًا</numerusform>
            <numerusform>%n شخص</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n persone attese</source>
        <translation>
            <numerusform>لا أحد منتظر</numerusform>
            <numerusform>شخص واحد منتظر</numerusform>
            <numerusform>شخصان منتظران</numerusform>
            <numerusform>%n أشخاص منتظرون</numerusform>
            <numerusform>%n شخصًا منتظرًا</numerusform>
            <numerusform>%n شخص منتظر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n persone iscritte</source>
        <translation>
            <numerusform>لا أحد مسجّل</numerusform>
            <numerusform>شخص واحد مسجّل</numerusform>
            <numerusform>شخصان مسجّلان</numerusform>
            <numerusform>%n أشخاص مسجّلون</numerusform>
            <numerusform>%n شخصًا مسجّلًا</numerusform>
            <numerusform>%n شخص مسجّل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n aperte</source>
        <translation>
            <numerusform>%n مفتوح</numerusform>
            <numerusform>%n مفتوح</numerusform>
            <numerusform>%n مفتوح</numerusform>
            <numerusform>%n مفتوحة</numerusform>
            <numerusform>%n مفتوحًا</numerusform>
            <numerusform>%n مفتوح</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pacchi</source>
        <translation>
            <numerusform>لا طرود</numerusform>
            <numerusform>طرد واحد</numerusform>
            <numerusform>طردان</numerusform>
            <numerusform>%n طرود</numerusform>
            <numerusform>%n طردًا</numerusform>
            <numerusform>%n طرد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Qui da %n giorni: avvisa chi lo aspetta.</source>
        <translation>
            <numerusform>هنا منذ اليوم: أبلغ من ينتظره.</numerusform>
            <numerusform>هنا منذ يوم: أبلغ من ينتظره.</numerusform>
            <numerusform>هنا منذ يومين: أبلغ من ينتظره.</numerusform>
            <numerusform>هنا منذ %n أيام: أبلغ من ينتظره.</numerusform>
            <numerusform>هنا منذ %n يومًا: أبلغ من ينتظره.</numerusform>
            <numerusform>هنا منذ %n يوم: أبلغ من ينتظره.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n da leggere</source>
        <translation>
            <numerusform>%n للقراءة</numerusform>
            <numerusform>%n للقراءة</numerusform>
            <numerusform>%n للقراءة</numerusform>
            <numerusform>%n للقراءة</numerusform>
            <numerusform>%n للقراءة</numerusform>
            <numerusform>%n للقراءة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passaggi</source>
        <translation>
            <numerusform>لا زيارات</numerusform>
            <numerusform>زيارة واحدة</numerusform>
            <numerusform>زيارتان</numerusform>
            <numerusform>%n زيارات</numerusform>
            <numerusform>%n زيارة</numerusform>
            <numerusform>%n زيارة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n registrazioni da inviare</source>
        <translation>
            <numerusform>لا سجلات للإرسال</numerusform>
            <numerusform>سجل واحد لم يُرسل</numerusform>
            <numerusform>سجلان لم يُرسلا</numerusform>
            <numerusform>%n سجلات لم تُرسل</numerusform>
            <numerusform>%n سجلًا لم يُرسل</numerusform>
            <numerusform>%n سجل لم يُرسل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>PIN sbagliato. Puoi provare ancora %n volte.</source>
        <translation>
            <numerusform>رقم PIN خاطئ. لم تبق محاولات.</numerusform>
            <numerusform>رقم PIN خاطئ. بقيت محاولة واحدة.</numerusform>
            <numerusform>رقم PIN خاطئ. بقيت محاولتان.</numerusform>
            <numerusform>رقم PIN خاطئ. بقيت %n محاولات.</numerusform>
            <numerusform>رقم PIN خاطئ. بقيت %n محاولة.</numerusform>
            <numerusform>رقم PIN خاطئ. بقيت %n محاولة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Il codice vale ancora %n minuti.</source>
        <translation>
            <numerusform>انتهت صلاحية الرمز.</numerusform>
            <numerusform>الرمز صالح دقيقة أخرى.</numerusform>
            <numerusform>الرمز صالح دقيقتين أخريين.</numerusform>
            <numerusform>الرمز صالح %n دقائق أخرى.</numerusform>
            <numerusform>الرمز صالح %n دقيقة أخرى.</numerusform>
            <numerusform>الرمز صالح %n دقيقة أخرى.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>oggi</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>domani</source>
        <translation>غدًا</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>da inviare</source>
        <translation>لم تُرسل بعد</translation>
    </message>
    <message>
        <source>inviato</source>
        <translation>أُرسل</translation>
    </message>
    <message>
        <source>Oggi: ancora nessuno</source>
        <translation>اليوم: لا أحد بعد</translation>
    </message>
    <message>
        <source>Oggi: %1, %2</source>
        <translation>اليوم: ⁨%1⁩، ⁨%2⁩</translation>
    </message>
    <message>
        <source>Tessera %1</source>
        <translation>البطاقة ⁨%1⁩</translation>
    </message>
    <message>
        <source>Senza tessera</source>
        <translation>بلا بطاقة</translation>
    </message>
</context>
<context>
    <name>DeskScreen</name>
    <message>
        <source>Quale altro motivo, per la stessa persona?</source>
        <translation>ما السبب الآخر، للشخص نفسه؟</translation>
    </message>
    <message>
        <source>Chi è passato? Un tocco registra una persona.</source>
        <translation>من مرّ؟ لمسة واحدة تسجّل شخصًا واحدًا.</translation>
    </message>
    <message>
        <source>Primi motivi</source>
        <translation>الأسباب الأولى</translation>
    </message>
    <message>
        <source>Altri motivi</source>
        <translation>أسباب أخرى</translation>
    </message>
    <message>
        <source>Registrato: %1</source>
        <translation>سُجّل: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Tocca un motivo: il passaggio è registrato subito.</source>
        <translation>المس سببًا: تُسجَّل الزيارة فورًا.</translation>
    </message>
    <message>
        <source>Dati</source>
        <translation>بيانات</translation>
    </message>
    <message>
        <source>Altri dati della persona</source>
        <translation>بيانات أخرى عن الشخص</translation>
    </message>
    <message>
        <source>Motivo</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Aggiungi motivo</source>
        <translation>أضف سببًا</translation>
    </message>
    <message>
        <source>Annulla</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>شخص</translation>
    </message>
    <message>
        <source>Oggi</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Quante persone?</source>
        <translation>كم شخصًا؟</translation>
    </message>
    <message>
        <source>Età, se la sai</source>
        <translation>العمر، إذا عرفته</translation>
    </message>
</context>
<context>
    <name>Enrol</name>
    <message>
        <source>posti finiti</source>
        <translation>لا أماكن</translation>
    </message>
    <message>
        <source>Per questa attività non si può più iscrivere nessuno.</source>
        <translation>لا يمكن تسجيل أحد بعد في هذا النشاط.</translation>
    </message>
    <message>
        <source>È già in lista per questa attività.</source>
        <translation>موجود في قائمة هذا النشاط من قبل.</translation>
    </message>
    <message>
        <source>Iscrizione fatta.</source>
        <translation>تم التسجيل.</translation>
    </message>
    <message>
        <source>In lista d&apos;attesa.</source>
        <translation>في قائمة الانتظار.</translation>
    </message>
    <message>
        <source>Richiesta ricevuta: la conferma arriva con la rete.</source>
        <translation>وصل الطلب: يصل التأكيد مع الشبكة.</translation>
    </message>
    <message>
        <source>Alle %1 c&apos;è già %2 in: %3</source>
        <translation>الساعة ⁨%1⁩ لدى ⁨%2⁩ تسجيل في: ⁨%3⁩</translation>
    </message>
    <message>
        <source>Adesso non ci sono attività con iscrizione.</source>
        <translation>لا أنشطة بالتسجيل الآن.</translation>
    </message>
</context>
<context>
    <name>EnrolScreen</name>
    <message>
        <source>Telefono o e-mail</source>
        <translation>هاتف أو بريد</translation>
    </message>
    <message>
        <source>Telefono o e-mail, se vuole</source>
        <translation>هاتف أو بريد، لمن يريد</translation>
    </message>
    <message>
        <source>Indietro</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Portineria</source>
        <translation>مكتب البواب</translation>
    </message>
    <message>
        <source>Altra attività</source>
        <translation>نشاط آخر</translation>
    </message>
    <message>
        <source>Iscrivi %1</source>
        <translation>سجّل ⁨%1⁩</translation>
    </message>
    <message>
        <source>Iscrivi una persona</source>
        <translation>سجّل شخصًا</translation>
    </message>
    <message>
        <source>Con la tessera di</source>
        <translation>ببطاقة</translation>
    </message>
    <message>
        <source>Nome e iniziale del cognome</source>
        <translation>الاسم وأول حرف من اللقب</translation>
    </message>
    <message>
        <source>È alla stessa ora: forse è la stessa persona.</source>
        <translation>في الوقت نفسه: ربما هو الشخص نفسه.</translation>
    </message>
    <message>
        <source>Iscrivi lo stesso</source>
        <translation>سجّل رغم ذلك</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>Posti finiti. Vuoi la lista d&apos;attesa?</source>
        <translation>لا أماكن. هل تريد دخول قائمة الانتظار؟</translation>
    </message>
    <message>
        <source>Sì, in lista</source>
        <translation>نعم، في القائمة</translation>
    </message>
    <message>
        <source>No, grazie</source>
        <translation>لا، شكرًا</translation>
    </message>
    <message>
        <source>Una persona in meno</source>
        <translation>شخص أقل</translation>
    </message>
    <message>
        <source>Una persona in più</source>
        <translation>شخص أكثر</translation>
    </message>
    <message>
        <source>Iscrivi</source>
        <translation>سجّل</translation>
    </message>
    <message>
        <source>Cancella</source>
        <translation>امسح</translation>
    </message>
    <message>
        <source>Spazio</source>
        <translation>مسافة</translation>
    </message>
</context>
<context>
    <name>Expected</name>
    <message>
        <source>Attese %1, arrivate %2</source>
        <translation>المنتظرون ⁨%1⁩، الحاضرون ⁨%2⁩</translation>
    </message>
    <message>
        <source>posto da confermare</source>
        <translation>مكان ينتظر التأكيد</translation>
    </message>
</context>
<context>
    <name>ExpectedScreen</name>
    <message>
        <source>Altro</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>Attesi oggi</source>
        <translation>المنتظرون اليوم</translation>
    </message>
    <message>
        <source>Per oggi nessuna iscrizione.</source>
        <translation>لا تسجيلات اليوم.</translation>
    </message>
    <message>
        <source>Chi arriva senza iscrizione: leggi la tessera, poi scegli l&apos;attività.</source>
        <translation>من جاء دون تسجيل: اقرأ البطاقة، ثم اختر النشاط.</translation>
    </message>
    <message>
        <source>Scrivi il PIN per vedere i nomi</source>
        <translation>اكتب رقم PIN لترى الأسماء</translation>
    </message>
    <message>
        <source>È qui</source>
        <translation>حضر</translation>
    </message>
    <message>
        <source>è qui</source>
        <translation>حضر</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>Laboratori</source>
        <translation>ورش</translation>
    </message>
    <message>
        <source>Lingue</source>
        <translation>لغات</translation>
    </message>
    <message>
        <source>Studio e corsi</source>
        <translation>دراسة ودورات</translation>
    </message>
    <message>
        <source>Salute e sport</source>
        <translation>صحة ورياضة</translation>
    </message>
    <message>
        <source>Musica</source>
        <translation>موسيقى</translation>
    </message>
    <message>
        <source>Cultura</source>
        <translation>ثقافة</translation>
    </message>
    <message>
        <source>Giochi</source>
        <translation>ألعاب</translation>
    </message>
    <message>
        <source>Verde e riuso</source>
        <translation>نباتات وتدوير</translation>
    </message>
    <message>
        <source>Sportelli e aiuto</source>
        <translation>مشورة ومساعدة</translation>
    </message>
    <message>
        <source>Lavoro</source>
        <translation>عمل</translation>
    </message>
    <message>
        <source>Cibo e cucina</source>
        <translation>طعام وطبخ</translation>
    </message>
    <message>
        <source>Famiglie</source>
        <translation>عائلات</translation>
    </message>
    <message>
        <source>Feste e vicinato</source>
        <translation>حفلات وجيران</translation>
    </message>
    <message>
        <source>Bambini</source>
        <translation>أطفال</translation>
    </message>
    <message>
        <source>Ragazzi</source>
        <translation>شباب</translation>
    </message>
    <message>
        <source>Adulti</source>
        <translation>بالغون</translation>
    </message>
    <message>
        <source>Anziani</source>
        <translation>كبار السن</translation>
    </message>
    <message>
        <source>Donne</source>
        <translation>نساء</translation>
    </message>
    <message>
        <source>Gratuite</source>
        <translation>مجانية</translation>
    </message>
    <message>
        <source>Con posti liberi</source>
        <translation>فيها أماكن</translation>
    </message>
</context>
<context>
    <name>FiltersScreen</name>
    <message>
        <source>Che cosa vuoi vedere?</source>
        <translation>ماذا تريد أن ترى؟</translation>
    </message>
    <message>
        <source>Solo</source>
        <translation>فقط</translation>
    </message>
    <message>
        <source>Categoria</source>
        <translation>الفئة</translation>
    </message>
    <message>
        <source>Per chi</source>
        <translation>لمن</translation>
    </message>
    <message>
        <source>Lingua, oltre all&apos;italiano</source>
        <translation>لغة غير الإيطالية</translation>
    </message>
    <message>
        <source>Togli i filtri</source>
        <translation>أزل التصفية</translation>
    </message>
</context>
<context>
    <name>FindPart</name>
    <message>
        <source>Nome, o numero della tessera</source>
        <translation>الاسم أو رقم البطاقة</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Scrivi il nome o il numero.</source>
        <translation>اكتب الاسم أو الرقم.</translation>
    </message>
    <message>
        <source>Qui non trovo nessuno così.</source>
        <translation>لا أجد أحدًا هكذا هنا.</translation>
    </message>
    <message>
        <source>Bastano le prime lettere del nome, o le ultime cifre della tessera.</source>
        <translation>تكفي الحروف الأولى من الاسم، أو الأرقام الأخيرة من البطاقة.</translation>
    </message>
    <message>
        <source>Prova con meno lettere o con le ultime cifre. Forse la tessera è di un altro spazio.</source>
        <translation>جرّب حروفًا أقل أو الأرقام الأخيرة. ربما البطاقة من مركز آخر.</translation>
    </message>
    <message>
        <source>I primi %1 di %2: scrivi ancora una lettera.</source>
        <translation>أول ⁨%1⁩ من ⁨%2⁩: اكتب حرفًا آخر.</translation>
    </message>
</context>
<context>
    <name>Handover</name>
    <message>
        <source>a tutti gli spazi</source>
        <translation>إلى كل المراكز</translation>
    </message>
    <message>
        <source>da inviare</source>
        <translation>لم تُرسل بعد</translation>
    </message>
    <message>
        <source>Fatto %1</source>
        <translation>تم ⁨%1⁩</translation>
    </message>
    <message>
        <source>Riapri</source>
        <translation>أعد الفتح</translation>
    </message>
    <message>
        <source>Fatto</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>La trovano anche gli altri spazi.</source>
        <translation>تراها المراكز الأخرى أيضًا.</translation>
    </message>
    <message>
        <source>La trova chi apre la portineria dopo di te.</source>
        <translation>يراها من يفتح مكتب البواب بعدك.</translation>
    </message>
</context>
<context>
    <name>HandoverScreen</name>
    <message>
        <source>Consegne</source>
        <translation>ملاحظات التسليم</translation>
    </message>
    <message>
        <source>Altro</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>Scrivi una consegna</source>
        <translation>اكتب ملاحظة</translation>
    </message>
    <message>
        <source>Anche agli altri spazi</source>
        <translation>إلى المراكز الأخرى أيضًا</translation>
    </message>
    <message>
        <source>Consegna salvata.</source>
        <translation>حُفظت الملاحظة.</translation>
    </message>
    <message>
        <source>Segnata come fatta.</source>
        <translation>سُجّلت كمنجزة.</translation>
    </message>
    <message>
        <source>La consegna è ancora da fare</source>
        <translation>الملاحظة لم تُنجز بعد</translation>
    </message>
    <message>
        <source>Nessuna consegna.</source>
        <translation>لا ملاحظات.</translation>
    </message>
    <message>
        <source>Qui lasci a chi viene dopo di te quello che deve sapere o fare.</source>
        <translation>هنا تترك لمن يأتي بعدك ما يجب أن يعرفه أو يفعله.</translation>
    </message>
    <message>
        <source>Lascia</source>
        <translation>اترك</translation>
    </message>
    <message>
        <source>Per chi viene dopo. Senza nomi di chi abita qui</source>
        <translation>لمن يأتي بعدك. دون أسماء السكان</translation>
    </message>
    <message>
        <source>Lascia la consegna</source>
        <translation>اترك الملاحظة</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Portineria</source>
        <translation>مكتب البواب</translation>
    </message>
    <message>
        <source>Torna indietro</source>
        <translation>ارجع</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>Aperto fino alle %1</source>
        <translation>مفتوح حتى ⁨%1⁩</translation>
    </message>
    <message>
        <source>Apre alle %1</source>
        <translation>يفتح الساعة ⁨%1⁩</translation>
    </message>
    <message>
        <source>Chiuso. Riapre %1 alle %2</source>
        <translation>مغلق. يفتح ⁨%1⁩ الساعة ⁨%2⁩</translation>
    </message>
    <message>
        <source>Urgente: %1</source>
        <translation>عاجل: ⁨%1⁩</translation>
    </message>
    <message>
        <source>in bacheca</source>
        <translation>على اللوحة</translation>
    </message>
    <message>
        <source>Domani e la settimana</source>
        <translation>غدًا والأسبوع</translation>
    </message>
    <message>
        <source>Servizi</source>
        <translation>الخدمات</translation>
    </message>
    <message>
        <source>che cosa si può chiedere qui</source>
        <translation>ما يمكن طلبه هنا</translation>
    </message>
    <message>
        <source>Bacheca</source>
        <translation>لوحة الإعلانات</translation>
    </message>
    <message>
        <source>Offro e cerco</source>
        <translation>عروض وطلبات</translation>
    </message>
    <message>
        <source>Lavoro e corsi</source>
        <translation>عمل ودورات</translation>
    </message>
    <message>
        <source>Prodotti</source>
        <translation>منتجات</translation>
    </message>
    <message>
        <source>Personale</source>
        <translation>العاملون</translation>
    </message>
    <message>
        <source>portieri e operatori</source>
        <translation>البوابون والعاملون</translation>
    </message>
    <message>
        <source>ancora niente</source>
        <translation>لا شيء بعد</translation>
    </message>
    <message>
        <source>Il programma non è ancora arrivato.</source>
        <translation>البرنامج لم يصل بعد.</translation>
    </message>
    <message>
        <source>Per oggi qui è tutto.</source>
        <translation>هذا كل شيء هنا اليوم.</translation>
    </message>
    <message>
        <source>Oggi qui non c&apos;è niente in programma.</source>
        <translation>لا شيء مقرر هنا اليوم.</translation>
    </message>
    <message>
        <source>Adesso, dalle %1</source>
        <translation>الآن، منذ ⁨%1⁩</translation>
    </message>
    <message>
        <source>Adesso, fino alle %1</source>
        <translation>الآن، حتى ⁨%1⁩</translation>
    </message>
    <message>
        <source>Fino a %1</source>
        <translation>حتى ⁨%1⁩</translation>
    </message>
    <message>
        <source>Tutto il giorno</source>
        <translation>طوال اليوم</translation>
    </message>
    <message>
        <source>Prossima, alle %1</source>
        <translation>التالي، الساعة ⁨%1⁩</translation>
    </message>
    <message>
        <source>Anche adesso</source>
        <translation>الآن أيضًا</translation>
    </message>
    <message>
        <source>Più tardi</source>
        <translation>لاحقًا</translation>
    </message>
    <message>
        <source>In programma</source>
        <translation>مقرر</translation>
    </message>
    <message>
        <source>Nei prossimi giorni</source>
        <translation>في الأيام القادمة</translation>
    </message>
    <message>
        <source>Oggi qui</source>
        <translation>اليوم هنا</translation>
    </message>
    <message>
        <source>gratuito</source>
        <translation>مجانًا</translation>
    </message>
    <message>
        <source>Arriva da solo appena c&apos;è la rete. Intanto chiedi al portiere.</source>
        <translation>يصل وحده عند توفر الشبكة. حتى ذلك الحين اسأل البواب.</translation>
    </message>
    <message>
        <source>Ecco che cosa c&apos;è nei prossimi giorni.</source>
        <translation>هذا ما سيكون في الأيام القادمة.</translation>
    </message>
    <message>
        <source>Guarda che cosa c&apos;è negli altri spazi, oppure chiedi al portiere.</source>
        <translation>انظر ماذا في المراكز الأخرى، أو اسأل البواب.</translation>
    </message>
    <message>
        <source>ancora niente in programma</source>
        <translation>لا شيء مقرر بعد</translation>
    </message>
    <message>
        <source>Gli altri spazi</source>
        <translation>المراكز الأخرى</translation>
    </message>
    <message>
        <source>Gli altri %1 spazi</source>
        <translation>المراكز الأخرى (⁨%1⁩)</translation>
    </message>
    <message>
        <source>oggi niente</source>
        <translation>لا شيء اليوم</translation>
    </message>
    <message>
        <source>nessun avviso</source>
        <translation>لا إعلانات</translation>
    </message>
</context>
<context>
    <name>IdleOverlay</name>
    <message>
        <source>Ti serve altro tempo?</source>
        <translation>هل تحتاج إلى وقت آخر؟</translation>
    </message>
    <message numerus="yes">
        <source>Tra %n secondi torno all&apos;inizio e cancello quello che hai scritto.</source>
        <translation>
            <numerusform>أعود الآن إلى البداية وأمسح ما كتبته.</numerusform>
            <numerusform>بعد ثانية أعود إلى البداية وأمسح ما كتبته.</numerusform>
            <numerusform>بعد ثانيتين أعود إلى البداية وأمسح ما كتبته.</numerusform>
            <numerusform>بعد %n ثوانٍ أعود إلى البداية وأمسح ما كتبته.</numerusform>
            <numerusform>بعد %n ثانية أعود إلى البداية وأمسح ما كتبته.</numerusform>
            <numerusform>بعد %n ثانية أعود إلى البداية وأمسح ما كتبته.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sì, continuo</source>
        <translation>نعم، أتابع</translation>
    </message>
    <message>
        <source>Esci</source>
        <translation>خروج</translation>
    </message>
</context>
<context>
    <name>Keep</name>
    <message>
        <source>Attacca il foglietto al pacco.</source>
        <translation>ألصق الورقة على الطرد.</translation>
    </message>
    <message>
        <source>Scrivi il codice sul pacco a mano.</source>
        <translation>اكتب الرمز على الطرد بيدك.</translation>
    </message>
</context>
<context>
    <name>KeepScreen</name>
    <message>
        <source>Pacchi</source>
        <translation>الطرود</translation>
    </message>
    <message>
        <source>Tieni un pacco</source>
        <translation>احفظ طردًا</translation>
    </message>
    <message>
        <source>Per chi è? Scrivi il nome, o leggi la tessera</source>
        <translation>لمن هو؟ اكتب الاسم، أو اقرأ البطاقة</translation>
    </message>
    <message>
        <source>Tieni: codice %1</source>
        <translation>احفظ: الرمز ⁨%1⁩</translation>
    </message>
    <message>
        <source>Pacco registrato: codice %1</source>
        <translation>سُجّل الطرد: الرمز ⁨%1⁩</translation>
    </message>
    <message>
        <source>Scrivi il codice sul pacco e dillo a chi lo aspetta: con il codice lo ritira.</source>
        <translation>اكتب الرمز على الطرد وأخبر به من ينتظره: بالرمز يستلمه.</translation>
    </message>
    <message>
        <source>Il foglietto sta uscendo.</source>
        <translation>الورقة تُطبع الآن.</translation>
    </message>
    <message>
        <source>Stampa il foglietto per il pacco</source>
        <translation>اطبع ورقة الطرد</translation>
    </message>
    <message>
        <source>Un altro pacco</source>
        <translation>طرد آخر</translation>
    </message>
</context>
<context>
    <name>ListenButton</name>
    <message>
        <source>Ascolta</source>
        <translation>استمع</translation>
    </message>
    <message>
        <source>Ferma la voce</source>
        <translation>أوقف الصوت</translation>
    </message>
    <message>
        <source>Da capo</source>
        <translation>من البداية</translation>
    </message>
</context>
<context>
    <name>LogLine</name>
    <message>
        <source>Altri dati della persona</source>
        <translation>بيانات أخرى عن الشخص</translation>
    </message>
    <message>
        <source>Annulla</source>
        <translation>تراجع</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Ho capito</source>
        <translation>فهمت</translation>
    </message>
</context>
<context>
    <name>More</name>
    <message>
        <source>nessuno</source>
        <translation>لا أحد</translation>
    </message>
    <message>
        <source>nessuna aperta</source>
        <translation>لا طلب مفتوح</translation>
    </message>
    <message>
        <source>Programma di oggi</source>
        <translation>برنامج اليوم</translation>
    </message>
    <message>
        <source>Avvisi</source>
        <translation>إعلانات</translation>
    </message>
    <message>
        <source>Attesi oggi</source>
        <translation>المنتظرون اليوم</translation>
    </message>
    <message>
        <source>Richieste</source>
        <translation>الطلبات</translation>
    </message>
    <message>
        <source>Pacchi</source>
        <translation>الطرود</translation>
    </message>
    <message>
        <source>Consegne</source>
        <translation>ملاحظات التسليم</translation>
    </message>
    <message>
        <source>Tessere</source>
        <translation>البطاقات</translation>
    </message>
    <message>
        <source>Da avvisare</source>
        <translation>من يجب إبلاغهم</translation>
    </message>
    <message>
        <source>Chiusura</source>
        <translation>الإغلاق</translation>
    </message>
    <message>
        <source>Schermo</source>
        <translation>الشاشة</translation>
    </message>
    <message>
        <source>testo grande, contrasto</source>
        <translation>نص كبير، تباين</translation>
    </message>
    <message>
        <source>Tutto inviato.</source>
        <translation>أُرسل كل شيء.</translation>
    </message>
    <message>
        <source>nessuna</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>niente in programma</source>
        <translation>لا شيء مقرر</translation>
    </message>
    <message>
        <source>nessuno in bacheca</source>
        <translation>لا شيء على اللوحة</translation>
    </message>
    <message>
        <source>niente da leggere</source>
        <translation>لا شيء للقراءة</translation>
    </message>
    <message>
        <source>giornata aperta</source>
        <translation>اليوم مفتوح</translation>
    </message>
    <message>
        <source>chiusa alle %1</source>
        <translation>أُغلق الساعة ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>MoreScreen</name>
    <message>
        <source>Portineria</source>
        <translation>مكتب البواب</translation>
    </message>
    <message>
        <source>Altro</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>Registrazioni di questo terminale</source>
        <translation>سجلات هذا الجهاز</translation>
    </message>
    <message>
        <source>Sblocca il PIN di %1</source>
        <translation>افتح قفل PIN لـ ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>NewCard</name>
    <message>
        <source>Testo grande</source>
        <translation>نص كبير</translation>
    </message>
    <message>
        <source>Contrasto alto</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>Comandi in basso</source>
        <translation>الأزرار في الأسفل</translation>
    </message>
    <message>
        <source>Voce</source>
        <translation>الصوت</translation>
    </message>
</context>
<context>
    <name>NewCardPart</name>
    <message>
        <source>Nome, e iniziale del cognome</source>
        <translation>الاسم، وأول حرف من اللقب</translation>
    </message>
    <message>
        <source>Avanti</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>In che lingua legge meglio %1?</source>
        <translation>بأي لغة يقرأ ⁨%1⁩ أفضل؟</translation>
    </message>
    <message>
        <source>Che cosa le serve sullo schermo?</source>
        <translation>ماذا يحتاج على الشاشة؟</translation>
    </message>
    <message>
        <source>E-mail: %1</source>
        <translation>البريد الإلكتروني: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Telefono: %1</source>
        <translation>الهاتف: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Aggiungi telefono o e-mail, se vuole</source>
        <translation>أضف هاتفًا أو بريدًا، لمن يريد</translation>
    </message>
    <message>
        <source>Fai la tessera</source>
        <translation>اصنع البطاقة</translation>
    </message>
</context>
<context>
    <name>Night</name>
    <message>
        <source>Tocca per accendere</source>
        <translation>المس لتشغيل الشاشة</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Si vede fino a: %1</source>
        <translation>يظهر حتى: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Urgente</source>
        <translation>عاجل</translation>
    </message>
    <message>
        <source>Affisso: si vede già in bacheca.</source>
        <translation>عُلّق: يظهر الآن على اللوحة.</translation>
    </message>
    <message>
        <source>Tolto: %1</source>
        <translation>أُزيل: ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>NoticeScreen</name>
    <message>
        <source>Altro</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>Indietro</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Avvisi</source>
        <translation>إعلانات</translation>
    </message>
    <message>
        <source>Nuovo avviso</source>
        <translation>إعلان جديد</translation>
    </message>
    <message>
        <source>Rimettilo</source>
        <translation>أعده</translation>
    </message>
    <message>
        <source>Scrivi un avviso</source>
        <translation>اكتب إعلانًا</translation>
    </message>
    <message>
        <source>In bacheca non c&apos;è nessun avviso di questo spazio.</source>
        <translation>لا إعلانات من هذا المركز على اللوحة.</translation>
    </message>
    <message>
        <source>Togli</source>
        <translation>أزل</translation>
    </message>
    <message>
        <source>Titolo, in poche parole</source>
        <translation>العنوان، في كلمات قليلة</translation>
    </message>
    <message>
        <source>Che cosa devono sapere? Senza nomi</source>
        <translation>ماذا يجب أن يعرفوا؟ دون أسماء</translation>
    </message>
    <message>
        <source>Avanti</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Urgente: %1</source>
        <translation>عاجل: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Fino a quando si vede?</source>
        <translation>حتى متى يظهر؟</translation>
    </message>
    <message>
        <source>Oggi</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Domani</source>
        <translation>غدًا</translation>
    </message>
    <message>
        <source>Una settimana</source>
        <translation>أسبوع</translation>
    </message>
    <message>
        <source>Urgente</source>
        <translation>عاجل</translation>
    </message>
    <message>
        <source>Urgente: anche su Oggi qui</source>
        <translation>عاجل: في «اليوم هنا» أيضًا</translation>
    </message>
    <message>
        <source>Affiggi</source>
        <translation>علّق</translation>
    </message>
</context>
<context>
    <name>NumberPad</name>
    <message>
        <source>Avvicina la tessera al lettore o scrivi il numero</source>
        <translation>قرّب البطاقة من القارئ أو اكتب الرقم</translation>
    </message>
    <message>
        <source>Cancella</source>
        <translation>امسح</translation>
    </message>
    <message>
        <source>Svuota</source>
        <translation>امسح الكل</translation>
    </message>
</context>
<context>
    <name>NumberScreen</name>
    <message>
        <source>Iscriviti</source>
        <translation>سجّل</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>due</source>
        <translation>2</translation>
    </message>
    <message>
        <source>tre</source>
        <translation>3</translation>
    </message>
    <message>
        <source>quattro</source>
        <translation>4</translation>
    </message>
    <message>
        <source>cinque</source>
        <translation>5</translation>
    </message>
    <message>
        <source>sei</source>
        <translation>6</translation>
    </message>
    <message>
        <source>sette</source>
        <translation>7</translation>
    </message>
    <message>
        <source>otto</source>
        <translation>8</translation>
    </message>
    <message>
        <source>nove</source>
        <translation>9</translation>
    </message>
    <message>
        <source>dieci</source>
        <translation>10</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Sei già iscritto.</source>
        <translation>أنت مسجّل من قبل.</translation>
    </message>
    <message>
        <source>Il tuo posto c&apos;è.</source>
        <translation>مكانك محفوظ.</translation>
    </message>
    <message>
        <source>Iscritto</source>
        <translation>مسجّل</translation>
    </message>
    <message>
        <source>Il posto è tuo.</source>
        <translation>المكان لك.</translation>
    </message>
    <message>
        <source>Sei già arrivato</source>
        <translation>حضورك مسجّل</translation>
    </message>
    <message>
        <source>La presenza è segnata.</source>
        <translation>الحضور مسجّل.</translation>
    </message>
    <message>
        <source>Aspetto la conferma: di solito bastano pochi secondi.</source>
        <translation>أنتظر التأكيد: تكفي عادة ثوانٍ قليلة.</translation>
    </message>
    <message>
        <source>Ti confermiamo quando torna la rete.</source>
        <translation>نؤكد لك عند عودة الشبكة.</translation>
    </message>
    <message>
        <source>Richiesta ricevuta.</source>
        <translation>وصل الطلب.</translation>
    </message>
    <message>
        <source>Se si libera un posto, lo sai qui con la tessera o dal portiere.</source>
        <translation>إذا فرغ مكان، تعرف ذلك هنا بالبطاقة أو من البواب.</translation>
    </message>
    <message>
        <source>Sei in lista d&apos;attesa.</source>
        <translation>أنت في قائمة الانتظار.</translation>
    </message>
    <message>
        <source>Non c&apos;era più posto. Chiedi al portiere se ci sono altre date.</source>
        <translation>لم يبق مكان. اسأل البواب عن تواريخ أخرى.</translation>
    </message>
    <message>
        <source>Iscrizione non riuscita.</source>
        <translation>لم ينجح التسجيل.</translation>
    </message>
    <message>
        <source>Iscrizione annullata.</source>
        <translation>أُلغي التسجيل.</translation>
    </message>
    <message>
        <source>Il posto non è più tuo.</source>
        <translation>المكان لم يعد لك.</translation>
    </message>
    <message>
        <source>iscritto</source>
        <translation>مسجّل</translation>
    </message>
    <message>
        <source>presente</source>
        <translation>حاضر</translation>
    </message>
    <message>
        <source>da confermare</source>
        <translation>ينتظر التأكيد</translation>
    </message>
    <message>
        <source>in lista d&apos;attesa</source>
        <translation>في قائمة الانتظار</translation>
    </message>
    <message>
        <source>non riuscita</source>
        <translation>لم ينجح</translation>
    </message>
    <message>
        <source>annullata</source>
        <translation>ملغى</translation>
    </message>
    <message>
        <source>Questa attività è annullata. Scegline un&apos;altra.</source>
        <translation>هذا النشاط ملغى. اختر نشاطًا آخر.</translation>
    </message>
    <message>
        <source>Questa attività è già finita. Scegline un&apos;altra.</source>
        <translation>هذا النشاط انتهى. اختر نشاطًا آخر.</translation>
    </message>
    <message>
        <source>Per questa attività non serve iscriversi: vieni e basta.</source>
        <translation>هذا النشاط لا يحتاج إلى تسجيل: تعال مباشرة.</translation>
    </message>
    <message>
        <source>Questa attività non c&apos;è più. Torna a Oggi qui e scegline un&apos;altra.</source>
        <translation>هذا النشاط لم يعد موجودًا. عد إلى «اليوم هنا» واختر نشاطًا آخر.</translation>
    </message>
</context>
<context>
    <name>Pager</name>
    <message>
        <source>Su</source>
        <translation>أعلى</translation>
    </message>
    <message>
        <source>Giù</source>
        <translation>أسفل</translation>
    </message>
</context>
<context>
    <name>Parcels</name>
    <message>
        <source>Consegnato %1</source>
        <translation>سُلّم ⁨%1⁩</translation>
    </message>
    <message>
        <source>Arrivato %1</source>
        <translation>وصل ⁨%1⁩</translation>
    </message>
    <message>
        <source>da inviare</source>
        <translation>لم تُرسل بعد</translation>
    </message>
    <message>
        <source>Consegna</source>
        <translation>سلّم</translation>
    </message>
    <message>
        <source>Annulla</source>
        <translation>تراجع</translation>
    </message>
</context>
<context>
    <name>ParcelsScreen</name>
    <message>
        <source>Altro</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>Pacchi</source>
        <translation>الطرود</translation>
    </message>
    <message>
        <source>Tieni un pacco</source>
        <translation>احفظ طردًا</translation>
    </message>
    <message>
        <source>Codice del pacco</source>
        <translation>رمز الطرد</translation>
    </message>
    <message>
        <source>Togli</source>
        <translation>أزل</translation>
    </message>
    <message>
        <source>Consegnato: %1</source>
        <translation>سُلّم: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Il pacco è ancora qui</source>
        <translation>الطرد ما زال هنا</translation>
    </message>
    <message>
        <source>Nessun pacco da consegnare.</source>
        <translation>لا طرود للتسليم.</translation>
    </message>
    <message>
        <source>Quando ne arriva uno, tocca Tieni un pacco: il terminale dà un codice da dire a chi lo ritira.</source>
        <translation>عندما يصل طرد، المس «احفظ طردًا»: يعطي الجهاز رمزًا لمن يستلمه.</translation>
    </message>
    <message>
        <source>Qui non c&apos;è un pacco con questo codice.</source>
        <translation>لا يوجد هنا طرد بهذا الرمز.</translation>
    </message>
    <message>
        <source>Confronta il codice, o cerca il pacco per nome nell&apos;elenco.</source>
        <translation>قارن الرمز، أو ابحث عن الطرد بالاسم في القائمة.</translation>
    </message>
    <message>
        <source>Scrivi il PIN per vedere i nomi</source>
        <translation>اكتب رقم PIN لترى الأسماء</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>portineria</source>
        <translation>مكتب البواب</translation>
    </message>
    <message>
        <source>operatori</source>
        <translation>العاملون</translation>
    </message>
    <message>
        <source>Comune</source>
        <translation>البلدية</translation>
    </message>
    <message>
        <source>assistenza</source>
        <translation>الدعم</translation>
    </message>
</context>
<context>
    <name>PhoneScreen</name>
    <message>
        <source>Codice per il telefono</source>
        <translation>رمز للهاتف</translation>
    </message>
    <message>
        <source>Con il telefono</source>
        <translation>بالهاتف</translation>
    </message>
    <message>
        <source>Inquadra il codice con la fotocamera, scrivi il tuo nome e conferma. Qui vedi quando è fatto.</source>
        <translation>وجّه الكاميرا إلى الرمز، واكتب اسمك وأكّد. هنا ترى متى يتم ذلك.</translation>
    </message>
</context>
<context>
    <name>Pill</name>
    <message>
        <source>L&apos;orologio è da verificare: guarda la data di ogni attività.</source>
        <translation>يجب التحقق من الساعة: انظر إلى تاريخ كل نشاط.</translation>
    </message>
    <message>
        <source>Il programma non è ancora arrivato: chiedi al portiere.</source>
        <translation>البرنامج لم يصل بعد: اسأل البواب.</translation>
    </message>
    <message>
        <source>Programma di %1: chiedi conferma al portiere.</source>
        <translation>برنامج ⁨%1⁩: تأكد من البواب.</translation>
    </message>
    <message>
        <source>Collegato · aggiornato alle %1</source>
        <translation>متصل · آخر تحديث ⁨%1⁩</translation>
    </message>
    <message>
        <source>Senza rete: puoi usare il terminale. Programma delle %1.</source>
        <translation>دون شبكة: يمكنك استعمال الجهاز. برنامج الساعة ⁨%1⁩.</translation>
    </message>
    <message>
        <source>Senza rete: puoi usare il terminale. Programma di ieri, %1.</source>
        <translation>دون شبكة: يمكنك استعمال الجهاز. برنامج أمس، ⁨%1⁩.</translation>
    </message>
    <message>
        <source>Tutto inviato</source>
        <translation>أُرسل كل شيء</translation>
    </message>
    <message>
        <source>ultimo invio %1</source>
        <translation>آخر إرسال ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>Pin</name>
    <message>
        <source>Nessuno può ancora aprire la portineria da qui: chiama l&apos;ufficio.</source>
        <translation>لا أحد يستطيع فتح مكتب البواب من هنا بعد: اتصل بالمكتب.</translation>
    </message>
    <message>
        <source>PIN bloccato dopo troppi errori. Lo sblocca un collega (Portineria, Altro) o l&apos;ufficio.</source>
        <translation>قُفل رقم PIN بعد أخطاء كثيرة. يفتحه زميل (مكتب البواب، المزيد) أو المكتب.</translation>
    </message>
    <message>
        <source>Questa persona non può aprire la portineria qui. Chiama l&apos;ufficio.</source>
        <translation>لا يستطيع هذا الشخص فتح مكتب البواب هنا. اتصل بالمكتب.</translation>
    </message>
    <message>
        <source>Non riesco a controllare il PIN. Chiama l&apos;ufficio.</source>
        <translation>لا أستطيع التحقق من رقم PIN. اتصل بالمكتب.</translation>
    </message>
</context>
<context>
    <name>PinScreen</name>
    <message>
        <source>Scrivi il PIN</source>
        <translation>اكتب رقم PIN</translation>
    </message>
    <message numerus="yes">
        <source>%n cifre scritte</source>
        <translation>
            <numerusform>لم يُكتب أي رقم</numerusform>
            <numerusform>رقم واحد مكتوب</numerusform>
            <numerusform>رقمان مكتوبان</numerusform>
            <numerusform>%n أرقام مكتوبة</numerusform>
            <numerusform>%n رقمًا مكتوبًا</numerusform>
            <numerusform>%n رقم مكتوب</numerusform>
        </translation>
    </message>
    <message>
        <source>Controllo…</source>
        <translation>أتحقق…</translation>
    </message>
    <message>
        <source>Cancella</source>
        <translation>امسح</translation>
    </message>
    <message>
        <source>Svuota</source>
        <translation>امسح الكل</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>leggi ad alta voce</source>
        <translation>اقرأ بصوت مسموع</translation>
    </message>
    <message>
        <source>in inglese: in questa lingua non c&apos;è una voce</source>
        <translation>بالإنجليزية: لا صوت بهذه اللغة</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Pacchi e posta</source>
        <translation>طرود وبريد</translation>
    </message>
    <message>
        <source>Aiuto digitale, SPID</source>
        <translation>مساعدة رقمية، SPID</translation>
    </message>
    <message>
        <source>Informazioni</source>
        <translation>معلومات</translation>
    </message>
    <message>
        <source>Chiavi</source>
        <translation>مفاتيح</translation>
    </message>
    <message>
        <source>Piccole riparazioni</source>
        <translation>إصلاحات صغيرة</translation>
    </message>
    <message>
        <source>Ascolto</source>
        <translation>استماع</translation>
    </message>
    <message>
        <source>Casa: pratiche e bandi</source>
        <translation>السكن: معاملات وطلبات</translation>
    </message>
    <message>
        <source>Salute, prenotazioni</source>
        <translation>صحة ومواعيد</translation>
    </message>
    <message>
        <source>Altro motivo</source>
        <translation>سبب آخر</translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>Chi è?</source>
        <translation>من هو؟</translation>
    </message>
    <message>
        <source>Inquilino ERP</source>
        <translation>مستأجر ERP</translation>
    </message>
    <message>
        <source>Seguito dai servizi</source>
        <translation>تتابعه الخدمات</translation>
    </message>
    <message>
        <source>Abita nel quartiere</source>
        <translation>يسكن في الحي</translation>
    </message>
    <message>
        <source>Altra persona</source>
        <translation>شخص آخر</translation>
    </message>
    <message>
        <source>È la prima volta?</source>
        <translation>هل هي المرة الأولى؟</translation>
    </message>
    <message>
        <source>Sì, è la prima</source>
        <translation>نعم، الأولى</translation>
    </message>
    <message>
        <source>No, è già venuta</source>
        <translation>لا، جاء من قبل</translation>
    </message>
    <message>
        <source>Genere</source>
        <translation>الجنس</translation>
    </message>
    <message>
        <source>Donna</source>
        <translation>امرأة</translation>
    </message>
    <message>
        <source>Uomo</source>
        <translation>رجل</translation>
    </message>
    <message>
        <source>Altro</source>
        <translation>غير ذلك</translation>
    </message>
    <message>
        <source>In che lingua parla?</source>
        <translation>بأي لغة يتكلم؟</translation>
    </message>
    <message>
        <source>È servita una mediazione?</source>
        <translation>هل احتجتم إلى وساطة؟</translation>
    </message>
    <message>
        <source>Sì</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>Com&apos;è finita?</source>
        <translation>كيف انتهى الأمر؟</translation>
    </message>
    <message>
        <source>Risolto</source>
        <translation>حُلّ</translation>
    </message>
    <message>
        <source>Dato un appuntamento</source>
        <translation>أُعطي موعدًا</translation>
    </message>
    <message>
        <source>Inviata altrove</source>
        <translation>أُرسل إلى مكان آخر</translation>
    </message>
    <message>
        <source>In sospeso</source>
        <translation>معلّق</translation>
    </message>
    <message>
        <source>Non si può risolvere</source>
        <translation>لا يمكن حله</translation>
    </message>
    <message>
        <source>A chi l&apos;hai inviata?</source>
        <translation>إلى من أرسلته؟</translation>
    </message>
    <message>
        <source>WeMi</source>
        <translation>WeMi</translation>
    </message>
    <message>
        <source>Servizio sociale</source>
        <translation>الخدمة الاجتماعية</translation>
    </message>
    <message>
        <source>Custode sociale</source>
        <translation>الحارس الاجتماعي</translation>
    </message>
    <message>
        <source>Gestore della casa</source>
        <translation>مدير السكن</translation>
    </message>
    <message>
        <source>CAF o patronato</source>
        <translation>CAF أو patronato</translation>
    </message>
    <message>
        <source>ASST</source>
        <translation>ASST</translation>
    </message>
    <message>
        <source>Centro per l&apos;impiego</source>
        <translation>مركز التوظيف</translation>
    </message>
    <message>
        <source>Scuola</source>
        <translation>المدرسة</translation>
    </message>
    <message>
        <source>Associazione</source>
        <translation>جمعية</translation>
    </message>
    <message>
        <source>Quanti minuti?</source>
        <translation>كم دقيقة؟</translation>
    </message>
    <message>
        <source>Come si è fatta viva?</source>
        <translation>كيف اتصل؟</translation>
    </message>
    <message>
        <source>Di persona</source>
        <translation>شخصيًا</translation>
    </message>
    <message>
        <source>Al telefono</source>
        <translation>بالهاتف</translation>
    </message>
    <message>
        <source>Dal totem</source>
        <translation>من الجهاز</translation>
    </message>
    <message>
        <source>Domanda %1 di %2</source>
        <translation>السؤال ⁨%1⁩ من ⁨%2⁩</translation>
    </message>
</context>
<context>
    <name>RecordScreen</name>
    <message>
        <source>Portineria</source>
        <translation>مكتب البواب</translation>
    </message>
    <message>
        <source>Questo passaggio non c&apos;è più.</source>
        <translation>هذه الزيارة لم تعد موجودة.</translation>
    </message>
    <message>
        <source>Registrato. Non c&apos;è altro da chiedere.</source>
        <translation>سُجّل. لا شيء آخر للسؤال.</translation>
    </message>
    <message>
        <source>Domanda prima</source>
        <translation>السؤال السابق</translation>
    </message>
    <message>
        <source>Salta</source>
        <translation>تخطَّ</translation>
    </message>
    <message>
        <source>Torna alla portineria</source>
        <translation>عد إلى مكتب البواب</translation>
    </message>
</context>
<context>
    <name>Recurrence</name>
    <message>
        <source>ogni giorno</source>
        <translation>كل يوم</translation>
    </message>
    <message>
        <source>ogni due settimane, %1</source>
        <translation>كل أسبوعين، ⁨%1⁩</translation>
    </message>
    <message>
        <source>ogni settimana, da %1 a %2</source>
        <translation>كل أسبوع، من ⁨%1⁩ إلى ⁨%2⁩</translation>
    </message>
    <message>
        <source>ogni %1</source>
        <translation>كل ⁨%1⁩</translation>
    </message>
    <message>
        <source>ogni mese, il giorno %1</source>
        <translation>كل شهر، يوم ⁨%1⁩</translation>
    </message>
    <message>
        <source>il primo %1 del mese</source>
        <translation>أول ⁨%1⁩ من الشهر</translation>
    </message>
    <message>
        <source>il secondo %1 del mese</source>
        <translation>ثاني ⁨%1⁩ من الشهر</translation>
    </message>
    <message>
        <source>il terzo %1 del mese</source>
        <translation>ثالث ⁨%1⁩ من الشهر</translation>
    </message>
    <message>
        <source>il quarto %1 del mese</source>
        <translation>رابع ⁨%1⁩ من الشهر</translation>
    </message>
    <message>
        <source>l&apos;ultimo %1 del mese</source>
        <translation>آخر ⁨%1⁩ من الشهر</translation>
    </message>
    <message>
        <source>la prima %1 del mese</source>
        <translation>أول ⁨%1⁩ من الشهر</translation>
    </message>
    <message>
        <source>la seconda %1 del mese</source>
        <translation>ثاني ⁨%1⁩ من الشهر</translation>
    </message>
    <message>
        <source>la terza %1 del mese</source>
        <translation>ثالث ⁨%1⁩ من الشهر</translation>
    </message>
    <message>
        <source>la quarta %1 del mese</source>
        <translation>رابع ⁨%1⁩ من الشهر</translation>
    </message>
    <message>
        <source>l&apos;ultima %1 del mese</source>
        <translation>آخر ⁨%1⁩ من الشهر</translation>
    </message>
    <message>
        <source>fino al %1</source>
        <translation>حتى ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 e %2</source>
        <translation>⁨%1⁩ و⁨%2⁩</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>È alla stessa ora. Vuoi iscriverti lo stesso?</source>
        <translation>في الوقت نفسه. هل تريد التسجيل رغم ذلك؟</translation>
    </message>
    <message>
        <source>Sì, iscrivimi</source>
        <translation>نعم، سجّلني</translation>
    </message>
    <message>
        <source>No, grazie</source>
        <translation>لا، شكرًا</translation>
    </message>
    <message>
        <source>Posti finiti. Vuoi la lista d&apos;attesa?</source>
        <translation>لا أماكن. هل تريد دخول قائمة الانتظار؟</translation>
    </message>
    <message>
        <source>Se si libera un posto, lo sai qui con la tessera o dal portiere.</source>
        <translation>إذا فرغ مكان، تعرف ذلك هنا بالبطاقة أو من البواب.</translation>
    </message>
    <message>
        <source>Sì, in lista</source>
        <translation>نعم، في القائمة</translation>
    </message>
</context>
<context>
    <name>Requests</name>
    <message>
        <source>ricevuta</source>
        <translation>وصل</translation>
    </message>
    <message>
        <source>in corso</source>
        <translation>قيد العمل</translation>
    </message>
    <message>
        <source>pronta</source>
        <translation>جاهز</translation>
    </message>
    <message>
        <source>in lettura</source>
        <translation>قيد القراءة</translation>
    </message>
    <message>
        <source>colloquio</source>
        <translation>مقابلة</translation>
    </message>
    <message>
        <source>prova</source>
        <translation>تجربة</translation>
    </message>
    <message>
        <source>Fatto</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Appuntamento preso</source>
        <translation>حُدّد موعد</translation>
    </message>
    <message>
        <source>Inviato a un altro servizio</source>
        <translation>أُرسل إلى خدمة أخرى</translation>
    </message>
    <message>
        <source>Non si può fare</source>
        <translation>لا يمكن</translation>
    </message>
    <message>
        <source>Non serve più</source>
        <translation>لم يعد لازمًا</translation>
    </message>
    <message>
        <source>Consegnato</source>
        <translation>سُلّم</translation>
    </message>
    <message>
        <source>Non disponibile</source>
        <translation>غير متوفر</translation>
    </message>
    <message>
        <source>Inserimento riuscito</source>
        <translation>تم التوظيف</translation>
    </message>
    <message>
        <source>Posti finiti</source>
        <translation>لا أماكن</translation>
    </message>
    <message>
        <source>Non adatto</source>
        <translation>غير مناسب</translation>
    </message>
    <message>
        <source>Messi in contatto</source>
        <translation>تم التواصل</translation>
    </message>
    <message>
        <source>da inviare</source>
        <translation>لم تُرسل بعد</translation>
    </message>
</context>
<context>
    <name>RequestsScreen</name>
    <message>
        <source>Portineria</source>
        <translation>مكتب البواب</translation>
    </message>
    <message>
        <source>Le richieste</source>
        <translation>الطلبات</translation>
    </message>
    <message>
        <source>Richieste aperte</source>
        <translation>الطلبات المفتوحة</translation>
    </message>
    <message>
        <source>Richiesta chiusa.</source>
        <translation>أُغلق الطلب.</translation>
    </message>
    <message>
        <source>Nessuna richiesta aperta.</source>
        <translation>لا طلبات مفتوحة.</translation>
    </message>
    <message>
        <source>Quando qualcuno chiede un servizio al terminale, lo trovi qui.</source>
        <translation>عندما يطلب أحد خدمة من الجهاز، تجدها هنا.</translation>
    </message>
    <message>
        <source>Scrivi il PIN per vedere chi ha chiesto</source>
        <translation>اكتب رقم PIN لترى من طلب</translation>
    </message>
    <message>
        <source>Com&apos;è finita?</source>
        <translation>كيف انتهى الأمر؟</translation>
    </message>
    <message>
        <source>Chiudi la richiesta</source>
        <translation>أغلق الطلب</translation>
    </message>
</context>
<context>
    <name>Result</name>
    <message>
        <source>Questa iscrizione non è qui.</source>
        <translation>هذا التسجيل ليس هنا.</translation>
    </message>
    <message>
        <source>Il terminale non la conosce ancora. Chiedi al portiere.</source>
        <translation>الجهاز لا يعرفها بعد. اسأل البواب.</translation>
    </message>
    <message>
        <source>Mostra questo codice all&apos;ingresso.</source>
        <translation>أظهر هذا الرمز عند المدخل.</translation>
    </message>
    <message>
        <source>Fatto: prendi il foglietto.</source>
        <translation>تم: خذ الورقة.</translation>
    </message>
    <message>
        <source>La tua iscrizione è salva.</source>
        <translation>تسجيلك محفوظ.</translation>
    </message>
</context>
<context>
    <name>ResultScreen</name>
    <message>
        <source>Fatto</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Il foglietto sta uscendo.</source>
        <translation>الورقة تُطبع الآن.</translation>
    </message>
    <message>
        <source>Stampa il foglietto</source>
        <translation>اطبع الورقة</translation>
    </message>
    <message>
        <source>Annulla iscrizione</source>
        <translation>ألغِ التسجيل</translation>
    </message>
    <message>
        <source>se non puoi venire</source>
        <translation>إذا لم تستطع الحضور</translation>
    </message>
</context>
<context>
    <name>Saved</name>
    <message>
        <source>Fatto</source>
        <translation>تم</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Trovate nel testo, nel luogo o per chi</source>
        <translation>وُجدت في النص أو المكان أو لمن</translation>
    </message>
    <message>
        <source>Le prime %1: scrivi ancora una lettera</source>
        <translation>أول ⁨%1⁩: اكتب حرفًا آخر</translation>
    </message>
    <message>
        <source>La ricerca è ferma.</source>
        <translation>البحث متوقف.</translation>
    </message>
    <message>
        <source>Sto preparando la ricerca…</source>
        <translation>أجهّز البحث…</translation>
    </message>
    <message>
        <source>Non trovo «%1».</source>
        <translation>لا أجد «⁨%1⁩».</translation>
    </message>
    <message>
        <source>Guarda la settimana o gli altri spazi, oppure chiedi al portiere.</source>
        <translation>انظر إلى الأسبوع أو المراكز الأخرى، أو اسأل البواب.</translation>
    </message>
    <message>
        <source>Ci vuole un momento: i risultati arrivano da soli.</source>
        <translation>لحظة من فضلك: النتائج تصل وحدها.</translation>
    </message>
    <message>
        <source>Prova con una parola più corta, guarda gli altri spazi, oppure chiedi al portiere.</source>
        <translation>جرّب كلمة أقصر، أو انظر إلى المراكز الأخرى، أو اسأل البواب.</translation>
    </message>
</context>
<context>
    <name>SearchPad</name>
    <message>
        <source>Cancella</source>
        <translation>امسح</translation>
    </message>
    <message>
        <source>Spazio</source>
        <translation>مسافة</translation>
    </message>
</context>
<context>
    <name>SearchScreen</name>
    <message>
        <source>Che cosa cerchi?</source>
        <translation>عمّ تبحث؟</translation>
    </message>
    <message>
        <source>Svuota</source>
        <translation>امسح الكل</translation>
    </message>
    <message>
        <source>Cancella tutto e ricomincia</source>
        <translation>امسح كل شيء وابدأ من جديد</translation>
    </message>
    <message>
        <source>Scrivi un&apos;attività, un luogo o per chi è. Oppure parti da qui:</source>
        <translation>اكتب نشاطًا أو مكانًا أو لمن هو. أو ابدأ من هنا:</translation>
    </message>
    <message>
        <source>Scrivi un&apos;attività, un luogo o per chi è.</source>
        <translation>اكتب نشاطًا أو مكانًا أو لمن هو.</translation>
    </message>
    <message>
        <source>Gli altri spazi</source>
        <translation>المراكز الأخرى</translation>
    </message>
</context>
<context>
    <name>ServiceScreen</name>
    <message>
        <source>Codice per il telefono: %1</source>
        <translation>رمز للهاتف: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Inquadra il codice per avere l&apos;elenco sul telefono.</source>
        <translation>وجّه الكاميرا إلى الرمز لتحصل على القائمة في هاتفك.</translation>
    </message>
</context>
<context>
    <name>Services</name>
    <message>
        <source>Prodotti e servizi</source>
        <translation>منتجات وخدمات</translation>
    </message>
    <message>
        <source>Servizi</source>
        <translation>الخدمات</translation>
    </message>
    <message>
        <source>Qui non ci sono ancora servizi.</source>
        <translation>لا خدمات هنا بعد.</translation>
    </message>
    <message>
        <source>Prodotti</source>
        <translation>منتجات</translation>
    </message>
    <message>
        <source>Quando</source>
        <translation>متى</translation>
    </message>
    <message>
        <source>Costo</source>
        <translation>التكلفة</translation>
    </message>
    <message>
        <source>Paga</source>
        <translation>الأجر</translation>
    </message>
    <message>
        <source>Per chi</source>
        <translation>لمن</translation>
    </message>
    <message>
        <source>Posti</source>
        <translation>الأماكن</translation>
    </message>
    <message>
        <source>Fino a</source>
        <translation>حتى</translation>
    </message>
    <message>
        <source>Contatto</source>
        <translation>للتواصل</translation>
    </message>
    <message>
        <source>Questo qui non c&apos;è più.</source>
        <translation>هذا لم يعد موجودًا هنا.</translation>
    </message>
    <message>
        <source>Torna indietro e scegli altro, oppure chiedi al portiere.</source>
        <translation>ارجع واختر شيئًا آخر، أو اسأل البواب.</translation>
    </message>
    <message>
        <source>Testo in italiano.</source>
        <translation>النص بالإيطالية.</translation>
    </message>
    <message>
        <source>Candidati</source>
        <translation>تقدّم</translation>
    </message>
    <message>
        <source>Ordina</source>
        <translation>اطلب</translation>
    </message>
    <message>
        <source>Chiedi</source>
        <translation>اطلب</translation>
    </message>
    <message>
        <source>Non serve chiedere prima: vieni e basta.</source>
        <translation>لا حاجة إلى الطلب مسبقًا: تعال مباشرة.</translation>
    </message>
    <message>
        <source>Tessera letta: tocca e hai finito.</source>
        <translation>تمت قراءة البطاقة: المس وتنتهي.</translation>
    </message>
    <message>
        <source>Con la tessera, oppure con il tuo nome. Il portiere ti risponde qui.</source>
        <translation>بالبطاقة، أو باسمك. البواب يجيبك هنا.</translation>
    </message>
</context>
<context>
    <name>ServicesScreen</name>
    <message>
        <source>Hai bisogno di una mano? Chiedi al portiere, negli orari di apertura.</source>
        <translation>هل تحتاج إلى مساعدة؟ اسأل البواب، في أوقات الفتح.</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Oggi qui</source>
        <translation>اليوم هنا</translation>
    </message>
    <message>
        <source>La settimana</source>
        <translation>الأسبوع</translation>
    </message>
    <message>
        <source>Gli altri spazi</source>
        <translation>المراكز الأخرى</translation>
    </message>
    <message>
        <source>I servizi</source>
        <translation>الخدمات</translation>
    </message>
    <message>
        <source>La bacheca</source>
        <translation>اللوحة</translation>
    </message>
    <message>
        <source>Tutti gli spazi</source>
        <translation>كل المراكز</translation>
    </message>
    <message>
        <source>Cerca</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>L&apos;attività</source>
        <translation>النشاط</translation>
    </message>
    <message>
        <source>Iscriviti</source>
        <translation>سجّل</translation>
    </message>
    <message>
        <source>La tua tessera</source>
        <translation>بطاقتك</translation>
    </message>
    <message>
        <source>Portineria</source>
        <translation>مكتب البواب</translation>
    </message>
    <message>
        <source>Altro</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>Personale</source>
        <translation>العاملون</translation>
    </message>
    <message>
        <source>Indietro</source>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>SignUp</name>
    <message>
        <source>Posti finiti. Con la tessera puoi metterti in lista d&apos;attesa.</source>
        <translation>لا أماكن. بالبطاقة يمكنك دخول قائمة الانتظار.</translation>
    </message>
    <message>
        <source>Alle %1 sei già iscritto a: %2</source>
        <translation>الساعة ⁨%1⁩ أنت مسجّل في: ⁨%2⁩</translation>
    </message>
    <message>
        <source>Questo codice è scaduto. Torna indietro e scegli di nuovo il telefono.</source>
        <translation>انتهت صلاحية هذا الرمز. ارجع واختر الهاتف من جديد.</translation>
    </message>
    <message>
        <source>Intanto il posto resta tuo.</source>
        <translation>في هذه الأثناء يبقى المكان لك.</translation>
    </message>
    <message>
        <source>Il posto è tuo quando il telefono lo conferma.</source>
        <translation>يصبح المكان لك عندما يؤكده الهاتف.</translation>
    </message>
    <message>
        <source>Oggi, %1: %2</source>
        <translation>اليوم، ⁨%1⁩: ⁨%2⁩</translation>
    </message>
</context>
<context>
    <name>SignUpScreen</name>
    <message>
        <source>Iscriviti</source>
        <translation>سجّل</translation>
    </message>
    <message>
        <source>Per quante persone della tua casa?</source>
        <translation>لكم شخصًا من بيتك؟</translation>
    </message>
    <message>
        <source>Una persona in meno</source>
        <translation>شخص أقل</translation>
    </message>
    <message>
        <source>Una persona in più</source>
        <translation>شخص أكثر</translation>
    </message>
    <message>
        <source>Come vuoi iscriverti?</source>
        <translation>كيف تريد التسجيل؟</translation>
    </message>
    <message>
        <source>Con la tessera</source>
        <translation>بالبطاقة</translation>
    </message>
    <message>
        <source>avvicinala adesso al lettore, o scrivi il numero</source>
        <translation>قرّبها الآن من القارئ، أو اكتب الرقم</translation>
    </message>
    <message>
        <source>Con il telefono</source>
        <translation>بالهاتف</translation>
    </message>
    <message>
        <source>anche se non hai la tessera</source>
        <translation>حتى إذا لم تكن لديك بطاقة</translation>
    </message>
    <message>
        <source>Al banco</source>
        <translation>عند البواب</translation>
    </message>
    <message>
        <source>ti iscrive il portiere</source>
        <translation>البواب يسجّلك</translation>
    </message>
</context>
<context>
    <name>Slips</name>
    <message>
        <source>La stampante ha finito la carta. %1</source>
        <translation>انتهى ورق الطابعة. ⁨%1⁩</translation>
    </message>
    <message>
        <source>La stampante è ferma. %1</source>
        <translation>الطابعة متوقفة. ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>Spaces</name>
    <message>
        <source>a %1 km</source>
        <translation>على بعد ⁨%1⁩ كم</translation>
    </message>
    <message>
        <source>Sei qui</source>
        <translation>أنت هنا</translation>
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
        <translation>أين المراكز: الأرقام هي أرقام القائمة</translation>
    </message>
</context>
<context>
    <name>SpacesScreen</name>
    <message>
        <source>Gli altri spazi</source>
        <translation>المراكز الأخرى</translation>
    </message>
    <message>
        <source>Tutti insieme</source>
        <translation>الكل معًا</translation>
    </message>
    <message>
        <source>Che cosa c&apos;è in tutti gli spazi, giorno per giorno</source>
        <translation>ماذا في كل المراكز، يومًا بيوم</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>alle %1</source>
        <translation>الساعة ⁨%1⁩</translation>
    </message>
    <message>
        <source>dalle %1 alle %2</source>
        <translation>من الساعة ⁨%1⁩ إلى الساعة ⁨%2⁩</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>a whole hour</comment>
        <translation>⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 e %2</source>
        <comment>hour and minutes</comment>
        <translation>⁨%1⁩ و⁨%2⁩</translation>
    </message>
    <message>
        <source>un indirizzo web</source>
        <translation>عنوان على الإنترنت</translation>
    </message>
</context>
<context>
    <name>StaffScreen</name>
    <message>
        <source>Personale</source>
        <translation>العاملون</translation>
    </message>
    <message>
        <source>Avvicina il badge al lettore, oppure tocca le tue iniziali.</source>
        <translation>قرّب الشارة من القارئ، أو المس حروف اسمك الأولى.</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>aperta con il PIN</source>
        <translation>فُتح برقم PIN</translation>
    </message>
    <message>
        <source>aperta con il badge</source>
        <translation>فُتح بالشارة</translation>
    </message>
</context>
<context>
    <name>Takeaway</name>
    <message>
        <source>Fatto: prendi il foglietto dalla stampante.</source>
        <translation>تم: خذ الورقة من الطابعة.</translation>
    </message>
    <message>
        <source>La tua iscrizione è salva.</source>
        <translation>تسجيلك محفوظ.</translation>
    </message>
    <message>
        <source>Usa il codice, o chiedi al portiere.</source>
        <translation>استعمل الرمز، أو اسأل البواب.</translation>
    </message>
    <message>
        <source>Per partecipare ci si iscrive.</source>
        <translation>للمشاركة يجب التسجيل.</translation>
    </message>
</context>
<context>
    <name>TakeawayScreen</name>
    <message>
        <source>Stampo il foglietto …</source>
        <translation>أطبع الورقة …</translation>
    </message>
    <message>
        <source>Stampane un altro</source>
        <translation>اطبع ورقة أخرى</translation>
    </message>
    <message>
        <source>Stampa un foglietto</source>
        <translation>اطبع ورقة</translation>
    </message>
    <message>
        <source>Codice per il calendario del telefono</source>
        <translation>رمز لتقويم الهاتف</translation>
    </message>
    <message>
        <source>Codice per il telefono: %1</source>
        <translation>رمز للهاتف: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Portalo con te</source>
        <translation>خذه معك</translation>
    </message>
    <message>
        <source>La pagina</source>
        <translation>الصفحة</translation>
    </message>
    <message>
        <source>Il calendario</source>
        <translation>التقويم</translation>
    </message>
    <message>
        <source>Inquadra il codice con la fotocamera del telefono: l&apos;appuntamento va nel tuo calendario, anche senza rete.</source>
        <translation>وجّه كاميرا الهاتف إلى الرمز: يُضاف الموعد إلى تقويمك، حتى دون شبكة.</translation>
    </message>
    <message>
        <source>Inquadra il codice con la fotocamera del telefono: si apre la pagina di questa attività.</source>
        <translation>وجّه كاميرا الهاتف إلى الرمز: تُفتح صفحة هذا النشاط.</translation>
    </message>
    <message>
        <source>Di questa attività non c&apos;è niente da portare con te.</source>
        <translation>لا شيء تأخذه معك من هذا النشاط.</translation>
    </message>
    <message>
        <source>per chi non ha il telefono</source>
        <translation>لمن ليس لديه هاتف</translation>
    </message>
</context>
<context>
    <name>ToTell</name>
    <message>
        <source>Il posto c&apos;è: iscrizione confermata</source>
        <translation>هناك مكان: تأكد التسجيل</translation>
    </message>
    <message>
        <source>Posti finiti: è in lista d&apos;attesa</source>
        <translation>لا أماكن: في قائمة الانتظار</translation>
    </message>
    <message>
        <source>Il posto non c&apos;è</source>
        <translation>لا مكان</translation>
    </message>
    <message>
        <source>Incontro annullato</source>
        <translation>أُلغي اللقاء</translation>
    </message>
    <message>
        <source>Incontro spostato</source>
        <translation>تغيّر موعد اللقاء</translation>
    </message>
    <message>
        <source>Ha un posto anche alle %1: %2, %3</source>
        <translation>لديه مكان أيضًا الساعة ⁨%1⁩: ⁨%2⁩، ⁨%3⁩</translation>
    </message>
</context>
<context>
    <name>ToTellScreen</name>
    <message>
        <source>Altro</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>Da avvisare</source>
        <translation>من يجب إبلاغهم</translation>
    </message>
    <message>
        <source>Avvisato: %1</source>
        <translation>أُبلغ: ⁨%1⁩</translation>
    </message>
    <message>
        <source>È ancora da avvisare</source>
        <translation>لم يُبلَّغ بعد</translation>
    </message>
    <message>
        <source>Nessuno da avvisare.</source>
        <translation>لا أحد يجب إبلاغه.</translation>
    </message>
    <message>
        <source>Qui trovi chi aspetta una risposta e non ha lasciato un indirizzo e-mail.</source>
        <translation>هنا تجد من ينتظر جوابًا ولم يترك بريدًا إلكترونيًا.</translation>
    </message>
    <message>
        <source>Scrivi il PIN per vedere nomi e numeri</source>
        <translation>اكتب رقم PIN لترى الأسماء والأرقام</translation>
    </message>
    <message>
        <source>Avvisato</source>
        <translation>أُبلغ</translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>Chi lo conduce oggi non può venire.</source>
        <translation>من يديره لا يستطيع الحضور اليوم.</translation>
    </message>
    <message>
        <source>La sala non è disponibile.</source>
        <translation>القاعة غير متاحة.</translation>
    </message>
    <message>
        <source>Per il maltempo.</source>
        <translation>بسبب سوء الطقس.</translation>
    </message>
    <message>
        <source>Scrivo io il motivo</source>
        <translation>أكتب السبب بنفسي</translation>
    </message>
    <message>
        <source>Annullato</source>
        <translation>ملغى</translation>
    </message>
    <message>
        <source>nessuna iscrizione</source>
        <translation>لا تسجيلات</translation>
    </message>
    <message>
        <source>tutto il giorno</source>
        <translation>طوال اليوم</translation>
    </message>
    <message>
        <source>L&apos;incontro si fa.</source>
        <translation>اللقاء يُعقد.</translation>
    </message>
    <message>
        <source>Nessuno è iscritto. Chi guarda il programma lo vede subito.</source>
        <translation>لا أحد مسجّل. من ينظر إلى البرنامج يرى ذلك فورًا.</translation>
    </message>
    <message>
        <source>%1. Chi ha lasciato un&apos;e-mail riceve una lettera quando c&apos;è la rete; gli altri li trovi in Da avvisare. Se cambia qualcosa, qui puoi dire che si fa lo stesso.</source>
        <translation>⁨%1⁩. من ترك بريدًا إلكترونيًا تصله رسالة عند توفر الشبكة؛ والآخرون تجدهم في «من يجب إبلاغهم». إذا تغيّر شيء، يمكنك أن تقول هنا إنه يُعقد رغم ذلك.</translation>
    </message>
</context>
<context>
    <name>TodayScreen</name>
    <message>
        <source>Altro</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>Programma di oggi</source>
        <translation>برنامج اليوم</translation>
    </message>
    <message>
        <source>Per oggi qui non c&apos;è altro in programma.</source>
        <translation>لا شيء آخر مقرر هنا اليوم.</translation>
    </message>
    <message>
        <source>Annullato. Tutti lo vedono già su questo terminale.</source>
        <translation>أُلغي. الجميع يرى ذلك الآن على هذا الجهاز.</translation>
    </message>
    <message>
        <source>Chi è da avvisare</source>
        <translation>من يجب إبلاغه</translation>
    </message>
    <message>
        <source>Si fa lo stesso</source>
        <translation>يُعقد رغم ذلك</translation>
    </message>
    <message>
        <source>Annulli questo incontro?</source>
        <translation>إلغاء هذا اللقاء؟</translation>
    </message>
    <message>
        <source>Sì, annulla</source>
        <translation>نعم، ألغِ</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>Oggi non si fa? Perché?</source>
        <translation>لن يُعقد اليوم؟ لماذا؟</translation>
    </message>
    <message>
        <source>Annulla questo incontro</source>
        <translation>ألغِ هذا اللقاء</translation>
    </message>
    <message>
        <source>Perché? Lo leggono tutti: senza nomi</source>
        <translation>لماذا؟ يقرؤه الجميع: دون أسماء</translation>
    </message>
    <message>
        <source>Avanti</source>
        <translation>التالي</translation>
    </message>
</context>
<context>
    <name>UndoPart</name>
    <message>
        <source>Annulla</source>
        <translation>تراجع</translation>
    </message>
</context>
<context>
    <name>Who</name>
    <message>
        <source>Non ho la tessera: scrivo il nome</source>
        <translation>ليست معي البطاقة: أكتب الاسم</translation>
    </message>
    <message>
        <source>Nome e iniziale del cognome. Lo legge solo il portiere.</source>
        <translation>الاسم وأول حرف من اللقب. لا يقرؤه إلا البواب.</translation>
    </message>
    <message>
        <source>Cancella</source>
        <translation>امسح</translation>
    </message>
    <message>
        <source>Spazio</source>
        <translation>مسافة</translation>
    </message>
    <message>
        <source>Ho la tessera</source>
        <translation>معي البطاقة</translation>
    </message>
</context>
<context>
    <name>WritePart</name>
    <message>
        <source>Cancella</source>
        <translation>امسح</translation>
    </message>
    <message>
        <source>Spazio</source>
        <translation>مسافة</translation>
    </message>
</context>
<context>
    <name>WriteScreen</name>
    <message>
        <source>Cerco qualcosa</source>
        <translation>أبحث عن شيء</translation>
    </message>
    <message>
        <source>Offro qualcosa</source>
        <translation>أعرض شيئًا</translation>
    </message>
    <message>
        <source>Che cosa cerchi? Senza nomi né telefoni</source>
        <translation>عمّ تبحث؟ دون أسماء ولا أرقام هاتف</translation>
    </message>
    <message>
        <source>Che cosa offri? Senza nomi né telefoni</source>
        <translation>ماذا تعرض؟ دون أسماء ولا أرقام هاتف</translation>
    </message>
    <message>
        <source>Avanti</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Cancella</source>
        <translation>امسح</translation>
    </message>
    <message>
        <source>Spazio</source>
        <translation>مسافة</translation>
    </message>
    <message>
        <source>Di chi è il biglietto?</source>
        <translation>لمن الورقة؟</translation>
    </message>
    <message>
        <source>Affiggi</source>
        <translation>علّق</translation>
    </message>
    <message>
        <source>Biglietto salvato.</source>
        <translation>حُفظت الورقة.</translation>
    </message>
    <message>
        <source>Lo vedi in bacheca quando l&apos;ufficio l&apos;ha letto. Sul biglietto non c&apos;è il tuo nome: chi risponde parla con il portiere.</source>
        <translation>تراها على اللوحة عندما يقرؤها المكتب. ليس فيها اسمك: من يجيب يتكلم مع البواب.</translation>
    </message>
</context>
</TS>
