// The whole record of a drop-in: one question, one tap, the next question.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.controls
import kiosk.desk

ScreenBase {
    id: root

    required property RecordModel model

    readonly property bool asks: model.question !== ""

    DeskTop {
        id: top
        name: "record"
        width: parent.width
        one: true
        label: qsTr("Portineria")
        title: root.model.about
        onBack: root.go("desk", "")
    }
    Column {
        id: asked
        visible: root.asks
        anchors.top: top.bottom
        anchors.topMargin: Theme.compact ? Theme.hair : Theme.section
        width: parent.width

        PlainText {
            visible: !Theme.compact
            width: parent.width
            text: root.model.progress
            font.pixelSize: Theme.small
        }
        Heading {
            objectName: "record.question"
            width: parent.width
            text: Theme.compact ? Theme.joined([root.model.progress, root.model.question], " · ") : root.model.question
            font.pixelSize: Theme.name
        }
    }
    ScrollArea {
        name: "record"
        visible: root.asks
        anchors.top: asked.bottom
        anchors.topMargin: Theme.gap
        anchors.bottom: ways.top
        anchors.bottomMargin: Theme.gap
        width: parent.width

        Grid {
            id: answers
            width: parent.width
            columns: !Theme.wide ? 2 : Theme.large ? 3 : 4
            spacing: Theme.gap

            Repeater {
                model: root.model.answers

                Choice {
                    required property string key
                    required property string name
                    required selected

                    objectName: "record.answer." + key
                    width: Math.floor((answers.width - answers.spacing * (answers.columns - 1)) / answers.columns)
                    height: Math.max(Theme.fit(30, 27, 20.2), implicitHeight)
                    label: name
                    leading: true
                    stacked: Theme.compact
                    size: Theme.compact ? Theme.small : Theme.body
                    onTapped: root.model.answer(key)
                }
            }
        }
    }
    MessagePanel {
        objectName: "record.done"
        visible: !root.asks
        anchors.top: top.bottom
        anchors.topMargin: Theme.section
        width: parent.width
        attention: false
        mark: root.model.gone ? "" : "check"
        title: root.model.gone ? qsTr("Questo passaggio non c'è più.") : qsTr("Registrato. Non c'è altro da chiedere.")
        text: root.model.told
    }
    Row {
        id: ways
        anchors.bottom: parent.bottom
        width: parent.width
        spacing: Theme.gap

        OutlineButton {
            objectName: "record.before"
            width: (parent.width - parent.spacing) / 2
            visible: !root.model.gone
            enabled: !root.model.first
            label: qsTr("Domanda prima")
            onTapped: root.model.before()
        }
        OutlineButton {
            objectName: root.asks ? "record.skip" : "record.close"
            width: (parent.width - parent.spacing) / 2
            label: root.asks ? qsTr("Salta") : qsTr("Torna alla portineria")
            onTapped: root.asks ? root.model.skip() : root.go("desk", "")
        }
    }
}
