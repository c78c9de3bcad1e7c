// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commandline.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    qputenv("QT_NO_THREADED_GLIB", "1");
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("oshaqd"));
    QCoreApplication::setApplicationVersion(QStringLiteral(OSHAQ_VERSION));
    return oshaq::runCommand(QCoreApplication::arguments().mid(1));
}
