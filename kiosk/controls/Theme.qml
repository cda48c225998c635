// The one file of design tokens. Lengths are millimetres of the real screen, times the pixels of one millimetre.
pragma Singleton

import QtQuick

QtObject {
    id: theme

    // Set by the window, from its size and the physical size of the screen.
    property real pixelsPerMm: 3.614
    property real widthMm: 298.9
    property real heightMm: 531.3
    // Area of the space: 1, 2 or 3.
    property int area: 2

    readonly property bool wide: widthMm > heightMm
    // Screens that lie are low; a small one that lies is compact. What fingers and eyes need keeps its size: the air gets thinner.
    readonly property bool low: heightMm < 400
    readonly property bool compact: heightMm < 260

    // A length in pixels, by how high the screen is.
    function fit(high: real, low: real, compact: real): int {
        return mm(theme.compact ? compact : theme.low ? low : high);
    }

    function mm(length: real): int {
        return Math.round(length * pixelsPerMm);
    }

    // Colours, with their contrast on paper.
    readonly property color paper: "#FBF8F3"
    readonly property color sheet: "#FFFFFF"
    readonly property color ink: "#17324D"            // 12.4
    readonly property color action: "#0052A3"         // 7.2; white on it 7.7
    readonly property color actionPressed: "#003E7D"  // white on it 10.6
    readonly property color quiet: "#E6EFF0"          // ink on it 11.2
    readonly property color pressed: "#D3E1E6"        // ink on it 9.7
    readonly property color attention: "#FFF1CC"
    readonly property color attentionInk: "#5A3E00"   // 8.8 on attention
    readonly property color inkPressed: "#24486B"     // white on it 9.4
    readonly property color hairline: "#D3D3CE"       // ornament: nothing is told by it alone
    readonly property color accent: ["#8A3A22", "#00594F", "#6A2A6B"][Math.max(0, Math.min(2, area - 1))]  // 7.3, 7.8, 9.2

    // Type: em sizes. Noto Sans has capitals of 0.714 em, so that 7.75 mm gives 5.5 mm, the smallest anywhere.
    readonly property string family: "Noto Sans"
    readonly property int small: mm(7.75)
    readonly property int body: fit(8.5, 8.2, 7.8)
    readonly property int strong: fit(9.6, 9.2, 8.3)
    readonly property int name: fit(12.2, 11.4, 9.6)
    readonly property int title: fit(14.6, 13.4, 10.6)
    readonly property int display: fit(16.4, 15, 11.2)
    readonly property int clock: fit(18, 16, 12.4)

    // Space.
    readonly property int margin: fit(13.3, 13.3, 8)
    readonly property int gap: fit(5, 4.6, 4.2)         // between things that one can touch; never under 4 mm
    readonly property int hair: fit(2.6, 2.4, 1.8)      // between lines of one thing
    readonly property int section: fit(8, 6, 4)         // between things
    readonly property int pad: fit(7, 6, 4.2)           // inside tiles and panels

    // Touch.
    readonly property int target: mm(20.2)
    readonly property int primary: fit(30, 27, 25.2)
    readonly property int tile: fit(38, 31, 24)
    readonly property int row: fit(37, 31, 24.6)
    readonly property int bar: fit(37, 28, 21.5)
    readonly property int key: fit(26, 24, 21)

    // Lines.
    readonly property int stroke: Math.max(1, mm(0.6))
    readonly property int focus: Math.max(2, mm(1.2))
    readonly property int radius: fit(5, 5, 3.6)

    // Motion: milliseconds, only for what answers a touch.
    readonly property int quick: 90
}
