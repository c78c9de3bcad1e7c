// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/entry/couriersheet.h"

#include "models/domain/uuid7.h"
#include "ui/common/choicerow.h"
#include "ui/common/formats.h"
#include "ui/common/linktext.h"
#include "ui/common/touchbutton.h"
#include "ui/orders/entry/choicecard.h"
#include "ui/orders/entry/entrywidgets.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>

#include <algorithm>
#include <memory>
#include <utility>

namespace oshaq {

CourierSheet::CourierSheet(OrdersPort &port, CourierPort &couriers, const Look &look, QWidget *parent)
    : EntrySheet(look, Place::Right, 640, parent)
    , m_port(port)
    , m_couriers(couriers)
    , m_about(entry::label(QStringLiteral("muted"), nullptr))
    , m_who(entry::label(QStringLiteral("strong"), nullptr))
    , m_list(new QVBoxLayout)
    , m_zoneName(entry::label(QStringLiteral("strong"), nullptr))
    , m_zoneRow(new ChoiceRow(look))
{
    setObjectName(QStringLiteral("courierSheet"));
    m_zoneRow->setObjectName(QStringLiteral("courierZones"));
    body()->addWidget(m_about);
    body()->addWidget(m_who);
    body()->addLayout(m_list);
    body()->addWidget(m_zoneName);
    body()->addWidget(m_zoneRow);
    body()->addStretch(1);
    connect(m_zoneRow, &ChoiceRow::picked, this, [this] {
        m_key.clear();
        m_finished = false;
        say(QString(), false);
        showButton();
    });
    // What the service answers comes to the order first.
    connect(&m_port, &OrdersPort::ordersChanged, this, [this] {
        const auto entry = isOpen() ? m_port.order(m_order.id) : std::nullopt;
        if (!entry)
            return;
        const bool news = entry->order.carrier.dispatch != m_order.carrier.dispatch;
        m_order = entry->order;
        if (news)
            askDispatch();
        showChoices();
    });
    setLook(look);
    retranslate();
}

CourierSheet::~CourierSheet()
{
    forget();
}

void CourierSheet::forget()
{
    for (const PortCall call : std::exchange(m_asked, {}))
        m_couriers.cancel(call);
    if (m_call)
        m_couriers.cancel(*std::exchange(m_call, std::nullopt));
}

void CourierSheet::setLook(const Look &look)
{
    m_list->setSpacing(look.px(8));
    m_zoneRow->setLook(look);
    for (ChoiceCard *card : m_cards)
        card->setLook(look);
    EntrySheet::setLook(look);
}

void CourierSheet::retranslate()
{
    EntrySheet::retranslate();
    setTitle(m_order.number.isEmpty() ? tr("Delivery") : tr("Delivery of %1").arg(m_order.number));
    m_about->setText(m_order.address.isEmpty() ? tr("No address is known here.") : m_order.address);
    m_who->setText(tr("Who brings it"));
    m_zoneName->setText(tr("Zone"));
    m_zoneRow->setAccessibleName(tr("Zone that the fee goes by"));
    showChoices();
    showZones();
}

void CourierSheet::begin(qint64 orderId)
{
    const auto entry = m_port.order(orderId);
    if (!entry)
        return;
    forget();
    m_order = entry->order;
    m_key.clear();
    m_finished = false;
    m_known = false;
    m_all.clear();
    m_zones.clear();
    m_dispatch.reset();
    const OrderCarrier &carrier = m_order.carrier;
    m_choice = carrier.isOwn()       ? Choice{Choice::Kind::Courier, *carrier.courierId}
               : carrier.isService() ? Choice{Choice::Kind::Service, 0}
                                     : Choice{};
    m_before = m_choice;
    m_zoneRow->setChosen(-1);
    say([] { return tr("Asking the site…"); }, false);
    retranslate();
    ask();
    open(doneButton());
}

void CourierSheet::ask()
{
    const auto call = std::make_shared<PortCall>(0);
    *call = m_couriers.couriers([this, call](const PortAnswer<std::vector<Courier>> &answer) {
        m_asked.erase(*call);
        if (!answer)
            return failed(answer.failure);
        m_all = *answer.value;
        m_known = true;
        say(QString(), false);
        showChoices();
        for (ChoiceCard *card : m_cards) {
            if (card->isChecked())
                card->setFocus(Qt::OtherFocusReason);
        }
    });
    m_asked.insert(*call);
    const auto zones = std::make_shared<PortCall>(0);
    *zones = m_couriers.zones([this, zones](const PortAnswer<std::vector<DeliveryZone>> &answer) {
        m_asked.erase(*zones);
        if (answer)
            m_zones = *answer.value;
        showZones();
    });
    m_asked.insert(*zones);
    if (m_order.carrier.dispatch)
        askDispatch();
}

void CourierSheet::askDispatch()
{
    const auto call = std::make_shared<PortCall>(0);
    *call = m_couriers.dispatch(m_order.id, [this, call](const PortAnswer<Dispatch> &answer) {
        m_asked.erase(*call);
        if (answer)
            m_dispatch = *answer.value;
        showChoices();
    });
    m_asked.insert(*call);
}

bool CourierSheet::serviceHasIt() const
{
    return m_dispatch && !isOver(m_dispatch->state);
}

QString CourierSheet::serviceText() const
{
    if (!m_dispatch)
        return tr("It says its price first.");
    const QString price =
        m_dispatch->priceMinor ? formats::money(*m_dispatch->priceMinor, m_order.cost.currency) : QString();
    const QString who = m_dispatch->courierName;
    switch (m_dispatch->state) {
    case DispatchState::Quoting:
        return m_dispatch->error.isEmpty() ? tr("Asking for its price…")
                                           : tr("It does not say its price: %1").arg(m_dispatch->error);
    case DispatchState::Quoted:
        return tr("It asks %1.").arg(price);
    case DispatchState::Wanted:
    case DispatchState::Unknown:
        return m_dispatch->error.isEmpty() ? tr("It is being told.")
                                           : tr("It is not known whether it has heard: %1").arg(m_dispatch->error);
    case DispatchState::Accepted:
        return tr("It looks for a courier.");
    case DispatchState::Assigned:
        return who.isEmpty() ? tr("A courier is on the way here.") : tr("%1 is on the way here.").arg(who);
    case DispatchState::PickedUp:
        return who.isEmpty() ? tr("Its courier has the food.") : tr("%1 has the food.").arg(who);
    case DispatchState::Delivered:
        return tr("It has been delivered.");
    case DispatchState::Cancelling:
        return tr("It is being called off.");
    case DispatchState::Cancelled:
        return tr("It was called off.");
    case DispatchState::Failed:
        return m_dispatch->error.isEmpty() ? tr("It said no.") : tr("It said no: %1").arg(m_dispatch->error);
    }
    return {};
}

void CourierSheet::addCard(const Choice &choice, const QString &title, const QString &below, const QString &figure)
{
    auto *card = new ChoiceCard(look(), this);
    card->setObjectName(QStringLiteral("courierCard"));
    card->setCheckable(true);
    card->setTexts(title, below, {}, figure);
    card->setChecked(choice == m_choice);
    // While the service has it nobody else does.
    card->setEnabled(choice.kind == Choice::Kind::Service || !serviceHasIt());
    connect(card, &ChoiceCard::clicked, this, [this, choice] { choose(choice); });
    m_list->addWidget(card);
    card->show();
    m_cards.push_back(card);
    m_offered.push_back(choice);
}

void CourierSheet::showChoices()
{
    for (ChoiceCard *card : std::exchange(m_cards, {})) {
        card->hide();
        m_list->removeWidget(card);
        card->deleteLater();
    }
    m_offered.clear();
    if (m_known) {
        for (const Courier &courier : m_all) {
            const QString carries = courier.openOrders == 0   ? tr("carries nothing")
                                    : courier.openOrders == 1 ? tr("carries 1 order")
                                                              : tr("carries %n orders", nullptr, courier.openOrders);
            addCard({Choice::Kind::Courier, courier.id}, courier.name,
                    (courier.onShift ? tr("at work") : tr("not signed in")) + QStringLiteral(" · ") + carries);
        }
        addCard({Choice::Kind::Service, 0}, tr("Delivery service"), serviceText());
        addCard({Choice::Kind::Nobody, 0}, tr("Nobody yet"), tr("Any courier may take it."));
    }
    m_who->setVisible(m_known);
    showButton();
}

void CourierSheet::showZones()
{
    const int chosen = m_zoneRow->chosen();
    QStringList texts;
    for (const DeliveryZone &zone : m_zones)
        texts << zone.name + QStringLiteral(" · ") + formats::money(zone.feeMinor, m_order.cost.currency);
    m_zoneRow->setTexts(texts);
    m_zoneRow->setChosen(chosen);
    m_zoneRow->setVisible(!m_zones.empty());
    m_zoneName->setVisible(!m_zones.empty());
}

void CourierSheet::choose(const Choice &choice)
{
    if (m_call)
        return;
    if (choice != m_choice)
        m_key.clear();
    m_choice = choice;
    m_finished = false;
    for (std::size_t i = 0; i < m_cards.size(); ++i)
        m_cards[i]->setChecked(m_offered[i] == choice);
    say(QString(), false);
    showButton();
}

void CourierSheet::showButton()
{
    QString text = tr("Save");
    if (m_finished) {
        text = tr("Done");
    } else if (m_choice.kind == Choice::Kind::Service) {
        text = !serviceHasIt()                              ? tr("Ask for the price")
               : m_dispatch->state == DispatchState::Quoted ? tr("Send its courier")
                                                            : tr("Call it off");
    }
    doneButton()->setText(text);
    doneButton()->setEnabled(m_known && !m_call);
    doneButton()->setKeys({QStringLiteral("Ctrl"), QStringLiteral("Enter")});
}

QString CourierSheet::key()
{
    if (m_key.isEmpty())
        m_key = makeUuid7(m_port.hubNowMs());
    return m_key;
}

void CourierSheet::submit()
{
    if (m_finished) {
        close();
        return;
    }
    if (m_call || !m_known)
        return;
    const int zone = m_zoneRow->chosen();
    if (m_choice.kind == Choice::Kind::Service && zone < 0) {
        const auto done = [this](const PortAnswer<Dispatch> &answer) { dispatchDone(answer); };
        m_call = !serviceHasIt()                              ? m_couriers.askForQuote(key(), m_order.id, done)
                 : m_dispatch->state == DispatchState::Quoted ? m_couriers.confirmDispatch(key(), m_order.id, done)
                                                              : m_couriers.cancelDispatch(m_order.id, done);
    } else {
        CourierPort::Delivery delivery;
        if (m_choice.kind != Choice::Kind::Service && m_choice != m_before)
            delivery.courierId = m_choice.courierId;
        if (zone >= 0)
            delivery.zoneId = m_zones[size_t(zone)].id;
        if (!delivery.courierId && !delivery.zoneId) {
            close();
            return;
        }
        m_call = m_couriers.deliver(key(), m_order.id, delivery,
                                    [this](const PortAnswer<Order> &answer) { orderDone(answer); });
    }
    say([] { return tr("Asking the site…"); }, false);
    showButton();
}

void CourierSheet::orderDone(const PortAnswer<Order> &answer)
{
    m_call.reset();
    if (!answer)
        return failed(answer.failure);
    m_finished = true;
    m_before = m_choice;
    const QString name = answer.value->carrier.courierName;
    say(name.isEmpty() ? tr("Saved.") : tr("%1 brings it.").arg(name), false);
    showButton();
    doneButton()->setFocus(Qt::OtherFocusReason);
}

void CourierSheet::dispatchDone(const PortAnswer<Dispatch> &answer)
{
    m_call.reset();
    m_key.clear();
    if (!answer)
        return failed(answer.failure);
    m_dispatch = *answer.value;
    say(QString(), false);
    showChoices();
}

void CourierSheet::failed(const PortFailure &failure)
{
    if (failure.kind == PortFailure::Kind::Refused)
        m_key.clear();
    say([failure] { return LinkText::failure(failure); }, true);
    showButton();
}

void CourierSheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up) {
        focusNextPrevChild(event->key() == Qt::Key_Down);
        event->accept();
        return;
    }
    EntrySheet::keyPressEvent(event);
}

} // namespace oshaq
