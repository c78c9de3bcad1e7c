// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <QtMath>

// The resources live in a static library: without this call the linker leaves them out. It has to stand outside of any
// namespace.
static void initialiseIcons()
{
    Q_INIT_RESOURCE(oshaq_icons);
}

namespace oshaq {

QString iconFile(const QString &name)
{
    initialiseIcons();
    return QStringLiteral(":/oshaq/icons/%1.svg").arg(name);
}

QPixmap iconPixmap(const QString &name, int size, const QColor &colour, qreal devicePixelRatio)
{
    const QString key =
        QStringLiteral("oshaq/icon/%1/%2/%3/%4").arg(name).arg(size).arg(colour.rgba()).arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;

    QFile file(iconFile(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("no icon named %s", qUtf8Printable(name));
        return pixmap;
    }
    QByteArray drawing = file.readAll();
    drawing.replace(QByteArrayLiteral("currentColor"), colour.name().toLatin1());
    const int pixels = qCeil(size * devicePixelRatio);
    pixmap = QPixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer renderer(drawing);
    renderer.render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace oshaq
