// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commandline.h"

#include "app/common/logging.h"
#include "app/common/signalwatcher.h"
#include "app/common/sitehub.h"

#include <QCoreApplication>
#include <QLoggingCategory>

namespace oshaq {

namespace {
Q_LOGGING_CATEGORY(lcServe, "oshaq.serve")
}

int runServe(const QStringList &arguments)
{
    CommandOptions options(
        QStringLiteral("serve --data DIR [--listen 127.0.0.1:8787] [--config FILE] [--set KEY=VALUE]"),
        QStringLiteral(
            "Runs the hub of DIR and its API. Prints one line when it accepts connections; logs are in DIR/log."));
    options.addValue("data", "DIR", "Directory of the hub, made by \"oshaqd init\".");
    options.addValue("listen", "ADDRESS:PORT",
                     "The same as --set server.listen=ADDRESS:PORT; port 0 takes any free one.");
    options.addSettings();
    if (const auto code = options.parse(arguments))
        return *code;
    const auto directory = options.needed("data");
    if (!directory)
        return exitcode::usage;
    QStringList extra;
    if (options.has("listen"))
        extra << QStringLiteral("server.listen=") + options.value("listen");
    const Result<Settings> settings = options.settings(*directory, extra);
    if (!settings) {
        sayError(settings.error().message);
        return exitcode::usage;
    }
    if (!Hub::exists(*directory)) {
        sayError(QStringLiteral("%1 holds no hub. Set one up with \"oshaqd init --data %1 --business NAME\".")
                     .arg(*directory));
        return exitcode::failed;
    }

    auto logging = Logging::start(LoggingOptions::fromSettings(*settings, *directory));
    if (!logging) {
        sayError(logging.error().message);
        return exitcode::failed;
    }
    // Before the doors open: a signal in between must not cut a start in half.
    SignalWatcher watcher([] { QCoreApplication::quit(); });
    const quint64 files = raiseOpenFileLimit();

    const SystemClock clock;
    SiteHubOptions hubOptions = SiteHubOptions::fromSettings(*settings, *directory);
    hubOptions.api.accessLog = (*logging)->accessSink();
    auto hub = SiteHub::open(hubOptions, clock);
    if (!hub) {
        sayError(hub.error().message);
        qCWarning(lcServe).noquote() << "refused to start:" << hub.error().message;
        return hub.error().code == ErrorCode::Forbidden ? exitcode::usage : exitcode::failed;
    }
    qCInfo(lcServe).noquote() << "oshaqd" << OSHAQ_VERSION << "listening on" << (*hub)->url() << "directory"
                              << *directory << "open files at most" << files;
    if (!printLine("oshaqd " OSHAQ_VERSION " listening on " + (*hub)->url().toUtf8()))
        qCWarning(lcServe) << "standard output is closed; going on without it";
    const int code = QCoreApplication::exec();
    qCInfo(lcServe) << "stopping";
    hub->reset();
    qCInfo(lcServe) << "stopped";
    return code;
}

} // namespace oshaq
