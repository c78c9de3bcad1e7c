// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commandline.h"

#include "sync/protocol/json.h"

#include <QFileInfo>

namespace oshaq {

namespace {

QString sourceText(Settings::Source source)
{
    switch (source) {
    case Settings::Source::Default:
        return QStringLiteral("default");
    case Settings::Source::File:
        return QStringLiteral("file");
    case Settings::Source::Environment:
        return QStringLiteral("environment");
    case Settings::Source::CommandLine:
        return QStringLiteral("command line");
    }
    return {};
}

QByteArray asJson(const Settings &settings)
{
    JsonWriter json;
    json.beginArray();
    for (const SettingInfo &info : Settings::table()) {
        json.beginObject();
        json.key("key").value(QString::fromLatin1(info.key));
        json.key("value").value(settings.shown(info));
        json.key("source").value(sourceText(settings.sourceOf(info.key)));
        json.key("default").value(QString::fromLatin1(info.defaultValue));
        json.key("meaning").value(QString::fromLatin1(info.meaning));
        json.key("secret").value(info.secret);
        json.endObject();
    }
    json.endArray();
    return json.take();
}

/// A valid configuration file.
QByteArray asIni(const Settings &settings)
{
    QString text;
    QString section;
    for (const SettingInfo &info : Settings::table()) {
        const QString key = QString::fromLatin1(info.key);
        if (key.section(u'.', 0, 0) != section) {
            text += (section.isEmpty() ? QString() : QStringLiteral("\n"));
            section = key.section(u'.', 0, 0);
            text += QStringLiteral("[%1]\n").arg(section);
        }
        text += QStringLiteral("# %1 (%2)\n")
                    .arg(QString::fromLatin1(info.meaning), sourceText(settings.sourceOf(info.key)));
        text += QStringLiteral("%1 = %2\n").arg(key.section(u'.', 1), settings.shown(info));
    }
    text.chop(1);
    return text.toUtf8();
}

/// What the values of the table cannot tell one by one.
std::vector<Error> problemsTogether(const Settings &settings)
{
    std::vector<Error> problems;
    const auto say = [&problems](const QString &text) { problems.push_back({ErrorCode::ValidationFailed, text, {}}); };
    const ListenAddress listen = settings.address("server.listen");
    const bool isTls = settings.isOn("server.tls");
    if (!listen.isLoopback() && !isTls && !settings.isOn("server.plain_http")) {
        say(QStringLiteral("server.listen: other machines reach %1, so server.tls or server.plain_http has to be on.")
                .arg(listen.text()));
    }
    if (settings.text("tls.certificate").isEmpty() != settings.text("tls.key").isEmpty())
        say(QStringLiteral("tls.certificate and tls.key belong together; one of them is empty."));
    for (const SettingInfo &info : Settings::table()) {
        const QString path = info.kind == SettingInfo::Kind::File ? settings.text(info.key) : QString();
        if (!path.isEmpty() && !QFileInfo(path).isReadable())
            say(QStringLiteral("%1: %2 is not there, or this user may not read it.")
                    .arg(QLatin1String(info.key), path));
    }
    return problems;
}

int checkConfig(const QStringList &arguments)
{
    CommandOptions options(
        QStringLiteral("config check [--data DIR] [--config FILE] [--set KEY=VALUE] [--json]"),
        QStringLiteral("Says everything that is wrong in the configuration, with file and line. Exit "
                       "code 2 when something is."));
    options.addValue("data", "DIR", "Directory of the hub, for its oshaq.ini.");
    options.addSettings();
    options.addSwitch("json", "Print a JSON array of what is wrong.");
    if (const auto code = options.parse(arguments))
        return *code;
    const Settings::Sources sources = options.sources(options.value("data"));
    std::vector<Error> problems = Settings::problems(sources);
    if (problems.empty())
        problems = problemsTogether(*Settings::load(sources));
    if (options.has("json")) {
        JsonWriter json;
        json.beginArray();
        for (const Error &problem : problems)
            json.value(problem.message);
        json.endArray();
        if (!printLine(json.take()))
            return exitcode::failed;
    } else {
        for (const Error &problem : problems)
            sayNote(problem.message);
        const QByteArray from = sources.file.isEmpty() ? QByteArray("The configuration") : sources.file.toUtf8();
        if (problems.empty() && !printLine(from + " is right."))
            return exitcode::failed;
    }
    return problems.empty() ? exitcode::ok : exitcode::usage;
}

} // namespace

int runConfig(const QStringList &arguments)
{
    if (arguments.value(0) == QLatin1String("check"))
        return checkConfig(arguments.mid(1));
    CommandOptions options(
        QStringLiteral("config [check] [--data DIR] [--config FILE] [--set KEY=VALUE] [--json]"),
        QStringLiteral("Prints what is in force: defaults < configuration file < environment (OSHAQ_SECTION_NAME) < "
                       "command line. Secrets are masked."));
    options.addValue("data", "DIR", "Directory of the hub, for its oshaq.ini.");
    options.addSettings();
    options.addSwitch("json", "Print a JSON array.");
    if (const auto code = options.parse(arguments))
        return *code;
    const Result<Settings> settings = options.settings(options.value("data"));
    if (!settings) {
        sayError(settings.error().message);
        return exitcode::usage;
    }
    return printLine(options.has("json") ? asJson(*settings) : asIni(*settings)) ? exitcode::ok : exitcode::failed;
}

} // namespace oshaq
