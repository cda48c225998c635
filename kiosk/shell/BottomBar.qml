// Always there: leave, show a code, the language, how the screens are shown.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.controls

Item {
    id: root

    signal go(string screen)
    signal exited

    required property string screen
    required property bool desk
    required property bool canExit
    // Notes to this shift that nobody has ticked off.
    required property int notes

    readonly property var shown: [exit, search, lock, card, checkin, enrol, more, language, access].filter(button => button.wanted)
    readonly property real share: width / Math.max(1, shown.length)

    implicitHeight: Math.max(...shown.map(button => button.implicitHeight))

    component Word: BarButton {
        property bool wanted: true
        visible: wanted
        width: root.share
        height: root.height
        first: root.shown[0] === this
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.ink
    }
    Row {
        anchors.fill: parent

        Word {
            id: exit
            objectName: "bar.exit"
            wanted: root.canExit && !root.desk
            label: qsTr("Esci")
            hint: qsTr("Finisci e cancella quello che hai scritto")
            onTapped: root.exited()
        }
        Word {
            id: search
            objectName: "bar.search"
            wanted: !root.canExit && !root.desk
            label: qsTr("Cerca")
            hint: qsTr("un'attività, un servizio, un posto")
            onTapped: root.go("search")
        }
        Word {
            id: lock
            objectName: "bar.lock"
            wanted: root.desk
            label: qsTr("Blocca")
            hint: qsTr("Chiudi la portineria")
            onTapped: root.exited()
        }
        Word {
            id: card
            objectName: "bar.card"
            wanted: !root.desk && root.screen !== "card"
            label: qsTr("Mostra la tessera")
            onTapped: root.go("card")
        }
        Word {
            id: checkin
            objectName: "bar.checkin"
            wanted: root.desk && root.screen !== "checkin"
            label: qsTr("Leggi un codice")
            onTapped: root.go("checkin")
        }
        Word {
            id: enrol
            objectName: "bar.enrol"
            wanted: root.desk && !root.screen.startsWith("enrol")
            label: qsTr("Iscrivi una persona")
            onTapped: root.go("enrol")
        }
        Word {
            id: more
            objectName: "bar.more"
            wanted: root.desk && root.screen !== "more"
            label: root.notes > 0 ? qsTr("Altro (%1)").arg(root.notes) : qsTr("Altro")
            hint: (root.notes > 0 ? qsTr("Consegne da leggere: %1").arg(root.notes) + ". " : "") + qsTr("Attesi oggi, richieste, pacchi, da avvisare, da inviare")
            onTapped: root.go("more")
        }
        Word {
            id: language
            objectName: "bar.language"
            wanted: root.screen !== "language"
            // In every language at once: whoever looks for it does not read the one on screen.
            label: Theme.wide ? "Lingua · Language" : "Lingua\nLanguage"
            onTapped: root.go("language")
        }
        Word {
            id: access
            objectName: "bar.access"
            wanted: root.screen !== "access" && !root.desk
            label: qsTr("Accessibilità")
            hint: qsTr("Testo grande, contrasto alto, comandi in basso")
            onTapped: root.go("access")
        }
    }
}
