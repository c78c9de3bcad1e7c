// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/rulerow.h"
#include "ui/settings/settingssection.h"

#include <vector>

class QVBoxLayout;

namespace oshaq {

class Band;
class StateView;

/// Settings of the site that belong together, one card each.
class SiteSection final : public SettingsSection
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SiteSection)

public:
    enum class Subject
    {
        Restaurant, ///< name, currency, zone, day
        Selling     ///< taxes, delivery, how orders are taken and kept
    };

    /// The desk must outlive it.
    SiteSection(Subject subject, SiteSettingsDesk &desk, const Look &look, QWidget *parent = nullptr);

    QString key() const override;
    QString iconName() const override;
    QString title() const override;
    QString summary() const override;
    std::vector<SettingEntry> entries() const override;
    void reveal(const QString &entry) override;
    void setLook(const Look &look) override;

    const std::vector<RuleRow *> &rows() const { return m_rows; }
    RuleRow *row(const QString &key) const;

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;

private:
    void update();

    Subject m_subject;
    SiteSettingsDesk &m_desk;
    Band *m_band;
    StateView *m_state;
    std::vector<RuleRow *> m_rows;
    QVBoxLayout *m_layout;
};

} // namespace oshaq
