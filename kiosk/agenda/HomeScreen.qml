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

    Item {
        id: today
        width: root.column
        anchors.top: parent.top
        anchors.bottom: Theme.wide ? parent.bottom : tiles.top
        anchors.bottomMargin: Theme.wide ? 0 : Theme.section * 1.4
        anchors.left: parent.left

        Item {
            id: heading
            visible: !root.joined
            width: parent.width
            height: visible ? Math.max(called.height, door.height) : 0

            Heading {
                id: called
                anchors.left: parent.left
                width: Math.min(implicitWidth, parent.width)
                text: root.model.heading
                font.pixelSize: Theme.display
            }
            // Beside the name of the day, on its line, where there is room.
            PlainText {
                id: door
                anchors.left: called.right
                anchors.leftMargin: Theme.margin
                anchors.right: parent.right
                anchors.baseline: called.baseline
                horizontalAlignment: Text.AlignRight
                text: root.model.door
            }
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
                color: card.pressed ? Theme.accentPressed : Theme.accent
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
                    text: root.joined ? Theme.joined([root.model.heading, root.model.cardLabel], " · ") : root.model.cardLabel
                    color: Theme.sheet
                    font.bold: true
                    font.pixelSize: Theme.small
                    Accessible.ignored: true
                }
                PlainText {
                    width: parent.width
                    text: root.model.cardTitle
                    lines: Theme.compact ? 2 : 3
                    color: Theme.sheet
                    font.bold: true
                    font.pixelSize: Theme.title
                    leading: 0.88
                    Accessible.ignored: true
                }
                PlainText {
                    width: parent.width
                    visible: text !== "" && !(Theme.compact && Theme.large)
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

    ScrollArea {
        id: tiles
        name: "home.tiles"
        anchors.right: parent.right
        y: Math.floor(Theme.wide ? Math.min(heading.height + root.under, parent.height - height) : parent.height - height)
        width: Theme.wide ? root.width - root.column - Theme.margin : root.width
        height: Math.min(implicitHeight, Theme.wide ? parent.height - heading.height - root.under : parent.height * 0.6)
        beside: false

        Flow {
            id: grid
            width: parent.width
            spacing: Theme.gap

            readonly property real share: Theme.wide ? width : Math.floor((width - spacing) / 2)

            Repeater {
                id: ways
                model: root.model.tiles

                Tile {
                    required property string name
                    required property string screen
                    required property string key
                    required property string title
                    required property string detail
                    required property bool urgent

                    attention: urgent
                    objectName: "home.tile." + name
                    required property int index

                    // The first of an odd number, which the area puts first, is the widest.
                    width: index === 0 && ways.count % 2 === 1 ? grid.width : grid.share
                    // Two side by side are of one height.
                    height: root.tall
                    low: root.crowded
                    label: title
                    subtitle: root.joined ? "" : detail
                    hint: detail
                    onTapped: root.go(screen, key)
                }
            }
        }
    }

    // Many tiles under each other are lower.
    readonly property bool crowded: (Theme.wide || Theme.low) && (Theme.compact || ways.count > 5)
    // Where height is dear the name of the day stands on the first thing there is, and tiles say their name alone.
    readonly property bool joined: Theme.compact || (crowded && !Theme.wide)
    // The height of the highest tile.
    readonly property real tall: {
        let most = crowded ? Theme.target : Theme.tile;
        for (let i = 0; i < ways.count; i++)
            most = Math.max(most, ways.itemAt(i)?.implicitHeight ?? 0);
        return Math.ceil(most); // a border that lies between two pixels is half cut off
    }
}
