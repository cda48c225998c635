// Tiles to choose from, under the words that say what they choose.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.controls

Column {
    id: root

    signal chosen(string dimension, string code)

    required property string title
    required property var options
    property int columns: Theme.large ? (Theme.wide ? 3 : 2) : Theme.compact ? 3 : Theme.wide ? 4 : 3

    visible: tiles.count > 0
    spacing: Theme.hair * 1.4

    PlainText {
        width: parent.width
        text: root.title
        font.bold: true
        Accessible.role: Accessible.Heading
    }
    Grid {
        id: grid
        width: parent.width
        columns: root.columns
        spacing: Theme.gap

        // All as high as the highest: a grid, and not a wall of stones.
        readonly property real high: Array.from(children).reduce((most, one) => Math.max(most, one.implicitHeight), 0)

        Repeater {
            id: tiles
            model: root.options

            Choice {
                required property string code
                required property string dimension
                required property string count
                required label
                required selected

                objectName: dimension === code ? "filters." + code : "filters." + dimension + "." + code
                width: Math.floor((grid.width - grid.spacing * (grid.columns - 1)) / grid.columns)
                height: grid.high
                leading: true
                below: count
                size: Theme.compact ? Theme.small : Theme.body
                onTapped: root.chosen(dimension, code)
            }
        }
    }
}
