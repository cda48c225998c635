// Something to read: quiet, or asking for attention. It grows with its words.
import QtQuick

Rectangle {
    id: root

    property string title
    property string text
    property bool attention: true
    property string mark
    default property alias extra: below.data

    readonly property color ink: attention ? Theme.attentionInk : Theme.ink

    implicitHeight: column.implicitHeight + 2 * Theme.pad
    radius: Theme.radius
    color: attention ? Theme.attention : Theme.quiet
    border.width: Theme.contrast ? Theme.stroke : 0
    border.color: ink
    Accessible.role: attention ? Accessible.AlertMessage : Accessible.Grouping
    Accessible.name: title === "" ? text : title + ". " + text

    Column {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.pad
        spacing: Theme.hair

        Item {
            visible: root.title !== ""
            width: parent.width
            height: title.implicitHeight

            Mark {
                id: sign
                visible: root.mark !== ""
                kind: root.mark
                color: root.ink
                size: Theme.mm(8)
                anchors.left: parent.left
                y: title.height / title.lineCount / 2 - height / 2
            }
            PlainText {
                id: title
                anchors.left: root.mark !== "" ? sign.right : parent.left
                anchors.leftMargin: root.mark !== "" ? Theme.mm(4) : 0
                anchors.right: parent.right
                text: root.title
                color: root.ink
                font.bold: true
                font.pixelSize: Theme.strong
                leading: 0.92
                Accessible.ignored: true
            }
        }
        PlainText {
            visible: text !== ""
            width: parent.width
            text: root.text
            color: root.ink
            Accessible.ignored: true
        }
        Column {
            id: below
            visible: children.length > 0
            width: parent.width
            spacing: Theme.gap
            topPadding: children.length > 0 ? Theme.hair : 0
        }
    }
}
