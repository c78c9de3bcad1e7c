// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/drill/drill.h"

#include "app/drill/factsreader.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>

namespace oshaq::drill {

namespace {

constexpr qint64 stepTimeoutMs = 10'000;
constexpr int quietLooks = 3; ///< that many in a row, half a second apart, show the same

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

Drill::Drill(DrillOptions options, std::function<void(const QString &)> say)
    : m_options(std::move(options))
    , m_say(std::move(say))
{}

Drill::~Drill()
{
    m_processes.clear();
}

void Drill::stop()
{
    m_isStopping = true;
}

void Drill::note(const QString &problem)
{
    if (problem.isEmpty())
        return;
    m_problems << problem;
    m_say(QStringLiteral("problem: ") + problem);
}

/// False when the drill is to end.
bool Drill::wait(qint64 ms)
{
    QElapsedTimer timer;
    timer.start();
    while (!m_isStopping && timer.elapsed() < ms) {
        QEventLoop loop;
        QTimer::singleShot(int(std::clamp(ms - timer.elapsed(), qint64{1}, qint64{100})), &loop, &QEventLoop::quit);
        loop.exec();
    }
    return !m_isStopping;
}

std::unique_ptr<DrillProcess> Drill::makeProcess(const QString &node, const QStringList &arguments)
{
    return std::make_unique<DrillProcess>(m_lab->wrapper(node) + QStringList{program()} + arguments,
                                          path(node + QStringLiteral(".log")));
}

// --- hurting it ---

/// Where there is a standby, "hub" and "standby" of a plan are what the two computers are at that moment.
QString Drill::nodeOf(const Fault &fault) const
{
    if (!m_pair || (fault.node != hubNode() && fault.node != standbyNode()))
        return fault.node;
    return fault.node == hubNode() ? m_pair->hub() : m_pair->standby();
}

/// The standby may still be catching up after what was done to it last.
bool Drill::comesIntoStep()
{
    QElapsedTimer timer;
    timer.start();
    while (!m_pair->isInStep()) {
        if (timer.elapsed() > stepTimeoutMs || !wait(200))
            return false;
    }
    return true;
}

void Drill::begin(DoneFault *done)
{
    Fault &fault = done->fault;
    done->node = nodeOf(fault);
    if ((fault.kind == Fault::Kind::Takeover || fault.kind == Fault::Kind::Split) && !comesIntoStep()) {
        // Whoever promotes a standby that lacks something loses it: no manager does in this drill.
        m_say(QStringLiteral("the standby is not in step: nobody promotes it"));
        fault.kind = fault.kind == Fault::Kind::Split ? Fault::Kind::Cut : Fault::Kind::Kill;
    }
    m_say(QStringLiteral("%1 s: %2 %3%4 for %5 s")
              .arg(double(fault.atMs) / 1000, 0, 'f', 1)
              .arg(faultText(fault.kind), fault.node,
                   done->node == fault.node ? QString() : QStringLiteral(" (%1)").arg(done->node))
              .arg(double(fault.forMs) / 1000, 0, 'f', 1));
    done->beganMs = nowMs();
    DrillProcess &process = *m_processes.at(done->node);
    const bool wasRunning = process.isRunning();
    switch (fault.kind) {
    case Fault::Kind::Cut:
        note(m_lab->cut(done->node));
        break;
    case Fault::Kind::Loss:
        note(m_lab->lose(done->node, fault.percent));
        break;
    case Fault::Kind::Delay:
        note(m_lab->delay(done->node, fault.delayMs, fault.jitterMs, fault.percent));
        break;
    case Fault::Kind::Restart:
        if (wasRunning && !process.stop())
            note(QStringLiteral("%1 did not end by itself: %2").arg(done->node, process.lastWords()));
        m_down[done->node] = true;
        break;
    case Fault::Kind::Kill:
        process.kill();
        m_down[done->node] = true;
        break;
    case Fault::Kind::Takeover:
        process.kill();
        m_down[done->node] = true;
        m_promotes = true;
        break;
    case Fault::Kind::Split:
        note(m_lab->cut(done->node));
        m_promotes = true;
        break;
    }
}

void Drill::end(DoneFault *done)
{
    switch (done->fault.kind) {
    case Fault::Kind::Restart:
    case Fault::Kind::Kill:
    case Fault::Kind::Takeover:
        note(m_processes.at(done->node)->start());
        m_down[done->node] = false;
        break;
    case Fault::Kind::Split:
        if (done->node != m_pair->hub() && m_processes.at(done->node)->isRunning()) {
            // What stands at the computer that was cut off must not take an order, link or no link.
            if (m_pair->takesWrites(done->node))
                note(QStringLiteral("%1 took a write after it was taken over").arg(done->node));
            else
                ++m_refusedByOld;
        }
        note(m_lab->heal(done->node));
        break;
    case Fault::Kind::Cut:
    case Fault::Kind::Loss:
    case Fault::Kind::Delay:
        note(m_lab->heal(done->node));
        break;
    }
    done->endedMs = nowMs();
}

/// The manager tries until the standby is the hub.
void Drill::promote()
{
    if (!m_promotes || !m_pair->promote())
        return;
    m_promotes = false;
    ++m_takeovers;
    m_say(QStringLiteral("%1 was promoted").arg(m_pair->hub()));
}

/// A hub or a terminal that ends without anybody's asking is a finding; it is started again.
void Drill::supervise()
{
    for (const auto &[node, process] : m_processes) {
        if (m_phones.contains(node) || m_down[node] || process->isRunning())
            continue;
        note(QStringLiteral("%1 ended by itself: %2").arg(node, process->lastWords()));
        note(process->start());
    }
    promote();
}

void Drill::hurt()
{
    FaultPlanOptions planned;
    planned.seed = m_options.seed;
    planned.durationMs = m_options.forMs;
    planned.everyMs = m_options.faultEveryMs;
    planned.roles = {{hubNode()}, m_terminals, m_phones};
    for (const QString &place : m_places)
        planned.roles.push_back({place});
    planned.standby = m_pair != nullptr;
    if (m_pair)
        planned.roles.insert(planned.roles.begin() + 1, {standbyNode()});
    const std::vector<Fault> plan = m_options.faults ? makeFaultPlan(planned) : std::vector<Fault>();
    m_faults.reserve(plan.size()); // those under way are pointed to
    std::vector<DoneFault *> underWay;
    std::size_t next = 0;
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < m_options.forMs && wait(20)) {
        for (auto it = underWay.begin(); it != underWay.end();) {
            if ((*it)->fault.endMs() > timer.elapsed()) {
                ++it;
                continue;
            }
            end(*it);
            it = underWay.erase(it);
        }
        for (; next < plan.size() && plan[next].atMs <= timer.elapsed(); ++next) {
            m_faults.push_back({plan[next]});
            begin(&m_faults.back());
            underWay.push_back(&m_faults.back());
        }
        supervise();
    }
    for (DoneFault *done : underWay)
        end(done);
    m_healedMs = nowMs();
}

// --- the end of it ---

/// Why something is still on its way; nothing: it is quiet.
QString Drill::whyNotQuiet()
{
    for (const QString &node : m_phones) {
        if (m_processes.at(node)->isRunning())
            return QStringLiteral("%1 still wait for answers").arg(node);
    }
    const auto record = readHubCursor(path(hub()));
    if (!record)
        return record.error().message;
    if (!m_places.isEmpty()) {
        const auto unsent = countUnsent(path(hub()));
        if (!unsent || *unsent > 0)
            return unsent ? QStringLiteral("%1 papers and webhooks wait at the hub").arg(*unsent)
                          : unsent.error().message;
    }
    if (m_pair) {
        const auto standby = readHubCursor(path(m_pair->standby()));
        if (!standby || standby->seq != record->seq || !m_pair->isInStep())
            return QStringLiteral("%1 is not in step").arg(m_pair->standby());
    }
    for (const QString &node : m_terminals) {
        const TerminalState state = lastStateIn(historyOf(node));
        if (state.link != QLatin1String("live"))
            return QStringLiteral("%1 is %2").arg(node, state.link);
        if (state.pending > 0)
            return QStringLiteral("%1 has %2 commands to send").arg(node).arg(state.pending);
        if (state.open > 0)
            return QStringLiteral("%1 shows %2 tickets").arg(node).arg(state.open);
        if (state.epoch != record->epoch || state.seq != record->seq)
            return QStringLiteral("%1 is at %2, the hub at %3").arg(node).arg(state.seq).arg(record->seq);
    }
    return {};
}

void Drill::waitForQuiet(DrillSheet *sheet)
{
    m_say(QStringLiteral("healed; waiting until nothing is on its way"));
    QElapsedTimer timer;
    timer.start();
    int looks = 0;
    qint64 quietMs = 0;
    while (timer.elapsed() < m_options.quietTimeoutMs && wait(500)) {
        supervise();
        sheet->notQuiet = whyNotQuiet();
        if (!sheet->notQuiet.isEmpty()) {
            looks = 0;
            continue;
        }
        if (looks++ == 0)
            quietMs = nowMs() - m_healedMs;
        if (looks == quietLooks) {
            sheet->quietAfterMs = quietMs;
            return;
        }
    }
}

void Drill::collect(DrillSheet *sheet)
{
    QStringList nodes = m_terminals;
    if (m_pair)
        nodes << m_pair->standby();
    for (const QString &node : nodes + QStringList{hub()}) {
        if (!m_processes.at(node)->stop())
            note(QStringLiteral("%1 did not end by itself").arg(node));
    }
    m_processes.clear();
    DrillFacts facts;
    const auto take = [this](auto result, auto *into) {
        if (result)
            into->push_back(std::move(*result));
        else
            note(result.error().message);
    };
    for (const QString &client : m_terminals + m_phones)
        take(readHistoryFile(client, historyOf(client)), &facts.clients);
    for (const QString &node : m_terminals)
        take(readTerminal(node, path(node)), &facts.terminals);
    std::vector<HubFacts> hubs;
    take(readHub(hub(), path(hub())), &hubs);
    if (hubs.empty())
        return;
    facts.hub = std::move(hubs.front());
    if (m_pair)
        take(readHub(m_pair->standby(), path(m_pair->standby())), &facts.standbys);

    if (!m_places.isEmpty()) {
        facts.papers = readPlace(historyOf(printerNode())).papers;
        facts.toldOrders = readPlace(historyOf(internetNode())).orders;
    }
    sheet->check = checkHistories(facts);
    std::map<QString, qint64> committedMs;
    for (const HubOrderRow &order : facts.hub.orders)
        committedMs.emplace(order.uuid, order.createdAtMs);
    std::vector<qint64> painted;
    std::vector<qint64> answers;
    for (const ClientHistory &client : facts.clients) {
        for (const auto &[uuid, atMs] : client.paintedAtMs) {
            if (const auto order = committedMs.find(uuid); order != committedMs.end())
                painted.push_back(std::max(qint64{0}, atMs - order->second));
        }
        for (const AskedOrder &order : client.orders) {
            if (order.isAcknowledged())
                answers.push_back(order.answeredAtMs - order.askedAtMs);
        }
    }
    sheet->painted = percentilesOf(std::move(painted));
    sheet->answers = percentilesOf(std::move(answers));
    std::vector<ClientHistory> clients = std::move(facts.clients);
    for (const QString &node : m_places) {
        ClientHistory place;
        place.client = node;
        for (const qint64 atMs : readPlace(historyOf(node)).momentsMs)
            place.states.push_back({atMs, QStringLiteral("live"), 0, {}, 0, 0, 0});
        clients.push_back(std::move(place));
    }
    findRecoveries(&m_faults, clients, {hubNode(), standbyNode()});
    sheet->faults = m_faults;
    sheet->takeovers = m_takeovers;
    sheet->refusedByOld = m_refusedByOld;
}

DrillSheet Drill::run()
{
    DrillSheet sheet;
    sheet.seed = m_options.seed;
    sheet.terminals = m_options.terminals;
    sheet.phones = m_options.phones;
    sheet.faultsMs = m_options.forMs;
    const int wanted = std::max(1, int(m_options.ordersPerSecond * double(m_options.forMs) / 1000));
    m_options.entered(Phase::SettingUp);
    const std::function<QString()> steps[] = {
        [&] { return prepareOrders(wanted); },
        [&] { return prepare(QStringLiteral("kitchen")); },
        [&] { return openLab(); },
        [&] { return startHub(); },
        [&] { return startPlaces(); },
        [&] { return startStandby(); },
        [&] { return startTerminals({}); },
        [&] { return startPhones(); },
    };
    for (const auto &step : steps) {
        const QString problem = step();
        if (problem.isEmpty())
            continue;
        note(problem);
        sheet.problems = m_problems;
        sheet.notQuiet = QStringLiteral("it did not begin");
        return sheet;
    }
    sheet.lab = m_lab->name();
    sheet.orders = m_source.words;
    sheet.standby = m_pair != nullptr;
    m_say(QStringLiteral("lab: %1; %2 terminals, %3 phones, %4 %5, seed %6")
              .arg(sheet.lab)
              .arg(m_options.terminals)
              .arg(m_options.phones)
              .arg(wanted)
              .arg(m_source.words)
              .arg(m_options.seed));
    m_options.entered(Phase::Hurting);
    hurt();
    m_options.entered(Phase::Settling);
    m_isStopping = false; // from here on it is only tidied up
    waitForQuiet(&sheet);
    collect(&sheet);
    sheet.problems = m_problems;
    return sheet;
}

} // namespace oshaq::drill
