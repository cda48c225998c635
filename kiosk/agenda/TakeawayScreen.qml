// The activity's address as a code for the phone.
import QtQuick
import kiosk.agenda
import kiosk.controls

ScreenBase {
    id: root

    required property ActivityModel model

    readonly property real side: Math.min(Theme.mm(150), Theme.wide ? height : width, Theme.wide ? width * 0.5 : height * 0.6)

    QrCode {
        id: code
        objectName: "takeaway.qr"
        width: root.side
        height: root.side
        anchors.left: Theme.wide ? parent.left : undefined
        anchors.horizontalCenter: Theme.wide ? undefined : parent.horizontalCenter
        y: Theme.wide ? (parent.height - height) / 2 : words.height + Theme.section * 2
        text: root.model.address
        Accessible.name: qsTr("Codice per il telefono: %1").arg(root.model.address)
    }
    Column {
        id: words
        anchors.left: Theme.wide ? code.right : parent.left
        anchors.leftMargin: Theme.wide ? Theme.margin * 2 : 0
        anchors.right: parent.right
        y: Theme.wide ? (parent.height - height) / 2 : 0
        spacing: Theme.section

        Heading {
            width: parent.width
            text: qsTr("Portalo con te")
        }
        PlainText {
            width: parent.width
            text: root.model.title
            font.bold: true
            font.pixelSize: Theme.strong
        }
        PlainText {
            width: parent.width
            text: qsTr("Inquadra il codice con la fotocamera del telefono: si apre la pagina di questa attività.")
            font.pixelSize: Theme.strong
        }
        PlainText {
            width: parent.width
            text: root.model.address
            wrapMode: Text.WrapAnywhere
        }
    }
}
