// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/printerport.h"
#include "ui/common/look.h"
#include "ui/common/zoneclock.h"

#include <QWidget>

class QLabel;
class QHBoxLayout;

namespace oshaq {

class TouchButton;

/// One paper on its way or at its end, and what can be done with it.
class PaperRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaperRow)

public:
    explicit PaperRow(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    void setPaper(const PrintJob &job, const QString &printerName, const ZoneClock &clock, qint64 nowMs);
    qint64 jobId() const { return m_job.id; }
    /// A question about it is on its way.
    void setBusy(bool busy);

    TouchButton *retry;
    TouchButton *cancel;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void write();

    Look m_look;
    PrintJob m_job;
    QString m_printerName;
    ZoneClock m_clock;
    qint64 m_nowMs = 0;
    bool m_busy = false;
    QLabel *m_what;
    QLabel *m_state;
    QHBoxLayout *m_layout;
};

} // namespace oshaq
