// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"

#include <QByteArray>
#include <QWidget>

namespace oshaq {

/// A text as a picture for cameras, with its quiet border. Dark on white in every theme: some cameras read nothing else.
class QrPicture final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QrPicture)

public:
    explicit QrPicture(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    /// Empty, or too long for any picture: nothing is drawn.
    void setText(const QString &text);
    const QString &text() const { return m_text; }
    /// Modules of one side without the border; 0: there is no picture.
    int modules() const { return m_side; }
    bool isDark(int x, int y) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Look m_look;
    QString m_text;
    int m_side = 0;
    QByteArray m_dark; ///< one byte for each module, row by row
};

} // namespace oshaq
