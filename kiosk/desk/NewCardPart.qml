// A new card: the name, then what the card says of the person, and how to reach them if they wish.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.controls
import kiosk.desk

Item {
    id: root

    signal issue

    required property NewCard model

    readonly property TextEntry entry: model.name as TextEntry
    readonly property ContactEntry contact: model.contact as ContactEntry
    // The place of the way back, where it stands beside what is written.
    property real indent: 0
    readonly property real air: Theme.compact ? Theme.gap : Theme.section
    readonly property int across: Theme.compact ? 4 : Theme.wide ? 6 : 3

    function share(width: real, count: int): int {
        return Math.floor((width - (count - 1) * Theme.gap) / count);
    }

    WritePart {
        visible: root.model.step === "name"
        width: parent.width
        name: "cards"
        indent: root.indent
        lines: 1
        label: qsTr("Nome, e iniziale del cognome")
        entry: root.entry
        nextLabel: qsTr("Avanti")
        onProceed: root.model.proceed()
    }
    ScrollArea {
        name: "cards.look"
        visible: root.model.step === "look"
        anchors.top: parent.top
        anchors.bottom: make.top
        anchors.bottomMargin: Theme.gap
        width: parent.width
        spacing: root.air

        PlainText {
            width: parent.width
            text: qsTr("In che lingua legge meglio %1?").arg(root.entry.text)
            font.bold: true
        }
        Flow {
            id: languages
            width: parent.width
            spacing: Theme.gap

            Repeater {
                model: root.model.languages

                Choice {
                    id: tongue

                    required property string key
                    required property string words
                    required property bool chosen

                    objectName: "cards.language." + tongue.key
                    width: root.share(languages.width, root.across)
                    height: Theme.target * 1.1
                    label: tongue.words
                    size: Theme.small
                    selected: tongue.chosen
                    onTapped: root.model.choose(tongue.key)
                }
            }
        }
        PlainText {
            width: parent.width
            text: qsTr("Che cosa le serve sullo schermo?")
            font.bold: true
        }
        Flow {
            id: wishes
            width: parent.width
            spacing: Theme.gap

            Repeater {
                model: root.model.wishes

                Choice {
                    id: wish

                    required property string key
                    required property string words
                    required property bool chosen

                    objectName: "cards.access." + wish.key
                    width: root.share(wishes.width, Theme.wide && !Theme.compact ? 4 : 2)
                    height: Theme.target * 1.1
                    label: wish.words
                    size: Theme.small
                    selected: wish.chosen
                    onTapped: root.model.toggle(wish.key)
                }
            }
        }
        OutlineButton {
            objectName: "cards.contact"
            width: parent.width
            label: root.contact.text !== "" ? (root.contact.kind === "mail" ? qsTr("E-mail: %1") : qsTr("Telefono: %1")).arg(root.contact.text) : qsTr("Aggiungi telefono o e-mail, se vuole")
            onTapped: root.model.askContact()
        }
    }
    PrimaryButton {
        id: make
        objectName: "cards.issue"
        visible: root.model.step === "look"
        anchors.bottom: parent.bottom
        width: parent.width
        label: qsTr("Fai la tessera")
        onTapped: root.issue()
    }
    ContactPart {
        visible: root.model.step === "contact"
        width: parent.width
        name: "cards.contact"
        indent: root.indent
        entry: root.contact
        onProceed: root.model.proceed()
    }
}
