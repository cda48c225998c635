// The only text of the project. Other formats than plain would fetch what a text from outside asks for.
import QtQuick

Text {
    textFormat: Text.PlainText
    color: Theme.ink
    font.family: Theme.family
    font.pixelSize: Theme.body
    wrapMode: Text.Wrap
    // At most so many lines of a text that stands whole elsewhere, a tap away; 0 for all of it.
    property int lines: 0
    maximumLineCount: lines > 0 ? lines : undefined
    elide: lines > 0 ? Text.ElideRight : Text.ElideNone
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: text === ""
}
