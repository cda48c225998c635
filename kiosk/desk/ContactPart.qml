// How the person can be reached: which way, what it is, the keys, and the way on.
import QtQuick
import kiosk.controls
import kiosk.desk

Column {
    id: root

    signal proceed

    required property string name
    required property ContactEntry entry

    // The place of the way back, where it stands beside the first line.
    property real indent: 0
    readonly property bool mail: entry.kind === "mail"

    spacing: Theme.compact ? Theme.gap : Theme.section

    Grid {
        id: head
        anchors.left: parent.left
        anchors.leftMargin: root.indent
        width: parent.width - root.indent
        columns: Theme.tight ? 2 : Theme.wide ? 3 : 1
        columnSpacing: Theme.compact ? Theme.gap : Theme.margin
        rowSpacing: root.spacing
        verticalItemAlignment: Grid.AlignBottom

        Row {
            id: ways
            width: Theme.wide ? Theme.mm(Theme.tight ? 140 : Theme.compact ? 104 : 150) : parent.width
            spacing: Theme.gap

            Choice {
                objectName: root.name + ".by.phone"
                width: Math.floor((ways.width - ways.spacing) / 2)
                label: qsTr("Telefono")
                size: Theme.small
                selected: !root.mail
                onTapped: root.entry.choose("phone")
            }
            Choice {
                objectName: root.name + ".by.mail"
                width: Math.floor((ways.width - ways.spacing) / 2)
                label: qsTr("E-mail")
                size: Theme.small
                selected: root.mail
                onTapped: root.entry.choose("mail")
            }
        }
        Paper {
            visible: !Theme.tight
            width: Theme.wide ? parent.width - ways.width - beside.width - 2 * head.columnSpacing : parent.width
            lines: 1
            label: root.mail ? qsTr("E-mail: ci arriva la risposta") : qsTr("Telefono: lo vede solo chi lavora qui")
            value: root.entry.text
        }
        PrimaryButton {
            id: beside
            objectName: visible ? root.name + ".next" : ""
            visible: Theme.wide
            width: Theme.mm(Theme.compact ? 62 : 100)
            enabled: root.entry.ready
            label: qsTr("Avanti")
            onTapped: root.proceed()
        }
    }
    Paper {
        visible: Theme.tight
        width: parent.width
        lines: 1
        label: root.mail ? qsTr("E-mail: ci arriva la risposta") : qsTr("Telefono: lo vede solo chi lavora qui")
        value: root.entry.text
    }
    LetterPad {
        name: root.name
        visible: !root.mail
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width, Theme.mm(240))
        columns: 7
        lines: [["1", "2", "3", "4", "5", "+*2"], ["6", "7", "8", "9", "0", "erase*2"]]
        eraseLabel: qsTr("Cancella")
        spaceLabel: ""
        onLetter: value => root.entry.add(value)
        onErased: root.entry.erase()
    }
    MailPad {
        name: root.name + ".mail"
        visible: root.mail
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width, Theme.mm(330))
        eraseLabel: qsTr("Cancella")
        onSign: value => root.entry.add(value)
        onErased: root.entry.erase()
    }
    PrimaryButton {
        objectName: visible ? root.name + ".next" : ""
        visible: !Theme.wide
        width: parent.width
        enabled: root.entry.ready
        label: qsTr("Avanti")
        onTapped: root.proceed()
    }
}
