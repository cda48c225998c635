// The other spaces: a list, the nearest first, and a plan that says where they lie.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.agenda
import kiosk.controls

ScreenBase {
    id: root

    required property SpacesModel model

    readonly property bool drawn: root.model.hasPlan && !(Theme.compact && Theme.large)

    Heading {
        id: title
        anchors.left: parent.left
        anchors.right: all.left
        anchors.rightMargin: Theme.gap
        height: Math.max(implicitHeight, all.height)
        verticalAlignment: Text.AlignVCenter
        text: qsTr("Gli altri spazi")
    }
    OutlineButton {
        id: all
        objectName: "spaces.all"
        anchors.right: parent.right
        label: qsTr("Tutti insieme")
        hint: qsTr("Che cosa c'è in tutti gli spazi, giorno per giorno")
        onTapped: root.go("all", "*")
    }
    MessagePanel {
        visible: root.model.empty !== ""
        attention: false
        anchors.top: title.bottom
        anchors.topMargin: Theme.section
        width: parent.width
        text: root.model.empty
    }
    SpacesMap {
        id: map
        model: root.model
        visible: root.drawn
        anchors.left: parent.left
        anchors.top: title.bottom
        anchors.topMargin: Theme.section
        width: Theme.wide ? Math.min(parent.width * 0.46, height * 1.15) : parent.width
        height: Theme.wide ? parent.height - y : Math.min(parent.height * 0.42, width * 0.75)
    }
    ScrollArea {
        name: "spaces"
        anchors.top: map.visible && !Theme.wide ? map.bottom : title.bottom
        anchors.topMargin: Theme.section
        anchors.bottom: parent.bottom
        anchors.left: map.visible && Theme.wide ? map.right : parent.left
        anchors.leftMargin: map.visible && Theme.wide ? Theme.section * 1.5 : 0
        anchors.right: parent.right

        Grid {
            id: grid
            width: parent.width
            columns: Theme.compact || Theme.large ? (root.drawn ? 1 : 2) : 2
            spacing: Theme.gap

            // A row is as high as the higher of its two.
            readonly property real high: Array.from(children).reduce((most, one) => Math.max(most, one.implicitHeight), 0)

            Repeater {
                model: root.model.rows

                SpaceTile {
                    required property string key
                    required property string name
                    required property string detail
                    required number

                    objectName: "spaces." + key
                    width: Math.floor((grid.width - grid.spacing * (grid.columns - 1)) / grid.columns)
                    height: grid.high
                    label: name
                    subtitle: detail
                    onTapped: root.go("space", key)
                }
            }
        }
    }
}
