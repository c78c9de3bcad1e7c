// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRect>
#include <QSize>

#include <algorithm>

namespace oshaq {

/// Which part of a picture a card shows: sixteen to ten, never beyond its edges. Pure.
class CropRect
{
public:
    static constexpr double aspect = 1.6;
    static constexpr double mostZoom = 8;

    explicit CropRect(QSize image = QSize())
        : m_image(image)
        , m_centre(image.width() / 2.0, image.height() / 2.0)
    {}

    double zoom() const { return m_zoom; }
    void setZoom(double zoom)
    {
        m_zoom = std::clamp(zoom, 1.0, mostZoom);
        keepInside();
    }
    /// In pixels of the picture.
    void move(QPointF by)
    {
        m_centre += by;
        keepInside();
    }

    QRectF rect() const
    {
        const QSizeF size = this->size();
        return QRectF(m_centre - QPointF(size.width() / 2, size.height() / 2), size);
    }
    /// Whole pixels, within the picture.
    QRect pixels() const { return rect().toAlignedRect().intersected(QRect(QPoint(), m_image)); }

private:
    QSizeF size() const
    {
        const double wide = std::min(double(m_image.width()), m_image.height() * aspect) / m_zoom;
        return QSizeF(wide, wide / aspect);
    }
    void keepInside()
    {
        const QSizeF half = size() / 2;
        m_centre.setX(std::clamp(m_centre.x(), half.width(), std::max(half.width(), m_image.width() - half.width())));
        m_centre.setY(
            std::clamp(m_centre.y(), half.height(), std::max(half.height(), m_image.height() - half.height())));
    }

    QSize m_image;
    QPointF m_centre;
    double m_zoom = 1;
};

} // namespace oshaq
