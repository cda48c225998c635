// How it came out. What is final looks final; what is still open never does.
import QtQuick
import kiosk.controls
import kiosk.signup

ScreenBase {
    id: root

    required property ResultModel model

    readonly property bool good: model.tone === "good"
    readonly property color fill: good ? Theme.accent : model.tone === "open" ? Theme.attention : Theme.quiet
    // Large words on a small screen: closer together, and what is said of the activity runs on.
    readonly property bool tight: Theme.large && Theme.compact
    readonly property color ink: good ? Theme.sheet : model.tone === "open" ? Theme.attentionInk : Theme.ink

    Rectangle {
        id: panel
        anchors.left: parent.left
        width: Theme.wide ? parent.width - actions.width - Theme.margin : parent.width
        height: Math.min(parent.height, words.implicitHeight + Theme.pad * (root.tight ? 1 : 4))
        radius: Theme.radius * 1.4
        color: root.fill
        // Beside the colour: a place that is not sure yet has a broken outline's calm cousin, a line around it.
        border.width: root.model.tone === "open" ? Theme.stroke * 1.5 : 0
        border.color: root.ink

        Accessible.role: Accessible.AlertMessage
        Accessible.name: root.model.headline + ". " + root.model.meaning

        Column {
            id: words
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: root.tight ? Theme.pad : Theme.pad * 1.6
            spacing: root.tight ? Theme.hair : Theme.section

            Row {
                width: parent.width
                spacing: Theme.mm(5)
                Mark {
                    id: sign
                    kind: root.good ? "check" : root.model.tone === "open" ? "half" : "ring"
                    color: root.ink
                    size: Theme.display
                    stroke: size * 0.14
                    anchors.verticalCenter: parent.verticalCenter
                }
                Heading {
                    objectName: "result.headline"
                    width: parent.width - sign.width - parent.spacing
                    text: root.model.headline
                    color: root.ink
                    font.pixelSize: Theme.display
                }
            }
            PlainText {
                objectName: "result.meaning"
                width: parent.width
                text: root.model.meaning
                color: root.ink
                font.pixelSize: Theme.strong
            }
            Column {
                visible: root.model.title !== ""
                width: parent.width
                spacing: Theme.hair * 0.6
                PlainText {
                    width: parent.width
                    text: root.model.title
                    color: root.ink
                    font.bold: true
                    font.pixelSize: Theme.strong
                    leading: root.tight ? 0.9 : 1
                }
                PlainText {
                    width: parent.width
                    text: Theme.joined([root.model.when, root.model.where, root.model.people], root.tight ? " · " : "\n")
                    color: root.ink
                    leading: root.tight ? 0.9 : 1
                }
            }
        }
    }

    Column {
        id: actions
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.wide ? 0 : panel.height + Theme.section
        width: Theme.wide ? Theme.mm(Theme.compact ? 106 : 150) : parent.width
        spacing: Theme.gap

        PrimaryButton {
            objectName: "result.done"
            width: parent.width
            label: qsTr("Fatto")
            onTapped: root.leave()
        }
        OutlineButton {
            objectName: "result.slip"
            visible: root.model.canPrint
            width: parent.width
            enabled: !root.model.busy
            label: root.model.busy ? qsTr("Il foglietto sta uscendo.") : qsTr("Stampa il foglietto")
            onTapped: root.model.printSlip()
        }
        PlainText {
            objectName: "result.told"
            visible: text !== ""
            width: parent.width
            text: root.model.told
        }
        Tile {
            objectName: "result.undo"
            visible: root.model.canUndo
            width: parent.width
            label: qsTr("Annulla iscrizione")
            subtitle: qsTr("se non puoi venire")
            onTapped: root.model.undo()
        }
    }
}
