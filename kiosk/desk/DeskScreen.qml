// The desk. One tap on a reason is a person, recorded; the rest amends or takes back.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.controls
import kiosk.desk

ScreenBase {
    id: root

    required property DeskModel model

    readonly property real rightWidth: !Theme.wide ? width : Theme.tight ? Theme.mm(158) : Theme.compact ? Theme.mm(119) : (width - Theme.margin) * 0.42
    readonly property real leftWidth: Theme.wide ? width - rightWidth - (Theme.tight ? Theme.gap : Theme.margin) : width
    // A low screen, or large words, leave no room for both the person in hand and today's log: one or the other.
    readonly property bool either: Theme.compact || (Theme.large && !Theme.wide)
    property bool log: false
    readonly property bool showsPerson: !either || !log
    readonly property bool showsLog: !either || log
    readonly property int across: Theme.tight ? 2 : 3
    readonly property int rowsOfTiles: Math.ceil(reasons.count / across)
    // Nine tiles fit on a low screen or with large words, four with both; where a space has more, the others are a tap away.
    readonly property int room: Theme.tight ? 4 : Theme.compact || Theme.large ? 9 : 18
    readonly property int words: Math.max(Theme.fit(8.8, 8.6, 7.75), Theme.small)
    property int page: 0

    component Title: PlainText {
        width: parent.width
        font.bold: true
        font.pixelSize: Theme.compact ? Theme.small : Theme.body * 1.06
        Accessible.role: Accessible.Heading
    }

    Column {
        id: left
        anchors.left: parent.left
        width: root.leftWidth
        spacing: Theme.fit(5, 4.6, 3.4)

        Title {
            visible: !Theme.tight || !root.model.inHand || root.model.adding
            text: root.model.adding ? qsTr("Quale altro motivo, per la stessa persona?") : qsTr("Chi è passato? Un tocco registra una persona.")
        }
        Grid {
            id: tiles
            width: parent.width
            columns: root.across
            spacing: Theme.gap

            readonly property bool more: reasons.count > root.room
            readonly property int pages: more ? Math.ceil(reasons.count / (root.room - 1)) : 1
            readonly property real tileWidth: Math.floor((width - spacing * (columns - 1)) / columns)
            readonly property real tileHeight: root.rowsOfTiles > 4 ? Theme.fit(28.6, 26.6, 28) : Theme.fit(36, 31, 28)

            Repeater {
                id: reasons
                model: root.model.reasons

                Choice {
                    required property int index
                    required property string key
                    required property string name
                    required selected

                    objectName: "desk.reason." + key
                    visible: !tiles.more || Math.floor(index / (root.room - 1)) === root.page % tiles.pages
                    width: tiles.tileWidth
                    height: Math.max(tiles.tileHeight, implicitHeight)
                    label: name
                    fill: Theme.action
                    leading: true
                    stacked: Theme.compact
                    checkable: false
                    size: root.words
                    onTapped: {
                        root.log = false;
                        root.model.tap(key);
                    }
                }
            }
            Choice {
                objectName: "desk.reasons.more"
                visible: tiles.more
                width: tiles.tileWidth
                height: tiles.tileHeight
                label: root.page % tiles.pages === tiles.pages - 1 ? qsTr("Primi motivi") : qsTr("Altri motivi")
                leading: true
                checkable: false
                size: root.words
                onTapped: root.page = (root.page + 1) % tiles.pages
            }
        }
        Rectangle {
            id: hand
            width: parent.width
            height: stacked ? said.implicitHeight + take.height + Theme.mm(7) : Math.max(Theme.target + Theme.mm(6), said.implicitHeight + Theme.mm(4))
            readonly property bool stacked: Theme.tight && root.model.inHand
            radius: Theme.radius
            color: Theme.quiet

            PlainText {
                id: said
                objectName: "toast"
                anchors.left: parent.left
                anchors.leftMargin: Theme.mm(4.5)
                anchors.right: !root.model.inHand || hand.stacked ? parent.right : Theme.compact ? add.left : whole.left
                anchors.rightMargin: Theme.mm(3)
                y: hand.stacked ? Theme.mm(2) : (parent.height - height) / 2
                text: root.model.inHand ? qsTr("Registrato: %1").arg(root.model.recorded) : qsTr("Tocca un motivo: il passaggio è registrato subito.")
                font.pixelSize: Theme.small
                font.bold: root.model.inHand
                leading: 0.92
                Accessible.role: Accessible.AlertMessage
            }
            OutlineButton {
                id: whole
                objectName: "toast.record"
                visible: root.model.inHand && !Theme.compact
                anchors.right: add.left
                anchors.rightMargin: Theme.gap
                anchors.verticalCenter: parent.verticalCenter
                label: qsTr("Dati")
                hint: qsTr("Altri dati della persona")
                onTapped: root.go("record", root.model.last)
            }
            OutlineButton {
                id: add
                objectName: "toast.add"
                visible: root.model.inHand
                anchors.right: take.left
                anchors.rightMargin: Theme.gap
                y: take.y
                mark: root.model.adding ? "check" : "plus"
                label: qsTr("Motivo")
                hint: qsTr("Aggiungi motivo")
                onTapped: root.model.addReason()
            }
            OutlineButton {
                id: take
                objectName: "toast.undo"
                visible: root.model.inHand
                anchors.right: parent.right
                anchors.rightMargin: Theme.mm(3)
                y: hand.stacked ? parent.height - height - Theme.mm(3) : (parent.height - height) / 2
                label: qsTr("Annulla")
                onTapped: root.model.undo("")
            }
        }
    }

    Column {
        id: right
        anchors.right: parent.right
        y: Theme.wide ? 0 : left.height + left.spacing
        width: root.rightWidth
        spacing: left.spacing

        Row {
            visible: root.either
            width: parent.width
            spacing: Theme.gap

            Choice {
                objectName: "desk.show.person"
                width: (parent.width - parent.spacing) / 2
                label: qsTr("Persona")
                size: Theme.small
                selected: !root.log
                onTapped: root.log = false
            }
            Choice {
                objectName: "desk.show.log"
                width: (parent.width - parent.spacing) / 2
                label: qsTr("Oggi")
                size: Theme.small
                selected: root.log
                onTapped: root.log = true
            }
        }
        Title {
            visible: root.showsPerson
            text: qsTr("Quante persone?")
        }
        Row {
            id: people
            visible: root.showsPerson
            width: parent.width
            spacing: Theme.gap
            enabled: root.model.inHand

            Repeater {
                model: 5
                Choice {
                    required property int index
                    readonly property int number: index + 1
                    readonly property bool last: number === 5

                    objectName: "desk.people." + number
                    width: Math.floor((people.width - 4 * people.spacing) / 5)
                    height: Theme.fit(25, 24, 20.2)
                    selected: last ? root.model.number >= 5 : root.model.number === number
                    label: !last ? number : root.model.number >= 5 ? root.model.number + "\u00a0+" : "5+"
                    stacked: Theme.compact
                    onTapped: root.model.people(number)
                }
            }
        }
        Title {
            visible: root.showsPerson
            text: qsTr("Età, se la sai")
        }
        Grid {
            id: ages
            visible: root.showsPerson
            width: parent.width
            columns: Theme.wide || Theme.large ? 4 : 7
            spacing: Theme.gap
            enabled: root.model.inHand

            Repeater {
                model: root.model.bands
                Choice {
                    required property string modelData

                    objectName: "desk.age." + modelData
                    width: Math.floor((ages.width - (ages.columns - 1) * ages.spacing) / ages.columns)
                    height: Theme.fit(25, 24, 20.2)
                    selected: root.model.band === modelData
                    label: modelData.replace("-", "–")
                    size: Theme.small
                    stacked: true
                    onTapped: root.model.age(modelData)
                }
            }
        }
        Item {
            visible: Theme.compact && root.showsPerson && root.model.inHand
            width: parent.width
            height: further.height + Theme.mm(1)

            OutlineButton {
                id: further
                objectName: "toast.record"
                anchors.bottom: parent.bottom
                width: parent.width
                label: qsTr("Altri dati della persona")
                onTapped: root.go("record", root.model.last)
            }
        }
        Title {
            objectName: "desk.total"
            visible: root.showsLog
            text: root.model.total
        }
    }

    PagedList {
        name: "desk"
        visible: root.showsLog
        beside: false
        anchors.top: right.bottom
        anchors.topMargin: Theme.mm(2)
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        width: root.rightWidth
        model: root.model.log
        delegate: LogLine {
            id: line
            width: ListView.view.width
            onUndone: root.model.undo(line.key)
            onOpened: root.go("record", line.key)
        }
    }
}
