// A line of a list of activities: when, what, for whom and where, seats.
import QtQuick

Touchable {
    id: root

    required property string time
    required property string detail
    required property string seats
    property string notice

    insetY: Theme.mm(2.1)
    hint: [time, notice, detail, seats].filter(part => part !== "").join(". ")
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
    PlainText {
        id: when
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.fit(44, 42, 29)
        text: root.time
        font.bold: true
        font.pixelSize: root.time.length <= 5 ? Theme.fit(11.2, 10.6, 9.2) : Theme.small
        lineHeight: root.time.length <= 5 ? 1 : 0.92
        Accessible.ignored: true
    }
    Column {
        id: words
        anchors.left: when.right
        anchors.leftMargin: Theme.fit(5, 5, 2)
        anchors.right: seats.left
        anchors.rightMargin: Theme.mm(4)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.hair / 3

        PlainText {
            width: parent.width
            text: root.label
            font.bold: true
            font.pixelSize: Theme.strong
            lineHeight: 0.9
            Accessible.ignored: true
        }
        Rectangle {
            visible: root.notice !== ""
            width: Math.min(parent.width, notice.implicitWidth + 2 * Theme.mm(2.5))
            height: notice.implicitHeight + Theme.mm(0.8)
            radius: Theme.mm(1.5)
            color: Theme.attention

            PlainText {
                id: notice
                anchors.centerIn: parent
                width: Math.min(implicitWidth, words.width - 2 * Theme.mm(2.5))
                text: root.notice
                color: Theme.attentionInk
                font.bold: true
                font.pixelSize: Theme.small
                Accessible.ignored: true
            }
        }
        PlainText {
            width: parent.width
            visible: text !== ""
            text: root.detail
            font.pixelSize: Theme.small
            lineHeight: 0.95
            Accessible.ignored: true
        }
    }
    PlainText {
        id: seats
        anchors.right: chevron.left
        anchors.rightMargin: text === "" ? 0 : Theme.mm(4)
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(implicitWidth, Theme.fit(64, 64, 42))
        horizontalAlignment: Text.AlignRight
        text: root.seats
        font.pixelSize: Theme.small
        lineHeight: 0.92
        Accessible.ignored: true
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
