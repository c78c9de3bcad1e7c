// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/linkstatus.h"
#include "models/terminal/portcall.h"
#include "ui/common/pill.h"
#include "ui/common/zoneclock.h"

#include <QCoreApplication>

namespace oshaq {

/// How every page says how the connection is and why the site said no. Pure: the same facts give the same words.
class LinkText
{
    Q_DECLARE_TR_FUNCTIONS(oshaq::LinkText)

public:
    struct PillWords
    {
        QString text;
        Pill::Tone tone = Pill::Tone::Quiet;
    };

    static PillWords connection(const LinkStatus::Facts &facts, const ZoneClock &clock, qint64 nowMs);
    static QString changesWaiting(int count);
    /// Why something was refused, for people who never saw an error code.
    static QString refusal(const QString &errorCode, const QString &message);
    /// Why a question to the hub has no answer, and what to do.
    static QString failure(const PortFailure &failure);
};

} // namespace oshaq
