// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/drill/historychecker.h"

#include "models/domain/orderstatus.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace oshaq::drill {

namespace {

using Kind = Finding::Kind;

class Checker
{
public:
    Checker(const DrillFacts &facts, const CheckOptions &options)
        : m_facts(facts)
        , m_options(options)
    {
        for (const HubOrderRow &order : facts.hub.orders) {
            if (!m_byUuid.emplace(order.uuid, &order).second)
                add(Kind::Doubled, facts.hub.name, QStringLiteral("two orders have the uuid %1").arg(order.uuid));
        }
    }

    CheckResult run()
    {
        m_result.clients = int(m_facts.clients.size());
        m_result.ordersInHub = int(m_facts.hub.orders.size());
        checkKeys();
        for (const ClientHistory &client : m_facts.clients) {
            checkReadable(client);
            checkOrders(client);
            checkCommands(client);
        }
        checkStrangers();
        checkStatuses();
        checkNumbers();
        checkSeen();
        checkPapers();
        checkTold();
        for (const CacheFacts &terminal : m_facts.terminals)
            checkTerminal(terminal);
        for (const HubFacts &standby : m_facts.standbys)
            checkStandby(standby);
        return std::move(m_result);
    }

private:
    void add(Kind kind, const QString &where, const QString &what) { m_result.findings.push_back({kind, where, what}); }

    void checkReadable(const ClientHistory &client)
    {
        if (client.tornLines > client.starts)
            add(Kind::UnreadableHistory, client.client,
                QStringLiteral("%1 lines cannot be read after %2 starts").arg(client.tornLines).arg(client.starts));
    }

    /// A key names one act. Under two principals or routes it is one act done twice.
    void checkKeys()
    {
        std::unordered_map<QString, const KeyRow *> first;
        for (const KeyRow &row : m_facts.hub.keys) {
            if (!row.success)
                continue;
            m_keys.insert(row.key);
            const auto [known, isNew] = first.emplace(row.key, &row);
            if (!isNew)
                add(Kind::Doubled, m_facts.hub.name,
                    QStringLiteral("the key %1 was used twice: %2 %3 and %4 %5")
                        .arg(row.key, known->second->principal, known->second->route, row.principal, row.route));
        }
    }

    void checkOrders(const ClientHistory &client)
    {
        for (const AskedOrder &asked : client.orders) {
            ++m_result.ordersAsked;
            const auto [other, isNew] = m_asked.emplace(asked.uuid, client.client);
            if (!isNew)
                add(Kind::Doubled, client.client,
                    QStringLiteral("%1 was asked for by %2 too").arg(asked.uuid, other->second));
            if (asked.status == 0)
                ++m_result.ordersUnanswered;
            else if (!asked.isAcknowledged())
                ++m_result.ordersRefused;
            const auto found = m_byUuid.find(asked.uuid);
            if (!asked.isAcknowledged())
                continue;
            ++m_result.ordersAcknowledged;
            if (asked.answeredAtMs - asked.askedAtMs > m_options.lateMs)
                ++m_result.ordersLate;
            if (found == m_byUuid.end()) {
                add(Kind::LostOrder, client.client,
                    QStringLiteral("order %1 (%2) was acknowledged and is not there").arg(asked.number, asked.uuid));
                continue;
            }
            const HubOrderRow &order = *found->second;
            if (order.id != asked.orderId || order.number != asked.number)
                add(Kind::LostOrder, client.client,
                    QStringLiteral("%1 was acknowledged as %2 %3 and is there as %4 %5")
                        .arg(asked.uuid)
                        .arg(asked.orderId)
                        .arg(asked.number)
                        .arg(order.id)
                        .arg(order.number));
            else if (asked.lines > 0 && order.lines.count(',') + 1 != asked.lines)
                add(Kind::LostOrder, client.client,
                    QStringLiteral("order %1 has other lines than %2").arg(asked.number).arg(asked.lines));
            noteNumber(order.businessDay, asked.number, asked.orderId, client.client);
        }
    }

