// One of a few values. What is chosen is filled and carries a check.
import QtQuick

Touchable {
    id: root

    property string above
    property int size: Theme.strong
    property color fill: Theme.ink

    checkable: true
    implicitHeight: Math.max(Theme.target, words.implicitHeight + Theme.hair * 2)
    implicitWidth: Math.max(Theme.target, row.implicitWidth + Theme.hair * 2)

    readonly property color textColor: selected ? Theme.sheet : Theme.ink

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: root.selected ? root.fill : root.pressed ? Theme.pressed : Theme.sheet
        border.width: root.selected ? 0 : Theme.stroke
        border.color: Theme.ink
    }
    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.mm(1.8)

        Mark {
            visible: root.selected
            kind: "check"
            color: root.textColor
            size: Math.min(Theme.mm(5), root.size * 0.62)
            anchors.verticalCenter: parent.verticalCenter
        }
        Column {
            id: words
            anchors.verticalCenter: parent.verticalCenter

            PlainText {
                visible: text !== ""
                anchors.horizontalCenter: parent.horizontalCenter
                text: root.above
                color: root.textColor
                font.pixelSize: Theme.small
                lineHeight: 0.9
                Accessible.ignored: true
            }
            PlainText {
                anchors.horizontalCenter: parent.horizontalCenter
                text: root.label
                color: root.textColor
                font.bold: true
                font.pixelSize: root.size
                lineHeight: 0.95
                Accessible.ignored: true
            }
        }
    }
}
