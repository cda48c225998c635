// One of a few values. What is chosen is filled and carries a check.
import QtQuick

Touchable {
    id: root

    property string above
    property string below
    property int size: Theme.strong
    property color fill: Theme.ink
    // Words at the start of the tile, as many lines as they need.
    property bool leading: false
    // The check above the words, where there is no room beside them.
    property bool stacked: false

    checkable: true
    implicitHeight: Math.max(Theme.target, content.implicitHeight + Theme.hair * 2)
    implicitWidth: Theme.target

    readonly property real edge: leading ? Theme.fit(4, 3.6, 2.4) : stacked ? Theme.mm(1.2) : Theme.fit(3, 3, 2.4)
    readonly property color textColor: selected ? Theme.sheet : Theme.ink

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: root.selected ? root.fill : root.pressed ? Theme.pressed : root.enabled ? Theme.sheet : "transparent"
        border.width: root.selected ? 0 : root.enabled ? Theme.stroke : Math.max(1, Math.round(Theme.stroke / 2))
        border.color: root.enabled ? Theme.ink : Theme.hairline
    }
    Grid {
        id: content
        anchors.left: root.leading ? parent.left : undefined
        anchors.leftMargin: root.edge
        anchors.horizontalCenter: root.leading ? undefined : parent.horizontalCenter
        anchors.verticalCenter: parent.verticalCenter
        columns: root.stacked ? 1 : 2
        columnSpacing: Theme.mm(1.8)
        rowSpacing: Theme.mm(0.4)
        horizontalItemAlignment: root.leading ? Grid.AlignLeft : Grid.AlignHCenter
        verticalItemAlignment: Grid.AlignVCenter

        Mark {
            id: check
            visible: root.selected
            kind: "check"
            color: root.textColor
            size: Math.min(Theme.mm(5), root.size * 0.62)
        }
        Column {
            id: words

            readonly property real room: root.width - 2 * root.edge - (root.selected && !root.stacked ? check.width + Theme.mm(1.8) : 0)

            width: root.leading ? room : Math.min(room, Math.max(above.implicitWidth, main.implicitWidth))

            PlainText {
                id: above
                visible: text !== ""
                width: parent.width
                horizontalAlignment: root.leading ? Text.AlignLeft : Text.AlignHCenter
                text: root.above
                color: root.textColor
                font.pixelSize: Theme.small
                leading: 0.9
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
                leading: 0.92
                Accessible.ignored: true
            }
            PlainText {
                visible: text !== ""
                width: parent.width
                horizontalAlignment: root.leading ? Text.AlignLeft : Text.AlignHCenter
                text: root.below
                color: root.textColor
                font.pixelSize: Theme.small
                leading: 0.9
                Accessible.ignored: true
            }
        }
    }
}
