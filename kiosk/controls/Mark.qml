// A small mark, drawn out of rectangles: no font has to have it, and it mirrors with the layout.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: root

    // "check", "next", "back", "up", "down", "dot", "ring", "half", "plus", "minus"
    required property string kind
    property color color: Theme.ink
    property real size: Theme.mm(4.6)
    property real stroke: Math.max(2, size * 0.16)

    readonly property bool flipped: LayoutMirroring.enabled
    readonly property bool leftwards: (kind === "back") !== flipped
    readonly property bool corner: kind === "next" || kind === "back" || kind === "up" || kind === "down"
    readonly property bool round: kind === "dot" || kind === "ring" || kind === "half"

    implicitWidth: size
    implicitHeight: size

    component Stick: Rectangle {
        color: root.color
        antialiasing: true
        radius: height / 2
        height: root.stroke
    }

    // Two sticks: a corner that is turned, a check with unequal arms, a cross. Lists have one of these in every row.
    Item {
        visible: !root.round && root.kind !== ""
        anchors.centerIn: parent
        width: root.size
        height: root.size
        rotation: !root.corner ? 0 : root.kind === "up" ? -90 : root.kind === "down" ? 90 : root.leftwards ? 180 : 0

        Stick {
            width: root.size * (root.corner ? 0.66 : root.kind === "check" ? 0.46 : 1)
            x: root.size * (root.kind === "check" ? 0.20 : 0.5) - width / 2
            y: root.size * (root.corner ? 0.28 : root.kind === "check" ? 0.64 : 0.5) - height / 2
            rotation: root.corner || root.kind === "check" ? 45 : 0
        }
        Stick {
            visible: root.kind !== "minus"
            width: root.size * (root.corner ? 0.66 : root.kind === "check" ? 0.92 : 1)
            x: root.size * (root.kind === "check" ? 0.63 : 0.5) - width / 2
            y: root.size * (root.corner ? 0.70 : root.kind === "check" ? 0.49 : 0.5) - height / 2
            rotation: root.corner ? -45 : root.kind === "check" ? -52 : 90
        }
    }
    Loader {
        active: root.round
        anchors.fill: parent
        sourceComponent: Rectangle {
            radius: width / 2
            color: root.kind === "dot" ? root.color : "transparent"
            border.color: root.color
            border.width: root.stroke * 1.2

            Rectangle {
                visible: root.kind === "half"
                anchors.centerIn: parent
                width: parent.width * 0.3
                height: width
                radius: width / 2
                color: root.color
            }
        }
    }
}
