// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/unpaintedwatch.h"

#include "models/hub/catalogstore.h"
#include "models/hub/settingsservice.h"
#include "models/hub/sqlvalues.h"
#include "models/hub/terminalstore.h"
#include "models/hub/unpaintedservice.h"
#include "models/runtime/threadrank.h"

#include <QLoggingCategory>

#include <algorithm>
#include <chrono>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(lcUnpainted, "oshaq.hub.unpainted")

constexpr qint64 retryStorageMs = 1'000;
constexpr std::size_t markingsAtOnce = 64;
/// Commits come in crowds: one look serves those of so long.
constexpr qint64 leastRestMs = 100;
/// It rests so many times as long as a look took, so that a hub with thousands of open orders has its cores for them.
constexpr qint64 restFactor = 19;

Principal watchOf(qint64 businessId)
{
    Principal principal;
    principal.kind = Principal::Kind::System;
    principal.role = Role::Manager;
    principal.businessId = businessId;
    principal.label = QStringLiteral("unpainted");
    return principal;
}

void takeEarlier(std::optional<qint64> *at, const std::optional<qint64> &other)
{
    if (other)
        at->emplace(std::min(at->value_or(*other), *other));
}

} // namespace

void UnpaintedWatch::Bell::ring()
{
    const std::lock_guard lock(mutex);
    ringing = true;
    rung.notify_one();
}

UnpaintedWatch::UnpaintedWatch(Hub &hub)
    : m_hub(hub)
    , m_reader(hub)
{
    setObjectName(QStringLiteral("unpainted"));
    // Orders, settings and print jobs; acknowledgements come with the presence of screens.
    m_listener = m_hub.addCommitListener([bell = m_bell](const CommitNotice &) { bell->ring(); });
    m_hub.presence().setListener([bell = m_bell] { bell->ring(); });
    start();
}

UnpaintedWatch::~UnpaintedWatch()
{
    m_hub.presence().setListener({});
    m_hub.removeCommitListener(m_listener);
    {
        const std::lock_guard lock(m_bell->mutex);
        m_bell->ending = true;
        m_bell->rung.notify_one();
    }
    wait();
}

void UnpaintedWatch::look()
{
    m_bell->ring();
}

void UnpaintedWatch::run()
{
    setThreadRank(ThreadRank::Background);
    using std::chrono::milliseconds;
    std::optional<qint64> nextAtMs;
    while (true) {
        {
            std::unique_lock lock(m_bell->mutex);
            const auto isRung = [this] { return m_bell->ringing || m_bell->ending; };
            const auto leftMs = [this, &nextAtMs] {
                return milliseconds(std::max<qint64>(0, *nextAtMs - m_hub.clock().monotonicMs()));
            };
            if (!nextAtMs || leftMs() > HubReader::quiet) {
                if (!m_bell->rung.wait_for(lock, HubReader::quiet, isRung)) {
                    lock.unlock(); // no commit waits for it
                    m_reader.close();
                    lock.lock();
                }
            }
            if (nextAtMs)
                m_bell->rung.wait_for(lock, leftMs(), isRung);
            else
                m_bell->rung.wait(lock, isRung);
            if (m_bell->ending)
                break;
            m_bell->ringing = false;
            for (const Key &key : m_bell->answered)
                m_marking.erase(key);
            m_bell->answered.clear();
        }
        const auto beganAt = std::chrono::steady_clock::now();
        nextAtMs = lookAtAll();
        ++m_looks;
        const auto tookMs =
            std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - beganAt).count();
        std::unique_lock lock(m_bell->mutex);
        m_bell->rung.wait_for(lock, milliseconds(std::max<qint64>(leastRestMs, tookMs * restFactor)),
                              [this] { return m_bell->ending; });
    }
    m_reader.close();
}

std::optional<qint64> UnpaintedWatch::lookAtAll()
{
    const qint64 retryAtMs = m_hub.clock().monotonicMs() + retryStorageMs;
    const auto opened = m_reader.open();
    const auto businesses = opened ? unpaintedstore::businesses(**opened) : opened.error();
    if (!businesses) {
        qCWarning(lcUnpainted).noquote() << "cannot read:" << businesses.error().message;
        return retryAtMs;
    }
    std::optional<qint64> next;
    for (const qint64 businessId : *businesses) {
        const auto looked = lookAt(**opened, businessId, m_sites[businessId]);
        if (!looked)
            qCWarning(lcUnpainted).noquote() << "cannot read:" << looked.error().message;
        // What cannot be read is neither seen nor unseen: the alarms stay.
        takeEarlier(&next, looked ? *looked : std::optional(retryAtMs));
    }
    return next;
}

Result<std::vector<KitchenScreen>> UnpaintedWatch::screensOf(sql::Database &database, qint64 businessId, Site &site)
{
    const qint64 nowMs = m_hub.clock().monotonicMs();
    if (!site.knowsPainters) {
        const auto painters = unpaintedstore::painters(database, businessId, m_hub.clock().nowMs() - painterForMs);
        if (!painters)
            return painters.error();
        for (const auto &[terminalId, stationId] : *painters)
            m_hub.presence().painted(terminalId, stationId, nowMs);
        site.knowsPainters = true;
    }
    const auto terminals = terminalstore::list(database, businessId);
    if (!terminals)
        return terminals.error();
    std::vector<KitchenScreen> screens;
    for (const TerminalRecord &terminal : *terminals) {
        const ScreenPresence::Screen here = m_hub.presence().screen(terminal.id);
        const auto add = [&](std::optional<qint64> stationId) {
            screens.push_back({terminal.id, stationId, here.sockets > 0, here.leftAtMs});
        };
        if (terminal.role == Role::Kitchen)
            add(terminal.stationId);
        // Whatever a terminal was paired as: what it shows makes it a screen.
        for (const auto &[stationId, atMs] : here.paintedAtMs) {
            if (nowMs - atMs < painterForMs)
                add(stationId == 0 ? std::nullopt : std::optional(stationId));
        }
    }
    return screens;
}

