// A choice with a title and a few words under it.
import QtQuick

Touchable {
    id: root

    property string subtitle
    property bool filled: false
    // A tile of one line, where many stand under each other.
    property bool low: false
    // It asks to be read first.
    property bool attention: false
    property color fill: Theme.action

    readonly property color textColor: filled ? Theme.sheet : attention ? Theme.attentionInk : Theme.ink

    hint: subtitle
    implicitHeight: Math.max(low ? Theme.target : Theme.tile, words.implicitHeight + 2 * (low ? Theme.mm(1.4) : Theme.fit(5, 3.6, 1.4)))
    implicitWidth: Theme.mm(80)

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: root.filled ? (root.pressed ? Theme.actionPressed : root.fill) : root.pressed ? Theme.pressed : root.attention ? Theme.attention : Theme.sheet
        border.width: root.filled ? 0 : Theme.stroke
        border.color: root.textColor
    }
    Mark {
        id: mark
        visible: root.selected
        kind: "check"
        color: root.textColor
        size: Theme.mm(6)
        anchors.right: parent.right
        anchors.rightMargin: Theme.pad
        anchors.verticalCenter: parent.verticalCenter
    }
    Column {
        id: words
        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.leftMargin: Theme.pad
        anchors.right: root.selected ? mark.left : parent.right
        anchors.rightMargin: Theme.pad
        spacing: Theme.hair / 3

        PlainText {
            width: parent.width
            text: root.label
            color: root.textColor
            font.bold: true
            font.pixelSize: Theme.strong
            leading: 0.9
            Accessible.ignored: true
        }
        PlainText {
            width: parent.width
            visible: text !== ""
            text: root.subtitle
            color: root.textColor
            font.pixelSize: Theme.small
            Accessible.ignored: true
        }
    }
}
