// Ten digits and a way back, under the fingers: no key is narrower than 20 mm.
pragma ComponentBehavior: Bound

import QtQuick

Column {
    id: root

    signal digit(string value)
    signal erased
    signal cleared

    required property string name
    required property string eraseLabel
    required property string clearLabel
    // The room that the keys may take.
    property real room: Theme.mm(180)
    property int keyHeight: Theme.key

    // Large words have no place on the keys of a small screen: they get a row of their own, and the digits two or three.
    readonly property bool apart: Theme.large && Theme.compact
    readonly property int columns: apart && room >= 5 * Theme.target + 4 * spacing ? 5 : 3
    readonly property real keyWidth: Math.floor(Math.min(Theme.mm(56), (room - (columns - 1) * spacing) / columns))
    readonly property real half: Math.floor((columns * keyWidth + (columns - 2) * spacing) / 2)

    spacing: Theme.gap

    component DigitKey: Touchable {
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
            width: parent.width - Theme.mm(2)
            horizontalAlignment: Text.AlignHCenter
            text: key.label
            font.bold: true
            font.pixelSize: key.word ? Theme.small : Theme.title
            leading: 0.95
            Accessible.ignored: true
        }
    }

    Grid {
        // Keys keep their places, as on every telephone.
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true
        anchors.horizontalCenter: parent.horizontalCenter
        columns: root.columns
        spacing: root.spacing

        Repeater {
            model: root.columns === 5 ? 10 : 9
            DigitKey {
                required property int index
                readonly property string sign: String((index + 1) % 10)
                objectName: root.name + ".key." + sign
                label: sign
                onTapped: root.digit(sign)
            }
        }
    }
    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: root.columns === 3 && root.apart
        DigitKey {
            objectName: root.name + ".key.0"
            label: "0"
            onTapped: root.digit("0")
        }
    }
    Row {
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: root.spacing

        DigitKey {
            objectName: root.name + ".clear"
            word: true
            width: root.apart ? root.half : root.keyWidth
            label: root.clearLabel
            onTapped: root.cleared()
        }
        DigitKey {
            objectName: root.name + ".key.0"
            visible: !root.apart
            label: "0"
            onTapped: root.digit("0")
        }
        DigitKey {
            objectName: root.name + ".erase"
            word: true
            width: root.apart ? root.half : root.keyWidth
            label: root.eraseLabel
            onTapped: root.erased()
        }
    }
}
