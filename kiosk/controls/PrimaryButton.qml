// The one main action of a screen: a filled bar.
import QtQuick

Touchable {
    id: root

    property color color: Theme.action

    implicitHeight: Math.max(Theme.primary, words.implicitHeight + 2 * Theme.pad)
    implicitWidth: words.implicitWidth + 4 * Theme.pad

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: !root.enabled ? Theme.quiet : root.pressed ? Theme.actionPressed : root.color
        border.width: root.enabled ? 0 : Math.max(1, Math.round(Theme.stroke / 2))
        border.color: Theme.hairline
    }
    PlainText {
        id: words
        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.pad
        horizontalAlignment: Text.AlignHCenter
        text: root.label
        color: root.enabled ? Theme.sheet : Theme.ink
        font.bold: root.enabled
        font.pixelSize: Theme.name
        leading: 0.88
        Accessible.ignored: true
    }
}
