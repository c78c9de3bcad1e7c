// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAbstractItemModel>
#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStringList>
#include <QWidget>

namespace oshaq {

/// Everything that a person reads or hears from a widget and all in it, with where it stands: texts of labels and
/// buttons, hints of fields, items of lists, names and descriptions for screen readers, tips. What a person typed is
/// not in it.
inline QStringList visibleWords(const QWidget *root)
{
    QStringList words;
    QList<const QWidget *> all{root};
    for (const QWidget *widget : root->findChildren<QWidget *>())
        all << widget;
    for (const QWidget *widget : all) {
        if (!widget->isVisible())
            continue;
        const QString where = QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName() + u' ';
        const auto add = [&words, &where](const char *what, const QString &text) {
            if (!text.isEmpty())
                words << where + QLatin1String(what) + QStringLiteral(": ") + text;
        };
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            add("text", label->text());
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            add("text", button->text());
        if (const auto *line = qobject_cast<const QLineEdit *>(widget))
            add("hint", line->placeholderText());
        if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget))
            add("hint", text->placeholderText());
        if (const auto *combo = qobject_cast<const QComboBox *>(widget)) {
            for (int i = 0; i < combo->count(); ++i)
                add("choice", combo->itemText(i));
        }
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget); view && view->model()) {
            for (int row = 0; row < view->model()->rowCount(); ++row) {
                for (int column = 0; column < view->model()->columnCount(); ++column) {
                    const QModelIndex index = view->model()->index(row, column);
                    add("item", index.data(Qt::DisplayRole).toString());
                    add("item name", index.data(Qt::AccessibleTextRole).toString());
                }
            }
            for (int column = 0; column < view->model()->columnCount(); ++column)
                add("head", view->model()->headerData(column, Qt::Horizontal).toString());
        }
        add("name", widget->accessibleName());
        add("description", widget->accessibleDescription());
        add("tip", widget->toolTip());
    }
    words.sort();
    return words;
}

} // namespace oshaq
