// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace oshaq {

/// Text messages that are the same for many sockets: framed once, for all of them (RFC 6455, section 5.2: final, text,
/// not masked).
class LiveTexts
{
public:
    static void appendFrame(QByteArray *frames, const QByteArray &utf8);

    void append(const QByteArray &utf8);
    void clear();

    bool isEmpty() const { return m_texts.empty(); }
    /// The bytes of all of them, one behind the other.
    const QByteArray &frames() const { return m_frames; }
    const std::vector<QByteArray> &texts() const { return m_texts; }

private:
    QByteArray m_frames;
    std::vector<QByteArray> m_texts;
};

} // namespace oshaq
