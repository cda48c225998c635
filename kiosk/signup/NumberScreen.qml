// Sign up with a card: shown to the reader, or typed.
import QtQuick
import kiosk.controls
import kiosk.signup

ScreenBase {
    id: root

    required property SignUpModel model

    ScrollArea {
        name: "signup.number"
        anchors.fill: parent

        Subject {
            width: parent.width
            title: root.model.title
            when: root.model.when
            where: root.model.where
        }
        Refusal {
            width: parent.width
            model: root.model
            onDeclined: root.back()
        }
        NumberPad {
            visible: !root.model.stopped
            width: parent.width
            name: "signup.number"
            entry: root.model.entry as NumberEntry
            eye: root.model.eye as Eye
            confirmLabel: qsTr("Iscriviti")
            onConfirmed: root.model.confirm()
        }
    }
}
