// Out of order: it needs nothing but itself, and says what to do. It stands in every language at once, so nothing is translated.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.controls

Window {
    id: root

    required property real diagonalMm
    required property string reason

    readonly property real pixelsPerMm: Math.max(0.5, Math.sqrt(width * width + height * height) / diagonalMm)

    title: "Quartieri Connessi"
    color: Theme.paper

    Binding {
        target: Theme
        property: "pixelsPerMm"
        value: root.pixelsPerMm
    }
    Binding {
        target: Theme
        property: "widthMm"
        value: root.width / root.pixelsPerMm
    }
    Binding {
        target: Theme
        property: "heightMm"
        value: root.height / root.pixelsPerMm
    }

    component Words: Column {
        id: words
        property string headline
        property string text
        width: languages.share
        spacing: Theme.hair
        Heading {
            width: parent.width
            text: words.headline
        }
        PlainText {
            width: parent.width
            text: words.text
            font.pixelSize: Theme.strong
        }
    }

    Column {
        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.margin
        spacing: Theme.section * 1.5

        PlainText {
            text: "Quartieri Connessi"
            font.bold: true
        }
        Grid {
            id: languages
            readonly property real share: Theme.wide ? (width - columnSpacing) / 2 : width
            width: parent.width
            columns: Theme.wide ? 2 : 1
            columnSpacing: Theme.margin * 2
            rowSpacing: Theme.section * 2

            Words {
                objectName: "fermo.it"
                headline: "Terminale fermo"
                text: "Ora non funziona.\nChe cosa fare: chiedi al portiere, oppure torna più tardi."
            }
            Words {
                objectName: "fermo.en"
                headline: "Out of order"
                text: "It does not work now.\nWhat to do: ask at the desk, or come back later."
            }
        }
        MessagePanel {
            width: parent.width
            attention: false
            title: "Per chi lo ripara · For the technician"
            text: root.reason
        }
    }
}
