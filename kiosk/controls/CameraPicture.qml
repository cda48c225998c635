// What the camera sees, as in a mirror, while it is on screen: it is on exactly as long. Absent where there is no camera.
import QtQuick
import kiosk.controls // for Eye, which Python makes

Item {
    id: root

    required property Eye eye
    // The words beside the picture, or below it.
    property bool beside: !Theme.wide
    property bool advice: true
    // Not as large, where others need their place.
    property bool dense: false

    readonly property bool shown: visible && eye.there
    readonly property real across: beside ? Math.min(Theme.mm(dense ? 84 : 132), width / 2) : width
    property int ticket: 0

    onShownChanged: if (ticket > 0) eye.watch(ticket, shown)
    Component.onCompleted: {
        ticket = eye.ticket();
        eye.watch(ticket, shown);
    }
    Component.onDestruction: eye.watch(ticket, false)

    implicitHeight: !eye.there ? 0 : beside || !words.visible ? frame.height : words.y + words.height

    Rectangle {
        id: frame
        objectName: "camera.picture"
        visible: root.eye.there
        anchors.left: parent.left
        width: root.across
        height: Math.round(width * 3 / 4)
        color: Theme.quiet
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("Che cosa vede la telecamera")

        Image {
            id: picture
            anchors.fill: parent
            cache: false
            mirror: true
            fillMode: Image.PreserveAspectCrop
            source: root.eye.source
        }
        PlainText {
            visible: picture.status !== Image.Ready
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.pad
            horizontalAlignment: Text.AlignHCenter
            text: root.eye.failed ? qsTr("La telecamera è ferma.") : qsTr("La telecamera si accende.")
        }
        Rectangle {
            anchors.fill: parent
            color: "transparent"
            border.width: Theme.stroke
            border.color: Theme.ink
        }
    }
    PlainText {
        id: words
        objectName: "camera.words"
        visible: root.eye.there && root.advice
        anchors.left: root.beside ? frame.right : parent.left
        anchors.leftMargin: root.beside ? Theme.section : 0
        anchors.right: parent.right
        y: root.beside ? (frame.height - height) / 2 : frame.height + Theme.hair
        text: root.eye.failed ? qsTr("Usa il lettore o scrivi il numero.") : qsTr("Tieni il codice davanti alla telecamera, fermo, a un palmo.")
        font.bold: true
        font.pixelSize: root.beside ? Theme.strong : Theme.body
    }
}
