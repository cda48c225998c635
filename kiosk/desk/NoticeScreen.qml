// Notices of the space: what hangs on the board, a new one, taking one down.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.controls
import kiosk.desk

ScreenBase {
    id: root

    required property NoticeModel model

    readonly property Listing listing: model.listing as Listing
    readonly property string step: model.step
    readonly property TextEntry headline: model.title as TextEntry
    readonly property TextEntry words: model.text as TextEntry
    readonly property bool writes: step === "title" || step === "text"

    DeskTop {
        id: top
        name: "notice"
        width: parent.width
        label: root.step === "list" ? qsTr("Altro") : qsTr("Indietro")
        title: root.step === "list" ? qsTr("Avvisi") : root.writes && Theme.compact ? "" : qsTr("Nuovo avviso")
        onBack: root.step === "list" ? root.back() : root.model.stepBack()
    }

    Column {
        id: notes
        visible: root.step === "list"
        anchors.top: top.bottom
        anchors.topMargin: Theme.compact ? Theme.gap : Theme.section
        width: parent.width
        spacing: Theme.gap

        MessagePanel {
            objectName: "notice.said"
            visible: root.listing.said !== ""
            width: parent.width
            attention: false
            mark: "check"
            title: root.listing.said

            OutlineButton {
                objectName: "notice.undo"
                visible: root.model.canPutBack
                width: parent.width
                label: qsTr("Rimettilo")
                onTapped: root.model.putBack()
            }
        }
        PrimaryButton {
            objectName: "notice.new"
            width: parent.width
            label: qsTr("Scrivi un avviso")
            onTapped: root.model.write()
        }
        MessagePanel {
            visible: root.listing.empty && root.listing.said === ""
            width: parent.width
            attention: false
            title: qsTr("In bacheca non c'è nessun avviso di questo spazio.")
        }
    }
    PagedList {
        name: "notice"
        visible: root.step === "list"
        anchors.top: notes.bottom
        anchors.topMargin: Theme.section
        anchors.bottom: parent.bottom
        width: parent.width
        model: root.listing.rows
        delegate: PersonLine {
            id: line

            required property string key
            required property string title
            required property string text
            required property string until

            name: "notice.row." + line.key
            who: line.title
            news: line.text
            about: line.until
            width: ListView.view.width
            action: qsTr("Togli")
            onDone: root.model.take(line.key)
        }
    }

    WritePart {
        visible: root.writes
        y: Theme.tight ? 0 : top.height + (Theme.compact ? Theme.gap : Theme.section)
        indent: Theme.tight ? top.backWidth + Theme.gap : 0
        width: parent.width
        name: "notice"
        label: root.step === "title" ? qsTr("Titolo, in poche parole") : qsTr("Che cosa devono sapere? Senza nomi")
        entry: root.step === "title" ? root.headline : root.words
        nextLabel: qsTr("Avanti")
        onProceed: root.model.proceed()
    }

    ScrollArea {
        name: "notice.look"
        visible: root.step === "look"
        anchors.top: top.bottom
        anchors.topMargin: Theme.compact ? Theme.gap : Theme.section
        anchors.bottom: post.top
        anchors.bottomMargin: Theme.gap
        width: parent.width
        spacing: Theme.compact ? Theme.gap : Theme.section

        MessagePanel {
            objectName: "notice.preview"
            width: parent.width
            attention: root.model.urgent
            title: root.model.urgent ? qsTr("Urgente: %1").arg(root.headline.text) : root.headline.text
            text: root.words.text
        }
        PlainText {
            width: parent.width
            text: qsTr("Fino a quando si vede?")
            font.bold: true
        }
        Flow {
            id: days
            width: parent.width
            spacing: Theme.gap

            readonly property int across: Theme.large ? 2 : Theme.wide ? 4 : 3

            Repeater {
                model: [["oggi", qsTr("Oggi")], ["domani", qsTr("Domani")], ["settimana", qsTr("Una settimana")]]

                Choice {
                    required property var modelData

                    objectName: "notice.until." + modelData[0]
                    width: Math.floor((days.width - (days.across - 1) * days.spacing) / days.across)
                    height: Theme.target * 1.15
                    label: modelData[1]
                    size: Theme.small
                    selected: root.model.until === modelData[0]
                    onTapped: root.model.choose(modelData[0])
                }
            }
            Choice {
                objectName: "notice.urgent"
                width: days.across === 3 ? days.width : Math.floor((days.width - (days.across - 1) * days.spacing) / days.across)
                height: Theme.target * 1.15
                label: Theme.compact || Theme.large ? qsTr("Urgente") : qsTr("Urgente: anche su Oggi qui")
                hint: qsTr("Urgente: anche su Oggi qui")
                size: Theme.small
                selected: root.model.urgent
                onTapped: root.model.toggleUrgent()
            }
        }
    }
    PrimaryButton {
        id: post
        objectName: "notice.post"
        visible: root.step === "look"
        anchors.bottom: parent.bottom
        width: parent.width
        label: qsTr("Affiggi")
        onTapped: root.model.post()
    }
}
