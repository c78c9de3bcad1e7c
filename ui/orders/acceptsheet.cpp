// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/acceptsheet.h"

#include "models/domain/timespans.h"
#include "ui/common/choicerow.h"
#include "ui/common/field.h"
#include "ui/common/touchbutton.h"
#include "ui/orders/ordertext.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTimeZone>

#include <array>

namespace oshaq {

namespace {

/// Of the choices after "no promise".
constexpr std::array promiseMinutes{15, 20, 30, 45, 60};
constexpr int timeChoice = int(promiseMinutes.size()) + 1;

} // namespace

AcceptSheet::AcceptSheet(const Look &look, QWidget *parent)
    : Sheet(look, Place::Center, 620, parent)
    , m_summary(new QLabel(this))
    , m_question(new QLabel(this))
    , m_choices(new ChoiceRow(look, this))
    , m_time(new QLineEdit(this))
    , m_timeField(new Field(m_time, this))
    , m_cancel(new TouchButton(look, this))
    , m_accept(new TouchButton(look, this))
{
    setObjectName(QStringLiteral("acceptSheet"));
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_question->setProperty("role", QStringLiteral("strong"));
    m_choices->setObjectName(QStringLiteral("promiseChoices"));
    m_time->setObjectName(QStringLiteral("promiseTime"));
    m_time->setMaxLength(5);
    body()->addWidget(m_summary);
    body()->addWidget(m_question);
    body()->addWidget(m_choices);
    body()->addWidget(m_timeField);
    body()->addStretch(1);
    m_cancel->setTakesFocus(true);
    m_accept->setObjectName(QStringLiteral("acceptButton"));
    m_accept->setKind(TouchButton::Kind::Primary);
    m_accept->setTakesFocus(true);
    footer()->addStretch(1);
    footer()->addWidget(m_cancel);
    footer()->addWidget(m_accept);
    connect(m_choices, &ChoiceRow::picked, this, &AcceptSheet::handlePicked);
    connect(m_time, &QLineEdit::textEdited, this, [this] { m_timeField->setError({}); });
    connect(m_cancel, &TouchButton::clicked, this, &Sheet::close);
    connect(m_accept, &TouchButton::clicked, this, &AcceptSheet::accept);
    AcceptSheet::retranslate();
    AcceptSheet::setLook(look);
}

void AcceptSheet::setLook(const Look &look)
{
    m_choices->setLook(look);
    m_cancel->setLook(look);
    m_accept->setLook(look);
    Sheet::setLook(look);
}

void AcceptSheet::retranslate()
{
    Sheet::retranslate();
    setTitle(tr("Accept %1").arg(m_order.number));
    m_summary->setText(OrderText::guest(m_order) + QStringLiteral(" · ") +
                       OrderText::where(m_order, ZoneClock(m_zone), m_nowMs) + QLatin1Char('\n') +
                       OrderText::items(m_order));
    m_question->setText(tr("What is the guest promised?"));
    QStringList texts{tr("No promise")};
    for (const int minutes : promiseMinutes)
        texts << tr("+%1 min").arg(minutes);
    texts << tr("At a time");
    m_choices->setTexts(texts);
    for (int i = 0; i < m_choices->count(); ++i)
        m_choices->button(i)->setKeys({QString::number(i + 1)});
    m_timeField->setLabel(tr("Time of day"));
    m_timeField->setHint(tr("For example 20:15"));
    m_cancel->setText(tr("Not now"));
    //: Key on the keyboard
    m_cancel->setKeys({tr("Esc")});
    m_accept->setText(tr("Accept"));
    //: Key on the keyboard
    m_accept->setKeys({tr("Enter")});
}

void AcceptSheet::ask(const Order &order, const QString &zone, qint64 nowMs)
{
    m_order = order;
    m_zone = zone;
    m_nowMs = nowMs;
    retranslate();
    m_time->clear();
    m_timeField->setError({});
    // What was asked for stays: the guest was told so, or said so.
    const bool hasPromise = order.promisedAtMs > 0;
    m_choices->setChosen(hasPromise ? timeChoice : 0);
    if (hasPromise)
        m_time->setText(ZoneClock(zone).time(order.promisedAtMs));
    m_timeField->setVisible(hasPromise);
    open(m_choices->button(m_choices->chosen()));
}

void AcceptSheet::handlePicked(int index)
{
    m_timeField->setVisible(index == timeChoice);
    if (index == timeChoice)
        m_time->setFocus(Qt::OtherFocusReason);
}

std::optional<qint64> AcceptSheet::typedTime() const
{
    static const QRegularExpression pattern(QStringLiteral("^\\s*(\\d{1,2})[:. ]?(\\d{2})\\s*$"));
    const auto match = pattern.match(m_time->text());
    const QTime time(match.captured(1).toInt(), match.captured(2).toInt());
    if (!match.hasMatch() || !time.isValid())
        return std::nullopt;
    QTimeZone zone(m_zone.toUtf8());
    if (!zone.isValid())
        zone = QTimeZone::utc();
    QDateTime at(QDateTime::fromMSecsSinceEpoch(m_nowMs, zone).date(), time, zone);
    // The minute that runs still counts as now.
    if (at.toMSecsSinceEpoch() + minuteMs <= m_nowMs)
        at = at.addDays(1);
    return std::max(at.toMSecsSinceEpoch(), m_order.placedAtMs);
}

void AcceptSheet::accept()
{
    const int chosen = m_choices->chosen();
    qint64 promised = 0;
    if (chosen == timeChoice) {
        const std::optional<qint64> typed = typedTime();
        if (!typed) {
            m_timeField->setError(tr("This is no time of day: write it like 20:15."));
            m_time->setFocus(Qt::OtherFocusReason);
            return;
        }
        promised = *typed;
    } else if (chosen > 0) {
        promised = m_nowMs + promiseMinutes[size_t(chosen - 1)] * minuteMs;
    }
    close();
    Q_EMIT accepted(m_order.id, promised);
}

void AcceptSheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (event->isAutoRepeat())
            return;
        if (m_cancel->hasFocus())
            close();
        else
            accept();
        return;
    }
    const int number = event->key() - Qt::Key_1;
    if (number >= 0 && number < m_choices->count() && !m_time->hasFocus()) {
        m_choices->setChosen(number);
        m_choices->button(number)->setFocus(Qt::OtherFocusReason);
        handlePicked(number);
        return;
    }
    Sheet::keyPressEvent(event);
}

} // namespace oshaq
