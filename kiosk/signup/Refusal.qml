// Why it does not go on, or whether the waiting list will do.
import QtQuick
import kiosk.controls
import kiosk.signup

Column {
    id: root

    required property SignUpModel model
    signal declined

    visible: model.stopped
    spacing: Theme.gap

    MessagePanel {
        visible: root.model.refusal !== ""
        width: parent.width
        text: root.model.refusal
    }
    MessagePanel {
        objectName: "signup.clash"
        visible: root.model.clash !== ""
        width: parent.width
        title: root.model.clash
        text: qsTr("È alla stessa ora. Vuoi iscriverti lo stesso?")

        Row {
            width: parent.width
            spacing: Theme.gap
            OutlineButton {
                objectName: "signup.anyway"
                width: (parent.width - parent.spacing) / 2
                ink: Theme.attentionInk
                label: qsTr("Sì, iscrivimi")
                onTapped: root.model.bookAnyway()
            }
            OutlineButton {
                objectName: "signup.anyway.no"
                width: (parent.width - parent.spacing) / 2
                ink: Theme.attentionInk
                label: qsTr("No, grazie")
                onTapped: root.declined()
            }
        }
    }
    MessagePanel {
        visible: root.model.full
        width: parent.width
        title: qsTr("Posti finiti. Vuoi la lista d'attesa?")
        text: qsTr("Se si libera un posto, lo sai qui con la tessera o dal portiere.")

        Row {
            width: parent.width
            spacing: Theme.gap
            OutlineButton {
                objectName: "signup.waiting"
                width: (parent.width - parent.spacing) / 2
                ink: Theme.attentionInk
                label: qsTr("Sì, in lista")
                onTapped: root.model.wait()
            }
            OutlineButton {
                objectName: "signup.waiting.no"
                width: (parent.width - parent.spacing) / 2
                ink: Theme.attentionInk
                label: qsTr("No, grazie")
                onTapped: root.declined()
            }
        }
    }
}
