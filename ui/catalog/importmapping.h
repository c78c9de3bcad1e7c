// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/money.h"
#include "models/terminal/catalogport.h"
#include "ui/common/look.h"

#include <QMap>
#include <QWidget>

#include <vector>

class QComboBox;
class QGridLayout;
class QLabel;

namespace oshaq {

/// Which column of a file holds what: a row for each of our fields, with the column that was found by its name and the
/// first values of it beside.
class ImportMapping final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportMapping)

public:
    explicit ImportMapping(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    /// `columns`: field -> column.
    void setTable(const TablePreview &table, const QMap<QString, QString> &columns);
    /// field -> column, of those that have one.
    QMap<QString, QString> columns() const;
    QComboBox *choice(const QString &field) const;
    /// Required fields without a column.
    QStringList missing() const;
    /// Says beside them that they are needed; the first one gets the focus.
    void showMissing();
    /// What stands in the cell of a field in a row of the file; empty when it has no column.
    QString cell(const QString &field, const QStringList &row) const;

Q_SIGNALS:
    /// By a person.
    void changed();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Row
    {
        QString field;
        QLabel *name;
        QComboBox *choice;
        QLabel *sample;
    };

    void retranslate();
    /// Beside each other, or one under the other where there is no room.
    void arrange();
    void showSamples();
    qsizetype columnOf(const QString &field) const;

    TablePreview m_table;
    QStringList m_offered; ///< columns that have a name of their own
    bool m_showsMissing = false;
    bool m_isWide = true;
    Look m_look;
    QGridLayout *m_grid;
    std::vector<Row> m_rows;
};

} // namespace oshaq
