// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/credentials.h"

#include <QList>

#include <algorithm>

namespace oshaq {

namespace {

Error wrong(const char *path, const QString &issue)
{
    return {ErrorCode::ValidationFailed, issue, {{QString::fromLatin1(path), issue}}};
}

/// Every digit the one before it plus `step`, 0 after 9.
bool isRun(const QString &pin, int step)
{
    for (qsizetype i = 1; i < pin.size(); ++i) {
        if ((pin[i - 1].unicode() - u'0' + step + 10) % 10 != pin[i].unicode() - u'0')
            return false;
    }
    return true;
}

bool repeatsEvery(const QString &pin, qsizetype length)
{
    if (pin.size() % length != 0 || pin.size() == length)
        return false;
    for (qsizetype i = length; i < pin.size(); ++i) {
        if (pin[i] != pin[i - length])
            return false;
    }
    return true;
}

} // namespace

Result<void> checkPin(const QString &pin)
{
    const bool digits = std::all_of(pin.begin(), pin.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!digits || pin.size() < minPin || pin.size() > maxPin)
        return wrong("pin", QStringLiteral("A PIN has %1 to %2 digits.").arg(minPin).arg(maxPin));
    const bool trivial = isRun(pin, 0) || isRun(pin, 1) || isRun(pin, -1) || repeatsEvery(pin, 2) ||
                         repeatsEvery(pin, 3) || repeatsEvery(pin, 4) || pin == u"2580" || pin == u"0852";
    if (trivial)
        return wrong("pin", QStringLiteral("This PIN is among the first that anybody tries; choose another one."));
    return {};
}

Result<void> checkPassword(const QString &password)
{
    const qsizetype characters = password.toUcs4().size();
    if (characters < minPassword || characters > maxPassword) {
        return wrong("password",
                     QStringLiteral("A password has %1 to %2 characters.").arg(minPassword).arg(maxPassword));
    }
    if (std::all_of(password.begin(), password.end(), [&](QChar c) { return c == password.front(); }))
        return wrong("password", QStringLiteral("One character again and again is no password."));
    return {};
}

QString cleanLogin(const QString &login)
{
    return login.trimmed().toLower();
}

} // namespace oshaq
