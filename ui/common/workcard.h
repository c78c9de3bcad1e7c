// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/worklist.h"
#include "ui/common/look.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QVBoxLayout;

namespace oshaq {

class FlowRow;
class TouchButton;

/// One piece of work: what it is, how far it is or how it ended, and what can be done about it.
class WorkCard final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WorkCard)

public:
    /// `mayOpen`: this computer can show files.
    WorkCard(const Look &look, bool mayOpen, QWidget *parent = nullptr);

    void setLook(const Look &look);
    void setWork(const Work &work);
    const Work &work() const { return m_work; }
    QString stateText() const;

    TouchButton *const cancel;
    TouchButton *const open;
    TouchButton *const folder;
    TouchButton *const dismiss;

protected:
    void changeEvent(QEvent *event) override;

private:
    void write();

    const bool m_mayOpen;
    Work m_work;
    QLabel *m_title;
    QLabel *m_state;
    QProgressBar *m_bar;
    FlowRow *m_buttons;
    QVBoxLayout *m_layout;
};

} // namespace oshaq
