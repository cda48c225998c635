// A drop-in of today: when, what, whether it is sent; and the way to take it back.
import QtQuick
import kiosk.controls

Item {
    id: root

    signal undone
    signal opened

    required property string key
    required property string time
    required property string text
    required property string sent

    readonly property bool narrow: width < Theme.mm(210)

    implicitHeight: Math.max(Theme.target + Theme.mm(4.4), words.implicitHeight + Theme.mm(4))

    Hairline {
        width: parent.width
    }
    PlainText {
        id: time
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(Theme.mm(Theme.compact ? 22 : 27), implicitWidth + Theme.mm(2))
        text: root.time
        font.bold: true
        font.pixelSize: Theme.small
    }
    Touchable {
        id: open
        objectName: "desk.row." + root.key
        anchors.left: parent.left
        anchors.right: undo.left
        anchors.rightMargin: Theme.mm(4.2)
        anchors.verticalCenter: parent.verticalCenter
        height: root.implicitHeight - Theme.mm(4.4)
        label: root.time + " " + root.text
        hint: qsTr("Altri dati della persona")
        onTapped: root.opened()

        Rectangle {
            anchors.fill: parent
            visible: open.pressed
            color: Theme.pressed
        }
        Mark {
            id: chevron
            visible: !Theme.compact
            kind: "next"
            size: Theme.mm(4)
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    Column {
        id: words
        anchors.left: time.right
        anchors.right: root.narrow ? undo.left : state.left
        anchors.rightMargin: root.narrow && !chevron.visible ? Theme.mm(4.2) : root.narrow ? Theme.mm(10.4) : Theme.mm(4)
        anchors.verticalCenter: parent.verticalCenter
        PlainText {
            width: parent.width
            text: root.text
            font.pixelSize: Theme.small
            leading: 0.92
        }
        PlainText {
            visible: root.narrow
            width: parent.width
            text: root.sent
            font.pixelSize: Theme.small
            leading: 0.92
        }
    }
    PlainText {
        id: state
        visible: !root.narrow
        anchors.right: undo.left
        anchors.rightMargin: Theme.mm(11)
        anchors.verticalCenter: parent.verticalCenter
        text: root.sent
        font.pixelSize: Theme.small
    }
    OutlineButton {
        id: undo
        objectName: "desk.row.undo." + root.key
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        label: qsTr("Annulla")
        hint: root.time + " " + root.text
        onTapped: root.undone()
    }
}
