// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/staff/staffpage.h"

#include "ui/common/choicerow.h"
#include "ui/common/linktext.h"
#include "ui/common/pill.h"
#include "ui/common/stylesheet.h"
#include "ui/common/touchbutton.h"
#include "ui/staff/abilityview.h"
#include "ui/staff/hoursview.h"
#include "ui/staff/peopleview.h"
#include "ui/staff/staffeditor.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QScrollArea>
#include <QStackedWidget>

namespace oshaq {

namespace {

constexpr double narrowWidth = 1100;
constexpr double aloneWidth = 900;

/// Where the window is low for the size of its letters, all of it is reached all the same.
QScrollArea *scrolled(QWidget *content, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    return area;
}

} // namespace

StaffPage::StaffPage(StaffPort &port, const OperatorPort &screen, const OrdersPort &site, LinkStatus &link,
                     const Look &look, QWidget *parent)
    : Page(parent)
    , m_site(site)
    , m_link(link)
    , m_look(look)
    , m_top(new QWidget(this))
    , m_title(new QLabel(m_top))
    , m_search(new QLineEdit(m_top))
    , m_connection(new Pill(look, m_top))
    , m_new(new TouchButton(look, m_top))
    , m_parts(new ChoiceRow(look, this))
    , m_body(new QWidget(this))
    , m_head(new QHBoxLayout)
    , m_stack(new QStackedWidget(m_body))
    , m_people(new PeopleView(port, screen, site, look, m_stack))
    , m_hours(new HoursView(port, screen, site, look, this))
    , m_abilities(new AbilityView(port, look, m_stack))
{
    setObjectName(QStringLiteral("staffPage"));
    m_title->setProperty("role", QStringLiteral("title"));
    m_search->setObjectName(QStringLiteral("staffSearch"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(100);
    m_connection->setObjectName(QStringLiteral("connectionPill"));
    m_new->setObjectName(QStringLiteral("newPersonButton"));
    m_new->setKind(TouchButton::Kind::Primary);
    m_new->setTakesFocus(true);
    m_parts->setObjectName(QStringLiteral("staffParts"));

    auto *top = new QHBoxLayout(m_top);
    top->addWidget(m_title);
    top->addWidget(m_search, 3);
    top->addStretch(1);
    top->addWidget(m_connection);
    top->addWidget(m_new);
    m_stack->addWidget(m_people);
    for (QWidget *view : std::initializer_list<QWidget *>{m_hours, m_abilities})
        m_stack->addWidget(scrolled(view, m_stack));
    m_head->addWidget(m_parts, 1);
    QSizePolicy asWide = m_people->filter()->sizePolicy();
    asWide.setHorizontalPolicy(QSizePolicy::Preferred);
    m_people->filter()->setSizePolicy(asWide);
    m_head->addWidget(m_people->filter());
    auto *body = new QVBoxLayout(m_body);
    body->addLayout(m_head);
    body->addWidget(m_stack, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->setSizeConstraint(QLayout::SetNoConstraint);
    layout->addWidget(m_top);
    layout->addWidget(m_body, 1);

    connect(m_parts, &ChoiceRow::picked, this, [this](int index) { showPart(Part(index)); });
    connect(m_search, &QLineEdit::textChanged, this, &StaffPage::handleSearch);
    connect(m_new, &TouchButton::clicked, this, &StaffPage::addPerson);
    connect(m_people, &PeopleView::changed, this, &StaffPage::retranslate);
    connect(&m_link, &LinkStatus::changed, this, &StaffPage::handleLinkChanged);
    m_parts->setTexts({QString(), QString(), QString()});
    showPart(Part::People);
    retranslate();
    setLook(look);
}

StaffPage::~StaffPage() = default;

QString StaffPage::title() const
{
    //: Name of a page
    return tr("Staff");
}

QSize StaffPage::minimumSizeHint() const
{
    return QSize(m_look.px(320), m_look.px(280));
}

std::vector<Shortcut> StaffPage::shortcuts() const
{
    //: Keys on the keyboard
    const QString control = tr("Ctrl");
    return {
        {{control, QStringLiteral("N")}, tr("New person")},
        {{control, QStringLiteral("F")}, tr("Search")},
        {{control, QStringLiteral("S")}, tr("Save the person")},
        {{tr("Up"), tr("Down")}, tr("Another person, while the list has the keyboard")},
        {{tr("Enter")}, tr("Open the person or the shift")},
        {{tr("Esc")}, tr("Close what is open")},
    };
}

void StaffPage::setLook(const Look &look)
{
    m_look = look;
    useStyle(styleFor(look) + QStringLiteral("StaffTable { border: none; }"));
    m_connection->setLook(look);
    m_new->setLook(look);
    m_parts->setLook(look);
    m_people->setLook(look);
    m_hours->setLook(look);
    m_abilities->setLook(look);
    arrange();
    update();
}

void StaffPage::enter()
{
    if (part() == Part::People)
        m_people->focusList();
    else if (part() == Part::Hours)
        m_hours->setFocus(Qt::OtherFocusReason);
    else
        m_abilities->setFocus(Qt::OtherFocusReason);
}

void StaffPage::setRole(Role role)
{
    Q_UNUSED(role)
    m_hours->refresh();
}

// ---- parts

void StaffPage::showPart(Part part)
{
    m_parts->setChosen(int(part));
    m_stack->setCurrentIndex(int(part));
    handleSearch();
    retranslate();
}

StaffPage::Part StaffPage::part() const
{
    return Part(m_stack->currentIndex());
}

void StaffPage::handleSearch()
{
    const QString words = m_search->text().simplified();
    // What is not shown is searched when it is: its people are others.
    m_people->setWords(part() == Part::People ? words : QString());
    m_hours->setWords(part() == Part::Hours ? words : QString());
    m_abilities->setWords(part() == Part::Abilities ? words : QString());
}

void StaffPage::addPerson()
{
    showPart(Part::People);
    m_people->addPerson();
}

void StaffPage::keyPressEvent(QKeyEvent *event)
{
    const bool isControl = event->modifiers() == Qt::ControlModifier;
    const bool isSlash = event->modifiers() == Qt::NoModifier && event->text() == u"/";
    if (event->isAutoRepeat())
        Page::keyPressEvent(event);
    else if (isControl && event->key() == Qt::Key_N)
        addPerson();
    else if ((isControl && event->key() == Qt::Key_F) || isSlash)
        m_search->setFocus(Qt::ShortcutFocusReason);
    else if (isControl && event->key() == Qt::Key_S && part() == Part::People)
        m_people->save();
    else if (event->key() == Qt::Key_Escape && m_search->hasFocus() && !m_search->text().isEmpty())
        m_search->clear();
    else if (event->key() == Qt::Key_Escape && part() == Part::People && m_people->leave())
        return;
    else if (event->key() == Qt::Key_Escape && m_search->hasFocus())
        enter();
    else
        Page::keyPressEvent(event);
}

// ---- words and room

void StaffPage::handleLinkChanged()
{
    LinkStatus::Facts facts = m_link.facts();
    facts.paintedP50Ms = -1; // the kitchen's business
    const ZoneClock clock(m_site.business().timeZone);
    const LinkText::PillWords pill = LinkText::connection(facts, clock, m_site.hubNowMs());
    m_connection->setFact(width() < m_look.px(aloneWidth) ? QString() : pill.text, pill.tone);
    const bool isLive = facts.state == LinkStatus::State::Live;
    if (isLive && !m_wasLive) {
        m_people->refresh();
        if (part() == Part::Hours)
            m_hours->refresh();
        if (part() == Part::Abilities)
            m_abilities->refresh();
    }
    m_wasLive = isLive;
}

void StaffPage::retranslate()
{
    setAccessibleName(title());
    m_title->setText(title());
    switch (part()) {
    case Part::People:
        if (const std::optional<int> count = m_people->knownCount(); count && *count > 1)
            m_search->setPlaceholderText(tr("Search %n people", nullptr, *count));
        else
            m_search->setPlaceholderText(tr("Search people"));
        break;
    case Part::Hours:
        m_search->setPlaceholderText(tr("Search a name"));
        break;
    case Part::Abilities:
        m_search->setPlaceholderText(tr("Search what may be done"));
        break;
    }
    m_search->setAccessibleName(tr("Search"));
    m_search->setToolTip(tr("Search (Ctrl+F or /)"));
    m_new->setText(tr("New person"));
    m_parts->setTexts({tr("People"), tr("Hours"), tr("What a role may do")});
    m_parts->setAccessibleName(tr("Parts of the page"));
    arrange();
}

void StaffPage::arrange()
{
    const bool isAlone = width() < m_look.px(aloneWidth);
    const bool isNarrow = width() < m_look.px(narrowWidth);
    const int edge = m_look.px(isNarrow ? 14 : 24);
    m_top->layout()->setContentsMargins(edge, m_look.px(8), edge, m_look.px(8));
    m_top->layout()->setSpacing(m_look.px(isAlone ? 10 : 18));
    m_title->setVisible(!isAlone);
    m_search->setMaximumWidth(m_look.px(520));
    m_body->layout()->setContentsMargins(edge, m_look.px(12), edge, m_look.px(12));
    m_body->layout()->setSpacing(m_look.px(12));
    // Somebody who is edited gets the room of what is not needed for it.
    const bool isEditing = part() == Part::People && m_people->isAlone();
    m_top->setVisible(!isEditing);
    m_parts->setVisible(!isEditing);
    if (isEditing)
        m_people->filter()->hide();
    m_head->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_head->setSpacing(m_look.px(isNarrow ? 12 : 24));
    //: Keys on the keyboard
    m_new->setKeys(isAlone ? QStringList() : QStringList{tr("Ctrl N")});
    handleLinkChanged();
}

void StaffPage::resizeEvent(QResizeEvent *)
{
    arrange();
}

void StaffPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.theme().background);
    painter.fillRect(m_top->geometry(), m_look.theme().surface);
    painter.fillRect(QRect(0, m_top->geometry().bottom(), width(), 1), m_look.theme().line);
}

} // namespace oshaq
