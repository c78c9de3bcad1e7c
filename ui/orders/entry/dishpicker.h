// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/money.h"
#include "ui/common/look.h"
#include "ui/orders/entry/dishsearch.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;

namespace oshaq {

class ChoiceRow;

/// The dishes that are offered now, in their order.
class DishModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DishModel)

public:
    using QAbstractListModel::QAbstractListModel;

    void setMenu(const Catalog &catalog, const Currency &currency);
    void setMatches(std::vector<DishMatch> matches);
    const DishMatch *match(int row) const;
    const Item *item(int row) const;
    QString priceText(int row) const;
    /// Sold by weight or volume: in parts of one.
    bool isByWeight(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    Catalog m_catalog;
    Currency m_currency;
    std::vector<DishMatch> m_matches;
};

class DishTileDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DishTileDelegate)

public:
    DishTileDelegate(const DishModel &model, const Look &look, QObject *parent);

    void setLook(const Look &look) { m_look = look; }
    /// The tile that Enter takes is outlined.
    void setCurrentShown(bool shown) { m_currentShown = shown; }
    bool isCurrentShown() const { return m_currentShown; }
    void setTile(QSize size) { m_tile = size; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return m_tile; }

private:
    const DishModel &m_model;
    Look m_look;
    bool m_currentShown = false;
    QSize m_tile;
};

/// Finds a dish by typing or by touching: a search box that keeps the focus, the categories, and tiles. "2 plov" and
/// Enter is two of the first dish found; arrows choose another one.
class DishPicker final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DishPicker)

public:
    explicit DishPicker(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    /// What was typed and chosen stays as far as it still exists.
    void setMenu(const Catalog &catalog, const Currency &currency);
    QLineEdit *searchEdit() const { return m_search; }
    QListView *tiles() const { return m_tiles; }
    ChoiceRow *categories() const { return m_categories; }
    /// Below the search box; empty: the usual hint.
    void setProblem(const QString &text);
    /// The dish was taken: for the next one.
    void clearSearch();

Q_SIGNALS:
    /// `quantity`: thousandths, when one was typed.
    void picked(qint64 itemId, std::optional<qint64> quantity);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void search();
    void say(const QString &text, bool isProblem);
    void pick(int row);
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);
    int columns() const;
    void arrangeTiles();
    void setCurrent(int row);

    Look m_look;
    DishSearch m_finder;
    Catalog m_catalog;
    DishModel *m_model;
    DishTileDelegate *m_delegate;
    QLineEdit *m_search;
    QLabel *m_below;
    ChoiceRow *m_categories;
    QListView *m_tiles;
    QLabel *m_nothing;
};

} // namespace oshaq
