// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cairo.h>
#include <pango/pangocairo.h>

#include <memory>

namespace oshaq {

struct SurfaceDeleter
{
    void operator()(cairo_surface_t *surface) const { cairo_surface_destroy(surface); }
};
struct ContextDeleter
{
    void operator()(cairo_t *context) const { cairo_destroy(context); }
};
struct LayoutDeleter
{
    void operator()(PangoLayout *layout) const { g_object_unref(layout); }
};
using Surface = std::unique_ptr<cairo_surface_t, SurfaceDeleter>;
using Context = std::unique_ptr<cairo_t, ContextDeleter>;
using Layout = std::unique_ptr<PangoLayout, LayoutDeleter>;

/// Cairo's way to write: `closure` is a QByteArray.
inline cairo_status_t appendBytes(void *closure, const unsigned char *data, unsigned length)
{
    static_cast<QByteArray *>(closure)->append(reinterpret_cast<const char *>(data), qsizetype(length));
    return CAIRO_STATUS_SUCCESS;
}

} // namespace oshaq