Result<std::optional<qint64>> UnpaintedWatch::lookAt(sql::Database &database, qint64 businessId, Site &site)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    const auto seconds = settingsreads::one(database, businessId, QLatin1String(settingkeys::unpaintedSeconds));
    if (!seconds)
        return seconds.error();
    const qint64 limitMs = std::get<qint64>(*seconds) * 1000;
    if (limitMs <= 0) {
        site.knownAtMs.clear();
        m_hub.alarms().set(businessId, {});
        return std::optional<qint64>();
    }
    const auto stations = catalogstore::stations(database, businessId);
    if (!stations)
        return stations.error();
    const auto screens = screensOf(database, businessId, site);
    if (!screens)
        return screens.error();
    const qint64 sinceMs = m_hub.clock().nowMs() - watchedForMs;
    const auto orders = unpaintedstore::openOrders(database, businessId, sinceMs);
    if (!orders)
        return orders.error();
    const auto raised = unpaintedstore::raised(database, businessId, sinceMs);
    if (!raised)
        return raised.error();
    std::vector<qint64> stationIds;
    std::map<qint64, QString> names;
    for (const Station &station : *stations) {
        stationIds.push_back(station.id);
        names.emplace(station.id, station.name);
    }
    std::map<Key, const RaisedTicket *> marks;
    for (const RaisedTicket &one : *raised)
        marks.emplace(Key{one.orderId, one.stationId, one.firstLineId}, &one);

    const qint64 nowMs = m_hub.clock().monotonicMs();
    std::map<Key, qint64> knownAtMs;
    std::vector<UnpaintedAlarm> alarms;
    std::optional<qint64> next;
    for (const WatchedOrder &order : *orders) {
        for (const UnseenTicket &ticket : paintwatch::unseenTickets(order, stationIds)) {
            const Key key{order.id, ticket.stationId, ticket.firstLineId};
            const auto known = site.knownAtMs.find(key);
            const qint64 knownMs = known == site.knownAtMs.end() ? nowMs : known->second;
            knownAtMs.emplace(key, knownMs);
            const StationGlass glass = paintwatch::glassOf(ticket.stationId, *screens, nowMs);
            const auto mark = marks.find(key);
            if (mark == marks.end()) {
                const auto atMs = paintwatch::alarmAt(knownMs, limitMs, glass);
                if (!atMs)
                    continue; // a screen that comes rings
                if (*atMs > nowMs) {
                    takeEarlier(&next, atMs);
                    takeEarlier(&next, paintwatch::awayAt(ticket.stationId, *screens));
                    continue;
                }
                submit(businessId, key, ticket);
                // Its commit rings and brings the paper's place along; a hub that cannot write is not waited for.
                takeEarlier(&next, nowMs + retryStorageMs);
                if (nowMs - *atMs < retryStorageMs)
                    continue;
            }
            UnpaintedAlarm alarm;
            alarm.orderId = order.id;
            alarm.number = order.number;
            alarm.stationId = ticket.stationId;
            alarm.station = names[ticket.stationId];
            alarm.sinceMs = ticket.sinceMs;
            alarm.away = glass == StationGlass::Away;
            if (mark != marks.end()) {
                alarm.printer = mark->second->printer;
                alarm.paper = mark->second->paper;
                alarm.fault = mark->second->fault;
            }
            alarms.push_back(std::move(alarm));
        }
    }
    site.knownAtMs = std::move(knownAtMs);
    std::stable_sort(alarms.begin(), alarms.end(), [](const UnpaintedAlarm &a, const UnpaintedAlarm &b) {
        return std::tie(a.sinceMs, a.orderId, a.stationId) < std::tie(b.sinceMs, b.orderId, b.stationId);
    });
    m_hub.alarms().set(businessId, std::move(alarms));
    return next;
}

void UnpaintedWatch::submit(qint64 businessId, const Key &key, const UnseenTicket &ticket)
{
    // The rest has its turn when these are answered: the writer's queue is for orders.
    if (m_marking.size() >= markingsAtOnce || !m_marking.insert(key).second)
        return;
    const qint64 orderId = std::get<0>(key);
    WriteCommand command;
    command.principal = watchOf(businessId);
    command.run = [orderId, ticket](WriteContext &context) { return unpaintedwrites::raise(context, orderId, ticket); };
    command.done = [bell = m_bell, key](const Result<WriteOutcome> &outcome) {
        if (!outcome)
            qCWarning(lcUnpainted).noquote() << "cannot print an unseen ticket:" << outcome.error().message;
        {
            const std::lock_guard lock(bell->mutex);
            bell->answered.push_back(key);
        }
        // A success rang with its commit; a refusal waits for the next moment.
        if (outcome)
            bell->ring();
    };
    m_hub.writer().submit(std::move(command));
}

} // namespace oshaq
