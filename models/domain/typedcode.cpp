// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/typedcode.h"

namespace oshaq {

namespace {

constexpr QLatin1String alphabet("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
constexpr qsizetype bitsPerCharacter = 5;
constexpr qsizetype groupSize = 4;

} // namespace

QString typedcode::text(const QByteArray &random)
{
    Q_ASSERT(random.size() % bitsPerCharacter == 0);
    QString code;
    unsigned bits = 0;
    int held = 0;
    qsizetype written = 0;
    for (const char byte : random) {
        bits = (bits << 8U) | static_cast<unsigned char>(byte);
        held += 8;
        for (; held >= 5; held -= 5) {
            if (written > 0 && written % groupSize == 0)
                code += u'-';
            code += alphabet[(bits >> static_cast<unsigned>(held - 5)) & 31U];
            ++written;
        }
    }
    return code;
}

std::optional<QString> typedcode::clean(const QString &typed, qsizetype bytes)
{
    QString code;
    const QString upper = typed.toUpper();
    for (QChar c : upper) {
        if (c == u'-' || c.isSpace())
            continue;
        if (c == u'O')
            c = u'0';
        else if (c == u'I' || c == u'L')
            c = u'1';
        if (c.unicode() > 0x7f || !alphabet.contains(c))
            return std::nullopt;
        code += c;
    }
    if (code.size() != bytes * 8 / bitsPerCharacter)
        return std::nullopt;
    return code;
}

} // namespace oshaq
