// What one wants to see: all choices on one page, each with how much it leaves.
import QtQuick
import kiosk.agenda
import kiosk.controls

ScreenBase {
    id: root

    required property AgendaModel model

    Heading {
        id: title
        width: parent.width
        text: qsTr("Che cosa vuoi vedere?")
    }
    ScrollArea {
        name: "filters"
        anchors.top: title.bottom
        anchors.topMargin: Theme.section
        anchors.bottom: actions.top
        anchors.bottomMargin: Theme.section
        width: parent.width

        ChoiceGroup {
            width: parent.width
            title: qsTr("Solo")
            options: root.model.only
            columns: 2
            onChosen: (dimension, code) => root.model.toggle(dimension, code)
        }
        ChoiceGroup {
            width: parent.width
            title: qsTr("Categoria")
            options: root.model.categories
            onChosen: (dimension, code) => root.model.toggle(dimension, code)
        }
        ChoiceGroup {
            width: parent.width
            title: qsTr("Per chi")
            options: root.model.audiences
            onChosen: (dimension, code) => root.model.toggle(dimension, code)
        }
        ChoiceGroup {
            width: parent.width
            title: qsTr("Lingua, oltre all'italiano")
            options: root.model.languages
            onChosen: (dimension, code) => root.model.toggle(dimension, code)
        }
    }
    Item {
        id: actions
        anchors.bottom: parent.bottom
        width: parent.width
        height: Math.max(show.height, clear.height)

        OutlineButton {
            id: clear
            objectName: "filters.clear"
            visible: root.model.filtered
            anchors.left: parent.left
            height: show.height
            label: qsTr("Togli i filtri")
            onTapped: root.model.clear()
        }
        PrimaryButton {
            id: show
            objectName: "filters.show"
            anchors.right: parent.right
            anchors.left: clear.visible ? clear.right : parent.left
            anchors.leftMargin: clear.visible ? Theme.gap : 0
            label: root.model.show
            onTapped: root.back()
        }
    }
}
