// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/backuphead.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace oshaq {

namespace {

constexpr int format = 1;
constexpr qsizetype saltBytes = 16;
constexpr qsizetype checkBytes = 8;
constexpr qsizetype hashBytes = 32;

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QString isoTime(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

/// Reads values and remembers whether each was there.
class Reader
{
public:
    explicit Reader(QJsonObject json)
        : m_json(std::move(json))
    {}

    bool isSound() const { return m_sound; }

    QString text(const char *name)
    {
        const QJsonValue value = m_json.value(QLatin1String(name));
        m_sound &= value.isString();
        return value.toString();
    }
    /// Numbers are written as text: JSON's own lose what is beyond 2^53.
    qint64 number(const char *name)
    {
        bool isNumber = false;
        const qint64 value = text(name).toLongLong(&isNumber);
        m_sound &= isNumber && value >= 0;
        return value;
    }
    qint64 time(const char *name)
    {
        const QDateTime value = QDateTime::fromString(text(name), Qt::ISODateWithMs);
        m_sound &= value.isValid();
        return value.toMSecsSinceEpoch();
    }
    QByteArray bytes(const char *name, qsizetype size)
    {
        const QByteArray value = QByteArray::fromHex(text(name).toLatin1());
        m_sound &= value.size() == size;
        return value;
    }
    QJsonObject object(const char *name)
    {
        const QJsonValue value = m_json.value(QLatin1String(name));
        m_sound &= value.isObject();
        return value.toObject();
    }

private:
    const QJsonObject m_json;
    bool m_sound = true;
};

} // namespace

QByteArray backupHeadJson(const BackupHead &head)
{
    const auto number = [](qint64 value) { return QJsonValue(QString::number(value)); };
    QJsonObject journal;
    for (const auto &[business, last] : head.journal) {
        QJsonObject one{{QStringLiteral("seq"), number(last.seq)}, {QStringLiteral("hash"), hex(last.hash)}};
        if (const auto seqs = head.journalSeqs.find(business); seqs != head.journalSeqs.end()) {
            one.insert(QStringLiteral("first"), number(seqs->second.first));
            one.insert(QStringLiteral("last"), number(seqs->second.second));
        }
        journal.insert(QString::number(business), one);
    }
    QJsonObject key{{QStringLiteral("check"), hex(head.key.check)}, {QStringLiteral("salt"), hex(head.key.salt)}};
    if (head.key.from == KeyRecipe::From::Passphrase) {
        key.insert(QStringLiteral("from"), QStringLiteral("argon2id"));
        key.insert(QStringLiteral("ops"), number(head.key.opsLimit));
        key.insert(QStringLiteral("memory"), number(head.key.memoryBytes));
    } else {
        key.insert(QStringLiteral("from"), QStringLiteral("file"));
    }
    const QJsonObject json{
        {QStringLiteral("format"), format},
        {QStringLiteral("kind"),
         head.kind == BackupHead::Kind::Full ? QStringLiteral("full") : QStringLiteral("increment")},
        {QStringLiteral("chain"), head.chain},
        {QStringLiteral("incarnation"), head.incarnation},
        {QStringLiteral("epoch"), head.epoch},
        {QStringLiteral("schema"), number(head.schema)},
        {QStringLiteral("first"), number(head.first)},
        {QStringLiteral("last"), number(head.last)},
        {QStringLiteral("from"), isoTime(head.fromMs)},
        {QStringLiteral("to"), isoTime(head.toMs)},
        {QStringLiteral("journal"), journal},
        {QStringLiteral("made_by"), head.madeBy},
        {QStringLiteral("key"), key},
    };
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<BackupHead> readBackupHead(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    if (json.value(QLatin1String("format")).toInt() != format) {
        return Error{ErrorCode::MalformedJson,
                     QStringLiteral("it has a format that this version of the program does not know"),
                     {}};
    }
    Reader reader(json);
    BackupHead head;
    const QString kind = reader.text("kind");
    head.kind = kind == u"full" ? BackupHead::Kind::Full : BackupHead::Kind::Increment;
    head.chain = reader.text("chain");
    head.incarnation = reader.text("incarnation");
    head.epoch = reader.text("epoch");
    head.schema = int(reader.number("schema"));
    head.first = reader.number("first");
    head.last = reader.number("last");
    head.fromMs = reader.time("from");
    head.toMs = reader.time("to");
    head.madeBy = reader.text("made_by");
    bool isSound = kind == u"full" || kind == u"increment";
    const QJsonObject journal = reader.object("journal");
    for (auto one = journal.begin(); one != journal.end(); ++one) {
        bool isNumber = false;
        const qint64 business = one.key().toLongLong(&isNumber);
        Reader entry(one.value().toObject());
        head.journal[business] = {entry.number("seq"), entry.bytes("hash", hashBytes)};
        if (one.value().toObject().contains(QLatin1String("first")))
            head.journalSeqs[business] = {entry.number("first"), entry.number("last")};
        isSound = isSound && isNumber && entry.isSound();
    }
    Reader key(reader.object("key"));
    const QString from = key.text("from");
    head.key.from = from == u"argon2id" ? KeyRecipe::From::Passphrase : KeyRecipe::From::KeyFile;
    head.key.check = key.bytes("check", checkBytes);
    head.key.salt = key.bytes("salt", saltBytes);
    if (head.key.from == KeyRecipe::From::Passphrase) {
        head.key.opsLimit = key.number("ops");
        head.key.memoryBytes = key.number("memory");
    }
    static const QRegularExpression chain(QStringLiteral("^[0-9a-f]{16}$"));
    isSound = isSound && (from == u"argon2id" || from == u"file") && chain.match(head.chain).hasMatch() &&
              head.first <= head.last && head.fromMs <= head.toMs;
    if (!isSound || !reader.isSound() || !key.isSound())
        return Error{ErrorCode::MalformedJson, QStringLiteral("its head does not say what a backup says"), {}};
    return head;
}

} // namespace oshaq
