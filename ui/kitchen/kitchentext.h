// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"
#include "models/terminal/linkstatus.h"
#include "models/terminal/ticket.h"
#include "ui/common/band.h"
#include "ui/common/zoneclock.h"

#include <QCoreApplication>

namespace oshaq {

/// What the page says around the tickets: how the connection is and what to do about it, and why something was refused.
/// Pure: the same facts give the same words.
class KitchenText
{
    Q_DECLARE_TR_FUNCTIONS(oshaq::KitchenText)

public:
    struct BandWords
    {
        QString text; ///< empty: no band
        Band::Tone tone = Band::Tone::Warning;
    };

    static BandWords connectionBand(const LinkStatus::Facts &facts, const ZoneClock &clock, qint64 nowMs);
    /// One line for the empty page.
    static QString connectionSentence(const LinkStatus::Facts &facts, const ZoneClock &clock, qint64 nowMs);
    /// "On screen: p50 38 ms, p95 84 ms"; empty while unknown.
    static QString latency(const LinkStatus::Facts &facts);

    static QString openCount(int count);
    static QString lateCount(int count);
    /// Where the other tickets are: "5 more tickets on page 2", "Page 3 of 13: 20 more after it". Empty with one page.
    static QString pageWords(int page, int pages, int before, int after);

    /// What was refused and why, in words for a cook.
    static QString parked(const ParkedCommand &command, int others, const ZoneClock &clock);
    static QString refused(const QString &orderNumber, const Error &error);
};

} // namespace oshaq
