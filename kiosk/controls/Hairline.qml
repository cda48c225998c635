// A line between rows.
import QtQuick

Rectangle {
    implicitHeight: Math.max(1, Math.round(Theme.stroke / 2))
    color: Theme.hairline
    Accessible.ignored: true
}
