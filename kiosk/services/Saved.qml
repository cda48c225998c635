// What was saved, in large words; the one thing to do is to be done.
import QtQuick
import kiosk.controls

Item {
    id: root

    signal done
    signal undone

    required property bool saved
    required property string headline
    required property string meaning
    property string subject
    property string undoLabel
    property string undoHint

    readonly property color ink: saved ? Theme.sheet : Theme.ink

    Rectangle {
        id: panel
        anchors.left: parent.left
        width: Theme.wide ? parent.width - actions.width - Theme.margin : parent.width
        height: Math.min(parent.height, words.implicitHeight + Theme.pad * 4)
        radius: Theme.radius * 1.4
        color: root.saved ? Theme.accent : Theme.quiet

        Accessible.role: Accessible.AlertMessage
        Accessible.name: root.headline + " " + root.meaning

        Column {
            id: words
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.pad * 1.6
            spacing: Theme.section

            Row {
                width: parent.width
                spacing: Theme.mm(5)
                Mark {
                    id: sign
                    kind: root.saved ? "check" : "ring"
                    color: root.ink
                    size: Theme.display
                    stroke: size * 0.14
                    anchors.verticalCenter: parent.verticalCenter
                }
                Heading {
                    objectName: "saved.headline"
                    width: parent.width - sign.width - parent.spacing
                    text: root.headline
                    color: root.ink
                    font.pixelSize: Theme.display
                }
            }
            PlainText {
                width: parent.width
                text: root.meaning
                color: root.ink
                font.pixelSize: Theme.strong
            }
            PlainText {
                visible: text !== ""
                width: parent.width
                text: root.subject
                color: root.ink
                font.bold: true
                font.pixelSize: Theme.strong
            }
        }
    }
    Column {
        id: actions
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.wide ? 0 : panel.height + Theme.section
        width: Theme.wide ? Theme.mm(Theme.compact ? 106 : 150) : parent.width
        spacing: Theme.gap

        PrimaryButton {
            objectName: "saved.done"
            width: parent.width
            label: qsTr("Fatto")
            onTapped: root.done()
        }
        Tile {
            objectName: "saved.undo"
            visible: root.undoLabel !== ""
            width: parent.width
            label: root.undoLabel
            subtitle: root.undoHint
            onTapped: root.undone()
        }
    }
}