    void checkCommands(const ClientHistory &client)
    {
        const CacheFacts *terminal = nullptr;
        for (const CacheFacts &candidate : m_facts.terminals) {
            if (candidate.terminal == client.client)
                terminal = &candidate;
        }
        std::unordered_map<QString, QString> outbox;
        if (terminal) {
            for (const OutboxRow &row : terminal->outbox)
                outbox.emplace(row.key, row.state);
        }
        for (const ToldCommand &command : client.commands) {
            ++m_result.commandsTold;
            if (const auto [other, isNew] = m_told.emplace(command.key, client.client); !isNew)
                add(Kind::Doubled, client.client,
                    QStringLiteral("the key %1 was given to a command of %2 too").arg(command.key, other->second));
            if (command.code == QLatin1String("create"))
                m_asked.emplace(command.orderUuid, client.client);
            ToldCommand::End end = command.end;
            if (const auto row = outbox.find(command.key); row != outbox.end()) {
                // The file is the later witness.
                if (row->second == QLatin1String("confirmed"))
                    end = ToldCommand::End::Confirmed;
                else if (row->second == QLatin1String("parked"))
                    end = ToldCommand::End::Parked;
                else if (end == ToldCommand::End::None) {
                    add(Kind::LostCommand, client.client,
                        QStringLiteral("%1 of %2 (%3) still waits").arg(command.code, command.orderUuid, command.key));
                    continue;
                }
            }
            switch (end) {
            case ToldCommand::End::None:
                add(Kind::LostCommand, client.client,
                    QStringLiteral("%1 of %2 (%3) was done and is nowhere")
                        .arg(command.code, command.orderUuid, command.key));
                break;
            case ToldCommand::End::Parked:
                ++m_result.commandsParked;
                break;
            case ToldCommand::End::Confirmed:
                ++m_result.commandsConfirmed;
                checkEffect(client, command);
                break;
            }
        }
    }

    void checkEffect(const ClientHistory &client, const ToldCommand &command)
    {
        if (!m_keys.contains(command.key)) {
            add(Kind::LostCommand, client.client,
                QStringLiteral("%1 of %2 (%3) was confirmed and the hub does not know it")
                    .arg(command.code, command.orderUuid, command.key));
            return;
        }
        const auto order = m_byUuid.find(command.orderUuid);
        if (command.orderUuid.isEmpty() || command.orderUuid.startsWith(QLatin1String("item:")))
            return;
        if (order == m_byUuid.end()) {
            add(Kind::LostCommand, client.client,
                QStringLiteral("%1 (%2) was confirmed and its order %3 is not there")
                    .arg(command.code, command.key, command.orderUuid));
            return;
        }
        if (!command.code.startsWith(QLatin1String("status:")))
            return;
        const int status = command.code.mid(7).toInt();
        const auto &history = order->second->history;
        if (std::none_of(history.begin(), history.end(), [&](const StatusRow &row) { return row.status == status; }))
            add(Kind::LostCommand, client.client,
                QStringLiteral("%1 of %2 (%3) was confirmed and never was")
                    .arg(command.code, command.orderUuid, command.key));
    }

    void checkStrangers()
    {
        if (!m_options.allClientsKnown)
            return;
        // Staff's orders are named in the history only once the terminal had made them; a kill in between leaves
        // its outbox as the witness, under the key of the command.
        std::unordered_set<QString> kept;
        for (const CacheFacts &terminal : m_facts.terminals) {
            for (const OutboxRow &row : terminal.outbox)
                kept.insert(row.key);
        }
        std::unordered_map<qint64, QString> keyOfOrder;
        for (const KeyRow &row : m_facts.hub.keys) {
            if (row.success && row.route.contains(QLatin1String("orders")))
                keyOfOrder.emplace(row.entityId, row.key);
        }
        for (const HubOrderRow &order : m_facts.hub.orders) {
            if (m_asked.contains(order.uuid))
                continue;
            if (const auto key = keyOfOrder.find(order.id); key != keyOfOrder.end() && kept.contains(key->second))
                continue;
            add(Kind::Doubled, m_facts.hub.name,
                QStringLiteral("order %1 (%2) is there and nobody asked for it").arg(order.number, order.uuid));
        }
    }

