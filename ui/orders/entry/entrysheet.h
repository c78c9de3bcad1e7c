// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/sheet.h"

#include <functional>

class QLabel;

namespace oshaq {

class LeaveStrip;
class TouchButton;

/// What the sheets of orders have in common: one button that the sheet is for (Ctrl+Enter from everywhere in it), words
/// beside it, and the question that stands there instead when leaving would lose something.
class EntrySheet : public Sheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EntrySheet)

public:
    EntrySheet(const Look &look, Place place, int designWidth, QWidget *parent);

    void setLook(const Look &look) override;
    TouchButton *doneButton() const { return m_done; }
    LeaveStrip *leaveStrip() const { return m_leave; }
    QString message() const;
    bool isAsking() const;

protected:
    /// What the sheet is for.
    virtual void submit() = 0;
    /// Leaving now would lose something.
    virtual bool wouldLose() const { return false; }
    /// The answers to that question. False keeps the sheet open, or has closed it already.
    virtual bool keep() { return true; }
    virtual void discard() {}
    /// Asked before anything else: false keeps the sheet open (an answer is on its way).
    virtual bool mayLeave() { return true; }

    bool mayClose() override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

    /// Beside the button; empty: nothing. A problem is said in its colour, with its sign. Words that are asked for
    /// again stay when the language changes; a mere text goes then.
    void say(const QString &text, bool isProblem);
    void say(const std::function<QString()> &words, bool isProblem);
    void stopAsking();

private:
    QLabel *m_message;
    std::function<QString()> m_words; ///< of the message
    TouchButton *m_done;
    LeaveStrip *m_leave;
    QPointer<QWidget> m_focusBeforeAsking;
};

} // namespace oshaq
