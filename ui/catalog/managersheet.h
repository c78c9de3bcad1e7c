// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/sheet.h"

#include <functional>
#include <vector>

class QLabel;
class QTableView;

namespace oshaq {

class Band;
class ChoiceRow;
class FlowRow;
class TouchButton;

/// What the sheets of the catalog have in common: a band for what went wrong, and under the content some words, and
/// buttons that wrap; Ctrl+Enter presses the one that the sheet is for.
class ManagerSheet : public Sheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ManagerSheet)

public:
    ManagerSheet(const Look &look, Place place, int designWidth, QWidget *parent);

    void setLook(const Look &look) override;
    Band *band() const { return m_band; }
    TouchButton *primaryButton() const { return m_primary; }
    /// The words over the buttons.
    QString message() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;

    /// A label that wraps, in a role of the style sheet.
    static QLabel *makeLabel(const QString &role);
    /// Restyles only what changes.
    static void setRole(QLabel *label, const QString &role);
    /// They follow the sheet's look.
    ChoiceRow *makeChoice(const QString &objectName);
    TouchButton *makeButton(const QString &objectName, bool isPrimary = false);
    /// Into the footer, from the left; the primary one comes last.
    TouchButton *addButton(const QString &objectName, bool isPrimary = false);
    /// A table that is read and not edited, never scrolls sideways and gives Tab to the sheet.
    QTableView *makeTable(const QString &objectName);
    void scrollToTop();
    /// Buttons were shown, hidden or given other words.
    void rearrangeButtons();
    void say(const QString &text, bool isProblem = false);

private:
    Band *m_band;
    QLabel *m_message;
    FlowRow *m_buttons;
    TouchButton *m_primary = nullptr;
    std::vector<ChoiceRow *> m_choiceRows;
    std::vector<TouchButton *> m_touchButtons;
    std::vector<QTableView *> m_tables;
};

} // namespace oshaq
