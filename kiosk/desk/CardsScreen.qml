// Who has a card, a new one, another for one that is lost, and one taken out of use.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.controls
import kiosk.desk

ScreenBase {
    id: root

    required property CardsModel model

    readonly property Listing listing: model.listing as Listing
    readonly property string step: model.step
    readonly property bool makes: step === "name" || step === "look" || step === "contact"
    readonly property real under: top.height + (Theme.compact ? Theme.gap : Theme.section)

    DeskTop {
        id: top
        name: "cards"
        width: parent.width
        label: root.step === "list" ? qsTr("Altro") : root.step === "card" || root.step === "find" ? qsTr("Tessere") : qsTr("Indietro")
        title: root.step === "list" ? qsTr("Tessere") : root.step === "find" ? (Theme.compact ? "" : qsTr("Trova una persona")) : root.makes ? (Theme.compact ? "" : qsTr("Nuova tessera")) : root.model.name
        onBack: root.step === "list" ? root.back() : root.model.close()
    }
    Column {
        id: notes
        visible: root.step === "list"
        y: root.under
        width: parent.width
        spacing: Theme.gap

        MessagePanel {
            objectName: "cards.said"
            visible: root.listing.said !== ""
            width: parent.width
            attention: false
            mark: "check"
            title: root.listing.said
        }
        Grid {
            id: doors
            visible: root.listing.open
            width: parent.width
            columns: root.listing.empty || Theme.large && !Theme.wide ? 1 : 2
            spacing: Theme.gap
            readonly property real share: Math.floor((width - (columns - 1) * spacing) / columns)

            PrimaryButton {
                objectName: "cards.new"
                width: doors.share
                label: qsTr("Nuova tessera")
                onTapped: root.model.make()
            }
            OutlineButton {
                objectName: "cards.find"
                visible: !root.listing.empty
                width: doors.share
                height: Theme.primary
                label: qsTr("Trova una persona")
                onTapped: root.model.find()
            }
        }
        OutlineButton {
            objectName: "cards.pin"
            visible: !root.listing.open
            width: parent.width
            label: qsTr("Scrivi il PIN per vedere i nomi")
            onTapped: root.go("pin", root.listing.staff)
        }
        MessagePanel {
            visible: root.listing.open && root.listing.empty
            width: parent.width
            attention: false
            title: qsTr("In questo spazio nessuno ha ancora una tessera.")
        }
    }
    PagedList {
        name: "cards"
        visible: root.step === "list" && !root.listing.empty
        anchors.top: notes.bottom
        anchors.topMargin: Theme.compact ? Theme.gap : Theme.section
        anchors.bottom: parent.bottom
        width: parent.width
        model: root.listing.rows
        delegate: PersonLine {
            id: line

            required property string key

            required who
            required news
            name: "cards.row." + line.key
            width: ListView.view.width
            action: qsTr("Apri")
            onDone: root.model.open(line.key)
        }
    }
    FindPart {
        visible: root.step === "find"
        name: "cards.find"
        y: root.under
        width: parent.width
        height: parent.height - y
        finder: root.model.finder as Finder
        action: qsTr("Apri")
        onChosen: key => root.model.open(key)
    }
    NewCardPart {
        readonly property bool writes: root.step === "name" || root.step === "contact"

        visible: root.makes
        y: Theme.tight && writes ? 0 : root.under
        indent: Theme.tight && writes ? top.backWidth + Theme.gap : 0
        width: parent.width
        height: parent.height - y
        model: root.model.fresh as NewCard
        onIssue: root.model.issue()
    }
    CardPart {
        visible: root.step === "card"
        y: root.under
        width: parent.width
        height: parent.height - y
        model: root.model
        onEnrol: root.go("enrol", "card:" + root.model.key)
    }
    MessagePanel {
        visible: root.step === "ask"
        y: root.under
        width: parent.width
        title: root.model.asked === "lost" ? qsTr("Fare una nuova tessera?") : qsTr("Bloccare la tessera?")
        text: root.model.asked === "lost" ? qsTr("La tessera %1 non vale più da subito. Le iscrizioni restano, sulla nuova.").arg(root.model.number) : qsTr("La tessera %1 non vale più da subito, qui e negli altri spazi appena c'è la rete.").arg(root.model.number)

        OutlineButton {
            objectName: "cards.confirm"
            width: parent.width
            ink: Theme.attentionInk
            label: root.model.asked === "lost" ? qsTr("Sì, fanne una nuova") : qsTr("Sì, blocca")
            onTapped: root.model.confirm()
        }
        OutlineButton {
            objectName: "cards.cancel"
            width: parent.width
            ink: Theme.attentionInk
            label: qsTr("No, lascia com'è")
            onTapped: root.model.close()
        }
    }
}
