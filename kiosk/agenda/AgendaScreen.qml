// A week here, in another space, or in all of them: a day at a time or all seven, narrowed to what one wants.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.agenda
import kiosk.controls

ScreenBase {
    id: root

    required property AgendaModel model

    // Where height is dear, the day stands beside the name instead of over the list.
    readonly property bool joined: Theme.compact && root.model.heading !== ""

    Heading {
        id: title
        anchors.left: parent.left
        anchors.right: choose.left
        anchors.rightMargin: Theme.gap
        text: !root.joined ? root.model.title : Theme.large ? root.model.heading : Theme.joined([root.model.title, root.model.heading], " · ")
        font.pixelSize: root.joined ? Theme.strong : Theme.title
        height: Math.max(implicitHeight, choose.height)
        verticalAlignment: Text.AlignVCenter
    }
    OutlineButton {
        id: choose
        objectName: "agenda.filters"
        anchors.right: parent.right
        mark: root.model.filtered ? "check" : ""
        label: root.model.filtered ? qsTr("Cambia i filtri") : qsTr("Filtra")
        hint: qsTr("Scegli che cosa vedere: categoria, per chi, lingua, gratuite, con posti")
        onTapped: root.go("filters", root.model.key)
    }
    PlainText {
        id: place
        visible: text !== ""
        anchors.top: title.bottom
        width: parent.width
        height: visible ? implicitHeight : 0
        text: root.model.place
    }
    Row {
        id: days
        anchors.top: place.bottom
        anchors.topMargin: Theme.compact ? Theme.gap : Theme.section
        width: parent.width
        spacing: Theme.gap

        Repeater {
            id: chips
            model: root.model.days

            Choice {
                id: chip

                required property string key
                required property string weekday
                required property string number
                required property string words
                required selected

                objectName: "agenda.day." + chip.key
                width: Math.floor((days.width - days.spacing * (chips.count - 1)) / Math.max(1, chips.count))
                height: Math.max(implicitHeight, Theme.mm(Theme.compact ? 22 : 30))
                stacked: !Theme.wide
                above: chip.weekday
                label: chip.number
                hint: chip.words
                size: Theme.compact ? Theme.strong : Theme.mm(11)
                onTapped: root.model.choose(chip.key)
            }
        }
    }
    // What narrows the list is said over it: nothing seems to be missing that one has hidden oneself.
    Rectangle {
        id: narrowed
        visible: root.model.filtered
        anchors.top: days.bottom
        anchors.topMargin: visible ? Theme.gap : 0
        width: parent.width
        height: visible ? Math.max(clear.height, filters.implicitHeight) + 2 * Theme.hair : 0
        radius: Theme.radius
        color: Theme.quiet

        PlainText {
            id: filters
            anchors.left: parent.left
            anchors.leftMargin: Theme.pad
            anchors.right: clear.left
            anchors.rightMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            text: root.model.filters
            font.bold: true
            font.pixelSize: Theme.small
        }
        OutlineButton {
            id: clear
            objectName: "agenda.clear"
            anchors.right: parent.right
            anchors.rightMargin: Theme.hair
            anchors.verticalCenter: parent.verticalCenter
            label: qsTr("Togli i filtri")
            onTapped: root.model.clear()
        }
    }
    SectionHeading {
        id: heading
        anchors.top: narrowed.bottom
        anchors.topMargin: Theme.compact ? 0 : Theme.hair
        width: parent.width
        height: implicitHeight
        text: root.joined ? "" : root.model.heading
    }
    MessagePanel {
        visible: root.model.empty !== ""
        attention: false
        anchors.top: heading.bottom
        anchors.topMargin: root.joined ? Theme.gap : root.model.heading === "" ? Theme.section : 0
        width: parent.width
        title: root.model.empty
        // The ways on say as much, where large words leave no room for both.
        text: Theme.compact && Theme.large ? "" : root.model.hint

        Flow {
            width: parent.width
            spacing: Theme.gap

            OutlineButton {
                objectName: "agenda.nearest"
                visible: root.model.nearestLabel !== ""
                width: Math.min(implicitWidth, parent.width)
                label: root.model.nearestLabel
                onTapped: root.model.nearestDay !== "" ? root.model.choose(root.model.nearestDay) : root.go("activity", root.model.nearestOccurrence)
            }
            OutlineButton {
                objectName: "agenda.elsewhere"
                width: Math.min(implicitWidth, parent.width)
                label: qsTr("Gli altri spazi")
                onTapped: root.go("spaces", "")
            }
        }
    }
    PagedList {
        name: "agenda"
        visible: root.model.empty === ""
        anchors.top: heading.bottom
        anchors.topMargin: root.joined ? Theme.hair : 0
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
            objectName: "agenda.row." + row.key
            width: ListView.view.width
            label: row.title
            onTapped: root.go("activity", row.key)
        }
    }
}
