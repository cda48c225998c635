// Sign somebody up at the desk: an activity, then a name.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.controls
import kiosk.desk

ScreenBase {
    id: root

    required property EnrolModel model

    readonly property TextEntry entry: model.name as TextEntry
    readonly property ContactEntry contact: model.contact as ContactEntry
    // Who has a card is known, and reached as they said when they had it made.
    readonly property bool writes: !model.choosing && !model.reaching && !model.asks && !model.known
    readonly property string reached: contact.text !== "" ? contact.text : Theme.compact ? qsTr("Telefono o e-mail") : qsTr("Telefono o e-mail, se vuole")

    Grid {
        id: top
        anchors.left: parent.left
        columns: Theme.wide ? 3 : 1
        spacing: Theme.compact ? Theme.gap : Theme.section
        verticalItemAlignment: Grid.AlignVCenter

        OutlineButton {
            id: goBack
            objectName: "enrol.back"
            mark: "back"
            label: root.model.reaching ? qsTr("Indietro") : root.model.choosing ? qsTr("Portineria") : qsTr("Altra attività")
            onTapped: root.model.reaching ? root.model.closeContact() : root.back()
        }
        Heading {
            visible: !(Theme.tight && (root.model.reaching || root.writes))
            width: Theme.wide ? root.width - goBack.width - top.spacing - (beside.visible ? beside.width + top.spacing : 0) : root.width
            text: !root.model.choosing ? root.model.title : root.model.known ? qsTr("Iscrivi %1").arg(root.model.holder) : qsTr("Iscrivi una persona")
            font.pixelSize: root.model.choosing ? Theme.title : Theme.strong
        }
        // On a small screen there is room for it nowhere else.
        OutlineButton {
            id: beside
            objectName: visible ? "enrol.contact" : ""
            visible: Theme.compact && root.writes && root.model.headline === ""
            width: Theme.mm(Theme.large ? 130 : 76)
            label: root.reached
            onTapped: root.model.askContact()
        }
    }
    ContactPart {
        visible: root.model.reaching
        y: Theme.tight ? 0 : top.height + (Theme.compact ? Theme.gap : Theme.section)
        indent: Theme.tight ? goBack.width + Theme.gap : 0
        width: parent.width
        name: "enrol.contact"
        entry: root.contact
        onProceed: root.model.closeContact()
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
        visible: !root.model.choosing && !root.model.reaching
        anchors.top: top.bottom
        anchors.topMargin: Theme.tight ? Theme.gap : Theme.compact ? 0 : Theme.section
        width: parent.width
        height: Math.max(who.height, side.visible ? side.height : 0)

        Column {
            id: who
            anchors.left: parent.left
            width: Theme.wide && side.visible ? parent.width - side.width - Theme.margin : parent.width
            spacing: Theme.section

            Field {
                visible: !root.model.asks && root.model.headline === ""
                width: parent.width
                bare: Theme.tight && !root.model.known
                placeholder: bare ? qsTr("Nome e iniziale del cognome") : ""
                label: root.model.known ? qsTr("Con la tessera di") : qsTr("Nome e iniziale del cognome")
                value: root.model.known ? root.model.holder : root.entry.text
            }
            OutlineButton {
                objectName: visible ? "enrol.contact" : ""
                visible: !Theme.compact && root.writes && root.model.headline === ""
                width: parent.width
                label: root.reached
                onTapped: root.model.askContact()
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
            // On a small screen what was done has its place until the next name begins.
            visible: !root.model.asks && !(Theme.tight && root.model.headline !== "")
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
        visible: root.writes
        name: "enrol"
        anchors.bottom: Theme.low ? parent.bottom : undefined
        anchors.horizontalCenter: parent.horizontalCenter
        y: form.y + side.y + side.height + Theme.section * 1.5
        width: Math.min(parent.width, Theme.mm(330))
        eraseLabel: qsTr("Cancella")
        spaceLabel: qsTr("Spazio")
        onLetter: value => root.entry.add(value)
        onErased: root.entry.erase()
    }
}
