// A note for the neighbours' board: what, in a few words; who; saved.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.controls
import kiosk.services

ScreenBase {
    id: root

    required property NoteModel model
    readonly property TextEntry note: root.model.note as TextEntry

    Column {
        id: write
        visible: root.model.step === "write"
        width: parent.width
        spacing: Theme.compact ? Theme.gap : Theme.section

        Heading {
            visible: !Theme.compact
            width: parent.width
            text: root.model.what === "cerco" ? qsTr("Cerco qualcosa") : qsTr("Offro qualcosa")
        }
        Grid {
            width: parent.width
            columns: Theme.wide ? 2 : 1
            columnSpacing: Theme.margin
            rowSpacing: Theme.section
            verticalItemAlignment: Grid.AlignBottom

            Field {
                width: Theme.wide ? parent.width - next.width - Theme.margin : parent.width
                label: root.model.what === "cerco" ? qsTr("Che cosa cerchi? Senza nomi né telefoni") : qsTr("Che cosa offri? Senza nomi né telefoni")
                value: root.note.text
            }
            PrimaryButton {
                id: next
                objectName: "write.next"
                width: Theme.wide ? Theme.mm(Theme.compact ? 74 : 130) : parent.width
                enabled: root.note.ready
                label: qsTr("Avanti")
                onTapped: root.model.proceed()
            }
        }
        LetterPad {
            name: "write"
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width, Theme.mm(330))
            eraseLabel: qsTr("Cancella")
            spaceLabel: qsTr("Spazio")
            onLetter: value => root.note.add(value)
            onErased: root.note.erase()
        }
    }
    Heading {
        id: asked
        visible: root.model.step === "who"
        width: parent.width
        text: qsTr("Di chi è il biglietto?")
    }
    ScrollArea {
        name: "write.who"
        visible: root.model.step === "who"
        anchors.top: asked.bottom
        anchors.topMargin: Theme.compact ? Theme.hair : Theme.section
        anchors.bottom: parent.bottom
        width: parent.width

        Who {
            width: parent.width
            name: "note"
            who: root.model.who as WhoEntry
            confirmLabel: qsTr("Affiggi")
            onConfirmed: root.model.confirm()
        }
    }
    Saved {
        visible: root.model.step === "done"
        anchors.fill: parent
        saved: true
        headline: qsTr("Biglietto salvato.")
        meaning: qsTr("Lo vedi in bacheca quando l'ufficio l'ha letto. Sul biglietto non c'è il tuo nome: chi risponde parla con il portiere.")
        onDone: root.leave()
    }
}
