// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"

#include <QStringList>
#include <QWidget>

class QLineEdit;

namespace oshaq {

class ChoiceRow;

/// What a dish holds that somebody may not eat: the known allergens as switches, and words of one's own.
class AllergenEditor final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AllergenEditor)

public:
    explicit AllergenEditor(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    /// Words that are not known, as the menu has them, and all that are.
    QStringList allergens() const;
    void setAllergens(const QStringList &allergens);
    ChoiceRow *known() const { return m_known; }
    QLineEdit *own() const { return m_own; }

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    ChoiceRow *m_known;
    QLineEdit *m_own;
    QStringList m_order; ///< as the menu has them: what is only looked at does not change
};

} // namespace oshaq
