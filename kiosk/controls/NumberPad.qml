// Show a card, to the camera where there is one, or write its number.
import QtQuick
import kiosk.controls // for NumberEntry and Eye, which Python makes

Item {
    id: root

    signal confirmed

    required property NumberEntry entry
    required property Eye eye
    required property string name
    required property string confirmLabel
    property string label: qsTr("Avvicina la tessera al lettore o scrivi il numero")

    // Where, on a screen that lies, there is room under the button.
    readonly property real under: Math.max(confirm.y + confirm.height, columns === 3 ? camera.implicitHeight : 0)
    // Whether the camera's picture comes with words; not where others need their place.
    property bool advice: true
    property bool dense: false
    // Side by side, also where a low reach makes the stage lower than it is wide.
    readonly property bool lies: Theme.wide || (dense && Theme.low)
    readonly property int columns: !root.lies ? 1 : Theme.wide && root.eye.there ? 3 : 2
    readonly property real room: width - (columns - 1) * Theme.margin
    // Of three columns the keys need the most, so that no word on them breaks.
    readonly property real share: columns === 3 ? room * 0.34 : room / columns
    readonly property real keys: columns === 3 ? room * 0.4 : share
    readonly property real below: columns !== 3 && root.eye.there ? camera.height + Theme.section : 0

    implicitHeight: root.lies ? Math.max(camera.implicitHeight, confirm.y + confirm.height, pad.height) : confirm.y + confirm.height

    CameraPicture {
        id: camera
        anchors.left: parent.left
        width: root.columns === 3 ? root.room - root.share - root.keys : root.share
        eye: root.eye
        beside: !Theme.wide
        advice: root.advice && (Theme.wide || !root.lies)
        dense: root.dense
    }
    Field {
        id: top
        anchors.left: root.columns === 3 ? camera.right : parent.left
        anchors.leftMargin: root.columns === 3 ? Theme.margin : 0
        y: root.below
        width: root.share
        label: root.label
        placeholder: "0000 0000 0000"
        value: root.entry.shown
        error: root.entry.error
    }
    PrimaryButton {
        id: confirm
        objectName: root.name + ".confirm"
        anchors.left: top.left
        y: root.lies ? top.y + top.height + Theme.section : pad.y + pad.height + Theme.section
        width: root.share
        enabled: root.entry.complete
        label: root.confirmLabel
        onTapped: root.confirmed()
    }
    Keypad {
        id: pad
        name: root.name
        anchors.left: parent.left
        anchors.leftMargin: root.lies ? parent.width - width : (parent.width - width) / 2
        y: root.lies ? 0 : top.y + top.height + Theme.section
        room: root.keys
        eraseLabel: qsTr("Cancella")
        clearLabel: qsTr("Svuota")
        onDigit: value => root.entry.add(value)
        onErased: root.entry.erase()
        onCleared: root.entry.clear()
    }
}
