// The holder's sign-ups; before that, show the card.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.controls
import kiosk.signup

ScreenBase {
    id: root

    required property CardModel model

    Heading {
        id: title
        width: parent.width
        text: root.model.known ? qsTr("Le tue iscrizioni") : qsTr("Mostra la tessera")
    }
    ScrollArea {
        name: "card.number"
        visible: !root.model.known
        anchors.top: title.bottom
        anchors.topMargin: Theme.section
        anchors.bottom: parent.bottom
        width: parent.width

        NumberPad {
            width: parent.width
            name: "card.number"
            entry: root.model.entry as NumberEntry
            eye: root.model.eye as Eye
            confirmLabel: qsTr("Avanti")
            onConfirmed: root.model.confirm()
        }
    }
    MessagePanel {
        id: none
        visible: root.model.known && list.count === 0
        attention: false
        anchors.top: title.bottom
        anchors.topMargin: Theme.section
        width: parent.width
        title: qsTr("Tessera letta. Non hai iscrizioni.")
        text: qsTr("Scegli un'attività e tocca Iscriviti: con la tessera hai già finito.")
    }
    PrimaryButton {
        objectName: "card.home"
        visible: none.visible
        anchors.top: none.bottom
        anchors.topMargin: Theme.gap
        width: parent.width
        label: qsTr("Che cosa c'è oggi")
        onTapped: root.go("home", "")
    }
    PagedList {
        id: list
        name: "card"
        visible: root.model.known && count > 0
        anchors.top: title.bottom
        anchors.topMargin: Theme.section
        anchors.bottom: parent.bottom
        width: parent.width
        model: root.model.rows
        delegate: ActivityRow {
            id: row

            required property string key
            required property string screen
            required property string about
            required property string title
            required property string outcome

            objectName: "card." + row.key
            width: ListView.view.width
            label: row.title
            seats: row.outcome
            onTapped: root.go(row.screen, row.about)
        }
    }
}
