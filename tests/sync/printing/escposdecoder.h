// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/drawing/printraster.h"

#include <QByteArray>
#include <QString>

namespace oshaq::test {

/// What a printer made of the bytes that it got.
struct DecodedPaper
{
    PrintRaster raster; ///< all that was printed, one band under the other
    int initialised = 0;
    int cuts = 0;
    int drawerKicks = 0;
    int statusQuestions = 0;
    int endQuestions = 0;
    bool complete = true; ///< false: the bytes end in the middle of a command
    QString problem;      ///< a command that no printer knows; empty: none
};

/// Reads ESC/POS as a printer does, by the commands' own lengths.
DecodedPaper decodeEscPos(const QByteArray &bytes);

} // namespace oshaq::test
