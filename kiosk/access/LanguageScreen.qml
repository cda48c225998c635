// Choose a language: it changes at once, and one goes on where one was.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.access
import kiosk.controls

ScreenBase {
    id: root

    required property LanguageModel model

    Heading {
        id: title
        width: parent.width
        // In every language at once, like the button that leads here.
        text: "Lingua · Language"
    }
    ScrollArea {
        name: "language"
        anchors.top: title.bottom
        anchors.topMargin: Theme.section
        anchors.bottom: parent.bottom
        width: parent.width

        Grid {
            id: grid
            width: parent.width
            columns: 2
            spacing: Theme.gap

            Repeater {
                model: root.model.rows

                Tile {
                    required property string key
                    required property string name
                    required selected

                    objectName: "language." + key
                    width: Math.floor((grid.width - grid.spacing) / 2)
                    checkable: true
                    label: name
                    filled: selected
                    fill: Theme.ink
                    onTapped: {
                        root.model.choose(key);
                        root.back();
                    }
                }
            }
        }
    }
}
