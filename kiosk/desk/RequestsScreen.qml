// The open requests; one of them, and how it ended.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.controls
import kiosk.desk

ScreenBase {
    id: root

    required property RequestsModel model
    readonly property Listing listing: root.model.listing as Listing

    Grid {
        id: top
        anchors.left: parent.left
        columns: Theme.wide ? 2 : 1
        spacing: Theme.compact ? Theme.gap : Theme.section
        verticalItemAlignment: Grid.AlignVCenter

        OutlineButton {
            id: goBack
            objectName: "requests.back"
            mark: "back"
            label: root.model.choosing ? qsTr("Portineria") : qsTr("Le richieste")
            onTapped: root.model.choosing ? root.back() : root.go("requests", "")
        }
        Heading {
            width: Theme.wide ? root.width - goBack.width - top.spacing : root.width
            text: root.model.choosing ? qsTr("Richieste aperte") : root.model.title
            font.pixelSize: root.model.choosing ? Theme.title : Theme.strong * 1.12
        }
    }

    Column {
        id: notes
        visible: root.model.choosing
        anchors.top: top.bottom
        anchors.topMargin: Theme.compact ? Theme.gap : Theme.section
        width: parent.width
        spacing: Theme.gap

        MessagePanel {
            visible: root.listing.said !== ""
            objectName: "requests.said"
            width: parent.width
            attention: false
            mark: "check"
            title: qsTr("Richiesta chiusa.")
            text: root.listing.said
        }
        MessagePanel {
            visible: root.listing.empty
            width: parent.width
            attention: false
            title: qsTr("Nessuna richiesta aperta.")
            text: qsTr("Quando qualcuno chiede un servizio al terminale, lo trovi qui.")
        }
        OutlineButton {
            objectName: "requests.pin"
            visible: root.listing.hidden
            width: parent.width
            label: qsTr("Scrivi il PIN per vedere chi ha chiesto")
            onTapped: root.go("pin", root.listing.staff)
        }
    }
    PagedList {
        visible: root.model.choosing
        name: "requests"
        anchors.top: notes.bottom
        anchors.topMargin: Theme.hair
        anchors.bottom: parent.bottom
        width: parent.width
        model: root.listing.rows
        delegate: ActivityRow {
            id: row

            required property string key
            required property string title
            required property string who
            required property string when

            objectName: "requests.row." + row.key
            width: ListView.view.width
            label: row.title
            time: row.when
            detail: row.who
            seats: ""
            onTapped: root.go("requests", row.key)
        }
    }

    ScrollArea {
        name: "requests.one"
        visible: !root.model.choosing
        anchors.top: top.bottom
        anchors.topMargin: Theme.compact ? Theme.hair : Theme.section
        anchors.bottom: close.top
        anchors.bottomMargin: Theme.gap
        width: parent.width

        PlainText {
            visible: text !== ""
            width: parent.width
            text: root.model.detail
        }
        PlainText {
            width: parent.width
            text: qsTr("Com'è finita?")
            font.bold: true
        }
        Grid {
            id: ends
            width: parent.width
            columns: Theme.wide ? 3 : 1
            spacing: Theme.gap

            Repeater {
                model: root.model.outcomes

                Choice {
                    required property string key
                    required property string name
                    required selected

                    objectName: "requests.outcome." + key
                    width: Math.floor((ends.width - ends.spacing * (ends.columns - 1)) / ends.columns)
                    height: Math.max(Theme.target * 1.15, implicitHeight)
                    label: name
                    leading: true
                    size: Theme.compact ? Theme.small : Theme.body
                    onTapped: root.model.choose(key)
                }
            }
        }
    }
    PrimaryButton {
        id: close
        objectName: "requests.close"
        visible: !root.model.choosing
        anchors.bottom: parent.bottom
        width: parent.width
        enabled: root.model.ready
        label: qsTr("Chiudi la richiesta")
        onTapped: root.model.close()
    }
}
