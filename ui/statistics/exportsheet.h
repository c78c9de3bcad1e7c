// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/sheet.h"
#include "ui/statistics/statisticsrange.h"

class QCheckBox;
class QLabel;
class QLineEdit;

namespace oshaq {

class ChoiceRow;
class Field;
class TouchButton;

/// What goes into a file: the figures, a picture of the charts, or the orders themselves.
class ExportSheet final : public Sheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportSheet)

public:
    enum class What
    {
        Xlsx,
        Csv,
        Pdf,
        Png,
        OrdersCsv,
        LinesCsv,
        OrdersJson
    };

    ExportSheet(const Look &look, QWidget *parent);

    void setLook(const Look &look) override;
    void begin(const DayRange &range, const QDate &today);

    ChoiceRow *choice() const { return m_what; }
    QCheckBox *personalBox() const { return m_personal; }
    QLineEdit *nameEdit() const { return m_name; }
    Field *nameField() const { return m_nameField; }
    TouchButton *saveButton() const { return m_save; }

Q_SIGNALS:
    /// `stem`: of the file, without folder and suffix.
    void saveAsked(oshaq::ExportSheet::What what, bool personal, const QString &stem);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void retranslate() override;

private:
    What what() const;
    void propose();
    void describe();
    void save();

    DayRange m_range;
    QDate m_today;
    bool m_isTyped = false; ///< the name is a person's own
    ChoiceRow *m_what;
    QLabel *m_words;
    QCheckBox *m_personal;
    QLineEdit *m_name;
    Field *m_nameField;
    TouchButton *m_back;
    TouchButton *m_save;
};

/// "xlsx": of a file.
QString exportSuffix(ExportSheet::What what);

} // namespace oshaq
