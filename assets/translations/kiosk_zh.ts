<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="it_IT">
<context>
    <name>Access</name>
    <message>
        <source>Testo grande</source>
        <translation>大字</translation>
    </message>
    <message>
        <source>parole più grandi su ogni schermata</source>
        <translation>每个屏幕上的字更大</translation>
    </message>
    <message>
        <source>Contrasto alto</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>nero su bianco, con bordi marcati</source>
        <translation>白底黑字，边框清晰</translation>
    </message>
    <message>
        <source>Comandi in basso</source>
        <translation>按键靠下</translation>
    </message>
    <message>
        <source>per chi sta seduto o è di bassa statura</source>
        <translation>适合坐着或个子不高的人</translation>
    </message>
</context>
<context>
    <name>AccessScreen</name>
    <message>
        <source>Accessibilità</source>
        <translation>无障碍</translation>
    </message>
    <message>
        <source>Scegli come vedere il terminale. Quando esci, torna com&apos;era.</source>
        <translation>请选择屏幕的显示方式。您退出后会恢复原样。</translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message>
        <source>Questa attività non c&apos;è più</source>
        <translation>这项活动已经没有了</translation>
    </message>
    <message>
        <source>Torna indietro e scegline un&apos;altra.</source>
        <translation>请返回，另选一项。</translation>
    </message>
    <message>
        <source>Testo in italiano</source>
        <translation>意大利语文字</translation>
    </message>
    <message>
        <source>Testo in questa lingua: %1</source>
        <translation>文字语言：%1</translation>
    </message>
    <message>
        <source>Annullato: questa volta non si fa.</source>
        <translation>已取消：这次不举行。</translation>
    </message>
    <message>
        <source>Spostato: era %1.</source>
        <translation>已改期：原定%1。</translation>
    </message>
    <message>
        <source>È già finita.</source>
        <translation>已经结束。</translation>
    </message>
    <message>
        <source>Tessera letta: tocca Iscriviti e hai finito.</source>
        <translation>已读取会员卡：点“报名”就完成了。</translation>
    </message>
    <message>
        <source>Con la tessera, con il telefono o al banco: scegli nel passo dopo.</source>
        <translation>用会员卡、手机或到门房：下一步再选。</translation>
    </message>
</context>
<context>
    <name>ActivityScreen</name>
    <message>
        <source>Leggi il testo in questa lingua</source>
        <translation>用这种语言阅读</translation>
    </message>
    <message>
        <source>Altre date</source>
        <translation>其他日期</translation>
    </message>
    <message>
        <source>Iscriviti</source>
        <translation>报名</translation>
    </message>
    <message>
        <source>Portalo con te</source>
        <translation>带走信息</translation>
    </message>
    <message>
        <source>sul telefono</source>
        <translation>存到手机</translation>
    </message>
</context>
<context>
    <name>Agenda</name>
    <message>
        <source>Più tardi</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>Adesso</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Tutti e sette i giorni</source>
        <translation>全部七天</translation>
    </message>
    <message>
        <source>tutti</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Tutti gli spazi</source>
        <translation>所有场所</translation>
    </message>
    <message>
        <source>La settimana qui</source>
        <translation>这里的一周</translation>
    </message>
    <message>
        <source>Nessuna attività: cambia i filtri</source>
        <translation>没有活动：请更改筛选</translation>
    </message>
    <message>
        <source>Con questi filtri non c&apos;è niente qui.</source>
        <translation>按这些筛选条件，这里没有活动。</translation>
    </message>
    <message>
        <source>Nei prossimi sette giorni non c&apos;è niente in programma.</source>
        <translation>未来七天没有安排。</translation>
    </message>
    <message>
        <source>Per oggi non c&apos;è altro.</source>
        <translation>今天没有别的活动了。</translation>
    </message>
    <message>
        <source>In questo giorno non c&apos;è niente in programma.</source>
        <translation>这一天没有安排。</translation>
    </message>
    <message>
        <source>Vai al giorno più vicino, oppure guarda gli altri spazi.</source>
        <translation>请看最近的一天，或看看其他场所。</translation>
    </message>
    <message>
        <source>Togli i filtri, oppure guarda gli altri spazi.</source>
        <translation>请取消筛选，或看看其他场所。</translation>
    </message>
    <message>
        <source>Guarda gli altri spazi, oppure chiedi al portiere.</source>
        <translation>请看看其他场所，或询问门房。</translation>
    </message>
    <message>
        <source>Vai a %1</source>
        <translation>去看%1</translation>
    </message>
    <message>
        <source>Per più giorni</source>
        <translation>连续多天</translation>
    </message>
    <message>
        <source>oggi niente</source>
        <translation>今天没有</translation>
    </message>
    <message>
        <source>L&apos;elenco degli spazi non è ancora arrivato: chiedi al portiere.</source>
        <translation>场所名单还没有收到：请询问门房。</translation>
    </message>
    <message>
        <source>Dove</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Come si entra</source>
        <translation>怎么进入</translation>
    </message>
    <message>
        <source>Per chi</source>
        <translation>适合谁</translation>
    </message>
    <message>
        <source>Costo</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>da %1 a %2</source>
        <translation>%1至%2</translation>
    </message>
    <message>
        <source>gratuito</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>a pagamento</source>
        <translation>收费</translation>
    </message>
    <message>
        <source>fino a
%1</source>
        <translation>到
%1</translation>
    </message>
    <message>
        <source>tutto il giorno</source>
        <translation>全天</translation>
    </message>
    <message>
        <source>Annullato</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Spostato: era %1</source>
        <translation>已改期：原定%1</translation>
    </message>
    <message>
        <source>posti finiti</source>
        <translation>名额已满</translation>
    </message>
    <message>
        <source>con iscrizione</source>
        <translation>需报名</translation>
    </message>
    <message>
        <source>ingresso libero</source>
        <translation>免费入场</translation>
    </message>
    <message>
        <source>posti finiti: puoi metterti in lista d&apos;attesa</source>
        <translation>名额已满：您可以排候补</translation>
    </message>
    <message>
        <source>conferma subito</source>
        <translation>立即确认</translation>
    </message>
    <message>
        <source>conferma quando torna la rete</source>
        <translation>网络恢复后确认</translation>
    </message>
    <message>
        <source>%1 con conferma subito, gli altri quando torna la rete</source>
        <translation>%1个立即确认，其余待网络恢复后确认</translation>
    </message>
    <message>
        <source>Da %1 a %2</source>
        <translation>%1至%2</translation>
    </message>
    <message>
        <source>Tutto il giorno</source>
        <translation>全天</translation>
    </message>
    <message>
        <source>Dalle %1</source>
        <translation>%1起</translation>
    </message>
    <message>
        <source>italiano</source>
        <translation>意大利语</translation>
    </message>
    <message>
        <source>inglese</source>
        <translation>英语</translation>
    </message>
    <message>
        <source>arabo</source>
        <translation>阿拉伯语</translation>
    </message>
    <message>
        <source>cinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>spagnolo</source>
        <translation>西班牙语</translation>
    </message>
    <message>
        <source>filippino</source>
        <translation>菲律宾语</translation>
    </message>
    <message>
        <source>rumeno</source>
        <translation>罗马尼亚语</translation>
    </message>
    <message>
        <source>ucraino</source>
        <translation>乌克兰语</translation>
    </message>
    <message>
        <source>singalese</source>
        <translation>僧伽罗语</translation>
    </message>
    <message>
        <source>bengalese</source>
        <translation>孟加拉语</translation>
    </message>
    <message>
        <source>albanese</source>
        <translation>阿尔巴尼亚语</translation>
    </message>
    <message>
        <source>francese</source>
        <translation>法语</translation>
    </message>
    <message>
        <source>%1 e %2</source>
        <translation>%1和%2</translation>
    </message>
    <message>
        <source>italiano; parliamo anche %1</source>
        <translation>意大利语；我们也讲%1</translation>
    </message>
    <message>
        <source>non serve: vieni e basta</source>
        <translation>不需要：直接来即可</translation>
    </message>
    <message>
        <source>Lingua</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Iscrizione</source>
        <translation>报名</translation>
    </message>
    <message>
        <source>Posti</source>
        <translation>名额</translation>
    </message>
    <message>
        <source>Tutto il giorno e per più giorni</source>
        <translation>全天和连续多天</translation>
    </message>
</context>
<context>
    <name>AgendaScreen</name>
    <message>
        <source>Cambia i filtri</source>
        <translation>更改筛选</translation>
    </message>
    <message>
        <source>Filtra</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Scegli che cosa vedere: categoria, per chi, lingua, gratuite, con posti</source>
        <translation>选择要看的内容：类别、适合谁、语言、免费、有名额</translation>
    </message>
    <message>
        <source>Togli i filtri</source>
        <translation>取消筛选</translation>
    </message>
    <message>
        <source>Gli altri spazi</source>
        <translation>其他场所</translation>
    </message>
</context>
<context>
    <name>AnswerScreen</name>
    <message>
        <source>Annulla richiesta</source>
        <translation>取消申请</translation>
    </message>
    <message>
        <source>se non ti serve più</source>
        <translation>如果您不再需要</translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>Richiesta chiusa.</source>
        <translation>申请已结束。</translation>
    </message>
    <message>
        <source>Richiesta annullata.</source>
        <translation>申请已取消。</translation>
    </message>
    <message>
        <source>L&apos;hai già chiesto.</source>
        <translation>您已经申请过了。</translation>
    </message>
    <message>
        <source>Richiesta salvata.</source>
        <translation>申请已保存。</translation>
    </message>
    <message>
        <source>Non serve fare altro.</source>
        <translation>不需要再做什么。</translation>
    </message>
    <message>
        <source>Il portiere ha risposto. Passa al banco.</source>
        <translation>门房已答复。请到门房来。</translation>
    </message>
    <message>
        <source>Chi segue le candidature la legge e ti fa sapere. Chiedi al portiere.</source>
        <translation>负责招聘的人会看，并通知您。请询问门房。</translation>
    </message>
    <message>
        <source>Il portiere vi mette in contatto. Passa al banco.</source>
        <translation>门房会为你们牵线。请到门房来。</translation>
    </message>
    <message>
        <source>Il portiere la legge e ti risponde. Passa al banco.</source>
        <translation>门房会看，并答复您。请到门房来。</translation>
    </message>
