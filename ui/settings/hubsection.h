// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/settingsport.h"
#include "ui/settings/listsection.h"

#include <optional>

namespace oshaq {

/// What the hub says of itself: addresses, version, size, and how copies of its record are made.
class HubSection final : public ListSection
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HubSection)

public:
    /// The port must outlive it.
    /// `directory`: of the data of this computer.
    HubSection(SettingsPort &port, Site site, QString directory, const Look &look, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("hub"); }
    QString iconName() const override { return QStringLiteral("hub"); }
    QString title() const override { return tr("This hub"); }
    QString summary() const override
    {
        return tr("The computer that keeps everything: where it is reached, since when, and how to keep a copy.");
    }
    void setLook(const Look &look) override;

protected:
    ListWords listWords() const override;
    PortCall ask(std::function<void(const std::optional<PortFailure> &)> done) override;
    int rowCount() const override { return m_facts ? RowCount : 0; }
    RowCard::Words rowWords(int row) const override;
    void act(int row, int action) override;

private:
    enum Row
    {
        Network,
        Version,
        Record,
        Copies,
        RowCount
    };

    SettingsPort &m_port;
    QString m_directory;
    std::optional<HubFacts> m_facts;
};

} // namespace oshaq
