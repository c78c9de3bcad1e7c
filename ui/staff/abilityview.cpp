// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/staff/abilityview.h"

#include "ui/common/band.h"
#include "ui/common/choicerow.h"
#include "ui/common/stateview.h"
#include "ui/common/touchbutton.h"
#include "ui/lock/locktext.h"
#include "ui/staff/abilities.h"
#include "ui/staff/stafftable.h"
#include "ui/staff/stafftext.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>

#include <algorithm>

namespace oshaq {

namespace {

/// Room that a role's column needs for its explanation, in design pixels.
constexpr double roleWidth = 136;
constexpr double abilityWidth = 300;

} // namespace

AbilityView::AbilityView(StaffPort &port, const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_port(port)
    , m_look(look)
    , m_role(new ChoiceRow(look, this))
    , m_intro(new QLabel(this))
    , m_band(new Band(look, this))
    , m_table(new StaffTable(look, this))
    , m_state(new StateView(look, this))
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("abilityView"));
    m_role->setObjectName(QStringLiteral("abilityRole"));
    m_intro->setProperty("role", QStringLiteral("muted"));
    m_intro->setWordWrap(true);
    m_table->setObjectName(QStringLiteral("abilityTable"));
    m_state->setObjectName(QStringLiteral("abilityState"));
    m_band->setObjectName(QStringLiteral("abilityBand"));
    m_band->actionButton()->setTakesFocus(true);
    m_layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_intro, m_role, m_band})
        m_layout->addWidget(widget);
    m_layout->addWidget(m_table, 1);
    m_layout->addWidget(m_state, 1);
    setFocusProxy(m_table);
    connect(m_role, &ChoiceRow::picked, this, &AbilityView::rebuild);
    connect(m_state->actionButton(), &TouchButton::clicked, this, &AbilityView::refresh);
    connect(m_band->actionButton(), &TouchButton::clicked, this, &AbilityView::refresh);
    m_role->setTexts(QStringList(qsizetype(Abilities::staffRoles.size())));
    m_role->setChosen(int(Abilities::staffRoles.size()) - 3);
    retranslate();
    setLook(look);
}

AbilityView::~AbilityView()
{
    forget();
}

void AbilityView::setLook(const Look &look)
{
    m_look = look;
    m_role->setLook(look);
    m_band->setLook(look);
    m_table->setLook(look);
    m_state->setLook(look);
    m_table->setMinimumHeight(look.px(220));
    m_state->setMinimumHeight(look.px(220));
    m_layout->setSpacing(look.px(12));
    rebuild();
}

void AbilityView::setWords(const QString &words)
{
    m_words = words;
    rebuild();
}

// ---- asking

void AbilityView::showEvent(QShowEvent *event)
{
    refresh();
    QWidget::showEvent(event);
}

void AbilityView::hideEvent(QHideEvent *event)
{
    forget();
    QWidget::hideEvent(event);
}

void AbilityView::forget()
{
    if (m_call != 0)
        m_port.cancel(m_call);
    m_call = 0;
}

void AbilityView::refresh()
{
    if (m_call != 0)
        return;
    m_call = m_port.permissions([this](const PortAnswer<PermissionTable> &answer) {
        m_call = 0;
        if (answer) {
            m_known = *answer.value;
            m_failure.reset();
        } else {
            m_failure = answer.failure;
        }
        rebuild();
    });
    rebuild();
}

// ---- what is shown

