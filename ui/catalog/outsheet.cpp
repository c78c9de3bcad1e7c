// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/outsheet.h"

#include "models/domain/timetext.h"
#include "ui/catalog/availability.h"
#include "ui/catalog/catalogtext.h"
#include "ui/common/choicerow.h"
#include "ui/common/field.h"
#include "ui/common/touchbutton.h"

#include <QBoxLayout>
#include <QDateEdit>
#include <QDateTime>

namespace oshaq {

namespace {

constexpr int sheetWidth = 520;

} // namespace

OutSheet::OutSheet(const Look &look, QWidget *parent)
    : Sheet(look, Place::Center, sheetWidth, parent)
    , m_choices(new ChoiceRow(look, this))
    , m_choiceField(new Field(m_choices, this))
    , m_date(new QDateEdit(this))
    , m_dateField(new Field(m_date, this))
    , m_take(new TouchButton(look, this))
{
    setObjectName(QStringLiteral("outSheet"));
    m_choices->setObjectName(QStringLiteral("outUntil"));
    m_date->setObjectName(QStringLiteral("outDate"));
    m_date->setDisplayFormat(QStringLiteral("dd.MM.yyyy"));
    m_take->setObjectName(QStringLiteral("outTake"));
    m_take->setKind(TouchButton::Kind::Primary);
    m_take->setTakesFocus(true);
    body()->addWidget(m_choiceField);
    body()->addWidget(m_dateField);
    footer()->addStretch(1);
    footer()->addWidget(m_take);
    connect(m_choices, &ChoiceRow::picked, this, [this] {
        refresh();
        if (chosen() == Until::Date)
            m_date->setFocus(Qt::OtherFocusReason);
    });
    connect(m_date, &QDateEdit::dateChanged, this, &OutSheet::refresh);
    connect(m_take, &TouchButton::clicked, this, [this] {
        const std::vector<qint64> ids = m_ids;
        const qint64 back = backAt();
        close();
        Q_EMIT decided(ids, back);
    });
    OutSheet::retranslate();
    OutSheet::setLook(look);
}

void OutSheet::setLook(const Look &look)
{
    Sheet::setLook(look);
    m_choices->setLook(look);
    m_take->setLook(look);
}

void OutSheet::ask(const std::vector<qint64> &itemIds, const QString &names, const SaleHours &hours,
                   const Business &business, qint64 nowMs)
{
    m_ids = itemIds;
    m_names = names;
    m_business = business;
    m_nowMs = nowMs;
    m_zone = QTimeZone(business.timeZone.toUtf8());
    if (!m_zone.isValid())
        m_zone = QTimeZone::utc();
    const QDate today = businessDay(nowMs, business.timeZone, business.dayStartMinutes);
    m_dayEndMs = businessDayBounds(today, business.timeZone, business.dayStartMinutes).endMs;
    const qint64 next = soldNextAt(hours, m_dayEndMs, m_zone).value_or(m_dayEndMs);
    m_soldNextMs = next > m_dayEndMs ? next : 0;
    m_offered = {Until::BroughtBack, Until::DayEnd, Until::SoldAgain, Until::Date};
    if (m_soldNextMs == 0)
        std::erase(m_offered, Until::SoldAgain);
    m_date->setMinimumDate(today.addDays(1));
    m_date->setDate(today.addDays(2));
    m_choices->setTexts({});
    retranslate();
    m_choices->setChosen(0);
    refresh();
    open(m_choices->button(0));
}

OutSheet::Until OutSheet::chosen() const
{
    const int place = m_choices->count() > 0 ? m_choices->chosen() : -1;
    return place >= 0 && place < int(m_offered.size()) ? m_offered[size_t(place)] : Until::BroughtBack;
}

qint64 OutSheet::backAt() const
{
    switch (chosen()) {
    case Until::BroughtBack:
        return 0;
    case Until::DayEnd:
        return m_dayEndMs;
    case Until::SoldAgain:
        return m_soldNextMs;
    case Until::Date:
        return businessDayBounds(m_date->date(), m_business.timeZone, m_business.dayStartMinutes).beginMs;
    }
    return 0;
}

void OutSheet::refresh()
{
    m_dateField->setVisible(chosen() == Until::Date);
    const qint64 back = backAt();
    m_choiceField->setHint(back > 0 ? tr("It comes back by itself: %1.").arg(CatalogText::moment(back, m_nowMs, m_zone))
                                    : tr("It stays out until somebody brings it back."));
}

void OutSheet::retranslate()
{
    Sheet::retranslate();
    //: 86: the trade's word for what is out; %1 is a dish
    setTitle(tr("86: %1").arg(m_names));
    QStringList texts;
    for (const Until until : m_offered) {
        switch (until) {
        case Until::BroughtBack:
            texts << tr("Until I bring it back");
            break;
        case Until::DayEnd:
            texts << tr("Until the day ends");
            break;
        case Until::SoldAgain:
            texts << tr("Until it is sold again: %1").arg(CatalogText::moment(m_soldNextMs, m_nowMs, m_zone));
            break;
        case Until::Date:
            texts << tr("Until a date");
            break;
        }
    }
    m_choices->setTexts(texts);
    m_choices->setAccessibleName(tr("Until when"));
    m_choiceField->setLabel(tr("Until when it is out"));
    m_dateField->setLabel(tr("Back on"));
    m_take->setText(tr("86 it"));
    refresh();
}

} // namespace oshaq
