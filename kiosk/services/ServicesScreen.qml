// What the space offers, a line each, under the office's headings.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.controls
import kiosk.services

ScreenBase {
    id: root

    required property ServicesModel model

    Heading {
        id: title
        width: parent.width
        text: root.model.title
    }
    MessagePanel {
        visible: root.model.empty !== ""
        attention: false
        anchors.top: title.bottom
        anchors.topMargin: Theme.section
        width: parent.width
        title: root.model.empty
        text: qsTr("Hai bisogno di una mano? Chiedi al portiere, negli orari di apertura.")
    }
    PagedList {
        name: "services"
        anchors.top: title.bottom
        anchors.topMargin: Theme.compact ? 0 : Theme.hair
        anchors.bottom: parent.bottom
        width: parent.width
        model: root.model.rows
        section.property: "section"
        section.delegate: ListHeading {
            required property string section
            width: ListView.view.width
            height: implicitHeight
            text: section
        }
        delegate: ListRow {
            id: row

            required property string key
            required property string title
            required detail
            required property string price

            objectName: "services.row." + row.key
            width: ListView.view.width
            label: row.title
            aside: row.price
            onTapped: root.go("service", row.key)
        }
    }
}
