// What is being entered, large, with its label above and its error below.
import QtQuick

Column {
    id: root

    required property string label
    required property string value
    property string placeholder
    property string error
    // Without its label above, where that is said by what is around it.
    property bool bare: false

    spacing: Theme.hair

    Accessible.role: Accessible.EditableText
    Accessible.name: label
    Accessible.description: error

    PlainText {
        visible: !root.bare
        width: parent.width
        text: root.label
        font.bold: true
        Accessible.ignored: true
    }
    Rectangle {
        width: parent.width
        height: Math.max(Theme.fit(26, 26, 19), entry.implicitHeight)
        radius: Theme.radius
        color: Theme.sheet
        border.width: Theme.stroke * (root.error !== "" ? 2 : 1)
        border.color: root.error !== "" ? Theme.attentionInk : Theme.ink

        PlainText {
            id: entry
            anchors.centerIn: parent
            width: parent.width - Theme.pad
            horizontalAlignment: Text.AlignHCenter
            text: root.value !== "" ? root.value : root.placeholder
            font.bold: root.value !== ""
            font.pixelSize: Theme.name
            // A number that is a little too long for its place is written a little smaller, never below the least.
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.small
            font.letterSpacing: Theme.mm(0.4)
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
    MessagePanel {
        visible: root.error !== ""
        width: parent.width
        text: root.error
    }
}
