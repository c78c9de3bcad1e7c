// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/printing/escposdecoder.h"

namespace oshaq::test {

namespace {

class Decoder
{
public:
    explicit Decoder(const QByteArray &bytes)
        : m_bytes(bytes)
    {}

    DecodedPaper run()
    {
        while (m_at < m_bytes.size() && m_paper.complete && m_paper.problem.isEmpty())
            step();
        return m_paper;
    }

private:
    /// -1 at the end, which makes the paper incomplete.
    int take()
    {
        if (m_at >= m_bytes.size()) {
            m_paper.complete = false;
            return -1;
        }
        return static_cast<unsigned char>(m_bytes.at(m_at++));
    }

    void step()
    {
        const int first = take();
        const int second = take();
        if (!m_paper.complete)
            return;
        if (first == 0x1b && second == '@')
            ++m_paper.initialised;
        else if (first == 0x1b && second == 'p')
            drawer();
        else if (first == 0x1d && second == 'v')
            raster();
        else if (first == 0x1d && second == 'V')
            cut();
        else if (first == 0x1d && second == 'r')
            question(&m_paper.endQuestions);
        else if (first == 0x10 && second == 0x04)
            question(&m_paper.statusQuestions);
        else
            m_paper.problem =
                QStringLiteral("no command: %1 %2 at %3").arg(first, 0, 16).arg(second, 0, 16).arg(m_at - 2);
    }

    void drawer()
    {
        take();
        take();
        if (take() >= 0)
            ++m_paper.drawerKicks;
    }

    void cut()
    {
        const int mode = take();
        if (mode == 65 || mode == 66)
            take();
        if (m_paper.complete)
            ++m_paper.cuts;
    }

    void question(int *count)
    {
        if (take() >= 0)
            ++*count;
    }

    void raster()
    {
        // GS v 0 m: the digit belongs to the command.
        if (take() != '0' || take() != 0) {
            m_paper.problem = QStringLiteral("no raster in normal size");
            return;
        }
        const int widthLow = take();
        const int widthHigh = take();
        const int heightLow = take();
        const int heightHigh = take();
        if (!m_paper.complete)
            return;
        const int rowBytes = widthLow + 256 * widthHigh;
        const int rows = heightLow + 256 * heightHigh;
        if (m_paper.raster.width != 0 && m_paper.raster.width != rowBytes * 8) {
            m_paper.problem = QStringLiteral("bands of different widths");
            return;
        }
        m_paper.raster.width = rowBytes * 8;
        const qsizetype length = qsizetype(rowBytes) * rows;
        const QByteArray data = m_bytes.mid(m_at, length);
        m_at += data.size();
        m_paper.complete = data.size() == length;
        m_paper.raster.height += int(data.size() / rowBytes);
        m_paper.raster.bits += data.left(data.size() / rowBytes * rowBytes);
    }

    const QByteArray &m_bytes;
    qsizetype m_at = 0;
    DecodedPaper m_paper;
};

} // namespace

DecodedPaper decodeEscPos(const QByteArray &bytes)
{
    return Decoder(bytes).run();
}

} // namespace oshaq::test
