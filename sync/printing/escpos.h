// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/printdocument.h"
#include "models/domain/printer.h"
#include "models/domain/result.h"

#include <QByteArray>

#include <array>
#include <optional>

namespace oshaq::escpos {

/// Rows of one raster command: small enough for the buffer of a cheap printer.
inline constexpr int rowsPerBand = 128;

/// The document for a printer: initialised, as raster in bands, with cuts and drawer kicks where they stand in it.
/// Internal: what draws cannot be loaded.
Result<QByteArray> encode(const PrintDocument &document, int width);

/// Asks how the printer is; it answers at once, also when it is offline or busy.
QByteArray statusQuery();
/// Asks behind everything that was sent: the answer comes when all of that is done.
QByteArray endQuery();

/// Reads what a printer answers, one byte for each question. Bytes that answer no question are left out: some printers
/// send flow control and greetings, and at a wrong address there may be no printer at all.
class StatusReader
{
public:
    /// What was heard before counts for nothing.
    void askStatus();
    void askEnd();

    void feed(QByteArrayView bytes);

    /// All four answers of statusQuery() are there.
    bool knowsStatus() const { return m_answered == int(m_status.size()); }
    /// None: it is ready. Only what it said so far.
    PrintFault fault() const;
    /// The answer of endQuery() is there.
    bool knowsEnd() const { return m_ended; }

private:
    std::array<unsigned char, 4> m_status{};
    int m_answered = 0;
    bool m_asked = false;
    bool m_askedEnd = false;
    bool m_ended = false;
};

} // namespace oshaq::escpos
