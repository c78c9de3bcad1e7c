// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/pairinglink.h"

#include "models/domain/typedcode.h"

#include <QUrl>
#include <QUrlQuery>

namespace oshaq {

namespace {

constexpr qsizetype fingerprintBytes = 32;
constexpr qsizetype longestLink = 500;
constexpr QByteArray::Base64Options base64{QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals};

Error invalid(const QString &issue)
{
    return Error{ErrorCode::ValidationFailed,
                 QStringLiteral("This is no pairing link: %1.").arg(issue),
                 {{QStringLiteral("link"), issue}}};
}

bool isHub(const QUrl &url)
{
    return url.isValid() && url.scheme() == u"https" && !url.host().isEmpty() && url.port() > 0 &&
           url.path().isEmpty() && url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment();
}

} // namespace

QString PairingLink::text() const
{
    return QStringLiteral("oshaq://pair?u=%1&f=%2&c=%3")
        .arg(url, QString::fromLatin1(fingerprint.toBase64(base64)), code);
}

bool PairingLink::looksLikeOne(const QString &text)
{
    return text.trimmed().startsWith(u"oshaq:", Qt::CaseInsensitive);
}

Result<PairingLink> PairingLink::fromText(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.size() > longestLink)
        return invalid(QStringLiteral("it is too long"));
    const QUrl whole(trimmed, QUrl::StrictMode);
    if (!whole.isValid() || whole.scheme() != u"oshaq" || whole.host() != u"pair" || !whole.path().isEmpty())
        return invalid(QStringLiteral("it begins with oshaq://pair"));
    const QUrlQuery query(whole);
    for (const char *name : {"u", "f", "c"}) {
        if (query.allQueryItemValues(QLatin1String(name)).size() != 1)
            return invalid(QStringLiteral("%1 stands in it once").arg(QLatin1String(name)));
    }
    PairingLink link;
    link.url = query.queryItemValue(QStringLiteral("u"), QUrl::FullyDecoded);
    if (!isHub(QUrl(link.url, QUrl::StrictMode)))
        return invalid(QStringLiteral("u is an address such as https://192.168.1.10:8787"));
    const auto fingerprint = QByteArray::fromBase64Encoding(query.queryItemValue(QStringLiteral("f")).toLatin1(),
                                                            base64 | QByteArray::AbortOnBase64DecodingErrors);
    if (!fingerprint || (*fingerprint).size() != fingerprintBytes)
        return invalid(QStringLiteral("f is a SHA-256 in base64url"));
    link.fingerprint = *fingerprint;
    link.code = query.queryItemValue(QStringLiteral("c"), QUrl::FullyDecoded);
    if (!typedcode::clean(link.code, typedcode::pairingBytes))
        return invalid(QStringLiteral("c is a code such as K7QM-01XA"));
    return link;
}

} // namespace oshaq
