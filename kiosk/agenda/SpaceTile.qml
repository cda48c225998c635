// A space to choose, with its number on the plan.
import QtQuick
import kiosk.controls

Touchable {
    id: root

    property string subtitle
    property string number

    hint: subtitle
    implicitHeight: Math.max(Theme.tile, words.implicitHeight + 2 * Theme.fit(4, 3, 1.4))

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: root.pressed ? Theme.pressed : Theme.sheet
        border.width: Theme.stroke
        border.color: Theme.ink
    }
    Rectangle {
        id: disc
        visible: root.number !== ""
        anchors.left: parent.left
        anchors.leftMargin: Theme.pad * 0.7
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.mm(12)
        height: width
        radius: width / 2
        color: Theme.ink

        PlainText {
            anchors.centerIn: parent
            text: root.number
            color: Theme.sheet
            font.bold: true
            font.pixelSize: Theme.small
            Accessible.ignored: true
        }
    }
    Column {
        id: words
        anchors.verticalCenter: parent.verticalCenter
        anchors.left: disc.visible ? disc.right : parent.left
        anchors.leftMargin: Theme.pad * (disc.visible ? 0.7 : 1)
        anchors.right: parent.right
        anchors.rightMargin: Theme.pad * 0.7
        spacing: Theme.hair / 3

        PlainText {
            width: parent.width
            text: root.label
            font.bold: true
            font.pixelSize: Theme.strong
            leading: 0.9
            Accessible.ignored: true
        }
        PlainText {
            width: parent.width
            visible: text !== ""
            text: root.subtitle
            font.pixelSize: Theme.small
            leading: 0.95
            Accessible.ignored: true
        }
    }
}
