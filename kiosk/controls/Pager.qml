// Up and down by a tap, for what does not fit: nothing on this terminal needs a swipe.
pragma ComponentBehavior: Bound

import QtQuick

Grid {
    id: root

    required property Flickable view
    required property string name
    // Beside what it turns, one button over the other, where height is dear.
    property bool beside: false

    readonly property bool canUp: view.contentY > view.originY + 1
    readonly property bool canDown: view.contentY + view.height < view.originY + view.contentHeight - 1
    readonly property real across: Theme.mm(Theme.large ? 30 : 28)

    // Whole rows, where what is turned knows them; else a page less a few lines.
    property var turning: null

    function turn(direction: int) {
        if (turning && turning(direction))
            return;
        const step = Math.max(Theme.target, view.height - Theme.mm(24));
        const end = view.originY + Math.max(0, view.contentHeight - view.height);
        view.contentY = Math.max(view.originY, Math.min(end, view.contentY + direction * step));
    }

    columns: beside ? 1 : 2
    spacing: Theme.gap

    component Turn: Touchable {
        id: button

        property string mark

        width: root.beside ? root.across : (root.width - root.spacing) / 2
        height: root.beside ? Math.max(Theme.target * 1.15, (Math.min(root.view.height, Theme.mm(70)) - root.spacing) / 2) : Theme.target

        // What does not answer now keeps its place and its words, without the outline of what does.
        Rectangle {
            anchors.fill: parent
            radius: Theme.radius
            color: button.pressed ? Theme.pressed : button.enabled ? Theme.sheet : "transparent"
            border.width: button.enabled ? Theme.stroke : Math.max(1, Math.round(Theme.stroke / 2))
            border.color: button.enabled ? Theme.ink : Theme.hairline
        }
        Grid {
            anchors.centerIn: parent
            columns: root.beside ? 1 : 2
            spacing: root.beside ? Theme.mm(1) : Theme.hair * 1.4
            horizontalItemAlignment: Grid.AlignHCenter
            verticalItemAlignment: Grid.AlignVCenter

            Mark {
                kind: button.mark
            }
            PlainText {
                text: button.label
                font.bold: true
                font.pixelSize: Theme.small
                Accessible.ignored: true
            }
        }
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
        label: qsTr("Giù")
        mark: "down"
        enabled: root.canDown
        onTapped: root.turn(1)
    }
}
