// SPDX-License-Identifier: GPL-3.0-or-later
// Renders the sheets of orders in their states into PNG files, to be looked at: oshaq_entryshots DIRECTORY [SCENE]
#include "tests/gui/entryscenes.h"
#include "ui/common/application.h"

#include <QApplication>
#include <QDir>
#include <QTextStream>

using namespace oshaq;

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() < 2) {
        QTextStream(stderr) << "oshaq_entryshots DIRECTORY [SCENE]" << Qt::endl;
        return 1;
    }
    const QDir directory(arguments.at(1));
    if (!directory.mkpath(QStringLiteral(".")))
        return 1;
    for (const bool dark : {false, true}) {
        for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)}) {
            for (const entryscenes::Scene &scene : entryscenes::all()) {
                if (arguments.size() > 2 && !scene.name.startsWith(arguments.at(2)))
                    continue;
                const Look look(dark ? darkTheme() : lightTheme(),
                                Metrics().withText(scene.name.endsWith(u"-200") ? 200 : 100));
                applyLook(application, look);
                entryscenes::Desk desk(look, size);
                scene.act(desk);
                desk.settle();
                const QString file = directory.filePath(QStringLiteral("%1-%2x%3-%4.png")
                                                            .arg(scene.name)
                                                            .arg(size.width())
                                                            .arg(size.height())
                                                            .arg(dark ? u"dark" : u"light"));
                if (!desk.page.grab().save(file))
                    return 1;
                QTextStream(stdout) << file << Qt::endl;
            }
        }
    }
    return 0;
}
