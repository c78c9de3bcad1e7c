// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "ui/common/look.h"
#include "ui/kitchen/kitchenkeys.h"

#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

class QAbstractButton;
class QKeyEvent;

namespace oshaq {

class DishButton;
class TouchButton;

/// "86": which dishes cannot be had. It stands in place of the tickets; one press marks a dish out, another brings it
/// back. The dishes of this screen's station come first and none moves while it is open, so that a second press hits
/// what the first one did; those that are out stand at the top as well. Letters search, digits and Enter press.
class OutPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OutPanel)

public:
    explicit OutPanel(const Look &look, QWidget *parent = nullptr);
    ~OutPanel() override;

    void setLook(const Look &look);
    /// `station`: whose dishes come first; none: in the order of the menu.
    void setMenu(const Catalog &catalog, std::optional<qint64> station);
    /// From the first page, with nothing searched for.
    void begin();

    /// Takes the key; `press` is what it means to this screen.
    void takeKey(const QKeyEvent &event, const KitchenKeyPress &press);

    QString searched() const { return m_search; }
    int page() const { return m_page; }
    int pages() const;
    /// The item under the keyboard; 0: none.
    qint64 chosenItem() const;
    /// On the shown page; null: it is not on it.
    QAbstractButton *buttonOf(qint64 itemId) const;
    /// At the top, of a dish that is out; null: it is not.
    QAbstractButton *returnButtonOf(qint64 itemId) const;
    TouchButton *closeButton() const { return m_close; }
    TouchButton *nextButton() const { return m_next; }

Q_SIGNALS:
    void availabilityWanted(qint64 itemId, bool available);
    void closeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    /// Tab is a key like others here.
    bool focusNextPrevChild(bool) override { return false; }

private:
    struct Dish
    {
        qint64 id = 0;
        QString name;
        bool available = true;
    };

    void setSearch(const QString &text);
    void moveBy(int steps);
    void turn(int pages);
    void press(size_t found);
    void filter();
    /// Letters as large as wanted, or as leave room for some dishes at once.
    void fit();
    void arrange();
    void retranslate();
    int columns() const;
    int rows() const;
    int perPage() const;
    int cellHeight() const;
    QRect searchRect() const;

    Look m_wanted;
    Look m_look;
    std::vector<Dish> m_dishes;
    std::vector<size_t> m_found; ///< of m_dishes, what is searched for
    QString m_search;
    int m_page = 0;
    int m_chosen = 0; ///< of m_found
    int m_gridTop = 0;
    TouchButton *m_close;
    TouchButton *m_previous;
    TouchButton *m_next;
    std::vector<DishButton *> m_cells;    ///< as many as a page has
    std::vector<TouchButton *> m_returns; ///< of those that are out
    std::vector<qint64> m_returnIds;
    QRect m_outLabel;
    QString m_outMore;
    QRect m_outMoreRect;
};

} // namespace oshaq
