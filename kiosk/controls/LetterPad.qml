// Letters under the fingers, for a name. Not a keyboard for everything: what is written on this terminal is short.
pragma ComponentBehavior: Bound

import QtQuick

Column {
    id: root

    signal letter(string value)
    signal erased

    required property string name
    required property string eraseLabel
    required property string spaceLabel

    readonly property var lines: [["Q", "W", "E", "R", "T", "Y", "U", "I", "O", "P"], ["A", "S", "D", "F", "G", "H", "J", "K", "L", "'"], ["Z", "X", "C", "V", "B", "N", "M", "-", "È", "À"]]
    readonly property real keyWidth: Math.floor((width - 9 * spacing) / 10)
    readonly property real keyHeight: Theme.fit(26, 23, 20.2)

    spacing: Theme.fit(4.2, 4.2, 4.2)

    component LetterKey: Touchable {
        id: key
        property bool word: false
        width: root.keyWidth
        height: root.keyHeight
        Rectangle {
            anchors.fill: parent
            radius: Theme.radius
            color: key.pressed ? Theme.pressed : key.word ? Theme.quiet : Theme.sheet
            border.width: Theme.stroke
            border.color: Theme.ink
        }
        PlainText {
            anchors.centerIn: parent
            text: key.label
            font.bold: true
            font.pixelSize: key.word ? Theme.small : Theme.strong
            Accessible.ignored: true
        }
    }

    Repeater {
        model: root.lines
        Row {
            id: line
            required property var modelData
            spacing: root.spacing
            Repeater {
                model: line.modelData
                LetterKey {
                    required property string modelData
                    objectName: root.name + ".key." + modelData
                    label: modelData
                    onTapped: root.letter(modelData)
                }
            }
        }
    }
    Row {
        spacing: root.spacing
        LetterKey {
            objectName: root.name + ".space"
            word: true
            width: root.width - root.spacing - root.keyWidth * 3
            label: root.spaceLabel
            onTapped: root.letter(" ")
        }
        LetterKey {
            objectName: root.name + ".erase"
            word: true
            width: root.keyWidth * 3
            label: root.eraseLabel
            onTapped: root.erased()
        }
    }
}
