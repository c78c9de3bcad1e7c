// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/portcall.h"
#include "ui/common/sheet.h"

#include <QString>

#include <functional>
#include <optional>
#include <vector>

class QComboBox;
class QLineEdit;

namespace oshaq {

class Band;
class ChoiceRow;
class Field;
class FlowRow;
class TouchButton;

/// A form over the page: fields one under another, Save, and Remove for what exists. It asks before it throws away what
/// was typed and before it removes; what the hub refuses stands beside the field that it is about. Whoever uses it adds
/// the fields and does the saving.
class FormSheet final : public Sheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FormSheet)

public:
    /// `name`: object name of the sheet; fields are called "NAME.FIELD".
    FormSheet(const QString &name, const Look &look, QWidget *parent);

    // Fields from the top. `path`: how the hub calls the field in a refusal.
    QLineEdit *addLine(const QString &path, int maxLength);
    QComboBox *addCombo(const QString &path);
    ChoiceRow *addChoice(const QString &path);

    struct Words
    {
        QString title;
        QString save;
        QString remove;         ///< empty: there is nothing to remove
        QString removeQuestion; ///< what is lost by it
    };
    /// Called when texts are needed: at once, and when the language changes.
    void setWords(std::function<Words()> words, std::function<void()> fields);
    void setFieldWords(const QString &path, const QString &label, const QString &hint = {});

    /// Opens it with what the fields hold now; without `removable` there is no Remove.
    void begin(bool removable);
    /// Beside a field, said anew when the language changes.
    void setProblem(const QString &path, std::function<QString()> words);
    bool hasErrors() const;
    void clearErrors();

    void setBusy(bool busy);
    /// What the hub said, beside its field where there is one; the form stays open.
    void fail(const PortFailure &failure);
    /// The form stays open with what came of it in a field; nothing would be lost by closing it.
    void showResult(const QString &path, const QString &text);
    /// Everything is saved.
    void finish();

    void setLook(const Look &look) override;

    TouchButton *saveButton() const { return m_save; }
    TouchButton *removeButton() const { return m_remove; }
    Band *band() const { return m_band; }

Q_SIGNALS:
    void saveAsked();
    void removeAsked();

protected:
    bool mayClose() override;
    void retranslate() override;

private:
    struct Row
    {
        QString path;
        Field *field = nullptr;
        QWidget *editor = nullptr;
    };
    enum class Asking
    {
        Nothing,
        Losing,
        Removing
    };

    Field *add(const QString &path, QWidget *editor);
    Row *row(const QString &path);
    void clearError(const QString &path);
    QStringList state() const;
    void ask(Asking asking);
    void showButtons();

    std::function<Words()> m_words;
    std::function<void()> m_fieldWords;
    Band *m_band;
    FlowRow *m_buttons;
    TouchButton *m_remove;
    TouchButton *m_keep;
    TouchButton *m_save;
    std::vector<Row> m_rows;
    QStringList m_before;
    std::optional<PortFailure> m_failure;
    bool m_removable = false;
    bool m_busy = false;
    Asking m_asking = Asking::Nothing;
};

} // namespace oshaq
