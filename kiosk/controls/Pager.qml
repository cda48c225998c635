// Up and down by a tap, for what does not fit: nothing on this terminal needs a swipe.
pragma ComponentBehavior: Bound

import QtQuick

Row {
    id: root

    required property Flickable view
    required property string name

    readonly property bool needed: view.contentHeight > view.height + 1
    readonly property bool canUp: view.contentY > view.originY + 1
    readonly property bool canDown: view.contentY + view.height < view.originY + view.contentHeight - 1

    function turn(direction: int) {
        const step = Math.max(Theme.target, view.height - Theme.mm(24));
        const end = view.originY + Math.max(0, view.contentHeight - view.height);
        view.contentY = Math.max(view.originY, Math.min(end, view.contentY + direction * step));
    }

    visible: needed
    spacing: Theme.gap

    component Turn: OutlineButton {
        width: (root.width - root.spacing) / 2
        height: Theme.target
        opacity: enabled ? 1 : 0.4
    }

    Turn {
        objectName: root.name + ".up"
        label: qsTr("Su")
        mark: "up"
        enabled: root.canUp
        onTapped: root.turn(-1)
    }
    Turn {
        objectName: root.name + ".down"
        label: qsTr("Continua")
        mark: "down"
        enabled: root.canDown
        onTapped: root.turn(1)
    }
}
