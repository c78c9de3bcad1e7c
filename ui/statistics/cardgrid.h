// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace oshaq {

/// Cards side by side in as many columns as have room, one below the other where none has. Cards of a row are equally
/// high: as high as the highest of them wants.
class CardGrid final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CardGrid)

public:
    explicit CardGrid(QWidget *parent = nullptr);

    /// Takes it over.
    void addCard(QWidget *card);
    /// At most as many columns as there are shares, each as wide as its share; fewer, all alike, where the narrowest
    /// would be narrower than `least`.
    void setColumns(const std::vector<int> &shares, int least);
    void setSpacing(int pixels);
    /// A card wants another height.
    void rearrange();
    int columns(int width) const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int place(int width, bool apply) const;

    std::vector<QWidget *> m_cards;
    std::vector<int> m_shares{1};
    int m_least = 0;
    int m_spacing = 16;
};

} // namespace oshaq
