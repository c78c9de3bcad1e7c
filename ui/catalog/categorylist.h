// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "ui/common/look.h"

#include <QAbstractListModel>
#include <QListView>

#include <vector>

namespace oshaq {

/// "All", then the categories with how many dishes each has.
class CategoryModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CategoryModel)

public:
    struct Row
    {
        qint64 id = 0; ///< 0: all
        QString name;
        int count = 0;

        bool operator==(const Row &) const = default;
    };

    using QAbstractListModel::QAbstractListModel;

    static constexpr const char *mimeType = "application/x-oshaq-category";

    bool setRows(std::vector<Row> rows);
    const std::vector<Row> &rows() const { return m_rows; }
    qint64 idAt(int row) const;
    int rowOf(qint64 categoryId) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    std::vector<Row> m_rows;
};

/// The categories beside the cards: one is shown; they are dragged, or moved with Alt and the arrows, to another place,
/// and dishes are dropped on them.
class CategoryList final : public QListView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CategoryList)

public:
    explicit CategoryList(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    void setCatalog(const Catalog &catalog);
    void setEditable(bool editable);
    /// 0: all.
    qint64 currentId() const;
    void setCurrentId(qint64 categoryId);
    CategoryModel *categories() const { return m_model; }

    QSize sizeHint() const override;

Q_SIGNALS:
    void picked(qint64 categoryId);
    void editRequested(qint64 categoryId);
    void removeRequested(qint64 categoryId);
    /// `beforeId` 0: to the end.
    void moveRequested(qint64 categoryId, qint64 beforeId);
    void itemsDropped(const std::vector<qint64> &itemIds, qint64 categoryId);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// The row before which a category dropped there would go.
    int dropRow(QPoint at) const;
    void showDrop(int row, bool onto);

    Look m_look;
    CategoryModel *m_model;
    class CategoryDelegate *m_delegate;
    Catalog m_catalog;
    int m_dropRow = -1;
    bool m_dropOnto = false;
    bool m_editable = true;
    bool m_restoring = false;
};

} // namespace oshaq
