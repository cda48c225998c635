// A code for phones: black on white, crisp, with its quiet zone.
import QtQuick

Image {
    id: root

    required property string text

    source: text !== "" && width > 0 ? "image://qr/" + encodeURIComponent(text) : ""
    sourceSize: Qt.size(width, height)
    fillMode: Image.Pad
    smooth: false
    // A ticket is nobody else's: no copy stays behind.
    cache: false
    Accessible.role: Accessible.Graphic
}
