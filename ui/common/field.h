// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <functional>

class QLabel;

namespace oshaq {

/// A label above an editor, and under it what is wrong with what was typed or, while nothing is, a hint. The label is
/// the editor's accessible name, the error its description; sizes come from the style sheet around it.
class Field final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Field)

public:
    /// Takes the editor over.
    explicit Field(QWidget *editor, QWidget *parent = nullptr);

    void setLabel(const QString &label);
    void setHint(const QString &hint);
    /// Empty: nothing is wrong. What was typed stays.
    void setError(const QString &error);
    /// As setError(), said anew when the language changes.
    void setProblem(std::function<QString()> words);
    QString error() const { return m_problem ? m_problem() : QString(); }
    QWidget *editor() const { return m_editor; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    QWidget *m_editor;
    QLabel *m_label;
    QLabel *m_below;
    QString m_hint;
    std::function<QString()> m_problem; ///< says what is wrong, in the language of now; none: nothing is
};

} // namespace oshaq
