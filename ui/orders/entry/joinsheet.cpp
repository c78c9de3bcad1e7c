// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/entry/joinsheet.h"

#include "models/domain/pricing.h"
#include "models/domain/searchtext.h"
#include "models/domain/uuid7.h"
#include "ui/common/formats.h"
#include "ui/common/linktext.h"
#include "ui/common/touchbutton.h"
#include "ui/orders/entry/choicecard.h"
#include "ui/orders/entry/drafttext.h"
#include "ui/orders/entry/entrywidgets.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>
#include <utility>

namespace oshaq {

namespace {

constexpr std::size_t ordersShown = 12;

bool isMeant(const Order &order, const QString &typed)
{
    const QString all = foldForSearch(order.number + QLatin1Char(' ') + DraftText::whereTo(order) + QLatin1Char(' ') +
                                      order.table + QLatin1Char(' ') + order.guestName);
    const QStringList words = foldForSearch(typed).split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&all](const QString &word) { return all.contains(word); });
}

int dishCount(const Order &order)
{
    return int(std::count_if(order.lines.begin(), order.lines.end(),
                             [](const OrderLine &line) { return line.status != LineStatus::Voided; }));
}

} // namespace

JoinSheet::JoinSheet(OrdersPort &port, ArchivePort &archive, const Look &look, QWidget *parent)
    : EntrySheet(look, Place::Right, 640, parent)
    , m_port(port)
    , m_archive(archive)
    , m_about(entry::label(QStringLiteral("muted"), nullptr))
    , m_search(new QLineEdit)
    , m_list(new QVBoxLayout)
    , m_none(entry::label(QStringLiteral("muted"), nullptr))
    , m_preview(entry::label(QStringLiteral("strong"), nullptr))
{
    setObjectName(QStringLiteral("joinSheet"));
    m_search->setObjectName(QStringLiteral("joinSearch"));
    body()->addWidget(m_about);
    body()->addWidget(m_search);
    body()->addWidget(m_preview);
    body()->addLayout(m_list);
    body()->addWidget(m_none);
    body()->addStretch(1);
    connect(m_search, &QLineEdit::textEdited, this, &JoinSheet::showOrders);
    setLook(look);
    retranslate();
}

JoinSheet::~JoinSheet()
{
    if (m_call)
        m_archive.cancel(*m_call);
}

void JoinSheet::setLook(const Look &look)
{
    m_list->setSpacing(look.px(8));
    for (ChoiceCard *card : m_cards)
        card->setLook(look);
    EntrySheet::setLook(look);
}

void JoinSheet::retranslate()
{
    EntrySheet::retranslate();
    setTitle(m_into.number.isEmpty() ? tr("Join orders") : tr("Join another order into %1").arg(m_into.number));
    m_about->setText(tr("All its dishes come over; its own number ends."));
    m_search->setPlaceholderText(tr("Number, table or guest"));
    m_search->setAccessibleName(tr("Search open orders"));
    showOrders();
    showPreview();
}

void JoinSheet::begin(qint64 orderId)
{
    const auto entry = m_port.order(orderId);
    if (!entry)
        return;
    if (m_call)
        m_archive.cancel(*std::exchange(m_call, std::nullopt));
    m_into = entry->order;
    m_from.reset();
    m_key.clear();
    m_finished = false;
    m_search->clear();
    m_search->setEnabled(true);
    doneButton()->setEnabled(true);
    say(m_into.id < 0 ? tr("The site does not have this order yet. Join it when it has.") : QString(), m_into.id < 0);
    retranslate();
    open(m_search);
}

