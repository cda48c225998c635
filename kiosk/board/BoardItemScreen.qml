// One notice, or one neighbour's note, whole.
import QtQuick
import kiosk.board
import kiosk.controls

ScreenBase {
    id: root

    required property BoardItemModel model

    readonly property real side: Theme.mm(Theme.compact ? 106 : 150)

    ScrollArea {
        id: area
        name: "board.item"
        anchors.top: parent.top
        anchors.left: parent.left
        width: Theme.wide && actions.visible ? parent.width - root.side - Theme.margin : Math.min(parent.width, Theme.mm(300))
        height: Theme.wide || !actions.visible ? parent.height : Math.min(implicitHeight, parent.height - actions.height - Theme.section)

        Rectangle {
            visible: root.model.mark !== ""
            anchors.left: parent.left
            width: mark.implicitWidth + Theme.mm(6)
            height: mark.implicitHeight + Theme.mm(0.8)
            radius: Theme.mm(1.5)
            color: root.model.urgent ? Theme.attention : Theme.quiet

            PlainText {
                id: mark
                anchors.centerIn: parent
                text: root.model.mark
                color: root.model.urgent ? Theme.attentionInk : Theme.ink
                font.bold: true
                font.pixelSize: Theme.small
            }
        }
        Heading {
            width: parent.width
            text: root.model.title
            font.pixelSize: text.length > 80 ? Theme.title * 0.86 : Theme.title
        }
        PlainText {
            visible: text !== ""
            width: parent.width
            text: root.model.text
            font.pixelSize: Theme.strong
        }
        PlainText {
            visible: text !== ""
            width: parent.width
            text: root.model.when
            font.pixelSize: Theme.small
        }
    }
    Column {
        id: actions
        visible: root.model.canAsk
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.wide ? Theme.mm(1) : area.height + Theme.section
        width: Theme.wide ? root.side : parent.width
        spacing: Theme.gap

        PrimaryButton {
            objectName: "board.ask"
            width: parent.width
            label: qsTr("Chiedi al portiere")
            onTapped: root.go("service.ask", root.model.key)
        }
        PlainText {
            width: parent.width
            topPadding: Theme.hair
            text: qsTr("Sul biglietto non c'è il nome: il portiere vi mette in contatto.")
        }
    }
}
