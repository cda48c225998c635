// The parcels that are kept here: the code that somebody says on the keys, or from the list.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.controls
import kiosk.desk

ScreenBase {
    id: root

    required property ParcelsModel model
    readonly property Listing listing: root.model.listing as Listing

    // Where what is under the head begins: beside a large button the head is lower than it.
    readonly property real below: Theme.wide ? Math.max(top.height, keep.height) : keep.y + keep.height
    readonly property real air: Theme.compact ? Theme.gap : Theme.section
    readonly property real half: Theme.wide ? Math.floor((width - Theme.margin) * (Theme.tight ? 0.49 : 0.44)) : width

    DeskTop {
        id: top
        anchors.left: parent.left
        name: "parcels"
        y: Theme.wide && !Theme.compact ? Math.max(0, (keep.height - height) / 2) : 0
        width: Theme.wide ? parent.width - keep.width - Theme.gap : parent.width
        label: qsTr("Altro")
        title: root.model.total !== "" ? root.model.total : qsTr("Pacchi")
        onBack: root.back()
    }
    PrimaryButton {
        id: keep
        objectName: "parcels.keep"
        anchors.right: parent.right
        y: Theme.wide ? 0 : top.height + Theme.section
        width: Theme.wide ? Theme.mm(Theme.compact ? 92 : 130) : parent.width
        label: qsTr("Tieni un pacco")
        onTapped: root.go("parcels.keep", "")
    }

    Column {
        id: typing
        visible: !root.model.nothing
        anchors.left: parent.left
        // On a low screen there is no room to spare above the keys.
        y: Theme.compact ? top.height + Theme.hair : root.below + root.air
        width: root.half
        spacing: root.air

        Field {
            width: parent.width
            bare: Theme.tight
            label: qsTr("Codice del pacco")
            placeholder: "A10"
            value: root.model.code
        }
        LetterPad {
            name: "parcels"
            width: parent.width
            columns: !Theme.wide ? 10 : Theme.large ? 6 : 5
            lines: Theme.large ? (Theme.wide ? [["A", "F", "H", "K", "L", "M"], ["R", "U", "Z", "erase*3"], ["1", "2", "3", "4", "5", "6"], ["7", "8", "9", "0"]] : [["A", "F", "H", "K", "L", "M", "R", "U", "Z"], ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"], ["erase*4"]]) : Theme.wide ? [["A", "F", "H", "K", "L"], ["M", "R", "U", "Z", "erase"], ["1", "2", "3", "4", "5"], ["6", "7", "8", "9", "0"]] : [["A", "F", "H", "K", "L", "M", "R", "U", "Z", "erase"], ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"]]
            eraseLabel: qsTr("Togli")
            spaceLabel: ""
            onLetter: value => root.model.add(value)
            onErased: root.model.erase()
        }
    }
    Item {
        id: side
        y: (Theme.wide || root.model.nothing ? root.below : typing.y + typing.height) + root.air
        height: parent.height - y
        anchors.right: parent.right
        width: Theme.wide && !root.model.nothing ? parent.width - root.half - Theme.margin : parent.width

        Column {
            id: notes
            width: parent.width
            spacing: Theme.gap

            UndoPart {
                visible: root.listing.said !== ""
                width: parent.width
                name: "parcels"
                text: qsTr("Consegnato: %1").arg(root.listing.said)
                hint: qsTr("Il pacco è ancora qui")
                onUndone: root.model.undo()
            }
            MessagePanel {
                objectName: "parcels.empty"
                visible: root.model.nothing && root.listing.said === "" && !root.model.unknown
                width: parent.width
                attention: false
                title: qsTr("Nessun pacco da consegnare.")
                text: qsTr("Quando ne arriva uno, tocca Tieni un pacco: il terminale dà un codice da dire a chi lo ritira.")
            }
            MessagePanel {
                objectName: "parcels.unknown"
                visible: root.model.unknown
                width: parent.width
                title: qsTr("Qui non c'è un pacco con questo codice.")
                text: qsTr("Confronta il codice, o cerca il pacco per nome nell'elenco.")
            }
            OutlineButton {
                objectName: "parcels.pin"
                visible: root.listing.hidden
                width: parent.width
                label: qsTr("Scrivi il PIN per vedere i nomi")
                onTapped: root.go("pin", root.listing.staff)
            }
        }
        PagedList {
            name: "parcels"
            visible: !root.listing.empty
            beside: false
            anchors.top: notes.bottom
            anchors.topMargin: Theme.hair
            anchors.bottom: parent.bottom
            width: parent.width
            model: root.listing.rows
            delegate: PersonLine {
                id: line

                required property string key

                required who
                required news
                required action
                required late
                name: "parcels.row." + line.key
                width: ListView.view.width
                onDone: root.model.tap(line.key)
            }
        }
    }
}
