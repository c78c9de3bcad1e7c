// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commandline.h"

#include "app/common/logging.h"
#include "app/common/servicenotifier.h"
#include "app/common/signalwatcher.h"
#include "app/common/sitehub.h"
#include "app/common/stuckend.h"
#include "models/runtime/mailbox.h"
#include "models/runtime/memory.h"
#include "sync/client/hubendpoint.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>

#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>

#include <unistd.h>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(lcServe, "oshaq.serve")

constexpr qint64 maxTokenBytes = 1000;
/// Requests get a second, what is queued is written; a resolver of names may hang for much longer.
constexpr std::chrono::seconds endPatience(20);

/// Which hub is followed. The token is never on the command line, where everybody on the machine can read it.
Result<PeerFile> readPeer(const CommandOptions &options)
{
    PeerFile peer;
    peer.url = options.value("standby-of");
    QByteArray token = qgetenv("OSHAQ_STANDBY_TOKEN");
    if (options.has("standby-token-file")) {
        QFile file(options.value("standby-token-file"));
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorCode::NotFound,
                         QStringLiteral("%1 cannot be read: %2").arg(file.fileName(), file.errorString()),
                         {}};
        token = file.read(maxTokenBytes);
    }
    peer.token = QString::fromLatin1(token.trimmed());
    if (options.has("standby-ca"))
        peer.caFile = QFileInfo(options.value("standby-ca")).absoluteFilePath();
    const auto endpoint = HubEndpoint::make(peer.url, peer.token, peer.caFile);
    if (!endpoint)
        return endpoint.error();
    if (peer.token.isEmpty()) {
        return Error{ErrorCode::Unauthenticated,
                     QStringLiteral("a standby needs the token that its hub made for it: --standby-token-file FILE, or "
                                    "OSHAQ_STANDBY_TOKEN"),
                     {}};
    }
    return peer;
}

/// Reads the configuration again, as SIGHUP asks for. Only what can change without anybody noticing does.
void reload(const Settings::Sources &sources, Settings *inForce)
{
    const auto again = Settings::load(sources);
    if (!again) {
        qCWarning(lcServe).noquote() << "the configuration was not read again:" << again.error().message;
        return;
    }
    Logging::setLevel(Logging::levelFrom(*again));
    QStringList waiting;
    for (const SettingInfo &info : Settings::table()) {
        const QString key = QString::fromLatin1(info.key);
        if (key != QLatin1String("log.level") && again->text(info.key) != inForce->text(info.key))
            waiting << key;
    }
    // Written whatever the level is: somebody asked.
    qCWarning(lcServe).noquote() << "the configuration was read again; log.level is" << again->text("log.level")
                                 << (waiting.isEmpty()
                                         ? QString()
                                         : QStringLiteral("- after a restart: ") + waiting.join(QStringLiteral(", ")));
}

} // namespace

