// A column that may be higher than its place.
import QtQuick

Item {
    id: root

    required property string name
    property real spacing: Theme.section
    default property alias content: column.data

    implicitHeight: column.implicitHeight

    Flickable {
        id: view
        objectName: root.name + ".view"
        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: pager.visible ? pager.top : parent.bottom
        anchors.bottomMargin: pager.visible ? Theme.gap : 0
        clip: true
        contentWidth: width
        contentHeight: column.implicitHeight
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: column
            width: parent.width
            spacing: root.spacing
        }
    }
    Pager {
        id: pager
        name: root.name
        view: view
        visible: view.contentHeight > root.height + 1
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Theme.target
    }
}
