// What was done last, and the way to take it back.
import QtQuick
import kiosk.controls

Rectangle {
    id: root

    signal undone

    required property string name
    required property string text
    // What is so again when it is taken back.
    required property string hint

    implicitHeight: Math.max(words.implicitHeight, take.implicitHeight) + 2 * Theme.hair
    radius: Theme.radius
    color: Theme.quiet
    border.width: Theme.contrast ? Theme.stroke : 0
    border.color: Theme.ink
    Accessible.role: Accessible.Grouping
    Accessible.name: root.text

    Mark {
        id: sign
        kind: "check"
        size: Theme.mm(8)
        anchors.left: parent.left
        anchors.leftMargin: Theme.pad
        anchors.verticalCenter: parent.verticalCenter
    }
    PlainText {
        id: words
        objectName: root.name + ".said"
        anchors.left: sign.right
        anchors.leftMargin: Theme.mm(4)
        anchors.right: take.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        text: root.text
        font.bold: true
        font.pixelSize: Theme.compact ? Theme.small : Theme.body
        leading: 0.92
        Accessible.ignored: true
    }
    OutlineButton {
        id: take
        objectName: root.name + ".undo"
        anchors.right: parent.right
        anchors.rightMargin: Theme.hair
        anchors.verticalCenter: parent.verticalCenter
        label: qsTr("Annulla")
        hint: root.hint
        onTapped: root.undone()
    }
}
