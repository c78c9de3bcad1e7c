// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/staff/peopleview.h"

#include "models/domain/timetext.h"
#include "ui/common/band.h"
#include "ui/common/choicerow.h"
#include "ui/common/stateview.h"
#include "ui/common/touchbutton.h"
#include "ui/lock/locktext.h"
#include "ui/staff/staffeditor.h"
#include "ui/staff/stafftable.h"
#include "ui/staff/stafftext.h"

#include <QBoxLayout>
#include <QEvent>

#include <algorithm>

namespace oshaq {

namespace {

constexpr int refreshMs = 30'000;
/// Below that many design pixels list and editor do not stand side by side.
constexpr double aloneWidth = 900;
constexpr double editorWidth = 400;

bool hasWords(const QString &text, const QString &words)
{
    for (const QString &word : words.split(u' ', Qt::SkipEmptyParts)) {
        if (!text.contains(word, Qt::CaseInsensitive))
            return false;
    }
    return true;
}

} // namespace

PeopleView::PeopleView(StaffPort &port, const OperatorPort &screen, const OrdersPort &site, const Look &look,
                       QWidget *parent)
    : QWidget(parent)
    , m_port(port)
    , m_screen(screen)
    , m_site(site)
    , m_look(look)
    , m_filter(new ChoiceRow(look))
    , m_band(new Band(look, this))
    , m_table(new StaffTable(look, this))
    , m_state(new StateView(look, this))
    , m_list(new QWidget(this))
    , m_editor(new StaffEditor(port, look, this))
    , m_nobody(new StateView(look, this))
    , m_layout(new QHBoxLayout(this))
{
    setObjectName(QStringLiteral("peopleView"));
    m_filter->setObjectName(QStringLiteral("peopleFilter"));
    m_band->setObjectName(QStringLiteral("peopleBand"));
    m_band->actionButton()->setTakesFocus(true);
    m_table->setObjectName(QStringLiteral("peopleTable"));
    m_state->setObjectName(QStringLiteral("peopleState"));
    m_nobody->setObjectName(QStringLiteral("nobodyChosen"));
    auto *list = new QVBoxLayout(m_list);
    list->setContentsMargins(0, 0, 0, 0);
    list->addWidget(m_band);
    list->addWidget(m_table, 1);
    list->addWidget(m_state, 1);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->addWidget(m_list, 1);
    m_layout->addWidget(m_editor);
    m_layout->addWidget(m_nobody);
    setFocusProxy(m_table);

    connect(m_filter, &ChoiceRow::picked, this, [this](int index) {
        m_show = Show(index);
        rebuild();
    });
    connect(m_table, &StaffTable::keyChosen, this, [this](qint64 key) {
        // In a narrow window arrows only go through the list.
        if (m_editor->isVisible() || m_nobody->isVisible())
            choose(key);
    });
    connect(m_table, &StaffTable::opened, this, [this](qint64 key, int) {
        choose(key);
        if (m_isOpen && !m_list->isVisible())
            m_editor->focusFirst();
    });
    connect(m_state->actionButton(), &TouchButton::clicked, this, [this] {
        if (!m_known)
            refresh();
        else if (m_known->empty())
            addPerson();
        else {
            m_show = Show::Everybody;
            m_filter->setChosen(0);
            rebuild();
        }
    });
    connect(m_band->actionButton(), &TouchButton::clicked, this, [this] {
        m_told.clear();
        refresh();
        rebuild();
    });
    connect(m_editor, &StaffEditor::saved, this, [this](const StaffMember &member) {
        m_chosen = member.id;
        if (m_known) {
            const auto found = std::find_if(m_known->begin(), m_known->end(),
                                            [&](const StaffMember &one) { return one.id == member.id; });
            if (found == m_known->end())
                m_known->push_back(member);
            else
                *found = member;
        }
        rebuild();
        refresh();
    });
    connect(m_editor, &StaffEditor::secretChanged, this, &PeopleView::refresh);
    connect(m_editor, &StaffEditor::dismissed, this, [this](qint64 staffId, const QString &name) {
        if (m_known)
            std::erase_if(*m_known, [staffId](const StaffMember &one) { return one.id == staffId; });
        m_told = name;
        closeEditor();
        refresh();
    });
    connect(m_editor, &StaffEditor::backAsked, this, &PeopleView::leave);
    m_timer.setInterval(refreshMs);
    connect(&m_timer, &QTimer::timeout, this, &PeopleView::refresh);
    m_filter->setTexts({QString(), QString(), QString()});
    m_filter->setChosen(0);
    m_editor->hide();
    retranslate();
    setLook(look);
}

PeopleView::~PeopleView()
{
    forget();
}

void PeopleView::setLook(const Look &look)
{
    m_look = look;
    m_filter->setLook(look);
    m_band->setLook(look);
    m_table->setLook(look);
    m_state->setLook(look);
    m_nobody->setLook(look);
    m_editor->setLook(look);
    m_layout->setSpacing(look.px(14));
    m_list->layout()->setSpacing(look.px(12));
    arrange();
}

std::optional<int> PeopleView::knownCount() const
{
    return m_known ? std::optional(int(m_known->size())) : std::nullopt;
}

void PeopleView::setWords(const QString &words)
{
    m_words = words;
    rebuild();
}

void PeopleView::focusList()
{
    m_wantsFocus = m_table->isHidden();
    if (m_isOpen && m_list->isHidden())
        m_editor->focusFirst();
    else if (!m_wantsFocus)
        m_table->setFocus(Qt::OtherFocusReason);
}

// ---- asking

void PeopleView::showEvent(QShowEvent *event)
{
    m_timer.start();
    updateState();
    refresh();
    QWidget::showEvent(event);
}

void PeopleView::hideEvent(QHideEvent *event)
{
    m_timer.stop();
    forget();
    m_filter->hide();
    QWidget::hideEvent(event);
}

void PeopleView::forget()
{
    for (PortCall *call : {&m_staffCall, &m_shiftsCall}) {
        if (*call != 0)
            m_port.cancel(*call);
        *call = 0;
    }
}

void PeopleView::refresh()
{
    if (!isVisible())
        return;
    m_editor->setStations(m_site.catalog().stations);
    if (m_staffCall == 0) {
        m_staffCall = m_port.staff([this](const PortAnswer<std::vector<StaffMember>> &answer) {
            m_staffCall = 0;
            if (answer) {
                m_known = *answer.value;
                m_knownAtMs = m_site.hubNowMs();
                m_failure.reset();
                if (const StaffMember *latest = find(m_chosen))
                    m_editor->meet(*latest);
            } else {
                m_failure = answer.failure;
            }
            rebuild();
        });
    }
    if (m_shiftsCall == 0) {
        const Business business = m_site.business();
        const QDate today = businessDay(m_site.hubNowMs(), business.timeZone, business.dayStartMinutes);
        m_shiftsCall = m_port.shifts(today, today, [this](const PortAnswer<std::vector<StaffShift>> &answer) {
            m_shiftsCall = 0;
            if (!answer)
                return; // the other question says it
            m_here.clear();
            for (const StaffShift &shift : *answer.value) {
                if (!shift.endedAtMs)
                    m_here.emplace(shift.staffId, shift);
            }
            rebuild();
        });
    }
}

const StaffMember *PeopleView::find(qint64 staffId) const
{
    if (!m_known || staffId == 0)
        return nullptr;
    const auto found =
        std::find_if(m_known->begin(), m_known->end(), [staffId](const StaffMember &one) { return one.id == staffId; });
    return found == m_known->end() ? nullptr : &*found;
}

bool PeopleView::isSelf(qint64 staffId) const
{
    const std::optional<ScreenOperator> who = m_screen.current();
    return who && staffId != 0 && who->staffId == staffId;
}

// ---- the list

void PeopleView::rebuild()
{
    const ZoneClock clock(m_site.business().timeZone);
    const qint64 now = m_site.hubNowMs();
    const std::vector<Station> stations = m_site.catalog().stations;
    std::vector<const StaffMember *> shown;
    int here = 0;
    int away = 0;
    if (m_known) {
        for (const StaffMember &member : *m_known) {
            const bool isHere = m_here.count(member.id) > 0;
            here += isHere ? 1 : 0;
            away += isHere ? 0 : 1;
            if ((m_show == Show::HereNow && !isHere) || (m_show == Show::Away && isHere))
                continue;
            const QString searched = member.name + u' ' + LockText::roleName(member.role) + u' ' + member.login + u' ' +
                                     StaffText::stationName(member, stations);
            if (hasWords(searched, m_words))
                shown.push_back(&member);
        }
    }
    std::stable_sort(shown.begin(), shown.end(), [this](const StaffMember *a, const StaffMember *b) {
        const auto rank = [this](const StaffMember *one) {
            return m_here.count(one->id) > 0 ? 0 : one->active ? 1 : 2;
        };
        if (rank(a) != rank(b))
            return rank(a) < rank(b);
        return QString::localeAwareCompare(a->name, b->name) < 0;
    });

    using Tone = StaffCell::Tone;
    std::vector<StaffRow> rows;
    for (const StaffMember *member : shown) {
        StaffRow row;
        row.key = member->id;
        QString second = member->login;
        if (isSelf(member->id))
            second = tr("You");
        row.cells.push_back({member->name, second, {}, member->active ? Tone::Strong : Tone::Muted});
        row.cells.push_back({LockText::roleName(member->role),
                             member->stationId ? StaffText::stationName(*member, stations) : QString(),
                             {},
                             Tone::Plain});
        const bool hasWay = member->hasPin || member->hasPassword;
        row.cells.push_back({StaffText::signsInBy(*member),
                             member->hasTotp ? tr("+ second factor") : QString(),
                             {},
                             hasWay ? Tone::Plain : Tone::Warning});
        const auto shift = m_here.find(member->id);
        if (shift != m_here.end()) {
            const QString where =
                shift->second.terminalName.isEmpty() ? QString() : tr("at %1").arg(shift->second.terminalName);
            const bool isLong = isForgotten(shift->second, now);
            row.cells.push_back({StaffText::hereSince(shift->second, clock, now),
                                 isLong ? tr("not signed out?") : where,
                                 {},
                                 isLong ? Tone::Warning : Tone::Good});
        } else {
            row.cells.push_back({member->active ? tr("Away") : tr("May not sign in"), {}, {}, Tone::Muted});
        }
        rows.push_back(std::move(row));
    }
    m_shown = int(rows.size());
    std::vector<StaffColumn> columns{{tr("Name"), Qt::AlignLeft, 0, true},
                                     {tr("Role and station"), Qt::AlignLeft, 2, false},
                                     {tr("Signs in by"), Qt::AlignLeft, 4, false},
                                     {tr("Here"), Qt::AlignLeft, 0, false}};
    m_table->setContent(std::move(columns), std::move(rows));
    m_table->setCurrentKey(m_isOpen ? m_chosen : 0);
    const QString space = QStringLiteral(" ");
    const auto counted = [&](const QString &text, int count) {
        return m_known ? text + space + QString::number(count) : text;
    };
    m_filter->setTexts(
        {counted(tr("Everybody"), here + away), counted(tr("Here now"), here), counted(tr("Away"), away)});
    updateState();
    Q_EMIT changed();
}

void PeopleView::updateState()
{
    const ZoneClock clock(m_site.business().timeZone);
    const qint64 now = m_site.hubNowMs();
    m_band->setAction(tr("Try again"), QString());
    if (m_known && m_failure) {
        m_band->setMessage(
            tr("%1 What you see is as of %2.").arg(StaffText::failure(*m_failure), clock.moment(m_knownAtMs, now)),
            Band::Tone::Warning);
    } else if (!m_told.isEmpty()) {
        m_band->setAction(tr("All right"), QString());
        m_band->setMessage(tr("%1 does not work here any more and is signed out everywhere.").arg(m_told),
                           Band::Tone::Notice);
    } else {
        m_band->setMessage(QString(), Band::Tone::Notice);
    }
    const bool isEmpty = m_shown == 0;
    if (!m_known && m_failure) {
        m_state->setState(QStringLiteral("link"), tr("Who works here is not known now"), StaffText::failure(*m_failure),
                          tr("Try again"));
    } else if (!m_known) {
        m_state->setState(QStringLiteral("staff"), tr("Asking the site who works here…"), QString());
    } else if (m_known->empty()) {
        m_state->setState(QStringLiteral("staff"), tr("Nobody yet: add the first person"),
                          tr("Whoever has a name and a PIN here can sign in at every screen."), tr("New person"));
    } else if (!m_words.isEmpty()) {
        m_state->setState(QStringLiteral("search"), tr("Nobody found for “%1”").arg(m_words),
                          tr("Names, roles, stations and logins can be searched."));
    } else {
        m_state->setState(
            QStringLiteral("staff"), m_show == Show::HereNow ? tr("Nobody is here now") : tr("Everybody is here"),
            tr("People are here from their sign-in at a screen to their sign-out."), tr("Show everybody"));
    }
    m_state->setVisible(isEmpty);
    m_table->setVisible(!isEmpty);
    m_filter->setVisible(isVisibleTo(parentWidget()) && m_known && !m_known->empty());
    arrange();
    if (m_wantsFocus && !isEmpty && isVisible()) {
        m_wantsFocus = false;
        m_table->setFocus(Qt::OtherFocusReason);
    }
}

// ---- the chosen one

void PeopleView::choose(qint64 staffId)
{
    const StaffMember *member = find(staffId);
    if (!member || (m_isOpen && staffId == m_chosen))
        return;
    if (!m_isOpen) {
        openEditor(*member);
        return;
    }
    m_table->setCurrentKey(m_chosen);
    m_editor->leave([this, staffId] {
        if (const StaffMember *next = find(staffId))
            openEditor(*next);
    });
}

void PeopleView::openEditor(const StaffMember &member)
{
    m_isOpen = true;
    m_chosen = member.id;
    m_told.clear();
    m_editor->setStations(m_site.catalog().stations);
    m_editor->edit(member, isSelf(member.id));
    m_table->setCurrentKey(m_chosen);
    updateState();
    Q_EMIT changed();
}

void PeopleView::closeEditor()
{
    m_isOpen = false;
    m_chosen = 0;
    rebuild();
    focusList();
}

void PeopleView::addPerson()
{
    const auto begin = [this] {
        StaffMember fresh;
        fresh.role = Role::Kitchen;
        openEditor(fresh);
        m_editor->focusFirst();
    };
    if (m_isOpen && m_editor->isNew() && !m_editor->isChanged())
        m_editor->focusFirst();
    else if (m_isOpen)
        m_editor->leave(begin);
    else
        begin();
}

void PeopleView::save()
{
    if (m_isOpen)
        m_editor->save();
}

bool PeopleView::leave()
{
    if (!m_isOpen)
        return false;
    m_editor->leave([this] { closeEditor(); });
    return true;
}

// ---- room and words

void PeopleView::arrange()
{
    const bool isAlone = width() < m_look.px(aloneWidth);
    const bool hasPeople = m_known && !m_known->empty();
    m_editor->setVisible(m_isOpen);
    m_isAlone = isAlone && m_isOpen;
    m_editor->setBackVisible(isAlone);
    m_nobody->setVisible(!m_isOpen && !isAlone && hasPeople);
    m_list->setVisible(!isAlone || !m_isOpen);
    if (isAlone) {
        m_editor->setMinimumWidth(0);
        m_editor->setMaximumWidth(QWIDGETSIZE_MAX);
    } else {
        const int wide = std::max(m_look.px(editorWidth), width() * 36 / 100);
        m_editor->setFixedWidth(std::min(wide, m_look.px(560)));
        m_nobody->setFixedWidth(std::min(wide, m_look.px(560)));
    }
}

void PeopleView::resizeEvent(QResizeEvent *)
{
    arrange();
}

void PeopleView::retranslate()
{
    m_filter->setAccessibleName(tr("Who is shown"));
    m_table->setAccessibleName(tr("People"));
    m_nobody->setState(QStringLiteral("staff"), tr("Choose somebody"),
                       tr("What they may do and how they sign in is seen and changed here."));
    rebuild();
}

void PeopleView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace oshaq
