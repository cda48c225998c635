// What one signs up for: a title, a day, a place.
import QtQuick
import kiosk.controls

Column {
    id: root

    required property string title
    required property string when
    required property string where

    spacing: Theme.hair * 0.6

    PlainText {
        width: parent.width
        text: root.title
        font.bold: true
        font.pixelSize: Theme.strong
        leading: 0.92
    }
    PlainText {
        width: parent.width
        text: Theme.joined([root.when, root.where], " · ")
    }
}
