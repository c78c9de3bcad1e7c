// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/catalog/croprect.h"
#include "ui/common/sheet.h"

#include <QImage>
#include <QPixmap>

namespace oshaq {

class TouchButton;

/// A picture with the part that a card shows: dragged by its middle, made larger and smaller with the wheel or + and -.
class CropView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CropView)

public:
    explicit CropView(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    void setImage(const QImage &image);
    const CropRect &crop() const { return m_crop; }
    void zoomBy(double factor);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// Where the whole picture is drawn.
    QRectF shown() const;
    double pixelsPerPixel() const;

    Look m_look;
    QPixmap m_pixmap;
    QSize m_size;
    CropRect m_crop;
    QPointF m_last;
};

/// How a new picture will look before it goes to the hub.
class CropSheet final : public Sheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CropSheet)

public:
    CropSheet(const Look &look, QWidget *parent);

    void setLook(const Look &look) override;
    void crop(const QImage &image);
    CropView *view() const { return m_view; }
    TouchButton *takeButton() const { return m_take; }

Q_SIGNALS:
    /// The part that was chosen, no larger than a screen shows.
    void cropped(const QImage &image);

protected:
    void retranslate() override;

private:
    QImage m_image;
    CropView *m_view;
    TouchButton *m_closer;
    TouchButton *m_wider;
    TouchButton *m_take;
};

} // namespace oshaq
