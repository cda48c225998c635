// Letters and figures, for a few signs of something that is looked for.
import QtQuick

LetterPad {
    id: root

    // Not as many lines, where much else is on a small screen.
    property bool low: false
    // Seven or eight columns of the smallest key, or ten where there is room.
    readonly property real across: Theme.compact ? columns * Theme.target + (columns - 1) * spacing : Theme.mm(252)
    readonly property var grid: [["A", "B", "C", "D", "E", "F", "G"], ["H", "I", "J", "K", "L", "M", "N"], ["O", "P", "Q", "R", "S", "T", "U"], ["V", "W", "X", "Y", "Z", "1", "2"], ["3", "4", "5", "6", "7", "8", "9"], ["0", "space*3", "erase*3"]]
    // Large words leave no room for figures on a small screen.
    readonly property var gridOfLetters: [["A", "B", "C", "D", "E", "F", "G"], ["H", "I", "J", "K", "L", "M", "N"], ["O", "P", "Q", "R", "S", "T", "U"], ["V", "W", "X", "Y", "Z"], ["space*4", "erase*3"]]
    readonly property var gridOfEight: [["A", "B", "C", "D", "E", "F", "G", "H"], ["I", "J", "K", "L", "M", "N", "O", "P"], ["Q", "R", "S", "T", "U", "V", "W", "X"], ["Y", "Z", "1", "2", "3", "4", "5", "6"], ["7", "8", "9", "0", "space*2", "erase*2"]]
    readonly property var board: [["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"], ["Q", "W", "E", "R", "T", "Y", "U", "I", "O", "P"], ["A", "S", "D", "F", "G", "H", "J", "K", "L", "'"], ["Z", "X", "C", "V", "B", "N", "M", "erase*3"], ["space*10"]]

    readonly property var gridOfEightWords: [...gridOfEight.slice(0, 4), ["7", "8", "9", "0", "erase*4"]]

    columns: !Theme.compact ? 10 : low ? 8 : 7
    lines: !Theme.compact ? board : low ? (Theme.large ? gridOfEightWords : gridOfEight) : Theme.large ? gridOfLetters : grid
    eraseLabel: qsTr("Cancella")
    spaceLabel: qsTr("Spazio")
}
