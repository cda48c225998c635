// Who opens the desk: initials, never names.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.controls
import kiosk.desk

ScreenBase {
    id: root

    required property PinModel model

    Heading {
        id: title
        width: parent.width
        text: qsTr("Personale")
    }
    PlainText {
        id: hint
        anchors.top: title.bottom
        anchors.topMargin: Theme.hair
        width: parent.width
        text: root.model.empty !== "" ? root.model.empty : qsTr("Avvicina il badge al lettore, oppure tocca le tue iniziali.")
    }
    ScrollArea {
        name: "staff"
        anchors.top: hint.bottom
        anchors.topMargin: Theme.section
        anchors.bottom: parent.bottom
        width: parent.width

        Grid {
            id: grid
            width: parent.width
            columns: Theme.wide ? 3 : 2
            spacing: Theme.gap

            Repeater {
                model: root.model.people

                Tile {
                    required property string key
                    required property string name
                    required property string role

                    objectName: "staff.person." + key
                    width: Math.floor((grid.width - grid.spacing * (grid.columns - 1)) / grid.columns)
                    label: name
                    subtitle: role
                    onTapped: root.model.choose(key)
                }
            }
        }
    }
}
