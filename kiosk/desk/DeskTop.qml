// The head of the desk's jobs: the way back, and what this is.
import QtQuick
import kiosk.controls

Grid {
    id: root

    signal back

    required property string name
    required property string label
    required property string title
    // A long title, of one thing among others.
    property bool one: false
    // The way back alone, with something else beside it.
    property bool bare: false
    readonly property real backWidth: button.width

    columns: Theme.wide ? 2 : 1
    spacing: Theme.compact ? Theme.gap : Theme.section
    verticalItemAlignment: Grid.AlignVCenter

    OutlineButton {
        id: button
        objectName: root.name + ".back"
        mark: "back"
        label: root.label
        onTapped: root.back()
    }
    Heading {
        visible: text !== "" && !root.bare
        width: Theme.wide ? root.width - button.width - root.spacing : root.width
        text: root.title
        font.pixelSize: root.one ? Theme.strong * 1.12 : Theme.title
    }
}
