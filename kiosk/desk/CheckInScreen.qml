// Show a code: a booking or a card. What it was stands in large words.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.controls
import kiosk.desk

ScreenBase {
    id: root

    required property CheckInModel model

    readonly property real half: Theme.wide ? (width - Theme.margin) / 2 : width

    Grid {
        id: top
        anchors.left: parent.left
        columns: Theme.wide ? 2 : 1
        spacing: Theme.section
        verticalItemAlignment: Grid.AlignVCenter

        OutlineButton {
            id: goBack
            objectName: "checkin.back"
            mark: "back"
            label: qsTr("Portineria")
            onTapped: root.back()
        }
        Heading {
            // A list beside it leaves no room for both.
            visible: !(Theme.tight && (root.model.choosing || said.visible))
            text: qsTr("Leggi un codice")
        }
    }
    // What was read stands over the keys; on a screen that lies there is no room there, but beside them.
    MessagePanel {
        id: said
        visible: root.model.headline !== ""
        objectName: "checkin.said"
        // On a small screen with large text it stands beside the way back.
        readonly property bool above: Theme.tight && !root.model.choosing
        anchors.left: parent.left
        anchors.leftMargin: above ? goBack.width + Theme.gap : 0
        y: above ? 0 : Theme.wide && !root.model.choosing ? pad.y + pad.under + Theme.gap : top.height + Theme.section
        width: above ? root.width - anchors.leftMargin : root.half
        attention: root.model.tone === "off"
        mark: root.model.tone === "good" ? "check" : root.model.tone === "off" ? "ring" : "half"
        title: root.model.headline
        text: root.model.detail
    }
    NumberPad {
        id: pad
        visible: !root.model.choosing
        name: "checkin.number"
        y: Math.max(top.height, (!Theme.wide || said.above) && said.visible ? said.y + said.height : 0) + Theme.section
        width: parent.width
        entry: root.model.entry as NumberEntry
        eye: root.model.eye as Eye
        advice: !Theme.wide || !said.visible
        dense: Theme.low || (Theme.large && said.visible)
        label: Theme.tight ? qsTr("Avvicina il codice, o scrivi il numero della tessera") : qsTr("Avvicina al lettore l'iscrizione o la tessera, o scrivi il numero della tessera")
        confirmLabel: qsTr("Segna la presenza")
        onConfirmed: root.model.confirm()
    }

    PagedList {
        visible: root.model.choosing
        name: "checkin"
        anchors.right: parent.right
        width: root.half
        height: parent.height - y
        y: Theme.wide ? 0 : said.y + said.height + Theme.section
        model: root.model.today
        delegate: ActivityRow {
            id: row

            required property string key
            required property string title
            required property string when

            objectName: "checkin.occurrence." + row.key
            width: ListView.view.width
            label: row.title
            time: row.when
            detail: ""
            seats: ""
            onTapped: root.model.choose(row.key)
        }
    }
}
