"""What letters say in the languages of the second tier."""

from __future__ import annotations

from collections.abc import Mapping

from sync.hub.letters.first_tier import COUNTED
from sync.hub.letters.wording import Wording

WORDINGS: Mapping[str, Wording] = {
    "ro": Wording(
        locale="ro",
        subject={
            "final": 'Înscriere confirmată: {title}',
            "waiting": 'Listă de așteptare: {title}',
            "refused": 'Înscriere nereușită: {title}',
            "cancelled": 'Anulat: {title}',
            "moved": 'Altă dată: {title}',
        },
        first={
            "final": 'înscrierea dumneavoastră este confirmată.',
            "waiting": 'nu mai sunt locuri: sunteți pe lista de așteptare.',
            "refused": 'nu v-am putut păstra un loc.',
            "cancelled": 'această întâlnire este anulată.',
            "moved": 'această întâlnire a fost mutată. Locul rămâne al dumneavoastră.',
        },
        then={
            "final": 'Dacă nu puteți veni, anunțați portarul (portiere): locul va fi al altcuiva.',
            "waiting": 'Dacă se eliberează un loc, vă scriem. Nu trebuie să faceți nimic.',
            "refused": 'Întrebați portarul (portiere): vă ajută să găsiți altă dată.',
            "cancelled": 'Ne pare rău. Întrebați portarul (portiere) când se reia.',
            "moved": 'Dacă nu puteți veni la noua dată, anunțați portarul (portiere).',
        },
        when='Când', where='Unde', access='Cum se intră', people='Persoane', at='{day}, ora {time}',
        persons=COUNTED, more='Programul',
    ),
    "uk": Wording(
        locale="uk",
        subject={
            "final": 'Запис підтверджено: {title}',
            "waiting": 'Список очікування: {title}',
            "refused": 'Запис не вдався: {title}',
            "cancelled": 'Скасовано: {title}',
            "moved": 'Новий час: {title}',
        },
        first={
            "final": 'ваш запис підтверджено.',
            "waiting": 'місць більше немає: ви у списку очікування.',
            "refused": 'ми не змогли зберегти для вас місце.',
            "cancelled": 'цю зустріч скасовано.',
            "moved": 'цю зустріч перенесено. Ваше місце лишається за вами.',
        },
        then={
            "final": 'Якщо ви не можете прийти, скажіть портьє (portiere): місце дістанеться іншій людині.',
            "waiting": 'Якщо звільниться місце, ми вам напишемо. Нічого робити не треба.',
            "refused": 'Запитайте портьє (portiere): вам допоможуть знайти іншу дату.',
            "cancelled": 'Нам шкода. Запитайте портьє (portiere), коли зустріч відбудеться знову.',
            "moved": 'Якщо ви не можете прийти в новий час, скажіть портьє (portiere).',
        },
        when='Коли', where='Де', access='Як увійти', people='Скільки людей', at='{day}, {time}',
        persons=COUNTED, more='Програма',
    ),
    "si": Wording(
        locale="si",
        subject={
            "final": 'ලියාපදිංචිය තහවුරුයි: {title}',
            "waiting": 'පොරොත්තු ලේඛනය: {title}',
            "refused": 'ලියාපදිංචිය අසාර්ථකයි: {title}',
            "cancelled": 'අවලංගුයි: {title}',
            "moved": 'නව වේලාව: {title}',
        },
        first={
            "final": 'ඔබගේ ලියාපදිංචිය තහවුරු කර ඇත.',
            "waiting": 'ඉඩ අවසන්: ඔබ පොරොත්තු ලේඛනයේ සිටී.',
            "refused": 'ඔබ වෙනුවෙන් ඉඩක් තබා ගැනීමට අපට නොහැකි විය.',
            "cancelled": 'මෙම හමුව අවලංගු කර ඇත.',
            "moved": 'මෙම හමුවේ වේලාව වෙනස් කර ඇත. ඔබේ ඉඩ ඔබටම හිමි වේ.',
        },
        then={
            "final": 'ඔබට පැමිණීමට නොහැකි නම් portiere හට දන්වන්න: එම ඉඩ වෙනත් කෙනෙකුට ලැබේ.',
            "waiting": 'ඉඩක් ලැබුණොත් අපි ඔබට ලියන්නෙමු. ඔබ කිසිවක් කළ යුතු නැත.',
            "refused": 'portiere ගෙන් අසන්න: වෙනත් දිනයක් සොයා ගැනීමට ඔබට උදව් ලැබේ.',
            "cancelled": 'අපට කනගාටුයි. නැවත පැවැත්වෙන්නේ කවදාදැයි portiere ගෙන් අසන්න.',
            "moved": 'නව වේලාවට පැමිණීමට නොහැකි නම් portiere හට දන්වන්න.',
        },
        when='කවදාද', where='කොහේද', access='ඇතුල් වන ආකාරය', people='පුද්ගලයන් ගණන', at='{day}, {time}',
        persons=COUNTED, more='වැඩසටහන',
    ),
    "bn": Wording(
        locale="bn",
        subject={
            "final": 'নাম লেখানো নিশ্চিত: {title}',
            "waiting": 'অপেক্ষার তালিকা: {title}',
            "refused": 'নাম লেখানো হয়নি: {title}',
            "cancelled": 'বাতিল: {title}',
            "moved": 'নতুন সময়: {title}',
        },
        first={
            "final": 'আপনার নাম লেখানো নিশ্চিত হয়েছে।',
            "waiting": 'আর জায়গা নেই: আপনি অপেক্ষার তালিকায় আছেন।',
            "refused": 'আমরা আপনার জন্য জায়গা রাখতে পারিনি।',
            "cancelled": 'এই আয়োজনটি বাতিল হয়েছে।',
            "moved": 'এই আয়োজনের সময় বদলেছে। আপনার জায়গা আপনারই আছে।',
        },
        then={
            "final": 'আসতে না পারলে portiere-কে জানান: জায়গাটি অন্য কেউ পাবেন।',
            "waiting": 'জায়গা খালি হলে আমরা আপনাকে লিখব। আপনাকে কিছু করতে হবে না।',
            "refused": 'portiere-কে জিজ্ঞাসা করুন: অন্য তারিখ খুঁজতে সাহায্য করবেন।',
            "cancelled": 'আমরা দুঃখিত। আবার কবে হবে portiere-কে জিজ্ঞাসা করুন।',
            "moved": 'নতুন সময়ে আসতে না পারলে portiere-কে জানান।',
        },
        when='কখন', where='কোথায়', access='কীভাবে ঢুকবেন', people='কতজন', at='{day}, {time}',
        persons=COUNTED, more='কর্মসূচি',
    ),
    "sq": Wording(
        locale="sq",
        subject={
            "final": 'Regjistrimi u konfirmua: {title}',
            "waiting": 'Lista e pritjes: {title}',
            "refused": 'Regjistrimi nuk u krye: {title}',
            "cancelled": 'U anulua: {title}',
            "moved": 'Orar i ri: {title}',
        },
        first={
            "final": 'regjistrimi juaj është konfirmuar.',
            "waiting": 'nuk ka më vende: jeni në listën e pritjes.',
            "refused": "nuk mundëm t'ju ruanim një vend.",
            "cancelled": 'ky takim është anuluar.',
            "moved": 'ky takim është zhvendosur. Vendi mbetet i juaji.',
        },
        then={
            "final": 'Nëse nuk mund të vini, njoftoni portierin (portiere): vendi i jepet dikujt tjetër.',
            "waiting": "Nëse lirohet një vend, ju shkruajmë. Nuk keni ç'të bëni.",
            "refused": 'Pyesni portierin (portiere): ju ndihmon të gjeni një datë tjetër.',
            "cancelled": 'Na vjen keq. Pyesni portierin (portiere) se kur përsëritet.',
            "moved": 'Nëse nuk mund të vini në orarin e ri, njoftoni portierin (portiere).',
        },
        when='Kur', where='Ku', access='Si hyhet', people='Persona', at='{day}, ora {time}',
        persons=COUNTED, more='Programi',
    ),
    "fr": Wording(
        locale="fr",
        subject={
            "final": 'Inscription confirmée : {title}',
            "waiting": "Liste d'attente : {title}",
            "refused": 'Inscription non aboutie : {title}',
            "cancelled": 'Annulé : {title}',
            "moved": 'Nouvelle date : {title}',
        },
        first={
            "final": 'votre inscription est confirmée.',
            "waiting": "il n'y a plus de place : vous êtes sur la liste d'attente.",
            "refused": "nous n'avons pas pu vous garder une place.",
            "cancelled": 'cette rencontre est annulée.',
            "moved": 'cette rencontre est déplacée. Votre place reste la vôtre.',
        },
        then={
            "final": "Si vous ne pouvez pas venir, dites-le au gardien (portiere) : la place ira à quelqu'un d'autre.",
            "waiting": "Si une place se libère, nous vous écrivons. Vous n'avez rien à faire.",
            "refused": 'Demandez au gardien (portiere) : il vous aide à trouver une autre date.',
            "cancelled": 'Nous sommes désolés. Demandez au gardien (portiere) quand elle aura lieu de nouveau.',
            "moved": 'Si vous ne pouvez pas venir à la nouvelle date, dites-le au gardien (portiere).',
        },
        when='Quand', where='Où', access='Comment entrer', people='Personnes', at='{day}, à {time}',
        persons=COUNTED, more='Le programme',
    ),
}  # fmt: skip
