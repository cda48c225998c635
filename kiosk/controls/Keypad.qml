// Ten digits and a way back, under the fingers: no key is narrower than 20 mm.
pragma ComponentBehavior: Bound

import QtQuick

Grid {
    id: root

    signal digit(string value)
    signal erased
    signal cleared

    required property string name
    required property string eraseLabel
    required property string clearLabel
    property int keyHeight: Theme.key
    property int keyWidth: Theme.mm(Theme.compact ? 31 : 44)

    columns: 3
    spacing: Theme.gap

    component DigitKey: Touchable {
        id: key
        property string sign
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
            width: parent.width - Theme.mm(2)
            horizontalAlignment: Text.AlignHCenter
            text: key.label
            font.bold: true
            font.pixelSize: key.word ? Theme.small : Theme.title
            lineHeight: 0.95
            Accessible.ignored: true
        }
    }

    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9"]
        DigitKey {
            required property string modelData
            objectName: root.name + ".key." + modelData
            label: modelData
            onTapped: root.digit(modelData)
        }
    }
    DigitKey {
        objectName: root.name + ".clear"
        word: true
        label: root.clearLabel
        onTapped: root.cleared()
    }
    DigitKey {
        objectName: root.name + ".key.0"
        label: "0"
        onTapped: root.digit("0")
    }
    DigitKey {
        objectName: root.name + ".erase"
        word: true
        label: root.eraseLabel
        onTapped: root.erased()
    }
}
