// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"
#include "ui/statistics/statisticstext.h"

#include <QWidget>

namespace oshaq {

/// One large figure with how it moved: the arrow says up or down, filled for the better and hollow for the worse; the
/// words say the same.
class FigureCard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FigureCard)

public:
    explicit FigureCard(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    void setFigure(const QString &name, const QString &figure, const StatisticsText::Change &change);
    QString figure() const { return m_figure; }
    const StatisticsText::Change &change() const { return m_change; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return QSize(1, sizeHint().height()); }
    /// So wide that nothing is cut.
    int wantedWidth() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Look m_look;
    QString m_name;
    QString m_figure;
    StatisticsText::Change m_change;
};

} // namespace oshaq
