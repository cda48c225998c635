// The name of a screen, or of a part of it.
import QtQuick

PlainText {
    font.pixelSize: Theme.title
    font.bold: true
    leading: 0.88
    Accessible.role: Accessible.Heading
}
