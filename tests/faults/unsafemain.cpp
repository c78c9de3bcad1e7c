// SPDX-License-Identifier: GPL-3.0-or-later
//
// oshaqd as it must not be: `serve DIR ...` with synchronous=OFF. Only durabilitytest starts it.

#include "app/common/settings.h"
#include "app/common/signalwatcher.h"
#include "app/common/sitehub.h"
#include "app/server/commandline.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    qputenv("QT_NO_THREADED_GLIB", "1");
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto after = [&](const QString &option) { return arguments.value(arguments.indexOf(option) + 1); };

    oshaq::Settings::Sources sources;
    sources.assignments = {QStringLiteral("server.listen=") + after(QStringLiteral("--listen")),
                           QStringLiteral("limits.rate=off")};
    const auto settings = oshaq::Settings::load(sources);
    if (!settings)
        return 2;
    const oshaq::SystemClock clock;
    auto options = oshaq::SiteHubOptions::fromSettings(*settings, after(QStringLiteral("--data")));
    options.hub.synchronous = oshaq::sql::Synchronous::Off;
    const oshaq::SignalWatcher watcher([] { QCoreApplication::quit(); });
    auto hub = oshaq::SiteHub::open(options, clock);
    if (!hub) {
        oshaq::sayError(hub.error().message);
        return 1;
    }
    oshaq::printLine("synchronous=OFF on " + (*hub)->url().toUtf8());
    return QCoreApplication::exec();
}
