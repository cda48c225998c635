// "Ti serve altro tempo?" A touch anywhere says yes.
import QtQuick
import kiosk.controls

Item {
    id: root

    // What is under it is not to be read now.
    readonly property bool covers: true

    signal more
    signal exited

    required property int seconds

    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true

    Rectangle {
        anchors.fill: parent
        color: Theme.ink
        opacity: 0.86
    }
    MouseArea {
        anchors.fill: parent
        onClicked: root.more()
    }
    Rectangle {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Theme.mm(250))
        height: words.implicitHeight + 4 * Theme.pad
        radius: Theme.radius
        color: Theme.paper

        Column {
            id: words
            anchors.centerIn: parent
            width: parent.width - 4 * Theme.pad
            spacing: Theme.section

            Heading {
                width: parent.width
                text: qsTr("Ti serve altro tempo?")
                Accessible.role: Accessible.AlertMessage
            }
            PlainText {
                width: parent.width
                text: qsTr("Tra %n secondi torno all'inizio e cancello quello che hai scritto.", "", root.seconds)
            }
            PrimaryButton {
                objectName: "idle.more"
                width: parent.width
                label: qsTr("Sì, continuo")
                onTapped: root.more()
            }
            OutlineButton {
                objectName: "idle.exit"
                width: parent.width
                label: qsTr("Esci")
                onTapped: root.exited()
            }
        }
    }
}
