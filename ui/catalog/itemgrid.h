// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/catalog/itemmodel.h"
#include "ui/common/look.h"

#include <QListView>
#include <QTimer>

#include <vector>

namespace oshaq {

class ItemDelegate;
class PictureLoader;

/// The cards of the dishes. A click opens one; Ctrl and Shift, or a long press, choose several; they are dragged to
/// another place or onto a category; 86 is one press on the card or the key 8.
class ItemGrid final : public QListView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ItemGrid)

public:
    ItemGrid(PictureLoader &pictures, const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    /// What is chosen, the current one and the place in the list stay as far as they are still shown.
    void setCards(std::vector<ItemModel::Card> cards);
    ItemModel *items() const { return m_model; }

    std::vector<qint64> chosenIds() const;
    void choose(const std::vector<qint64> &ids);
    qint64 currentId() const;
    /// Alone; 0: nothing.
    void setCurrentId(qint64 itemId);
    /// By touch: each press chooses one more or one less.
    bool isChoosing() const { return m_choosing; }
    void setChoosing(bool choosing);
    /// Cards can be given another order.
    void setReorderable(bool reorderable) { m_reorderable = reorderable; }
    bool isReorderable() const { return m_reorderable; }
    /// Nothing can be dragged without the hub.
    void setEditable(bool editable);

Q_SIGNALS:
    void chosenChanged();
    void currentIdChanged(qint64 itemId);
    void choosingChanged(bool choosing);
    void editRequested(qint64 itemId);
    void outRequested(const std::vector<qint64> &itemIds);
    void removeRequested(const std::vector<qint64> &itemIds);
    /// `beforeId` 0: to the end.
    void moveRequested(const std::vector<qint64> &itemIds, qint64 beforeId);

protected:
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index, const QEvent *event) const override;

private:
    void arrange();
    /// The row before which something dropped there would go; rowCount(): behind all.
    int dropRow(QPoint at) const;
    void moveChosen(int step);
    /// The chosen ones when the current one is among them, else that one.
    std::vector<qint64> meant() const;

    Look m_look;
    ItemModel *m_model;
    ItemDelegate *m_delegate;
    PictureLoader &m_pictures;
    QTimer m_longPress;
    QPoint m_pressedAt;
    qint64 m_outPressed = 0;
    int m_dropRow = -1;
    bool m_choosing = false;
    bool m_reorderable = true;
    bool m_editable = true;
    bool m_restoring = false;
};

} // namespace oshaq
