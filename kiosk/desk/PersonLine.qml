// A person at the desk: who, what about, and the one thing to do.
import QtQuick
import kiosk.controls

Item {
    id: root

    signal done

    required property string name
    property string who
    property string news
    property string about
    property string action
    property bool over: false
    // Whether the first words are a name; what is to be read at length is not.
    property bool strong: true
    // The news wants attention.
    property bool late: false
    property string overLabel

    implicitHeight: Math.max(Theme.target + Theme.mm(6), words.implicitHeight + Theme.mm(6))

    Hairline {
        width: parent.width
    }
    Column {
        id: words
        anchors.left: parent.left
        anchors.right: button.visible ? button.left : state.left
        anchors.rightMargin: Theme.pad
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.mm(0.8)

        PlainText {
            width: parent.width
            text: root.who
            font.bold: root.strong
            font.pixelSize: Theme.body
        }
        PlainText {
            visible: text !== ""
            width: parent.width
            text: root.news
            color: root.late ? Theme.attentionInk : Theme.ink
            font.bold: root.late
            font.pixelSize: Theme.small
        }
        PlainText {
            visible: text !== ""
            width: parent.width
            text: root.about
            font.pixelSize: Theme.small
        }
    }
    PlainText {
        id: state
        visible: root.over
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        wrapMode: Text.NoWrap
        text: root.overLabel
        font.pixelSize: Theme.small
    }
    OutlineButton {
        id: button
        objectName: root.name
        visible: !root.over
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        label: root.action
        hint: root.who + ". " + root.news
        onTapped: root.done()
    }
}
