// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/worklist.h"

#include <QColor>
#include <QFont>
#include <QImage>
#include <QObject>
#include <QPointer>
#include <QTimer>

class QWidget;

namespace oshaq {

/// A picture of some widgets as a PNG file. They are painted one at a turn of the event loop, and compressed and
/// written elsewhere: nobody waits for it. The file is whole or it is not there. Ends by itself.
class ChartPicture final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartPicture)

public:
    /// `canvas` as large as it is, whatever of it can be seen; its `parts` lie in it. The list must outlive this.
    ChartPicture(QWidget *canvas, const QList<QWidget *> &parts, const QColor &paper, const QString &path,
                 WorkList &works);
    ~ChartPicture() override;

    /// A line above it: what the picture is of.
    void setHeading(const QString &words, const QFont &font, const QColor &ink, int height);
    /// Returns the work's id.
    quint64 start(const QString &subject, qint64 nowMs);

private:
    void paintNext();
    void write();

    QPointer<QWidget> m_canvas;
    QList<QPointer<QWidget>> m_parts;
    QString m_path;
    WorkList &m_works;
    quint64 m_work = 0;
    qsizetype m_next = 0;
    QImage m_image;
    QColor m_paper;
    int m_shift = 0;
    QTimer m_turn;
};

} // namespace oshaq
