// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;
class QBoxLayout;

namespace oshaq {

/// What is asked and what comes of it: side by side where there is room, else one above the other.
class SplitColumns final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SplitColumns)

public:
    explicit SplitColumns(QWidget *parent = nullptr);

    QVBoxLayout *first() const { return m_first; }
    QVBoxLayout *second() const { return m_second; }
    /// Pixels: the first column is so wide when they stand side by side, the second at least so wide.
    void setWidths(int first, int leastSecond);
    void setSpacing(int between, int inside);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    QWidget *m_left;
    QWidget *m_right;
    QBoxLayout *m_columns;
    QVBoxLayout *m_first;
    QVBoxLayout *m_second;
    int m_firstWidth = 400;
    int m_leastSecond = 400;
};

} // namespace oshaq
