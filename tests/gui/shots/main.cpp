// SPDX-License-Identifier: GPL-3.0-or-later
// Renders every page in every state into PNG files, to be looked at: oshaq_shots DIRECTORY [--only kitchen-heavy]
// Each scene is set once and then seen in both themes, three languages and two sizes.
#include "tests/gui/shots/stage.h"
#include "ui/common/application.h"
#include "ui/common/languageswitch.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QTextStream>

namespace {

using namespace oshaq;

/// The values of an option, or all that there are; nothing when one of them is none.
std::optional<QStringList> chosen(const QCommandLineParser &parser, const QString &option, const QStringList &all)
{
    QStringList wanted;
    for (const QString &value : parser.values(option))
        wanted << value.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &value : wanted) {
        if (!all.contains(value)) {
            QTextStream(stderr) << "--" << option << ": " << value << " is none of " << all.join(QStringLiteral(", "))
                                << Qt::endl;
            return std::nullopt;
        }
    }
    return wanted.isEmpty() ? all : wanted;
}

QSize sizeOf(const QString &text)
{
    const QStringList sides = text.split(QLatin1Char('x'));
    return QSize(sides.value(0).toInt(), sides.value(1).toInt());
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Renders every page in every state into PNG files named "
                                                    "page-state-theme-language-WxH.png"));
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("directory"), QStringLiteral("where the pictures go"));
    const auto option = [&parser](const char *name, const char *description, const char *value) {
        parser.addOption({QString::fromLatin1(name), QString::fromLatin1(description), QString::fromLatin1(value)});
    };
    option("only", "scenes whose name begins so: kitchen, orders-new, settings-printers", "name");
    option("language", "en, ru, kk", "code");
    option("theme", "dark, light", "name");
    option("size", "1280x800, 1920x1080, or another", "WxH");
    option("text", "size of the text in percent: 100, 125, 150, 175, 200", "percent");
    option("translations", "folder of the .qm files instead of those that are built in", "folder");
    parser.process(application);
    if (parser.positionalArguments().size() != 1)
        parser.showHelp(1);

    const auto languages = chosen(parser, QStringLiteral("language"), LanguageSwitch::languages());
    const auto themes = chosen(parser, QStringLiteral("theme"), {QStringLiteral("dark"), QStringLiteral("light")});
    if (!languages || !themes)
        return 2;
    QStringList sizes = parser.values(QStringLiteral("size"));
    if (sizes.isEmpty())
        sizes = {QStringLiteral("1920x1080"), QStringLiteral("1280x800")};
    for (const QString &size : sizes) {
        if (sizeOf(size).isEmpty()) {
            QTextStream(stderr) << "--size: " << size << " is no size such as 1280x800" << Qt::endl;
            return 2;
        }
    }
    const int percent = parser.isSet(QStringLiteral("text")) ? parser.value(QStringLiteral("text")).toInt() : 100;

    const QDir directory(parser.positionalArguments().constFirst());
    if (!directory.mkpath(QStringLiteral("."))) {
        QTextStream(stderr) << "cannot make " << directory.path() << Qt::endl;
        return 1;
    }
    applyLook(application, Look());
    LanguageSwitch language(parser.isSet(QStringLiteral("translations")) ? parser.value(QStringLiteral("translations"))
                                                                         : QStringLiteral(":/i18n"));
    const QStringList only = parser.values(QStringLiteral("only"));
    int count = 0;
    for (const Scene &scene : allScenes()) {
        const bool wanted = only.isEmpty() || std::any_of(only.begin(), only.end(), [&scene](const QString &start) {
                                return scene.name().startsWith(start);
                            });
        if (!wanted)
            continue;
        language.use(languages->first());
        Stage stage;
        stage.display.setTextPercent(percent);
        if (scene.prepare)
            scene.prepare(stage);
        stage.open(scene.page, sizeOf(sizes.first()));
        if (scene.act)
            scene.act(stage);
        for (const QString &theme : *themes) {
            stage.display.setTheme(theme == u"dark" ? DisplaySettings::Theme::Dark : DisplaySettings::Theme::Light);
            for (const QString &code : *languages) {
                language.use(code);
                for (const QString &size : sizes) {
                    stage.window->resize(sizeOf(size));
                    Stage::settle();
                    const QString file =
                        directory.filePath(QStringLiteral("%1-%2-%3-%4.png").arg(scene.name(), theme, code, size));
                    // Files that are looked at once need not be small.
                    constexpr int quick = 80;
                    if (!stage.window->grab().save(file, "PNG", quick)) {
                        QTextStream(stderr) << "cannot write " << file << Qt::endl;
                        return 1;
                    }
                    ++count;
                }
            }
        }
    }
    if (count == 0) {
        QTextStream(stderr) << "there is no such scene; there are:" << Qt::endl;
        for (const Scene &scene : allScenes())
            QTextStream(stderr) << "  " << scene.name() << Qt::endl;
        return 2;
    }
    QTextStream(stdout) << count << " pictures in " << directory.absolutePath() << Qt::endl;
    return 0;
}
