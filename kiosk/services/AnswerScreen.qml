// A request that is saved, and a way back.
import QtQuick
import kiosk.controls
import kiosk.services

ScreenBase {
    id: root

    required property AnswerModel model

    Saved {
        anchors.fill: parent
        saved: root.model.canUndo
        headline: root.model.headline
        meaning: root.model.meaning
        subject: root.model.title
        undoLabel: root.model.canUndo ? qsTr("Annulla richiesta") : ""
        undoHint: qsTr("se non ti serve più")
        onDone: root.leave()
        onUndone: root.model.undo()
    }
}
