// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/livetexts.h"

namespace oshaq {

void LiveTexts::appendFrame(QByteArray *frames, const QByteArray &utf8)
{
    frames->append('\x81');
    const auto size = static_cast<quint64>(utf8.size());
    const auto appendSize = [frames, size](int bytes) {
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
            frames->append(static_cast<char>(size >> shift));
    };
    if (size < 126) {
        appendSize(1);
    } else if (size <= 0xffff) {
        frames->append(char(126));
        appendSize(2);
    } else {
        frames->append(char(127));
        appendSize(8);
    }
    frames->append(utf8);
}

void LiveTexts::append(const QByteArray &utf8)
{
    appendFrame(&m_frames, utf8);
    m_texts.push_back(utf8);
}

void LiveTexts::clear()
{
    // The sockets may still have these bytes to send.
    m_frames = {};
    m_texts.clear();
}

} // namespace oshaq
