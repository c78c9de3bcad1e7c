// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/settings.h"

#include "sync/protocol/columnmap.h"

#include <QDateTime>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace oshaq {

namespace {

using Kind = SettingInfo::Kind;

constexpr qint64 maxFileBytes = 1'000'000;
constexpr qint64 maxValueBytes = 65'536; ///< of a file that holds one value

constexpr std::array settingTable{
    SettingInfo{"server.listen", Kind::Address, "127.0.0.1:8787",
                "Address and port of the API; port 0 takes any free one"},
    SettingInfo{"server.url", Kind::Text, "",
                "Where other machines reach this one, such as https://192.168.1.10:8787; empty finds it out"},
    SettingInfo{"server.plain_http", Kind::Switch, "off",
                "Answer plain HTTP on an address that other machines reach; leave it off unless a proxy adds TLS or "
                "the network is your own"},
    SettingInfo{"server.threads", Kind::Number, "0", "HTTP threads; 0 is one for each core", 0, 64},
    SettingInfo{"server.max_connections", Kind::Number, "8192", "Connections of each HTTP thread; above it 503", 1,
                100'000},
    SettingInfo{
        "server.tls", Kind::Switch, "off",
        "Speak TLS at server.listen. Without tls.certificate the hub makes its own, under tls/ in its directory"},
    SettingInfo{"tls.certificate", Kind::File, "", "Certificate chain of the server in PEM, with tls.key"},
    SettingInfo{"tls.key", Kind::File, "", "Private key of tls.certificate in PEM, without a passphrase"},
    SettingInfo{"tls.names", Kind::Text, "",
                "More names and addresses for the certificate that the hub makes, such as kitchen.example"},
    SettingInfo{"tls.oldest", Kind::Choice, "1.3", "Oldest version of TLS that is spoken: 1.3 or 1.2", 0, 0, "1.3 1.2"},
    SettingInfo{"server.announce", Kind::Switch, "on",
                "Say on the network that this hub is there, so that new screens find it; needs server.tls and Avahi"},
    SettingInfo{"server.max_body_kb", Kind::Number, "8192", "Largest request body in kilobytes; above it 413", 1,
                65'536},
    SettingInfo{"server.watchdog_s", Kind::Number, "60",
                "Seconds without progress after which a stuck thread ends the program, so that it is started again; "
                "0 never",
                0, 3'600},
    SettingInfo{"limits.rate", Kind::Switch, "on", "Limit how many requests one address may send"},
    SettingInfo{"limits.rate_per_second", Kind::Number, "50", "Requests a second that one address may keep up", 1,
                1'000'000},
    SettingInfo{"limits.rate_burst", Kind::Number, "200", "Requests that one address may send at once", 1, 1'000'000},
    SettingInfo{"http.allow", Kind::Networks, "", "Networks whose clients may use the API; empty is everybody"},
    SettingInfo{"http.deny", Kind::Networks, "", "Networks whose clients may not, whatever http.allow says"},
    SettingInfo{"http.trusted_proxies", Kind::Networks, "",
                "Proxies that are believed when they say for whom they ask (X-Forwarded-For, X-Forwarded-Proto)"},
    SettingInfo{"http.cors_origins", Kind::Origins, "", "Origins whose pages may call the API from a browser"},
    SettingInfo{"api.v1_deprecated", Kind::Date, "",
                "Day from which answers of API v1 say that clients should move on to v2"},
    SettingInfo{"api.v1_sunset", Kind::Date, "", "Day after which API v1 may be gone; answers of v1 announce it"},
    SettingInfo{"webhooks.private_addresses", Kind::Switch, "off",
                "Send webhooks to loopback and private addresses too, by plain HTTP if asked to"},
    SettingInfo{"bank.poll_ms", Kind::Number, "3000",
                "First pause before a bank is asked what became of a payment; later ones double", 50, 60'000},
    SettingInfo{"bank.page_s", Kind::Number, "1200", "How long a guest may take to pay on the bank's page", 1, 7'200},
    SettingInfo{
        "bank.arrival_s", Kind::Number, "120",
        "After how long what was sent to a bank has certainly arrived or will not; longer than its answers take", 1,
        3'600},
    SettingInfo{"backup.folder", Kind::File, "",
                "Folder that backups go to; empty, and no bucket, is no backups. Best on another disk"},
    SettingInfo{"backup.second_folder", Kind::File, "", "A second folder that gets the same, such as a mounted disk"},
    SettingInfo{"backup.s3_endpoint", Kind::Text, "", "S3-compatible service, such as https://s3.example"},
    SettingInfo{"backup.s3_bucket", Kind::Text, "", "Bucket that backups go to as well, or BUCKET/FOLDER"},
    SettingInfo{"backup.s3_region", Kind::Text, "us-east-1", "Region of the bucket"},
    SettingInfo{"backup.s3_access_key", Kind::Text, "", "Access key of the service"},
    SettingInfo{"backup.s3_secret_key", Kind::Text, "", "Its secret key; better in a file", 0, 0, "", true},
    SettingInfo{"backup.s3_secret_file", Kind::File, "", "File with the secret key"},
    SettingInfo{"backup.s3_ca", Kind::File, "", "CA of the service in PEM; empty trusts those of the system"},
    SettingInfo{"backup.key_file", Kind::File, "",
                "File with the key of the backups; keep a copy of it elsewhere, nothing can be restored without it"},
    SettingInfo{"backup.passphrase", Kind::Text, "",
                "Passphrase of the backups, instead of a key file; better in a file", 0, 0, "", true},
    SettingInfo{"backup.passphrase_file", Kind::File, "", "File with the passphrase of the backups"},
    SettingInfo{"backup.interval_s", Kind::Number, "5", "Seconds between two increments, while something changes", 1,
                3'600},
    SettingInfo{"backup.full_minutes", Kind::Number, "60", "Minutes between two full copies, while something changes",
                1, 10'080},
    SettingInfo{"backup.check_hours", Kind::Number, "24", "Hours between two restores into a scratch file", 1, 720},
    SettingInfo{"backup.keep_moments_hours", Kind::Number, "72", "Hours back to which every second can be restored", 1,
                8'760},
    SettingInfo{"backup.keep_hourly", Kind::Number, "48", "Hours of which the newest full copy is kept", 0, 8'760},
    SettingInfo{"backup.keep_daily", Kind::Number, "31", "Days of which the newest full copy is kept", 0, 3'650},
    SettingInfo{"backup.keep_monthly", Kind::Number, "12", "Months of which the newest full copy is kept", 0, 600},
    SettingInfo{"writer.max_batch", Kind::Number, "256", "Commands in one transaction of the hub's writer at most", 1,
                10'000},
    SettingInfo{"alerts.escalate_minutes", Kind::Number, "10",
                "After how many minutes an alarm that nobody confirmed is told to more people; 0 is never", 0, 1'440},
    SettingInfo{"tracing.export", Kind::Switch, "off",
                "Send traces of requests to a collector as OTLP/HTTP JSON (OpenTelemetry)"},
    SettingInfo{"tracing.endpoint", Kind::Text, "http://127.0.0.1:4318",
                "Where the collector is; /v1/traces is added to it"},
    SettingInfo{"tracing.token", Kind::Text, "", "Token for the collector, sent as Authorization: Bearer", 0, 0, "",
                true},
    SettingInfo{"tracing.sample_percent", Kind::Number, "10",
                "Percent of the traces that begin here; a request with a traceparent says it itself", 0, 100},
    SettingInfo{"tracing.queue", Kind::Number, "2048", "Spans that may wait; more are dropped", 16, 1'000'000},
    SettingInfo{"log.level", Kind::Choice, "info", "What the log keeps: debug, info, warning or error", 0, 0,
                "debug info warning error"},
    SettingInfo{"log.access", Kind::Switch, "on", "Write one line for each request to log/access.log"},
    SettingInfo{"log.format", Kind::Choice, "json", "Lines of log/oshaq.log: json or text; the other files are json", 0,
                0, "json text"},
    SettingInfo{"log.audit", Kind::Switch, "on", "Write who changed what to log/audit.log, by ids"},
    SettingInfo{"log.security", Kind::Switch, "on",
                "Write refused sign-ins, tokens, rights and limits to log/security.log"},
    SettingInfo{"log.keep_days", Kind::Number, "30", "Days after which rotated log files go; 0 keeps them", 0, 3'650},
    SettingInfo{"log.journald", Kind::Switch, "off", "Send every line to journald too"},
    SettingInfo{"log.syslog", Kind::Text, "",
                "Send every line to syslog too (RFC 5424): unix:/dev/log or udp:192.168.1.5:514; empty is off"},
    SettingInfo{"log.max_mb", Kind::Number, "10", "Size at which a log file is rotated", 1, 1'000},
    SettingInfo{"log.files", Kind::Number, "5", "Log files of each kind that are kept", 1, 100},
};

const SettingInfo *findInfo(const QString &key)
{
    const auto it = std::find_if(settingTable.begin(), settingTable.end(),
                                 [&key](const SettingInfo &info) { return key == QLatin1String(info.key); });
    return it == settingTable.end() ? nullptr : &*it;
}

QStringList allKeys()
{
    QStringList keys;
    for (const SettingInfo &info : settingTable)
        keys << QString::fromLatin1(info.key);
    return keys;
}

/// "server.plain_http" is OSHAQ_SERVER_PLAIN_HTTP.
QString environmentName(const QString &key)
{
    QString name = key.toUpper();
    name.replace(u'.', u'_');
    return QStringLiteral("OSHAQ_") + name;
}

Error wrong(const QString &place, const QString &message)
{
    return {ErrorCode::ValidationFailed, place + QStringLiteral(": ") + message, {}};
}

std::optional<bool> switchFromText(const QString &text)
{
    const QString lower = text.toLower();
    for (const char *on : {"on", "true", "yes", "1"}) {
        if (lower == QLatin1String(on))
            return true;
    }
    for (const char *off : {"off", "false", "no", "0"}) {
        if (lower == QLatin1String(off))
            return false;
    }
    return std::nullopt;
}

std::optional<qint64> numberFromText(const QString &text)
{
    static const QRegularExpression digits(QStringLiteral("^[0-9]{1,12}$"));
    if (!digits.match(text).hasMatch())
        return std::nullopt;
    return text.toLongLong();
}

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression separators(QStringLiteral("[\\s,]+"));
    return text.split(separators, Qt::SkipEmptyParts);
}

/// What is wrong with a value, or its normal spelling.
Result<QString> normalValue(const SettingInfo &info, const QString &value, const QString &place)
{
    const QString key = QString::fromLatin1(info.key);
    const QString shown = info.secret ? QStringLiteral("the value") : u'"' + value.left(60) + u'"';
    switch (info.kind) {
    case Kind::Text:
        return value;
    case Kind::Switch:
        if (const auto on = switchFromText(value))
            return *on ? QStringLiteral("on") : QStringLiteral("off");
        return wrong(place, QStringLiteral("%1 is on or off, not %2.").arg(key, shown));
    case Kind::Number:
        if (const auto number = numberFromText(value); number && *number >= info.least && *number <= info.most)
            return QString::number(*number);
        return wrong(
            place,
            QStringLiteral("%1 is a number from %2 to %3, not %4.").arg(key).arg(info.least).arg(info.most).arg(shown));
    case Kind::Address:
        if (const auto address = listenAddressFromText(value))
            return address->text();
        return wrong(place, QStringLiteral("%1 is an address and a port such as 127.0.0.1:8787 or [::1]:8787, not %2.")
                                .arg(key, shown));
    case Kind::Date:
        if (value.isEmpty() || QDate::fromString(value, Qt::ISODate).isValid())
            return value;
        return wrong(place, QStringLiteral("%1 is a day such as 2027-01-31, not %2.").arg(key, shown));
    case Kind::Networks:
        if (const auto list = AddressList::fromText(value); !list)
            return wrong(place, QStringLiteral("%1: %2").arg(key, list.error().message));
        return value.simplified();
    case Kind::Origins:
        for (const QString &origin : wordsOf(value)) {
            static const QRegularExpression shape(QStringLiteral("^https?://[a-z0-9.-]+(:[0-9]{1,5})?$"));
            if (!shape.match(origin).hasMatch())
                return wrong(place, QStringLiteral("%1 takes origins such as https://orders.example, not %2.")
                                        .arg(key, u'"' + origin.left(60) + u'"'));
        }
        return value.simplified();
    case Kind::File:
        return value;
    case Kind::Choice:
        if (QString::fromLatin1(info.choices).split(u' ').contains(value.toLower()))
            return value.toLower();
        return wrong(place,
                     QStringLiteral("%1 is one of: %2; not %3.").arg(key, QString::fromLatin1(info.choices), shown));
    }
    return value;
}

QString unknownKey(const QString &key, const QString &nearest)
{
    QString message = QStringLiteral("there is no setting \"%1\"").arg(key.left(100));
    message += nearest.isEmpty() ? QStringLiteral("; \"oshaqd config\" lists them all.")
                                 : QStringLiteral("; did you mean \"%1\"?").arg(nearest);
    return message;
}

} // namespace

QString ListenAddress::text() const
{
    const QString host =
        address.protocol() == QAbstractSocket::IPv6Protocol ? u'[' + address.toString() + u']' : address.toString();
    return host + u':' + QString::number(port);
}

std::optional<ListenAddress> listenAddressFromText(const QString &text)
{
    static const QRegularExpression shape(
        QStringLiteral("^(?:\\[([0-9a-fA-F:.]+)\\]|([0-9.]+)|(localhost)):([0-9]{1,5})$"));
    const auto match = shape.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int port = match.captured(4).toInt();
    if (port > 65'535)
        return std::nullopt;
    ListenAddress listen;
    listen.port = static_cast<quint16>(port);
    if (!match.captured(3).isEmpty()) {
        listen.address = QHostAddress(QHostAddress::LocalHost);
        return listen;
    }
    const bool six = !match.captured(1).isEmpty();
    // QHostAddress also takes "1" and "1.2" for addresses; a person who writes that means something else.
    if (!six && match.captured(2).count(u'.') != 3)
        return std::nullopt;
    if (!listen.address.setAddress(six ? match.captured(1) : match.captured(2)))
        return std::nullopt;
    if (six != (listen.address.protocol() == QAbstractSocket::IPv6Protocol))
        return std::nullopt;
    return listen;
}

std::span<const SettingInfo> Settings::table()
{
    return settingTable;
}

Result<Settings> Settings::load(const Sources &sources)
{
    Settings settings;
    std::vector<Error> problems;
    settings.readAll(sources, &problems);
    if (!problems.empty())
        return problems.front();
    return settings;
}

std::vector<Error> Settings::problems(const Sources &sources)
{
    Settings settings;
    std::vector<Error> problems;
    settings.readAll(sources, &problems);
    return problems;
}

void Settings::readAll(const Sources &sources, std::vector<Error> *problems)
{
    for (const SettingInfo &info : settingTable)
        m_values[QString::fromLatin1(info.key)] = {QString::fromLatin1(info.defaultValue), Source::Default};
    if (!sources.file.isEmpty())
        readFile(sources.file, problems);
    readEnvironment(sources.environment, problems);
    for (const QString &assignment : sources.assignments) {
        const qsizetype equals = assignment.indexOf(u'=');
        if (equals < 1) {
            problems->push_back(
                wrong(QStringLiteral("--set"),
                      QStringLiteral("\"%1\" is not KEY=VALUE, such as limits.rate=off.").arg(assignment.left(60))));
            continue;
        }
        const auto done = set(assignment.left(equals).trimmed(), assignment.mid(equals + 1).trimmed(),
                              Source::CommandLine, QStringLiteral("--set"));
        if (!done)
            problems->push_back(done.error());
    }
}

Result<void> Settings::set(const QString &key, const QString &value, Source source, const QString &place)
{
    const SettingInfo *info = findInfo(key);
    if (!info)
        return wrong(place, unknownKey(key, nearestWord(key, allKeys())));
    if (info->secret && source == Source::CommandLine) {
        return wrong(place, QStringLiteral("%1 is a secret, and everybody on this machine can read a command line; put "
                                           "it into the configuration file, %2, or a file that %2_FILE names.")
                                .arg(key, environmentName(key)));
    }
    const Result<QString> normal = normalValue(*info, value, place);
    if (!normal)
        return normal.error();
    m_values[key] = {*normal, source};
    return {};
}

void Settings::readFile(const QString &path, std::vector<Error> *problems)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        problems->push_back(
            wrong(path, QStringLiteral("the configuration file cannot be read: %1.").arg(file.errorString())));
        return;
    }
    const QByteArray bytes = file.read(maxFileBytes + 1);
    if (bytes.size() > maxFileBytes) {
        problems->push_back(wrong(path, QStringLiteral("this is larger than a configuration file can be.")));
        return;
    }
    QString content = QString::fromUtf8(bytes);
    if (content.startsWith(QChar::ByteOrderMark))
        content.remove(0, 1);

    QString section;
    QStringList seen;
    int number = 0;
    for (const QString &raw : content.split(u'\n')) {
        const QString place = QStringLiteral("%1:%2").arg(path).arg(++number);
        const QString line = raw.trimmed();
        if (line.isEmpty() || line.startsWith(u'#') || line.startsWith(u';'))
            continue;
        if (line.startsWith(u'[')) {
            if (line.endsWith(u']'))
                section = line.mid(1, line.size() - 2).trimmed();
            else
                problems->push_back(wrong(place, QStringLiteral("a section is written [name].")));
            continue;
        }
        const qsizetype equals = line.indexOf(u'=');
        if (equals < 1) {
            problems->push_back(wrong(place, QStringLiteral("expected name = value.")));
            continue;
        }
        const QString name = line.left(equals).trimmed();
        const QString key = section.isEmpty() ? name : section + u'.' + name;
        if (seen.contains(key)) {
            problems->push_back(wrong(place, QStringLiteral("\"%1\" is set twice.").arg(key.left(100))));
            continue;
        }
        seen << key;
        if (const auto done = set(key, line.mid(equals + 1).trimmed(), Source::File, place); !done)
            problems->push_back(done.error());
    }
}

Result<void> Settings::readVariable(const QProcessEnvironment &environment, const QString &key, const QString &name)
{
    if (name == environmentName(key))
        return set(key, environment.value(name).trimmed(), Source::Environment, name);
    if (environment.contains(environmentName(key)))
        return wrong(name, QStringLiteral("%1 is set as well; keep one of both.").arg(environmentName(key)));
    QFile file(environment.value(name).trimmed());
    if (!file.open(QIODevice::ReadOnly))
        return wrong(name, QStringLiteral("%1 cannot be read: %2.").arg(file.fileName(), file.errorString()));
    return set(key, QString::fromUtf8(file.read(maxValueBytes)).trimmed(), Source::Environment, name);
}

void Settings::readEnvironment(const QProcessEnvironment &environment, std::vector<Error> *problems)
{
    std::map<QString, QString> keys; // by the names that they have in the environment
    QStringList sections;
    for (const QString &key : allKeys()) {
        keys.insert({environmentName(key) + QStringLiteral("_FILE"), key});
        sections << environmentName(key.section(u'.', 0, 0)) + u'_';
    }
    // A key that ends with "_file" itself is not the file of another one.
    for (const QString &key : allKeys())
        keys[environmentName(key)] = key;
    for (const QString &name : environment.keys()) {
        if (!name.startsWith(QLatin1String("OSHAQ_")))
            continue;
        if (const auto known = keys.find(name); known != keys.end()) {
            if (const auto done = readVariable(environment, known->second, name); !done)
                problems->push_back(done.error());
            continue;
        }
        const bool ourSection =
            std::any_of(sections.begin(), sections.end(), [&name](const QString &s) { return name.startsWith(s); });
        if (ourSection) {
            QStringList lower;
            for (const QString &key : allKeys())
                lower << environmentName(key).toLower();
            const QString nearest = nearestWord(name, lower).toUpper();
            problems->push_back(wrong(QStringLiteral("environment"), unknownKey(name, nearest)));
        }
    }
}

QString Settings::text(const char *key) const
{
    const auto it = m_values.find(QString::fromLatin1(key));
    Q_ASSERT_X(it != m_values.end(), "Settings", key);
    return it == m_values.end() ? QString() : it->second.text;
}

bool Settings::isOn(const char *key) const
{
    return text(key) == QLatin1String("on");
}

AddressList Settings::networks(const char *key) const
{
    const Result<AddressList> list = AddressList::fromText(text(key));
    return list ? *list : AddressList();
}

QStringList Settings::words(const char *key) const
{
    return wordsOf(text(key));
}

QList<QByteArray> Settings::origins(const char *key) const
{
    QList<QByteArray> list;
    for (const QString &origin : words(key))
        list << origin.toLatin1();
    return list;
}

qint64 Settings::dayMs(const char *key) const
{
    const QDate day = QDate::fromString(text(key), Qt::ISODate);
    return day.isValid() ? day.startOfDay(Qt::UTC).toMSecsSinceEpoch() : 0;
}

qint64 Settings::number(const char *key) const
{
    return text(key).toLongLong();
}

ListenAddress Settings::address(const char *key) const
{
    return listenAddressFromText(text(key)).value_or(ListenAddress());
}

Settings::Source Settings::sourceOf(const char *key) const
{
    const auto it = m_values.find(QString::fromLatin1(key));
    return it == m_values.end() ? Source::Default : it->second.source;
}

QString Settings::shown(const SettingInfo &info) const
{
    const QString value = text(info.key);
    return info.secret && !value.isEmpty() ? QStringLiteral("********") : value;
}

} // namespace oshaq
