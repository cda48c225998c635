// The one file of design tokens. Lengths are millimetres of the real screen, times the pixels of one millimetre.
//
// Three modes change the tokens, and nothing else has to know: `large` text, high `contrast`, and a low reach, for which
// the window makes the stage lower (`heightMm`). A screen that takes every size and colour from here follows them all.
pragma Singleton

import QtQuick

QtObject {
    id: theme

    // Set by the window, from its size and the physical size of the screen.
    property real pixelsPerMm: 3.614
    property real widthMm: 298.9
    property real heightMm: 531.3
    // The whole screen's height, of which a low reach leaves the lowest part.
    property real screenMm: 531.3
    readonly property real reachMm: 350
    // Area of the space: 1, 2 or 3.
    property int area: 2
    // Modes that the person in front of the screen chose.
    property bool large: false
    property bool contrast: false

    readonly property bool wide: widthMm > heightMm
    // Screens that lie are low; a small one that lies is compact. What fingers and eyes need keeps its size: the air gets thinner.
    readonly property bool low: heightMm < 400
    readonly property bool compact: heightMm < 260
    // A small screen with large text: what is not needed to go on leaves its place to what is.
    readonly property bool tight: compact && large

    function mm(length: real): int {
        return Math.round(length * pixelsPerMm);
    }

    // Parts of one line, side by side in the order in which the screen is read (see kiosk/controls/bidi.py).
    function joined(parts: list<string>, between: string): string {
        const there = parts.filter(part => part !== "");
        if (there.length < 2 || Application.layoutDirection !== Qt.RightToLeft)
            return there.join(between);
        return "\u200f" + there.map(part => "\u2068" + part + "\u2069").join(between);
    }

    // A length in pixels, by how high the screen is.
    function fit(high: real, low: real, compact: real): int {
        return mm(theme.compact ? compact : theme.low ? low : high);
    }

    // The colours, with the contrast of text on them; test_layout computes each again, in both palettes.
    // High contrast is black on white: 15 or more everywhere, and lines where there were tints.
    readonly property color paper: contrast ? "#FFFFFF" : "#FBF8F3"
    readonly property color sheet: "#FFFFFF"
    readonly property color ink: contrast ? "#000000" : "#17324D"            // on paper 12.4
    readonly property color action: contrast ? "#000000" : "#0052A3"         // on paper 7.2; white on it 7.7
    readonly property color actionPressed: contrast ? "#222222" : "#003E7D"  // white on it 10.6
    readonly property color quiet: contrast ? "#FFFFFF" : "#E6EFF0"          // ink on it 11.2
    readonly property color pressed: contrast ? "#DCDCDC" : "#D3E1E6"        // ink on it 9.7
    readonly property color attention: contrast ? "#FFFFFF" : "#FFF1CC"
    readonly property color attentionInk: contrast ? "#000000" : "#5A3E00"   // on attention 8.8
    readonly property color inkPressed: contrast ? "#222222" : "#24486B"     // white on it 9.4
    readonly property color barLine: contrast ? "#FFFFFF" : "#7B8C9D"        // on ink 3.8
    readonly property color hairline: contrast ? "#000000" : "#D3D3CE"       // ornament: nothing is told by it alone
    // White on it 7.7, 8.3, 9.7.
    readonly property color accent: contrast ? "#000000" : ["#8A3A22", "#00594F", "#6A2A6B"][Math.max(0, Math.min(2, area - 1))]
    readonly property color accentPressed: contrast ? "#222222" : Qt.darker(accent, 1.25)
    // At night, and when nobody may look.
    readonly property color night: "#000000"
    readonly property color nightInk: "#5E6B78"                              // on night 3.8: dim on purpose, and nothing to act on

    // Type: em sizes in millimetres. Noto Sans has capitals of 0.714 em: 7.75 mm gives 5.5 mm, the smallest anywhere, and
    // 10.4 mm gives the 7.4 mm of large text. What is small grows most, and the order of sizes stays.
    function type(high: real, low: real, compact: real, largeHigh: real, largeLow: real, largeCompact: real): int {
        return large ? fit(largeHigh, largeLow, largeCompact) : fit(high, low, compact);
    }

    readonly property string family: "Noto Sans"
    readonly property int small: type(7.75, 7.75, 7.75, 10.45, 10.45, 10.4)
    readonly property int body: type(8.5, 8.2, 7.8, 11.2, 10.8, 10.4)
    readonly property int strong: type(9.6, 9.2, 8.3, 12.2, 11.6, 10.6)
    readonly property int name: type(12.2, 11.4, 9.6, 14, 13, 11)
    readonly property int title: type(14.6, 13.4, 10.6, 16.4, 15, 11.8)
    readonly property int display: type(16.4, 15, 11.2, 17.6, 16, 12)
    readonly property int clock: type(18, 16, 12.4, 18, 16, 13)

    // Space, in steps of one rhythm. Between things that one can touch it never falls under 4 mm.
    readonly property real step: compact ? 2.1 : low ? 2.3 : 2.6
    readonly property int hair: mm(step)                                     // between lines of one thing
    readonly property int gap: mm(2 * step)                                  // between things that one can touch
    readonly property int section: mm((compact ? 2 : 3) * step)              // between things
    readonly property int pad: mm((compact ? 2 : 3) * step)                  // inside tiles and panels
    readonly property int margin: mm((compact ? 4 : 5) * step)               // round the screen
    // No line of reading is longer than some seventy letters.
    readonly property int measure: mm(large ? 330 : 270)

    // Touch.
    readonly property int target: mm(20.2)
    readonly property int primary: fit(30, 27, 25.2)
    readonly property int tile: fit(38, 31, 24)
    readonly property int row: fit(37, 31, 24.6)
    readonly property int bar: fit(37, 28, 21.5)
    readonly property int key: fit(26, 24, 21)

    // Lines.
    readonly property int stroke: Math.max(1, mm(contrast ? 0.9 : 0.6))
    readonly property int focus: Math.max(2, mm(1.2))
    readonly property int radius: fit(5, 5, 3.6)

    // Motion: milliseconds, only for what answers a touch.
    readonly property int quick: 90
}
