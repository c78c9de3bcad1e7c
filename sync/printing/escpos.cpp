// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/printing/escpos.h"

#include "sync/drawing/printraster.h"

#include <algorithm>
#include <utility>

namespace oshaq::escpos {

namespace {

constexpr unsigned char xon = 0x11;
constexpr unsigned char xoff = 0x13;

/// Texts with zero bytes in them.
template <std::size_t size> QByteArray bytes(const char (&text)[size])
{
    return QByteArray(text, qsizetype(size - 1));
}

void addRaster(QByteArray *out, const PrintRaster &raster)
{
    const int rowBytes = raster.width / 8;
    for (int top = 0; top < raster.height; top += rowsPerBand) {
        const int rows = std::min(rowsPerBand, raster.height - top);
        *out += bytes("\x1dv0\0"); // GS v 0, in normal size
        *out += char(rowBytes % 256);
        *out += char(rowBytes / 256);
        *out += char(rows % 256);
        *out += char(rows / 256);
        *out += raster.bits.mid(qsizetype(top) * rowBytes, qsizetype(rows) * rowBytes);
    }
}

} // namespace

Result<QByteArray> encode(const PrintDocument &document, int width)
{
    QByteArray out = bytes("\x1b@");
    PrintDocument piece;
    const auto flush = [&]() -> Result<void> {
        if (piece.blocks.empty())
            return {};
        const auto raster = printRaster(std::exchange(piece, {}), width);
        if (!raster)
            return raster.error();
        addRaster(&out, *raster);
        return {};
    };
    for (const PrintBlock &block : document.blocks) {
        const bool isAct = block.kind == PrintBlock::Kind::Cut || block.kind == PrintBlock::Kind::Drawer;
        if (!isAct) {
            piece.blocks.push_back(block);
            continue;
        }
        if (const auto flushed = flush(); !flushed)
            return flushed.error();
        out += block.kind == PrintBlock::Kind::Cut ? bytes("\x1dVB\0")         // feeds to the knife first
                                                   : bytes("\x1bp\0\x19\xfa"); // 50 ms on
    }
    if (const auto flushed = flush(); !flushed)
        return flushed.error();
    return out;
}

QByteArray statusQuery()
{
    return bytes("\x10\x04\x01\x10\x04\x02\x10\x04\x03\x10\x04\x04");
}

QByteArray endQuery()
{
    return bytes("\x1dr\x01");
}

void StatusReader::askStatus()
{
    m_asked = true;
    m_answered = 0;
    m_status = {};
}

void StatusReader::askEnd()
{
    m_askedEnd = true;
    m_ended = false;
}

void StatusReader::feed(QByteArrayView answer)
{
    for (const char character : answer) {
        const auto byte = static_cast<unsigned char>(character);
        if (byte == xon || byte == xoff)
            continue;
        // Fixed bits tell the answers apart: 0xx1xx10 for how it is, 0xx0xxxx for the end.
        if (m_asked && !knowsStatus() && (byte & 0x93U) == 0x12U) {
            m_status[std::size_t(m_answered++)] = byte;
            continue;
        }
        // The four stand side by side. What some other server says has such bytes too, here and there.
        if (m_asked && !knowsStatus())
            m_answered = 0;
        if (m_askedEnd && (byte & 0x90U) == 0)
            m_ended = true;
    }
}

PrintFault StatusReader::fault() const
{
    const auto has = [this](int question, unsigned bits) {
        return m_answered >= question && (m_status[std::size_t(question - 1)] & bits) != 0;
    };
    if (has(2, 0x04))
        return PrintFault::CoverOpen;
    if (has(2, 0x20) || has(4, 0x60))
        return PrintFault::PaperOut;
    if (has(3, 0x08))
        return PrintFault::CutterJam;
    if (has(2, 0x40) || has(3, 0x64))
        return PrintFault::PrinterError;
    if (has(1, 0x08))
        return PrintFault::Offline;
    return PrintFault::None;
}

} // namespace oshaq::escpos
