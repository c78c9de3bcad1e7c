// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/drawing/drawinglibrary.h"

#include <QtGlobal>

extern "C" Q_DECL_EXPORT const oshaq::DrawingLibrary *oshaq_drawing()
{
    static constexpr oshaq::DrawingLibrary library{OSHAQ_DRAWING_BUILD, &oshaq::imaging::makePicture,
                                                   &oshaq::printRaster, &oshaq::rasterPng,
                                                   &oshaq::rasterPdf,   &oshaq::reportPdf};
    return &library;
}
