// A column that may be higher than its place.
import QtQuick

Item {
    id: root

    required property string name
    property bool beside: Theme.wide
    property real spacing: Theme.section
    default property alias content: column.data

    implicitHeight: Math.ceil(column.implicitHeight)

    Flickable {
        id: view
        objectName: root.name + ".view"
        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.rightMargin: pager.visible && root.beside ? pager.across + Theme.gap : 0
        anchors.bottom: parent.bottom
        anchors.bottomMargin: pager.visible && !root.beside ? Theme.target + Theme.gap : 0
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
        beside: root.beside
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        width: root.beside ? across : root.width
    }
}
