// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/operatorport.h"
#include "ui/common/sheet.h"

#include <functional>
#include <optional>

class QLabel;

namespace oshaq {

class Band;
class FlowRow;
class PinPad;
class TouchButton;

/// Somebody else comes to this screen: they type their PIN and are here, without the one before having signed out.
class SwitchSheet final : public Sheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SwitchSheet)

public:
    /// The port must outlive the sheet.
    SwitchSheet(OperatorPort &port, const Look &look, QWidget *window, std::function<qint64()> clock = {});
    ~SwitchSheet() override;

    void setLook(const Look &look) override;
    void ask();

    PinPad *pad() const { return m_pad; }
    Band *band() const { return m_band; }
    TouchButton *lockButton() const { return m_lock; }
    TouchButton *signOutButton() const { return m_signOut; }

protected:
    void retranslate() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void signOut();

    OperatorPort &m_port;
    PortCall m_call = 0;
    std::optional<PortFailure> m_failure;
    Band *m_band;
    QLabel *m_who;
    PinPad *m_pad;
    FlowRow *m_buttons;
    TouchButton *m_signOut;
    TouchButton *m_lock;
};

} // namespace oshaq
