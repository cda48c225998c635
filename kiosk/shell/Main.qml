// The window: header, screen, bottom bar, and over them a sentence to read or the question whether somebody is there.
pragma ComponentBehavior: Bound

import QtQuick
import kiosk.controls
import kiosk.shell

Window {
    id: root

    required property Shell shell
    required property Status status
    required property real diagonalMm

    title: "Quartieri Connessi"
    color: Theme.paper

    readonly property int stageHeight: status.reach ? Math.min(height, Math.round(Theme.reachMm * pixelsPerMm)) : height
    readonly property real pixelsPerMm: Math.max(0.5, Math.sqrt(width * width + height * height) / diagonalMm)

    Binding {
        target: Theme
        property: "pixelsPerMm"
        value: root.pixelsPerMm
    }
    Binding {
        target: Theme
        property: "widthMm"
        value: root.width / root.pixelsPerMm
    }
    Binding {
        target: Theme
        property: "heightMm"
        value: root.stageHeight / root.pixelsPerMm
    }
    Binding {
        target: Theme
        property: "screenMm"
        value: root.height / root.pixelsPerMm
    }
    Binding {
        target: Theme
        property: "large"
        value: root.status.large
    }
    Binding {
        target: Theme
        property: "contrast"
        value: root.status.contrast
    }
    Binding {
        target: Theme
        property: "area"
        value: root.status.area
    }

    Item {
        id: stage
        anchors.bottom: parent.bottom
        width: parent.width
        // Within a low reach everything that can be touched stands in the lowest part of the screen.
        height: root.stageHeight
        enabled: !root.shell.asking
        visible: !root.shell.asleep
        LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
        LayoutMirroring.childrenInherit: true

        Header {
            id: header
            anchors.top: parent.top
            anchors.left: parent.left
            anchors.right: parent.right
            mode: root.shell.header
            backLabel: root.shell.backLabel
            status: root.status
            onBack: root.shell.back()
        }

        Loader {
            id: loader
            objectName: "screen"
            anchors.top: header.bottom
            anchors.topMargin: Theme.section * (Theme.compact ? 0.7 : 1)
            anchors.bottom: bar.top
            anchors.bottomMargin: Math.max(Theme.gap, Theme.section)
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: Theme.margin
            anchors.rightMargin: Theme.margin
            focus: true

            property int shown: 0

            // Each visit gets a new item: nothing of the last one is left in it.
            function show() {
                if (root.shell.visit === shown)
                    return;
                shown = root.shell.visit;
                source = "";
                setSource(root.shell.source, {
                    "model": root.shell.model
                });
            }

            Component.onCompleted: show()

            Connections {
                target: root.shell
                function onPlaced() {
                    loader.show();
                }
            }
            Connections {
                target: loader.item as ScreenBase
                ignoreUnknownSignals: true
                function onGo(screen: string, key: string) {
                    root.shell.go(screen, key);
                }
                function onBack() {
                    root.shell.back();
                }
                function onLeave() {
                    root.shell.exit();
                }
            }
        }

        BottomBar {
            id: bar
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            screen: root.shell.screen
            desk: root.shell.header === "desk"
            canExit: root.shell.canExit
            notes: root.shell.notes
            onGo: screen => root.shell.go(screen, "")
            onExited: root.shell.exit()
        }

        Toast {
            anchors.bottom: bar.top
            anchors.bottomMargin: Theme.gap
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width - 2 * Theme.margin, Theme.mm(290))
            text: root.shell.message
            closeLabel: qsTr("Ho capito")
            onClosed: root.shell.closeMessage()
        }
    }

    // What a low reach leaves free: whose screen this is, to be seen from afar.
    Rectangle {
        visible: height > 1
        width: parent.width
        height: root.height - stage.height
        color: Theme.accent

        Column {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.margins: Theme.margin
            spacing: Theme.hair

            PlainText {
                width: parent.width
                text: "Quartieri Connessi"
                color: Theme.sheet
                font.bold: true
            }
            Heading {
                width: parent.width
                text: root.status.place
                color: Theme.sheet
                font.pixelSize: Theme.display
            }
        }
    }

    IdleOverlay {
        anchors.fill: stage
        visible: root.shell.asking
        seconds: root.shell.seconds
        onMore: root.shell.more()
        onExited: root.shell.exit()
    }

    Night {
        objectName: "night"
        anchors.fill: parent
        visible: root.shell.asleep
        clock: root.status.clock
        Accessible.onPressAction: root.shell.wake()
    }
}
