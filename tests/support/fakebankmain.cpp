// SPDX-License-Identifier: GPL-3.0-or-later
//
// A bank to try paying with: oshaq_fakebank [PORT [POSTLINK]]. Prints its address and the body that
// PUT admin/integrations/halyk takes, and serves until it is stopped. No money moves.
#include "tests/support/fakebank.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char **argv)
{
    qputenv("QT_NO_THREADED_GLIB", "1");
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    bool ok = true;
    const quint16 port = arguments.size() > 1 ? arguments[1].toUShort(&ok) : quint16(0);
    oshaq::test::FakeBank bank;
    if (!ok || !bank.start(port)) {
        std::fprintf(stderr, "cannot listen on port %s\n", qPrintable(arguments.value(1)));
        return 1;
    }
    std::printf("%s\n%s\n", qPrintable(bank.url()), bank.integrationBody(0, arguments.value(2)).constData());
    std::fflush(stdout);
    return QCoreApplication::exec();
}
