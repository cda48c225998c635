// Sign somebody up at the desk: an activity, then a name.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.controls
import kiosk.desk

ScreenBase {
    id: root

    required property EnrolModel model

    Grid {
        id: top
        columns: Theme.wide ? 2 : 1
        spacing: Theme.compact ? Theme.gap : Theme.section
        verticalItemAlignment: Grid.AlignVCenter

        OutlineButton {
            id: goBack
            objectName: "enrol.back"
            mark: "back"
            label: root.model.choosing ? qsTr("Portineria") : qsTr("Altra attività")
            onTapped: root.back()
        }
        Heading {
            width: Theme.wide ? root.width - goBack.width - top.spacing : root.width
            text: root.model.choosing ? qsTr("Iscrivi una persona") : root.model.title
            font.pixelSize: root.model.choosing ? Theme.title : Theme.strong
        }
    }

    MessagePanel {
        visible: root.model.choosing && root.model.empty !== ""
        attention: false
        anchors.top: top.bottom
        anchors.topMargin: Theme.section
        width: parent.width
        title: root.model.empty
    }
    PagedList {
        visible: root.model.choosing
        name: "enrol"
        anchors.top: top.bottom
        anchors.topMargin: Theme.section
        anchors.bottom: parent.bottom
        width: parent.width
        model: root.model.rows
        delegate: ActivityRow {
            id: row

            required property string key
            required property string title

            objectName: "enrol.row." + key
            width: ListView.view.width
            label: title
            detail: ""
            onTapped: root.go("enrol.name", row.key)
        }
    }

    Item {
        id: form
        visible: !root.model.choosing
        anchors.top: top.bottom
        anchors.topMargin: Theme.compact ? 0 : Theme.section
        width: parent.width
        height: who.height

        Column {
            id: who
            width: Theme.wide && side.visible ? parent.width - side.width - Theme.margin : parent.width
            spacing: Theme.section

            Field {
                visible: !root.model.asks && root.model.headline === ""
                width: parent.width
                label: qsTr("Nome e iniziale del cognome")
                value: root.model.name
            }
            MessagePanel {
                visible: root.model.headline !== ""
                objectName: "enrol.said"
                width: parent.width
                attention: root.model.tone !== "good"
                mark: root.model.tone === "good" ? "check" : root.model.tone === "open" ? "half" : "ring"
                title: root.model.headline
                text: root.model.detail
            }
            MessagePanel {
                objectName: "enrol.clash"
                visible: root.model.clash !== ""
                width: parent.width
                title: root.model.clash
                text: qsTr("È alla stessa ora: forse è la stessa persona.")

                Row {
                    width: parent.width
                    spacing: Theme.gap
                    OutlineButton {
                        objectName: "enrol.anyway"
                        width: (parent.width - parent.spacing) / 2
                        ink: Theme.attentionInk
                        label: qsTr("Iscrivi lo stesso")
                        onTapped: root.model.bookAnyway()
                    }
                    OutlineButton {
                        objectName: "enrol.anyway.no"
                        width: (parent.width - parent.spacing) / 2
                        ink: Theme.attentionInk
                        label: qsTr("No")
                        onTapped: root.back()
                    }
                }
            }
            MessagePanel {
                visible: root.model.full
                width: parent.width
                title: qsTr("Posti finiti. Vuoi la lista d'attesa?")

                Row {
                    width: parent.width
                    spacing: Theme.gap
                    OutlineButton {
                        objectName: "enrol.waiting"
                        width: (parent.width - parent.spacing) / 2
                        ink: Theme.attentionInk
                        label: qsTr("Sì, in lista")
                        onTapped: root.model.wait()
                    }
                    OutlineButton {
                        objectName: "enrol.waiting.no"
                        width: (parent.width - parent.spacing) / 2
                        ink: Theme.attentionInk
                        label: qsTr("No, grazie")
                        onTapped: root.back()
                    }
                }
            }
        }
        Row {
            id: side
            visible: !root.model.asks
            anchors.right: Theme.wide ? parent.right : undefined
            anchors.bottom: Theme.wide ? parent.bottom : undefined
            y: Theme.wide ? 0 : who.height + Theme.section
            spacing: Theme.gap

            Stepper {
                name: "enrol.people"
                value: root.model.people
                fewerLabel: qsTr("Una persona in meno")
                moreLabel: qsTr("Una persona in più")
                onMore: root.model.more()
                onFewer: root.model.fewer()
            }
            PrimaryButton {
                objectName: "enrol.confirm"
                width: Theme.wide ? Theme.mm(Theme.compact ? 62 : 110) : root.width - Theme.primary * 3 - Theme.gap * 3
                enabled: root.model.ready
                label: qsTr("Iscrivi")
                onTapped: root.model.confirm()
            }
        }
    }
    LetterPad {
        visible: !root.model.choosing && !root.model.asks
        name: "enrol"
        anchors.bottom: Theme.low ? parent.bottom : undefined
        anchors.horizontalCenter: parent.horizontalCenter
        y: form.y + side.y + side.height + Theme.section * 1.5
        width: Math.min(parent.width, Theme.mm(330))
        eraseLabel: qsTr("Indietro")
        spaceLabel: qsTr("Spazio")
        onLetter: value => root.model.add(value)
        onErased: root.model.erase()
    }
}
