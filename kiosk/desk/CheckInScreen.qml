// Show a code: a booking or a card. What it was stands in large words.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.controls
import kiosk.desk

ScreenBase {
    id: root

    required property CheckInModel model

    readonly property real half: Theme.wide ? (width - Theme.margin) / 2 : width

    Column {
        id: words
        width: root.half
        spacing: Theme.section

        OutlineButton {
            objectName: "checkin.back"
            mark: "back"
            label: qsTr("Portineria")
            onTapped: root.back()
        }
        Heading {
            width: parent.width
            text: qsTr("Leggi un codice")
        }
        MessagePanel {
            visible: root.model.headline !== ""
            objectName: "checkin.said"
            width: parent.width
            attention: root.model.tone === "off"
            mark: root.model.tone === "good" ? "check" : root.model.tone === "off" ? "ring" : "half"
            title: root.model.headline
            text: root.model.detail
        }
        Field {
            visible: !root.model.choosing
            width: parent.width
            label: qsTr("Avvicina al lettore l'iscrizione o la tessera, o scrivi il numero della tessera")
            placeholder: "0000 0000 0000"
            value: root.model.shown
        }
        PrimaryButton {
            objectName: "checkin.number.confirm"
            visible: !root.model.choosing
            width: parent.width
            enabled: root.model.complete
            label: qsTr("Segna la presenza")
            onTapped: root.model.confirm()
        }
    }

    Keypad {
        visible: !root.model.choosing
        name: "checkin.number"
        anchors.right: Theme.wide ? parent.right : undefined
        anchors.horizontalCenter: Theme.wide ? undefined : parent.horizontalCenter
        y: Theme.wide ? 0 : words.height + Theme.section
        keyWidth: Math.min(Theme.mm(56), (root.half - 2 * spacing) / 3)
        eraseLabel: qsTr("Indietro")
        clearLabel: qsTr("Cancella")
        onDigit: value => root.model.add(value)
        onErased: root.model.erase()
        onCleared: root.model.clear()
    }

    PagedList {
        visible: root.model.choosing
        name: "checkin"
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        width: root.half
        y: Theme.wide ? 0 : words.height + Theme.section
        model: root.model.today
        delegate: ActivityRow {
            id: row

            required property string key
            required property string title
            required property string when

            objectName: "checkin.occurrence." + row.key
            width: ListView.view.width
            label: row.title
            time: row.when
            detail: ""
            seats: ""
            onTapped: root.model.choose(row.key)
        }
    }
}
