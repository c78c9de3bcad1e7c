// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"
#include "ui/settings/settingssection.h"

#include <QPointer>

#include <vector>

class QVBoxLayout;

namespace oshaq {

class ShortcutList;

/// All keys of the window and of every page, as they are now: a kitchen may have taught its screen others.
class ShortcutsSection final : public SettingsSection
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShortcutsSection)

public:
    explicit ShortcutsSection(const Look &look, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("shortcuts"); }
    QString iconName() const override { return QStringLiteral("keyboard"); }
    QString title() const override { return tr("Keys"); }
    QString summary() const override { return tr("F1 or ? shows this from every page."); }
    void setLook(const Look &look) override;

    /// The pages of the window, in the order of its rail. A page that goes is left out.
    void setPages(const std::vector<Page *> &pages);
    /// The page that people ask about comes first.
    void setFirst(const QString &pageKey);

protected:
    void retranslate() override { refresh(); }
    void showEvent(QShowEvent *event) override;

private:
    void refresh();

    std::vector<QPointer<Page>> m_pages;
    QString m_first;
    ShortcutList *m_list;
    QVBoxLayout *m_layout;
};

} // namespace oshaq
