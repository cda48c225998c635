// The one main action of a screen: a filled bar.
import QtQuick

Touchable {
    id: root

    property color color: Theme.action

    implicitHeight: Math.max(Theme.primary, words.implicitHeight + 2 * Theme.pad)
    implicitWidth: words.implicitWidth + 4 * Theme.pad
    opacity: enabled ? 1 : 0.55

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: root.pressed ? Theme.actionPressed : root.color
    }
    PlainText {
        id: words
        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.pad
        horizontalAlignment: Text.AlignHCenter
        text: root.label
        color: Theme.sheet
        font.bold: true
        font.pixelSize: Theme.compact ? Theme.title * 0.9 : Theme.title * 0.92
        lineHeight: 0.88
        Accessible.ignored: true
    }
}
