// A list that scrolls under a finger and by a tap.
import QtQuick

Item {
    id: root

    required property string name
    property bool beside: Theme.wide
    property alias model: list.model
    property alias delegate: list.delegate
    property alias section: list.section
    property alias header: list.header
    property alias list: list
    readonly property int count: list.count

    implicitHeight: list.contentHeight

    ListView {
        id: list
        objectName: root.name + ".list"
        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.rightMargin: pager.visible && root.beside ? pager.across + Theme.gap : 0
        anchors.bottom: parent.bottom
        anchors.bottomMargin: pager.visible && !root.beside ? Theme.target + Theme.gap : 0
        clip: true
        reuseItems: true
        // Rows are made as they come into sight: what is prepared ahead is made asynchronously, and leaving would cut it short.
        cacheBuffer: 0
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.List
    }
    Pager {
        id: pager
        name: root.name
        view: list
        // Against the whole height, else showing the buttons would make room for themselves and hide them again.
        visible: list.contentHeight > root.height + 1
        beside: root.beside
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        width: root.beside ? across : root.width
    }
}
