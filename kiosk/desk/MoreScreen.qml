// What else the desk does.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.controls
import kiosk.desk

ScreenBase {
    id: root

    required property MoreModel model

    Grid {
        id: top
        anchors.left: parent.left
        columns: Theme.wide ? 2 : 1
        spacing: Theme.compact ? Theme.gap : Theme.section
        verticalItemAlignment: Grid.AlignVCenter

        OutlineButton {
            objectName: "more.back"
            mark: "back"
            label: qsTr("Portineria")
            onTapped: root.back()
        }
        Heading {
            text: qsTr("Altro")
        }
    }
    ScrollArea {
        name: "more"
        anchors.top: top.bottom
        anchors.topMargin: Theme.section
        anchors.bottom: parent.bottom
        width: parent.width

        Grid {
            id: jobs
            width: parent.width
            columns: Theme.wide ? 3 : 2
            spacing: Theme.gap

            Repeater {
                model: root.model.rows

                Tile {
                    required property string key
                    required property string name
                    required property string amount

                    objectName: "more." + key
                    width: Math.floor((jobs.width - jobs.spacing * (jobs.columns - 1)) / jobs.columns)
                    label: name
                    subtitle: amount
                    onTapped: root.go(key, "")
                }
            }
        }
        Column {
            width: parent.width
            spacing: Theme.gap

            MessagePanel {
                objectName: "more.waits"
                width: parent.width
                attention: false
                title: qsTr("Registrazioni di questo terminale")
                text: root.model.waits
            }
            Repeater {
                model: root.model.locked

                OutlineButton {
                    id: colleague

                    required property string key
                    required property string name

                    objectName: "more.unlock." + colleague.key
                    width: parent.width
                    label: qsTr("Sblocca il PIN di %1").arg(colleague.name)
                    onTapped: root.model.unlock(colleague.key)
                }
            }
        }
    }
}
