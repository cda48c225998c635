// Notes from shift to shift: what is to be read, and a new one.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.controls
import kiosk.desk

ScreenBase {
    id: root

    required property HandoverModel model
    readonly property Listing listing: root.model.listing as Listing

    // Where what is under the head begins: beside a large button the head is lower than it.
    readonly property real below: Theme.wide ? Math.max(top.height, aside.height) : aside.y + aside.height

    DeskTop {
        id: top
        anchors.left: parent.left
        name: "handover"
        y: Theme.wide ? Math.max(0, (aside.height - height) / 2) : 0
        width: Theme.wide ? parent.width - aside.width - Theme.gap : parent.width
        label: root.model.writing ? qsTr("Consegne") : qsTr("Altro")
        title: Theme.compact && root.model.writing ? "" : root.model.writing ? qsTr("Scrivi una consegna") : qsTr("Consegne")
        onBack: root.model.writing ? root.go("handover", "") : root.back()
    }
    Item {
        id: aside
        // On a low screen not above the button that leaves the note: there is no room between them.
        readonly property bool beside: Theme.compact && root.model.writing
        anchors.left: beside ? parent.left : undefined
        anchors.leftMargin: Theme.mm(Theme.large ? 96 : 84)
        anchors.right: beside ? undefined : parent.right
        y: Theme.wide ? 0 : top.height + Theme.section
        width: Theme.wide ? Theme.mm(Theme.tight && root.model.writing ? 160 : Theme.compact ? 110 : 150) : parent.width
        height: root.model.writing ? others.height : write.height

        PrimaryButton {
            id: write
            objectName: "handover.write"
            visible: !root.model.writing
            width: parent.width
            label: qsTr("Scrivi una consegna")
            onTapped: root.go("handover", "write")
        }
        Choice {
            id: others
            objectName: "handover.all"
            visible: root.model.writing
            width: parent.width
            label: qsTr("Anche agli altri spazi")
            size: Theme.compact ? Theme.small : Theme.body
            selected: root.model.everywhere
            onTapped: root.model.toAll()
        }
    }

    Column {
        id: notes
        visible: !root.model.writing
        y: root.below + (Theme.compact ? Theme.gap : Theme.section)
        width: parent.width
        spacing: Theme.gap

        MessagePanel {
            objectName: "handover.said"
            visible: root.listing.said !== ""
            width: parent.width
            attention: false
            mark: "check"
            title: qsTr("Consegna salvata.")
            text: root.listing.said
        }
        UndoPart {
            visible: root.model.ticked
            width: parent.width
            name: "handover"
            text: qsTr("Segnata come fatta.")
            hint: qsTr("La consegna è ancora da fare")
            onUndone: root.model.undo()
        }
        MessagePanel {
            objectName: "handover.empty"
            visible: root.listing.empty
            width: parent.width
            attention: false
            title: qsTr("Nessuna consegna.")
            text: qsTr("Qui lasci a chi viene dopo di te quello che deve sapere o fare.")
        }
    }
    PagedList {
        name: "handover"
        visible: !root.model.writing && !root.listing.empty
        anchors.top: notes.bottom
        anchors.topMargin: Theme.hair
        anchors.bottom: parent.bottom
        width: parent.width
        model: root.listing.rows
        delegate: PersonLine {
            id: line

            required property string key
            required property string text
            required news
            required about
            required action
            name: "handover.row." + line.key
            width: ListView.view.width
            who: line.text
            strong: false
            onDone: root.model.tap(line.key)
        }
    }
    WritePart {
        visible: root.model.writing
        y: root.below + (Theme.tight ? Theme.gap : Theme.compact ? 0 : Theme.section)
        width: parent.width
        name: "handover"
        nextLabel: Theme.tight ? qsTr("Lascia") : qsTr("Lascia la consegna")
        label: qsTr("Per chi viene dopo. Senza nomi di chi abita qui")
        entry: root.model.note as TextEntry
        onProceed: root.model.leave()
    }
}
