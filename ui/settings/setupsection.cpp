// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/setupsection.h"

#include <algorithm>

namespace oshaq {

SetupSection::SetupSection(const SetupReview::Ports &ports, Site site, const Look &look, QWidget *parent)
    : ListSection(
          std::move(site), [](PortCall) {}, look, parent)
    , m_review(ports)
{
    connect(&m_review, &SetupReview::changed, this, [this] {
        m_rows = m_review.items();
        std::stable_partition(m_rows.begin(), m_rows.end(), [](const SetupItem &item) { return !item.done; });
        const auto done = std::exchange(m_done, {});
        if (done)
            done(m_review.failure());
        else
            rebuild();
    });
    SetupSection::retranslate();
    SetupSection::setLook(look);
}

void SetupSection::setLook(const Look &look)
{
    ListSection::setLook(look);
}

SetupSection::ListWords SetupSection::listWords() const
{
    return {tr("What is set up is not known"), tr("Looking at what is set up"), {}, {}, {}};
}

/// The review keeps its own calls: this one is a name and nothing to cancel.
PortCall SetupSection::ask(std::function<void(const std::optional<PortFailure> &)> done)
{
    m_done = std::move(done);
    m_review.refresh();
    return 1;
}

RowCard::Words SetupSection::rowWords(int row) const
{
    const SetupItem &item = m_rows[size_t(row)];
    const QString title = SetupChecklist::title(item.key);
    if (item.done)
        return {tr("Done: %1").arg(title), {}, {}, {}, {}};
    return {title, SetupChecklist::reason(item.key), {}, {tr("Go there")}, {tr("Go there: %1").arg(title)}};
}

void SetupSection::act(int row, int)
{
    const SetupItem item = m_rows[size_t(row)];
    Q_EMIT wanted(item.page, item.section);
}

} // namespace oshaq
