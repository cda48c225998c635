"""Lints every QML file of the kiosk with qmllint, the types that Python gives to QML included; any warning is an error.

qmllint reads QML modules, not Python. So each folder of ``kiosk`` that is a QML module is laid out once more in
build/qml, with a description of its ``@QmlElement`` classes beside it, and the copies are checked.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parent.parent.parent
COPY = ROOT / "build" / "qml"
SCRIPTS = Path(sys.executable).parent
QT = Path(PySide6.__file__).parent
# What Qt's own classes look like, so that those of Python can derive from them.
METATYPES = QT / "Qt" / "metatypes"
BASES = ("qt6core_metatypes.json", "qt6qml_metatypes.json", "qt6gui_metatypes.json", "qt6quick_metatypes.json")


def main() -> int:
    """Lays out the modules and lints them; returns the exit status."""
    shutil.rmtree(COPY, ignore_errors=True)
    for folder in sorted({path.parent for path in (ROOT / "kiosk").rglob("*.qml")} | set(folders_with_types())):
        lay_out(folder)
    files = sorted(str(path.relative_to(COPY)) for path in COPY.rglob("*.qml"))
    if not files:
        return 0
    lint = subprocess.run([QT / "qmllint", "--max-warnings", "0", "-I", ".", *files], cwd=COPY, check=False)
    if lint.returncode == 0:
        print(f"{len(files)} QML files are clean.")
    return 1 if lint.returncode else 0


def folders_with_types() -> list[Path]:
    """The folders of ``kiosk`` with classes for QML."""
    return [path.parent for path in (ROOT / "kiosk").rglob("*.py") if has_types(path)]


def has_types(module: Path) -> bool:
    """Whether a Python module gives classes to QML."""
    return re.search(r"^@Qml\w+", module.read_text(encoding="utf-8"), flags=re.MULTILINE) is not None


def lay_out(folder: Path) -> None:
    """Copies one folder's QML, and describes its Python classes."""
    target = COPY / folder.relative_to(ROOT)
    target.mkdir(parents=True)
    for file in folder.glob("*.qml"):
        shutil.copy(file, target)
    name = ".".join(folder.relative_to(ROOT).parts)
    qmldir = folder / "qmldir"
    lines = qmldir.read_text(encoding="utf-8") if qmldir.exists() else f"module {name}\n"
    modules = sorted(path for path in folder.glob("*.py") if has_types(path))
    if modules:
        describe(name, modules, target)
        lines += "typeinfo python.qmltypes\n"
    (target / "qmldir").write_text(lines, encoding="utf-8")


def describe(name: str, modules: list[Path], target: Path) -> None:
    """Writes ``python.qmltypes``: what the ``@QmlElement`` classes of some Python modules look like from QML."""
    metatypes = target / "metatypes.json"
    subprocess.run([SCRIPTS / "pyside6-metaobjectdump", "--quiet", "--out-file", metatypes, *modules], check=True)
    register: list[str | Path] = [SCRIPTS / "pyside6-qmltyperegistrar", "--import-name", name, "--major-version", "1"]
    register += ["--generate-qmltypes", target / "python.qmltypes", "-o", target / "unused.cpp"]
    register += ["--foreign-types", ",".join(str(METATYPES / base) for base in BASES), metatypes]
    subprocess.run(register, check=True)


if __name__ == "__main__":
    sys.exit(main())
