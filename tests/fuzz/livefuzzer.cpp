// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a WebSocket brings: changes, hellos and heartbeats, whole or torn.

#include "sync/protocol/feedjson.h"

#include <cstdint>

using namespace oshaq;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const Currency currency = *Currency::fromCode(QStringLiteral("KZT"));
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    static_cast<void>(readLiveMessage(text, currency));
    const auto json = parseJson(text);
    if (!json)
        return 0;
    qint64 hubNowMs = 0;
    static_cast<void>(readChanges((*json)[u"data"], (*json)[u"meta"], currency, &hubNowMs));
    static_cast<void>(readSnapshot((*json)[u"data"], &hubNowMs));
    return 0;
}
