// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/rangesheet.h"

#include "ui/common/choicerow.h"
#include "ui/common/flowrow.h"
#include "ui/common/touchbutton.h"
#include "ui/statistics/rangecalendar.h"
#include "ui/statistics/statisticstext.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>

namespace oshaq {

RangeSheet::RangeSheet(const Look &look, QWidget *parent)
    : Sheet(look, Place::Center, 820, parent)
    , m_kinds(new ChoiceRow(look))
    , m_calendar(new RangeCalendar(look))
    , m_words(new QLabel)
    , m_buttons(new FlowRow)
    , m_back(new TouchButton(look))
    , m_done(new TouchButton(look))
{
    setObjectName(QStringLiteral("rangeSheet"));
    m_kinds->setObjectName(QStringLiteral("rangeKinds"));
    m_words->setProperty("role", QStringLiteral("strong"));
    m_words->setWordWrap(true);
    m_done->setObjectName(QStringLiteral("rangeDone"));
    m_done->setKind(TouchButton::Kind::Primary);
    m_done->setKeys({QStringLiteral("Ctrl"), QStringLiteral("Enter")});
    m_back->setKeys({QStringLiteral("Esc")});
    m_back->setTakesFocus(true);
    m_done->setTakesFocus(true);
    body()->addWidget(m_kinds);
    body()->addWidget(m_calendar);
    body()->addWidget(m_words);
    for (TouchButton *button : {m_back, m_done})
        m_buttons->addWidget(button);
    footer()->addWidget(m_buttons, 1);
    connect(m_back, &TouchButton::clicked, this, &Sheet::close);
    connect(m_done, &TouchButton::clicked, this, &RangeSheet::give);
    connect(m_kinds, &ChoiceRow::picked, this, [this](int index) {
        m_choice.kind = allRangeKinds[size_t(index)];
        if (m_choice.kind == RangeKind::Own) {
            m_choice.own = m_calendar->range();
            m_calendar->setFocus(Qt::OtherFocusReason);
        } else {
            m_calendar->setRange(rangeOf(m_choice, m_today));
        }
        describe();
    });
    connect(m_calendar, &RangeCalendar::rangeChanged, this, [this] {
        m_choice.kind = RangeKind::Own;
        m_choice.own = m_calendar->range();
        m_kinds->setChosen(int(RangeKind::Own));
        describe();
    });
    setLook(look);
    retranslate();
}

void RangeSheet::setLook(const Look &look)
{
    m_kinds->setLook(look);
    m_calendar->setLook(look);
    m_back->setLook(look);
    m_done->setLook(look);
    m_buttons->setSpacing(look.px(10));
    Sheet::setLook(look);
}

void RangeSheet::retranslate()
{
    Sheet::retranslate();
    setTitle(tr("Which days"));
    QStringList names;
    for (const RangeKind kind : allRangeKinds)
        names << StatisticsText::rangeName(kind);
    m_kinds->setTexts(names);
    m_kinds->setAccessibleName(tr("Usual ranges"));
    m_calendar->retranslate();
    m_back->setText(tr("Back"));
    m_done->setText(tr("Show these days"));
    m_buttons->rearrange();
    describe();
}

void RangeSheet::begin(const RangeChoice &choice, const QDate &today)
{
    m_choice = choice;
    m_today = today;
    m_kinds->setChosen(int(choice.kind));
    m_calendar->setToday(today);
    m_calendar->setRange(rangeOf(choice, today));
    describe();
    open(m_kinds->button(int(choice.kind)));
}

void RangeSheet::describe()
{
    if (!m_today.isValid())
        return;
    const DayRange range = rangeOf(m_choice, m_today);
    const int days = range.days();
    const QString words = StatisticsText::days(range, m_today) + QStringLiteral(" · ") +
                          (days == 1 ? tr("1 business day") : tr("%n business days", nullptr, days));
    m_words->setText(m_calendar->isOpenEnded() ? words + QStringLiteral(" · ") + tr("now touch the other end") : words);
}

void RangeSheet::give()
{
    close();
    Q_EMIT chosen(m_choice);
}

void RangeSheet::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
        (event->modifiers() & Qt::ControlModifier)) {
        give();
        event->accept();
        return;
    }
    Sheet::keyPressEvent(event);
}

} // namespace oshaq
