// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/settingsport.h"
#include "ui/settings/listsection.h"

#include <vector>

namespace oshaq {

class FormSheet;

/// The feature flags of the site: switched, and each with its owner and its last day.
class FlagsSection final : public ListSection
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FlagsSection)

public:
    /// The port must outlive it.
    FlagsSection(SettingsPort &port, Site site, const Look &look, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("flags"); }
    QString iconName() const override { return QStringLiteral("flag"); }
    QString title() const override { return tr("Trials"); }
    QString summary() const override
    {
        return tr("Parts of Oshaq that are being tried out: who answers for them, and until when.");
    }
    void setLook(const Look &look) override;

protected:
    ListWords listWords() const override;
    PortCall ask(std::function<void(const std::optional<PortFailure> &)> done) override;
    int rowCount() const override { return int(m_rows.size()); }
    RowCard::Words rowWords(int row) const override;
    void act(int row, int action) override;

private:
    void change(FeatureFlag flag);

    SettingsPort &m_port;
    std::vector<FeatureFlag> m_rows;
};

} // namespace oshaq
