// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/signalwatcher.h"
#include "app/desktop/desktop.h"
#include "app/desktop/desktopoptions.h"
#include "ui/common/guiwatch.h"

#include <QApplication>
#include <QLoggingCategory>

#include <cstdio>

#include <unistd.h>

namespace {

Q_LOGGING_CATEGORY(lcGui, "oshaq.gui")

/// Debug builds say what kept the GUI thread from its next frame; others when OSHAQ_GUI_WATCH asks for it.
bool watchesGui()
{
#ifdef NDEBUG
    return qEnvironmentVariableIsSet("OSHAQ_GUI_WATCH");
#else
    return true;
#endif
}

void tellSlow(const oshaq::GuiWatch::Delivery &whole, const oshaq::GuiWatch::Delivery &dearest)
{
    qCWarning(lcGui).noquote() << "slow:" << whole.text() << "; most in" << dearest.text();
}

void say(std::FILE *stream, const QString &text)
{
    std::fprintf(stream, "%s\n", text.toUtf8().constData());
    std::fflush(stream);
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_NO_THREADED_GLIB", "1");
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    const auto options = oshaq::readDesktopOptions(arguments);
    if (!options) {
        say(stderr, QStringLiteral("oshaq: ") + options.error().message);
        return 2;
    }
    if (!options->helpText.isEmpty()) {
        say(stdout, options->helpText);
        return 0;
    }

    oshaq::GuiWatch watch(oshaq::GuiWatch::limitNs, tellSlow);
    const oshaq::WatchedApplication application(argc, argv, watchesGui() ? &watch : nullptr);
    QApplication::setApplicationName(QStringLiteral("oshaq"));
    QApplication::setApplicationVersion(QStringLiteral(OSHAQ_VERSION));

    const oshaq::SignalWatcher watcher([] { QApplication::quit(); });
    int code = 0;
    do {
        auto desktop = oshaq::Desktop::open(*options);
        if (!desktop) {
            say(stderr, QStringLiteral("oshaq: ") + desktop.error().message);
            return 1;
        }
        if (const QString url = (*desktop)->url(); !url.isEmpty())
            say(stdout, QStringLiteral("oshaq " OSHAQ_VERSION " is the hub; its API answers at %1 ").arg(url));
        // Only to a person: where the output is kept in a file or a journal, a secret must not get there.
        const QString token = (*desktop)->takeBusinessToken();
        if (!token.isEmpty() && isatty(STDOUT_FILENO))
            say(stdout, QStringLiteral("The business token, shown only now: %1").arg(token));
        code = QApplication::exec();
    } while (code == oshaq::Desktop::restartCode);
    return code;
}
