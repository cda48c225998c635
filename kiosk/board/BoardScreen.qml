// The board: notices, one under the other.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.board
import kiosk.controls

ScreenBase {
    id: root

    required property BoardModel model

    Heading {
        id: title
        width: parent.width
        text: qsTr("Bacheca")
    }
    MessagePanel {
        visible: root.model.empty !== ""
        attention: false
        anchors.top: title.bottom
        anchors.topMargin: Theme.section
        width: parent.width
        title: root.model.empty
        text: qsTr("Vuoi affiggere qualcosa? Chiedi al portiere.")
    }
    PagedList {
        name: "board"
        anchors.top: title.bottom
        anchors.topMargin: Theme.section
        anchors.bottom: parent.bottom
        width: parent.width
        model: root.model.rows
        delegate: Item {
            id: notice

            required property string key
            required property string mark
            required property string title
            required property string text
            required property string when

            objectName: "board.notice." + key
            width: ListView.view.width
            height: words.implicitHeight + Theme.pad * 2

            Hairline {
                width: parent.width
            }
            Column {
                id: words
                width: Math.min(parent.width, Theme.mm(270))
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.hair

                Rectangle {
                    visible: notice.mark !== ""
                    width: urgent.implicitWidth + Theme.mm(6)
                    height: urgent.implicitHeight + Theme.mm(0.8)
                    radius: Theme.mm(1.5)
                    color: Theme.attention
                    PlainText {
                        id: urgent
                        anchors.centerIn: parent
                        text: notice.mark
                        color: Theme.attentionInk
                        font.bold: true
                        font.pixelSize: Theme.small
                    }
                }
                PlainText {
                    width: parent.width
                    text: notice.title
                    font.bold: true
                    font.pixelSize: Theme.strong
                }
                PlainText {
                    width: parent.width
                    text: notice.text
                }
                PlainText {
                    width: parent.width
                    text: notice.when
                    font.pixelSize: Theme.small
                }
            }
        }
    }
}
