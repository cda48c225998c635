// A parcel came: for whom; then its code, to be written on it.
import QtQuick
import kiosk.controls
import kiosk.desk

ScreenBase {
    id: root

    required property KeepModel model

    DeskTop {
        id: top
        name: "keep"
        width: parent.width
        label: qsTr("Pacchi")
        title: qsTr("Tieni un pacco")
        bare: Theme.compact && !root.model.kept
        onBack: root.back()
    }
    WritePart {
        visible: !root.model.kept
        y: Theme.tight ? 0 : top.height + (Theme.compact ? 0 : Theme.section)
        indent: Theme.tight ? top.backWidth + Theme.gap : 0
        width: parent.width
        name: "keep"
        lines: 1
        label: qsTr("Per chi è? Scrivi il nome, o leggi la tessera")
        entry: root.model.name as TextEntry
        value: root.model.holder !== "" ? root.model.holder : entry.text
        ready: root.model.ready
        nextLabel: qsTr("Tieni: codice %1").arg(root.model.code)
        onProceed: root.model.confirm()
    }
    Column {
        visible: root.model.kept
        anchors.top: top.bottom
        anchors.topMargin: Theme.section
        width: parent.width
        spacing: Theme.section

        MessagePanel {
            objectName: "keep.said"
            width: parent.width
            attention: false
            mark: "check"
            title: qsTr("Pacco registrato: codice %1").arg(root.model.code)
            text: qsTr("Scrivi il codice sul pacco e dillo a chi lo aspetta: con il codice lo ritira.")
        }
        PlainText {
            objectName: "keep.code"
            visible: !Theme.tight // it stands in the words above
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.model.code
            font.bold: true
            font.pixelSize: Theme.clock * 2
            Accessible.ignored: true
        }
        MessagePanel {
            visible: root.model.told !== ""
            width: parent.width
            attention: false
            text: root.model.told
        }
        OutlineButton {
            objectName: "keep.slip"
            visible: root.model.canPrint
            width: parent.width
            enabled: !root.model.busy
            label: root.model.busy ? qsTr("Il foglietto sta uscendo.") : qsTr("Stampa il foglietto per il pacco")
            onTapped: root.model.printSlip()
        }
        PrimaryButton {
            objectName: "keep.again"
            width: parent.width
            label: qsTr("Un altro pacco")
            onTapped: root.model.again()
        }
    }
}