</context>
<context>
    <name>AskScreen</name>
    <message>
        <source>Chi chiede?</source>
        <translation>谁来申请？</translation>
    </message>
    <message>
        <source>Questo qui non c&apos;è più.</source>
        <translation>这一项已经没有了。</translation>
    </message>
    <message>
        <source>Torna indietro e scegli altro, oppure chiedi al portiere.</source>
        <translation>请返回另选，或询问门房。</translation>
    </message>
    <message>
        <source>Invia</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Al banco</source>
        <translation>在门房</translation>
    </message>
    <message>
        <source>Chiedi al portiere.</source>
        <translation>请询问门房。</translation>
    </message>
    <message>
        <source>Ti iscrive lui, basta il tuo nome.</source>
        <translation>由门房为您报名，只需您的名字。</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Cerco</source>
        <translation>求助</translation>
    </message>
    <message>
        <source>Offro</source>
        <translation>提供</translation>
    </message>
    <message>
        <source>Avvisi</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Offro e cerco</source>
        <translation>互助</translation>
    </message>
    <message>
        <source>Lavoro e corsi</source>
        <translation>工作和课程</translation>
    </message>
    <message>
        <source>Prodotti</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Urgente</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>Adesso non ci sono avvisi.</source>
        <translation>现在没有通知。</translation>
    </message>
    <message>
        <source>Nessuno offre o cerca qualcosa, adesso.</source>
        <translation>现在没有人提供或求助。</translation>
    </message>
    <message>
        <source>Adesso non ci sono posti aperti.</source>
        <translation>现在没有空缺岗位。</translation>
    </message>
    <message>
        <source>Adesso non ci sono prodotti.</source>
        <translation>现在没有产品。</translation>
    </message>
    <message>
        <source>Vuoi affiggere qualcosa? Chiedi al portiere.</source>
        <translation>您想贴点什么吗？请询问门房。</translation>
    </message>
    <message>
        <source>Comincia tu: scrivi un biglietto, il portiere vi mette in contatto.</source>
        <translation>您先来：写一张字条，门房为你们牵线。</translation>
    </message>
    <message>
        <source>Torna tra qualche giorno, o lascia detto al portiere che cosa sai fare.</source>
        <translation>过几天再来，或告诉门房您会做什么。</translation>
    </message>
    <message>
        <source>Chiedi al portiere quando riapre la bottega.</source>
        <translation>请问门房工坊什么时候再开。</translation>
    </message>
    <message>
        <source>Questo non c&apos;è più.</source>
        <translation>这一项已经没有了。</translation>
    </message>
    <message>
        <source>È stato tolto dalla bacheca.</source>
        <translation>已从公告栏取下。</translation>
    </message>
</context>
<context>
    <name>BoardItemScreen</name>
    <message>
        <source>Chiedi al portiere</source>
        <translation>请询问门房</translation>
    </message>
    <message>
        <source>Sul biglietto non c&apos;è il nome: il portiere vi mette in contatto.</source>
        <translation>字条上没有名字：门房会为你们牵线。</translation>
    </message>
</context>
<context>
    <name>BoardScreen</name>
    <message>
        <source>Bacheca</source>
        <translation>公告栏</translation>
    </message>
    <message>
        <source>Offro qualcosa</source>
        <translation>我能提供</translation>
    </message>
    <message>
        <source>scrivi un biglietto</source>
        <translation>写一张字条</translation>
    </message>
    <message>
        <source>Cerco qualcosa</source>
        <translation>我在找</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>Esci</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Finisci e cancella quello che hai scritto</source>
        <translation>结束并删除您写的内容</translation>
    </message>
    <message>
        <source>Cerca</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>un&apos;attività, un servizio, un posto</source>
        <translation>活动、服务、地点</translation>
    </message>
    <message>
        <source>Blocca</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Chiudi la portineria</source>
        <translation>关闭门房</translation>
    </message>
    <message>
        <source>Mostra la tessera</source>
        <translation>出示会员卡</translation>
    </message>
    <message>
        <source>Leggi un codice</source>
        <translation>读取代码</translation>
    </message>
    <message>
        <source>Iscrivi una persona</source>
        <translation>为人报名</translation>
    </message>
    <message>
        <source>Altro (%1)</source>
        <translation>更多（%1）</translation>
    </message>
    <message>
        <source>Altro</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Consegne da leggere: %1</source>
        <translation>未读交接：%1</translation>
    </message>
    <message>
        <source>Attesi oggi, richieste, pacchi, da avvisare, da inviare</source>
        <translation>今日预期、申请、包裹、待通知、待发送</translation>
    </message>
    <message>
        <source>Accessibilità</source>
        <translation>无障碍</translation>
    </message>
    <message>
        <source>Testo grande, contrasto alto, comandi in basso</source>
        <translation>大字、高对比度、按键靠下</translation>
    </message>
</context>
<context>
    <name>CameraPicture</name>
    <message>
        <source>Che cosa vede la telecamera</source>
        <translation>摄像头看到的画面</translation>
    </message>
    <message>
        <source>La telecamera è ferma.</source>
        <translation>摄像头已停止。</translation>
    </message>
    <message>
        <source>La telecamera si accende.</source>
        <translation>摄像头正在启动。</translation>
    </message>
    <message>
        <source>Usa il lettore o scrivi il numero.</source>
        <translation>请用扫码器或输入号码。</translation>
    </message>
    <message>
        <source>Tieni il codice davanti alla telecamera, fermo, a un palmo.</source>
        <translation>请把代码对准摄像头，拿稳，距离一掌宽。</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Richiesta</source>
        <translation>申请</translation>
    </message>
</context>
<context>
    <name>CardPart</name>
    <message>
        <source>La tessera, da fotografare</source>
        <translation>会员卡，供拍照</translation>
    </message>
    <message>
        <source>La pagina della persona, per il telefono</source>
        <translation>本人的网页，供手机打开</translation>
    </message>
    <message>
        <source>Tessera fatta da un telefono</source>
        <translation>用手机办的卡</translation>
    </message>
    <message>
        <source>Guarda una volta un documento: abita nelle case popolari del quartiere? Resta scritto solo che l&apos;hai visto.</source>
        <translation>请看一次证件：此人住在本区的公共住房吗？只记录您看过证件。</translation>
    </message>
    <message>
        <source>Documento visto</source>
        <translation>已看证件</translation>
    </message>
    <message>
        <source>Usata in due spazi insieme</source>
        <translation>同时在两个场所使用</translation>
    </message>
    <message>
        <source>Forse qualcuno ne ha una copia. Chiedi alla persona. Se la tessera non è più solo sua, fanne una nuova.</source>
        <translation>可能有人有复制的卡。请问本人。如果卡不再只归本人，请办新卡。</translation>
    </message>
    <message>
        <source>Questa tessera è stata fatta altrove: qui non si può mostrare. Se è persa, fanne una nuova.</source>
        <translation>这张卡是在别处办的：这里无法显示。如已丢失，请办新卡。</translation>
    </message>
    <message>
        <source>La persona fotografa il codice con il telefono: quella foto è la tessera. Vale subito, anche senza rete.</source>
        <translation>本人用手机拍下代码：这张照片就是会员卡。立即有效，没有网络也行。</translation>
    </message>
    <message>
        <source>Il telefono apre la pagina della persona, con la tessera e le iscrizioni. C&apos;è da quando il terminale ha la rete.</source>
        <translation>手机会打开本人的网页，里面有会员卡和报名。终端有网络后才有。</translation>
    </message>
    <message>
        <source>La tessera</source>
        <translation>会员卡</translation>
    </message>
    <message>
        <source>La sua pagina</source>
        <translation>本人的网页</translation>
    </message>
    <message>
        <source>La tessera sta uscendo.</source>
        <translation>卡正在打印。</translation>
    </message>
    <message>
        <source>Stampa la tessera</source>
        <translation>打印会员卡</translation>
    </message>
    <message>
        <source>Iscrivi a un&apos;attività</source>
        <translation>为其报名活动</translation>
    </message>
    <message>
        <source>Tessera persa: fanne una nuova</source>
        <translation>卡丢了：办新卡</translation>
    </message>
    <message>
        <source>Blocca la tessera</source>
        <translation>冻结会员卡</translation>
    </message>
</context>
<context>
    <name>CardScreen</name>
    <message>
        <source>Le tue iscrizioni</source>
        <translation>您的报名</translation>
    </message>
    <message>
        <source>Mostra la tessera</source>
        <translation>出示会员卡</translation>
    </message>
    <message>
        <source>Avanti</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Tessera letta. Non hai iscrizioni.</source>
        <translation>已读取会员卡。您没有报名。</translation>
    </message>
    <message>
        <source>Scegli un&apos;attività e tocca Iscriviti: con la tessera hai già finito.</source>
        <translation>选择活动，点“报名”：有会员卡就完成了。</translation>
    </message>
    <message>
        <source>Che cosa c&apos;è oggi</source>
        <translation>今天有什么</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Tessera bloccata: %1</source>
        <translation>卡已冻结：%1</translation>
    </message>
    <message>
        <source>La tua tessera</source>
        <translation>您的会员卡</translation>
    </message>
    <message>
        <source>Fatto: prendi la tessera dalla stampante.</source>
        <translation>完成：请从打印机取卡。</translation>
    </message>
    <message>
        <source>La tessera è salva.</source>
        <translation>卡已保存。</translation>
    </message>
    <message>
        <source>Questo terminale non può ancora fare tessere: serve la rete una volta.</source>
        <translation>这台终端还不能办卡：需要先联网一次。</translation>
    </message>
    <message>
        <source>Questa tessera non è più attiva.</source>
        <translation>这张卡已失效。</translation>
    </message>
    <message>
        <source>documento da vedere</source>
        <translation>待看证件</translation>
    </message>
    <message>
        <source>usata in due spazi insieme</source>
        <translation>同时在两个场所使用</translation>
    </message>
    <message>
        <source>da inviare</source>
        <translation>待发送</translation>
    </message>
</context>
<context>
    <name>CardsScreen</name>
    <message>
        <source>Altro</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Tessere</source>
        <translation>会员卡</translation>
    </message>
    <message>
        <source>Indietro</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Trova una persona</source>
        <translation>找人</translation>
    </message>
    <message>
        <source>Nuova tessera</source>
        <translation>新卡</translation>
    </message>
    <message>
        <source>Scrivi il PIN per vedere i nomi</source>
        <translation>输入PIN查看姓名</translation>
    </message>
    <message>
        <source>In questo spazio nessuno ha ancora una tessera.</source>
        <translation>这个场所还没有人有会员卡。</translation>
    </message>
    <message>
        <source>Apri</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Fare una nuova tessera?</source>
        <translation>办一张新卡？</translation>
    </message>
    <message>
        <source>Bloccare la tessera?</source>
        <translation>冻结会员卡？</translation>
    </message>
    <message>
        <source>La tessera %1 non vale più da subito. Le iscrizioni restano, sulla nuova.</source>
        <translation>卡%1立即失效。报名会转到新卡。</translation>
    </message>
    <message>
        <source>La tessera %1 non vale più da subito, qui e negli altri spazi appena c&apos;è la rete.</source>
        <translation>卡%1在这里立即失效，其他场所有网络后失效。</translation>
    </message>
    <message>
        <source>Sì, fanne una nuova</source>
        <translation>是，办新卡</translation>
    </message>
    <message>
        <source>Sì, blocca</source>
        <translation>是，冻结</translation>
    </message>
    <message>
        <source>No, lascia com&apos;è</source>
        <translation>不，保持原样</translation>
    </message>
</context>
<context>
    <name>CheckIn</name>
    <message>
        <source>Questa iscrizione non è qui.</source>
        <translation>这里没有这个报名。</translation>
    </message>
    <message>
        <source>Cercala in ufficio, o iscrivi la persona.</source>
        <translation>请到办公室查，或为此人报名。</translation>
    </message>
    <message>
        <source>Presenza già segnata.</source>
        <translation>已经签到。</translation>
    </message>
    <message>
        <source>Tessera letta. Per quale attività di oggi?</source>
        <translation>已读取会员卡。是今天哪项活动？</translation>
    </message>
    <message>
        <source>Iscrizione annullata.</source>
        <translation>报名已取消。</translation>
    </message>
    <message>
        <source>Presenza segnata.</source>
        <translation>签到成功。</translation>
    </message>
