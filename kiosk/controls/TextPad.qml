// Letters for whole sentences: a second page of the keys has figures and points.
import QtQuick

LetterPad {
    id: root

    signal sign(string value)

    property bool figures: false

    readonly property var letters: [["Q", "W", "E", "R", "T", "Y", "U", "I", "O", "P"], ["A", "S", "D", "F", "G", "H", "J", "K", "L", "'"], ["Z", "X", "C", "V", "B", "N", "M", "È", ",", "."], ["123", "space*6", "erase*3"]]
    readonly property var signs: [["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"], [":", ";", "?", "!", "(", ")", "/", "-", "+", "€"], ["À", "È", "É", "Ì", "Ò", "Ù", "&", "%", ",", "."], ["ABC", "space*6", "erase*3"]]

    lines: figures ? signs : letters
    onLetter: value => {
        if (value === "123" || value === "ABC")
            figures = !figures;
        else
            sign(value);
    }
}
