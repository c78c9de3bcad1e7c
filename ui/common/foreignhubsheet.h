// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/linkstatus.h"
#include "ui/common/sheet.h"

#include <QString>

class QLabel;

namespace oshaq {

class FlowRow;
class TouchButton;

/// Comes by itself when another computer answers in place of this screen's hub, and goes when it does no more. Whoever
/// closes it goes on working without a hub.
class ForeignHubSheet final : public Sheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ForeignHubSheet)

public:
    /// `url`: of the hub. The status must outlive it.
    ForeignHubSheet(const LinkStatus &status, QString url, const Look &look, QWidget *window);

    void setLook(const Look &look) override;

    TouchButton *goOnButton() const { return m_goOn; }
    TouchButton *joinButton() const { return m_join; }

Q_SIGNALS:
    /// The person wants to let this screen in anew.
    void joinAsked();

protected:
    void retranslate() override;

private:
    void handleStatus();

    const LinkStatus &m_status;
    const QString m_url;
    bool m_wasForeign = false;
    QLabel *m_text;
    FlowRow *m_buttons;
    TouchButton *m_join;
    TouchButton *m_goOn;
};

} // namespace oshaq