</context>
<context>
    <name>CheckInScreen</name>
    <message>
        <source>Portineria</source>
        <translation>门房</translation>
    </message>
    <message>
        <source>Leggi un codice</source>
        <translation>读取代码</translation>
    </message>
    <message>
        <source>Avvicina al lettore l&apos;iscrizione o la tessera, o scrivi il numero della tessera</source>
        <translation>请把报名码或会员卡靠近扫码器，或输入卡号</translation>
    </message>
    <message>
        <source>Avvicina il codice, o scrivi il numero della tessera</source>
        <translation>请扫代码，或输入卡号</translation>
    </message>
    <message>
        <source>Segna la presenza</source>
        <translation>签到</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Persone</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Passaggi</source>
        <translation>来访</translation>
    </message>
    <message>
        <source>Arrivi con tessera o codice</source>
        <translation>用卡或代码到达</translation>
    </message>
    <message>
        <source>Iscrizioni</source>
        <translation>报名</translation>
    </message>
    <message>
        <source>Pacchi presi in custodia</source>
        <translation>收下的包裹</translation>
    </message>
    <message>
        <source>Pacchi consegnati</source>
        <translation>交出的包裹</translation>
    </message>
    <message>
        <source>Passaggi per motivo</source>
        <translation>按事由统计来访</translation>
    </message>
    <message>
        <source>Persone per età</source>
        <translation>按年龄统计人数</translation>
    </message>
    <message>
        <source>non rilevata</source>
        <translation>未记录</translation>
    </message>
    <message>
        <source>Attese e non arrivate: %1</source>
        <translation>预期未到：%1</translation>
    </message>
    <message>
        <source>Richieste: %1</source>
        <translation>申请：%1</translation>
    </message>
    <message>
        <source>Da avvisare: %1</source>
        <translation>待通知：%1</translation>
    </message>
    <message>
        <source>Pacchi ancora qui: %1</source>
        <translation>仍在这里的包裹：%1</translation>
    </message>
    <message>
        <source>Consegne da leggere: %1</source>
        <translation>未读交接：%1</translation>
    </message>
    <message>
        <source>Il riepilogo è stampato.</source>
        <translation>汇总已打印。</translation>
    </message>
    <message>
        <source>La chiusura è salva.</source>
        <translation>日结已保存。</translation>
    </message>
    <message>
        <source>Chiusa alle %1. Poi è cambiato qualcosa: puoi chiuderla di nuovo.</source>
        <translation>%1已结束。之后有变化：您可以再结束一次。</translation>
    </message>
    <message>
        <source>Giornata chiusa alle %1.</source>
        <translation>%1已结束当天。</translation>
    </message>
</context>
<context>
    <name>ClosingScreen</name>
    <message>
        <source>Altro</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Chiusura della giornata</source>
        <translation>当天日结</translation>
    </message>
    <message>
        <source>Stampa di nuovo</source>
        <translation>再打印</translation>
    </message>
    <message>
        <source>Non c&apos;è niente in sospeso.</source>
        <translation>没有未完事项。</translation>
    </message>
    <message>
        <source>Ancora in sospeso</source>
        <translation>未完事项</translation>
    </message>
    <message>
        <source>Chiudi la giornata</source>
        <translation>结束当天</translation>
    </message>
</context>
<context>
    <name>Codes</name>
    <message>
        <source>Questo è il codice di un pacco. Mostralo al portiere.</source>
        <translation>这是包裹的代码。请给门房看。</translation>
    </message>
    <message>
        <source>Questa iscrizione non vale più. Chiedi al portiere.</source>
        <translation>这个报名已失效。请询问门房。</translation>
    </message>
    <message>
        <source>Badge non attivo. Chiedi a chi lo ha rilasciato.</source>
        <translation>工牌无效。请询问发牌的人。</translation>
    </message>
    <message>
        <source>Tessera non attiva. Chiedi al portiere.</source>
        <translation>会员卡无效。请询问门房。</translation>
    </message>
    <message>
        <source>Il numero della tessera ha 12 cifre. Controlla e riscrivilo.</source>
        <translation>卡号有12位数字。请检查并重新输入。</translation>
    </message>
    <message>
        <source>Una cifra non torna. Confronta il numero con la tessera e riscrivilo.</source>
        <translation>有一位数字不对。请对照会员卡重新输入。</translation>
    </message>
    <message>
        <source>Questo codice non serve qui. Mostra la tessera o scrivi il numero.</source>
        <translation>这个代码在这里没有用。请出示会员卡或输入卡号。</translation>
    </message>
    <message>
        <source>Questo codice è più nuovo del terminale. Chiedi al portiere.</source>
        <translation>这个代码比终端新。请询问门房。</translation>
    </message>
    <message>
        <source>Non leggo il codice. Tieni ferma la tessera o scrivi il numero.</source>
        <translation>读不出代码。请拿稳会员卡，或输入卡号。</translation>
    </message>
</context>
<context>
    <name>ContactPart</name>
    <message>
        <source>Telefono</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮件</translation>
    </message>
    <message>
        <source>E-mail: ci arriva la risposta</source>
        <translation>电子邮件：答复发到这里</translation>
    </message>
    <message>
        <source>Telefono: lo vede solo chi lavora qui</source>
        <translation>电话：只有这里的工作人员能看到</translation>
    </message>
    <message>
        <source>Avanti</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Cancella</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>Context</name>
    <message>
        <source>Lo spazio di questo terminale è pieno: non ho salvato. Chiedi al portiere.</source>
        <translation>这台终端已满：没有保存。请询问门房。</translation>
    </message>
    <message>
        <source>Non riesco a salvare. Chiedi al portiere.</source>
        <translation>无法保存。请询问门房。</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n attività</source>
        <translation>
            <numerusform>%n项活动</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mostra %n attività</source>
        <translation>
            <numerusform>显示%n项活动</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attività oggi</source>
        <translation>
            <numerusform>今天%n项活动</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n avvisi</source>
        <translation>
            <numerusform>%n条通知</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annunci</source>
        <translation>
            <numerusform>%n条信息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tessere</source>
        <translation>
            <numerusform>%n张卡</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n posti</source>
        <translation>
            <numerusform>%n个名额</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n persone</source>
        <translation>
            <numerusform>%n人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n persone attese</source>
        <translation>
            <numerusform>预期%n人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n persone iscritte</source>
        <translation>
            <numerusform>%n人已报名</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n aperte</source>
        <translation>
            <numerusform>%n项未结</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pacchi</source>
        <translation>
            <numerusform>%n个包裹</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Qui da %n giorni: avvisa chi lo aspetta.</source>
        <translation>
            <numerusform>在这里已%n天：请通知等它的人。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n da leggere</source>
        <translation>
            <numerusform>%n条未读</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passaggi</source>
        <translation>
            <numerusform>%n次来访</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n registrazioni da inviare</source>
        <translation>
            <numerusform>%n条记录待发送</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>PIN sbagliato. Puoi provare ancora %n volte.</source>
        <translation>
            <numerusform>PIN错误。您还可以试%n次。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Il codice vale ancora %n minuti.</source>
        <translation>
            <numerusform>代码还有%n分钟有效。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>oggi</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>domani</source>
        <translation>明天</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>da inviare</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>inviato</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Oggi: ancora nessuno</source>
        <translation>今天：还没有人</translation>
    </message>
    <message>
        <source>Oggi: %1, %2</source>
        <translation>今天：%1，%2</translation>
    </message>
    <message>
        <source>Tessera %1</source>
        <translation>卡%1</translation>
    </message>
    <message>
        <source>Senza tessera</source>
        <translation>无卡</translation>
    </message>
</context>
<context>
    <name>DeskScreen</name>
    <message>
        <source>Quale altro motivo, per la stessa persona?</source>
        <translation>同一个人，还有什么事由？</translation>
    </message>
    <message>
        <source>Chi è passato? Un tocco registra una persona.</source>
        <translation>谁来过？点一下记录一人。</translation>
    </message>
    <message>
        <source>Primi motivi</source>
        <translation>主要事由</translation>
    </message>
    <message>
        <source>Altri motivi</source>
        <translation>其他事由</translation>
    </message>
    <message>
        <source>Registrato: %1</source>
        <translation>已记录：%1</translation>
    </message>
    <message>
        <source>Tocca un motivo: il passaggio è registrato subito.</source>
        <translation>点一个事由：来访立即记录。</translation>
    </message>
    <message>
        <source>Dati</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Altri dati della persona</source>
        <translation>此人的更多信息</translation>
    </message>
    <message>
        <source>Motivo</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Aggiungi motivo</source>
        <translation>添加事由</translation>
    </message>
    <message>
        <source>Annulla</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>人</translation>
    </message>
    <message>
        <source>Oggi</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Quante persone?</source>
        <translation>几个人？</translation>
    </message>
    <message>
        <source>Età, se la sai</source>
        <translation>年龄，如果知道</translation>
    </message>
</context>
<context>
    <name>Enrol</name>
    <message>
        <source>posti finiti</source>
        <translation>名额已满</translation>
    </message>
    <message>
        <source>Per questa attività non si può più iscrivere nessuno.</source>
        <translation>这项活动不能再报名了。</translation>
    </message>
    <message>
        <source>È già in lista per questa attività.</source>
        <translation>已在这项活动的名单上。</translation>
    </message>
    <message>
        <source>Iscrizione fatta.</source>
        <translation>报名成功。</translation>
    </message>
    <message>
        <source>In lista d&apos;attesa.</source>
        <translation>已排候补。</translation>
    </message>
    <message>
        <source>Richiesta ricevuta: la conferma arriva con la rete.</source>
        <translation>已收到申请：有网络后确认。</translation>
    </message>
    <message>
        <source>Alle %1 c&apos;è già %2 in: %3</source>
        <translation>%1时%2已在：%3</translation>
    </message>
    <message>
        <source>Adesso non ci sono attività con iscrizione.</source>
        <translation>现在没有需要报名的活动。</translation>
    </message>
</context>
<context>
    <name>EnrolScreen</name>
    <message>
        <source>Telefono o e-mail</source>
        <translation>电话或电子邮件</translation>
    </message>
    <message>
        <source>Telefono o e-mail, se vuole</source>
        <translation>电话或电子邮件，自愿</translation>
    </message>
    <message>
        <source>Indietro</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Portineria</source>
        <translation>门房</translation>
    </message>
    <message>
        <source>Altra attività</source>
        <translation>其他活动</translation>
    </message>
    <message>
        <source>Iscrivi %1</source>
        <translation>为%1报名</translation>
    </message>
    <message>
        <source>Iscrivi una persona</source>
        <translation>为人报名</translation>
    </message>
    <message>
        <source>Con la tessera di</source>
        <translation>用此人的卡</translation>
    </message>
    <message>
        <source>Nome e iniziale del cognome</source>
        <translation>名字和姓的首字母</translation>
    </message>
    <message>
        <source>È alla stessa ora: forse è la stessa persona.</source>
        <translation>时间相同：也许是同一个人。</translation>
    </message>
    <message>
        <source>Iscrivi lo stesso</source>
        <translation>仍然报名</translation>
    </message>
    <message>
        <source>No</source>
        <translation>不</translation>
    </message>
    <message>
        <source>Posti finiti. Vuoi la lista d&apos;attesa?</source>
        <translation>名额已满。您要排候补吗？</translation>
    </message>
    <message>
        <source>Sì, in lista</source>
        <translation>是，排候补</translation>
    </message>
    <message>
        <source>No, grazie</source>
        <translation>不，谢谢</translation>
    </message>
    <message>
        <source>Una persona in meno</source>
        <translation>减一人</translation>
    </message>
    <message>
        <source>Una persona in più</source>
        <translation>加一人</translation>
    </message>
    <message>
        <source>Iscrivi</source>
        <translation>报名</translation>
    </message>
    <message>
        <source>Cancella</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Spazio</source>
        <translation>空格</translation>
    </message>
