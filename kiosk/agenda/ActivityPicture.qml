// The picture of an activity, as large as its place allows. Until it is here, or where it is damaged, its words stand there.
import QtQuick
import kiosk.controls

Rectangle {
    id: root
    objectName: "activity.picture"

    property url source
    property string alt
    property real ratio: 1.6
    property real highest: Theme.mm(120)
    readonly property bool shown: picture.status === Image.Ready
    readonly property bool damaged: picture.status === Image.Error

    implicitHeight: Math.min(Math.round(width / ratio), highest)
    radius: Theme.radius
    color: Theme.quiet
    Accessible.role: Accessible.Graphic
    Accessible.name: alt

    PlainText {
        visible: !root.shown && implicitHeight < root.height
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.pad
        anchors.verticalCenter: parent.verticalCenter
        horizontalAlignment: Text.AlignHCenter
        text: root.alt
        font.pixelSize: Theme.small
        Accessible.ignored: true
    }
    Image {
        id: picture
        anchors.fill: parent
        source: root.visible ? root.source : ""
        asynchronous: true
        // Nobody comes back for it so soon that a copy in memory would be worth its room.
        cache: false
        fillMode: Image.PreserveAspectCrop
        sourceSize.width: width
        Accessible.ignored: true
    }
}
