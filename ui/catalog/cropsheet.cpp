// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/cropsheet.h"

#include "ui/common/accessible.h"
#include "ui/common/touchbutton.h"

#include <QBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QWheelEvent>

namespace oshaq {

namespace {

constexpr int sheetWidth = 640;
constexpr double zoomStep = 1.15;
/// What a screen shows of a dish at most.
constexpr QSize largest(1600, 1000);

} // namespace

CropView::CropView(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setObjectName(QStringLiteral("cropView"));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::SizeAllCursor);
    setAccessibleRole(this, QAccessible::Graphic);
}

void CropView::setLook(const Look &look)
{
    m_look = look;
    setFixedHeight(look.px(360));
    update();
}

void CropView::setImage(const QImage &image)
{
    m_size = image.size();
    m_crop = CropRect(m_size);
    // No larger than it is seen: a photograph has many more pixels than the sheet.
    constexpr QSize preview(1600, 1200);
    m_pixmap = QPixmap::fromImage(image.width() > preview.width() || image.height() > preview.height()
                                      ? image.scaled(preview, Qt::KeepAspectRatio, Qt::FastTransformation)
                                      : image);
    update();
}

QSize CropView::sizeHint() const
{
    return QSize(m_look.px(560), m_look.px(360));
}

QRectF CropView::shown() const
{
    const QSizeF size = QSizeF(m_size).scaled(QSizeF(this->size()), Qt::KeepAspectRatio);
    return QRectF(QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size);
}

double CropView::pixelsPerPixel() const
{
    return m_size.width() / std::max(1.0, shown().width());
}

void CropView::zoomBy(double factor)
{
    m_crop.setZoom(m_crop.zoom() * factor);
    update();
}

void CropView::paintEvent(QPaintEvent *)
{
    if (m_pixmap.isNull())
        return;
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QRectF whole = shown();
    painter.drawPixmap(whole, m_pixmap, QRectF(m_pixmap.rect()));
    const double scale = 1 / pixelsPerPixel();
    const QRectF crop = m_crop.rect();
    const QRectF part(whole.topLeft() + crop.topLeft() * scale, crop.size() * scale);
    QPainterPath outside;
    outside.addRect(whole);
    QPainterPath inside;
    inside.addRect(part);
    painter.fillPath(outside.subtracted(inside), QColor(0, 0, 0, 150));
    painter.setPen(QPen(m_look.theme().ember, m_look.px(hasFocus() ? 4 : 2)));
    painter.drawRect(part);
}

void CropView::mousePressEvent(QMouseEvent *event)
{
    m_last = event->position();
}

void CropView::mouseMoveEvent(QMouseEvent *event)
{
    m_crop.move((event->position() - m_last) * pixelsPerPixel());
    m_last = event->position();
    update();
}

void CropView::wheelEvent(QWheelEvent *event)
{
    zoomBy(event->angleDelta().y() > 0 ? zoomStep : 1 / zoomStep);
    event->accept();
}

void CropView::keyPressEvent(QKeyEvent *event)
{
    const double step = m_crop.rect().width() / 20;
    switch (event->key()) {
    case Qt::Key_Left:
        m_crop.move({-step, 0});
        break;
    case Qt::Key_Right:
        m_crop.move({step, 0});
        break;
    case Qt::Key_Up:
        m_crop.move({0, -step});
        break;
    case Qt::Key_Down:
        m_crop.move({0, step});
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(zoomStep);
        break;
    case Qt::Key_Minus:
        zoomBy(1 / zoomStep);
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    update();
}

CropSheet::CropSheet(const Look &look, QWidget *parent)
    : Sheet(look, Place::Center, sheetWidth, parent)
    , m_view(new CropView(look, this))
    , m_closer(new TouchButton(look, this))
    , m_wider(new TouchButton(look, this))
    , m_take(new TouchButton(look, this))
{
    setObjectName(QStringLiteral("cropSheet"));
    m_take->setObjectName(QStringLiteral("cropTake"));
    m_take->setKind(TouchButton::Kind::Primary);
    body()->addWidget(m_view);
    for (TouchButton *button : {m_closer, m_wider, m_take})
        button->setTakesFocus(true);
    footer()->addWidget(m_closer);
    footer()->addWidget(m_wider);
    footer()->addStretch(1);
    footer()->addWidget(m_take);
    connect(m_closer, &TouchButton::clicked, this, [this] { m_view->zoomBy(zoomStep); });
    connect(m_wider, &TouchButton::clicked, this, [this] { m_view->zoomBy(1 / zoomStep); });
    connect(m_take, &TouchButton::clicked, this, [this] {
        QImage part = m_image.copy(m_view->crop().pixels());
        if (part.width() > largest.width())
            part = part.scaled(largest, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        m_image = QImage();
        close();
        Q_EMIT cropped(part);
    });
    CropSheet::retranslate();
    CropSheet::setLook(look);
}

void CropSheet::setLook(const Look &look)
{
    Sheet::setLook(look);
    m_view->setLook(look);
    for (TouchButton *button : {m_closer, m_wider, m_take})
        button->setLook(look);
}

void CropSheet::crop(const QImage &image)
{
    m_image = image;
    m_view->setImage(image);
    open(m_view);
}

void CropSheet::retranslate()
{
    Sheet::retranslate();
    setTitle(tr("What the card shows"));
    m_view->setAccessibleName(tr("Part of the picture: arrows move it, + and - change its size"));
    //: A smaller part of the picture, so that the dish is larger
    m_closer->setText(tr("Closer"));
    m_wider->setText(tr("Wider"));
    m_take->setText(tr("Use this part"));
}

} // namespace oshaq
