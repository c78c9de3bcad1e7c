// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/chartpicture.h"

#include <QCoreApplication>
#include <QPainter>
#include <QSaveFile>
#include <QThreadPool>
#include <QWidget>

#include <utility>

namespace oshaq {

ChartPicture::ChartPicture(QWidget *canvas, const QList<QWidget *> &parts, const QColor &paper, const QString &path,
                           WorkList &works)
    : QObject(canvas)
    , m_canvas(canvas)
    , m_path(path)
    , m_works(works)
    , m_paper(paper)
{
    for (QWidget *part : parts)
        m_parts << part;
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &ChartPicture::paintNext);
}

void ChartPicture::setHeading(const QString &words, const QFont &font, const QColor &ink, int height)
{
    m_shift = height;
    const qreal ratio = m_canvas->devicePixelRatioF();
    m_image = QImage((m_canvas->size() + QSize(0, m_shift)) * ratio, QImage::Format_RGB32);
    m_image.setDevicePixelRatio(ratio);
    m_image.fill(m_paper);
    QPainter painter(&m_image);
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(QRect(height / 2, 0, m_canvas->width() - height, m_shift), Qt::AlignLeft | Qt::AlignVCenter,
                     words);
}

ChartPicture::~ChartPicture()
{
    if (const quint64 work = std::exchange(m_work, 0))
        m_works.cancel(work);
}

quint64 ChartPicture::start(const QString &subject, qint64 nowMs)
{
    const QPointer<ChartPicture> self(this);
    const quint64 work = m_works.begin(Work::Kind::SalesReport, subject, nowMs, [self] {
        if (!self || self->m_work == 0)
            return;
        self->m_work = 0;
        self->m_turn.stop();
        self->deleteLater();
    });
    m_work = work;
    m_turn.start();
    return work;
}

void ChartPicture::paintNext()
{
    if (m_next == m_parts.size()) {
        m_turn.stop();
        write();
        return;
    }
    QWidget *part = m_parts[m_next++];
    if (part && part->isVisibleTo(m_canvas)) {
        QPainter painter(&m_image);
        part->render(&painter, part->mapTo(m_canvas.data(), QPoint(0, m_shift)), QRegion(), QWidget::DrawChildren);
    }
    m_works.progress(m_work, m_next, m_parts.size() + 1);
}

void ChartPicture::write()
{
    const QPointer<ChartPicture> self(this);
    QThreadPool::globalInstance()->start([self, image = m_image, path = m_path] {
        QSaveFile file(path);
        const bool isWritten = file.open(QIODevice::WriteOnly) && image.save(&file, "PNG") && file.commit();
        const QString why = file.errorString();
        // Only the GUI thread may ask whether it still exists.
        QMetaObject::invokeMethod(
            qApp,
            [self, isWritten, path, why] {
                if (!self || self->m_work == 0)
                    return;
                if (isWritten)
                    self->m_works.finish(self->m_work, path);
                else
                    self->m_works.fail(self->m_work, {PortFailure::Kind::Refused, QString(), why, {}});
                self->m_work = 0;
                self->deleteLater();
            },
            Qt::QueuedConnection);
    });
}

} // namespace oshaq
