// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/drawing/picture.h"
#include "sync/drawing/printraster.h"
#include "sync/drawing/reportpdf.h"

namespace oshaq {

/// What a library that is loaded late can draw. With QtGui, Pango, Cairo and what stands behind them it is 5.5 MB,
/// which a hub that draws nothing does not carry (ADR 39).
struct DrawingLibrary
{
    /// OSHAQ_DRAWING_BUILD of who made it: the version, and a hash of the headers below. Types of ours go both ways, so
    /// a library of another build is of no use: a hub may run on while its package is being replaced.
    const char *build = nullptr;
    decltype(&imaging::makePicture) makePicture = nullptr;
    decltype(&oshaq::printRaster) printRaster = nullptr;
    decltype(&oshaq::rasterPng) rasterPng = nullptr;
    decltype(&oshaq::rasterPdf) rasterPdf = nullptr;
    decltype(&oshaq::reportPdf) reportPdf = nullptr;
};

/// The one function of the library, by its name in it.
inline constexpr char drawingEntry[] = "oshaq_drawing";
using DrawingEntry = const DrawingLibrary *(*)();

} // namespace oshaq