    void checkStatuses()
    {
        for (const HubOrderRow &order : m_facts.hub.orders) {
            const QString wrong = forbiddenStep(order.history, order.fulfilment);
            if (!wrong.isEmpty())
                add(Kind::ForbiddenHistory, m_facts.hub.name, QStringLiteral("order %1: %2").arg(order.number, wrong));
            else if (order.history.back().status != order.status)
                add(Kind::ForbiddenHistory, m_facts.hub.name,
                    QStringLiteral("order %1 stands at %2 and its history at %3")
                        .arg(order.number)
                        .arg(order.status)
                        .arg(order.history.back().status));
        }
    }

    void noteNumber(const QString &day, const QString &number, qint64 orderId, const QString &where)
    {
        const auto [known, isNew] = m_numbers.emplace(std::pair(day, number), orderId);
        if (!isNew && known->second != orderId)
            add(Kind::NumberTwice, where,
                QStringLiteral("%1 is order %2 and order %3").arg(number).arg(known->second).arg(orderId));
    }

    void checkNumbers()
    {
        for (const HubOrderRow &order : m_facts.hub.orders)
            noteNumber(order.businessDay, order.number, order.id, m_facts.hub.name);
    }

    void checkSeen()
    {
        if (!m_options.allScreensKnown)
            return;
        for (const HubOrderRow &order : m_facts.hub.orders) {
            if (std::none_of(m_facts.clients.begin(), m_facts.clients.end(), [&](const ClientHistory &client) {
                    return client.paintedAtMs.contains(order.uuid) || client.counted.contains(order.uuid);
                }))
                add(Kind::NeverSeen, m_facts.hub.name,
                    QStringLiteral("order %1 (%2) was on no screen").arg(order.number, order.uuid));
        }
    }

    void checkPapers()
    {
        if (!m_facts.papers)
            return;
        for (const HubOrderRow &order : m_facts.hub.orders) {
            if (!m_facts.hub.ticketsPrinted.contains(order.id))
                add(Kind::Unprinted, m_facts.hub.name,
                    QStringLiteral("the ticket of order %1 did not come out").arg(order.number));
        }
        // More may have come out than the hub is sure of, never less.
        if (*m_facts.papers < m_facts.hub.papersPrinted)
            add(Kind::Unprinted, m_facts.hub.name,
                QStringLiteral("%1 papers were printed and %2 came out")
                    .arg(m_facts.hub.papersPrinted)
                    .arg(*m_facts.papers));
    }

    void checkTold()
    {
        if (!m_facts.toldOrders)
            return;
        for (const HubOrderRow &order : m_facts.hub.orders) {
            if (!m_facts.toldOrders->contains(order.id))
                add(Kind::Untold, m_facts.hub.name, QStringLiteral("order %1 was not told").arg(order.number));
        }
    }

    void checkTerminal(const CacheFacts &terminal)
    {
        int differing = 0;
        QString first;
        const auto differ = [&](const QString &what) {
            ++differing;
            if (first.isEmpty())
                first = what;
        };
        if (terminal.epoch != m_facts.hub.epoch)
            differ(QStringLiteral("it follows epoch %1, the hub has %2").arg(terminal.epoch, m_facts.hub.epoch));
        std::unordered_map<QString, const CachedOrder *> cached;
        for (const CachedOrder &order : terminal.orders)
            cached.emplace(order.uuid, &order);
        for (const HubOrderRow &order : m_facts.hub.orders) {
            if (m_byUuid.at(order.uuid) != &order)
                continue; // a doubled one, which is a finding already
            const auto found = cached.find(order.uuid);
            if (found == cached.end()) {
                differ(QStringLiteral("it does not know order %1").arg(order.number));
                continue;
            }
            const CachedOrder &mine = *found->second;
            if (mine.id != order.id || mine.number != order.number || mine.status != order.status ||
                mine.version != order.version || mine.lines != order.lines)
                differ(QStringLiteral("order %1: status %2, version %3 there, %4 and %5 at the hub")
                           .arg(order.number)
                           .arg(mine.status)
                           .arg(mine.version)
                           .arg(order.status)
                           .arg(order.version));
        }
        for (const CachedOrder &order : terminal.orders) {
            if (!m_byUuid.contains(order.uuid))
                differ(QStringLiteral("it has order %1, which the hub has not").arg(order.number));
        }
        if (differing > 0)
            add(Kind::DifferingTerminal, terminal.terminal,
                differing == 1 ? first : QStringLiteral("%1 (and %2 more)").arg(first).arg(differing - 1));
    }