void JoinSheet::showOrders()
{
    for (ChoiceCard *card : std::exchange(m_cards, {})) {
        card->hide();
        m_list->removeWidget(card);
        card->deleteLater();
    }
    m_offered.clear();
    if (m_into.id == 0)
        return;
    for (const DeskOrder &entry : m_port.orders()) {
        const Order &order = entry.order;
        // What only this terminal has, the hub cannot join.
        if (order.id != m_into.id && order.id > 0 && !isClosed(order.status) && isMeant(order, m_search->text()))
            m_offered.push_back(order);
    }
    std::stable_sort(m_offered.begin(), m_offered.end(), [this](const Order &a, const Order &b) {
        const auto rank = [this](const Order &order) {
            if (order.fulfilment != m_into.fulfilment)
                return 2;
            return !order.table.isEmpty() && order.table == m_into.table ? 0 : 1;
        };
        return rank(a) < rank(b);
    });
    if (m_offered.size() > ordersShown)
        m_offered.resize(ordersShown);
    for (const Order &order : m_offered) {
        auto *card = new ChoiceCard(look(), this);
        card->setObjectName(QStringLiteral("joinCard"));
        card->setCheckable(true);
        QStringList below{DraftText::dishes(dishCount(order))};
        if (!order.guestName.isEmpty())
            below.prepend(order.guestName);
        card->setTexts(order.number + QStringLiteral(" · ") + DraftText::whereTo(order),
                       below.join(QStringLiteral(" · ")),
                       order.allergy.isEmpty() ? QString() : tr("Allergy: %1").arg(order.allergy),
                       formats::money(order.cost.totalMinor, order.cost.currency));
        card->setChecked(m_from && m_from->id == order.id);
        connect(card, &ChoiceCard::clicked, this, [this, order] { choose(order); });
        m_list->addWidget(card);
        card->show();
        setTabOrder(m_cards.empty() ? static_cast<QWidget *>(m_search) : m_cards.back(), card);
        m_cards.push_back(card);
    }
    m_none->setText(m_search->text().trimmed().isEmpty() ? tr("There is no other open order.")
                                                         : tr("No open order is called that."));
    m_none->setVisible(m_offered.empty());
}

void JoinSheet::choose(const Order &order)
{
    if (m_finished || m_call)
        return;
    if (!m_from || m_from->id != order.id)
        m_key.clear();
    m_from = order;
    for (std::size_t i = 0; i < m_cards.size(); ++i)
        m_cards[i]->setChecked(m_offered[i].id == order.id);
    say(QString(), false);
    showPreview();
}

void JoinSheet::showPreview()
{
    m_preview->setVisible(m_from.has_value());
    if (m_from) {
        std::vector<OrderLine> lines = m_into.lines;
        lines.insert(lines.end(), m_from->lines.begin(), m_from->lines.end());
        const auto cost = costOf(lines, m_into.cost.deliveryMinor, m_into.cost.currency, m_into.cost.taxRate);
        m_preview->setText(tr("%1 goes into %2: %3, %4 together")
                               .arg(m_from->number, m_into.number,
                                    DraftText::dishes(dishCount(*m_from) + dishCount(m_into)),
                                    formats::money(cost ? cost->totalMinor : 0, m_into.cost.currency)));
    }
    doneButton()->setText(m_finished ? tr("Done") : tr("Join"));
    doneButton()->setKeys(m_finished ? QStringList{QStringLiteral("Enter")}
                                     : QStringList{QStringLiteral("Ctrl"), QStringLiteral("Enter")});
}

QString JoinSheet::previewText() const
{
    return m_preview->isHidden() ? QString() : m_preview->text();
}

void JoinSheet::submit()
{
    if (m_finished) {
        close();
        return;
    }
    if (m_call)
        return;
    if (m_into.id < 0) {
        say([] { return tr("The site does not have this order yet. Join it when it has."); }, true);
        return;
    }
    if (!m_from) {
        say([] { return tr("Choose the order that comes over."); }, true);
        return;
    }
    if (m_key.isEmpty())
        m_key = makeUuid7(m_port.hubNowMs());
    say([] { return tr("Asking the site…"); }, false);
    doneButton()->setEnabled(false);
    m_call = m_archive.join(m_key, m_from->id, m_into.id, [this](const PortAnswer<Order> &answer) {
        m_call.reset();
        doneButton()->setEnabled(true);
        if (!answer) {
            if (answer.failure.kind == PortFailure::Kind::Refused)
                m_key.clear();
            say([failure = answer.failure] { return LinkText::failure(failure) + u' ' + tr("Your choice stays."); },
                true);
            return;
        }
        m_finished = true;
        m_search->setEnabled(false);
        say(tr("Joined into %1.").arg(answer.value->number), false);
        showPreview();
        doneButton()->setFocus(Qt::OtherFocusReason);
    });
}

void JoinSheet::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
                         !event->modifiers().testFlag(Qt::ControlModifier);
    if (m_finished && isEnter) {
        close();
    } else if (isEnter && m_search->hasFocus()) {
        if (!m_offered.empty())
            choose(Order(m_offered.front()));
    } else if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up) {
        focusNextPrevChild(event->key() == Qt::Key_Down);
    } else {
        EntrySheet::keyPressEvent(event);
        return;
    }
    event->accept();
}

} // namespace oshaq
