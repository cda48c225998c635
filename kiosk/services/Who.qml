// Who asks: the card, or a name. One of the two at a time.
import QtQuick
import kiosk.controls
import kiosk.services

Item {
    id: root

    signal confirmed

    required property WhoEntry who
    required property string name
    required property string confirmLabel
    readonly property TextEntry typed: root.who.name as TextEntry

    implicitHeight: who.naming ? named.height : carded.height

    Column {
        id: carded
        visible: !root.who.naming
        width: parent.width
        spacing: Theme.section

        NumberPad {
            width: parent.width
            name: root.name + ".number"
            entry: root.who.number as NumberEntry
            eye: root.who.eye as Eye
            confirmLabel: root.confirmLabel
            onConfirmed: root.confirmed()
        }
        OutlineButton {
            objectName: root.name + ".no_card"
            width: parent.width
            label: qsTr("Non ho la tessera: scrivo il nome")
            onTapped: root.who.byName()
        }
    }
    Column {
        id: named
        visible: root.who.naming
        width: parent.width
        spacing: Theme.compact ? Theme.gap : Theme.section

        Grid {
            width: parent.width
            columns: Theme.wide ? 2 : 1
            columnSpacing: Theme.margin
            rowSpacing: Theme.section
            verticalItemAlignment: Grid.AlignBottom

            Field {
                width: Theme.wide ? parent.width - confirm.width - Theme.margin : parent.width
                label: qsTr("Nome e iniziale del cognome. Lo legge solo il portiere.")
                value: root.typed.text
            }
            PrimaryButton {
                id: confirm
                objectName: root.name + ".name.confirm"
                width: Theme.wide ? Theme.mm(Theme.compact ? 74 : 130) : parent.width
                enabled: root.typed.ready
                label: root.confirmLabel
                onTapped: root.confirmed()
            }
        }
        LetterPad {
            name: root.name
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width, Theme.mm(330))
            eraseLabel: qsTr("Cancella")
            spaceLabel: qsTr("Spazio")
            onLetter: value => root.typed.add(value)
            onErased: root.typed.erase()
        }
        OutlineButton {
            objectName: root.name + ".card"
            width: parent.width
            label: qsTr("Ho la tessera")
            onTapped: root.who.byCard()
        }
    }
}
