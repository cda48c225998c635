// Whatever answers a touch: a single tap, on release. It has a role, a name and an action for those who do not see it.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: root

    signal tapped

    required property string label
    property string hint
    property bool selected: false
    property bool checkable: false
    // Where two of them touch, what answers is a little smaller, so that a finger between them hits neither.
    property real insetX: 0
    property real insetY: 0
    readonly property bool pressed: area.pressed && area.containsMouse

    implicitHeight: Theme.target
    implicitWidth: Theme.target
    activeFocusOnTab: enabled

    Accessible.role: checkable ? Accessible.RadioButton : Accessible.Button
    Accessible.name: label
    Accessible.description: hint
    Accessible.checkable: checkable
    Accessible.checked: selected
    Accessible.focusable: true
    Accessible.onPressAction: root.tapped()

    Keys.onReturnPressed: root.tapped()
    Keys.onEnterPressed: root.tapped()
    Keys.onSpacePressed: root.tapped()

    MouseArea {
        id: area
        anchors.fill: parent
        anchors.leftMargin: root.insetX
        anchors.rightMargin: root.insetX
        anchors.topMargin: root.insetY
        anchors.bottomMargin: root.insetY
        onClicked: root.tapped()
    }

    // Where the keys are, for those who move with keys.
    Loader {
        active: root.activeFocus
        anchors.fill: parent
        anchors.margins: -Theme.focus
        z: 10
        sourceComponent: Rectangle {
            radius: Theme.radius + Theme.focus
            color: "transparent"
            border.width: Theme.focus
            border.color: Theme.action
        }
    }
}
