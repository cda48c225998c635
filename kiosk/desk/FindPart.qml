// Who is meant: letters or figures, and whom they find.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.controls // with TextEntry, which Python makes
import kiosk.desk

Item {
    id: root

    signal chosen(string key)

    required property string name
    required property string action
    required property Finder finder

    readonly property bool wide: Theme.wide
    readonly property TextEntry entry: finder.entry as TextEntry

    SearchPad {
        id: pad
        anchors.left: parent.left
        name: root.name
        low: true
        width: root.wide ? across : parent.width
        y: root.wide ? 0 : parent.height - height
        onLetter: value => root.entry.add(value)
        onErased: root.entry.erase()
    }
    Item {
        anchors.left: root.wide ? pad.right : parent.left
        anchors.leftMargin: root.wide ? (Theme.compact ? Theme.mm(6) : Theme.margin) : 0
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: root.wide ? parent.bottom : pad.top
        anchors.bottomMargin: root.wide ? 0 : Theme.section

        Paper {
            id: field
            objectName: root.name + ".typed"
            width: parent.width
            lines: 1
            label: qsTr("Nome, o numero della tessera")
            value: root.entry.text
        }
        MessagePanel {
            visible: root.finder.headline !== ""
            anchors.top: field.bottom
            anchors.topMargin: Theme.compact ? Theme.gap : Theme.section
            width: parent.width
            attention: false
            title: root.finder.headline
            text: root.finder.hint
        }
        PlainText {
            id: many
            visible: text !== ""
            anchors.top: field.bottom
            anchors.topMargin: Theme.gap
            width: parent.width
            text: root.finder.more
            font.pixelSize: Theme.small
        }
        PagedList {
            name: root.name + ".found"
            visible: root.finder.headline === ""
            beside: root.wide && !Theme.compact
            anchors.top: many.visible ? many.bottom : field.bottom
            anchors.topMargin: Theme.gap
            anchors.bottom: parent.bottom
            width: parent.width
            model: root.finder.rows
            delegate: PersonLine {
                id: line

                required property string key

                required who
                required news
                name: root.name + ".row." + line.key
                width: ListView.view.width
                action: root.action
                onDone: root.chosen(line.key)
            }
        }
    }
}
