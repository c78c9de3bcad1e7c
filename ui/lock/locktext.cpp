// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lock/locktext.h"

#include "ui/common/formats.h"
#include "ui/common/linktext.h"

namespace oshaq {

QString LockText::roleName(Role role)
{
    switch (role) {
    case Role::Owner:
        return tr("Owner");
    case Role::Manager:
        return tr("Manager");
    case Role::Kitchen:
        return tr("Kitchen");
    case Role::Counter:
        return tr("Counter");
    case Role::Courier:
        return tr("Courier");
    case Role::Guest:
        return tr("Guest");
    case Role::Integration:
    case Role::Standby:
        return tr("Program");
    }
    return {};
}

QString LockText::roleMeaning(Role role)
{
    switch (role) {
    case Role::Owner:
        return tr("May do everything, also what cannot be undone.");
    case Role::Manager:
        return tr("Runs the place: menu, people, reports and settings, and all that the others do.");
    case Role::Kitchen:
        return tr("Cooks: starts and finishes tickets, and marks what is out. Sees no phone numbers and no money.");
    case Role::Counter:
        return tr("Serves: takes orders and payments, changes and prints them.");
    case Role::Courier:
        return tr("Delivers: sees the orders that go out and says when they are there.");
    case Role::Guest:
    case Role::Integration:
    case Role::Standby:
        break;
    }
    return {};
}

int LockText::waitSeconds(const PortFailure &failure)
{
    constexpr int longest = 24 * 3600;
    if (failure.errorCode != u"SIGN_IN_LOCKED")
        return 0;
    for (const ErrorDetail &detail : failure.details) {
        if (detail.path == u"retry_after_seconds")
            return qBound(0, detail.issue.toInt(), longest);
    }
    // The message says it too, as the only number in it.
    QString digits;
    for (const QChar letter : failure.message) {
        if (letter >= u'0' && letter <= u'9')
            digits += letter;
        else if (!digits.isEmpty())
            break;
    }
    return qBound(0, digits.toInt(), longest);
}

QString LockText::refusal(const PortFailure &failure, int attempt)
{
    switch (failure.kind) {
    case PortFailure::Kind::Unreachable:
        return tr("The site does not answer: only people who were here lately get in.");
    case PortFailure::Kind::SignIn:
    case PortFailure::Kind::Broken:
        return LinkText::failure(failure);
    case PortFailure::Kind::Refused:
        break;
    }
    if (failure.errorCode == u"SIGN_IN_LOCKED")
        return tr("Too many wrong PINs. Wait a moment.");
    if (failure.errorCode == u"CREDENTIALS_WRONG") {
        return attempt > 1 ? tr("That PIN is wrong too. Wrong %1 times in a row.").arg(attempt)
                           : tr("Nobody has this PIN. Try again.");
    }
    return LinkText::failure(failure);
}

QString LockText::waiting(int seconds)
{
    //: %1 is a time such as 0:28
    return tr("Too many wrong PINs. Wait %1.").arg(formats::age(qint64(seconds) * 1000));
}

} // namespace oshaq
