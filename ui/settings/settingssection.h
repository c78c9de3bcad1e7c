// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"

#include <QEvent>
#include <QScrollArea>
#include <QWidget>

#include <vector>

namespace oshaq {

/// A setting that can be found by typing.
struct SettingEntry
{
    QString key;
    QString title;   ///< translated
    QString meaning; ///< likewise
};

/// One subject of the settings page. Sections know nothing of each other; the page makes room for them, scrolls them
/// and shows one at a time. What is not shown asks nobody anything: use showEvent() and hideEvent().
class SettingsSection : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsSection)

public:
    using QWidget::QWidget;

    /// Stable: "display", "printers".
    virtual QString key() const = 0;
    virtual QString iconName() const = 0;
    /// Translated.
    virtual QString title() const = 0;
    /// What it is for, one sentence. Translated.
    virtual QString summary() const = 0;
    virtual void setLook(const Look &look) = 0;

    /// What can be found in it besides its title and summary.
    virtual std::vector<SettingEntry> entries() const { return {}; }
    /// Shows an entry to somebody who looked for it; an empty one: nobody looks any more.
    virtual void reveal(const QString &entry) { Q_UNUSED(entry); }

protected:
    /// Sets every text that depends on the language. Called when the language changes; call it in the constructor too.
    virtual void retranslate() = 0;

    /// Scrolls so that a part of the section is seen.
    void showWidget(QWidget *part)
    {
        for (QWidget *at = parentWidget(); at; at = at->parentWidget()) {
            if (auto *area = qobject_cast<QScrollArea *>(at))
                area->ensureWidgetVisible(part);
        }
    }

    void changeEvent(QEvent *event) override
    {
        if (event->type() == QEvent::LanguageChange)
            retranslate();
        QWidget::changeEvent(event);
    }
};

} // namespace oshaq
