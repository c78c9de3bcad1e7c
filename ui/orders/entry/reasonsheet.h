// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/sheet.h"

#include <QStringList>

#include <functional>
#include <vector>

class QLineEdit;

namespace oshaq {

class ChoiceCard;
class Field;
class TouchButton;

/// Asks why: the usual reasons as one touch or one figure, and words of one's own.
class ReasonSheet final : public Sheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReasonSheet)

public:
    ReasonSheet(const Look &look, QWidget *parent);

    void setLook(const Look &look) override;
    void begin(const QString &title, const QStringList &reasons, const std::function<void(const QString &)> &done);
    const std::vector<ChoiceCard *> &cards() const { return m_cards; }
    QLineEdit *wordsEdit() const { return m_words; }
    Field *wordsField() const { return m_field; }
    TouchButton *doneButton() const { return m_ok; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool mayClose() override;
    void retranslate() override;

private:
    void give(const QString &reason);

    std::function<void(const QString &)> m_done;
    class QVBoxLayout *m_list;
    std::vector<ChoiceCard *> m_cards;
    QLineEdit *m_words;
    Field *m_field;
    TouchButton *m_back;
    TouchButton *m_ok;
};

} // namespace oshaq
