// Letters under the fingers, for a name or a word. Not a keyboard for everything: what is written on this terminal is short.
pragma ComponentBehavior: Bound

import QtQuick

Column {
    id: root

    signal letter(string value)
    signal erased

    required property string name
    required property string eraseLabel
    required property string spaceLabel

    // The keys, line by line: another script is another list. "space" and "erase" take as many columns as a star says.
    property var lines: [["Q", "W", "E", "R", "T", "Y", "U", "I", "O", "P"], ["A", "S", "D", "F", "G", "H", "J", "K", "L", "'"], ["Z", "X", "C", "V", "B", "N", "M", "-", "È", "À"], ["space*7", "erase*3"]]
    property int columns: 10
    readonly property real keyWidth: Math.floor((width - (columns - 1) * spacing) / columns)
    property real keyHeight: Theme.fit(26, 23, 20.2)

    spacing: Theme.fit(4.2, 4.2, 4.2)

    component LetterKey: Touchable {
        id: key
        property bool word: false
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
            width: parent.width - Theme.mm(2)
            horizontalAlignment: Text.AlignHCenter
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
            // Keys keep their places, as on every keyboard.
            LayoutMirroring.enabled: false
            LayoutMirroring.childrenInherit: true
            required property var modelData
            spacing: root.spacing
            Repeater {
                model: line.modelData
                LetterKey {
                    required property string modelData
                    readonly property string sign: modelData.split("*")[0]
                    readonly property int span: Number(modelData.split("*")[1] ?? 1)

                    objectName: root.name + (word ? "." + sign : ".key." + sign)
                    word: sign === "space" || sign === "erase"
                    width: root.keyWidth * span + root.spacing * (span - 1)
                    label: sign === "space" ? root.spaceLabel : sign === "erase" ? root.eraseLabel : sign
                    onTapped: sign === "erase" ? root.erased() : root.letter(sign === "space" ? " " : sign)
                }
            }
        }
    }
}
