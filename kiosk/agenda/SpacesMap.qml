// Where the spaces lie: north is up. A picture to look at; what one touches is the list beside it.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.agenda
import kiosk.controls

Rectangle {
    id: root

    required property SpacesModel model

    readonly property real inset: Theme.mm(5)
    readonly property real disc: 12
    readonly property real letters: Theme.small / Theme.pixelsPerMm

    function lay() {
        if (width > 0 && height > 0)
            model.fit((width - 2 * inset) / Theme.pixelsPerMm, (height - 2 * inset) / Theme.pixelsPerMm, disc, letters);
    }

    objectName: "spaces.map"
    radius: Theme.radius
    color: Theme.quiet
    onWidthChanged: lay()
    onHeightChanged: lay()
    onLettersChanged: lay()
    Component.onCompleted: lay()
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Dove sono gli spazi: i numeri sono quelli dell'elenco")

    Item {
        anchors.fill: parent
        anchors.margins: root.inset
        // A city does not turn round with the script.
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true

        Repeater {
            model: root.model.points

            Item {
                id: point
                required property string kind
                required property string number
                required property real atX
                required property real atY
                required property string name
                required property real nameX
                required property real nameY
                required property real across

                Rectangle {
                    id: spot
                    readonly property real side: Theme.mm(point.kind === "city" ? 5 : point.kind === "here" ? 13 : root.disc)
                    x: Theme.mm(point.atX) - side / 2
                    y: Theme.mm(point.atY) - side / 2
                    width: side
                    height: side
                    // Here is a square with a ring, the middle of the city a hollow one: not told by colour alone.
                    radius: point.kind === "space" ? side / 2 : Theme.mm(1.5)
                    rotation: point.kind === "city" ? 45 : 0
                    color: point.kind === "city" ? "transparent" : point.kind === "here" ? Theme.accent : Theme.ink
                    border.width: point.kind === "space" ? 0 : Theme.stroke * (point.kind === "here" ? 0 : 1.4)
                    border.color: Theme.ink

                    Rectangle {
                        visible: point.kind === "here"
                        anchors.centerIn: parent
                        width: Theme.mm(5)
                        height: width
                        radius: width / 2
                        color: Theme.sheet
                    }
                    PlainText {
                        anchors.centerIn: parent
                        text: point.number
                        color: Theme.sheet
                        font.bold: true
                        font.pixelSize: Theme.small
                        Accessible.ignored: true
                    }
                }
                PlainText {
                    visible: text !== ""
                    x: Theme.mm(point.nameX)
                    y: Theme.mm(point.nameY)
                    width: Theme.mm(point.across) + 4
                    horizontalAlignment: point.nameX > point.atX ? Text.AlignLeft : point.nameX + point.across < point.atX ? Text.AlignRight : Text.AlignHCenter
                    text: point.name
                    wrapMode: Text.NoWrap
                    font.bold: point.kind === "here"
                    font.pixelSize: Theme.small
                    Accessible.ignored: true
                }
            }
        }
    }
}
