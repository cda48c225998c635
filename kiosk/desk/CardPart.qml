// One card: its code for the person's phone, its number, and what can be done about it.
import QtQuick
import kiosk.controls
import kiosk.desk

Item {
    id: root

    signal enrol

    required property CardsModel model

    readonly property bool wide: Theme.wide
    readonly property real side: Math.min(Theme.mm(130), wide ? Math.min(height, width * (Theme.compact ? 0.42 : 0.45)) : Math.min(width, height * 0.42))

    QrCode {
        id: code
        objectName: "cards.qr"
        visible: text !== ""
        width: root.side
        height: root.side
        anchors.left: root.wide ? parent.left : undefined
        anchors.horizontalCenter: root.wide ? undefined : parent.horizontalCenter
        text: root.model.code
        Accessible.name: root.model.way === "card" ? qsTr("La tessera, da fotografare") : qsTr("La pagina della persona, per il telefono")
    }
    ScrollArea {
        name: "cards.one"
        anchors.left: root.wide && code.visible ? code.right : parent.left
        anchors.leftMargin: root.wide && code.visible ? Theme.margin : 0
        anchors.right: parent.right
        anchors.top: root.wide || !code.visible ? parent.top : code.bottom
        anchors.topMargin: root.wide || !code.visible ? 0 : Theme.section
        anchors.bottom: parent.bottom
        spacing: Theme.compact ? Theme.gap : Theme.section

        PlainText {
            objectName: "cards.number"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.model.number
            font.bold: true
            font.pixelSize: Theme.title
        }
        MessagePanel {
            visible: root.model.unseen
            width: parent.width
            title: qsTr("Tessera fatta da un telefono")
            text: qsTr("Guarda una volta un documento: abita nelle case popolari del quartiere? Resta scritto solo che l'hai visto.")

            OutlineButton {
                objectName: "cards.saw"
                width: parent.width
                ink: Theme.attentionInk
                label: qsTr("Documento visto")
                onTapped: root.model.saw()
            }
        }
        MessagePanel {
            objectName: "cards.doubled"
            visible: root.model.doubled
            width: parent.width
            title: qsTr("Usata in due spazi insieme")
            text: qsTr("Forse qualcuno ne ha una copia. Chiedi alla persona. Se la tessera non è più solo sua, fanne una nuova.")
        }
        PlainText {
            width: parent.width
            text: root.model.code === "" ? qsTr("Questa tessera è stata fatta altrove: qui non si può mostrare. Se è persa, fanne una nuova.") : root.model.way === "card" ? qsTr("La persona fotografa il codice con il telefono: quella foto è la tessera. Vale subito, anche senza rete.") : qsTr("Il telefono apre la pagina della persona, con la tessera e le iscrizioni. C'è da quando il terminale ha la rete.")
        }
        Row {
            id: ways
            visible: root.model.both
            width: parent.width
            spacing: Theme.gap

            Choice {
                objectName: "cards.way.card"
                width: Math.floor((ways.width - ways.spacing) / 2)
                label: qsTr("La tessera")
                selected: root.model.way === "card"
                onTapped: root.model.show("card")
            }
            Choice {
                objectName: "cards.way.page"
                width: Math.floor((ways.width - ways.spacing) / 2)
                label: qsTr("La sua pagina")
                selected: root.model.way === "page"
                onTapped: root.model.show("page")
            }
        }
        MessagePanel {
            objectName: "cards.told"
            visible: root.model.told !== ""
            width: parent.width
            attention: !root.model.printed
            text: root.model.told
        }
        OutlineButton {
            objectName: "cards.slip"
            visible: root.model.canPrint
            width: parent.width
            enabled: !root.model.busy
            label: root.model.busy ? qsTr("La tessera sta uscendo.") : qsTr("Stampa la tessera")
            onTapped: root.model.printSlip()
        }
        OutlineButton {
            objectName: "cards.enrol"
            width: parent.width
            label: qsTr("Iscrivi a un'attività")
            onTapped: root.enrol()
        }
        OutlineButton {
            objectName: "cards.lost"
            width: parent.width
            label: qsTr("Tessera persa: fanne una nuova")
            onTapped: root.model.ask("lost")
        }
        OutlineButton {
            objectName: "cards.revoke"
            width: parent.width
            label: qsTr("Blocca la tessera")
            onTapped: root.model.ask("revoke")
        }
    }
}
