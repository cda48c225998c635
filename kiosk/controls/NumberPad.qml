// Show a card, or write its number.
import QtQuick
import kiosk.controls // for NumberEntry, which Python makes

Item {
    id: root

    signal confirmed

    required property NumberEntry entry
    required property string name
    required property string confirmLabel
    property string label: qsTr("Avvicina la tessera al lettore o scrivi il numero")

    readonly property real half: Theme.wide ? (width - Theme.margin) / 2 : width

    implicitHeight: Theme.wide ? Math.max(top.height + Theme.section + confirm.height, pad.height) : confirm.y + confirm.height

    Field {
        id: top
        width: root.half
        label: root.label
        placeholder: "0000 0000 0000"
        value: root.entry.shown
        error: root.entry.error
    }
    PrimaryButton {
        id: confirm
        objectName: root.name + ".confirm"
        y: Theme.wide ? top.height + Theme.section : pad.y + pad.height + Theme.section
        width: root.half
        enabled: root.entry.complete
        label: root.confirmLabel
        onTapped: root.confirmed()
    }
    Keypad {
        id: pad
        name: root.name
        anchors.right: Theme.wide ? parent.right : undefined
        anchors.horizontalCenter: Theme.wide ? undefined : parent.horizontalCenter
        y: Theme.wide ? 0 : top.height + Theme.section
        keyWidth: Math.min(Theme.mm(56), (root.half - 2 * spacing) / 3)
        eraseLabel: qsTr("Indietro")
        clearLabel: qsTr("Cancella")
        onDigit: value => root.entry.add(value)
        onErased: root.entry.erase()
        onCleared: root.entry.clear()
    }
}
