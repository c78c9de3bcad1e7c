// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/catalogport.h"

#include <QCache>
#include <QObject>
#include <QPixmap>
#include <QSet>
#include <QSize>
#include <QString>
#include <QStringList>
#include <QThreadPool>

#include <map>

namespace oshaq {

/// Pictures of dishes as they are needed: whoever paints asks, and paints again when it arrived(). The bytes come from
/// the port, are decoded and scaled on a worker and kept until they are the oldest of some dozens of MB. GUI thread.
class PictureLoader final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PictureLoader)

public:
    /// The port must outlive it.
    explicit PictureLoader(CatalogPort &port, QObject *parent = nullptr);
    ~PictureLoader() override;

    /// Pictures are cut to this size, in pixels of the screen. Another one forgets all that there are.
    void setSize(QSize pixels, qreal devicePixelRatio);
    /// Null: not here yet; it is on its way, unless it failed.
    const QPixmap *find(const QString &path, bool grey);
    /// Tries those again that failed: the hub is back.
    void retry();
    int onTheWay() const { return int(m_asked.size()) + m_decoding; }
    /// Came, and are with the worker.
    int decoding() const { return m_decoding; }

Q_SIGNALS:
    void arrived(const QString &path);

private:
    struct Picture
    {
        QPixmap colour;
        QPixmap grey; ///< of what is off
    };

    void askNext();
    void decode(const QString &path, const QByteArray &bytes);

    CatalogPort &m_port;
    QThreadPool m_pool;
    QCache<QString, Picture> m_pictures; ///< cost in KB
    QStringList m_wanted;                ///< the last one is needed most
    std::map<QString, PortCall> m_asked;
    QSet<QString> m_failed;
    QSize m_size;
    qreal m_ratio = 1;
    int m_decoding = 0;
    int m_generation = 0; ///< of the size
};

} // namespace oshaq
