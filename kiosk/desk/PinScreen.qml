// Six digits.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.controls
import kiosk.desk

ScreenBase {
    id: root

    required property PinModel model

    readonly property real half: Theme.wide ? (width - Theme.margin) / 2 : width

    Column {
        id: words
        anchors.left: parent.left
        width: root.half
        spacing: Theme.section

        Heading {
            width: parent.width
            text: qsTr("Scrivi il PIN")
        }
        PlainText {
            width: parent.width
            text: root.model.who
            font.pixelSize: Theme.strong
            font.bold: true
        }
        Row {
            // Filled from the left, like the numbers on the keys.
            LayoutMirroring.enabled: false
            anchors.right: Application.layoutDirection === Qt.RightToLeft ? parent.right : undefined
            spacing: Theme.mm(5)
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("%n cifre scritte", "", root.model.filled)

            Repeater {
                model: 6
                Mark {
                    required property int index
                    kind: index < root.model.filled ? "dot" : "ring"
                    size: Theme.mm(Theme.compact ? 9 : 11)
                    stroke: Theme.mm(0.8)
                }
            }
        }
        PlainText {
            visible: root.model.busy
            width: parent.width
            text: qsTr("Controllo…")
        }
        MessagePanel {
            visible: root.model.problem !== ""
            width: parent.width
            text: root.model.problem
        }
    }
    Keypad {
        name: "pin"
        anchors.right: Theme.wide ? parent.right : undefined
        anchors.horizontalCenter: Theme.wide ? undefined : parent.horizontalCenter
        y: Theme.wide ? 0 : words.height + Theme.section * 2
        room: root.half
        eraseLabel: qsTr("Cancella")
        clearLabel: qsTr("Svuota")
        onDigit: value => root.model.add(value)
        onErased: root.model.erase()
        onCleared: root.model.clear()
    }
}
