// SPDX-License-Identifier: GPL-3.0-or-later
//
// The connection guard's head scanner: the verdict must not depend on where the network cuts the bytes.

#include "sync/server/headscanner.h"

#include <cstdint>
#include <cstdlib>

using namespace oshaq;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArrayView bytes(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);

    HeadScanner whole{HeadLimits{}};
    const auto verdict = whole.feed(bytes);

    HeadScanner pieces{HeadLimits{}};
    auto last = HeadScanner::Verdict::Incomplete;
    const qsizetype step = 1 + data[0] % 7;
    for (qsizetype at = 0; at < bytes.size() && last == HeadScanner::Verdict::Incomplete; at += step)
        last = pieces.feed(bytes.sliced(at, qMin(step, bytes.size() - at)));

    if (verdict != last || whole.status() != pieces.status() || whole.code() != pieces.code())
        std::abort();
    if (verdict == HeadScanner::Verdict::Complete) {
        const RequestHead &head = whole.head();
        if (head.method.isEmpty() || head.path.isEmpty() || head.bodyBytes < 0 || head.path != pieces.head().path ||
            head.bodyBytes != pieces.head().bodyBytes || head.fields.size() != pieces.head().fields.size())
            std::abort();
    }
    return 0;
}
