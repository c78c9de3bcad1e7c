// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commandline.h"

#include <QCoreApplication>

// jemalloc, where the program is linked with it, looks here. An arena for each core, where four are usual: what one
// thread's readers have just freed is the next one's, and not so many pages each that wait for being given back.
extern "C" {
const char *malloc_conf = "narenas_ratio:1";
}

int main(int argc, char *argv[])
{
    qputenv("QT_NO_THREADED_GLIB", "1");
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("oshaqd"));
    QCoreApplication::setApplicationVersion(QStringLiteral(OSHAQ_VERSION));
    return oshaq::runCommand(QCoreApplication::arguments().mid(1));
}
