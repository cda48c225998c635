// A week here, or another space: a day at a time.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.agenda
import kiosk.controls

ScreenBase {
    id: root

    required property AgendaModel model

    Heading {
        id: title
        width: parent.width
        text: root.model.title
    }
    PlainText {
        id: place
        visible: text !== ""
        anchors.top: title.bottom
        anchors.topMargin: visible ? Theme.hair * 0.5 : 0
        width: parent.width
        height: visible ? implicitHeight : 0
        text: root.model.place
    }
    Row {
        id: days
        anchors.top: place.bottom
        anchors.topMargin: Theme.compact ? Theme.hair : Theme.section
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
                height: Theme.mm(Theme.compact ? 22 : 30)
                above: chip.weekday
                label: chip.number
                hint: chip.words
                size: Theme.compact ? Theme.strong : Theme.mm(11)
                onTapped: root.model.choose(chip.key)
            }
        }
    }
    SectionHeading {
        id: heading
        anchors.top: days.bottom
        anchors.topMargin: Theme.compact ? 0 : Theme.hair
        width: parent.width
        height: implicitHeight
        text: root.model.heading
    }
    MessagePanel {
        visible: root.model.empty !== ""
        attention: false
        anchors.top: heading.bottom
        width: parent.width
        title: root.model.empty
        text: root.model.hint
    }
    PagedList {
        name: "agenda"
        anchors.top: heading.bottom
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
