// Sign up at the desk: what to say, and when somebody is there.
import QtQuick
import kiosk.controls
import kiosk.signup

ScreenBase {
    id: root

    required property SignUpModel model

    Column {
        anchors.left: parent.left
        width: Math.min(parent.width, Theme.mm(270))
        spacing: Theme.section

        Heading {
            width: parent.width
            text: qsTr("Al banco")
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
        MessagePanel {
            visible: !root.model.stopped
            width: parent.width
            attention: false
            title: qsTr("Chiedi al portiere.")
            text: qsTr("Ti iscrive lui, basta il tuo nome.")
        }
        PlainText {
            visible: root.model.deskHours !== ""
            width: parent.width
            text: root.model.deskHours
            font.bold: true
        }
    }
}