void AbilityView::rebuild()
{
    using Tone = StaffCell::Tone;
    const bool isWide = width() >= m_look.px(abilityWidth + roleWidth * double(Abilities::staffRoles.size()));
    std::vector<Role> roles(Abilities::staffRoles.begin(), Abilities::staffRoles.end());
    if (!isWide)
        roles = {Abilities::staffRoles.at(size_t(std::max(0, m_role->chosen())))};
    std::vector<StaffColumn> columns{{tr("What may be done"), Qt::AlignLeft, 0, false}};
    StaffRow meaning;
    meaning.key = 1;
    meaning.wraps = true;
    meaning.cells.push_back({tr("In short"), {}, {}, Tone::Muted});
    for (const Role role : roles) {
        columns.push_back({LockText::roleName(role), Qt::AlignLeft, 0, true});
        meaning.cells.push_back({LockText::roleMeaning(role), {}, {}, Tone::Muted});
    }
    std::vector<StaffRow> rows;
    if (m_known && m_words.isEmpty())
        rows.push_back(std::move(meaning));
    qint64 key = 1;
    bool isUnknown = false;
    std::optional<Abilities::Group> group;
    for (const Abilities::Ability &ability : m_known ? Abilities::all() : std::vector<Abilities::Ability>()) {
        ++key;
        if (!m_words.isEmpty() && !ability.text.contains(m_words, Qt::CaseInsensitive) &&
            !Abilities::groupName(ability.group).contains(m_words, Qt::CaseInsensitive))
            continue;
        if (group != ability.group) {
            group = ability.group;
            StaffRow heading;
            heading.isHeading = true;
            heading.cells.push_back({Abilities::groupName(ability.group)});
            rows.push_back(std::move(heading));
        }
        StaffRow row;
        row.key = key;
        row.cells.push_back({ability.text, {}, {}, Tone::Plain});
        for (const Role role : roles) {
            switch (Abilities::may(*m_known, ability.route, role)) {
            case Abilities::Answer::Yes:
                row.cells.push_back(
                    {QStringLiteral("✓ ") + tr("Yes"), {}, tr("%1: yes").arg(LockText::roleName(role)), Tone::Good});
                break;
            case Abilities::Answer::No:
                row.cells.push_back(
                    {QStringLiteral("– ") + tr("No"), {}, tr("%1: no").arg(LockText::roleName(role)), Tone::Muted});
                break;
            case Abilities::Answer::Unknown:
                isUnknown = true;
                row.cells.push_back(
                    {tr("Unknown"), {}, tr("%1: unknown").arg(LockText::roleName(role)), Tone::Warning});
                break;
            }
        }
        rows.push_back(std::move(row));
    }
    const bool isEmpty = rows.empty();
    m_table->setVisible(!isEmpty);
    m_state->setVisible(isEmpty);
    m_role->setVisible(!isWide && m_known);
    m_table->setContent(std::move(columns), std::move(rows));

    if (m_known)
        m_state->setState(QStringLiteral("search"), tr("Nothing found for “%1”").arg(m_words), QString());
    else if (m_failure && m_call == 0)
        m_state->setState(QStringLiteral("link"), tr("What roles may do is not known now"),
                          StaffText::failure(*m_failure), tr("Try again"));
    else
        m_state->setState(QStringLiteral("staff"), tr("Asking the site what roles may do…"), QString());
    m_band->setAction(m_failure ? tr("Try again") : QString(), QString());
    if (m_known && m_failure && m_call == 0)
        m_band->setMessage(StaffText::failure(*m_failure), Band::Tone::Warning);
    else if (isUnknown)
        m_band->setMessage(tr("The site runs another version than this screen and does not say everything."),
                           Band::Tone::Notice);
    else
        m_band->setMessage(QString(), Band::Tone::Notice);
}

// ---- words and room

void AbilityView::retranslate()
{
    QStringList roles;
    for (const Role role : Abilities::staffRoles)
        roles << LockText::roleName(role);
    m_role->setTexts(roles);
    m_role->setAccessibleName(tr("Role"));
    m_intro->setText(tr("As the site decides it, for people and for screens. Somebody at a screen may do what their "
                        "role and the screen's role both allow."));
    m_table->setAccessibleName(tr("What a role may do"));
    rebuild();
}

void AbilityView::resizeEvent(QResizeEvent *)
{
    rebuild();
}

void AbilityView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace oshaq
