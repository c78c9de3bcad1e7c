// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/operatorport.h"
#include "ui/common/look.h"

#include <QTimer>
#include <QWidget>

#include <array>
#include <functional>
#include <optional>

class QAbstractButton;
class QLabel;

namespace oshaq {

class PinKey;
class TouchButton;

/// Where people type their PIN, with fingers or on a keyboard. It never shows the digits, only how many there are, and
/// says in words what became of them.
class PinPad final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PinPad)

public:
    /// `clock`: milliseconds that only grow; none: the computer's. The port must outlive the pad.
    PinPad(OperatorPort &port, const Look &look, QWidget *parent = nullptr, std::function<qint64()> clock = {});
    ~PinPad() override;

    void setLook(const Look &look);
    /// Forgets what was typed and what was said about it; not that people have to wait.
    void clear();
    /// A digit, Backspace, Delete, Enter. False: it is not for the pad.
    bool handleKey(const QKeyEvent &event);

    int typed() const { return int(m_digits.size()); }
    QString message() const;
    bool isWaiting() const { return m_waitUntilMs > 0; }
    /// Counts down. Called by its own timer.
    void tick();
    QAbstractButton *digitButton(int digit) const;
    TouchButton *eraseButton() const { return m_erase; }
    TouchButton *enterButton() const { return m_enter; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void signedIn(const oshaq::ScreenOperator &who);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void addDigit(int digit);
    void erase();
    void submit();
    void handleRefused(const PortFailure &failure);
    void updateState();
    void retranslate();
    void arrange();
    int keySize() const;
    int padWidth() const;
    int dotsHeight() const;
    int messageHeight(int width) const;

    OperatorPort &m_port;
    Look m_look;
    std::function<qint64()> m_clock;
    QString m_digits;
    PortCall m_call = 0;
    std::optional<PortFailure> m_failure;
    int m_wrong = 0; ///< in a row
    qint64 m_waitUntilMs = 0;
    int m_waitSeconds = 0; ///< as shown
    QTimer m_timer;
    QLabel *m_message;
    std::array<PinKey *, 10> m_keys{};
    TouchButton *m_erase;
    TouchButton *m_enter;
};

} // namespace oshaq
