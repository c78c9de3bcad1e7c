// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/terminalclient.h"

#include "sync/client/websocketchannel.h"

#include <QLoggingCategory>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace oshaq {

Q_LOGGING_CATEGORY(lcTerminalClient, "oshaq.client")

namespace {

LinkStatus::State linkState(FeedFollower::State state)
{
    switch (state) {
    case FeedFollower::State::Connecting:
        return LinkStatus::State::Connecting;
    case FeedFollower::State::Live:
        return LinkStatus::State::Live;
    case FeedFollower::State::Offline:
        return LinkStatus::State::Offline;
    case FeedFollower::State::SignIn:
        return LinkStatus::State::SignIn;
    case FeedFollower::State::Upgrade:
        return LinkStatus::State::Upgrade;
    case FeedFollower::State::Alarm:
        return LinkStatus::State::Alarm;
    }
    return LinkStatus::State::Alarm;
}

/// Of the business, as the last snapshot said it.
Currency currencyOf(Terminal &terminal)
{
    const Result<Currency> currency = Currency::fromCode(terminal.cache().business().currency);
    return currency ? *currency : Currency();
}

} // namespace

Result<std::unique_ptr<TerminalClient>> TerminalClient::create(const TerminalClientOptions &options, Terminal &terminal,
                                                               HttpTransport &transport, const Clock &clock,
                                                               TerminalClientSeams seams)
{
    Result<HubEndpoint> endpoint = HubEndpoint::make(options.baseUrl, options.token, options.caFile);
    if (!endpoint)
        return endpoint.error();
    endpoint->setVersion(options.version);
    return std::unique_ptr<TerminalClient>(
        new TerminalClient(std::move(endpoint).value(), options.caFile, terminal, transport, clock, seams));
}

TerminalClient::TerminalClient(HubEndpoint endpoint, QString caFile, Terminal &terminal, HttpTransport &transport,
                               const Clock &clock, const TerminalClientSeams &seams)
    : m_terminal(terminal)
    , m_clock(clock)
    , m_caFile(std::move(caFile))
    , m_endpoint(std::move(endpoint))
    , m_choice(terminal.database())
    , m_archive(m_endpoint, transport, [&terminal] { return currencyOf(terminal); })
    , m_couriers(m_endpoint, transport, [&terminal] { return currencyOf(terminal); })
    , m_printers(m_endpoint, transport)
    , m_catalog(terminal, m_endpoint, transport)
    , m_files(m_works, m_endpoint, transport, clock)
    , m_statistics(m_endpoint, transport, terminal.cache(), terminal.hubClock())
    , m_staff(m_endpoint, transport)
    , m_operators(m_endpoint, transport)
    , m_settings(m_endpoint, transport, [&terminal] { return currencyOf(terminal); })
    , m_replica(m_endpoint, transport)
    , m_till(m_endpoint, transport, [&terminal] { return currencyOf(terminal); })
    , m_messages(m_endpoint, transport)
    , m_system(m_endpoint, transport)
{
    m_choice.begin(m_endpoint.baseText());
    if (!seams.scheduler)
        m_ownScheduler = std::make_unique<QtScheduler>();
    if (!seams.channel)
        m_ownChannel = std::make_unique<WebSocketChannel>(m_caFile, m_endpoint.version());
    Scheduler &scheduler = seams.scheduler ? *seams.scheduler : *m_ownScheduler;
    LiveChannel &channel = seams.channel ? *seams.channel : *m_ownChannel;
    const RandomFraction random =
        seams.random ? seams.random : RandomFraction([] { return QRandomGenerator::global()->generateDouble(); });

    m_dispatcher = std::make_unique<OutboxDispatcher>(terminal.outbox(), terminal.cache(), m_endpoint, transport,
                                                      terminal.hubTime(), scheduler, random);
    m_follower = std::make_unique<FeedFollower>(terminal.cache(), terminal.outbox(), terminal.hubClock(), m_endpoint,
                                                transport, channel, clock, scheduler, random);
    m_painted = std::make_unique<PaintedReporter>(terminal.cache(), m_endpoint, transport, scheduler, random);
    m_reporter = std::make_unique<ScreenReporter>(m_endpoint, transport, clock, terminal.hubClock(), scheduler,
                                                  [this] { return makeReport(); });
    m_pulse = std::make_unique<OneShot>(scheduler);

    connect(m_follower.get(), &FeedFollower::stateChanged, this, &TerminalClient::handleStateChanged);
    connect(m_follower.get(), &FeedFollower::verifiedChanged, this, &TerminalClient::handleVerifiedChanged);
    connect(m_follower.get(), &FeedFollower::knownAtChanged, this, &TerminalClient::updateStatus);
    connect(m_follower.get(), &FeedFollower::replicaChanged, this, &TerminalClient::handleReplicaChanged);
    connect(m_follower.get(), &FeedFollower::unanswered, this, [this] { handleTurnedAway(m_choice.failed()); });
    connect(m_follower.get(), &FeedFollower::turnedAway, this,
            [this](const QString &otherUrl) { handleTurnedAway(m_choice.turnedAway(otherUrl)); });
    connect(m_follower.get(), &FeedFollower::noticeHeard, this, &TerminalClient::noticeHeard);
    connect(m_follower.get(), &FeedFollower::alarmsHeard, this, &TerminalClient::handleAlarms);
    connect(m_follower.get(), &FeedFollower::screensHeard, this, &TerminalClient::handleScreensHeard);
    connect(m_dispatcher.get(), &OutboxDispatcher::pauseChanged, this, &TerminalClient::updateStatus);
    connect(m_dispatcher.get(), &OutboxDispatcher::connectionFailed, m_follower.get(), &FeedFollower::doubt);
    connect(m_painted.get(), &PaintedReporter::latenciesChanged, this, &TerminalClient::updateStatus);
    connect(&terminal.outbox(), &Outbox::pendingCountChanged, this, &TerminalClient::updateStatus);
    connect(&terminal, &Terminal::credentialsChanged, this, &TerminalClient::handleCredentialsChanged);
    OperatorService &operators = terminal.operators();
    connect(&operators, &OperatorPort::changed, this, &TerminalClient::handleOperatorChanged);
    connect(m_dispatcher.get(), &OutboxDispatcher::operatorRefused, &operators, &OperatorService::catchUp);
    connect(&terminal.cache(), &OrderCache::staffChanged, &operators, &OperatorService::catchUp);
    handleOperatorChanged();
    updateStatus();
}

