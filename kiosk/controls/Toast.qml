// A sentence over the screen, above the bottom bar, until it is read or the person goes on.
import QtQuick

Rectangle {
    id: root

    // What is under it is not to be read now.
    readonly property bool covers: true

    signal closed

    required property string text
    required property string closeLabel

    visible: text !== ""
    radius: Theme.radius
    color: Theme.attention
    border.width: Theme.stroke
    border.color: Theme.attentionInk
    implicitHeight: Math.max(words.implicitHeight + 2 * Theme.pad, Theme.target + Theme.pad)
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    // What lies under it shall not answer.
    MouseArea {
        anchors.fill: parent
    }
    PlainText {
        id: words
        anchors.left: parent.left
        anchors.leftMargin: Theme.pad
        anchors.right: close.left
        anchors.rightMargin: Theme.pad
        anchors.verticalCenter: parent.verticalCenter
        text: root.text
        color: Theme.attentionInk
        font.bold: true
        Accessible.ignored: true
    }
    OutlineButton {
        id: close
        objectName: "message.close"
        anchors.right: parent.right
        anchors.rightMargin: Theme.pad / 2
        anchors.verticalCenter: parent.verticalCenter
        ink: Theme.attentionInk
        label: root.closeLabel
        onTapped: root.closed()
    }
}
