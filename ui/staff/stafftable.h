// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"

#include <QTableView>

#include <vector>

namespace oshaq {

class StaffTableModel;

/// One place of the table.
struct StaffCell
{
    enum class Tone
    {
        Plain,
        Strong,
        Muted,
        Good,
        Warning
    };

    QString text;
    QString second = {}; ///< a smaller line under it
    QString spoken = {}; ///< for screen readers; empty: what is shown
    Tone tone = Tone::Plain;

    bool operator==(const StaffCell &) const = default;
};

struct StaffRow
{
    qint64 key = 0; ///< of what it shows; 0: of nothing that can be chosen
    std::vector<StaffCell> cells;
    bool isHeading = false; ///< its first cell stands over all columns
    bool wraps = false;     ///< as high as its texts need

    bool operator==(const StaffRow &) const = default;
};

struct StaffColumn
{
    QString head;
    Qt::Alignment alignment = Qt::AlignLeft;
    int leaves = 0;         ///< where room is short the highest leaves first; 0: it stays
    bool stretches = false; ///< takes what room is left

    bool operator==(const StaffColumn &) const = default;
};

/// Rows that a finger can hit, painted in our look; used for people, hours and abilities. It never scrolls sideways:
/// columns that do not fit are not shown. Tab goes on, arrows move, Enter and a click open.
class StaffTable final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StaffTable)

public:
    explicit StaffTable(const Look &look, QWidget *parent = nullptr);
    ~StaffTable() override;

    void setLook(const Look &look);
    /// `byCells`: single places are chosen instead of rows.
    void setChoosesCells(bool byCells);
    /// What was chosen stays chosen by its key and column.
    void setContent(std::vector<StaffColumn> columns, std::vector<StaffRow> rows);
    const std::vector<StaffRow> &rows() const;
    const std::vector<StaffColumn> &columns() const;
    /// Whether all of these columns fit beside each other.
    bool hasRoomFor(const std::vector<StaffColumn> &columns, const std::vector<StaffRow> &rows) const;

    /// 0: none.
    qint64 currentKey() const;
    /// Shows it as chosen; emits nothing. 0: none.
    void setCurrentKey(qint64 key);

    void keyboardSearch(const QString &) override {}

Q_SIGNALS:
    /// By arrows or a finger.
    void keyChosen(qint64 key);
    /// Enter or a click on a place.
    void opened(qint64 key, int column);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    int naturalWidth(const std::vector<StaffColumn> &columns, const std::vector<StaffRow> &rows, int column) const;
    int leastWidth(const StaffColumn &column) const;
    void arrange();
    int rowHeightOf(const StaffRow &row) const;

    Look m_look;
    StaffTableModel *m_model;
    bool m_setting = false;
    bool m_arranging = false;
};

} // namespace oshaq
