// The base of every screen: it knows its view-model, and asks to be led elsewhere.
import QtQuick

FocusScope {
    // A screen by its name in the graph, and the key of what it is about.
    signal go(string screen, string key)
    signal back
    signal leave
}
