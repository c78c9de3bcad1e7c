// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "sync/server/addresslist.h"

#include <QHostAddress>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <span>
#include <vector>

namespace oshaq {

/// One thing that can be configured.
struct SettingInfo
{
    enum class Kind
    {
        Text,
        Switch,
        Number,
        Address,
        Choice,
        Date,     ///< "2027-01-31", or empty for none
        Networks, ///< "192.168.1.0/24, fd00::/8", or empty
        Origins,  ///< "https://orders.example", blank or comma separated, or empty
        File,     ///< a path, or empty
    };

    const char *key; ///< "section.name"
    Kind kind;
    const char *defaultValue;
    const char *meaning; ///< for `oshaqd config` and the manual
    qint64 least = 0;    ///< Number
    qint64 most = 0;
    const char *choices = ""; ///< Choice, blank separated
    bool secret = false;      ///< never printed, never logged
};

/// Where a server listens.
struct ListenAddress
{
    QHostAddress address;
    quint16 port = 0;

    bool isLoopback() const { return address.isLoopback(); }
    /// "127.0.0.1:8787", "[::1]:8787".
    QString text() const;
};

/// "127.0.0.1:8787", "[::1]:0", "0.0.0.0:80", "localhost:8787"; nothing for anything else, names of other hosts
/// included.
std::optional<ListenAddress> listenAddressFromText(const QString &text);

/// The effective configuration: defaults < configuration file < environment < command line. A value object.
///
/// File: INI with [section] and name = value, comments from '#' or ';' at the beginning of a line. Environment:
/// OSHAQ_SECTION_NAME, or OSHAQ_SECTION_NAME_FILE with the path of a file that holds the value, as containers hand
/// secrets over. Command line: section.name=value, and never a secret: everybody on the machine can read it. A key that nobody knows is refused with the nearest one that
/// exists; in the environment only where it begins with a section of ours (OSHAQ_SERVER_...), because
/// other variables beginning with OSHAQ_ belong to scripts. Values are checked when they are read.
class Settings
{
public:
    enum class Source
    {
        Default,
        File,
        Environment,
        CommandLine
    };

    struct Sources
    {
        QString file; ///< empty: none
        QProcessEnvironment environment;
        QStringList assignments; ///< of --set
    };

    static std::span<const SettingInfo> table();

    /// ValidationFailed with the place and what to write instead.
    static Result<Settings> load(const Sources &sources);

    /// Everything that is wrong in all sources, each with its place; empty when load() succeeds.
    static std::vector<Error> problems(const Sources &sources);

    /// Of a key in the table; switches are "on" or "off".
    QString text(const char *key) const;
    bool isOn(const char *key) const;
    qint64 number(const char *key) const;
    ListenAddress address(const char *key) const;
    AddressList networks(const char *key) const;
    QList<QByteArray> origins(const char *key) const;
    /// Of a list, blank or comma separated.
    QStringList words(const char *key) const;
    /// The first millisecond of the day in UTC; 0 when none is set.
    qint64 dayMs(const char *key) const;

    Source sourceOf(const char *key) const;
    /// For people: secrets that are set are "********".
    QString shown(const SettingInfo &info) const;

private:
    struct Value
    {
        QString text;
        Source source = Source::Default;
    };

    Result<void> set(const QString &key, const QString &value, Source source, const QString &place);
    void readAll(const Sources &sources, std::vector<Error> *problems);
    void readFile(const QString &path, std::vector<Error> *problems);
    void readEnvironment(const QProcessEnvironment &environment, std::vector<Error> *problems);
    Result<void> readVariable(const QProcessEnvironment &environment, const QString &key, const QString &name);

    std::map<QString, Value> m_values; ///< every key of the table
};

} // namespace oshaq
