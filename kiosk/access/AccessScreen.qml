// How the screens shall be shown. A tap changes it at once, on this very screen; it ends with the visit.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.access
import kiosk.controls

ScreenBase {
    id: root

    required property AccessModel model

    Heading {
        id: title
        width: parent.width
        text: qsTr("Accessibilità")
    }
    PlainText {
        id: words
        anchors.top: title.bottom
        anchors.topMargin: Theme.hair
        width: parent.width
        text: qsTr("Scegli come vedere il terminale. Quando esci, torna com'era.")
    }
    ScrollArea {
        name: "access"
        anchors.top: words.bottom
        anchors.topMargin: Theme.section
        anchors.bottom: parent.bottom
        width: parent.width

        Grid {
            id: grid
            width: parent.width
            columns: Theme.wide && !Theme.large ? 2 : 1
            spacing: Theme.gap

            Repeater {
                model: root.model.rows

                Tile {
                    required property string key
                    required property string name
                    required property string detail
                    required selected

                    objectName: "access." + key
                    // A screen that is not higher than a low reach has nothing to bring down.
                    visible: key !== "reach" || Theme.screenMm > Theme.reachMm
                    width: Math.floor((grid.width - grid.spacing * (grid.columns - 1)) / grid.columns)
                    checkable: true
                    label: name
                    subtitle: detail
                    filled: selected
                    fill: Theme.ink
                    onTapped: root.model.turn(key)
                }
            }
        }
    }
}
