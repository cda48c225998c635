// Out of order: it needs nothing but itself, and says what to do. It stands in every language at once, so nothing is translated.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.controls

Window {
    id: root

    required property real diagonalMm
    required property string reason

    readonly property real pixelsPerMm: Math.max(0.5, Math.sqrt(width * width + height * height) / diagonalMm)

    // Italian first and largest: most of those who stand here read it. The others by their own names, none above another.
    readonly property var others: [
        {
            "code": "en",
            "headline": "Out of order",
            "text": "Ask at the desk, or come back later."
        },
        {
            "code": "ar",
            "headline": "الجهاز متوقف",
            "text": "اسأل البواب، أو عد لاحقًا."
        },
        {
            "code": "zh-Hans",
            "headline": "终端暂停使用",
            "text": "请询问门房，或稍后再来。"
        },
        {
            "code": "es",
            "headline": "Fuera de servicio",
            "text": "Pregunte en portería, o vuelva más tarde."
        },
        {
            "code": "fil",
            "headline": "Hindi gumagana",
            "text": "Magtanong sa portiere, o bumalik mamaya."
        }
    ]

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

    Rectangle {
        id: band
        width: parent.width
        height: first.height + 2 * Theme.section + (Theme.compact ? 0 : Theme.section)
        color: Theme.ink

        Column {
            id: first
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.hair

            PlainText {
                visible: !Theme.compact
                text: "Quartieri Connessi"
                color: Theme.sheet
                font.bold: true
            }
            Heading {
                objectName: "fermo.it"
                width: parent.width
                text: "Terminale fermo"
                color: Theme.sheet
                font.pixelSize: Theme.display
            }
            PlainText {
                width: parent.width
                text: "Ora non funziona. Chiedi al portiere, oppure torna più tardi."
                color: Theme.sheet
                font.pixelSize: Theme.compact ? Theme.body : Theme.strong
            }
        }
    }

    Grid {
        id: languages
        anchors.top: band.bottom
        anchors.topMargin: Theme.low ? Theme.section : 2 * Theme.section
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        columns: Theme.wide ? 2 : 1
        columnSpacing: Theme.margin
        rowSpacing: Theme.low ? Theme.section : 2 * Theme.section
        readonly property real share: Math.floor((width - columnSpacing * (columns - 1)) / columns)

        Repeater {
            model: root.others

            Column {
                id: words
                required property var modelData
                readonly property bool arabic: modelData.code === "ar"

                objectName: "fermo." + modelData.code
                width: languages.share
                spacing: Theme.compact ? 0 : Theme.hair / 2

                PlainText {
                    width: parent.width
                    horizontalAlignment: words.arabic ? Text.AlignRight : Text.AlignLeft
                    text: words.modelData.headline
                    font.bold: true
                    font.pixelSize: Theme.compact ? Theme.strong : Theme.name
                    Accessible.role: Accessible.Heading
                }
                PlainText {
                    width: parent.width
                    horizontalAlignment: words.arabic ? Text.AlignRight : Text.AlignLeft
                    text: words.modelData.text
                    font.pixelSize: Theme.compact ? Theme.small : Theme.strong
                }
            }
        }
    }

    MessagePanel {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.margin
        attention: false
        title: Theme.compact ? "" : "Per chi lo ripara · For the technician"
        text: root.reason
    }
}