TerminalClient::~TerminalClient()
{
    stop();
}

void TerminalClient::start()
{
    m_terminal.kitchen().setPaintedSink(m_painted.get());
    m_terminal.operators().setHub(&m_operators);
    m_follower->start();
    pulse();
}

void TerminalClient::stop()
{
    m_pulse->stop();
    m_reporter->setGateOpen(false);
    m_terminal.kitchen().setPaintedSink(nullptr);
    m_terminal.operators().setHub(nullptr);
    m_follower->stop();
    m_dispatcher->stop();
    m_painted->setGateOpen(false);
}

Result<void> TerminalClient::setCredentials(const TerminalClientOptions &options)
{
    Result<HubEndpoint> endpoint = HubEndpoint::make(options.baseUrl, options.token, options.caFile);
    if (!endpoint)
        return endpoint.error();
    // Requests under the old token would only pause the outbox again.
    m_dispatcher->stop();
    m_archive.giveUp();
    m_couriers.giveUp();
    m_printers.giveUp();
    m_catalog.giveUp();
    m_files.giveUp();
    m_statistics.giveUp();
    m_staff.giveUp();
    m_operators.giveUp();
    m_settings.giveUp();
    m_replica.giveUp();
    m_till.giveUp();
    m_messages.giveUp();
    m_system.giveUp();
    const QByteArray version = m_endpoint.version();
    m_endpoint = std::move(endpoint).value();
    m_endpoint.setVersion(version);
    m_choice.begin(m_endpoint.baseText());
    m_terminal.alarms().update({}); // of the hub before
    m_reporter->restart();
    handleOperatorChanged();
    m_dispatcher->resume();
    m_follower->restart();
    return {};
}

void TerminalClient::handleCredentialsChanged()
{
    const HubCredentials credentials = m_terminal.credentials();
    if (const Result<void> taken = setCredentials({credentials.url, credentials.token, m_caFile}); !taken)
        qCWarning(lcTerminalClient, "%ls", qUtf16Printable(taken.error().message));
}

void TerminalClient::handleStateChanged()
{
    const FeedFollower::State state = m_follower->state();
    if (state != FeedFollower::State::Live)
        m_wasAway = true;
    else if (std::exchange(m_wasAway, false))
        m_dispatcher->connectionRestored();
    updateStatus();
}

void TerminalClient::handleVerifiedChanged(bool verified)
{
    m_dispatcher->setGateOpen(verified);
    m_painted->setGateOpen(verified);
    m_reporter->setGateOpen(verified);
    if (verified)
        m_terminal.operators().catchUp();
}

void TerminalClient::handleOperatorChanged()
{
    const auto current = m_terminal.operators().current();
    m_endpoint.setOperator(current ? current->staffId : 0);
}

