// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktopoptions.h"

#include <QCommandLineParser>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QUrl>

namespace oshaq {

namespace {

QStringList pagesOfThisVersion()
{
    return {QStringLiteral("kitchen"),    QStringLiteral("orders"), QStringLiteral("catalog"),
            QStringLiteral("statistics"), QStringLiteral("staff"),  QStringLiteral("settings")};
}

QStringList pagesToCome()
{
    return {QStringLiteral("catalog"), QStringLiteral("statistics"), QStringLiteral("staff")};
}

Error wrong(const QString &message)
{
    return {ErrorCode::ValidationFailed, message, {}};
}

} // namespace

Result<DesktopOptions> readDesktopOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Oshaq: restaurant order management for one site. Without --hub this computer is the hub."));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Prints this help."));
    const QCommandLineOption data(
        QStringLiteral("data"), QStringLiteral("Directory of everything this program keeps."), QStringLiteral("DIR"),
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/oshaq"));
    const QCommandLineOption hub(
        QStringLiteral("hub"),
        QStringLiteral("Be a screen of this hub; its token is read from OSHAQ_TOKEN the first time."),
        QStringLiteral("URL"));
    const QCommandLineOption page(QStringLiteral("page"),
                                  QStringLiteral("Page to open: %1; otherwise the one of last time.")
                                      .arg(pagesOfThisVersion().join(QStringLiteral(", "))),
                                  QStringLiteral("PAGE"));
    const QCommandLineOption screenshot(QStringLiteral("screenshot"),
                                        QStringLiteral("Saves a picture of the window and ends."),
                                        QStringLiteral("FILE.png"));
    const QCommandLineOption size(QStringLiteral("size"), QStringLiteral("Size of the window, for example 1280x800."),
                                  QStringLiteral("WxH"));
    const QCommandLineOption language(QStringLiteral("language"),
                                      QStringLiteral("en, ru or kk; otherwise what was chosen in the settings, or "
                                                     "else the system's."),
                                      QStringLiteral("CODE"));
    const QCommandLineOption config(QStringLiteral("config"),
                                    QStringLiteral("Configuration file; otherwise oshaq.ini in the data directory."),
                                    QStringLiteral("FILE"));
    const QCommandLineOption set(QStringLiteral("set"), QStringLiteral("One setting; \"oshaqd config\" lists them."),
                                 QStringLiteral("KEY=VALUE"));
    parser.addOptions({help, data, hub, page, screenshot, size, language, config, set});

    if (!parser.parse(arguments))
        return wrong(parser.errorText());
    if (!parser.positionalArguments().isEmpty())
        return wrong(
            QStringLiteral("\"%1\" is not an option; see --help").arg(parser.positionalArguments().constFirst()));

    DesktopOptions options;
    if (parser.isSet(help)) {
        options.helpText = parser.helpText();
        return options;
    }
    options.dataDirectory = parser.value(data);
    if (options.dataDirectory.isEmpty())
        return wrong(QStringLiteral("--data needs a directory"));
    options.hubUrl = parser.value(hub);
    if (parser.isSet(hub)) {
        const QUrl url(options.hubUrl);
        if (!url.isValid() || url.host().isEmpty() ||
            (url.scheme() != QStringLiteral("http") && url.scheme() != QStringLiteral("https")))
            return wrong(
                QStringLiteral("--hub: \"%1\" is not an address such as http://192.168.1.10:8787").arg(options.hubUrl));
        options.hubToken = qEnvironmentVariable("OSHAQ_TOKEN");
    }
    options.page = parser.value(page);
    if (parser.isSet(page) && !pagesOfThisVersion().contains(options.page)) {
        const QString pages = pagesOfThisVersion().join(QStringLiteral(", "));
        if (pagesToCome().contains(options.page))
            return wrong(QStringLiteral("--page: the page \"%1\" is not in this version yet; it has %2")
                             .arg(options.page, pages));
        return wrong(QStringLiteral("--page: there is no page \"%1\"; this version has %2").arg(options.page, pages));
    }
    options.screenshotFile = parser.value(screenshot);
    if (parser.isSet(size)) {
        static const QRegularExpression shape(QStringLiteral("^(\\d{3,4})x(\\d{3,4})$"));
        const auto match = shape.match(parser.value(size));
        if (!match.hasMatch())
            return wrong(QStringLiteral("--size: \"%1\" is not a size such as 1280x800").arg(parser.value(size)));
        options.size = QSize(match.captured(1).toInt(), match.captured(2).toInt());
    }
    options.language = parser.value(language);
    if (parser.isSet(language) &&
        !QStringList{QStringLiteral("en"), QStringLiteral("ru"), QStringLiteral("kk")}.contains(options.language))
        return wrong(QStringLiteral("--language: \"%1\" is none of en, ru, kk").arg(options.language));
    options.configFile = parser.value(config);
    options.assignments = parser.values(set);
    return options;
}

} // namespace oshaq
