// A text that whoever it stands on says for it: nothing of its own for those who do not see.
import QtQuick

Text {
    // Other formats than plain would fetch what a text from outside asks for.
    textFormat: Text.PlainText
    color: Theme.ink
    font.family: Theme.family
    font.pixelSize: Theme.body
    wrapMode: Text.Wrap
    // At most so many lines of a text that stands whole elsewhere, a tap away; 0 for all of it.
    property int lines: 0
    maximumLineCount: lines > 0 ? lines : undefined
    elide: lines > 0 ? Text.ElideRight : Text.ElideNone
}