</context>
<context>
    <name>Expected</name>
    <message>
        <source>Attese %1, arrivate %2</source>
        <translation>预期%1，到达%2</translation>
    </message>
    <message>
        <source>posto da confermare</source>
        <translation>名额待确认</translation>
    </message>
</context>
<context>
    <name>ExpectedScreen</name>
    <message>
        <source>Altro</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Attesi oggi</source>
        <translation>今日预期</translation>
    </message>
    <message>
        <source>Per oggi nessuna iscrizione.</source>
        <translation>今天没有报名。</translation>
    </message>
    <message>
        <source>Chi arriva senza iscrizione: leggi la tessera, poi scegli l&apos;attività.</source>
        <translation>没有报名就来的人：先读卡，再选活动。</translation>
    </message>
    <message>
        <source>Scrivi il PIN per vedere i nomi</source>
        <translation>输入PIN查看姓名</translation>
    </message>
    <message>
        <source>È qui</source>
        <translation>到了</translation>
    </message>
    <message>
        <source>è qui</source>
        <translation>到了</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>Laboratori</source>
        <translation>工作坊</translation>
    </message>
    <message>
        <source>Lingue</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Studio e corsi</source>
        <translation>学习和课程</translation>
    </message>
    <message>
        <source>Salute e sport</source>
        <translation>健康和运动</translation>
    </message>
    <message>
        <source>Musica</source>
        <translation>音乐</translation>
    </message>
    <message>
        <source>Cultura</source>
        <translation>文化</translation>
    </message>
    <message>
        <source>Giochi</source>
        <translation>游戏</translation>
    </message>
    <message>
        <source>Verde e riuso</source>
        <translation>绿化和再利用</translation>
    </message>
    <message>
        <source>Sportelli e aiuto</source>
        <translation>咨询和帮助</translation>
    </message>
    <message>
        <source>Lavoro</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>Cibo e cucina</source>
        <translation>饮食和烹饪</translation>
    </message>
    <message>
        <source>Famiglie</source>
        <translation>家庭</translation>
    </message>
    <message>
        <source>Feste e vicinato</source>
        <translation>聚会和邻里</translation>
    </message>
    <message>
        <source>Bambini</source>
        <translation>儿童</translation>
    </message>
    <message>
        <source>Ragazzi</source>
        <translation>青少年</translation>
    </message>
    <message>
        <source>Adulti</source>
        <translation>成年人</translation>
    </message>
    <message>
        <source>Anziani</source>
        <translation>老年人</translation>
    </message>
    <message>
        <source>Donne</source>
        <translation>女性</translation>
    </message>
    <message>
        <source>Gratuite</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>Con posti liberi</source>
        <translation>有空余名额</translation>
    </message>
</context>
<context>
    <name>FiltersScreen</name>
    <message>
        <source>Che cosa vuoi vedere?</source>
        <translation>您想看什么？</translation>
    </message>
    <message>
        <source>Solo</source>
        <translation>只看</translation>
    </message>
    <message>
        <source>Categoria</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Per chi</source>
        <translation>适合谁</translation>
    </message>
    <message>
        <source>Lingua, oltre all&apos;italiano</source>
        <translation>意大利语以外的语言</translation>
    </message>
    <message>
        <source>Togli i filtri</source>
        <translation>取消筛选</translation>
    </message>
</context>
<context>
    <name>FindPart</name>
    <message>
        <source>Nome, o numero della tessera</source>
        <translation>名字或卡号</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Scrivi il nome o il numero.</source>
        <translation>请写名字或号码。</translation>
    </message>
    <message>
        <source>Qui non trovo nessuno così.</source>
        <translation>这里找不到这样的人。</translation>
    </message>
    <message>
        <source>Bastano le prime lettere del nome, o le ultime cifre della tessera.</source>
        <translation>写名字的前几个字母，或卡号的后几位即可。</translation>
    </message>
    <message>
        <source>Prova con meno lettere o con le ultime cifre. Forse la tessera è di un altro spazio.</source>
        <translation>请少写几个字母，或用后几位数字。卡也许是其他场所的。</translation>
    </message>
    <message>
        <source>I primi %1 di %2: scrivi ancora una lettera.</source>
        <translation>共%2个，显示前%1个：请再写一个字母。</translation>
    </message>
</context>
<context>
    <name>Handover</name>
    <message>
        <source>a tutti gli spazi</source>
        <translation>给所有场所</translation>
    </message>
    <message>
        <source>da inviare</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>Fatto %1</source>
        <translation>已完成 %1</translation>
    </message>
    <message>
        <source>Riapri</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Fatto</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>La trovano anche gli altri spazi.</source>
        <translation>其他场所也能看到。</translation>
    </message>
    <message>
        <source>La trova chi apre la portineria dopo di te.</source>
        <translation>下一位打开门房的人会看到。</translation>
    </message>
</context>
<context>
    <name>HandoverScreen</name>
    <message>
        <source>Consegne</source>
        <translation>交接</translation>
    </message>
    <message>
        <source>Altro</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Scrivi una consegna</source>
        <translation>写交接</translation>
    </message>
    <message>
        <source>Anche agli altri spazi</source>
        <translation>也给其他场所</translation>
    </message>
    <message>
        <source>Consegna salvata.</source>
        <translation>交接已保存。</translation>
    </message>
    <message>
        <source>Segnata come fatta.</source>
        <translation>已标为完成。</translation>
    </message>
    <message>
        <source>La consegna è ancora da fare</source>
        <translation>交接还没完成</translation>
    </message>
    <message>
        <source>Nessuna consegna.</source>
        <translation>没有交接。</translation>
    </message>
    <message>
        <source>Qui lasci a chi viene dopo di te quello che deve sapere o fare.</source>
        <translation>在这里给接班的人留下要知道或要做的事。</translation>
    </message>
    <message>
        <source>Lascia</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Per chi viene dopo. Senza nomi di chi abita qui</source>
        <translation>给接班的人。不要写住户的名字</translation>
    </message>
    <message>
        <source>Lascia la consegna</source>
        <translation>留下交接</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Portineria</source>
        <translation>门房</translation>
    </message>
    <message>
        <source>Torna indietro</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>Aperto fino alle %1</source>
        <translation>开放至%1</translation>
    </message>
    <message>
        <source>Apre alle %1</source>
        <translation>%1开放</translation>
    </message>
    <message>
        <source>Chiuso. Riapre %1 alle %2</source>
        <translation>已关闭。%1%2再开放</translation>
    </message>
    <message>
        <source>Urgente: %1</source>
        <translation>紧急：%1</translation>
    </message>
    <message>
        <source>in bacheca</source>
        <translation>在公告栏</translation>
    </message>
    <message>
        <source>Domani e la settimana</source>
        <translation>明天和本周</translation>
    </message>
    <message>
        <source>Servizi</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>che cosa si può chiedere qui</source>
        <translation>这里可以申请什么</translation>
    </message>
    <message>
        <source>Bacheca</source>
        <translation>公告栏</translation>
    </message>
    <message>
        <source>Offro e cerco</source>
        <translation>互助</translation>
    </message>
    <message>
        <source>Lavoro e corsi</source>
        <translation>工作和课程</translation>
    </message>
    <message>
        <source>Prodotti</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Personale</source>
        <translation>工作人员</translation>
    </message>
    <message>
        <source>portieri e operatori</source>
        <translation>门房和工作人员</translation>
    </message>
    <message>
        <source>ancora niente</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>Il programma non è ancora arrivato.</source>
        <translation>活动安排还没有收到。</translation>
    </message>
    <message>
        <source>Per oggi qui è tutto.</source>
        <translation>今天这里就这些。</translation>
    </message>
    <message>
        <source>Oggi qui non c&apos;è niente in programma.</source>
        <translation>今天这里没有安排。</translation>
    </message>
    <message>
        <source>Adesso, dalle %1</source>
        <translation>现在，%1开始</translation>
    </message>
    <message>
        <source>Adesso, fino alle %1</source>
        <translation>现在，到%1</translation>
    </message>
    <message>
        <source>Fino a %1</source>
        <translation>到%1</translation>
    </message>
    <message>
        <source>Tutto il giorno</source>
        <translation>全天</translation>
    </message>
    <message>
        <source>Prossima, alle %1</source>
        <translation>下一项，%1</translation>
    </message>
    <message>
        <source>Anche adesso</source>
        <translation>现在还有</translation>
    </message>
    <message>
        <source>Più tardi</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>In programma</source>
        <translation>已安排</translation>
    </message>
    <message>
        <source>Nei prossimi giorni</source>
        <translation>接下来几天</translation>
    </message>
    <message>
        <source>Oggi qui</source>
        <translation>今天这里</translation>
    </message>
    <message>
        <source>gratuito</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>Arriva da solo appena c&apos;è la rete. Intanto chiedi al portiere.</source>
        <translation>有网络后会自动收到。现在请询问门房。</translation>
    </message>
    <message>
        <source>Ecco che cosa c&apos;è nei prossimi giorni.</source>
        <translation>这是接下来几天的活动。</translation>
    </message>
    <message>
        <source>Guarda che cosa c&apos;è negli altri spazi, oppure chiedi al portiere.</source>
        <translation>请看看其他场所有什么，或询问门房。</translation>
    </message>
    <message>
        <source>ancora niente in programma</source>
        <translation>还没有安排</translation>
    </message>
    <message>
        <source>Gli altri spazi</source>
        <translation>其他场所</translation>
    </message>
    <message>
        <source>Gli altri %1 spazi</source>
        <translation>其他%1个场所</translation>
    </message>
    <message>
        <source>oggi niente</source>
        <translation>今天没有</translation>
    </message>
    <message>
        <source>nessun avviso</source>
        <translation>没有通知</translation>
    </message>
</context>
<context>
    <name>IdleOverlay</name>
    <message>
        <source>Ti serve altro tempo?</source>
        <translation>您还需要时间吗？</translation>
    </message>
    <message numerus="yes">
        <source>Tra %n secondi torno all&apos;inizio e cancello quello che hai scritto.</source>
        <translation>
            <numerusform>%n秒后我会回到开头，并删除您写的内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>Sì, continuo</source>
        <translation>是，继续</translation>
    </message>
    <message>
        <source>Esci</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>Keep</name>
    <message>
        <source>Attacca il foglietto al pacco.</source>
        <translation>请把纸条贴在包裹上。</translation>
    </message>
    <message>
        <source>Scrivi il codice sul pacco a mano.</source>
        <translation>请把代码手写在包裹上。</translation>
    </message>
