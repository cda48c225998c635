// One of a few values. What is chosen is filled and carries a check.
import QtQuick

Touchable {
    id: root

    property string above
    property int size: Theme.strong
    property color fill: Theme.ink
    // Words at the start of the tile, as many lines as they need.
    property bool leading: false
    // The check above the words, where there is no room beside them.
    property bool stacked: false

    checkable: true
    implicitHeight: Math.max(Theme.target, words.implicitHeight + Theme.hair * 2)
    implicitWidth: Theme.target

    readonly property color textColor: selected ? Theme.sheet : Theme.ink

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: root.selected ? root.fill : root.pressed ? Theme.pressed : Theme.sheet
        border.width: root.selected ? 0 : Theme.stroke
        border.color: Theme.ink
    }
    Mark {
        id: check
        visible: root.selected
        kind: "check"
        color: root.textColor
        size: Math.min(Theme.mm(5), root.size * 0.62)
        x: root.leading ? Theme.mm(Theme.compact ? 3 : 4.5) : root.stacked ? (root.width - width) / 2 : words.x - width - Theme.mm(1.8)
        y: root.stacked ? words.y - height - Theme.mm(0.4) : (root.height - height) / 2
    }
    Column {
        id: words

        readonly property real room: root.width - 2 * Theme.mm(Theme.compact ? 2.4 : 3) - (root.selected && !root.stacked ? check.width + Theme.mm(1.8) : 0)
        readonly property real start: root.leading ? Theme.mm(Theme.compact ? 3 : 4.5) : (root.width - width) / 2

        width: root.leading ? room : Math.min(room, Math.max(top.implicitWidth, main.implicitWidth))
        x: root.leading ? start + (root.selected ? check.width + Theme.mm(1.8) : 0) : root.stacked ? start : start + (root.selected ? (check.width + Theme.mm(1.8)) / 2 : 0)
        y: (root.height - height) / 2 + (root.stacked && root.selected ? check.height / 2 : 0)

        PlainText {
            id: top
            visible: text !== ""
            width: parent.width
            horizontalAlignment: root.leading ? Text.AlignLeft : Text.AlignHCenter
            text: root.above
            color: root.textColor
            font.pixelSize: Theme.small
            lineHeight: 0.9
            Accessible.ignored: true
        }
        PlainText {
            id: main
            width: parent.width
            horizontalAlignment: root.leading ? Text.AlignLeft : Text.AlignHCenter
            text: root.label
            color: root.textColor
            font.bold: true
            font.pixelSize: root.size
            lineHeight: 0.92
            Accessible.ignored: true
        }
    }
}
