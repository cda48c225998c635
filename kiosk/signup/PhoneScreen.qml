// Sign up with the phone: it opens the hub's page through its own network, with this terminal's ticket.
import QtQuick
import kiosk.controls
import kiosk.signup

ScreenBase {
    id: root

    required property SignUpModel model

    readonly property real side: Math.min(Theme.mm(160), Theme.wide ? height : width, Theme.wide ? width * 0.5 : height * 0.55)

    Component.onCompleted: root.model.offer()

    QrCode {
        id: code
        objectName: "signup.qr"
        visible: text !== ""
        width: root.side
        height: root.side
        anchors.left: Theme.wide ? parent.left : undefined
        anchors.horizontalCenter: Theme.wide ? undefined : parent.horizontalCenter
        y: Theme.wide ? (parent.height - height) / 2 : words.height + Theme.section * 2
        text: root.model.ticket
        Accessible.name: qsTr("Codice per il telefono")
    }
    ScrollArea {
        id: words
        name: "signup.phone"
        anchors.left: Theme.wide ? code.right : parent.left
        anchors.leftMargin: Theme.wide ? Theme.margin * 1.5 : 0
        anchors.right: parent.right
        anchors.top: parent.top
        height: Theme.wide ? parent.height : implicitHeight

        Heading {
            width: parent.width
            text: qsTr("Con il telefono")
        }
        Subject {
            width: parent.width
            title: root.model.title
            when: root.model.when
            where: root.model.where
        }
        Refusal {
            width: parent.width
            model: root.model
            onDeclined: root.back()
        }
        PlainText {
            visible: root.model.ticket !== ""
            width: parent.width
            text: qsTr("Inquadra il codice con la fotocamera, scrivi il tuo nome e conferma. Qui vedi quando è fatto.")
            font.pixelSize: Theme.compact ? Theme.body : Theme.strong
        }
        PlainText {
            visible: text !== ""
            width: parent.width
            text: [root.model.ticketPlace, root.model.ticketTime].filter(part => part !== "").join("\n")
        }
    }
}