</context>
<context>
    <name>KeepScreen</name>
    <message>
        <source>Pacchi</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>Tieni un pacco</source>
        <translation>收存包裹</translation>
    </message>
    <message>
        <source>Per chi è? Scrivi il nome, o leggi la tessera</source>
        <translation>给谁的？写名字，或读卡</translation>
    </message>
    <message>
        <source>Tieni: codice %1</source>
        <translation>收存：代码%1</translation>
    </message>
    <message>
        <source>Pacco registrato: codice %1</source>
        <translation>包裹已登记：代码%1</translation>
    </message>
    <message>
        <source>Scrivi il codice sul pacco e dillo a chi lo aspetta: con il codice lo ritira.</source>
        <translation>把代码写在包裹上，并告诉等包裹的人：凭代码领取。</translation>
    </message>
    <message>
        <source>Il foglietto sta uscendo.</source>
        <translation>纸条正在打印。</translation>
    </message>
    <message>
        <source>Stampa il foglietto per il pacco</source>
        <translation>打印包裹纸条</translation>
    </message>
    <message>
        <source>Un altro pacco</source>
        <translation>另一个包裹</translation>
    </message>
</context>
<context>
    <name>ListenButton</name>
    <message>
        <source>Ascolta</source>
        <translation>收听</translation>
    </message>
    <message>
        <source>Ferma la voce</source>
        <translation>停止朗读</translation>
    </message>
    <message>
        <source>Da capo</source>
        <translation>从头开始</translation>
    </message>
</context>
<context>
    <name>LogLine</name>
    <message>
        <source>Altri dati della persona</source>
        <translation>此人的更多信息</translation>
    </message>
    <message>
        <source>Annulla</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Ho capito</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>More</name>
    <message>
        <source>nessuno</source>
        <translation>没有人</translation>
    </message>
    <message>
        <source>nessuna aperta</source>
        <translation>没有未结</translation>
    </message>
    <message>
        <source>Programma di oggi</source>
        <translation>今日活动</translation>
    </message>
    <message>
        <source>Avvisi</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Attesi oggi</source>
        <translation>今日预期</translation>
    </message>
    <message>
        <source>Richieste</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Pacchi</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>Consegne</source>
        <translation>交接</translation>
    </message>
    <message>
        <source>Tessere</source>
        <translation>会员卡</translation>
    </message>
    <message>
        <source>Da avvisare</source>
        <translation>待通知</translation>
    </message>
    <message>
        <source>Chiusura</source>
        <translation>日结</translation>
    </message>
    <message>
        <source>Schermo</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>testo grande, contrasto</source>
        <translation>大字、对比度</translation>
    </message>
    <message>
        <source>Tutto inviato.</source>
        <translation>全部已发送。</translation>
    </message>
    <message>
        <source>nessuna</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>niente in programma</source>
        <translation>没有安排</translation>
    </message>
    <message>
        <source>nessuno in bacheca</source>
        <translation>公告栏没有</translation>
    </message>
    <message>
        <source>niente da leggere</source>
        <translation>没有未读</translation>
    </message>
    <message>
        <source>giornata aperta</source>
        <translation>当天未结</translation>
    </message>
    <message>
        <source>chiusa alle %1</source>
        <translation>%1已结</translation>
    </message>
</context>
<context>
    <name>MoreScreen</name>
    <message>
        <source>Portineria</source>
        <translation>门房</translation>
    </message>
    <message>
        <source>Altro</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Registrazioni di questo terminale</source>
        <translation>这台终端的记录</translation>
    </message>
    <message>
        <source>Sblocca il PIN di %1</source>
        <translation>解锁%1的PIN</translation>
    </message>
</context>
<context>
    <name>NewCard</name>
    <message>
        <source>Testo grande</source>
        <translation>大字</translation>
    </message>
    <message>
        <source>Contrasto alto</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Comandi in basso</source>
        <translation>按键靠下</translation>
    </message>
    <message>
        <source>Voce</source>
        <translation>语音</translation>
    </message>
</context>
<context>
    <name>NewCardPart</name>
    <message>
        <source>Nome, e iniziale del cognome</source>
        <translation>名字，和姓的首字母</translation>
    </message>
    <message>
        <source>Avanti</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>In che lingua legge meglio %1?</source>
        <translation>%1最熟悉哪种语言的文字？</translation>
    </message>
    <message>
        <source>Che cosa le serve sullo schermo?</source>
        <translation>屏幕需要怎样显示？</translation>
    </message>
    <message>
        <source>E-mail: %1</source>
        <translation>电子邮件：%1</translation>
    </message>
    <message>
        <source>Telefono: %1</source>
        <translation>电话：%1</translation>
    </message>
    <message>
        <source>Aggiungi telefono o e-mail, se vuole</source>
        <translation>添加电话或电子邮件，自愿</translation>
    </message>
    <message>
        <source>Fai la tessera</source>
        <translation>办卡</translation>
    </message>
</context>
<context>
    <name>Night</name>
    <message>
        <source>Tocca per accendere</source>
        <translation>点一下点亮</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Si vede fino a: %1</source>
        <translation>显示至：%1</translation>
    </message>
    <message>
        <source>Urgente</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>Affisso: si vede già in bacheca.</source>
        <translation>已贴出：公告栏上能看到了。</translation>
    </message>
    <message>
        <source>Tolto: %1</source>
        <translation>已取下：%1</translation>
    </message>
</context>
<context>
    <name>NoticeScreen</name>
    <message>
        <source>Altro</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Indietro</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Avvisi</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Nuovo avviso</source>
        <translation>新通知</translation>
    </message>
    <message>
        <source>Rimettilo</source>
        <translation>重新贴出</translation>
    </message>
    <message>
        <source>Scrivi un avviso</source>
        <translation>写通知</translation>
    </message>
    <message>
        <source>In bacheca non c&apos;è nessun avviso di questo spazio.</source>
        <translation>公告栏上没有这个场所的通知。</translation>
    </message>
    <message>
        <source>Togli</source>
        <translation>取下</translation>
    </message>
    <message>
        <source>Titolo, in poche parole</source>
        <translation>标题，简短</translation>
    </message>
    <message>
        <source>Che cosa devono sapere? Senza nomi</source>
        <translation>大家要知道什么？不要写名字</translation>
    </message>
    <message>
        <source>Avanti</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Urgente: %1</source>
        <translation>紧急：%1</translation>
    </message>
    <message>
        <source>Fino a quando si vede?</source>
        <translation>显示到什么时候？</translation>
    </message>
    <message>
        <source>Oggi</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Domani</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>Una settimana</source>
        <translation>一周</translation>
    </message>
    <message>
        <source>Urgente</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>Urgente: anche su Oggi qui</source>
        <translation>紧急：也显示在“今天这里”</translation>
    </message>
    <message>
        <source>Affiggi</source>
        <translation>贴出</translation>
    </message>
</context>
<context>
    <name>NumberPad</name>
    <message>
        <source>Avvicina la tessera al lettore o scrivi il numero</source>
        <translation>请把会员卡靠近扫码器，或输入卡号</translation>
    </message>
    <message>
        <source>Cancella</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Svuota</source>
        <translation>清空</translation>
    </message>
</context>
<context>
    <name>NumberScreen</name>
    <message>
        <source>Iscriviti</source>
        <translation>报名</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>due</source>
        <translation>两</translation>
    </message>
    <message>
        <source>tre</source>
        <translation>三</translation>
    </message>
    <message>
        <source>quattro</source>
        <translation>四</translation>
    </message>
    <message>
        <source>cinque</source>
        <translation>五</translation>
    </message>
    <message>
        <source>sei</source>
        <translation>六</translation>
    </message>
    <message>
        <source>sette</source>
        <translation>七</translation>
    </message>
    <message>
        <source>otto</source>
        <translation>八</translation>
    </message>
    <message>
        <source>nove</source>
        <translation>九</translation>
    </message>
    <message>
        <source>dieci</source>
        <translation>十</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Sei già iscritto.</source>
        <translation>您已经报名了。</translation>
    </message>
    <message>
        <source>Il tuo posto c&apos;è.</source>
        <translation>您的名额在。</translation>
    </message>
    <message>
        <source>Iscritto</source>
        <translation>已报名</translation>
    </message>
    <message>
        <source>Il posto è tuo.</source>
        <translation>名额归您了。</translation>
    </message>
    <message>
        <source>Sei già arrivato</source>
        <translation>您已签到</translation>
    </message>
    <message>
        <source>La presenza è segnata.</source>
        <translation>已经签到。</translation>
    </message>
    <message>
        <source>Aspetto la conferma: di solito bastano pochi secondi.</source>
        <translation>等待确认：通常只要几秒钟。</translation>
    </message>
    <message>
        <source>Ti confermiamo quando torna la rete.</source>
        <translation>网络恢复后我们会确认。</translation>
    </message>
    <message>
        <source>Richiesta ricevuta.</source>
        <translation>已收到申请。</translation>
    </message>
    <message>
        <source>Se si libera un posto, lo sai qui con la tessera o dal portiere.</source>
        <translation>如有空余名额，您可以在这里用会员卡查看，或问门房。</translation>
    </message>
    <message>
        <source>Sei in lista d&apos;attesa.</source>
        <translation>您已排候补。</translation>
    </message>
    <message>
        <source>Non c&apos;era più posto. Chiedi al portiere se ci sono altre date.</source>
        <translation>没有名额了。请问门房有没有其他日期。</translation>
    </message>
    <message>
        <source>Iscrizione non riuscita.</source>
        <translation>报名没有成功。</translation>
    </message>
    <message>
        <source>Iscrizione annullata.</source>
        <translation>报名已取消。</translation>
    </message>
    <message>
        <source>Il posto non è più tuo.</source>
        <translation>名额已不归您。</translation>
    </message>
    <message>
        <source>iscritto</source>
        <translation>已报名</translation>
    </message>
    <message>
        <source>presente</source>
        <translation>到了</translation>
    </message>
    <message>
        <source>da confermare</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>in lista d&apos;attesa</source>
        <translation>候补中</translation>
    </message>
    <message>
        <source>non riuscita</source>
        <translation>未成功</translation>
    </message>
    <message>
        <source>annullata</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Questa attività è annullata. Scegline un&apos;altra.</source>
        <translation>这项活动已取消。请另选一项。</translation>
    </message>
    <message>
        <source>Questa attività è già finita. Scegline un&apos;altra.</source>
        <translation>这项活动已结束。请另选一项。</translation>
    </message>
    <message>
        <source>Per questa attività non serve iscriversi: vieni e basta.</source>
        <translation>这项活动不需要报名：直接来即可。</translation>
    </message>
    <message>
        <source>Questa attività non c&apos;è più. Torna a Oggi qui e scegline un&apos;altra.</source>
        <translation>这项活动已经没有了。请回到“今天这里”，另选一项。</translation>
    </message>
</context>
<context>
    <name>Pager</name>
    <message>
        <source>Su</source>
        <translation>上</translation>
    </message>
    <message>
        <source>Giù</source>
        <translation>下</translation>
    </message>
