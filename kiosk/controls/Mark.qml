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

    implicitWidth: size
    implicitHeight: size
    Accessible.ignored: true

    component Stick: Rectangle {
        color: root.color
        antialiasing: true
        radius: height / 2
        height: root.stroke
    }

    // A corner of two sticks: a chevron once turned, a check with unequal arms.
    Item {
        visible: ["next", "back", "up", "down"].includes(root.kind)
        anchors.centerIn: parent
        width: root.size
        height: root.size
        rotation: root.kind === "up" ? -90 : root.kind === "down" ? 90 : root.leftwards ? 180 : 0

        Stick {
            width: root.size * 0.66
            x: root.size * 0.5 - width / 2
            y: root.size * 0.28 - height / 2
            rotation: 45
        }
        Stick {
            width: root.size * 0.66
            x: root.size * 0.5 - width / 2
            y: root.size * 0.70 - height / 2
            rotation: -45
        }
    }

    Item {
        visible: root.kind === "check"
        anchors.centerIn: parent
        width: root.size
        height: root.size

        Stick {
            width: root.size * 0.46
            x: root.size * 0.20 - width / 2
            y: root.size * 0.64 - height / 2
            rotation: 45
        }
        Stick {
            width: root.size * 0.92
            x: root.size * 0.63 - width / 2
            y: root.size * 0.49 - height / 2
            rotation: -52
        }
    }

    Rectangle {
        visible: root.kind === "dot" || root.kind === "ring" || root.kind === "half"
        anchors.fill: parent
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

    Stick {
        visible: root.kind === "plus" || root.kind === "minus"
        anchors.centerIn: parent
        width: root.size
    }
    Stick {
        visible: root.kind === "plus"
        anchors.centerIn: parent
        width: root.size
        rotation: 90
    }
}