int runServe(const QStringList &arguments)
{
    CommandOptions options(
        QStringLiteral(
            "serve --data DIR [--listen 127.0.0.1:8787] [--standby-of URL] [--config FILE] [--set KEY=VALUE]"),
        QStringLiteral(
            "Runs the hub of DIR and its API. Prints one line when it accepts connections; logs are in DIR/log.\n"
            "With --standby-of it runs a standby instead: it follows that hub's record into DIR, which may be empty, "
            "and "
            "takes no writes until a manager promotes it (POST /api/v1/admin/replica/promote). DIR remembers what it "
            "is: "
            "later starts need no --standby-of."));
    options.addValue("data", "DIR", "Directory of the hub, made by \"oshaqd init\".");
    options.addValue("listen", "ADDRESS:PORT",
                     "The same as --set server.listen=ADDRESS:PORT; port 0 takes any free one.");
    options.addValue("standby-of", "URL", "Run the standby of the hub at URL.");
    options.addValue("standby-token-file", "FILE",
                     "The token of POST /api/v1/admin/replica/token; without it that in OSHAQ_STANDBY_TOKEN.");
    options.addValue("standby-ca", "FILE", "The CA of that hub in PEM (tls/ca.pem in its directory), for https.");
    options.addSettings();
    if (const auto code = options.parse(arguments))
        return *code;
    const auto directory = options.needed("data");
    if (!directory)
        return exitcode::usage;
    QStringList extra;
    if (options.has("listen"))
        extra << QStringLiteral("server.listen=") + options.value("listen");
    const Settings::Sources sources = options.sources(*directory, extra);
    Result<Settings> settings = Settings::load(sources);
    if (!settings) {
        sayError(settings.error().message);
        return exitcode::usage;
    }
    std::optional<PeerFile> standbyOf;
    if (options.has("standby-of")) {
        const auto peer = readPeer(options);
        if (!peer) {
            sayError(peer.error().message);
            return exitcode::usage;
        }
        standbyOf = *peer;
    }
    if (!standbyOf && !Hub::exists(*directory)) {
        sayError(QStringLiteral("%1 holds no hub. Set one up with \"oshaqd init --data %1 --business NAME\".")
                     .arg(*directory));
        return exitcode::failed;
    }

    auto logging = Logging::start(LoggingOptions::fromSettings(*settings, *directory));
    if (!logging) {
        sayError(logging.error().message);
        return exitcode::failed;
    }
    // Before the doors open: a signal in between must not cut a start in half. Who closes the terminal of a hub ends
    // it.
    std::function<void()> onHangUp;
    if (::isatty(STDIN_FILENO) == 0)
        onHangUp = [&sources, &settings] { reload(sources, &*settings); };
    SignalWatcher watcher([] { QCoreApplication::quit(); }, onHangUp);
    const ServiceNotifier manager = ServiceNotifier::fromEnvironment();
    const quint64 files = raiseOpenFileLimit();

    const SystemClock clock;
    SiteHubOptions hubOptions = SiteHubOptions::fromSettings(*settings, *directory);
    hubOptions.standbyOf = standbyOf;
    hubOptions.api.accessLog = (*logging)->accessSink();
    hubOptions.api.securityLog = (*logging)->securitySink();
    hubOptions.api.droppedLogLines = (*logging)->droppedLines();
    hubOptions.auditLog = (*logging)->auditSink();
    // A manager with little patience is to be answered in time.
    if (const int ms = manager.watchdogMs() / 4; ms > 0 && hubOptions.threads.tick > std::chrono::milliseconds(ms)) {
        const auto patience = hubOptions.threads.patience * hubOptions.threads.tick;
        hubOptions.threads.tick = std::chrono::milliseconds(std::max(ms, 20));
        hubOptions.threads.patience = int(patience / hubOptions.threads.tick);
    }
    hubOptions.threads.stuck = [log = logging->get()](const QString &what) {
        stuckend::tell(log, what);
        ::_exit(exitcode::stuck);
    };
    Mailbox mailbox;
    hubOptions.hub.mustReopen = [&mailbox](const QString &) {
        mailbox.post([] { QCoreApplication::exit(exitcode::again); });
    };
    manager.send("STATUS=Opening the record");
    std::unique_ptr<ServiceWatchdog> watchdog; // outlives the hub, which may still answer it
    auto hub = SiteHub::open(hubOptions, clock);
    if (!hub) {
        sayError(hub.error().message);
        qCWarning(lcServe).noquote() << "refused to start:" << hub.error().message;
        return hub.error().code == ErrorCode::Forbidden ? exitcode::usage : exitcode::failed;
    }
    if ((*hub)->hub().replica().role() == ReplicaRole::Standby)
        qCInfo(lcServe) << "this is a standby";
    qCInfo(lcServe).noquote() << "oshaqd" << OSHAQ_VERSION << "listening on" << (*hub)->url() << "directory"
                              << *directory << "open files at most" << files;
    if (!printLine("oshaqd " OSHAQ_VERSION " listening on " + (*hub)->url().toUtf8()))
        qCWarning(lcServe) << "standard output is closed; going on without it";
    manager.send("READY=1\nSTATUS=Listening on " + (*hub)->url().toUtf8());
    giveMemoryBack(); // what opening took is not needed again
    watchdog = std::make_unique<ServiceWatchdog>(
        manager, [&site = **hub](ServiceWatchdog::Answered answered) { site.askThreads(std::move(answered)); });
    const int code = QCoreApplication::exec();
    qCInfo(lcServe) << "stopping";
    watchdog->stop();
    manager.send("STOPPING=1");
    {
        const EndWatch end(endPatience, [log = logging->get()] {
            stuckend::tell(log, QStringLiteral("something outside keeps the program from ending"));
            ::_exit(exitcode::stuck);
        });
        hub->reset();
    }
    qCInfo(lcServe) << "stopped";
    return code;
}

} // namespace oshaq
