// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/settings.h"
#include "models/domain/result.h"
#include "sync/protocol/csv.h"

#include <QByteArray>
#include <QCommandLineParser>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace oshaq {

/// What the program ends with.
namespace exitcode {
inline constexpr int ok = 0;
inline constexpr int failed = 1;  ///< it was understood and could not be done
inline constexpr int usage = 2;   ///< wrong command line or configuration
inline constexpr int badFile = 3; ///< a file has wrong rows; nothing of it was used
inline constexpr int stuck = 70;  ///< a thread got nowhere; start it again
inline constexpr int again = 75;  ///< the record has to be opened anew; start it again
} // namespace exitcode

/// Runs "init", "serve", ...; the program's exit code. Needs a QCoreApplication.
int runCommand(const QStringList &arguments);

int runInit(const QStringList &arguments);
int runServe(const QStringList &arguments);
int runImport(const QStringList &arguments);
int runIntegration(const QStringList &arguments);
int runReplay(const QStringList &arguments);
int runTerminal(const QStringList &arguments);
int runConfig(const QStringList &arguments);
int runRotateKey(const QStringList &arguments);
int runBackup(const QStringList &arguments);
int runRestore(const QStringList &arguments);
int runCheck(const QStringList &arguments);
int runOpenApi(const QStringList &arguments);
int runDoctor(const QStringList &arguments);
int runMigrate(const QStringList &arguments);

/// "oshaqd: TEXT" on standard error.
void sayError(const QString &text);
void sayNote(const QString &text);
/// One line on standard output, at once. False when it cannot be written.
bool printLine(const QByteArray &line);

class CommandOptions;
/// --part I/N as I - 1 and N; says what is wrong and gives nothing when it is not that.
std::optional<std::pair<int, int>> partFrom(const CommandOptions &options);

/// --token-file: what the file holds; says what is wrong and gives nothing when it holds no token.
std::optional<QString> tokenFrom(const CommandOptions &options);

/// At most `limit` of the problems on standard error, and how many more there are.
void sayProblems(const QString &fileName, const std::vector<FileProblem> &problems, std::size_t limit = 200);

/// A command's own options. Parsing answers --help itself and says what is wrong.
class CommandOptions
{
public:
    /// `usage`: "init --data DIR --business NAME [...]".
    CommandOptions(const QString &usage, const QString &description);

    void addValue(const char *name, const char *placeholder, const char *meaning, const char *defaultValue = "");
    void addSwitch(const char *name, const char *meaning);
    /// --config and --set.
    void addSettings();

    /// Nothing when the command is to run; otherwise the exit code (help was shown, or an error said).
    /// `positionals`: how many arguments without a dash there must be, and what they are called in a message.
    std::optional<int> parse(const QStringList &arguments, int positionals = 0, const char *positionalName = "");

    bool has(const char *name) const { return m_parser.isSet(QLatin1String(name)); }
    QString value(const char *name) const { return m_parser.value(QLatin1String(name)); }
    QStringList values(const char *name) const { return m_parser.values(QLatin1String(name)); }
    QStringList positionals() const { return m_parser.positionalArguments(); }

    /// The value of an option that has to be there; says so and gives nothing when it is not.
    std::optional<QString> needed(const char *name) const;
    /// A whole number within bounds; says so and gives nothing when it is not.
    std::optional<qint64> number(const char *name, qint64 least, qint64 most) const;

    /// Defaults < file (--config, else oshaq.ini in `dataDirectory` when there is one) < environment < --set and
    /// `extra`.
    Result<Settings> settings(const QString &dataDirectory, const QStringList &extra = {}) const;
    /// What settings() reads.
    Settings::Sources sources(const QString &dataDirectory, const QStringList &extra = {}) const;

private:
    QString m_usage;
    QCommandLineParser m_parser;
};

} // namespace oshaq
