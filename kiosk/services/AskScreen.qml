// Who asks, for what.
import QtQuick
import kiosk.controls
import kiosk.services

ScreenBase {
    id: root

    required property AskModel model

    Column {
        id: top
        width: parent.width
        spacing: Theme.hair * 0.6

        Heading {
            visible: !Theme.compact
            width: parent.width
            text: qsTr("Chi chiede?")
        }
        PlainText {
            width: parent.width
            text: root.model.title
            font.bold: true
            font.pixelSize: Theme.strong
            leading: 0.92
        }
    }
    MessagePanel {
        visible: root.model.title === ""
        anchors.top: top.bottom
        anchors.topMargin: Theme.section
        width: parent.width
        title: qsTr("Questo qui non c'è più.")
        text: qsTr("Torna indietro e scegli altro, oppure chiedi al portiere.")
    }
    ScrollArea {
        name: "service.who"
        visible: root.model.title !== ""
        anchors.top: top.bottom
        anchors.topMargin: Theme.compact ? Theme.hair : Theme.section
        anchors.bottom: parent.bottom
        width: parent.width

        Who {
            width: parent.width
            name: "ask"
            who: root.model.who as WhoEntry
            confirmLabel: qsTr("Invia")
            onConfirmed: root.model.confirm()
        }
    }
}
