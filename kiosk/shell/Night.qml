// The screen at night: black, with a dim line that wanders, so that no pixel stays lit. Any touch wakes it, and does no more.
import QtQuick
import kiosk.controls

Rectangle {
    id: root

    // What is under it is not to be read now.
    readonly property bool covers: true

    required property string clock

    // Another place each minute: steps of the golden ratio fill the screen evenly.
    readonly property int minute: Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

    color: Theme.night
    Accessible.role: Accessible.Button
    Accessible.name: words.text
    Accessible.focusable: true

    Column {
        id: line
        x: Math.round(Theme.margin + (root.width - width - 2 * Theme.margin) * ((root.minute * 0.618034) % 1))
        y: Math.round(Theme.margin + (root.height - height - 2 * Theme.margin) * ((root.minute * 0.754878) % 1))
        spacing: Theme.hair

        PlainText {
            text: root.clock
            color: Theme.nightInk
            font.pixelSize: Theme.clock
            Accessible.ignored: true
        }
        PlainText {
            id: words
            text: qsTr("Tocca per accendere")
            color: Theme.nightInk
            Accessible.ignored: true
        }
    }
}
