// A text that whoever it stands on says for it: nothing of its own for those who do not see.
import QtQuick

Text {
    // Other formats than plain would fetch what a text from outside asks for.
    textFormat: Text.PlainText
    color: Theme.ink
    font.family: Theme.family
    font.pixelSize: Theme.body
    wrapMode: Text.Wrap
    // A title in Latin letters stands where the screen's lines begin, not where its own script would.
    horizontalAlignment: Text.AlignLeft
    // How high a line is, by what its typeface asks for.
    property real leading: 1
    // Noto's Arabic and Chinese ask for more room above a line than Latin does, for marks that no text here has: by so
    // much of their size they are lifted, and their lines are as high as Latin ones.
    readonly property real lift: /[\u0600-\u06FF]/.test(text) ? 0.305 : /[\u3000-\u9FFF]/.test(text) ? 0.091 : 0
    lineHeightMode: lift > 0 ? Text.FixedHeight : Text.ProportionalHeight
    lineHeight: lift > 0 ? Math.round(1.362 * Math.max(leading, 0.95) * font.pixelSize) : leading
    topPadding: -Math.round(lift * font.pixelSize)
    bottomPadding: Math.round(lift * font.pixelSize)
    // At most so many lines of a text that stands whole elsewhere, a tap away; 0 for all of it.
    property int lines: 0
    maximumLineCount: lines > 0 ? lines : undefined
    elide: lines > 0 ? Text.ElideRight : Text.ElideNone
}
