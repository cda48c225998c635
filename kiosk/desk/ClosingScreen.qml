// The close of the day: its figures, what is still open, and one button.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.controls
import kiosk.desk

ScreenBase {
    id: root

    required property ClosingModel model

    readonly property Listing listing: model.listing as Listing
    readonly property real half: Theme.wide ? (width - Theme.margin) / 2 : width

    DeskTop {
        id: top
        name: "closing"
        width: parent.width
        label: qsTr("Altro")
        title: qsTr("Chiusura della giornata")
        onBack: root.back()
    }
    ScrollArea {
        id: side
        name: "closing.side"
        anchors.top: top.bottom
        anchors.topMargin: Theme.compact ? Theme.gap : Theme.section
        anchors.right: parent.right
        width: root.half
        height: Theme.wide ? Math.min(implicitHeight, parent.height - y - (close.visible ? close.height + Theme.gap : 0)) : implicitHeight
        spacing: Theme.compact ? Theme.gap : Theme.section

        MessagePanel {
            objectName: "closing.state"
            visible: root.model.state !== ""
            width: parent.width
            attention: !root.model.closed
            mark: root.model.closed ? "check" : ""
            title: root.model.state
            text: root.model.slip
        }
        OutlineButton {
            objectName: "closing.print"
            visible: root.model.state !== "" && root.model.canPrint
            width: parent.width
            label: qsTr("Stampa di nuovo")
            onTapped: root.model.printSlip()
        }
        MessagePanel {
            objectName: "closing.left"
            width: parent.width
            attention: false
            title: root.model.left === "" ? qsTr("Non c'è niente in sospeso.") : qsTr("Ancora in sospeso")
            text: root.model.left
        }
    }
    PrimaryButton {
        id: close
        objectName: "closing.close"
        visible: !root.model.closed
        anchors.top: side.bottom
        anchors.topMargin: Theme.gap
        anchors.right: parent.right
        width: root.half
        label: qsTr("Chiudi la giornata")
        onTapped: root.model.close()
    }
    PagedList {
        anchors.left: parent.left
        name: "closing"
        beside: false
        anchors.top: Theme.wide ? side.top : close.visible ? close.bottom : side.bottom
        anchors.topMargin: Theme.wide ? 0 : Theme.section
        anchors.bottom: parent.bottom
        width: root.half
        model: root.listing.rows
        delegate: Item {
            id: row

            required property string key
            required property string name
            required property string value
            required property bool heading

            width: ListView.view.width
            implicitHeight: words.implicitHeight + Theme.fit(5, 4, 3)

            Hairline {
                visible: !row.heading
                width: parent.width
            }
            PlainText {
                id: words
                anchors.left: parent.left
                anchors.right: number.left
                anchors.rightMargin: Theme.gap
                anchors.bottom: parent.bottom
                anchors.bottomMargin: Theme.fit(2, 1.6, 1.2)
                text: row.name
                font.bold: row.heading
                font.pixelSize: row.heading ? Theme.body : Theme.small
                topPadding: row.heading ? Theme.section : 0
                Accessible.role: row.heading ? Accessible.Heading : Accessible.StaticText
                Accessible.name: row.heading ? row.name : row.name + ": " + row.value
            }
            PlainText {
                id: number
                objectName: "closing.value." + row.key
                anchors.right: parent.right
                anchors.baseline: words.baseline
                text: row.value
                font.bold: true
                font.pixelSize: Theme.small
                Accessible.ignored: true
            }
        }
    }
}
