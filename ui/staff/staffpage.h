// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/linkstatus.h"
#include "models/terminal/operatorport.h"
#include "models/terminal/ordersport.h"
#include "models/terminal/staffport.h"
#include "ui/common/page.h"

class QBoxLayout;
class QLabel;
class QLineEdit;
class QStackedWidget;

namespace oshaq {

class AbilityView;
class ChoiceRow;
class HoursView;
class PeopleView;
class Pill;
class TouchButton;

/// Who works here: people, their hours, and what their roles may do. Nothing on it blocks, and nothing on it is modal.
class StaffPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StaffPage)

public:
    enum class Part
    {
        People,
        Hours,
        Abilities
    };

    /// `screen`: who is here; `site`: whose stations, clock and time zone. All must outlive the page.
    StaffPage(StaffPort &port, const OperatorPort &screen, const OrdersPort &site, LinkStatus &link, const Look &look,
              QWidget *parent = nullptr);
    ~StaffPage() override;

    QString key() const override { return QStringLiteral("staff"); }
    QString iconName() const override { return QStringLiteral("staff"); }
    QString title() const override;
    std::vector<Shortcut> shortcuts() const override;
    void setLook(const Look &look) override;
    void enter() override;
    void setRole(Role role) override;
    QSize minimumSizeHint() const override;

    void showPart(Part part);
    Part part() const;
    PeopleView *people() const { return m_people; }
    HoursView *hours() const { return m_hours; }
    AbilityView *abilities() const { return m_abilities; }
    QLineEdit *search() const { return m_search; }
    ChoiceRow *parts() const { return m_parts; }

protected:
    void retranslate() override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void handleLinkChanged();
    void handleSearch();
    void addPerson();

    const OrdersPort &m_site;
    LinkStatus &m_link;
    Look m_look;
    bool m_wasLive = false;
    QWidget *m_top;
    QLabel *m_title;
    QLineEdit *m_search;
    Pill *m_connection;
    TouchButton *m_new;
    ChoiceRow *m_parts;
    QWidget *m_body;
    QBoxLayout *m_head; ///< parts of the page, and who of the people is shown
    QStackedWidget *m_stack;
    PeopleView *m_people;
    HoursView *m_hours;
    AbilityView *m_abilities;
};

} // namespace oshaq
