// Who signed up for today, by activity.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.controls
import kiosk.desk

ScreenBase {
    id: root

    required property ExpectedModel model
    readonly property Listing listing: root.model.listing as Listing

    Grid {
        id: top
        anchors.left: parent.left
        columns: Theme.wide ? 2 : 1
        spacing: Theme.compact ? Theme.gap : Theme.section
        verticalItemAlignment: Grid.AlignVCenter

        OutlineButton {
            objectName: "expected.back"
            mark: "back"
            label: qsTr("Altro")
            onTapped: root.back()
        }
        Heading {
            text: qsTr("Attesi oggi")
        }
    }
    Column {
        id: notes
        anchors.top: top.bottom
        anchors.topMargin: Theme.compact ? Theme.gap : Theme.section
        width: parent.width
        spacing: Theme.gap

        PlainText {
            objectName: "expected.total"
            visible: text !== ""
            width: parent.width
            text: root.model.total
            font.pixelSize: Theme.body
        }
        MessagePanel {
            objectName: "expected.empty"
            visible: root.listing.empty
            width: parent.width
            attention: false
            title: qsTr("Per oggi nessuna iscrizione.")
            text: qsTr("Chi arriva senza iscrizione: leggi la tessera, poi scegli l'attività.")
        }
        OutlineButton {
            objectName: "expected.pin"
            visible: root.listing.hidden
            width: parent.width
            label: qsTr("Scrivi il PIN per vedere i nomi")
            onTapped: root.go("pin", root.listing.staff)
        }
    }
    PagedList {
        name: "expected"
        visible: !root.listing.empty
        anchors.top: notes.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        model: root.listing.rows
        section.property: "section"
        section.delegate: PlainText {
            required property string section
            width: ListView.view.width
            topPadding: Theme.section
            bottomPadding: Theme.hair
            text: section
            font.bold: true
            font.pixelSize: Theme.strong
            Accessible.role: Accessible.Heading
        }
        delegate: PersonLine {
            id: line

            required property string key
            required property string detail
            required property bool here

            required who
            name: "expected.row." + line.key
            about: line.detail
            width: ListView.view.width
            action: qsTr("È qui")
            over: line.here
            overLabel: qsTr("è qui")
            onDone: root.model.arrived(line.key)
        }
    }
}
