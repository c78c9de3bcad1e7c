// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/settingsport.h"
#include "ui/settings/listsection.h"

#include <vector>

namespace oshaq {

class FormSheet;

/// Tokens of other programs: made, shown once, ended.
class TokensSection final : public ListSection
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TokensSection)

public:
    /// The port must outlive it.
    TokensSection(SettingsPort &port, Site site, const Look &look, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("tokens"); }
    QString iconName() const override { return QStringLiteral("key"); }
    QString title() const override { return tr("Access for programs"); }
    QString summary() const override
    {
        return tr("Tokens by which other programs reach this restaurant: a website, a till, a report.");
    }
    void setLook(const Look &look) override;

    FormSheet *sheet() const { return m_sheet; }

protected:
    ListWords listWords() const override;
    PortCall ask(std::function<void(const std::optional<PortFailure> &)> done) override;
    int rowCount() const override { return int(m_rows.size()); }
    RowCard::Words rowWords(int row) const override;
    void act(int row, int action) override;
    void addRow() override;

private:
    void openSheet();
    void make();
    void end(const ApiToken &token);

    SettingsPort &m_port;
    std::vector<ApiToken> m_rows;
    qint64 m_ending = 0; ///< asked once: the next press ends it
    bool m_made = false;
    FormSheet *m_sheet = nullptr;
};

} // namespace oshaq
