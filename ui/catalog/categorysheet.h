// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/catalog/catalogdesk.h"
#include "ui/common/sheet.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace oshaq {

class Band;
class Field;
class FlowRow;
class HoursEditor;
class StepChoice;
class TouchButton;

/// A category, new or known: its name, what its dishes inherit, and taking it away.
class CategorySheet final : public Sheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CategorySheet)

public:
    /// The desk must outlive the sheet.
    CategorySheet(CatalogDesk &desk, const Look &look, QWidget *parent);
    ~CategorySheet() override;

    void setLook(const Look &look) override;
    /// 0: a new one.
    void edit(qint64 categoryId);
    /// The same with the question where its dishes go.
    void askRemoval(qint64 categoryId);
    qint64 categoryId() const { return m_base.id; }

Q_SIGNALS:
    void saved(qint64 categoryId, bool isNew);
    void removed(const QString &name);

protected:
    bool mayClose() override;
    void retranslate() override;

private:
    CategoryEdit edited() const;
    bool isDirty() const;
    void fill();
    void refresh();
    void save();
    void remove();
    void handleFailure(const PortFailure &failure);
    void takeTheirs(const Category &theirs);

    CatalogDesk &m_desk;
    CatalogPort &m_port; ///< outlives the desk, a sibling that goes first
    Category m_base;
    std::vector<Station> m_stations;
    QString m_key;
    PortCall m_call = 0;
    bool m_busy = false;
    bool m_asksLosing = false;
    bool m_asksRemoving = false;
    bool m_tried = false;
    bool m_nameTaken = false;
    std::function<QString()> m_message; ///< in the language of the screen

    Band *m_band;
    QLineEdit *m_name;
    StepChoice *m_step;
    QComboBox *m_station;
    HoursEditor *m_hours;
    Field *m_nameField;
    Field *m_stepField;
    Field *m_stationField;
    Field *m_hoursField;
    QLabel *m_removeWords;
    QComboBox *m_moveTo;
    Field *m_moveToField;
    FlowRow *m_buttons;
    TouchButton *m_remove;
    TouchButton *m_keep;
    TouchButton *m_save;
};

} // namespace oshaq