</context>
<context>
    <name>Parcels</name>
    <message>
        <source>Consegnato %1</source>
        <translation>已交出 %1</translation>
    </message>
    <message>
        <source>Arrivato %1</source>
        <translation>收到 %1</translation>
    </message>
    <message>
        <source>da inviare</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>Consegna</source>
        <translation>交出</translation>
    </message>
    <message>
        <source>Annulla</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>ParcelsScreen</name>
    <message>
        <source>Altro</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Pacchi</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>Tieni un pacco</source>
        <translation>收存包裹</translation>
    </message>
    <message>
        <source>Codice del pacco</source>
        <translation>包裹代码</translation>
    </message>
    <message>
        <source>Togli</source>
        <translation>取下</translation>
    </message>
    <message>
        <source>Consegnato: %1</source>
        <translation>已交出：%1</translation>
    </message>
    <message>
        <source>Il pacco è ancora qui</source>
        <translation>包裹还在这里</translation>
    </message>
    <message>
        <source>Nessun pacco da consegnare.</source>
        <translation>没有要交出的包裹。</translation>
    </message>
    <message>
        <source>Quando ne arriva uno, tocca Tieni un pacco: il terminale dà un codice da dire a chi lo ritira.</source>
        <translation>包裹到了，点“收存包裹”：终端会给出领取用的代码。</translation>
    </message>
    <message>
        <source>Qui non c&apos;è un pacco con questo codice.</source>
        <translation>这里没有这个代码的包裹。</translation>
    </message>
    <message>
        <source>Confronta il codice, o cerca il pacco per nome nell&apos;elenco.</source>
        <translation>请核对代码，或在名单里按名字找包裹。</translation>
    </message>
    <message>
        <source>Scrivi il PIN per vedere i nomi</source>
        <translation>输入PIN查看姓名</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>portineria</source>
        <translation>门房</translation>
    </message>
    <message>
        <source>operatori</source>
        <translation>工作人员</translation>
    </message>
    <message>
        <source>Comune</source>
        <translation>市政府</translation>
    </message>
    <message>
        <source>assistenza</source>
        <translation>技术支持</translation>
    </message>
</context>
<context>
    <name>PhoneScreen</name>
    <message>
        <source>Codice per il telefono</source>
        <translation>手机用的代码</translation>
    </message>
    <message>
        <source>Con il telefono</source>
        <translation>用手机</translation>
    </message>
    <message>
        <source>Inquadra il codice con la fotocamera, scrivi il tuo nome e conferma. Qui vedi quando è fatto.</source>
        <translation>用手机摄像头对准代码，写您的名字并确认。完成后这里会显示。</translation>
    </message>
</context>
<context>
    <name>Pill</name>
    <message>
        <source>L&apos;orologio è da verificare: guarda la data di ogni attività.</source>
        <translation>时钟需要检查：请看每项活动的日期。</translation>
    </message>
    <message>
        <source>Il programma non è ancora arrivato: chiedi al portiere.</source>
        <translation>活动安排还没有收到：请询问门房。</translation>
    </message>
    <message>
        <source>Programma di %1: chiedi conferma al portiere.</source>
        <translation>%1的安排：请向门房确认。</translation>
    </message>
    <message>
        <source>Collegato · aggiornato alle %1</source>
        <translation>已连接 · %1更新</translation>
    </message>
    <message>
        <source>Senza rete: puoi usare il terminale. Programma delle %1.</source>
        <translation>没有网络：您可以使用终端。%1的安排。</translation>
    </message>
    <message>
        <source>Senza rete: puoi usare il terminale. Programma di ieri, %1.</source>
        <translation>没有网络：您可以使用终端。昨天%1的安排。</translation>
    </message>
    <message>
        <source>Tutto inviato</source>
        <translation>全部已发送</translation>
    </message>
    <message>
        <source>ultimo invio %1</source>
        <translation>最后发送%1</translation>
    </message>
</context>
<context>
    <name>Pin</name>
    <message>
        <source>Nessuno può ancora aprire la portineria da qui: chiama l&apos;ufficio.</source>
        <translation>现在还没有人能从这里打开门房：请打电话给办公室。</translation>
    </message>
    <message>
        <source>PIN bloccato dopo troppi errori. Lo sblocca un collega (Portineria, Altro) o l&apos;ufficio.</source>
        <translation>错误太多，PIN已锁定。同事（门房，更多）或办公室可以解锁。</translation>
    </message>
    <message>
        <source>Questa persona non può aprire la portineria qui. Chiama l&apos;ufficio.</source>
        <translation>此人不能在这里打开门房。请打电话给办公室。</translation>
    </message>
    <message>
        <source>Non riesco a controllare il PIN. Chiama l&apos;ufficio.</source>
        <translation>无法检查PIN。请打电话给办公室。</translation>
    </message>
</context>
<context>
    <name>PinScreen</name>
    <message>
        <source>Scrivi il PIN</source>
        <translation>输入PIN</translation>
    </message>
    <message numerus="yes">
        <source>%n cifre scritte</source>
        <translation>
            <numerusform>已输入%n位数字</numerusform>
        </translation>
    </message>
    <message>
        <source>Controllo…</source>
        <translation>检查中…</translation>
    </message>
    <message>
        <source>Cancella</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Svuota</source>
        <translation>清空</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>leggi ad alta voce</source>
        <translation>朗读</translation>
    </message>
    <message>
        <source>in inglese: in questa lingua non c&apos;è una voce</source>
        <translation>用英语：这种语言没有语音</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Pacchi e posta</source>
        <translation>包裹和信件</translation>
    </message>
    <message>
        <source>Aiuto digitale, SPID</source>
        <translation>数字服务，SPID</translation>
    </message>
    <message>
        <source>Informazioni</source>
        <translation>咨询</translation>
    </message>
    <message>
        <source>Chiavi</source>
        <translation>钥匙</translation>
    </message>
    <message>
        <source>Piccole riparazioni</source>
        <translation>小修理</translation>
    </message>
    <message>
        <source>Ascolto</source>
        <translation>倾听</translation>
    </message>
    <message>
        <source>Casa: pratiche e bandi</source>
        <translation>住房：手续和申请</translation>
    </message>
    <message>
        <source>Salute, prenotazioni</source>
        <translation>健康、预约</translation>
    </message>
    <message>
        <source>Altro motivo</source>
        <translation>其他事由</translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>Chi è?</source>
        <translation>是谁？</translation>
    </message>
    <message>
        <source>Inquilino ERP</source>
        <translation>ERP租户</translation>
    </message>
    <message>
        <source>Seguito dai servizi</source>
        <translation>由社会服务跟进</translation>
    </message>
    <message>
        <source>Abita nel quartiere</source>
        <translation>住在本区</translation>
    </message>
    <message>
        <source>Altra persona</source>
        <translation>其他人</translation>
    </message>
    <message>
        <source>È la prima volta?</source>
        <translation>是第一次来吗？</translation>
    </message>
    <message>
        <source>Sì, è la prima</source>
        <translation>是，第一次</translation>
    </message>
    <message>
        <source>No, è già venuta</source>
        <translation>不，来过</translation>
    </message>
    <message>
        <source>Genere</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Donna</source>
        <translation>女</translation>
    </message>
    <message>
        <source>Uomo</source>
        <translation>男</translation>
    </message>
    <message>
        <source>Altro</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>In che lingua parla?</source>
        <translation>讲哪种语言？</translation>
    </message>
    <message>
        <source>È servita una mediazione?</source>
        <translation>需要翻译协助吗？</translation>
    </message>
    <message>
        <source>Sì</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>不</translation>
    </message>
    <message>
        <source>Com&apos;è finita?</source>
        <translation>结果怎样？</translation>
    </message>
    <message>
        <source>Risolto</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>Dato un appuntamento</source>
        <translation>已约时间</translation>
    </message>
    <message>
        <source>Inviata altrove</source>
        <translation>已转介</translation>
    </message>
    <message>
        <source>In sospeso</source>
        <translation>未完</translation>
    </message>
    <message>
        <source>Non si può risolvere</source>
        <translation>无法解决</translation>
    </message>
    <message>
        <source>A chi l&apos;hai inviata?</source>
        <translation>转介给谁？</translation>
    </message>
    <message>
        <source>WeMi</source>
        <translation>WeMi</translation>
    </message>
    <message>
        <source>Servizio sociale</source>
        <translation>社会服务</translation>
    </message>
    <message>
        <source>Custode sociale</source>
        <translation>社区看护员</translation>
    </message>
    <message>
        <source>Gestore della casa</source>
        <translation>住房管理方</translation>
    </message>
    <message>
        <source>CAF o patronato</source>
        <translation>CAF或patronato</translation>
    </message>
    <message>
        <source>ASST</source>
        <translation>ASST</translation>
    </message>
    <message>
        <source>Centro per l&apos;impiego</source>
        <translation>就业中心</translation>
    </message>
    <message>
        <source>Scuola</source>
        <translation>学校</translation>
    </message>
    <message>
        <source>Associazione</source>
        <translation>协会</translation>
    </message>
    <message>
        <source>Quanti minuti?</source>
        <translation>多少分钟？</translation>
    </message>
    <message>
        <source>Come si è fatta viva?</source>
        <translation>怎么联系的？</translation>
    </message>
    <message>
        <source>Di persona</source>
        <translation>当面</translation>
    </message>
    <message>
        <source>Al telefono</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Dal totem</source>
        <translation>用终端</translation>
    </message>
    <message>
        <source>Domanda %1 di %2</source>
        <translation>问题%1，共%2个</translation>
    </message>
</context>
<context>
    <name>RecordScreen</name>
    <message>
        <source>Portineria</source>
        <translation>门房</translation>
    </message>
    <message>
        <source>Questo passaggio non c&apos;è più.</source>
        <translation>这次来访已经没有了。</translation>
    </message>
    <message>
        <source>Registrato. Non c&apos;è altro da chiedere.</source>
        <translation>已记录。没有别的要问。</translation>
    </message>
    <message>
        <source>Domanda prima</source>
        <translation>上一个问题</translation>
    </message>
    <message>
        <source>Salta</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Torna alla portineria</source>
        <translation>回到门房</translation>
    </message>
</context>
<context>
    <name>Recurrence</name>
    <message>
        <source>ogni giorno</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>ogni due settimane, %1</source>
        <translation>每两周，%1</translation>
    </message>
    <message>
        <source>ogni settimana, da %1 a %2</source>
        <translation>每周，%1至%2</translation>
    </message>
    <message>
        <source>ogni %1</source>
        <translation>每%1</translation>
    </message>
    <message>
        <source>ogni mese, il giorno %1</source>
        <translation>每月%1日</translation>
    </message>
    <message>
        <source>il primo %1 del mese</source>
        <translation>每月第一个%1</translation>
    </message>
    <message>
        <source>il secondo %1 del mese</source>
        <translation>每月第二个%1</translation>
    </message>
    <message>
        <source>il terzo %1 del mese</source>
        <translation>每月第三个%1</translation>
    </message>
    <message>
        <source>il quarto %1 del mese</source>
        <translation>每月第四个%1</translation>
    </message>
    <message>
        <source>l&apos;ultimo %1 del mese</source>
        <translation>每月最后一个%1</translation>
    </message>
    <message>
        <source>la prima %1 del mese</source>
        <translation>每月第一个%1</translation>
    </message>
    <message>
        <source>la seconda %1 del mese</source>
        <translation>每月第二个%1</translation>
    </message>
    <message>
        <source>la terza %1 del mese</source>
        <translation>每月第三个%1</translation>
    </message>
    <message>
        <source>la quarta %1 del mese</source>
        <translation>每月第四个%1</translation>
    </message>
    <message>
        <source>l&apos;ultima %1 del mese</source>
        <translation>每月最后一个%1</translation>
    </message>
    <message>
        <source>fino al %1</source>
        <translation>至%1</translation>
    </message>
    <message>
        <source>%1 e %2</source>
        <translation>%1和%2</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>È alla stessa ora. Vuoi iscriverti lo stesso?</source>
        <translation>时间相同。您仍要报名吗？</translation>
    </message>
    <message>
        <source>Sì, iscrivimi</source>
        <translation>是，给我报名</translation>
    </message>
    <message>
        <source>No, grazie</source>
        <translation>不，谢谢</translation>
    </message>
    <message>
        <source>Posti finiti. Vuoi la lista d&apos;attesa?</source>
        <translation>名额已满。您要排候补吗？</translation>
    </message>
    <message>
        <source>Se si libera un posto, lo sai qui con la tessera o dal portiere.</source>
        <translation>如有空余名额，您可以在这里用会员卡查看，或问门房。</translation>
    </message>
    <message>
        <source>Sì, in lista</source>
        <translation>是，排候补</translation>
    </message>
