// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"
#include "ui/kitchen/kitchenkeys.h"

#include <QWidget>

#include <vector>

class QKeyEvent;

namespace oshaq {

/// Which key does what, in place of the tickets; and the way to teach it a bump bar: choose what, then press the key.
/// It takes every key while it is open.
class KeysPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeysPanel)

public:
    explicit KeysPanel(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    void setMap(const KitchenKeyMap &map);
    const KitchenKeyMap &map() const { return m_map; }

    /// What a key means, in the language of the screen.
    static QString meaning(const KitchenKeyPress &press);

    /// Takes the key. Arrows choose a row and Enter begins to learn; then the next key, whatever it is, becomes that
    /// row's. Esc ends learning, then closes.
    void takeKey(const QKeyEvent &event);
    bool isLearning() const { return m_isLearning; }
    int chosenRow() const { return m_row; }
    QRect rowRect(int row) const;
    QRect resetRect() const;

Q_SIGNALS:
    void mapChanged();
    void closeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    /// Tab is a key like others here.
    bool focusNextPrevChild(bool) override { return false; }

private:
    int columns() const;
    int rowsPerColumn() const;
    void paintRow(QPainter &painter, int row) const;

    /// Letters as large as wanted, or as leave room for every row.
    void fit();

    Look m_wanted;
    Look m_look;
    KitchenKeyMap m_map;
    std::vector<KitchenKeyPress> m_rows;
    int m_row = 0;
    bool m_isLearning = false;
};

} // namespace oshaq
