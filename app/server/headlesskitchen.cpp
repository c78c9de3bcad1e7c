// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/headlesskitchen.h"

#include "sync/protocol/json.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>
#include <utility>

#include <unistd.h>

namespace oshaq {

namespace {

constexpr qint64 answersEveryMs = 100;
constexpr qint64 stateEveryMs = 500;

const char *linkText(LinkStatus::State state)
{
    switch (state) {
    case LinkStatus::State::Connecting:
        return "connecting";
    case LinkStatus::State::Live:
        return "live";
    case LinkStatus::State::Offline:
        return "offline";
    case LinkStatus::State::SignIn:
        return "sign_in";
    case LinkStatus::State::Upgrade:
        return "upgrade";
    case LinkStatus::State::Alarm:
        return "alarm";
    }
    return "alarm";
}

/// Memory of this process that is its own and in use, in kB; 0: the system does not tell.
qint64 residentKb()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * (::sysconf(_SC_PAGESIZE) / 1024);
}

JsonWriter line(const Clock &clock, const char *what)
{
    JsonWriter json;
    json.beginObject();
    json.key("t").value(clock.nowMs());
    json.key("what").value(QString::fromLatin1(what));
    return json;
}

} // namespace

HeadlessKitchen::HeadlessKitchen(Terminal &terminal, Scheduler &scheduler, const Clock &clock, HistoryLog &history,
                                 HeadlessKitchenOptions options)
    : m_terminal(terminal)
    , m_scheduler(scheduler)
    , m_clock(clock)
    , m_history(history)
    , m_options(options)
    , m_nextStep(scheduler)
    , m_nextOrder(scheduler)
    , m_answers(scheduler)
    , m_state(scheduler)
{}

void HeadlessKitchen::start()
{
    JsonWriter json = line(m_clock, "start");
    json.key("seed").value(qint64{m_options.seed});
    json.endObject();
    m_history.writeSynced(json.take());
    // What an earlier run left in the outbox: it may have ended before it could write what it was told.
    newCommands();
    noteAnswers();
    connect(&m_terminal.kitchen(), &KitchenPort::ticketsChanged, this, &HeadlessKitchen::handleTickets);
    handleTickets();
    writeState();
}

bool HeadlessKitchen::isMine(const QString &orderUuid) const
{
    if (chance(orderUuid, 100) % m_options.parts == m_options.part)
        return true;
    return chance(orderUuid, 101 + m_options.part) < m_options.strangerPercent;
}

int HeadlessKitchen::chance(const QString &orderUuid, int purpose) const
{
    const QByteArray text =
        QByteArray::number(m_options.seed) + ' ' + QByteArray::number(purpose) + ' ' + orderUuid.toLatin1();
    return int(qFromBigEndian<quint32>(QCryptographicHash::hash(text, QCryptographicHash::Sha256).constData()) % 100);
}

qint64 HeadlessKitchen::pause(const QString &orderUuid, int step) const
{
    return m_options.paceMs / 2 + m_options.paceMs * chance(orderUuid, step) / 100;
}

void HeadlessKitchen::handleTickets()
{
    const std::vector<Ticket> tickets = m_terminal.kitchen().tickets();
    paint(tickets);
    if (!m_options.cook)
        return;
    for (const Ticket &ticket : tickets) {
        const QString &uuid = ticket.order.uuid;
        if (m_work.contains(uuid) || !isMine(uuid))
            continue;
        m_work[uuid].dueMs = m_clock.monotonicMs() + pause(uuid, 0);
    }
    scheduleWork();
}

