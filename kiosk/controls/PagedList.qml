// A list that scrolls under a finger and by a tap, a page of whole rows at a time.
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

    // The row that the lower edge cuts; -1 where it cuts none, or the only one in sight.
    function cutRow(): int {
        const edge = list.contentY + list.height;
        const found = list.indexAt(1, edge - 2);
        const row = found < 0 ? null : list.itemAtIndex(found);
        return row && row.y + row.height > edge + 1 && row.y > list.contentY + 1 ? found : -1;
    }

    function turnRows(direction: int): bool {
        if (direction > 0) {
            const cut = cutRow();
            const next = cut >= 0 ? cut : list.indexAt(1, list.contentY + list.height + 2);
            if (next < 0)
                return false;
            list.positionViewAtIndex(next, ListView.Beginning);
            return true;
        }
        const first = list.indexAt(1, list.contentY + 2);
        if (first <= 0)
            return false;
        // Everything before what stands on top now, as far as there is room for whole rows.
        list.positionViewAtIndex(first - 1, ListView.End);
        const above = list.indexAt(1, list.contentY + 2);
        const row = above < 0 ? null : list.itemAtIndex(above);
        if (row && row.y < list.contentY - 1 && above < first - 1)
            list.positionViewAtIndex(above + 1, ListView.Beginning);
        return true;
    }

    // Counted anew whenever what is in sight may differ, once the list has laid itself out.
    Timer {
        id: soon
        interval: 0
        onTriggered: root.hide()
    }

    function hide() {
        const edge = list.contentY + list.height;
        const cut = root.cutRow();
        let last = cut - 1;
        // Where no row is cut, a heading may still stand there alone.
        for (let y = edge - 2; cut < 0 && last < 0 && y > list.contentY; y -= Theme.hair)
            last = list.indexAt(1, y);
        const row = last < 0 ? null : list.itemAtIndex(last);
        const covers = row && last < list.count - 1 && row.y + row.height < edge;
        rest.height = covers ? edge - row.y - row.height : 0;
    }

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
        onContentYChanged: soon.restart()
        onContentHeightChanged: soon.restart()
        onHeightChanged: soon.restart()
        onCountChanged: soon.restart()
        onMovementEnded: root.hide()
    }
    // Half a row at the end of a page says nothing: it is the first one of the next.
    Rectangle {
        id: rest
        readonly property bool covers: true
        visible: height > 0 && !list.moving
        anchors.left: list.left
        anchors.right: list.right
        anchors.bottom: list.bottom
        height: 0
        color: Theme.paper

        Hairline {
            width: parent.width
        }
    }
    Pager {
        id: pager
        name: root.name
        view: list
        turning: root.turnRows
        // Against the whole height, else showing the buttons would make room for themselves and hide them again.
        visible: list.contentHeight > root.height + 1
        beside: root.beside
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        width: root.beside ? across : root.width
    }
}
