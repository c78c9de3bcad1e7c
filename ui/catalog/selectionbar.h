// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"

#include <QWidget>

class QLabel;

namespace oshaq {

class FlowRow;
class TouchButton;

/// What can be done with several dishes at once.
class SelectionBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SelectionBar)

public:
    explicit SelectionBar(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    /// 0 and not choosing: it hides.
    void setCount(int count, bool isChoosing);
    /// Without the hub only 86 works; without sheets nothing changes many dishes.
    void setOffers(bool online, bool hasSheets);

    TouchButton *editButton() const { return m_edit; }
    TouchButton *pricesButton() const { return m_prices; }
    TouchButton *outButton() const { return m_out; }
    TouchButton *backButton() const { return m_back; }
    TouchButton *moveButton() const { return m_move; }
    TouchButton *removeButton() const { return m_remove; }
    TouchButton *endButton() const { return m_end; }
    QString words() const;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();

    Look m_look;
    int m_count = 0;
    bool m_choosing = false;
    FlowRow *m_row;
    QLabel *m_words;
    TouchButton *m_edit;
    TouchButton *m_prices;
    TouchButton *m_out;
    TouchButton *m_back;
    TouchButton *m_move;
    TouchButton *m_remove;
    TouchButton *m_end;
};

} // namespace oshaq
