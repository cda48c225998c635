// A text that stands for itself, also for those who do not see it.
import QtQuick

Words {
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: text === ""
}
