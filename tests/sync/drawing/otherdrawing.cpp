// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/drawing/drawinglibrary.h"

#include <QtGlobal>

/// As when the package was replaced while the hub runs.
extern "C" Q_DECL_EXPORT const oshaq::DrawingLibrary *oshaq_drawing()
{
    static constexpr oshaq::DrawingLibrary library{"0.0.1", nullptr, nullptr, nullptr, nullptr, nullptr};
    return &library;
}
