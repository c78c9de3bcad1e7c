// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/catalogport.h"
#include "models/terminal/printerport.h"
#include "models/terminal/settingsport.h"
#include "models/terminal/setupport.h"
#include "models/terminal/staffport.h"
#include "ui/firststart/checklist.h"

#include <QObject>
#include <QSet>

namespace oshaq {

/// Asks everything that the checklist wants to know. What there is no answer for counts as not done.
class SetupReview final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SetupReview)

public:
    struct Ports
    {
        SetupPort &setup;
        SettingsPort &settings;
        CatalogPort &catalog;
        StaffPort &staff;
        PrinterPort &printers;
    };

    /// The ports must outlive it.
    explicit SetupReview(const Ports &ports, QObject *parent = nullptr);
    ~SetupReview() override;

    const SetupFacts &facts() const { return m_facts; }
    std::vector<SetupItem> items() const { return SetupChecklist::items(m_facts); }
    bool isAsking() const;
    /// Why not everything is known; nothing: it is.
    const std::optional<PortFailure> &failure() const { return m_failure; }
    /// Asks anew, unless it is asking.
    void refresh();

Q_SIGNALS:
    void changed();

private:
    void answered();

    Ports m_ports;
    SetupFacts m_facts;
    std::optional<PortFailure> m_failure;
    int m_open = 0;
    QSet<PortCall> m_settingsCalls;
    PortCall m_staffCall = 0;
    PortCall m_printerCall = 0;
};

} // namespace oshaq
