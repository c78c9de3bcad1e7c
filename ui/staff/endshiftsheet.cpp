// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/staff/endshiftsheet.h"

#include "models/domain/timespans.h"
#include "models/terminal/idempotencykey.h"
#include "ui/common/band.h"
#include "ui/common/field.h"
#include "ui/common/flowrow.h"
#include "ui/common/touchbutton.h"
#include "ui/staff/stafftext.h"

#include <QBoxLayout>
#include <QDateTimeEdit>
#include <QLabel>
#include <QTimeZone>

#include <algorithm>

namespace oshaq {

namespace {

constexpr int endShiftSheetWidth = 520;
/// What a day of work is, where nobody knows better.
constexpr qint64 usualMs = 8LL * 3600 * 1000;

QTimeZone zoneOf(const QString &name)
{
    const QTimeZone zone(name.toUtf8());
    return zone.isValid() ? zone : QTimeZone::utc();
}

/// The time of day there, as a field shows it: fields know no other zones than the computer's.
QDateTime wallTime(qint64 ms, const QString &zone)
{
    const QDateTime there = QDateTime::fromMSecsSinceEpoch(ms, zoneOf(zone));
    return QDateTime(there.date(), there.time(), Qt::UTC);
}

} // namespace

EndShiftSheet::EndShiftSheet(StaffPort &port, const Look &look, QWidget *parent)
    : Sheet(look, Place::Center, endShiftSheetWidth, parent)
    , m_port(port)
    , m_band(new Band(look, this))
    , m_what(new QLabel(this))
    , m_edit(new QDateTimeEdit(this))
    , m_buttons(new FlowRow(this))
    , m_keep(new TouchButton(look, this))
    , m_end(new TouchButton(look, this))
{
    setObjectName(QStringLiteral("endShiftSheet"));
    m_edit->setObjectName(QStringLiteral("shiftEnd"));
    m_edit->setTimeSpec(Qt::UTC);
    m_edit->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_what->setWordWrap(true);
    m_what->setTextFormat(Qt::PlainText);
    m_field = new Field(m_edit, this);
    body()->addWidget(m_band);
    body()->addWidget(m_what);
    body()->addWidget(m_field);
    m_keep->setObjectName(QStringLiteral("shiftKeep"));
    m_end->setObjectName(QStringLiteral("shiftEndNow"));
    m_end->setKind(TouchButton::Kind::Primary);
    for (TouchButton *button : {m_keep, m_end}) {
        button->setTakesFocus(true);
        m_buttons->addWidget(button);
    }
    footer()->addWidget(m_buttons, 1);
    connect(m_edit, &QDateTimeEdit::dateTimeChanged, this, [this] {
        m_problem = Problem::None;
        tell();
    });
    connect(m_keep, &TouchButton::clicked, this, &Sheet::close);
    connect(m_end, &TouchButton::clicked, this, &EndShiftSheet::end);
    EndShiftSheet::retranslate();
    EndShiftSheet::setLook(look);
}

EndShiftSheet::~EndShiftSheet()
{
    if (m_call != 0)
        m_port.cancel(m_call);
}

void EndShiftSheet::setLook(const Look &look)
{
    Sheet::setLook(look);
    m_band->setLook(look);
    m_keep->setLook(look);
    m_end->setLook(look);
    m_buttons->setSpacing(look.px(10));
}

void EndShiftSheet::ask(const StaffShift &shift, const QString &timeZone, qint64 nowMs)
{
    m_shift = shift;
    m_zone = timeZone;
    m_clock = ZoneClock(timeZone);
    m_nowMs = nowMs;
    m_key = newIdempotencyKey();
    m_failure.reset();
    m_problem = Problem::None;
    const qint64 suggested = std::min(shift.beganAtMs + usualMs, nowMs);
    m_edit->setDateTime(wallTime(suggested / minuteMs * minuteMs, timeZone));
    retranslate();
    open(m_edit);
}

void EndShiftSheet::retranslate()
{
    Sheet::retranslate();
    setTitle(tr("End a shift"));
    m_what->setText(tr("%1 signed in at %2 and has not signed out. They are signed out at the time that you say, and "
                       "their hours end there.")
                        .arg(m_shift.staffName, m_clock.moment(m_shift.beganAtMs, m_nowMs)));
    m_field->setLabel(tr("Went home at"));
    m_field->setHint(tr("Day and time by the clock of the restaurant."));
    m_edit->setDisplayFormat(QStringLiteral("dd.MM.yyyy HH:mm"));
    m_keep->setText(tr("Leave it open"));
    m_end->setText(tr("End the shift"));
    tell();
    m_buttons->rearrange();
}

void EndShiftSheet::tell()
{
    QString text;
    if (m_problem == Problem::BeforeBegin)
        text = tr("That is before they came, at %1.").arg(m_clock.moment(m_shift.beganAtMs, m_nowMs));
    else if (m_problem == Problem::AfterNow)
        text = tr("That is in the future. It is %1 now.").arg(m_clock.moment(m_nowMs, m_nowMs));
    m_field->setError(text);
    m_band->setMessage(m_failure ? StaffText::failure(*m_failure) : QString(), Band::Tone::Alarm);
}

qint64 EndShiftSheet::chosenMs() const
{
    const QDateTime wall = m_edit->dateTime();
    return QDateTime(wall.date(), wall.time(), zoneOf(m_zone)).toMSecsSinceEpoch();
}

void EndShiftSheet::end()
{
    if (m_call != 0)
        return;
    const qint64 at = chosenMs();
    m_failure.reset();
    m_problem = at < m_shift.beganAtMs / minuteMs * minuteMs ? Problem::BeforeBegin
                : at > m_nowMs                               ? Problem::AfterNow
                                                             : Problem::None;
    tell();
    if (m_problem != Problem::None) {
        m_edit->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_end->setEnabled(false);
    // Within the minute in which they came: not before it.
    m_call = m_port.endShift(m_key, m_shift.id, std::max(at, m_shift.beganAtMs),
                             [this](const PortAnswer<StaffShift> &answer) {
                                 m_call = 0;
                                 m_end->setEnabled(true);
                                 if (!answer) {
                                     m_failure = answer.failure;
                                     tell();
                                     return;
                                 }
                                 const StaffShift shift = *answer.value;
                                 close();
                                 Q_EMIT ended(shift);
                             });
}

} // namespace oshaq
