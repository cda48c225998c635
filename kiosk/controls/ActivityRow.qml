// A line of a list of activities: when, what, for whom and where, seats.
pragma ComponentBehavior: Bound

import QtQuick

Touchable {
    id: root

    required property string time
    required property string detail
    required property string seats
    property string notice
    // Lines of a title, and of what stands under it: the whole is one tap away.
    property int titleLines: Theme.compact ? 2 : 3
    property int detailLines: 2

    // Where there is no room for seats beside the title, they stand under it, first.
    readonly property bool narrow: width < Theme.mm(Theme.large ? 330 : 200)
    readonly property string under: narrow ? Theme.joined([root.seats, root.detail], " · ") : root.detail
    readonly property bool aside: !narrow && root.seats !== ""
    readonly property bool hour: time.length <= 5

    insetY: Theme.mm(2.1)
    hint: [root.time, root.notice, root.detail, root.seats].filter(part => part !== "").join(". ")
    implicitHeight: Math.max(Theme.row, words.implicitHeight + 2 * Theme.fit(5, 3.6, 2.4),
                             when.implicitHeight + 2 * Theme.mm(2))

    Rectangle {
        anchors.fill: parent
        visible: root.pressed
        color: Theme.pressed
    }
    Hairline {
        anchors.top: parent.top
        width: parent.width
    }
    Words {
        id: when
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.large ? Theme.fit(48, 46, 36) : Theme.fit(44, 40, 29)
        text: root.time
        font.bold: true
        font.pixelSize: root.hour ? Theme.type(11.2, 10.6, 9.2, 13, 12.4, 10.6) : Theme.small
        leading: root.hour ? 1 : 0.92
    }
    Column {
        id: words
        anchors.left: when.right
        anchors.leftMargin: Theme.hair
        anchors.right: seats.left
        anchors.rightMargin: root.aside ? Theme.gap : Theme.hair
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.hair / 3

        Words {
            width: parent.width
            text: root.label
            lines: root.titleLines
            font.bold: true
            font.pixelSize: Theme.strong
            leading: 0.9
        }
        Loader {
            anchors.left: parent.left
            active: root.notice !== ""
            visible: active
            sourceComponent: Remark {
                most: words.width
                text: root.notice
            }
        }
        Words {
            width: parent.width
            visible: text !== ""
            text: root.under
            lines: root.detailLines
            font.pixelSize: Theme.small
            leading: 0.95
        }
    }
    Words {
        id: seats
        visible: root.aside
        anchors.right: chevron.left
        anchors.rightMargin: root.aside ? Theme.gap : 0
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(implicitWidth, Theme.fit(64, 64, 46))
        horizontalAlignment: Text.AlignRight
        text: root.narrow ? "" : root.seats
        font.pixelSize: Theme.small
        leading: 0.92
    }
    Mark {
        id: chevron
        kind: "next"
        size: Theme.mm(4.6)
        anchors.right: parent.right
        anchors.rightMargin: Theme.mm(0.6)
        anchors.verticalCenter: parent.verticalCenter
    }
}
