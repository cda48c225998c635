// One of the words of the bottom bar.
import QtQuick

Touchable {
    id: root

    property bool first: false

    insetX: Theme.mm(2.1)

    implicitHeight: Math.max(Theme.bar, words.implicitHeight + Theme.hair)

    Rectangle {
        anchors.fill: parent
        color: root.pressed ? Theme.inkPressed : Theme.ink
        border.width: root.activeFocus ? Theme.focus : 0
        border.color: Theme.sheet
    }
    Rectangle {
        visible: !root.first
        anchors.left: parent.left
        width: Math.max(1, Math.round(Theme.stroke / 2))
        height: parent.height
        color: Theme.barLine
    }
    PlainText {
        id: words
        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.mm(1.2)
        horizontalAlignment: Text.AlignHCenter
        text: root.label
        color: Theme.sheet
        font.bold: true
        font.pixelSize: Theme.low ? Theme.small : Theme.body
        leading: 0.95
        Accessible.ignored: true
    }
}
