// Home: the day here. One thing to do is the biggest thing; the rest are lines, and ways on.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.agenda
import kiosk.controls

ScreenBase {
    id: root

    required property HomeModel model

    readonly property real column: Theme.wide ? (width - Theme.margin) * (Theme.compact ? 0.62 : 0.6) : width

    readonly property real under: Theme.fit(3.4, 2.6, 0)

    function tileTitle(screen: string): string {
        switch (screen) {
        case "week":
            return qsTr("Domani e la settimana");
        case "spaces":
            return root.model.spacesTitle;
        case "board":
            return qsTr("Bacheca");
        default:
            return qsTr("Personale");
        }
    }

    function tileHint(screen: string): string {
        switch (screen) {
        case "week":
            return root.model.weekHint;
        case "spaces":
            return root.model.spacesHint;
        case "board":
            return root.model.boardHint;
        default:
            return qsTr("portieri e operatori");
        }
    }

    Item {
        id: today
        width: root.column
        anchors.top: parent.top
        anchors.bottom: Theme.wide ? parent.bottom : tiles.top
        anchors.bottomMargin: Theme.wide ? 0 : Theme.section * 1.4
        anchors.left: parent.left

        Heading {
            id: heading
            width: parent.width
            visible: !Theme.compact
            height: visible ? implicitHeight : 0
            text: root.model.heading
            font.pixelSize: Theme.display
        }

        Touchable {
            id: card
            objectName: "home.now"
            visible: root.model.cardKey !== ""
            anchors.top: heading.bottom
            anchors.topMargin: root.under
            width: parent.width
            height: visible ? words.height + 2 * Theme.fit(9, 6.4, 3.4) : 0
            label: root.model.cardTitle
            hint: root.model.cardLabel + ". " + root.model.cardDetail
            onTapped: root.go("activity", root.model.cardKey)

            Rectangle {
                anchors.fill: parent
                radius: Theme.radius * 1.4
                color: card.pressed ? Qt.darker(Theme.accent, 1.25) : Theme.accent
            }
            Column {
                id: words
                anchors.left: parent.left
                anchors.right: go.left
                anchors.leftMargin: Theme.fit(10, 9, 5)
                anchors.rightMargin: Theme.pad
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.fit(2.6, 1.6, 0.6)

                PlainText {
                    width: parent.width
                    text: Theme.compact ? root.model.heading + " · " + root.model.cardLabel : root.model.cardLabel
                    color: Theme.sheet
                    font.bold: true
                    font.pixelSize: Theme.small
                    Accessible.ignored: true
                }
                PlainText {
                    width: parent.width
                    text: root.model.cardTitle
                    color: Theme.sheet
                    font.bold: true
                    font.pixelSize: Theme.title
                    lineHeight: 0.88
                    Accessible.ignored: true
                }
                PlainText {
                    width: parent.width
                    visible: text !== ""
                    text: root.model.cardDetail
                    color: Theme.sheet
                    font.pixelSize: Theme.compact ? Theme.small : Theme.body
                    Accessible.ignored: true
                }
            }
            Mark {
                id: go
                kind: "next"
                color: Theme.sheet
                size: Theme.mm(6)
                anchors.right: parent.right
                anchors.rightMargin: Theme.pad
                anchors.verticalCenter: parent.verticalCenter
            }
        }

        MessagePanel {
            id: nothing
            visible: root.model.empty !== ""
            attention: false
            anchors.top: heading.bottom
            anchors.topMargin: root.under
            width: parent.width
            title: root.model.empty
            text: root.model.emptyHint
        }

        PagedList {
            name: "home"
            anchors.top: card.visible ? card.bottom : nothing.bottom
            anchors.bottom: parent.bottom
            width: parent.width
            model: root.model.rows
            section.property: "section"
            section.delegate: SectionHeading {
                required property string section
                width: ListView.view.width
                text: section
            }
            delegate: ActivityRow {
                id: row

                required property string key
                required property string title
                required notice
                objectName: "home.row." + row.key
                width: ListView.view.width
                label: row.title
                onTapped: root.go("activity", row.key)
            }
        }
    }

    Grid {
        id: tiles
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.top: Theme.wide ? parent.top : undefined
        anchors.topMargin: heading.height + root.under
        width: Theme.wide ? root.width - root.column - Theme.margin : root.width
        columns: Theme.wide ? 1 : 2
        spacing: Theme.gap

        readonly property real share: Math.floor((width - spacing * (columns - 1)) / columns)

        Repeater {
            model: root.model.tiles

            Tile {
                id: tile
                required property string modelData

                objectName: "home.tile." + modelData
                width: tiles.share
                label: root.tileTitle(modelData)
                subtitle: root.tileHint(modelData)
                onTapped: root.go(modelData, "")
            }
        }
    }
}
