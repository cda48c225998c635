// Some words at the desk: what is written, the keys, and the way on.
import QtQuick
import kiosk.controls // with TextEntry, which Python makes

Column {
    id: root

    signal proceed

    required property string name
    required property string label
    required property TextEntry entry
    property string value: entry.text
    property bool ready: entry.ready
    required property string nextLabel
    property int lines: Theme.compact || (Theme.wide && Theme.large) ? 1 : !Theme.wide && Theme.low ? 2 : 3
    // The place of the way back, where it stands beside what is written.
    property real indent: 0

    spacing: Theme.compact ? Theme.gap : Theme.section

    Grid {
        anchors.left: parent.left
        anchors.leftMargin: root.indent
        width: parent.width - root.indent
        columns: Theme.wide ? 2 : 1
        columnSpacing: Theme.margin
        rowSpacing: Theme.section
        verticalItemAlignment: Grid.AlignBottom

        Paper {
            width: Theme.wide ? parent.width - next.width - Theme.margin : parent.width
            label: root.label
            value: root.value
            lines: root.lines
        }
        PrimaryButton {
            id: next
            objectName: root.name + ".next"
            width: Theme.wide ? Theme.mm(Theme.tight ? 108 : Theme.compact ? 62 : 100) : parent.width
            enabled: root.ready
            label: root.nextLabel
            onTapped: root.proceed()
        }
    }
    TextPad {
        name: root.name
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width, Theme.mm(330))
        eraseLabel: qsTr("Cancella")
        spaceLabel: qsTr("Spazio")
        onSign: value => root.entry.add(value)
        onErased: root.entry.erase()
    }
}
