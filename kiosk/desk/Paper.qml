// What is being written, with its label above: it shows its last lines, where the pen is.
import QtQuick
import kiosk.controls

Column {
    id: root

    required property string label
    required property string value
    property int lines: Theme.compact ? 1 : 3
    // Where there is no room for a label above, it stands where one will write.
    readonly property bool bare: Theme.tight

    spacing: Theme.hair

    Accessible.role: Accessible.EditableText
    Accessible.name: label + ". " + value

    PlainText {
        visible: !root.bare
        width: parent.width
        text: root.label
        font.bold: true
        font.pixelSize: Theme.compact ? Theme.small : Theme.body
        Accessible.ignored: true
    }
    Rectangle {
        width: parent.width
        height: Math.max(Math.ceil(metrics.height * root.lines) + Theme.pad, root.bare && root.value === "" ? words.implicitHeight + Theme.pad : 0)
        radius: Theme.radius
        color: Theme.sheet
        border.width: Theme.stroke
        border.color: Theme.ink
        clip: true

        FontMetrics {
            id: metrics
            font: words.font
        }
        PlainText {
            id: words
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: Theme.pad
            y: Math.min(Theme.pad / 2, parent.height - height - Theme.pad / 2)
            text: root.bare && root.value === "" ? root.label : root.value
            font.pixelSize: Theme.strong
            Accessible.ignored: true
        }
    }
}
