// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/operatorport.h"
#include "ui/common/look.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QFrame;
class QLabel;
class QVBoxLayout;

namespace oshaq {

class PinPad;
class TouchButton;

/// Over the whole window while it is locked: nothing can be done without a PIN. Tickets stay in sight, because cooks
/// must see what is to be cooked; over them stands a band, and the PIN pad comes with the first touch. Everything else
/// is hidden behind it.
class LockScreen final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LockScreen)

public:
    /// Hidden at first. The port must outlive it.
    LockScreen(OperatorPort &port, const Look &look, QWidget *window, std::function<qint64()> clock = {});
    ~LockScreen() override;

    void setLook(const Look &look);
    /// Covers the window and takes the keyboard. `seeThrough`: what is behind stays in sight, but for so many pixels at
    /// the left that are of no use now.
    void open(bool seeThrough, int left = 0);
    void close();
    bool isSeeThrough() const { return m_seeThrough; }

    PinPad *pad() const { return m_pad; }
    /// Whether the pad is there: always, but over tickets only once somebody wants it.
    bool isPadShown() const;
    void showPad(bool shown);
    QString text() const;

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void arrange();
    void applyLook(const Look &look);
    int cardHeight(int wide) const;
    void retranslate();
    void handleKey(QKeyEvent *event);
    int bandHeight() const;

    OperatorPort &m_port;
    Look m_look;
    Look m_fitted; ///< smaller where the card would not fit
    bool m_seeThrough = false;
    int m_left = 0;
    QString m_bandText;
    QTimer m_padTimer; ///< a pad that nobody uses goes away from the tickets
    QFrame *m_card;
    QLabel *m_title;
    QLabel *m_who;
    PinPad *m_pad;
    TouchButton *m_back;
    QVBoxLayout *m_layout;
};

} // namespace oshaq
