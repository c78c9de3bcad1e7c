// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commandline.h"

#include "sync/protocol/json.h"

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

} // namespace

int runConfig(const QStringList &arguments)
{
    CommandOptions options(
        QStringLiteral("config [--data DIR] [--config FILE] [--set KEY=VALUE] [--json]"),
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
