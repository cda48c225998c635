"""What letters say in the other languages of the first tier."""

from __future__ import annotations

from collections.abc import Mapping

from sync.hub.letters.wording import Wording

COUNTED = ("1", "{number}")
"""Of people: after a label that asks how many, a number is right in every language."""

WORDINGS: Mapping[str, Wording] = {
    "ar": Wording(
        locale="ar",
        subject={
            "final": 'تأكيد التسجيل: {title}',
            "waiting": 'قائمة الانتظار: {title}',
            "refused": 'لم يتم التسجيل: {title}',
            "cancelled": 'أُلغي: {title}',
            "moved": 'موعد جديد: {title}',
        },
        first={
            "final": 'تم تأكيد تسجيلك.',
            "waiting": 'لم تبقَ أماكن: أنت على قائمة الانتظار.',
            "refused": 'لم نتمكن من حجز مكان لك.',
            "cancelled": 'أُلغي هذا اللقاء.',
            "moved": 'تغيّر موعد هذا اللقاء. مكانك محفوظ.',
        },
        then={
            "final": 'إذا كنت لا تستطيع الحضور فأخبر البوّاب (portiere): يذهب المكان إلى شخص آخر.',
            "waiting": 'إذا توفّر مكان نكتب إليك. لا داعي لفعل أي شيء.',
            "refused": 'اسأل البوّاب (portiere): يساعدك على إيجاد موعد آخر.',
            "cancelled": 'نأسف لذلك. اسأل البوّاب (portiere) متى يُعاد اللقاء.',
            "moved": 'إذا كنت لا تستطيع الحضور في الموعد الجديد فأخبر البوّاب (portiere).',
        },
        when='متى', where='أين', access='كيفية الدخول', people='عدد الأشخاص', at='{day}، الساعة {time}',
        persons=COUNTED, more='البرنامج', right_to_left=True,
    ),
    "zh": Wording(
        locale="zh_Hans",
        subject={
            "final": '报名已确认：{title}',
            "waiting": '候补名单：{title}',
            "refused": '报名未成功：{title}',
            "cancelled": '活动取消：{title}',
            "moved": '时间更改：{title}',
        },
        first={
            "final": '您的报名已确认。',
            "waiting": '名额已满：您已列入候补名单。',
            "refused": '很抱歉，我们未能为您保留名额。',
            "cancelled": '此活动已取消。',
            "moved": '此活动改了时间。您的名额仍为您保留。',
        },
        then={
            "final": '如果您不能来，请告诉门房（portiere）：名额会让给别人。',
            "waiting": '如果有空位，我们会写信通知您。您不需要做任何事。',
            "refused": '请询问门房（portiere），他会帮您找别的日期。',
            "cancelled": '很抱歉。请向门房（portiere）询问何时再举行。',
            "moved": '如果新的时间您不能来，请告诉门房（portiere）。',
        },
        when='时间', where='地点', access='入场方式', people='人数', at='{day} {time}',
        persons=COUNTED, more='活动安排',
    ),
    "es": Wording(
        locale="es",
        subject={
            "final": 'Inscripción confirmada: {title}',
            "waiting": 'Lista de espera: {title}',
            "refused": 'Inscripción no realizada: {title}',
            "cancelled": 'Cancelado: {title}',
            "moved": 'Nueva fecha: {title}',
        },
        first={
            "final": 'su inscripción está confirmada.',
            "waiting": 'ya no quedan plazas: está en la lista de espera.',
            "refused": 'no hemos podido guardarle una plaza.',
            "cancelled": 'este encuentro se ha cancelado.',
            "moved": 'este encuentro cambia de fecha. Su plaza sigue siendo suya.',
        },
        then={
            "final": 'Si no puede venir, avise en la portería: la plaza será para otra persona.',
            "waiting": 'Si queda una plaza libre, le escribimos. No tiene que hacer nada.',
            "refused": 'Pregunte en la portería: le ayudan a encontrar otra fecha.',
            "cancelled": 'Lo sentimos. Pregunte en la portería cuándo se repite.',
            "moved": 'Si no puede venir en la nueva fecha, avise en la portería.',
        },
        when='Cuándo', where='Dónde', access='Cómo se entra', people='Personas', at='{day}, a las {time}',
        persons=COUNTED, more='El programa',
    ),
    "fil": Wording(
        locale="fil",
        subject={
            "final": 'Kumpirmado ang pagpapalista: {title}',
            "waiting": 'Waiting list: {title}',
            "refused": 'Hindi natuloy ang pagpapalista: {title}',
            "cancelled": 'Kinansela: {title}',
            "moved": 'Bagong oras: {title}',
        },
        first={
            "final": 'kumpirmado na ang inyong pagpapalista.',
            "waiting": 'wala nang bakanteng puwesto: nasa waiting list kayo.',
            "refused": 'hindi po namin nailaan ang puwesto para sa inyo.',
            "cancelled": 'kinansela ang pagtitipong ito.',
            "moved": 'nilipat ang pagtitipong ito. Sa inyo pa rin ang puwesto.',
        },
        then={
            "final": 'Kung hindi kayo makakapunta, sabihin po sa portiere: mapupunta sa iba ang puwesto.',
            "waiting": 'Kapag may nabakanteng puwesto, susulatan namin kayo. Wala po kayong kailangang gawin.',
            "refused": 'Magtanong po sa portiere: tutulungan kayong humanap ng ibang petsa.',
            "cancelled": 'Ikinalulungkot namin. Itanong po sa portiere kung kailan ito uulitin.',
            "moved": 'Kung hindi kayo makakapunta sa bagong oras, sabihin po sa portiere.',
        },
        when='Kailan', where='Saan', access='Paano pumasok', people='Ilang tao', at='{day}, {time}',
        persons=COUNTED, more='Ang programa',
    ),
}  # fmt: skip
