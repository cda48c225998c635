// A code for phones: black on white, crisp, with its quiet zone.
import QtQuick

Image {
    id: root

    required property string text

    // The file names of images are URLs: letters, digits, hyphen and underscore alone.
    readonly property string encoded: Qt.btoa(text).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "")

    source: text !== "" && width > 0 ? "image://qr/" + encoded : ""
    sourceSize: Qt.size(width, height)
    fillMode: Image.Pad
    smooth: false
    // A ticket is nobody else's: no copy stays behind.
    cache: false
    Accessible.role: Accessible.Graphic
}
