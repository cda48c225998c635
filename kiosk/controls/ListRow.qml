// A line of a list that tells no hour: what it is, a few words under it, one word at its end.
pragma ComponentBehavior: Bound

import QtQuick

Touchable {
    id: root

    property string detail
    // At the end of the line: a price, a state.
    property string aside
    // Asking for attention, above the title: urgent.
    property string notice

    insetY: Theme.mm(2.1)
    hint: [notice, detail, aside].filter(part => part !== "").join(". ")
    implicitHeight: Math.max(Theme.row, words.implicitHeight + 2 * Theme.fit(5, 3.6, 2.4))

    Rectangle {
        anchors.fill: parent
        visible: root.pressed
        color: Theme.pressed
    }
    Hairline {
        anchors.top: parent.top
        width: parent.width
    }
    Column {
        id: words
        anchors.left: parent.left
        anchors.right: aside.left
        anchors.rightMargin: Theme.mm(4)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.hair / 3

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
            text: root.label
            font.bold: true
            font.pixelSize: Theme.strong
            leading: 0.9
        }
        Words {
            width: parent.width
            visible: text !== ""
            text: root.detail
            font.pixelSize: Theme.small
            leading: 0.95
        }
    }
    Words {
        id: aside
        anchors.right: chevron.left
        anchors.rightMargin: text === "" ? 0 : Theme.mm(4)
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(implicitWidth, Theme.fit(74, 74, 52))
        horizontalAlignment: Text.AlignRight
        text: root.aside
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