</context>
<context>
    <name>Requests</name>
    <message>
        <source>ricevuta</source>
        <translation>已收到</translation>
    </message>
    <message>
        <source>in corso</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>pronta</source>
        <translation>已备好</translation>
    </message>
    <message>
        <source>in lettura</source>
        <translation>审阅中</translation>
    </message>
    <message>
        <source>colloquio</source>
        <translation>面谈</translation>
    </message>
    <message>
        <source>prova</source>
        <translation>试工</translation>
    </message>
    <message>
        <source>Fatto</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Appuntamento preso</source>
        <translation>已约时间</translation>
    </message>
    <message>
        <source>Inviato a un altro servizio</source>
        <translation>已转到其他服务</translation>
    </message>
    <message>
        <source>Non si può fare</source>
        <translation>办不了</translation>
    </message>
    <message>
        <source>Non serve più</source>
        <translation>不再需要</translation>
    </message>
    <message>
        <source>Consegnato</source>
        <translation>已交付</translation>
    </message>
    <message>
        <source>Non disponibile</source>
        <translation>没有货</translation>
    </message>
    <message>
        <source>Inserimento riuscito</source>
        <translation>已录用</translation>
    </message>
    <message>
        <source>Posti finiti</source>
        <translation>名额已满</translation>
    </message>
    <message>
        <source>Non adatto</source>
        <translation>不合适</translation>
    </message>
    <message>
        <source>Messi in contatto</source>
        <translation>已牵线</translation>
    </message>
    <message>
        <source>da inviare</source>
        <translation>待发送</translation>
    </message>
</context>
<context>
    <name>RequestsScreen</name>
    <message>
        <source>Portineria</source>
        <translation>门房</translation>
    </message>
    <message>
        <source>Le richieste</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Richieste aperte</source>
        <translation>未结申请</translation>
    </message>
    <message>
        <source>Richiesta chiusa.</source>
        <translation>申请已结束。</translation>
    </message>
    <message>
        <source>Nessuna richiesta aperta.</source>
        <translation>没有未结申请。</translation>
    </message>
    <message>
        <source>Quando qualcuno chiede un servizio al terminale, lo trovi qui.</source>
        <translation>有人在终端申请服务时，会显示在这里。</translation>
    </message>
    <message>
        <source>Scrivi il PIN per vedere chi ha chiesto</source>
        <translation>输入PIN查看申请人</translation>
    </message>
    <message>
        <source>Com&apos;è finita?</source>
        <translation>结果怎样？</translation>
    </message>
    <message>
        <source>Chiudi la richiesta</source>
        <translation>结束申请</translation>
    </message>
</context>
<context>
    <name>Result</name>
    <message>
        <source>Questa iscrizione non è qui.</source>
        <translation>这里没有这个报名。</translation>
    </message>
    <message>
        <source>Il terminale non la conosce ancora. Chiedi al portiere.</source>
        <translation>终端还不认识这张卡。请询问门房。</translation>
    </message>
    <message>
        <source>Mostra questo codice all&apos;ingresso.</source>
        <translation>请在入口出示此代码。</translation>
    </message>
    <message>
        <source>Fatto: prendi il foglietto.</source>
        <translation>完成：请取纸条。</translation>
    </message>
    <message>
        <source>La tua iscrizione è salva.</source>
        <translation>您的报名已保存。</translation>
    </message>
</context>
<context>
    <name>ResultScreen</name>
    <message>
        <source>Fatto</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Il foglietto sta uscendo.</source>
        <translation>纸条正在打印。</translation>
    </message>
    <message>
        <source>Stampa il foglietto</source>
        <translation>打印纸条</translation>
    </message>
    <message>
        <source>Annulla iscrizione</source>
        <translation>取消报名</translation>
    </message>
    <message>
        <source>se non puoi venire</source>
        <translation>如果您不能来</translation>
    </message>
</context>
<context>
    <name>Saved</name>
    <message>
        <source>Fatto</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Trovate nel testo, nel luogo o per chi</source>
        <translation>在文字、地点或适合谁中找到</translation>
    </message>
    <message>
        <source>Le prime %1: scrivi ancora una lettera</source>
        <translation>前%1项：请再写一个字母</translation>
    </message>
    <message>
        <source>La ricerca è ferma.</source>
        <translation>搜索已停止。</translation>
    </message>
    <message>
        <source>Sto preparando la ricerca…</source>
        <translation>正在准备搜索…</translation>
    </message>
    <message>
        <source>Non trovo «%1».</source>
        <translation>找不到“%1”。</translation>
    </message>
    <message>
        <source>Guarda la settimana o gli altri spazi, oppure chiedi al portiere.</source>
        <translation>请看这一周或其他场所，或询问门房。</translation>
    </message>
    <message>
        <source>Ci vuole un momento: i risultati arrivano da soli.</source>
        <translation>请稍等：结果会自动出现。</translation>
    </message>
    <message>
        <source>Prova con una parola più corta, guarda gli altri spazi, oppure chiedi al portiere.</source>
        <translation>请试更短的词，看看其他场所，或询问门房。</translation>
    </message>
</context>
<context>
    <name>SearchPad</name>
    <message>
        <source>Cancella</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Spazio</source>
        <translation>空格</translation>
    </message>
</context>
<context>
    <name>SearchScreen</name>
    <message>
        <source>Che cosa cerchi?</source>
        <translation>您找什么？</translation>
    </message>
    <message>
        <source>Svuota</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Cancella tutto e ricomincia</source>
        <translation>全部删除，重新开始</translation>
    </message>
    <message>
        <source>Scrivi un&apos;attività, un luogo o per chi è. Oppure parti da qui:</source>
        <translation>请写活动、地点或适合谁。或从这里开始：</translation>
    </message>
    <message>
        <source>Scrivi un&apos;attività, un luogo o per chi è.</source>
        <translation>请写活动、地点或适合谁。</translation>
    </message>
    <message>
        <source>Gli altri spazi</source>
        <translation>其他场所</translation>
    </message>
</context>
<context>
    <name>ServiceScreen</name>
    <message>
        <source>Codice per il telefono: %1</source>
        <translation>手机用的代码：%1</translation>
    </message>
    <message>
        <source>Inquadra il codice per avere l&apos;elenco sul telefono.</source>
        <translation>扫描代码，把名单存到手机。</translation>
    </message>
</context>
<context>
    <name>Services</name>
    <message>
        <source>Prodotti e servizi</source>
        <translation>产品和服务</translation>
    </message>
    <message>
        <source>Servizi</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Qui non ci sono ancora servizi.</source>
        <translation>这里还没有服务。</translation>
    </message>
    <message>
        <source>Prodotti</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Quando</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Costo</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Paga</source>
        <translation>报酬</translation>
    </message>
    <message>
        <source>Per chi</source>
        <translation>适合谁</translation>
    </message>
    <message>
        <source>Posti</source>
        <translation>名额</translation>
    </message>
    <message>
        <source>Fino a</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Contatto</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Questo qui non c&apos;è più.</source>
        <translation>这一项已经没有了。</translation>
    </message>
    <message>
        <source>Torna indietro e scegli altro, oppure chiedi al portiere.</source>
        <translation>请返回另选，或询问门房。</translation>
    </message>
    <message>
        <source>Testo in italiano.</source>
        <translation>意大利语文字。</translation>
    </message>
    <message>
        <source>Candidati</source>
        <translation>应聘</translation>
    </message>
    <message>
        <source>Ordina</source>
        <translation>订购</translation>
    </message>
    <message>
        <source>Chiedi</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Non serve chiedere prima: vieni e basta.</source>
        <translation>不需要先申请：直接来即可。</translation>
    </message>
    <message>
        <source>Tessera letta: tocca e hai finito.</source>
        <translation>已读取会员卡：点一下就完成了。</translation>
    </message>
    <message>
        <source>Con la tessera, oppure con il tuo nome. Il portiere ti risponde qui.</source>
        <translation>用会员卡，或用您的名字。门房在这里答复您。</translation>
    </message>
</context>
<context>
    <name>ServicesScreen</name>
    <message>
        <source>Hai bisogno di una mano? Chiedi al portiere, negli orari di apertura.</source>
        <translation>需要帮忙吗？请在开放时间询问门房。</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Oggi qui</source>
        <translation>今天这里</translation>
    </message>
    <message>
        <source>La settimana</source>
        <translation>这一周</translation>
    </message>
    <message>
        <source>Gli altri spazi</source>
        <translation>其他场所</translation>
    </message>
    <message>
        <source>I servizi</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>La bacheca</source>
        <translation>公告栏</translation>
    </message>
    <message>
        <source>Tutti gli spazi</source>
        <translation>所有场所</translation>
    </message>
    <message>
        <source>Cerca</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>L&apos;attività</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Iscriviti</source>
        <translation>报名</translation>
    </message>
    <message>
        <source>La tua tessera</source>
        <translation>您的会员卡</translation>
    </message>
    <message>
        <source>Portineria</source>
        <translation>门房</translation>
    </message>
    <message>
        <source>Altro</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Personale</source>
        <translation>工作人员</translation>
    </message>
    <message>
        <source>Indietro</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>SignUp</name>
    <message>
        <source>Posti finiti. Con la tessera puoi metterti in lista d&apos;attesa.</source>
        <translation>名额已满。有会员卡可以排候补。</translation>
    </message>
    <message>
        <source>Alle %1 sei già iscritto a: %2</source>
        <translation>%1您已报名：%2</translation>
    </message>
    <message>
        <source>Questo codice è scaduto. Torna indietro e scegli di nuovo il telefono.</source>
        <translation>代码已过期。请返回，重新选择手机。</translation>
    </message>
    <message>
        <source>Intanto il posto resta tuo.</source>
        <translation>在此期间名额仍归您。</translation>
    </message>
    <message>
        <source>Il posto è tuo quando il telefono lo conferma.</source>
        <translation>手机确认后，名额就归您。</translation>
    </message>
    <message>
        <source>Oggi, %1: %2</source>
        <translation>今天，%1：%2</translation>
    </message>
