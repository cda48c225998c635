// A column that may be higher than its place.
import QtQuick

Item {
    id: root

    required property string name
    property bool beside: Theme.wide
    property real spacing: Theme.section
    default property alias content: column.data

    // Whether there is more than fits. A picture that is lower in a narrower place may fit beside the pager and not without
    // it: whoever came back to the same height keeps the pager, until something else is shown.
    property bool paged: false
    property real overflow: -1
    property real held: -1

    function judge(): void {
        const high = view.contentHeight;
        if (!paged && high > height + 1) {
            held = high === overflow ? 0 : -1;
            overflow = high;
            paged = true;
        } else if (paged && high <= height + 1) {
            if (held === 0)
                held = high;
            if (held !== high)
                paged = false;
        }
    }

    onHeightChanged: {
        overflow = -1;
        judge();
    }

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
        onContentHeightChanged: root.judge()

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
        visible: root.paged
        beside: root.beside
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        width: root.beside ? across : root.width
    }
}
