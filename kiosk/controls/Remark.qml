// A word or two in a row that ask for attention: urgent, cancelled, moved.
import QtQuick

Rectangle {
    id: root

    required property string text
    // The room that there is.
    required property real most

    width: Math.min(most, words.implicitWidth + 2 * Theme.mm(2.5))
    height: words.implicitHeight + Theme.mm(0.8)
    radius: Theme.mm(1.5)
    color: Theme.attention
    border.width: Theme.contrast ? Theme.stroke : 0
    border.color: Theme.attentionInk

    Words {
        id: words
        anchors.centerIn: parent
        width: Math.min(implicitWidth, root.most - 2 * Theme.mm(2.5))
        text: root.text
        color: Theme.attentionInk
        font.bold: true
        font.pixelSize: Theme.small
    }
}
