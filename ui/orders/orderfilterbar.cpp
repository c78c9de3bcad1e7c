// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/orderfilterbar.h"

#include "ui/common/choicerow.h"
#include "ui/common/touchbutton.h"
#include "ui/orders/ordertext.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QEvent>
#include <QSignalBlocker>

namespace oshaq {

namespace {

QComboBox *makeList(QWidget *parent, const char *name)
{
    auto *list = new QComboBox(parent);
    list->setObjectName(QLatin1String(name));
    list->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    list->setFocusPolicy(Qt::StrongFocus);
    return list;
}

void setTexts(QComboBox *list, const QStringList &texts)
{
    const QSignalBlocker quiet(list);
    const int chosen = list->currentIndex();
    while (list->count() > texts.size())
        list->removeItem(list->count() - 1);
    for (int i = 0; i < texts.size(); ++i) {
        if (i < list->count())
            list->setItemText(i, texts[i]);
        else
            list->addItem(texts[i]);
    }
    list->setCurrentIndex(qMax(0, chosen));
}

void choose(QComboBox *list, int index)
{
    const QSignalBlocker quiet(list);
    list->setCurrentIndex(index);
}

} // namespace

OrderFilterBar::OrderFilterBar(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_shows(new ChoiceRow(look, this))
    , m_showList(makeList(this, "showList"))
    , m_days(makeList(this, "daysList"))
    , m_fulfilment(makeList(this, "fulfilmentList"))
    , m_paid(makeList(this, "paidList"))
{
    setObjectName(QStringLiteral("filterBar"));
    m_shows->setObjectName(QStringLiteral("statusChips"));
    m_counts.fill(-1);
    retranslate();
    connect(m_shows, &ChoiceRow::picked, this, [this](int index) {
        m_filter.show = OrdersFilter::allShows[size_t(index)];
        showFilter();
        Q_EMIT filterChanged(m_filter);
    });
    for (QComboBox *list : {m_showList, m_days, m_fulfilment, m_paid})
        connect(list, qOverload<int>(&QComboBox::currentIndexChanged), this, [this] { handlePicked(); });
    setLook(look);
}

void OrderFilterBar::setLook(const Look &look)
{
    m_look = look;
    m_shows->setLook(look);
    arrange();
}

void OrderFilterBar::setFilter(const OrdersFilter &filter)
{
    m_filter = filter;
    showFilter();
}

void OrderFilterBar::showFilter()
{
    const int show = int(m_filter.show);
    m_shows->setChosen(show);
    choose(m_showList, show);
    choose(m_days, int(m_filter.days));
    choose(m_fulfilment, m_filter.fulfilment ? int(*m_filter.fulfilment) + 1 : 0);
    choose(m_paid, int(m_filter.paid));
}

void OrderFilterBar::handlePicked()
{
    m_filter.show = OrdersFilter::allShows[size_t(qMax(0, m_showList->currentIndex()))];
    m_filter.days = OrdersFilter::Days(qMax(0, m_days->currentIndex()));
    const int fulfilment = m_fulfilment->currentIndex();
    m_filter.fulfilment = fulfilment > 0 ? std::optional(allFulfilments[size_t(fulfilment - 1)]) : std::nullopt;
    m_filter.paid = OrdersFilter::Paid(qMax(0, m_paid->currentIndex()));
    showFilter();
    Q_EMIT filterChanged(m_filter);
}

void OrderFilterBar::setCounts(const Counts &counts)
{
    if (counts == m_counts)
        return;
    m_counts = counts;
    retranslate();
}

void OrderFilterBar::retranslate()
{
    const std::array<QString, OrdersFilter::allShows.size()> names{
        //: Orders that are not closed
        tr("Open"), OrderText::status(OrderStatus::New), OrderText::status(OrderStatus::Preparing),
        OrderText::status(OrderStatus::Ready), OrderText::status(OrderStatus::OutForDelivery),
        OrderText::status(OrderStatus::Completed), OrderText::status(OrderStatus::Cancelled),
        //: Orders of every status
        tr("All")};
    QStringList shows;
    for (size_t i = 0; i < names.size(); ++i)
        shows << (m_counts[i] < 0 ? names[i] : names[i] + QLatin1Char(' ') + QString::number(m_counts[i]));
    m_shows->setTexts(shows);
    setTexts(m_showList, shows);
    setTexts(m_days, {tr("Today"), tr("Yesterday"), tr("7 days"), tr("All years")});
    setTexts(m_fulfilment, {tr("All fulfilment"), tr("Dine-in"), tr("Pickup"), tr("Delivery")});
    setTexts(m_paid, {tr("All payment"), tr("To be paid"), tr("Paid"), tr("Unknown"), tr("Refunded")});
    m_showList->setAccessibleName(tr("Status"));
    m_shows->setAccessibleName(tr("Status"));
    m_days->setAccessibleName(tr("Days"));
    m_fulfilment->setAccessibleName(tr("Fulfilment"));
    m_paid->setAccessibleName(tr("Payment"));
    showFilter();
    arrange();
}

void OrderFilterBar::arrange()
{
    const int gap = m_look.px(8);
    const int high = m_look.metrics().buttonHeight();
    std::vector<QComboBox *> lists{m_days, m_fulfilment, m_paid};
    for (QComboBox *list : {m_showList, m_days, m_fulfilment, m_paid})
        list->ensurePolished();
    const auto widthOf = [gap](const std::vector<QComboBox *> &some) {
        int sum = -gap;
        for (const QComboBox *list : some)
            sum += list->sizeHint().width() + gap;
        return sum;
    };
    const int chips = m_shows->sizeHint().width();
    const bool chipsFit = chips + gap + widthOf(lists) <= width();
    // Two lines while they are cheap; where everything is large, lists alone.
    const bool inTwo = !chipsFit && chips <= width() && m_look.metrics().scale() <= 1.25;
    m_shows->setVisible(chipsFit || inTwo);
    m_showList->setVisible(!chipsFit && !inTwo);
    if (!chipsFit && !inTwo) {
        lists.insert(lists.begin(), m_showList);
    } else {
        // As high as one line, whatever it had to be in a narrower place.
        m_shows->setMinimumHeight(0);
        m_shows->setGeometry(0, 0, chips, high);
    }

    int x = chipsFit ? width() - widthOf(lists) : 0;
    int y = inTwo ? high + gap : 0;
    for (QComboBox *list : lists) {
        const int wide = qMin(list->sizeHint().width(), qMax(1, width()));
        if (x > 0 && x + wide > width()) {
            x = 0;
            y += high + gap;
        }
        list->setGeometry(x, y, wide, high);
        x += wide + gap;
    }
    if (m_height != y + high) {
        m_height = y + high;
        setFixedHeight(m_height);
    }
}

void OrderFilterBar::resizeEvent(QResizeEvent *)
{
    arrange();
}

void OrderFilterBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::StyleChange)
        arrange();
    QWidget::changeEvent(event);
}

} // namespace oshaq
