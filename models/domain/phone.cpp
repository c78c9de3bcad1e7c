// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/phone.h"

namespace oshaq {

namespace {

constexpr qsizetype shortest = 8;
constexpr qsizetype longest = 15;
/// Of a number at home, and with the country's own digit before it.
constexpr qsizetype national = 10;

bool isDecoration(QChar c)
{
    return c == u' ' || c == u'-' || c == u'.' || c == u'(' || c == u')' || c == u'\u00a0' || c == u'\u2011';
}

} // namespace

std::optional<QString> normalPhone(const QString &typed)
{
    QString digits;
    bool isInternational = false;
    const QString trimmed = typed.trimmed();
    for (const QChar c : trimmed) {
        if (c == u'+' && digits.isEmpty() && !isInternational)
            isInternational = true;
        else if (c >= u'0' && c <= u'9')
            digits += c;
        else if (!isDecoration(c))
            return std::nullopt;
    }
    if (!isInternational && digits.startsWith(u"00")) {
        digits.remove(0, 2);
        isInternational = true;
    }
    if (!isInternational) {
        const bool withTrunk = digits.size() == national + 1 && (digits[0] == u'8' || digits[0] == u'7');
        const bool bare = digits.size() == national && digits[0] == u'7';
        if (!withTrunk && !bare)
            return std::nullopt;
        digits = u'7' + digits.right(national);
    }
    if (digits.size() < shortest || digits.size() > longest || digits[0] == u'0')
        return std::nullopt;
    if (digits[0] == u'7' && digits.size() != national + 1)
        return std::nullopt;
    return u'+' + digits;
}

} // namespace oshaq
