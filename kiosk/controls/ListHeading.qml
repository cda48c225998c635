// A few words over the lines of a list that they head.
import QtQuick

Item {
    id: root

    property string text

    visible: text !== ""
    implicitHeight: text !== "" ? words.implicitHeight + Theme.mm(Theme.compact ? 4 : 6.4) : 0

    PlainText {
        id: words
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.mm(Theme.compact ? 1.2 : 2.6)
        text: root.text
        font.bold: true
        font.pixelSize: Theme.compact ? Theme.small : Theme.body * 1.06
        Accessible.role: Accessible.Heading
    }
}
