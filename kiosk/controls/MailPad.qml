// The keys of an e-mail address: a second page has figures, and the ends that most addresses have.
import QtQuick

LetterPad {
    id: root

    signal sign(string value)

    property bool figures: false

    readonly property var letters: [["q", "w", "e", "r", "t", "y", "u", "i", "o", "p"], ["a", "s", "d", "f", "g", "h", "j", "k", "l", "@"], ["z", "x", "c", "v", "b", "n", "m", ".", "-", "_"], ["123*2", "@gmail.com*5", "erase*3"]]
    readonly property var signs: [["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"], ["+", ".it*3", ".com*3", ".org*3"], ["@libero.it*5", "@hotmail.com*5"], ["abc*2", "@yahoo.it*5", "erase*3"]]

    lines: figures ? signs : letters
    spaceLabel: ""
    onLetter: value => {
        if (value === "123" || value === "abc")
            figures = !figures;
        else
            sign(value);
    }
}
