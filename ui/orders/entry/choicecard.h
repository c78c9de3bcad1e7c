// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"

#include <QAbstractButton>

namespace oshaq {

/// Something to choose that needs more than a word: a guest, an order, a draft that was kept. A title, a line below it,
/// what has to be seen (an allergy) and a figure at the right. As wide as it may be; its height follows.
class ChoiceCard final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChoiceCard)

public:
    explicit ChoiceCard(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    void setTexts(const QString &title, const QString &below, const QString &alert = {}, const QString &figure = {});
    /// A key cap before the title.
    void setKey(const QString &key);
    QString title() const { return text(); }
    QString below() const { return m_below; }
    QString alert() const { return m_alert; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    int keyWidth() const;
    int figureWidth() const;
    int layOut(int width, class QPainter *painter) const;

    Look m_look;
    QString m_below;
    QString m_alert;
    QString m_figure;
    QString m_key;
};

} // namespace oshaq
