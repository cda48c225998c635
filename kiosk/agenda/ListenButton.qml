// Hears the activity read aloud; while it is read, stops it or begins anew. It is there where there is a voice.
import QtQuick
import kiosk.agenda
import kiosk.controls

Row {
    id: root

    required property Reader reader
    readonly property real tallest: tile.implicitHeight
    readonly property real lower: Math.max(Theme.tile, stop.implicitHeight, again.implicitHeight)

    visible: reader.present
    spacing: Theme.gap

    Component.onDestruction: reader.stop()

    Tile {
        id: tile
        objectName: "activity.listen"
        visible: !root.reader.speaking
        width: root.width
        label: qsTr("Ascolta")
        subtitle: root.reader.hint
        onTapped: root.reader.start()
    }
    OutlineButton {
        id: stop
        objectName: "activity.listen.stop"
        visible: root.reader.speaking
        width: (root.width - root.spacing) / 2
        height: root.lower
        label: qsTr("Ferma la voce")
        onTapped: root.reader.stop()
    }
    OutlineButton {
        id: again
        objectName: "activity.listen.again"
        visible: root.reader.speaking
        width: (root.width - root.spacing) / 2
        height: root.lower
        label: qsTr("Da capo")
        onTapped: root.reader.start()
    }
}
