// A small number, one more or one less.
pragma ComponentBehavior: Bound

import QtQuick

Row {
    id: root

    signal more
    signal fewer

    required property int value
    required property string name
    property int from: 1
    property int to: 10
    required property string fewerLabel
    required property string moreLabel

    spacing: Theme.gap

    component StepKey: Touchable {
        id: key
        property string sign
        width: Theme.primary
        height: Theme.primary
        Rectangle {
            anchors.fill: parent
            radius: Theme.radius
            color: key.pressed ? Theme.pressed : Theme.sheet
            border.width: Theme.stroke
            border.color: key.enabled ? Theme.ink : Theme.hairline
        }
        Mark {
            anchors.centerIn: parent
            kind: key.sign
            size: Theme.mm(8)
            color: key.enabled ? Theme.ink : Theme.hairline
        }
    }

    StepKey {
        objectName: root.name + ".fewer"
        sign: "minus"
        label: root.fewerLabel
        enabled: root.value > root.from
        onTapped: root.fewer()
    }
    PlainText {
        width: Theme.primary
        height: Theme.primary
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        text: root.value
        font.bold: true
        font.pixelSize: Theme.title
    }
    StepKey {
        objectName: root.name + ".more"
        sign: "plus"
        label: root.moreLabel
        enabled: root.value < root.to
        onTapped: root.more()
    }
}
