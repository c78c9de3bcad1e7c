// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runtime/clock.h"
#include "models/terminal/terminal.h"
#include "models/terminal/worklist.h"
#include "sync/client/archiveclient.h"
#include "sync/client/catalogclient.h"
#include "sync/client/courierclient.h"
#include "sync/client/feedfollower.h"
#include "sync/client/filesclient.h"
#include "sync/client/httptransport.h"
#include "sync/client/hubchoice.h"
#include "sync/client/hubendpoint.h"
#include "sync/client/operatorclient.h"
#include "sync/client/outboxdispatcher.h"
#include "sync/client/paintedreporter.h"
#include "sync/client/printerclient.h"
#include "sync/client/messagesclient.h"
#include "sync/client/replicaclient.h"
#include "sync/client/screenreporter.h"
#include "sync/client/settingsclient.h"
#include "sync/client/staffclient.h"
#include "sync/client/statisticsclient.h"
#include "sync/client/systemclient.h"
#include "sync/client/tillclient.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace oshaq {

struct TerminalClientOptions
{
    QString baseUrl;                    ///< "http://192.168.1.10:8787"
    QString token;                      ///< the terminal's bearer token
    QString caFile = {};                ///< the hub's own CA in PEM; empty: those that the system trusts
    QByteArray version = OSHAQ_VERSION; ///< of this program, as the hub is told
};

/// What tests put in the place of time, chance and the socket; null or empty: the real one.
struct TerminalClientSeams
{
    Scheduler *scheduler = nullptr;
    LiveChannel *channel = nullptr;
    RandomFraction random;
};

/// Keeps one terminal in step with its hub: dispatcher, follower and painted acknowledgements, and one honest
/// LinkStatus of all three. Everything but the transport's own thread happens on the GUI thread; nothing blocks.
class TerminalClient final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TerminalClient)

public:
    /// Terminal, transport and clock must outlive it.
    static Result<std::unique_ptr<TerminalClient>> create(const TerminalClientOptions &options, Terminal &terminal,
                                                          HttpTransport &transport, const Clock &clock,
                                                          TerminalClientSeams seams = {});
    ~TerminalClient() override;

    void start();
    /// What is on its way is given up and stays queued.
    void stop();

    /// A new token (or hub): the outbox goes on and the feed is followed again. Terminal::credentialsChanged() does
    /// this too.
    Result<void> setCredentials(const TerminalClientOptions &options);

    /// What only the hub knows. They ask whenever somebody asks them, also before start(); what is on its way when the
    /// credentials change ends as Unreachable, and what is asked after that goes to the new hub.
    ArchivePort &archive() { return m_archive; }
    TillPort &till() { return m_till; }
    CourierPort &couriers() { return m_couriers; }
    PrinterPort &printers() { return m_printers; }
    CatalogPort &catalog() { return m_catalog; }
    FilesPort &files() { return m_files; }
    /// What of files(), and of whoever else takes long, is under way on this screen.
    WorkList &works() { return m_works; }
    StatisticsPort &statistics() { return m_statistics; }
    StaffPort &staff() { return m_staff; }
    /// Who stands at this screen: the terminal's own service, which asks the hub through this client from start() on.
    OperatorPort &operators() { return m_terminal.operators(); }
    SettingsPort &settings() { return m_settings; }
    /// Of the hub that is asked, and its standby.
    ReplicaPort &replica() { return m_replica; }
    /// How guests and staff are told.
    MessagesPort &messages() { return m_messages; }
    /// How the site and its backups do.
    SystemPort &system() { return m_system; }

    /// Which page is shown: "kitchen". Tickets count as not drawn only while that one is.
    void setPageSource(std::function<QString()> shownPage) { m_shownPage = std::move(shownPage); }

Q_SIGNALS:
    /// The outbox of messages tells this screen something.
    void noticeHeard(const ScreenNotice &notice);

private:
    /// How often this screen looks at itself.
    static constexpr qint64 pulseMs = 5'000;

    TerminalClient(HubEndpoint endpoint, QString caFile, Terminal &terminal, HttpTransport &transport,
                   const Clock &clock, const TerminalClientSeams &seams);

    void handleCredentialsChanged();
    void handleStateChanged();
    void handleVerifiedChanged(bool verified);
    void handleOperatorChanged();
    void handleTurnedAway(bool moved);
    void handleReplicaChanged();
    void handleAlarms(const std::vector<UnpaintedAlarm> &alarms);
    void handleScreensHeard(const std::vector<ScreenFacts> &screens);
    void pulse();
    void updateStatus();
    bool showsTickets() const;
    qint64 lagMs() const;
    ScreenReport makeReport() const;

    Terminal &m_terminal;
    const Clock &m_clock;
    QString m_caFile;
    HubEndpoint m_endpoint;
    HubChoice m_choice;
    std::unique_ptr<Scheduler> m_ownScheduler;
    std::unique_ptr<LiveChannel> m_ownChannel;
    std::unique_ptr<OutboxDispatcher> m_dispatcher;
    std::unique_ptr<FeedFollower> m_follower;
    std::unique_ptr<PaintedReporter> m_painted;
    std::unique_ptr<ScreenReporter> m_reporter;
    std::unique_ptr<OneShot> m_pulse;
    ArchiveClient m_archive;
    CourierClient m_couriers;
    PrinterClient m_printers;
    CatalogClient m_catalog;
    WorkList m_works;
    FilesClient m_files;
    StatisticsClient m_statistics;
    StaffClient m_staff;
    OperatorClient m_operators;
    SettingsClient m_settings;
    ReplicaClient m_replica;
    TillClient m_till;
    MessagesClient m_messages;
    SystemClient m_system;
    std::function<QString()> m_shownPage;
    std::vector<ScreenFacts> m_screens; ///< as the hub told them last
    qint64 m_unpaintedMs = 0;           ///< at the last pulse
    bool m_wasAway = false;
    bool m_wasStale = false; ///< at the last pulse
};

} // namespace oshaq
