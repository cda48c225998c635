// The board: its sections, and a line for each thing that hangs there.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.board
import kiosk.controls

ScreenBase {
    id: root

    required property BoardModel model

    Heading {
        id: title
        width: parent.width
        text: qsTr("Bacheca")
    }
    Row {
        id: tabs
        visible: sections.count > 0
        anchors.top: title.bottom
        anchors.topMargin: visible ? (Theme.compact ? Theme.hair : Theme.section) : 0
        width: parent.width
        height: visible ? implicitHeight : 0
        spacing: Theme.gap

        Repeater {
            id: sections
            model: root.model.tabs

            Choice {
                required property string key
                required property string name
                required selected

                objectName: "board.tab." + key
                width: Math.floor((tabs.width - tabs.spacing * (sections.count - 1)) / Math.max(1, sections.count))
                height: Math.max(Theme.mm(Theme.compact ? 20.2 : 25), implicitHeight)
                label: name
                size: Theme.compact ? Theme.small : Theme.body
                onTapped: root.go("board", key)
            }
        }
    }
    MessagePanel {
        id: none
        visible: root.model.empty !== ""
        attention: false
        anchors.top: tabs.bottom
        anchors.topMargin: Theme.section
        width: parent.width
        title: root.model.empty
        text: root.model.hint
    }
    PagedList {
        name: "board"
        anchors.top: tabs.bottom
        anchors.topMargin: Theme.compact ? Theme.hair : Theme.section
        anchors.bottom: write.visible ? write.top : parent.bottom
        anchors.bottomMargin: write.visible ? Theme.gap : 0
        width: parent.width
        model: root.model.rows
        delegate: ListRow {
            id: row

            required property string key
            required property string screen
            required property string mark
            required property string title
            required property string text
            required aside

            objectName: "board.row." + row.key
            width: ListView.view.width
            notice: row.mark
            label: row.title
            detail: row.text
            onTapped: root.go(row.screen, row.key)
        }
    }
    Row {
        id: write
        visible: root.model.canWrite
        anchors.bottom: parent.bottom
        width: parent.width
        spacing: Theme.gap

        Tile {
            objectName: "board.write.offro"
            width: (write.width - write.spacing) / 2
            label: qsTr("Offro qualcosa")
            subtitle: qsTr("scrivi un biglietto")
            onTapped: root.go("board.write", "offro")
        }
        Tile {
            objectName: "board.write.cerco"
            width: (write.width - write.spacing) / 2
            label: qsTr("Cerco qualcosa")
            subtitle: qsTr("scrivi un biglietto")
            onTapped: root.go("board.write", "cerco")
        }
    }
}
