// Search: letters below or beside, what they find above.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.agenda
import kiosk.controls

ScreenBase {
    id: root

    required property SearchModel model

    readonly property real between: Theme.compact ? Theme.mm(6) : Theme.margin
    readonly property real padWidth: Theme.wide ? pad.across : width

    Rectangle {
        id: field
        y: Theme.compact ? Theme.hair : 0
        anchors.left: Theme.wide ? (Theme.compact ? pad.right : parent.left) : parent.left
        anchors.leftMargin: Theme.compact ? root.between : 0
        anchors.right: Theme.wide && !Theme.compact ? pad.right : parent.right
        height: Math.max(Theme.fit(28, 27, 21), typed.implicitHeight + Theme.mm(4))
        radius: Theme.radius
        color: Theme.sheet
        border.width: Theme.stroke * 2
        border.color: Theme.ink
        Accessible.role: Accessible.EditableText
        Accessible.name: qsTr("Che cosa cerchi?")
        Accessible.description: root.model.text

        PlainText {
            id: typed
            anchors.left: parent.left
            anchors.leftMargin: Theme.pad
            anchors.right: clear.visible ? clear.left : parent.right
            anchors.rightMargin: Theme.pad
            anchors.verticalCenter: parent.verticalCenter
            // The end of what is typed is what one looks at.
            text: root.model.text !== "" ? root.model.text.slice(-24) : qsTr("Che cosa cerchi?")
            font.bold: root.model.text !== ""
            font.pixelSize: root.model.text !== "" ? Theme.name : Theme.strong
            Accessible.ignored: true
        }
        Touchable {
            id: clear
            objectName: "search.clear"
            visible: root.model.text !== ""
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            width: Math.max(Theme.mm(34), wipe.implicitWidth + Theme.pad * 2)
            height: parent.height
            label: qsTr("Svuota")
            hint: qsTr("Cancella tutto e ricomincia")
            onTapped: root.model.clear()

            Rectangle {
                anchors.fill: parent
                anchors.margins: Theme.stroke * 2
                radius: Theme.radius
                color: clear.pressed ? Theme.pressed : "transparent"
            }
            PlainText {
                id: wipe
                anchors.centerIn: parent
                text: clear.label
                font.bold: true
                font.pixelSize: Theme.small
                Accessible.ignored: true
            }
        }
    }

    SearchPad {
        id: pad
        name: "search"
        width: root.padWidth
        anchors.left: parent.left
        y: Theme.compact ? Theme.hair : Theme.wide ? field.height + Theme.section : parent.height - height
        onLetter: value => root.model.add(value)
        onErased: root.model.erase()
    }

    Item {
        id: results
        anchors.left: Theme.wide ? pad.right : parent.left
        anchors.leftMargin: Theme.wide ? root.between : 0
        anchors.right: parent.right
        anchors.top: Theme.wide && !Theme.compact ? parent.top : field.bottom
        anchors.topMargin: Theme.wide && !Theme.compact ? 0 : Theme.hair
        anchors.bottom: Theme.wide ? parent.bottom : pad.top
        anchors.bottomMargin: Theme.wide ? 0 : Theme.section

        // Something to begin with.
        PlainText {
            id: begin
            visible: !root.model.begun
            width: parent.width
            topPadding: Theme.hair
            text: suggested.count > 0 ? qsTr("Scrivi un'attività, un luogo o per chi è. Oppure parti da qui:") : qsTr("Scrivi un'attività, un luogo o per chi è.")
        }
        ScrollArea {
            name: "search.suggestions"
            beside: Theme.wide && !Theme.compact
            visible: !root.model.begun
            anchors.top: begin.bottom
            anchors.topMargin: Theme.section
            anchors.bottom: parent.bottom
            width: parent.width

            Grid {
                id: tiles
                width: parent.width
                columns: Theme.compact || (Theme.wide && Theme.large) ? 1 : 2
                spacing: Theme.gap

                Repeater {
                    id: suggested
                    model: root.model.suggestions

                    Tile {
                        required property string key
                        required property string code
                        required property string count
                        required label

                        objectName: "search.category." + code
                        width: Math.floor((tiles.width - tiles.spacing * (tiles.columns - 1)) / tiles.columns)
                        subtitle: count
                        onTapped: root.go("all", key)
                    }
                }
            }
        }

        MessagePanel {
            visible: root.model.empty !== ""
            attention: false
            anchors.top: parent.top
            anchors.topMargin: Theme.hair
            width: parent.width
            title: root.model.empty
            text: root.model.hint

            OutlineButton {
                objectName: "search.spaces"
                label: qsTr("Gli altri spazi")
                onTapped: root.go("spaces", "")
            }
        }

        PlainText {
            id: many
            visible: text !== ""
            width: parent.width
            text: root.model.count
            font.pixelSize: Theme.small
        }
        PagedList {
            name: "search"
            beside: Theme.wide && !Theme.compact
            visible: root.model.begun && root.model.empty === ""
            anchors.top: many.visible ? many.bottom : parent.top
            anchors.bottom: parent.bottom
            width: parent.width
            model: root.model.rows
            section.property: "section"
            section.delegate: SectionHeading {
                required property string section
                width: ListView.view.width
                height: implicitHeight
                text: section
            }
            delegate: ActivityRow {
                id: row

                required property string key
                required property string title
                required notice
                objectName: "search.row." + row.key
                width: ListView.view.width
                label: row.title
                onTapped: root.go("activity", row.key)
            }
        }
    }
}
