// One activity: the facts at a glance, one main thing to do.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.agenda
import kiosk.controls

ScreenBase {
    id: root

    required property ActivityModel model

    readonly property real side: Theme.mm(Theme.compact ? 106 : 170)

    ScrollArea {
        id: area
        name: "activity"
        anchors.top: parent.top
        anchors.left: parent.left
        width: Theme.wide ? parent.width - root.side - Theme.margin : parent.width
        height: Theme.wide ? parent.height : Math.min(implicitHeight, parent.height - actions.height - Theme.section)

        Heading {
            width: parent.width
            text: root.model.title
            font.pixelSize: text.length > 80 ? Theme.title * 0.86 : Theme.title
        }
        MessagePanel {
            visible: root.model.change !== ""
            width: parent.width
            title: root.model.change
            text: root.model.reason
        }
        Column {
            width: parent.width
            spacing: Theme.hair * (Theme.compact ? 0.8 : 1.4)

            Repeater {
                model: root.model.facts

                Item {
                    id: fact
                    required property string label
                    required property string text
                    required property bool strong

                    width: parent.width
                    height: Math.max(name.height, value.height)

                    PlainText {
                        id: name
                        anchors.left: parent.left
                        width: Theme.mm(Theme.compact ? 58 : 64)
                        text: fact.label
                        font.bold: true
                        font.pixelSize: Theme.compact ? Theme.small : Theme.body
                    }
                    PlainText {
                        id: value
                        anchors.left: name.right
                        anchors.right: parent.right
                        text: fact.text
                        font.bold: fact.strong
                        font.pixelSize: Theme.compact ? Theme.small : Theme.body
                    }
                }
            }
        }
        PlainText {
            visible: text !== ""
            width: parent.width
            text: root.model.description
        }
        PlainText {
            visible: text !== ""
            width: parent.width
            text: root.model.original
            font.pixelSize: Theme.small
            font.italic: true
        }
    }

    Column {
        id: actions
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.wide ? Theme.mm(1) : area.height + Theme.section
        width: Theme.wide ? root.side : parent.width
        spacing: Theme.gap

        PrimaryButton {
            objectName: "activity.signup"
            visible: root.model.canSignUp
            width: parent.width
            label: qsTr("Iscriviti")
            onTapped: root.go("signup", root.model.key)
        }
        Tile {
            objectName: "activity.takeaway"
            visible: root.model.address !== ""
            width: parent.width
            label: qsTr("Portalo con te")
            subtitle: qsTr("sul telefono")
            onTapped: root.go("takeaway", root.model.key)
        }
        PlainText {
            visible: root.model.canSignUp
            width: parent.width
            topPadding: Theme.hair
            text: root.model.signUpHint
        }
    }
}
