// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"

#include <QWidget>

class QVBoxLayout;

namespace oshaq {

/// A frame onto which a file may be dropped. What stands in it is its owner's.
class DropArea final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DropArea)

public:
    explicit DropArea(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    QVBoxLayout *content() const { return m_content; }

Q_SIGNALS:
    /// One file of this computer.
    void dropped(const QString &path);

protected:
    void paintEvent(QPaintEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    Look m_look;
    QVBoxLayout *m_content;
    bool m_isOver = false;
};

} // namespace oshaq
