// Who does not know yet how a sign-up stands.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.controls
import kiosk.desk

ScreenBase {
    id: root

    required property ToTellModel model
    readonly property Listing listing: root.model.listing as Listing

    Grid {
        id: top
        anchors.left: parent.left
        columns: Theme.wide ? 2 : 1
        spacing: Theme.compact ? Theme.gap : Theme.section
        verticalItemAlignment: Grid.AlignVCenter

        OutlineButton {
            objectName: "totell.back"
            mark: "back"
            label: qsTr("Altro")
            onTapped: root.back()
        }
        Heading {
            text: qsTr("Da avvisare")
        }
    }
    Column {
        id: notes
        anchors.top: top.bottom
        anchors.topMargin: Theme.compact ? Theme.gap : Theme.section
        width: parent.width
        spacing: Theme.gap

        UndoPart {
            visible: root.listing.said !== ""
            width: parent.width
            name: "totell"
            text: qsTr("Avvisato: %1").arg(root.listing.said)
            hint: qsTr("È ancora da avvisare")
            onUndone: root.model.undo()
        }
        MessagePanel {
            objectName: "totell.empty"
            visible: root.listing.empty && root.listing.said === ""
            width: parent.width
            attention: false
            mark: "check"
            title: qsTr("Nessuno da avvisare.")
            text: qsTr("Qui trovi chi aspetta una risposta e non ha lasciato un indirizzo e-mail.")
        }
        OutlineButton {
            objectName: "totell.pin"
            visible: root.listing.hidden
            width: parent.width
            label: qsTr("Scrivi il PIN per vedere nomi e numeri")
            onTapped: root.go("pin", root.listing.staff)
        }
    }
    PagedList {
        name: "totell"
        visible: !root.listing.empty
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
            required about
            name: "totell.row." + line.key
            width: ListView.view.width
            action: qsTr("Avvisato")
            onDone: root.model.tick(line.key)
        }
    }
}
