// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/cardgrid.h"

#include <QLayout>

#include <algorithm>
#include <numeric>

namespace oshaq {

namespace {

int heightOf(const QWidget *card, int width)
{
    const QLayout *layout = card->layout();
    const int wanted =
        layout && layout->hasHeightForWidth() ? layout->totalHeightForWidth(width) : card->sizeHint().height();
    return std::max(wanted, card->minimumHeight());
}

} // namespace

CardGrid::CardGrid(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void CardGrid::addCard(QWidget *card)
{
    card->setParent(this);
    m_cards.push_back(card);
    rearrange();
}

void CardGrid::setColumns(const std::vector<int> &shares, int least)
{
    m_shares = shares;
    m_least = least;
    rearrange();
}

void CardGrid::setSpacing(int pixels)
{
    m_spacing = pixels;
    rearrange();
}

void CardGrid::rearrange()
{
    updateGeometry();
    // Layouts remember heights from before: this one counts at once.
    setMinimumHeight(place(width(), true));
}

int CardGrid::columns(int width) const
{
    const int sum = std::accumulate(m_shares.begin(), m_shares.end(), 0);
    const int narrowest = *std::min_element(m_shares.begin(), m_shares.end());
    const int most = int(m_shares.size());
    if ((width - (most - 1) * m_spacing) * narrowest / sum >= m_least)
        return most;
    // Rows of about as many: three and two are better than four and one.
    const int fitting = std::clamp((width + m_spacing) / std::max(1, m_least + m_spacing), 1, std::max(1, most - 1));
    const int rows = (most + fitting - 1) / fitting;
    return (most + rows - 1) / rows;
}

int CardGrid::place(int width, bool apply) const
{
    const int count = columns(width);
    const bool isFull = count == int(m_shares.size());
    std::vector<int> shares(size_t(count), 1);
    if (isFull)
        shares = m_shares;
    const int sum = std::accumulate(shares.begin(), shares.end(), 0);
    const int room = width - (count - 1) * m_spacing;
    int y = 0;
    for (size_t first = 0; first < m_cards.size(); first += size_t(count)) {
        // Those of the last row share it.
        const size_t inRow = std::min(size_t(count), m_cards.size() - first);
        const bool isShort = inRow < size_t(count) && !isFull;
        std::vector<int> wide;
        int high = 0;
        for (size_t i = 0; i < inRow; ++i) {
            wide.push_back(isShort ? (width - (int(inRow) - 1) * m_spacing) / int(inRow) : room * shares[i] / sum);
            high = std::max(high, heightOf(m_cards[first + i], wide.back()));
        }
        int x = 0;
        for (size_t i = 0; i < inRow; ++i) {
            if (apply)
                m_cards[first + i]->setGeometry(x, y, wide[i], high);
            x += wide[i] + m_spacing;
        }
        y += high + m_spacing;
    }
    return std::max(0, y - m_spacing);
}

int CardGrid::heightForWidth(int width) const
{
    return place(width, false);
}

QSize CardGrid::sizeHint() const
{
    return QSize(std::max(m_least, width()), heightForWidth(std::max(m_least, width())));
}

QSize CardGrid::minimumSizeHint() const
{
    // Layouts remember this one, whatever width it was asked at: the height follows the width instead.
    return QSize(1, 1);
}

void CardGrid::resizeEvent(QResizeEvent *)
{
    setMinimumHeight(place(width(), true));
}

} // namespace oshaq
