// What one takes along of an activity: one code at a time for the phone, its page or a calendar entry, and a slip of paper.
import QtQuick
import kiosk.agenda
import kiosk.controls

ScreenBase {
    id: root

    required property TakeawayModel model

    readonly property bool wide: Theme.wide
    readonly property real below: slip.visible ? slip.height + Theme.section : 0
    readonly property real room: wide ? Math.min(height, width * (Theme.compact ? 0.42 : 0.46)) : Math.min(width, height - words.height - below - 2 * Theme.section)
    readonly property string printing: model.busy ? qsTr("Stampo il foglietto …") : model.printed ? qsTr("Stampane un altro") : qsTr("Stampa un foglietto")
    readonly property real side: Math.min(Theme.mm(170), room)

    QrCode {
        id: code
        objectName: "takeaway.qr"
        visible: text !== ""
        width: root.side
        height: root.side
        anchors.left: root.wide ? parent.left : undefined
        anchors.horizontalCenter: root.wide ? undefined : parent.horizontalCenter
        y: root.wide ? (root.height - height) / 2 : words.height + Theme.section + Math.max(0, root.height - words.height - root.below - 2 * Theme.section - height) / 2
        text: root.model.code
        Accessible.name: root.model.way === "calendar" ? qsTr("Codice per il calendario del telefono") : qsTr("Codice per il telefono: %1").arg(root.model.address)
    }
    ScrollArea {
        id: words
        name: "takeaway"
        anchors.left: root.wide && code.visible ? code.right : parent.left
        anchors.leftMargin: root.wide && code.visible ? Theme.margin * 1.5 : 0
        anchors.right: parent.right
        anchors.top: parent.top
        height: root.wide ? parent.height - root.below : implicitHeight

        Heading {
            width: parent.width
            text: qsTr("Portalo con te")
        }
        MessagePanel {
            visible: Theme.compact && root.model.told !== ""
            width: parent.width
            attention: !root.model.printed
            text: root.model.told
        }
        Column {
            width: parent.width
            spacing: Theme.hair / 2

            PlainText {
                width: parent.width
                text: root.model.title
                font.bold: true
                font.pixelSize: Theme.strong
            }
            PlainText {
                visible: text !== ""
                width: parent.width
                text: root.model.when
            }
        }
        Grid {
            id: ways
            // Under each other where large words need the width of both.
            readonly property real each: columns === 1 ? width : (width - spacing) / 2

            visible: root.model.address !== "" && root.model.entry !== ""
            width: parent.width
            columns: Theme.compact && Theme.large ? 1 : 2
            spacing: Theme.gap

            Choice {
                objectName: "takeaway.page"
                width: ways.each
                height: Math.max(implicitHeight, calendar.implicitHeight)
                label: qsTr("La pagina")
                selected: root.model.way === "page"
                onTapped: root.model.choose("page")
            }
            Choice {
                id: calendar
                objectName: "takeaway.calendar"
                width: ways.each
                height: Math.max(implicitHeight, ways.children[0].implicitHeight)
                label: qsTr("Il calendario")
                selected: root.model.way === "calendar"
                onTapped: root.model.choose("calendar")
            }
        }
        PlainText {
            visible: root.model.way !== ""
            width: parent.width
            text: root.model.way === "calendar" ? qsTr("Inquadra il codice con la fotocamera del telefono: l'appuntamento va nel tuo calendario, anche senza rete.") : qsTr("Inquadra il codice con la fotocamera del telefono: si apre la pagina di questa attività.")
        }
        PlainText {
            visible: root.model.way === "page"
            width: parent.width
            text: root.model.address
            font.pixelSize: Theme.small
            wrapMode: Text.WrapAnywhere
        }
        PlainText {
            visible: root.model.way === ""
            width: parent.width
            text: qsTr("Di questa attività non c'è niente da portare con te.")
        }
    }
    Column {
        id: slip
        visible: root.model.canPrint
        anchors.left: words.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        spacing: Theme.gap

        MessagePanel {
            visible: !Theme.compact && root.model.told !== ""
            width: parent.width
            attention: !root.model.printed
            text: root.model.told
        }
        // A low screen has room for the words alone.
        OutlineButton {
            objectName: "takeaway.slip"
            visible: Theme.compact
            width: parent.width
            enabled: !root.model.busy
            label: root.printing
            onTapped: root.model.printSlip()
        }
        Tile {
            objectName: "takeaway.slip"
            visible: !Theme.compact
            width: parent.width
            enabled: !root.model.busy
            label: root.printing
            subtitle: qsTr("per chi non ha il telefono")
            onTapped: root.model.printSlip()
        }
    }
}
