// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/printdocument.h"
#include "models/domain/result.h"

#include <QByteArray>

namespace oshaq {

/// Black and white dots, as a thermal head burns them.
struct PrintRaster
{
    int width = 0; ///< a multiple of 8
    int height = 0;
    QByteArray bits; ///< rows of width / 8 bytes, the left dot first, 1 is black

    bool isBlack(int x, int y) const
    {
        return (static_cast<unsigned char>(bits.at(qsizetype(y) * (width / 8) + x / 8)) >> (7 - x % 8)) & 1;
    }

    bool operator==(const PrintRaster &) const = default;
};

/// The document as dots of a paper that is `width` dots wide; cuts and drawers take no room. Any thread. Letters come
/// from the fonts of this machine, so every printer prints every letter. Internal, as for those below: what draws
/// cannot be loaded.
Result<PrintRaster> printRaster(const PrintDocument &document, int width);

/// What will be printed, as a picture.
Result<QByteArray> rasterPng(const PrintRaster &raster);
/// One page of the paper's width and just as long, for a system's print queue.
Result<QByteArray> rasterPdf(const PrintRaster &raster);

} // namespace oshaq
