// A smaller choice: outlined, with a word or two.
import QtQuick

Touchable {
    id: root

    property color ink: Theme.ink
    property string mark
    property bool strong: true

    implicitHeight: Math.max(Theme.target, words.implicitHeight + Theme.pad)
    // Whole pixels: beside an edge a part of one would be cut off.
    implicitWidth: Math.ceil(Math.max(Theme.target, content.implicitWidth + 2 * Theme.pad))

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: root.pressed ? Theme.pressed : Theme.sheet
        border.width: Theme.stroke
        border.color: root.ink
    }
    Row {
        id: content
        anchors.centerIn: parent
        spacing: Theme.hair * 1.4

        Mark {
            visible: root.mark !== ""
            kind: root.mark
            color: root.ink
            anchors.verticalCenter: parent.verticalCenter
        }
        PlainText {
            id: words
            visible: root.label !== ""
            text: root.label
            width: Math.min(implicitWidth, root.width - 2 * Theme.hair - (root.mark !== "" ? Theme.mm(8) : 0))
            horizontalAlignment: Text.AlignHCenter
            anchors.verticalCenter: parent.verticalCenter
            color: root.ink
            font.bold: root.strong
            font.pixelSize: Theme.small
            Accessible.ignored: true
        }
    }
}
