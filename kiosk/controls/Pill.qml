// The state of the line, as shape and words: never an alarm.
import QtQuick

Rectangle {
    id: root

    // "dot" connected, "ring" without network, "half" to be asked about
    required property string mark
    required property string text
    property real maximumWidth: Theme.mm(270)

    readonly property real indent: Theme.mm(Theme.compact ? 10.5 : 12)

    implicitWidth: Math.min(maximumWidth, words.implicitWidth + indent + Theme.mm(6))
    implicitHeight: words.height + Theme.fit(5, 4, 2)
    radius: Math.min(height / 2, Theme.mm(8.4))
    color: Theme.quiet
    border.width: Theme.contrast ? Theme.stroke : 0
    border.color: Theme.ink

    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Mark {
        kind: root.mark
        size: Theme.mm(4.6)
        stroke: Theme.mm(0.7)
        anchors.left: parent.left
        anchors.leftMargin: Theme.mm(Theme.compact ? 4 : 5)
        anchors.verticalCenter: parent.verticalCenter
    }
    PlainText {
        id: words
        anchors.left: parent.left
        anchors.leftMargin: root.indent
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(implicitWidth, root.maximumWidth - root.indent - Theme.mm(6))
        // A second sentence stays whole: the line breaks before it.
        text: Theme.large ? root.text : root.text.replace(/\. (.+)$/, (_, rest) => ". " + rest.replace(/ /g, "\u00a0"))
        font.pixelSize: Theme.small
        leading: lineCount > 1 ? 0.88 : 1
        Accessible.ignored: true
    }
}
