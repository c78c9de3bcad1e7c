// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/stylesheet.h"

#include "ui/common/icons.h"

#include <QFont>
#include <QHash>

namespace oshaq {

namespace {

// Names in @signs are filled in from the look.
constexpr auto rules = R"(
QWidget { color: @text; font-family: "@family"; font-size: @body; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: @titleSize; font-weight: 700; }
QLabel[role="caption"] { font-size: @caption; color: @muted; font-weight: 500; }
QLabel[role="muted"] { color: @muted; }
QLabel[role="strong"] { font-weight: 700; }
QLabel[role="error"] { font-size: @caption; color: @error; font-weight: 500; }
QLineEdit, QPlainTextEdit, QSpinBox, QDateEdit, QTimeEdit, QDateTimeEdit, QComboBox {
    background: @surface; border: 1px solid @line; border-radius: @radius; padding: 0 @pad; min-height: @field;
    selection-background-color: @ember; selection-color: @emberText; }
QPlainTextEdit { padding: @small @pad; }
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDateEdit:focus, QTimeEdit:focus, QDateTimeEdit:focus,
QComboBox:focus { border: 2px solid @focus; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QSpinBox[wrong="true"], QComboBox[wrong="true"],
QDateTimeEdit[wrong="true"] { border: 2px solid @error; }
QLineEdit:disabled, QPlainTextEdit:disabled, QPlainTextEdit[readOnly="true"], QSpinBox:disabled, QComboBox:disabled {
    color: @faint; background: @raised; }
QComboBox::drop-down { border: none; width: @drop; }
QComboBox::down-arrow { image: url(@arrow); width: @box; height: @box; }
QComboBox QAbstractItemView { background: @surface; border: 1px solid @line; selection-background-color: @selection;
    selection-color: @text; outline: 0; }
QComboBox QAbstractItemView::item { min-height: @field; }
QCheckBox, QRadioButton { spacing: @pad; min-height: @field; background: transparent; }
QCheckBox::indicator, QRadioButton::indicator { width: @box; height: @box; border: 2px solid @muted; background: @surface; }
QCheckBox::indicator { border-radius: @tiny; }
QRadioButton::indicator { border-radius: @halfBox; }
QCheckBox::indicator:checked, QRadioButton::indicator:checked { background: @ember; border-color: @ember; }
QCheckBox:focus, QRadioButton:focus { outline: none; border: 2px solid @focus; border-radius: @tiny; }
QAbstractItemView { background: @surface; border: 1px solid @line; border-radius: @radius; outline: 0;
    selection-background-color: @selection; selection-color: @text; }
QListView#settingsSections { background: transparent; border: none; }
QListView#settingsSections::item { border-radius: @radius; padding-left: @pad; color: @text; }
QListView#settingsSections::item:selected { background: @surface; border: 1px solid @line; color: @text; }
QListView#settingsSections:focus { border: none; }
QListView#settingsSections::item:focus { border: 2px solid @focus; }
QHeaderView { background: @raised; border: none; }
QHeaderView::section { background: @raised; color: @muted; border: none; border-bottom: 1px solid @line;
    padding: @small @pad; font-size: @caption; font-weight: 700; }
QTableView { gridline-color: transparent; }
QTableView:focus, QListView:focus, QTreeView:focus { border: 2px solid @focus; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: transparent; width: @bar; margin: 0; }
QScrollBar:horizontal { background: transparent; height: @bar; margin: 0; }
QScrollBar::handle { background: @faint; border-radius: @tiny; min-height: @field; min-width: @field; margin: 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QFrame[card="true"] { background: @surface; border: 1px solid @line; border-radius: @radius; }
QProgressBar { background: @raised; border: 1px solid @line; border-radius: @tiny; text-align: center; min-height: @box; }
QProgressBar::chunk { background: @ember; border-radius: @tiny; }
QMenu { background: @surface; border: 1px solid @line; padding: @small 0; }
QMenu::item { min-height: @field; padding: 0 @drop 0 @drop; background: transparent; }
QMenu::item:selected { background: @selection; color: @text; }
QMenu::item:disabled { color: @faint; }
QToolTip { background: @raised; color: @text; border: 1px solid @line; padding: @small; }
)";

} // namespace

QString styleFor(const Look &look)
{
    const Theme &theme = look.theme();
    const auto pixels = [](int value) { return QString::number(value) + QStringLiteral("px"); };
    const auto design = [&](double value) { return pixels(look.px(value)); };
    const auto size = [&](TextRole role) { return pixels(look.font(role).pixelSize()); };
    const QHash<QString, QString> values{
        {QStringLiteral("text"), theme.text.name()},
        {QStringLiteral("muted"), theme.muted.name()},
        {QStringLiteral("faint"), theme.faint.name()},
        {QStringLiteral("error"), theme.errorText.name()},
        {QStringLiteral("surface"), theme.surface.name()},
        {QStringLiteral("raised"), theme.raised.name()},
        {QStringLiteral("line"), theme.line.name()},
        {QStringLiteral("focus"), theme.focus.name()},
        {QStringLiteral("ember"), theme.ember.name()},
        {QStringLiteral("emberText"), theme.emberText.name()},
        {QStringLiteral("selection"), theme.selection.name()},
        {QStringLiteral("family"), look.font(TextRole::Body).family()},
        {QStringLiteral("body"), size(TextRole::Body)},
        {QStringLiteral("caption"), size(TextRole::Caption)},
        {QStringLiteral("titleSize"), size(TextRole::Title)},
        {QStringLiteral("field"), pixels(look.metrics().lineHeight())},
        {QStringLiteral("radius"), design(9)},
        {QStringLiteral("pad"), design(12)},
        {QStringLiteral("small"), design(8)},
        {QStringLiteral("tiny"), design(5)},
        {QStringLiteral("drop"), design(32)},
        {QStringLiteral("arrow"), iconFile(theme.isDark ? QStringLiteral("drop-dark") : QStringLiteral("drop-light"))},
        {QStringLiteral("box"), design(22)},
        {QStringLiteral("halfBox"), design(13)},
        {QStringLiteral("bar"), design(14)},
    };
    QString sheet;
    const QString text = QString::fromLatin1(rules);
    for (qsizetype at = 0; at < text.size();) {
        if (text[at] != QLatin1Char('@')) {
            sheet += text[at++];
            continue;
        }
        qsizetype end = at + 1;
        while (end < text.size() && text[end].isLetter())
            ++end;
        sheet += values.value(text.mid(at + 1, end - at - 1));
        at = end;
    }
    return sheet;
}

} // namespace oshaq
