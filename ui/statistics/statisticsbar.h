// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"

#include <QWidget>

#include <array>

class QComboBox;
class QLabel;

namespace oshaq {

class TouchButton;

/// The head of the page: which days beside which, how old the figures are, and what can be done with them. One line
/// where it has room, as many as it needs where it has not.
class StatisticsBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatisticsBar)

public:
    explicit StatisticsBar(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    void setTitle(const QString &title);
    void setRange(const QString &words);
    void setComparisons(const QStringList &words, int chosen);
    /// Empty: nothing is known yet.
    void setAsOf(const QString &words);
    void retranslate();

    TouchButton *rangeButton() const { return m_range; }
    QComboBox *comparisonList() const { return m_comparison; }
    TouchButton *refreshButton() const { return m_refresh; }
    TouchButton *exportButton() const { return m_export; }
    TouchButton *dayEndButton() const { return m_dayEnd; }
    QString asOf() const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A person chose; not emitted by setComparisons().
    void comparisonPicked(int index);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int place(int width, bool apply) const;
    void rearrange();
    std::array<QWidget *, 3> left() const;
    std::array<QWidget *, 4> right() const;

    Look m_look;
    QLabel *m_title;
    TouchButton *m_range;
    QComboBox *m_comparison;
    QLabel *m_asOf;
    TouchButton *m_refresh;
    TouchButton *m_export;
    TouchButton *m_dayEnd;
};

} // namespace oshaq
