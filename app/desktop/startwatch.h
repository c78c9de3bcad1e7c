// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/linkstatus.h"

#include <QObject>
#include <QWidget>

namespace oshaq {

/// Writes into the log, once, how long it took from the start of the process until the window was drawn with what the
/// hub has: what a person waits for in the morning.
class StartWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StartWatch)

public:
    /// Both must outlive it.
    StartWatch(QWidget &window, const LinkStatus &link, QObject *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void tell();

    QWidget &m_window;
    const LinkStatus &m_link;
    bool m_asked = false;
};

} // namespace oshaq
