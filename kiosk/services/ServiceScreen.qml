// One service, product or opening: the facts at a glance, one main thing to do.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.controls
import kiosk.services

ScreenBase {
    id: root

    required property ServiceModel model

    readonly property real side: Theme.mm(Theme.compact ? 106 : 170)
    // Large words on a small screen: beside the facts there is room for the button alone.
    readonly property bool tight: Theme.large && Theme.compact
    readonly property real square: Theme.mm(Theme.compact ? 52 : 68)

    ScrollArea {
        id: area
        name: "service"
        anchors.top: parent.top
        anchors.left: parent.left
        width: Theme.wide ? parent.width - root.side - Theme.margin : parent.width
        height: Theme.wide ? parent.height : Math.min(implicitHeight, parent.height - actions.height - Theme.section)

        Heading {
            width: parent.width
            text: root.model.title
            font.pixelSize: text.length > 80 ? Theme.title * 0.86 : Theme.title
        }
        PlainText {
            visible: text !== ""
            width: parent.width
            text: root.model.text
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

                    width: parent.width
                    height: Math.max(name.height, value.height)

                    PlainText {
                        id: name
                        anchors.left: parent.left
                        width: Theme.mm(Theme.compact ? 46 : 52)
                        text: fact.label
                        font.bold: true
                        font.pixelSize: Theme.compact ? Theme.small : Theme.body
                    }
                    PlainText {
                        id: value
                        anchors.left: name.right
                        anchors.right: parent.right
                        text: fact.text
                        font.pixelSize: Theme.compact ? Theme.small : Theme.body
                    }
                }
            }
        }
        PlainText {
            visible: text !== ""
            width: parent.width
            text: root.model.original
            font.pixelSize: Theme.small
            font.italic: true
        }
        Loader {
            active: root.tight
            visible: active
            width: parent.width
            sourceComponent: besides
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
            objectName: "service.ask"
            visible: root.model.canAsk
            width: parent.width
            label: root.model.askLabel
            onTapped: root.go("service.ask", root.model.key)
        }
        Loader {
            active: !root.tight
            width: parent.width
            sourceComponent: besides
        }
    }

    // What goes with the question: how one asks, and the code to take along.
    Component {
        id: besides

        Column {
            width: parent?.width ?? 0
            spacing: Theme.gap

            PlainText {
                visible: text !== ""
                width: parent.width
                topPadding: Theme.hair
                text: root.model.askHint
            }
            Grid {
                visible: root.model.address !== ""
                width: parent.width
                columns: Theme.wide && !Theme.compact ? 1 : 2
                spacing: Theme.section
                topPadding: Theme.section
                verticalItemAlignment: Grid.AlignVCenter

                QrCode {
                    objectName: "service.qr"
                    width: root.square
                    height: root.square
                    text: root.model.address
                    Accessible.name: qsTr("Codice per il telefono: %1").arg(root.model.address)
                }
                PlainText {
                    width: Theme.wide && !Theme.compact ? parent.width : parent.width - root.square - Theme.section
                    text: qsTr("Inquadra il codice per avere l'elenco sul telefono.")
                    font.pixelSize: Theme.compact ? Theme.small : Theme.body
                }
            }
        }
    }
}
