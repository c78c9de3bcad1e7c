// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/terminal/printerport.h"
#include "ui/common/look.h"
#include "ui/common/zoneclock.h"

#include <QFrame>

#include <optional>

class QLabel;
class QVBoxLayout;

namespace oshaq {

class FlowRow;
class TouchButton;

/// One printer in the settings: how it is, how it is reached, what it is for, and what can be tried with it.
class PrinterCard final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PrinterCard)

public:
    /// What was asked of the printer from here, and how it goes.
    struct Trial
    {
        enum class State
        {
            None,
            Asked, ///< on its way
            Done,
            Failed
        };
        State state = State::None;
        PrintJobKind kind = PrintJobKind::Test;
        QString why; ///< of Failed
    };

    explicit PrinterCard(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    /// `now`: of the hub's clock.
    void setPrinter(const ListedPrinter &state, const std::vector<Station> &stations, const Trial &trial,
                    const ZoneClock &clock, qint64 nowMs);
    qint64 printerId() const { return m_state.printer.id; }
    QString stateText() const;
    QString trialText() const;

    TouchButton *edit;
    TouchButton *test;
    TouchButton *drawer;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void write();

    Look m_look;
    ListedPrinter m_state;
    std::vector<Station> m_stations;
    Trial m_trial;
    ZoneClock m_clock;
    qint64 m_nowMs = 0;
    QLabel *m_name;
    QLabel *m_stateText;
    QLabel *m_trialText;
    QLabel *m_facts;
    FlowRow *m_buttons;
    QVBoxLayout *m_layout;
};

} // namespace oshaq
