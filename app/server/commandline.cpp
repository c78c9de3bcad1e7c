// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commandline.h"

#include "sync/protocol/columnmap.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cstdio>

namespace oshaq {

namespace {

struct Command
{
    const char *name;
    int (*run)(const QStringList &);
    const char *meaning;
};

constexpr Command commands[] = {
    {"init", runInit, "Set up a hub in a directory and print its business token"},
    {"serve", runServe, "Run the hub and its API until SIGTERM or SIGINT"},
    {"import", runImport, "Bring in a menu from a CSV file"},
    {"integration", runIntegration, "Set up the bank, mail and the like while no hub runs"},
    {"backup", runBackup, "Make a full backup of a hub now, running or not"},
    {"restore", runRestore, "Put a hub back to any second that the backups know"},
    {"check", runCheck, "Look at the whole record: the file, the journal's hash chain, what backups say of it"},
    {"replay", runReplay, "Play a file of real orders against a running hub, as its guests would"},
    {"terminal", runTerminal, "Run a terminal without a window against a running hub, for drills"},
    {"config", runConfig, "Print the effective configuration, or check it"},
    {"rotate-key", runRotateKey, "Seal personal fields under a new key"},
    {"doctor", runDoctor, "Look at everything that a hub needs, and say what to do"},
    {"migrate", runMigrate, "Bring a record to the schema of this program, with a copy first"},
    {"openapi", runOpenApi, "Print the document of the API"},
};

void printHelp(FILE *out)
{
    std::fputs("oshaqd " OSHAQ_VERSION
               ": the hub of a restaurant, without a screen\n\nusage: oshaqd COMMAND [options]\n\n",
               out);
    for (const Command &command : commands)
        std::fprintf(out, "  %-11s %s\n", command.name, command.meaning);
    std::fputs(
        "\n\"oshaqd COMMAND --help\" shows a command's options.\n"
        "Exit codes: 0 done, 1 could not be done, 2 wrong command line or configuration, 3 a file has wrong rows.\n",
        out);
}

void saySideways(const char *prefix, const QString &text)
{
    std::fprintf(stderr, "%s%s\n", prefix, text.toUtf8().constData());
}

} // namespace

int runCommand(const QStringList &arguments)
{
    const QString first = arguments.value(0);
    if (first == QLatin1String("--version") || first == QLatin1String("-v"))
        return printLine("oshaqd " OSHAQ_VERSION) ? exitcode::ok : exitcode::failed;
    if (first == QLatin1String("--help") || first == QLatin1String("-h") || first == QLatin1String("help")) {
        printHelp(stdout);
        return exitcode::ok;
    }
    QStringList names;
    for (const Command &command : commands) {
        if (first == QLatin1String(command.name))
            return command.run(arguments.mid(1));
        names << QString::fromLatin1(command.name);
    }
    if (first.isEmpty()) {
        printHelp(stderr);
        return exitcode::usage;
    }
    const QString nearest = nearestWord(first, names);
    sayError(QStringLiteral("there is no command \"%1\"; ").arg(first.left(60)) +
             (nearest.isEmpty() ? QStringLiteral("\"oshaqd --help\" lists them.")
                                : QStringLiteral("did you mean \"%1\"?").arg(nearest)));
    return exitcode::usage;
}

void sayError(const QString &text)
{
    saySideways("oshaqd: ", text);
}

void sayNote(const QString &text)
{
    saySideways("", text);
}

bool printLine(const QByteArray &line)
{
    return std::fwrite(line.constData(), 1, std::size_t(line.size()), stdout) == std::size_t(line.size()) &&
           std::fputc('\n', stdout) != EOF && std::fflush(stdout) == 0;
}

void sayProblems(const QString &fileName, const std::vector<FileProblem> &problems, std::size_t limit)
{
    for (std::size_t i = 0; i < problems.size() && i < limit; ++i)
        sayNote(problemText(fileName, problems[i]));
    if (problems.size() > limit)
        sayNote(QStringLiteral("... and %1 more").arg(problems.size() - limit));
}

CommandOptions::CommandOptions(const QString &usage, const QString &description)
    : m_usage(usage)
{
    m_parser.setApplicationDescription(description);
    m_parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this help.")});
}

void CommandOptions::addValue(const char *name, const char *placeholder, const char *meaning, const char *defaultValue)
{
    m_parser.addOption({QString::fromLatin1(name), QString::fromLatin1(meaning), QString::fromLatin1(placeholder),
                        QString::fromLatin1(defaultValue)});
}

void CommandOptions::addSwitch(const char *name, const char *meaning)
{
    m_parser.addOption({QString::fromLatin1(name), QString::fromLatin1(meaning)});
}

void CommandOptions::addSettings()
{
    addValue("config", "FILE", "Configuration file (INI); without it DIR/oshaq.ini when there is one.");
    addValue("set", "KEY=VALUE", "Set one thing; may be given several times. \"oshaqd config\" lists the keys.");
}

std::optional<int> CommandOptions::parse(const QStringList &arguments, int positionals, const char *positionalName)
{
    const bool understood = m_parser.parse(QStringList{QStringLiteral("oshaqd")} + arguments);
    if (m_parser.isSet(QStringLiteral("help"))) {
        QString help = m_parser.helpText();
        // Qt's first line names the program only.
        help = QStringLiteral("usage: oshaqd ") + m_usage + help.mid(help.indexOf(u'\n'));
        std::fputs(help.toUtf8().constData(), stdout);
        return exitcode::ok;
    }
    if (!understood) {
        sayError(m_parser.errorText());
        sayNote(QStringLiteral("usage: oshaqd ") + m_usage);
        return exitcode::usage;
    }
    const QStringList loose = m_parser.positionalArguments();
    if (loose.size() != positionals) {
        if (loose.size() < positionals)
            sayError(QStringLiteral("%1 is missing.").arg(QLatin1String(positionalName)));
        else
            sayError(QStringLiteral("\"%1\" is not expected here.").arg(loose.at(positionals).left(60)));
        sayNote(QStringLiteral("usage: oshaqd ") + m_usage);
        return exitcode::usage;
    }
    return std::nullopt;
}

std::optional<QString> CommandOptions::needed(const char *name) const
{
    if (const QString text = value(name); !text.trimmed().isEmpty())
        return text;
    sayError(QStringLiteral("--%1 is missing.").arg(QLatin1String(name)));
    sayNote(QStringLiteral("usage: oshaqd ") + m_usage);
    return std::nullopt;
}

std::optional<qint64> CommandOptions::number(const char *name, qint64 least, qint64 most) const
{
    bool read = false;
    const qint64 number = value(name).toLongLong(&read);
    if (read && number >= least && number <= most)
        return number;
    sayError(QStringLiteral("--%1 is a whole number from %2 to %3, not \"%4\".")
                 .arg(QLatin1String(name), QString::number(least), QString::number(most), value(name).left(60)));
    return std::nullopt;
}

std::optional<std::pair<int, int>> partFrom(const CommandOptions &options)
{
    const QStringList numbers = options.value("part").split(u'/');
    bool partRead = false;
    bool partsRead = false;
    const int part = numbers.value(0).toInt(&partRead);
    const int parts = numbers.value(1).toInt(&partsRead);
    if (numbers.size() == 2 && partRead && partsRead && part >= 1 && part <= parts && parts <= 1000)
        return std::pair(part - 1, parts);
    sayError(QStringLiteral("--part is a number and of how many, such as 2/8, not \"%1\".")
                 .arg(options.value("part").left(60)));
    return std::nullopt;
}

std::optional<QString> tokenFrom(const CommandOptions &options)
{
    const auto path = options.needed("token-file");
    if (!path)
        return std::nullopt;
    QFile file(*path);
    if (!file.open(QIODevice::ReadOnly)) {
        sayError(QStringLiteral("The file of --token-file cannot be read: %1.").arg(file.errorString()));
        return std::nullopt;
    }
    const QByteArray token = file.read(4096).trimmed();
    if (token.isEmpty()) {
        sayError(QStringLiteral("The file of --token-file is empty."));
        return std::nullopt;
    }
    return QString::fromLatin1(token);
}

Result<Settings> CommandOptions::settings(const QString &dataDirectory, const QStringList &extra) const
{
    return Settings::load(sources(dataDirectory, extra));
}

Settings::Sources CommandOptions::sources(const QString &dataDirectory, const QStringList &extra) const
{
    Settings::Sources sources;
    sources.file = value("config");
    if (sources.file.isEmpty() && !dataDirectory.isEmpty()) {
        const QString beside = QDir(dataDirectory).filePath(QStringLiteral("oshaq.ini"));
        if (QFileInfo::exists(beside))
            sources.file = beside;
    }
    sources.environment = QProcessEnvironment::systemEnvironment();
    sources.assignments = values("set") + extra;
    return sources;
}

} // namespace oshaq
