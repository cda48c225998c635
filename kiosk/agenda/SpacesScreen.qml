// The other spaces.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.agenda
import kiosk.controls

ScreenBase {
    id: root

    required property SpacesModel model

    Heading {
        id: title
        width: parent.width
        text: qsTr("Gli altri spazi")
    }
    MessagePanel {
        visible: root.model.empty !== ""
        attention: false
        anchors.top: title.bottom
        anchors.topMargin: Theme.section
        width: parent.width
        text: root.model.empty
    }
    ScrollArea {
        name: "spaces"
        anchors.top: title.bottom
        anchors.topMargin: Theme.section
        anchors.bottom: parent.bottom
        width: parent.width

        Grid {
            id: grid
            width: parent.width
            columns: Theme.wide ? 2 : 1
            spacing: Theme.gap

            Repeater {
                model: root.model.rows

                Tile {
                    required property string key
                    required property string name
                    required property string detail

                    objectName: "spaces." + key
                    width: Math.floor((grid.width - grid.spacing * (grid.columns - 1)) / grid.columns)
                    label: name
                    subtitle: detail
                    onTapped: root.go("space", key)
                }
            }
        }
    }
}
