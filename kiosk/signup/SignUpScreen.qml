// Sign up: for how many, and how. A card may be shown at any moment.
import QtQuick
import kiosk.controls
import kiosk.signup

ScreenBase {
    id: root

    required property SignUpModel model

    readonly property real half: Theme.wide ? (width - Theme.margin) / 2 : width

    ScrollArea {
        id: left
        anchors.left: parent.left
        name: "signup"
        width: root.half
        height: Theme.wide ? parent.height : Math.min(implicitHeight, parent.height - ways.height - Theme.section)

        Heading {
            width: parent.width
            text: qsTr("Iscriviti")
        }
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
        Column {
            visible: !root.model.stopped
            width: parent.width
            spacing: Theme.hair

            PlainText {
                width: parent.width
                text: qsTr("Per quante persone della tua casa?")
                font.bold: true
            }
            Stepper {
                anchors.left: parent.left
                name: "signup.people"
                value: root.model.people
                to: root.model.maxPeople
                fewerLabel: qsTr("Una persona in meno")
                moreLabel: qsTr("Una persona in più")
                onMore: root.model.more()
                onFewer: root.model.fewer()
            }
        }
    }

    Column {
        id: ways
        visible: !root.model.stopped
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.wide ? 0 : left.height + Theme.section * 1.4
        width: root.half
        spacing: Theme.gap

        PlainText {
            // Where large words leave no room, the ways speak for themselves.
            visible: !(Theme.compact && Theme.large)
            width: parent.width
            text: qsTr("Come vuoi iscriverti?")
            font.bold: true
        }
        Tile {
            objectName: "signup.card"
            width: parent.width
            filled: true
            label: qsTr("Con la tessera")
            subtitle: qsTr("avvicinala adesso al lettore, o scrivi il numero")
            onTapped: root.go("signup.card", "")
        }
        Tile {
            objectName: "signup.phone"
            width: parent.width
            label: qsTr("Con il telefono")
            subtitle: qsTr("anche se non hai la tessera")
            onTapped: root.go("signup.phone", "")
        }
        Tile {
            objectName: "signup.desk"
            width: parent.width
            label: qsTr("Al banco")
            subtitle: qsTr("ti iscrive il portiere")
            onTapped: root.go("signup.desk", "")
        }
    }
}