    void checkStandby(const HubFacts &standby)
    {
        std::unordered_map<QString, const HubOrderRow *> there;
        for (const HubOrderRow &order : standby.orders)
            there.emplace(order.uuid, &order);
        int differing = 0;
        QString first;
        for (const HubOrderRow &order : m_facts.hub.orders) {
            const auto found = there.find(order.uuid);
            if (found != there.end() && found->second->status == order.status &&
                found->second->version == order.version && found->second->lines == order.lines &&
                found->second->history == order.history && found->second->number == order.number)
                continue;
            ++differing;
            if (first.isEmpty())
                first = order.number;
        }
        if (differing > 0 || standby.orders.size() != m_facts.hub.orders.size())
            add(Kind::DifferingStandby, standby.name,
                QStringLiteral("%1 orders differ, the first one is %2; %3 here, %4 at the hub")
                    .arg(differing)
                    .arg(first)
                    .arg(standby.orders.size())
                    .arg(m_facts.hub.orders.size()));
    }

    const DrillFacts &m_facts;
    const CheckOptions m_options;
    CheckResult m_result;
    std::unordered_map<QString, const HubOrderRow *> m_byUuid;
    std::unordered_set<QString> m_keys;           ///< successes of the hub
    std::unordered_map<QString, QString> m_asked; ///< order uuid -> who
    std::unordered_map<QString, QString> m_told;  ///< command key -> who
    std::map<std::pair<QString, QString>, qint64> m_numbers;
};

} // namespace

QString findingKey(Finding::Kind kind)
{
    switch (kind) {
    case Kind::LostOrder:
        return QStringLiteral("lost_orders");
    case Kind::LostCommand:
        return QStringLiteral("lost_commands");
    case Kind::Doubled:
        return QStringLiteral("doubled");
    case Kind::ForbiddenHistory:
        return QStringLiteral("forbidden_histories");
    case Kind::DifferingTerminal:
        return QStringLiteral("differing_terminals");
    case Kind::NumberTwice:
        return QStringLiteral("numbers_twice");
    case Kind::DifferingStandby:
        return QStringLiteral("differing_standbys");
    case Kind::NeverSeen:
        return QStringLiteral("never_seen");
    case Kind::Unprinted:
        return QStringLiteral("unprinted");
    case Kind::Untold:
        return QStringLiteral("untold");
    case Kind::UnreadableHistory:
        return QStringLiteral("unreadable_histories");
    }
    return {};
}

int CheckResult::count(Finding::Kind kind) const
{
    return int(std::count_if(findings.begin(), findings.end(),
                             [kind](const Finding &finding) { return finding.kind == kind; }));
}

QString forbiddenStep(const std::vector<StatusRow> &history, Fulfilment fulfilment)
{
    if (history.empty())
        return QStringLiteral("it has no status");
    if (history.front().status != int(OrderStatus::New) || history.front().recall)
        return QStringLiteral("it begins at %1").arg(history.front().status);
    for (std::size_t i = 1; i < history.size(); ++i) {
        const auto from = orderStatusFromCode(history[i - 1].status);
        const auto to = orderStatusFromCode(history[i].status);
        if (!from || !to)
            return QStringLiteral("%1 is no status").arg(history[i].status);
        const bool possible =
            history[i].recall ? recallTarget(*from, fulfilment) == to : transitionExists(*from, *to, fulfilment);
        if (!possible)
            return QStringLiteral("from %1 to %2%3")
                .arg(history[i - 1].status)
                .arg(history[i].status)
                .arg(history[i].recall ? QStringLiteral(" as a recall") : QString());
        if (history[i].atMs < history[i - 1].atMs)
            return QStringLiteral("%1 is older than the %2 before it")
                .arg(history[i].status)
                .arg(history[i - 1].status);
    }
    return {};
}

CheckResult checkHistories(const DrillFacts &facts, const CheckOptions &options)
{
    return Checker(facts, options).run();
}

} // namespace oshaq::drill
