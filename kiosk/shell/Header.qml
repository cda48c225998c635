// Above every screen: where one is or where one came from, the hour, the state of the line.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.controls
import kiosk.shell

Item {
    id: root

    signal back

    required property string mode
    required property string backLabel
    required property Status status

    readonly property bool desk: mode === "desk"
    readonly property bool tight: Theme.tight
    readonly property real above: Theme.fit(10, 6, 3.4)

    implicitHeight: desk ? band.height : Theme.wide ? line.height + above : line.height + above + pill.height + Theme.hair * 1.6

    // Staff see at a glance that this is not a screen for residents.
    Rectangle {
        id: band
        visible: root.desk
        anchors.left: parent.left
        anchors.right: parent.right
        height: Math.max(words.height, queue.height) + Theme.fit(18, 12, 4)
        color: Theme.ink

        Column {
            id: words
            anchors.left: parent.left
            anchors.leftMargin: Theme.margin
            anchors.right: queue.left
            anchors.rightMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            Heading {
                anchors.left: parent.left
                text: qsTr("Portineria")
                color: Theme.sheet
                font.pixelSize: Theme.compact ? Theme.strong : Theme.name
            }
            PlainText {
                visible: !root.tight
                width: parent.width
                text: root.status.desk
                color: Theme.sheet
                font.pixelSize: Theme.small
            }
        }
        Grid {
            id: queue
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            columns: root.tight ? 2 : 1
            columnSpacing: Theme.gap
            verticalItemAlignment: Grid.AlignVCenter
            readonly property real room: Math.min(parent.width * (root.tight ? 0.7 : 0.5), root.tight ? hour.implicitWidth + Theme.gap + waiting.implicitWidth : Math.max(hour.implicitWidth, waiting.implicitWidth))
            PlainText {
                id: hour
                width: root.tight ? implicitWidth : queue.room
                horizontalAlignment: Text.AlignRight
                text: root.status.clock
                color: Theme.sheet
                font.bold: true
                font.pixelSize: Theme.compact ? Theme.strong : Theme.name
                leading: 0.9
            }
            PlainText {
                id: waiting
                objectName: "header.queue"
                width: root.tight ? Math.min(implicitWidth, queue.room - hour.width - Theme.gap) : queue.room
                horizontalAlignment: Text.AlignRight
                text: root.status.queue
                color: Theme.sheet
                font.pixelSize: Theme.small
            }
        }
    }

    Item {
        id: line

        // What stands at the start; on a wide screen the state of the line has the rest.
        readonly property real taken: root.mode === "home" ? Math.min(width * 0.36, Math.max(brand.implicitWidth, space.implicitWidth)) : goBack.width

        visible: !root.desk
        y: root.above
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        height: Math.max(root.mode === "home" ? place.height : goBack.height, time.height, Theme.wide ? pill.height : 0)

        Column {
            id: place
            visible: root.mode === "home"
            anchors.left: parent.left
            anchors.right: time.left
            anchors.rightMargin: Theme.margin
            PlainText {
                id: brand
                // A small screen with large text has no room for more than one name.
                visible: !root.tight || root.status.place === ""
                width: parent.width
                text: "Quartieri Connessi"
                font.bold: true
                font.pixelSize: Theme.compact ? Theme.small : Theme.body
            }
            PlainText {
                id: space
                anchors.left: parent.left
                width: Theme.wide ? line.taken : parent.width
                text: root.status.place
                font.bold: true
                font.pixelSize: Theme.name
                leading: 0.9
            }
        }

        Touchable {
            id: goBack
            objectName: "header.back"
            visible: root.mode !== "home"
            anchors.left: parent.left
            anchors.leftMargin: -Theme.mm(2)
            anchors.verticalCenter: parent.verticalCenter
            width: backRow.width + Theme.mm(8)
            label: root.backLabel
            hint: qsTr("Torna indietro")
            onTapped: root.back()

            Rectangle {
                anchors.fill: parent
                radius: Theme.radius
                color: Theme.pressed
                visible: goBack.pressed
            }
            Row {
                id: backRow
                anchors.left: parent.left
                anchors.leftMargin: Theme.mm(2)
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.mm(2.6)
                Mark {
                    kind: "back"
                    size: Theme.mm(5)
                    anchors.verticalCenter: parent.verticalCenter
                }
                PlainText {
                    text: root.backLabel
                    font.bold: true
                    font.pixelSize: Math.max(Theme.small, Theme.strong * 0.94)
                    anchors.verticalCenter: parent.verticalCenter
                    Accessible.ignored: true
                }
            }
        }

        Column {
            id: time
            anchors.right: parent.right
            y: root.mode === "home" ? 0 : (line.height - height) / 2
            PlainText {
                visible: text !== ""
                anchors.right: parent.right
                text: root.status.clock
                font.bold: true
                font.pixelSize: root.mode === "home" ? Theme.clock : Theme.name
                leading: root.mode === "home" ? 0.78 : 1
            }
            PlainText {
                anchors.right: parent.right
                visible: root.mode === "home" && !root.tight
                text: root.status.date
                font.pixelSize: Theme.compact ? Theme.small : Theme.body
            }
        }
    }

    Pill {
        id: pill
        objectName: "header.pill"
        visible: !root.desk
        mark: root.status.mark
        text: root.status.line
        maximumWidth: Theme.wide ? line.width - line.taken - time.width - 2 * Theme.margin : root.width - 2 * Theme.margin
        anchors.left: Theme.wide ? undefined : parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: Theme.wide ? parent.right : undefined
        anchors.rightMargin: time.width + Theme.margin * 2
        y: Theme.wide ? line.y + (line.height - height) / 2 : line.y + line.height + Theme.hair * 1.6
    }
}
