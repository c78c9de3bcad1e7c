// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/messages/mimemessage.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace oshaq {

namespace {

/// Of what one encoded word holds: RFC 2047 allows a line 76 bytes, and the first one has the header's name as well.
constexpr qsizetype wordBytes = 39;
constexpr qsizetype lineBytes = 76;

bool isPlain(const QString &text)
{
    // A "=?" of somebody's own would read as an encoded word.
    return text.size() <= 60 && !text.contains(QLatin1String("=?")) &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u' ' && c < u'\x7f'; });
}

/// Whole characters in each word, as RFC 2047 asks.
QByteArray encodedWords(const QString &text)
{
    QByteArrayList words;
    QByteArray word;
    const auto flush = [&] {
        if (!word.isEmpty())
            words.append("=?UTF-8?B?" + word.toBase64() + "?=");
        word.clear();
    };
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype length = text.at(at).isHighSurrogate() && at + 1 < text.size() ? 2 : 1;
        const QByteArray character = text.mid(at, length).toUtf8();
        if (word.size() + character.size() > wordBytes)
            flush();
        word += character;
        at += length;
    }
    flush();
    return words.join("\r\n ");
}

QByteArray headerText(const QString &text)
{
    const QString line = text.simplified();
    return isPlain(line) ? line.toLatin1() : encodedWords(line);
}

QByteArray mailbox(const QString &name, const QString &address)
{
    const QByteArray in = '<' + address.toLatin1() + '>';
    const QString line = name.simplified();
    if (line.isEmpty())
        return in;
    // A name of nothing but letters and blanks needs no quotes.
    const bool isAtoms =
        isPlain(line) && std::all_of(line.begin(), line.end(), [](QChar c) {
            return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u' ';
        });
    return (isAtoms ? line.toLatin1() : encodedWords(line)) + "\r\n " + in;
}

QByteArray date(qint64 ms)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
    return QLocale::c().toString(at, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")).toLatin1() + " +0000";
}

} // namespace

QByteArray mimeMessage(const MailMessage &mail)
{
    const QByteArray host = mail.from.mid(mail.from.lastIndexOf(u'@') + 1).toLatin1();
    QByteArray message;
    message += "Date: " + date(mail.atMs) + "\r\n";
    message += "From: " + mailbox(mail.fromName, mail.from) + "\r\n";
    message += "To: " + mailbox(mail.toName, mail.to) + "\r\n";
    message += "Subject: " + headerText(mail.subject) + "\r\n";
    message += "Message-ID: <" + mail.id.toLatin1() + '@' + host + ">\r\n";
    // RFC 3834: nobody's holiday notice answers it.
    message += "Auto-Submitted: auto-generated\r\n"
               "MIME-Version: 1.0\r\n"
               "Content-Type: text/plain; charset=utf-8\r\n"
               "Content-Transfer-Encoding: base64\r\n\r\n";
    QString body = mail.body;
    body.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(u'\n', QLatin1String("\r\n"));
    const QByteArray encoded = body.toUtf8().toBase64();
    for (qsizetype at = 0; at < encoded.size(); at += lineBytes)
        message += encoded.mid(at, lineBytes) + "\r\n";
    return message;
}

} // namespace oshaq