void HeadlessKitchen::paint(const std::vector<Ticket> &tickets)
{
    std::vector<qint64> painted;
    std::vector<qint64> counted;
    QStringList newlyPainted;
    QStringList newlyCounted;
    std::size_t shown = 0;
    for (const Ticket &ticket : tickets) {
        const bool onPage = shown++ < m_options.ticketsOnPage;
        if (ticket.orderId > 0) // the hub knows nothing yet of what was taken here
            (onPage ? painted : counted).push_back(ticket.orderId);
        if ((onPage ? m_painted : m_counted).insert(ticket.order.uuid).second)
            (onPage ? newlyPainted : newlyCounted) << ticket.order.uuid;
    }
    if (!newlyPainted.isEmpty() || !newlyCounted.isEmpty()) {
        JsonWriter json = line(m_clock, "painted");
        json.key("orders").beginArray();
        for (const QString &uuid : newlyPainted)
            json.value(uuid);
        json.endArray();
        json.key("counted").beginArray();
        for (const QString &uuid : newlyCounted)
            json.value(uuid);
        json.endArray().endObject();
        m_history.write(json.take());
    }
    m_terminal.kitchen().reportPainted(painted);
    m_terminal.kitchen().reportCounted(counted);
}

void HeadlessKitchen::scheduleWork()
{
    qint64 dueMs = -1;
    for (const auto &[uuid, work] : m_work) {
        if (work.dueMs > 0 && (dueMs < 0 || work.dueMs < dueMs))
            dueMs = work.dueMs;
    }
    if (dueMs < 0)
        m_nextStep.stop();
    else
        m_nextStep.start(std::max(qint64{0}, dueMs - m_clock.monotonicMs()), [this] { workOff(); });
}

void HeadlessKitchen::workOff()
{
    const qint64 nowMs = m_clock.monotonicMs();
    std::map<QString, Ticket> tickets;
    for (const Ticket &ticket : m_terminal.kitchen().tickets())
        tickets.emplace(ticket.order.uuid, ticket);
    for (auto it = m_work.begin(); it != m_work.end();) {
        const auto ticket = tickets.find(it->first);
        if (ticket == tickets.end()) {
            // Handed over, by whomever. Should it come back, it begins anew.
            it = m_work.erase(it);
            continue;
        }
        if (it->second.dueMs <= nowMs)
            step(ticket->second, &it->second);
        ++it;
    }
    scheduleWork();
}

void HeadlessKitchen::step(const Ticket &ticket, Work *work)
{
    KitchenService &kitchen = m_terminal.kitchen();
    const qint64 id = ticket.orderId;
    const QString &uuid = ticket.order.uuid;
    const bool isReady = ticket.order.status == OrderStatus::Ready;
    const bool isQueued = ticket.order.status == OrderStatus::New || ticket.order.status == OrderStatus::Accepted;
    if (isReady && !work->recalled && chance(uuid, 50) < m_options.recallPercent) {
        work->recalled = true;
        act("recall", uuid, [&] { return kitchen.recall(id); });
    } else if (isQueued) {
        act("start", uuid, [&] { return kitchen.start(id); });
    } else {
        act(isReady ? "hand_over" : "bump", uuid, [&] { return kitchen.bump(id); });
    }
    ++work->steps;
    work->dueMs = m_clock.monotonicMs() + pause(uuid, work->steps);
}

void HeadlessKitchen::act(const char *what, const QString &orderUuid, const std::function<Result<void>()> &ask)
{
    JsonWriter asked = line(m_clock, "asked");
    asked.key("act").value(QString::fromLatin1(what));
    asked.key("order").value(orderUuid);
    asked.endObject();
    m_history.writeSynced(asked.take());

    const Result<void> answer = ask();

    JsonWriter told = line(m_clock, "told");
    told.key("act").value(QString::fromLatin1(what));
    told.key("order").value(orderUuid);
    told.key("accepted").value(answer.ok());
    if (!answer)
        told.key("error").value(errorCodeText(answer.error().code));
    told.key("commands").beginArray();
    for (const OutboxCommand *command : newCommands()) {
        told.beginObject();
        told.key("key").value(command->id);
        told.key("code").value(actCode(command->act));
        told.key("order").value(command->orderUuid);
        told.endObject();
    }
    told.endArray().endObject();
    m_history.write(told.take());
    m_answers.start(answersEveryMs, [this] { noteAnswers(); });
}