void TerminalClient::handleTurnedAway(bool moved)
{
    if (!moved)
        return;
    // What is on its way to the other one fails by itself; the follower's next try goes to the new address.
    if (const Result<void> done = m_endpoint.moveTo(m_choice.url()); !done)
        qCWarning(lcTerminalClient, "%ls", qUtf16Printable(done.error().message));
}

void TerminalClient::handleReplicaChanged()
{
    if (m_follower->replica())
        m_choice.follows(m_follower->replica()->otherUrl);
    updateStatus();
}

void TerminalClient::handleAlarms(const std::vector<UnpaintedAlarm> &alarms)
{
    m_terminal.alarms().update(alarms);
    std::vector<qint64> orderIds;
    for (const UnpaintedAlarm &alarm : alarms)
        orderIds.push_back(alarm.orderId);
    m_terminal.kitchen().tellAgain(orderIds);
}

void TerminalClient::handleScreensHeard(const std::vector<ScreenFacts> &screens)
{
    m_screens = screens;
    updateStatus();
}

void TerminalClient::pulse()
{
    m_unpaintedMs = showsTickets() ? m_terminal.kitchen().oldestUnpaintedMs(m_clock.monotonicMs()) : 0;
    updateStatus();
    const bool isStale = m_unpaintedMs >= screens::unpaintedMs || lagMs() >= screens::behindMs;
    if (std::exchange(m_wasStale, isStale) != isStale)
        m_reporter->hurry();
    m_pulse->start(pulseMs, [this] { pulse(); });
}

bool TerminalClient::showsTickets() const
{
    return m_shownPage && m_shownPage() == u"kitchen";
}

qint64 TerminalClient::lagMs() const
{
    const qint64 knownAtMs = m_terminal.cache().knownAtMs();
    if (knownAtMs == 0 || !m_terminal.hubClock().isKnown())
        return 0;
    return std::max<qint64>(0, m_terminal.hubClock().nowMs() - knownAtMs);
}

ScreenReport TerminalClient::makeReport() const
{
    ScreenReport report;
    report.version = QString::fromLatin1(m_endpoint.version());
    report.pending = m_terminal.outbox().pendingCount();
    report.parked = int(m_terminal.outbox().parked().size());
    report.paintedP95Ms = m_painted->percentile(95);
    report.oldestUnpaintedMs = m_unpaintedMs;
    report.lagMs = lagMs();
    report.page = m_shownPage ? m_shownPage() : QString();
    report.stationId = m_terminal.kitchen().station();
    return report;
}

void TerminalClient::updateStatus()
{
    LinkStatus::Facts facts = m_terminal.link().facts();
    const LinkStatus::State before = facts.state;
    facts.state = linkState(m_follower->state());
    facts.detail = m_follower->detail();
    facts.replica = m_follower->replica();
    facts.isForeignHub = m_follower->isForeign();
    // What needs a person comes before what only needs time.
    if (m_dispatcher->pause() == OutboxDispatcher::Pause::SignIn && facts.state != LinkStatus::State::SignIn) {
        facts.state = LinkStatus::State::SignIn;
        facts.detail = m_dispatcher->pauseDetail();
    } else if (m_dispatcher->pause() == OutboxDispatcher::Pause::Alarm && facts.state != LinkStatus::State::SignIn) {
        facts.state = LinkStatus::State::Alarm;
        facts.detail = m_dispatcher->pauseDetail();
    }
    if (facts.state != before)
        facts.sinceMs = m_terminal.hubClock().isKnown() ? m_terminal.hubClock().nowMs() : 0;
    facts.knownAtMs = m_terminal.cache().knownAtMs();
    facts.leftOut = m_terminal.cache().leftOut();
    facts.pending = m_terminal.outbox().pendingCount();
    facts.paintedP50Ms = m_painted->percentile(50);
    facts.paintedP95Ms = m_painted->percentile(95);
    facts.paintedMaxMs = m_painted->percentile(100);
    facts.fit = m_follower->fit();
    facts.hubVersion = m_follower->hubVersion();
    const bool isLive = facts.state == LinkStatus::State::Live;
    // In steps, so that nobody is told of each second.
    const auto steps = [](qint64 ms, qint64 least) { return ms >= least ? ms / pulseMs * pulseMs : 0; };
    facts.behindMs = isLive ? steps(lagMs(), screens::behindMs) : 0;
    facts.unpaintedMs = steps(m_unpaintedMs, screens::unpaintedMs);
    facts.others.clear();
    if (isLive) {
        for (const ScreenFacts &screen : m_screens) {
            if (screen.terminalId != m_reporter->terminalId())
                facts.others.push_back(screen);
        }
    }
    m_terminal.link().update(facts);
}

} // namespace oshaq
