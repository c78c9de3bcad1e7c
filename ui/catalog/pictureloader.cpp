// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/pictureloader.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>

namespace oshaq {

namespace {

constexpr int cacheKb = 64 * 1024;
constexpr int mostAsked = 4;
/// Who scrolls through two thousand dishes wants to see the last ones.
constexpr int mostWanted = 48;

/// As large as is shown and no larger, the middle of it when its sides are others.
QImage cut(const QByteArray &bytes, QSize size)
{
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize whole = reader.size();
    if (whole.isValid() && whole.width() > size.width() * 2 && whole.height() > size.height() * 2)
        reader.setScaledSize(whole.scaled(size * 2, Qt::KeepAspectRatioByExpanding));
    QImage image = reader.read();
    if (image.isNull())
        return image;
    image = image.scaled(size, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
    const QPoint corner((image.width() - size.width()) / 2, (image.height() - size.height()) / 2);
    return image.copy(QRect(corner, size)).convertToFormat(QImage::Format_RGB32);
}

} // namespace

PictureLoader::PictureLoader(CatalogPort &port, QObject *parent)
    : QObject(parent)
    , m_port(port)
    , m_pictures(cacheKb)
{
    m_pool.setMaxThreadCount(1);
}

PictureLoader::~PictureLoader()
{
    for (const auto &[path, call] : m_asked)
        m_port.cancel(call);
    m_pool.clear();
    m_pool.waitForDone();
}

void PictureLoader::setSize(QSize pixels, qreal devicePixelRatio)
{
    if (pixels == m_size && qFuzzyCompare(devicePixelRatio, m_ratio))
        return;
    m_size = pixels;
    m_ratio = devicePixelRatio;
    ++m_generation;
    m_pictures.clear();
    m_wanted.clear();
}

const QPixmap *PictureLoader::find(const QString &path, bool grey)
{
    if (path.isEmpty() || m_size.isEmpty())
        return nullptr;
    if (const Picture *picture = m_pictures.object(path))
        return grey ? &picture->grey : &picture->colour;
    if (m_failed.contains(path) || m_asked.count(path) != 0)
        return nullptr;
    m_wanted.removeOne(path);
    m_wanted.append(path);
    if (m_wanted.size() > mostWanted)
        m_wanted.removeFirst();
    askNext();
    return nullptr;
}

void PictureLoader::retry()
{
    if (m_failed.isEmpty())
        return;
    m_failed.clear();
    Q_EMIT arrived(QString());
}

void PictureLoader::askNext()
{
    while (!m_wanted.isEmpty() && onTheWay() < mostAsked) {
        const QString path = m_wanted.takeLast();
        m_asked[path] = m_port.picture(path, [this, path](const PortAnswer<QByteArray> &answer) {
            m_asked.erase(path);
            if (answer)
                decode(path, *answer.value);
            else
                m_failed.insert(path);
            askNext();
        });
    }
}

void PictureLoader::decode(const QString &path, const QByteArray &bytes)
{
    ++m_decoding;
    m_pool.start([this, path, bytes, size = m_size, generation = m_generation] {
        const QImage image = cut(bytes, size);
        const QImage grey = image.isNull() ? image : image.convertToFormat(QImage::Format_Grayscale8);
        QMetaObject::invokeMethod(
            this,
            [this, path, image, grey, generation] {
                --m_decoding;
                if (image.isNull()) {
                    m_failed.insert(path);
                } else if (generation == m_generation) {
                    auto *picture = new Picture{QPixmap::fromImage(image), QPixmap::fromImage(grey)};
                    picture->colour.setDevicePixelRatio(m_ratio);
                    picture->grey.setDevicePixelRatio(m_ratio);
                    m_pictures.insert(path, picture, qMax(1, int(image.sizeInBytes() / 512)));
                }
                askNext();
                Q_EMIT arrived(path);
            },
            Qt::QueuedConnection);
    });
}

} // namespace oshaq
