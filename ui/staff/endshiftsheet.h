// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/staffport.h"
#include "ui/common/sheet.h"
#include "ui/common/zoneclock.h"

#include <optional>

class QDateTimeEdit;
class QLabel;

namespace oshaq {

class Band;
class Field;
class FlowRow;
class TouchButton;

/// Somebody went home without signing out: a manager says when that was.
class EndShiftSheet final : public Sheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EndShiftSheet)

public:
    /// The port must outlive the sheet.
    EndShiftSheet(StaffPort &port, const Look &look, QWidget *parent);
    ~EndShiftSheet() override;

    void setLook(const Look &look) override;
    /// `nowMs`: on the hub's clock. `timeZone`: of the business.
    void ask(const StaffShift &shift, const QString &timeZone, qint64 nowMs);

    QDateTimeEdit *editor() const { return m_edit; }
    Field *field() const { return m_field; }
    TouchButton *endButton() const { return m_end; }

Q_SIGNALS:
    void ended(const oshaq::StaffShift &shift);

protected:
    void retranslate() override;

private:
    enum class Problem
    {
        None,
        BeforeBegin,
        AfterNow
    };

    qint64 chosenMs() const;
    void end();
    void tell();

    StaffPort &m_port;
    StaffShift m_shift;
    QString m_zone;
    ZoneClock m_clock;
    qint64 m_nowMs = 0;
    QString m_key;
    PortCall m_call = 0;
    Problem m_problem = Problem::None;
    std::optional<PortFailure> m_failure;
    Band *m_band;
    QLabel *m_what;
    QDateTimeEdit *m_edit;
    Field *m_field;
    FlowRow *m_buttons;
    TouchButton *m_keep;
    TouchButton *m_end;
};

} // namespace oshaq