std::vector<const OutboxCommand *> HeadlessKitchen::newCommands()
{
    const std::deque<OutboxCommand> &recent = m_terminal.outbox().recent();
    std::vector<const OutboxCommand *> added;
    for (auto it = recent.rbegin(); it != recent.rend() && it->sequence > m_lastSequence; ++it) {
        added.push_back(&*it);
        m_commands[it->id] = OutboxCommand::State::Queued;
    }
    std::reverse(added.begin(), added.end());
    if (!added.empty())
        m_lastSequence = added.back()->sequence;
    return added;
}

void HeadlessKitchen::noteAnswers()
{
    for (const OutboxCommand &command : m_terminal.outbox().recent()) {
        const auto known = m_commands.find(command.id);
        if (known == m_commands.end() || command.state != OutboxCommand::State::Confirmed)
            continue;
        known->second = command.state;
        JsonWriter json = line(m_clock, "confirmed");
        json.key("key").value(command.id);
        json.endObject();
        m_history.write(json.take());
    }
    for (const ParkedCommand &command : m_terminal.outbox().parked()) {
        OutboxCommand::State &known = m_commands[command.id];
        if (known == OutboxCommand::State::Parked)
            continue;
        known = OutboxCommand::State::Parked;
        JsonWriter json = line(m_clock, "parked");
        json.key("key").value(command.id);
        json.key("error").value(command.errorCode);
        json.key("message").value(command.message);
        json.endObject();
        m_history.write(json.take());
    }
    // What is at its end needs no more looking for: the history has it.
    std::erase_if(m_commands, [](const auto &entry) { return entry.second == OutboxCommand::State::Confirmed; });
    if (std::any_of(m_commands.begin(), m_commands.end(),
                    [](const auto &entry) { return entry.second == OutboxCommand::State::Queued; }))
        m_answers.start(answersEveryMs, [this] { noteAnswers(); });
}

void HeadlessKitchen::writeState()
{
    m_state.start(stateEveryMs, [this] { writeState(); });
    const LinkStatus::Facts &facts = m_terminal.link().facts();
    const Cursor &cursor = m_terminal.cache().cursor();
    JsonWriter state;
    state.beginObject();
    state.key("link").value(QString::fromLatin1(linkText(facts.state)));
    state.key("pending").value(m_terminal.outbox().pendingCount());
    state.key("epoch").value(cursor.epoch);
    state.key("seq").value(cursor.seq);
    state.key("open").value(qint64(m_terminal.kitchen().tickets().size()));
    state.key("painted_p95_ms").value(facts.paintedP95Ms);
    state.endObject();
    QByteArray text = state.take();
    if (text == m_lastState)
        return;
    m_lastState = std::move(text);
    JsonWriter json = line(m_clock, "state");
    json.key("state").raw(m_lastState);
    json.key("rss_kb").value(residentKb());
    json.endObject();
    m_history.write(json.take());
}

void HeadlessKitchen::take(const ReplayPlan &plan, std::function<void()> done)
{
    m_plan = &plan;
    m_planDone = std::move(done);
    m_planBeganMs = m_clock.monotonicMs();
    takeDue();
}

void HeadlessKitchen::takeDue()
{
    while (m_nextPlanned < m_plan->orders.size()) {
        const PlannedOrder &planned = m_plan->orders[m_nextPlanned];
        const qint64 waitMs = m_planBeganMs + planned.afterMs - m_clock.monotonicMs();
        if (waitMs > 0) {
            m_nextOrder.start(waitMs, [this] { takeDue(); });
            return;
        }
        ++m_nextPlanned;
        NewOrder request;
        request.fulfilment = Fulfilment::Pickup;
        for (const PlannedLine &wanted : planned.lines)
            request.lines.push_back({wanted.itemId, wanted.quantity, wanted.optionIds, {}, 1});
        act("take", {}, [&]() -> Result<void> {
            const auto taken = m_terminal.orders().create(request);
            if (!taken)
                return taken.error();
            return {};
        });
    }
    if (const auto done = std::exchange(m_planDone, nullptr))
        done();
}

} // namespace oshaq
