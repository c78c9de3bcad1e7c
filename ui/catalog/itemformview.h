// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/catalog/itemform.h"
#include "ui/common/look.h"

#include <QHash>
#include <QWidget>

#include <vector>

class QBoxLayout;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace oshaq {

class AllergenEditor;
class Field;
class FoldedField;
class HoursEditor;
class OptionEditor;
class PictureEditor;
class PictureLoader;
class StepChoice;
class TouchButton;

/// The fields of a dish. What is wrong stands beside each; what is odd too, without being in the way.
class ItemFormView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ItemFormView)

public:
    ItemFormView(PictureLoader &pictures, const Look &look, QWidget *sheetParent, QWidget *parent = nullptr);

    void setLook(const Look &look);
    /// What can be chosen: categories and stations.
    void setCatalog(const Catalog &catalog, const Currency &currency);
    const ItemForm &form() const { return m_form; }
    /// Only what is different is written: the cursor stays where somebody types.
    void setForm(const ItemForm &form);
    /// Nothing stands side by side.
    void setNarrow(bool narrow);
    /// Folds what can be folded: another dish is shown.
    void fold();
    void setProblems(const std::vector<FormProblem> &problems);
    /// Of the hub; goes when the field is edited.
    void setError(ItemField field, const QString &text);
    /// What is worth a word and no error; empty: nothing.
    void setNotice(ItemField field, const QString &text);
    QString notice(ItemField field) const { return m_notices.value(field); }
    QString errorOf(ItemField field) const;
    void setEditable(bool editable);
    void setRemovable(bool removable);
    void focusField(ItemField field);

    PictureEditor *picture() const { return m_picture; }
    OptionEditor *options() const { return m_options; }
    HoursEditor *hours() const { return m_hours; }
    AllergenEditor *allergens() const { return m_allergens; }
    TouchButton *removeButton() const { return m_remove; }

Q_SIGNALS:
    void edited(oshaq::ItemField field);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void connectAll();
    void retranslate();
    void refresh();
    void fillLists();
    void fitDescription();
    void write();
    void read(ItemField field);
    QString problemText(ItemField field) const;

    Look m_look;
    Catalog m_catalog;
    Currency m_currency;
    ItemForm m_form;
    std::vector<FormProblem> m_problems;
    QHash<ItemField, QString> m_errors;
    QHash<ItemField, QString> m_notices;
    bool m_writing = false;

    QLineEdit *m_name;
    QLineEdit *m_price;
    StepChoice *m_step;
    QComboBox *m_category;
    QPlainTextEdit *m_description;
    QComboBox *m_station;
    QLineEdit *m_prep;
    OptionEditor *m_options;
    AllergenEditor *m_allergens;
    HoursEditor *m_hours;
    QLineEdit *m_externalId;
    TouchButton *m_remove;
    PictureEditor *m_picture;
    QHash<ItemField, Field *> m_fields;
    QHash<ItemField, QLabel *> m_noticeLabels;
    FoldedField *m_optionsFold;
    FoldedField *m_allergensFold;
    FoldedField *m_hoursFold;
    QWidget *m_more;
    FoldedField *m_moreFold;
    QLabel *m_pictureLabel;
    std::vector<QBoxLayout *> m_pairs;
};

} // namespace oshaq
