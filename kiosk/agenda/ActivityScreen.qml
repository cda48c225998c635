// One activity: when it is, the facts at a glance, one main thing to do.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.agenda
import kiosk.controls

ScreenBase {
    id: root

    required property ActivityModel model

    readonly property real side: Theme.mm(Theme.compact ? 106 : 176)
    // A screen that lies has room for the picture under what one can do.
    readonly property bool beside: model.hasPicture && Theme.wide && !Theme.compact
    readonly property int facts: Theme.compact ? Theme.small : Theme.body

    ScrollArea {
        id: area
        name: "activity"
        anchors.top: parent.top
        anchors.left: parent.left
        width: Theme.wide ? parent.width - root.side - Theme.margin : parent.width
        height: Theme.wide ? parent.height : parent.height - actions.height - Theme.section
        spacing: Theme.fit(9, 6.4, 4)

        Heading {
            width: parent.width
            text: root.model.title
            font.pixelSize: text.length > 80 ? Theme.title * 0.86 : Theme.title
        }
        MessagePanel {
            visible: root.model.change !== ""
            width: parent.width
            title: root.model.change
            text: root.model.reason
        }
        // When, in the largest letters after the name: that is what one came for.
        Column {
            visible: root.model.day !== ""
            width: parent.width
            spacing: Theme.hair / 2

            PlainText {
                objectName: "activity.day"
                width: parent.width
                text: root.model.day
                font.bold: true
                font.pixelSize: Theme.strong
            }
            PlainText {
                objectName: "activity.hours"
                visible: text !== ""
                width: parent.width
                text: root.model.hours
                font.bold: true
                font.pixelSize: Theme.name
            }
            PlainText {
                visible: text !== ""
                width: parent.width
                text: root.model.again
                font.pixelSize: root.facts
            }
        }
        Column {
            width: parent.width

            Repeater {
                model: root.model.facts

                Item {
                    id: fact
                    required property string label
                    required property string text
                    required property bool strong
                    readonly property real air: Theme.fit(4.6, 3.2, 1.2)

                    width: parent.width
                    height: Math.max(name.implicitHeight, value.implicitHeight) + 2 * air

                    Hairline {
                        anchors.top: parent.top
                        width: parent.width
                    }
                    PlainText {
                        id: name
                        anchors.left: parent.left
                        y: fact.air
                        width: Math.max(Theme.mm(Theme.compact ? 58 : 66), Theme.small * 7.6)
                        text: fact.label
                        font.bold: true
                        font.pixelSize: root.facts
                    }
                    PlainText {
                        id: value
                        anchors.left: name.right
                        anchors.right: parent.right
                        y: fact.air
                        text: fact.text
                        font.bold: fact.strong
                        font.pixelSize: root.facts
                    }
                }
            }
            Hairline {
                visible: root.model.day !== ""
                width: parent.width
            }
        }
        ActivityPicture {
            visible: root.model.hasPicture && !root.beside
            width: parent.width
            source: root.model.picture
            alt: root.model.pictureAlt
            ratio: root.model.pictureRatio
        }
        Column {
            visible: root.model.description !== "" || languages.count > 0
            width: parent.width
            spacing: Theme.hair * 1.4

            PlainText {
                objectName: "activity.original"
                visible: text !== ""
                width: parent.width
                text: root.model.original
                font.bold: true
                font.pixelSize: Theme.small
            }
            PlainText {
                objectName: "activity.text"
                visible: text !== ""
                anchors.left: parent.left
                width: Math.min(parent.width, Theme.mm(270))
                text: root.model.description
            }
            Flow {
                width: parent.width
                spacing: Theme.gap

                Repeater {
                    id: languages
                    model: root.model.languages

                    Choice {
                        id: language
                        required property string code
                        required label
                        required selected

                        objectName: "activity.language." + code
                        width: Math.max(Theme.mm(44), words.advanceWidth + Theme.mm(18))
                        size: Theme.small
                        hint: qsTr("Leggi il testo in questa lingua")
                        onTapped: root.model.read(code)

                        TextMetrics {
                            id: words
                            font.family: Theme.family
                            font.bold: true
                            font.pixelSize: Theme.small
                            text: language.label
                        }
                    }
                }
            }
        }
        Column {
            visible: others.count > 0
            width: parent.width
            spacing: Theme.hair * 1.4

            PlainText {
                width: parent.width
                text: qsTr("Altre date")
                font.bold: true
                font.pixelSize: root.facts
                Accessible.role: Accessible.Heading
            }
            Grid {
                id: dates
                width: parent.width
                columns: Theme.compact || Theme.large ? 2 : 3
                spacing: Theme.gap

                Repeater {
                    id: others
                    model: root.model.dates

                    OutlineButton {
                        required property string key
                        required property string when
                        required property string note

                        objectName: "activity.date." + key
                        width: Math.floor((dates.width - dates.spacing * (dates.columns - 1)) / dates.columns)
                        label: note === "" ? when : when + ", " + note
                        onTapped: root.go("activity", key)
                    }
                }
            }
        }
    }

    Column {
        id: actions
        anchors.right: parent.right
        y: Theme.wide ? Theme.mm(1) : Math.min(area.implicitHeight + Theme.section * 1.5, parent.height - height)
        width: Theme.wide ? root.side : parent.width
        spacing: Theme.gap

        PrimaryButton {
            objectName: "activity.signup"
            visible: root.model.canSignUp
            width: parent.width
            label: qsTr("Iscriviti")
            onTapped: root.go("signup", root.model.key)
        }
        PlainText {
            // Where large words leave no room, the next step says it too.
            visible: root.model.canSignUp && !(Theme.compact && Theme.large)
            width: parent.width
            text: root.model.signUpHint
            font.pixelSize: root.facts
            bottomPadding: Theme.hair
        }
        // Side by side where there is width for both.
        Grid {
            id: besides
            readonly property bool both: root.model.address !== "" && listen.visible && !Theme.wide
            readonly property real each: both ? Math.floor((width - spacing) / 2) : width

            width: parent.width
            columns: both ? 2 : 1
            spacing: Theme.gap

            Tile {
                objectName: "activity.takeaway"
                visible: root.model.address !== ""
                width: besides.each
                height: besides.both ? Math.max(implicitHeight, listen.tallest) : implicitHeight
                label: qsTr("Portalo con te")
                subtitle: qsTr("sul telefono")
                onTapped: root.go("takeaway", root.model.key)
            }
            ListenButton {
                id: listen
                width: besides.each
                reader: root.model.reader
            }
        }
        ActivityPicture {
            visible: root.beside
            width: parent.width
            highest: root.height - y
            source: root.model.picture
            alt: root.model.pictureAlt
            ratio: root.model.pictureRatio
        }
    }
}
