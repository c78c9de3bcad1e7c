// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/entry/billsplit.h"

#include "ui/common/choicerow.h"
#include "ui/common/formats.h"
#include "ui/common/stepper.h"
#include "ui/common/touchbutton.h"
#include "ui/orders/entry/entrywidgets.h"
#include "ui/orders/entry/paymath.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>

#include <algorithm>
#include <iterator>

namespace oshaq {

namespace {

constexpr int fewestGuests = 2;
constexpr int mostGuests = 50;

qint64 amountOf(const OrderLine &line)
{
    const auto total = lineTotalMinor(line.priceMinor, line.quantity);
    return total ? *total : 0;
}

} // namespace

BillSplit::BillSplit(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_ways(new ChoiceRow(look))
    , m_guestsLabel(entry::label(QStringLiteral("muted"), nullptr))
    , m_guests(new Stepper(look))
    , m_evenly(new QWidget)
    , m_hint(entry::label(QStringLiteral("caption"), nullptr))
    , m_dishes(new ChoiceRow(look))
{
    m_ways->setObjectName(QStringLiteral("payShare"));
    m_dishes->setObjectName(QStringLiteral("payDishes"));
    m_dishes->setMany(true);
    m_guests->setRange(1000, fewestGuests * 1000, mostGuests * 1000);
    auto *evenly = new QHBoxLayout(m_evenly);
    evenly->setContentsMargins(0, 0, 0, 0);
    evenly->addWidget(m_guests);
    evenly->addWidget(m_guestsLabel, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_ways);
    layout->addWidget(m_evenly);
    layout->addWidget(m_hint);
    layout->addWidget(m_dishes);
    connect(m_ways, &ChoiceRow::picked, this, [this] {
        showWay();
        Q_EMIT changed();
    });
    connect(m_guests, &Stepper::valueChanged, this, [this] { Q_EMIT changed(); });
    connect(m_dishes, &ChoiceRow::picked, this, [this](int index) {
        const qint64 id = lines().at(std::size_t(index)).id;
        if (m_dishes->isChosen(index))
            m_chosen.insert(id);
        else
            m_chosen.erase(id);
        Q_EMIT changed();
    });
    setLook(look);
    retranslate();
}

void BillSplit::setLook(const Look &look)
{
    m_ways->setLook(look);
    m_guests->setLook(look);
    m_dishes->setLook(look);
    m_evenly->layout()->setSpacing(look.px(12));
    layout()->setSpacing(look.px(8));
}

void BillSplit::retranslate()
{
    const int way = m_ways->chosen();
    m_ways->setTexts({tr("Everything"), tr("Evenly"), tr("By dishes")});
    m_ways->setAccessibleName(tr("How the bill is shared"));
    m_ways->setChosen(std::max(0, way));
    m_guestsLabel->setText(tr("guests pay the same"));
    m_guests->setWhat(tr("guests who share the rest"));
    m_dishes->setAccessibleName(tr("Dishes that this guest pays for"));
    showWay();
}

void BillSplit::begin(const Order &order)
{
    m_order = order;
    m_chosen.clear();
    m_paid.clear();
    m_payer = 1;
    m_guests->setValue(fewestGuests * 1000);
    setWay(Way::Everything);
}

void BillSplit::setDue(const Order &order, qint64 dueMinor)
{
    m_order = order;
    m_dueMinor = dueMinor;
    showDishes();
}

BillSplit::Way BillSplit::way() const
{
    return static_cast<Way>(std::max(0, m_ways->chosen()));
}

void BillSplit::setWay(Way way)
{
    m_ways->setChosen(int(way));
    showWay();
}

int BillSplit::guests() const
{
    return way() == Way::Evenly ? int(m_guests->value() / 1000) : 1;
}

std::vector<OrderLine> BillSplit::lines() const
{
    std::vector<OrderLine> shown;
    std::copy_if(m_order.lines.begin(), m_order.lines.end(), std::back_inserter(shown),
                 [](const OrderLine &line) { return line.status != LineStatus::Voided && amountOf(line) > 0; });
    return shown;
}

qint64 BillSplit::shareMinor() const
{
    switch (way()) {
    case Way::Everything:
        return m_dueMinor;
    case Way::Evenly:
        return evenShare(m_dueMinor, guests(), m_order.cost.currency);
    case Way::ByDishes:
        break;
    }
    qint64 chosen = 0;
    qint64 open = 0;
    qint64 all = 0;
    for (const OrderLine &line : lines()) {
        const qint64 amount = amountOf(line);
        all += amount;
        if (m_paid.contains(line.id))
            continue;
        open += amount;
        if (m_chosen.contains(line.id))
            chosen += amount;
    }
    // Who pays for the last dishes pays what is left, whatever others paid.
    if (chosen == open)
        return chosen > 0 ? m_dueMinor : 0;
    return dishesShare(m_order.cost.totalMinor, chosen, all, m_dueMinor, m_order.cost.currency);
}

void BillSplit::paid()
{
    if (way() == Way::Evenly) {
        const qint64 rest = m_guests->value() - 1000;
        if (rest >= fewestGuests * 1000)
            m_guests->setValue(rest);
        else
            setWay(Way::Everything);
    } else if (way() == Way::ByDishes) {
        m_paid.insert(m_chosen.begin(), m_chosen.end());
        m_chosen.clear();
        ++m_payer;
        showWay();
    }
}

void BillSplit::showWay()
{
    m_evenly->setVisible(way() == Way::Evenly);
    m_hint->setVisible(way() == Way::ByDishes);
    m_dishes->setVisible(way() == Way::ByDishes);
    showDishes();
}

void BillSplit::showDishes()
{
    m_hint->setText(m_payer == 1 ? tr("Choose what the first guest pays for.")
                                 : tr("Guest %1: choose what they pay for.").arg(m_payer));
    const auto shown = lines();
    QStringList texts;
    for (const OrderLine &line : shown) {
        QString text =
            line.quantity == 1000 ? line.name : formats::quantity(line.quantity) + QStringLiteral(" × ") + line.name;
        text += QStringLiteral(" · ") +
                (m_paid.contains(line.id) ? tr("paid") : formats::money(amountOf(line), m_order.cost.currency));
        texts << text;
    }
    m_dishes->setTexts(texts);
    for (int i = 0; i < m_dishes->count(); ++i) {
        const qint64 id = shown[std::size_t(i)].id;
        m_dishes->setChosen(i, m_chosen.contains(id));
        m_dishes->setChoiceEnabled(i, !m_paid.contains(id));
    }
}

QString BillSplit::hint() const
{
    return m_hint->isHidden() ? QString() : m_hint->text();
}

void BillSplit::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace oshaq
