// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"
#include "ui/settings/settingssection.h"

#include <memory>
#include <vector>

class QBoxLayout;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QScrollArea;
class QStackedWidget;

namespace oshaq {

class MainWindow;

/// What this computer and its site are set to: the subjects at the left, the chosen one at the right. Where they have
/// no room, they are a choice above.
class SettingsPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsPage)

public:
    using Sections = std::vector<std::unique_ptr<SettingsSection>>;

    /// Takes the sections over, at least one.
    SettingsPage(Sections sections, const Look &look, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("settings"); }
    QString iconName() const override { return QStringLiteral("settings"); }
    QString title() const override { return tr("Settings"); }
    std::vector<Shortcut> shortcuts() const override;
    bool standsAtFoot() const override { return true; }
    void setLook(const Look &look) override;
    /// Opens the section of last time.
    void useSettings(QSettings &settings) override;
    void enter() override;
    /// Subjects that are not for that role are not offered.
    void setRole(Role role) override;

    /// Shows the keys of whatever page of the window people ask about. The window must outlive the page.
    void serve(MainWindow &window);

    /// False: there is no section of that key.
    bool showSection(const QString &key);
    SettingsSection *section(const QString &key) const;
    SettingsSection *currentSection() const;
    /// Where people type what they look for.
    QLineEdit *searchLine() const { return m_search; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void retranslate() override;

private:
    void handleChosen(int row);
    void handleTyped(const QString &text);
    /// The first entry of a section that fits what is typed; empty: none.
    QString entryFor(const SettingsSection &section) const;
    void arrange();
    void fillChoice();
    int shownSubjects() const;
    /// The height of a subject in the list; 0: there is no room for a list.
    int subjectHeight() const;
    int aboveList() const;

    Look m_look;
    std::vector<SettingsSection *> m_sections;
    std::vector<bool> m_isAllowed; ///< as many as sections: those of the role that is here
    QLabel *m_title;
    QLineEdit *m_search;
    QLabel *m_nothing;
    QListWidget *m_list;
    QComboBox *m_choice; ///< in its place where there is no room for a list
    QLabel *m_heading;
    QLabel *m_summary;
    QStackedWidget *m_stack;
    QBoxLayout *m_layout;
    QBoxLayout *m_left;
    QBoxLayout *m_right;
    QSettings *m_settings = nullptr;
};

} // namespace oshaq
