// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/firststart/setupreview.h"
#include "ui/settings/listsection.h"

namespace oshaq {

/// What is not set up yet, each with the way to it.
class SetupSection final : public ListSection
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SetupSection)

public:
    /// The ports must outlive it.
    SetupSection(const SetupReview::Ports &ports, Site site, const Look &look, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("setup"); }
    QString iconName() const override { return QStringLiteral("mark"); }
    QString title() const override { return tr("Getting started"); }
    QString summary() const override { return tr("What is set up, and what is left."); }
    void setLook(const Look &look) override;

Q_SIGNALS:
    /// `section`: of the settings page; empty: none.
    void wanted(const QString &page, const QString &section);

protected:
    ListWords listWords() const override;
    PortCall ask(std::function<void(const std::optional<PortFailure> &)> done) override;
    int rowCount() const override { return int(m_rows.size()); }
    RowCard::Words rowWords(int row) const override;
    void act(int row, int action) override;

private:
    SetupReview m_review;
    std::vector<SetupItem> m_rows; ///< what is left comes first
    std::function<void(const std::optional<PortFailure> &)> m_done;
};

} // namespace oshaq