</context>
<context>
    <name>SignUpScreen</name>
    <message>
        <source>Iscriviti</source>
        <translation>报名</translation>
    </message>
    <message>
        <source>Per quante persone della tua casa?</source>
        <translation>您家里几个人？</translation>
    </message>
    <message>
        <source>Una persona in meno</source>
        <translation>减一人</translation>
    </message>
    <message>
        <source>Una persona in più</source>
        <translation>加一人</translation>
    </message>
    <message>
        <source>Come vuoi iscriverti?</source>
        <translation>您想怎么报名？</translation>
    </message>
    <message>
        <source>Con la tessera</source>
        <translation>用会员卡</translation>
    </message>
    <message>
        <source>avvicinala adesso al lettore, o scrivi il numero</source>
        <translation>现在靠近扫码器，或输入卡号</translation>
    </message>
    <message>
        <source>Con il telefono</source>
        <translation>用手机</translation>
    </message>
    <message>
        <source>anche se non hai la tessera</source>
        <translation>没有会员卡也行</translation>
    </message>
    <message>
        <source>Al banco</source>
        <translation>在门房</translation>
    </message>
    <message>
        <source>ti iscrive il portiere</source>
        <translation>由门房为您报名</translation>
    </message>
</context>
<context>
    <name>Slips</name>
    <message>
        <source>La stampante ha finito la carta. %1</source>
        <translation>打印机没纸了。%1</translation>
    </message>
    <message>
        <source>La stampante è ferma. %1</source>
        <translation>打印机停了。%1</translation>
    </message>
</context>
<context>
    <name>Spaces</name>
    <message>
        <source>a %1 km</source>
        <translation>%1公里</translation>
    </message>
    <message>
        <source>Sei qui</source>
        <translation>您在这里</translation>
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
        <translation>场所的位置：数字与名单上的相同</translation>
    </message>
</context>
<context>
    <name>SpacesScreen</name>
    <message>
        <source>Gli altri spazi</source>
        <translation>其他场所</translation>
    </message>
    <message>
        <source>Tutti insieme</source>
        <translation>全部一起</translation>
    </message>
    <message>
        <source>Che cosa c&apos;è in tutti gli spazi, giorno per giorno</source>
        <translation>所有场所每天的活动</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>alle %1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>dalle %1 alle %2</source>
        <translation>%1到%2</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>a whole hour</comment>
        <translation>%1点</translation>
    </message>
    <message>
        <source>%1 e %2</source>
        <comment>hour and minutes</comment>
        <translation>%1点%2分</translation>
    </message>
    <message>
        <source>un indirizzo web</source>
        <translation>一个网址</translation>
    </message>
</context>
<context>
    <name>StaffScreen</name>
    <message>
        <source>Personale</source>
        <translation>工作人员</translation>
    </message>
    <message>
        <source>Avvicina il badge al lettore, oppure tocca le tue iniziali.</source>
        <translation>请把工牌靠近扫码器，或点您的姓名缩写。</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>aperta con il PIN</source>
        <translation>用PIN打开</translation>
    </message>
    <message>
        <source>aperta con il badge</source>
        <translation>用工牌打开</translation>
    </message>
</context>
<context>
    <name>Takeaway</name>
    <message>
        <source>Fatto: prendi il foglietto dalla stampante.</source>
        <translation>完成：请从打印机取纸条。</translation>
    </message>
    <message>
        <source>La tua iscrizione è salva.</source>
        <translation>您的报名已保存。</translation>
    </message>
    <message>
        <source>Usa il codice, o chiedi al portiere.</source>
        <translation>请用代码，或询问门房。</translation>
    </message>
    <message>
        <source>Per partecipare ci si iscrive.</source>
        <translation>参加需要报名。</translation>
    </message>
</context>
<context>
    <name>TakeawayScreen</name>
    <message>
        <source>Stampo il foglietto …</source>
        <translation>正在打印纸条 …</translation>
    </message>
    <message>
        <source>Stampane un altro</source>
        <translation>再打印一张</translation>
    </message>
    <message>
        <source>Stampa un foglietto</source>
        <translation>打印纸条</translation>
    </message>
    <message>
        <source>Codice per il calendario del telefono</source>
        <translation>手机日历用的代码</translation>
    </message>
    <message>
        <source>Codice per il telefono: %1</source>
        <translation>手机用的代码：%1</translation>
    </message>
    <message>
        <source>Portalo con te</source>
        <translation>带走信息</translation>
    </message>
    <message>
        <source>La pagina</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>Il calendario</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Inquadra il codice con la fotocamera del telefono: l&apos;appuntamento va nel tuo calendario, anche senza rete.</source>
        <translation>用手机摄像头对准代码：活动会存进您的日历，没有网络也行。</translation>
    </message>
    <message>
        <source>Inquadra il codice con la fotocamera del telefono: si apre la pagina di questa attività.</source>
        <translation>用手机摄像头对准代码：会打开这项活动的网页。</translation>
    </message>
    <message>
        <source>Di questa attività non c&apos;è niente da portare con te.</source>
        <translation>这项活动没有可以带走的信息。</translation>
    </message>
    <message>
        <source>per chi non ha il telefono</source>
        <translation>给没有手机的人</translation>
    </message>
</context>
<context>
    <name>ToTell</name>
    <message>
        <source>Il posto c&apos;è: iscrizione confermata</source>
        <translation>有名额：报名已确认</translation>
    </message>
    <message>
        <source>Posti finiti: è in lista d&apos;attesa</source>
        <translation>名额已满：已排候补</translation>
    </message>
    <message>
        <source>Il posto non c&apos;è</source>
        <translation>没有名额</translation>
    </message>
    <message>
        <source>Incontro annullato</source>
        <translation>活动已取消</translation>
    </message>
    <message>
        <source>Incontro spostato</source>
        <translation>活动已改期</translation>
    </message>
    <message>
        <source>Ha un posto anche alle %1: %2, %3</source>
        <translation>%1还有名额：%2，%3</translation>
    </message>
</context>
<context>
    <name>ToTellScreen</name>
    <message>
        <source>Altro</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Da avvisare</source>
        <translation>待通知</translation>
    </message>
    <message>
        <source>Avvisato: %1</source>
        <translation>已通知：%1</translation>
    </message>
    <message>
        <source>È ancora da avvisare</source>
        <translation>还没通知</translation>
    </message>
    <message>
        <source>Nessuno da avvisare.</source>
        <translation>没有人待通知。</translation>
    </message>
    <message>
        <source>Qui trovi chi aspetta una risposta e non ha lasciato un indirizzo e-mail.</source>
        <translation>这里是等待答复、又没有留电子邮件的人。</translation>
    </message>
    <message>
        <source>Scrivi il PIN per vedere nomi e numeri</source>
        <translation>输入PIN查看姓名和号码</translation>
    </message>
    <message>
        <source>Avvisato</source>
        <translation>已通知</translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>Chi lo conduce oggi non può venire.</source>
        <translation>今天主持人不能来。</translation>
    </message>
    <message>
        <source>La sala non è disponibile.</source>
        <translation>房间不能用。</translation>
    </message>
    <message>
        <source>Per il maltempo.</source>
        <translation>因为天气不好。</translation>
    </message>
    <message>
        <source>Scrivo io il motivo</source>
        <translation>我自己写原因</translation>
    </message>
    <message>
        <source>Annullato</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>nessuna iscrizione</source>
        <translation>没有人报名</translation>
    </message>
    <message>
        <source>tutto il giorno</source>
        <translation>全天</translation>
    </message>
    <message>
        <source>L&apos;incontro si fa.</source>
        <translation>活动照常举行。</translation>
    </message>
    <message>
        <source>Nessuno è iscritto. Chi guarda il programma lo vede subito.</source>
        <translation>没有人报名。看活动安排的人马上能看到。</translation>
    </message>
    <message>
        <source>%1. Chi ha lasciato un&apos;e-mail riceve una lettera quando c&apos;è la rete; gli altri li trovi in Da avvisare. Se cambia qualcosa, qui puoi dire che si fa lo stesso.</source>
        <translation>%1。留了电子邮件的人，有网络后会收到信；其他人在“待通知”里。如有变化，您可以在这里说明照常举行。</translation>
    </message>
</context>
<context>
    <name>TodayScreen</name>
    <message>
        <source>Altro</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Programma di oggi</source>
        <translation>今日活动</translation>
    </message>
    <message>
        <source>Per oggi qui non c&apos;è altro in programma.</source>
        <translation>今天这里没有别的安排。</translation>
    </message>
    <message>
        <source>Annullato. Tutti lo vedono già su questo terminale.</source>
        <translation>已取消。这台终端上大家已能看到。</translation>
    </message>
    <message>
        <source>Chi è da avvisare</source>
        <translation>待通知的人</translation>
    </message>
    <message>
        <source>Si fa lo stesso</source>
        <translation>照常举行</translation>
    </message>
    <message>
        <source>Annulli questo incontro?</source>
        <translation>取消这次活动？</translation>
    </message>
    <message>
        <source>Sì, annulla</source>
        <translation>是，取消</translation>
    </message>
    <message>
        <source>No</source>
        <translation>不</translation>
    </message>
    <message>
        <source>Oggi non si fa? Perché?</source>
        <translation>今天不举行？为什么？</translation>
    </message>
    <message>
        <source>Annulla questo incontro</source>
        <translation>取消这次活动</translation>
    </message>
    <message>
        <source>Perché? Lo leggono tutti: senza nomi</source>
        <translation>为什么？大家都会看到：不要写名字</translation>
    </message>
    <message>
        <source>Avanti</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>UndoPart</name>
    <message>
        <source>Annulla</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>Who</name>
    <message>
        <source>Non ho la tessera: scrivo il nome</source>
        <translation>我没有会员卡：写名字</translation>
    </message>
    <message>
        <source>Nome e iniziale del cognome. Lo legge solo il portiere.</source>
        <translation>名字和姓的首字母。只有门房能看到。</translation>
    </message>
    <message>
        <source>Cancella</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Spazio</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Ho la tessera</source>
        <translation>我有会员卡</translation>
    </message>
</context>
<context>
    <name>WritePart</name>
    <message>
        <source>Cancella</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Spazio</source>
        <translation>空格</translation>
    </message>
</context>
<context>
    <name>WriteScreen</name>
    <message>
        <source>Cerco qualcosa</source>
        <translation>我在找</translation>
    </message>
    <message>
        <source>Offro qualcosa</source>
        <translation>我能提供</translation>
    </message>
    <message>
        <source>Che cosa cerchi? Senza nomi né telefoni</source>
        <translation>您在找什么？不要写名字和电话</translation>
    </message>
    <message>
        <source>Che cosa offri? Senza nomi né telefoni</source>
        <translation>您能提供什么？不要写名字和电话</translation>
    </message>
    <message>
        <source>Avanti</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Cancella</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Spazio</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Di chi è il biglietto?</source>
        <translation>字条是谁的？</translation>
    </message>
    <message>
        <source>Affiggi</source>
        <translation>贴出</translation>
    </message>
    <message>
        <source>Biglietto salvato.</source>
        <translation>字条已保存。</translation>
    </message>
    <message>
        <source>Lo vedi in bacheca quando l&apos;ufficio l&apos;ha letto. Sul biglietto non c&apos;è il tuo nome: chi risponde parla con il portiere.</source>
        <translation>办公室看过后，公告栏上就能看到。字条上没有您的名字：回应的人会找门房。</translation>
    </message>
</context>
</TS>
