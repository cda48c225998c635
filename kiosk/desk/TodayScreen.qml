// Today's programme at the desk: who is expected; one of them, and calling it off.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.controls
import kiosk.desk

ScreenBase {
    id: root

    required property TodayModel model

    readonly property string step: model.step
    readonly property bool list: step === "list"

    DeskTop {
        id: top
        name: "today"
        width: parent.width
        one: !root.list
        label: root.list ? qsTr("Altro") : qsTr("Programma di oggi")
        title: root.list ? qsTr("Programma di oggi") : root.step === "write" && Theme.compact ? "" : root.model.title
        onBack: root.list ? root.back() : root.go("today", "")
    }

    ScrollArea {
        id: notes
        name: "today.notes"
        anchors.top: top.bottom
        anchors.topMargin: Theme.compact ? Theme.gap : Theme.section
        width: parent.width
        height: Math.min(implicitHeight, parent.height - y)

        MessagePanel {
            visible: root.list && root.model.empty
            width: parent.width
            attention: false
            title: qsTr("Per oggi qui non c'è altro in programma.")
        }
        MessagePanel {
            objectName: "today.said"
            visible: root.model.said !== ""
            width: parent.width
            attention: false
            mark: "check"
            title: root.model.said
        }
        MessagePanel {
            objectName: "today.off"
            visible: root.step === "off"
            width: parent.width
            attention: false
            mark: "check"
            title: qsTr("Annullato. Tutti lo vedono già su questo terminale.")
            text: root.model.reason

            OutlineButton {
                objectName: "today.totell"
                width: parent.width
                label: qsTr("Chi è da avvisare")
                onTapped: root.go("totell", "")
            }
            OutlineButton {
                objectName: "today.restore"
                width: parent.width
                label: qsTr("Si fa lo stesso")
                onTapped: root.model.restore()
            }
        }
        MessagePanel {
            visible: root.step === "confirm"
            width: parent.width
            title: qsTr("Annulli questo incontro?")
            text: root.model.whom

            Row {
                width: parent.width
                spacing: Theme.gap
                OutlineButton {
                    objectName: "today.confirm"
                    width: (parent.width - parent.spacing) / 2
                    ink: Theme.attentionInk
                    label: qsTr("Sì, annulla")
                    onTapped: root.model.callOff()
                }
                OutlineButton {
                    objectName: "today.keep"
                    width: (parent.width - parent.spacing) / 2
                    ink: Theme.attentionInk
                    label: qsTr("No")
                    onTapped: root.model.keep()
                }
            }
        }
    }
    PagedList {
        visible: root.list && !root.model.empty
        name: "today"
        anchors.top: top.bottom
        anchors.topMargin: Theme.compact ? Theme.gap : Theme.section
        anchors.bottom: parent.bottom
        width: parent.width
        model: root.model.rows
        delegate: ActivityRow {
            id: row

            required property string key
            required property string title
            required notice

            objectName: "today.row." + row.key
            width: ListView.view.width
            label: row.title
            onTapped: root.go("today", row.key)
        }
    }

    ScrollArea {
        name: "today.reasons"
        visible: root.step === "reason"
        anchors.top: notes.bottom
        anchors.topMargin: root.model.said === "" ? 0 : Theme.section
        anchors.bottom: parent.bottom
        width: parent.width

        PlainText {
            width: parent.width
            text: qsTr("Oggi non si fa? Perché?")
            font.bold: true
        }
        Grid {
            id: why
            width: parent.width
            columns: Theme.wide ? 2 : 1
            spacing: Theme.gap

            Repeater {
                model: root.model.reasons

                Choice {
                    required property string key
                    required property string name
                    required selected

                    objectName: "today.reason." + key
                    width: Math.floor((why.width - why.spacing * (why.columns - 1)) / why.columns)
                    height: Math.max(Theme.target * 1.15, implicitHeight)
                    label: name
                    leading: true
                    size: Theme.compact ? Theme.small : Theme.body
                    onTapped: root.model.choose(key)
                }
            }
        }
        PrimaryButton {
            objectName: "today.proceed"
            width: parent.width
            enabled: root.model.ready
            label: qsTr("Annulla questo incontro")
            onTapped: root.model.proceed()
        }
    }
    WritePart {
        visible: root.step === "write"
        y: Theme.tight ? 0 : notes.y + notes.height
        indent: Theme.tight ? top.backWidth + Theme.gap : 0
        width: parent.width
        name: "today"
        label: qsTr("Perché? Lo leggono tutti: senza nomi")
        entry: root.model.own as TextEntry
        nextLabel: qsTr("Avanti")
        onProceed: root.model.proceed()
    }
}
