// What is being entered, large, with its label above and its error below.
import QtQuick

Column {
    id: root

    required property string label
    required property string value
    property string placeholder
    property string error

    spacing: Theme.hair

    Accessible.role: Accessible.EditableText
    Accessible.name: label
    Accessible.description: error

    PlainText {
        width: parent.width
        text: root.label
        font.bold: true
        Accessible.ignored: true
    }
    Rectangle {
        width: parent.width
        height: Theme.mm(Theme.compact ? 19 : 26)
        radius: Theme.radius
        color: Theme.sheet
        border.width: Theme.stroke * (root.error !== "" ? 2 : 1)
        border.color: root.error !== "" ? Theme.attentionInk : Theme.ink

        PlainText {
            anchors.centerIn: parent
            width: parent.width - Theme.pad
            horizontalAlignment: Text.AlignHCenter
            text: root.value !== "" ? root.value : root.placeholder
            opacity: root.value !== "" ? 1 : 0.85
            font.bold: root.value !== ""
            font.pixelSize: Theme.compact ? Theme.strong * 1.15 : Theme.title * 0.9
            font.letterSpacing: Theme.mm(0.4)
            Accessible.ignored: true
        }
    }
    MessagePanel {
        visible: root.error !== ""
        width: parent.width
        text: root.error
    }
}
