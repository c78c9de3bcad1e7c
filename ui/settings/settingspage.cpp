// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspage.h"

#include "ui/common/icons.h"
#include "ui/common/stylesheet.h"
#include "ui/lock/pageaccess.h"
#include "ui/mainwindow.h"
#include "ui/settings/shortcutssection.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>

#include <algorithm>

namespace oshaq {

namespace {

constexpr QLatin1String sectionKey("settings/section");
constexpr double narrowSettingsWidth = 900;
constexpr double leastListWidth = 220;
constexpr double iconSize = 24;
constexpr int leastRows = 10;

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

SettingsPage::SettingsPage(Sections sections, const Look &look, QWidget *parent)
    : Page(parent)
    , m_look(look)
    , m_title(new QLabel(this))
    , m_search(new QLineEdit(this))
    , m_nothing(new QLabel(this))
    , m_list(new QListWidget(this))
    , m_choice(new QComboBox(this))
    , m_heading(new QLabel(this))
    , m_summary(new QLabel(this))
    , m_stack(new QStackedWidget(this))
    , m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_left(new QVBoxLayout)
    , m_right(new QVBoxLayout)
{
    Q_ASSERT(!sections.empty());
    setObjectName(QStringLiteral("settingsPage"));
    m_title->setProperty("role", QStringLiteral("title"));
    m_heading->setProperty("role", QStringLiteral("title"));
    m_summary->setProperty("role", QStringLiteral("muted"));
    m_summary->setWordWrap(true);
    m_list->setObjectName(QStringLiteral("settingsSections"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);

    for (auto &section : sections) {
        m_list->addItem(QString());
        m_sections.push_back(section.release());
        m_isAllowed.push_back(true);
        m_stack->addWidget(scrolled(m_sections.back(), m_stack));
    }
    m_left->addWidget(m_title);
    m_left->addWidget(m_search);
    m_left->addWidget(m_nothing);
    m_left->addWidget(m_choice);
    m_left->addWidget(m_list, 1);
    m_right->addWidget(m_heading);
    m_right->addWidget(m_summary);
    m_right->addWidget(m_stack, 1);
    m_layout->addLayout(m_left);
    m_layout->addLayout(m_right, 1);

    m_search->setObjectName(QStringLiteral("settingsSearch"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_nothing->setProperty("role", QStringLiteral("muted"));
    m_nothing->setWordWrap(true);
    m_nothing->hide();
    m_choice->setObjectName(QStringLiteral("settingsChoice"));
    connect(m_choice, &QComboBox::activated, this,
            [this](int index) { m_list->setCurrentRow(m_choice->itemData(index).toInt()); });
    connect(m_search, &QLineEdit::textChanged, this, &SettingsPage::handleTyped);
    // Enter goes on into what was found.
    connect(m_search, &QLineEdit::returnPressed, this, [this] { m_list->setFocus(Qt::OtherFocusReason); });

    // The subject that is shown stays in sight, however high the list becomes.
    connect(m_list->verticalScrollBar(), &QScrollBar::rangeChanged, this,
            [this] { m_list->scrollToItem(m_list->currentItem()); });
    m_list->setCurrentRow(0);
    connect(m_list, &QListWidget::currentRowChanged, this, &SettingsPage::handleChosen);
    // Enter goes on into what was chosen.
    connect(m_list, &QListWidget::itemActivated, this, [this] { m_list->nextInFocusChain()->setFocus(); });
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, this, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    retranslate();
    setLook(look);
}

// ---- sections

SettingsSection *SettingsPage::section(const QString &key) const
{
    const auto found = std::find_if(m_sections.begin(), m_sections.end(),
                                    [&](const SettingsSection *one) { return one->key() == key; });
    return found == m_sections.end() ? nullptr : *found;
}

SettingsSection *SettingsPage::currentSection() const
{
    return m_sections.at(size_t(std::max(0, m_list->currentRow())));
}

bool SettingsPage::showSection(const QString &key)
{
    for (int row = 0; row < int(m_sections.size()); ++row) {
        if (m_sections[size_t(row)]->key() == key && !m_list->isRowHidden(row)) {
            m_list->setCurrentRow(row);
            return true;
        }
    }
    return false;
}

void SettingsPage::serve(MainWindow &window)
{
    auto *shortcuts = qobject_cast<ShortcutsSection *>(section(QStringLiteral("shortcuts")));
    if (!shortcuts)
        return;
    shortcuts->setPages(window.pages());
    connect(&window, &MainWindow::shortcutsAsked, this, [this, &window, shortcuts](const QString &pageKey) {
        shortcuts->setFirst(pageKey);
        showSection(shortcuts->key());
        window.showPage(key());
    });
}

void SettingsPage::handleChosen(int row)
{
    if (row < 0)
        return;
    m_stack->setCurrentIndex(row);
    m_choice->setCurrentIndex(m_choice->findData(row));
    m_heading->setText(currentSection()->title());
    m_summary->setText(currentSection()->summary());
    currentSection()->reveal(entryFor(*currentSection()));
    if (m_settings)
        m_settings->setValue(sectionKey, currentSection()->key());
}

// ---- search

namespace {

bool fits(const QString &text, const QStringList &words)
{
    return std::all_of(words.begin(), words.end(),
                       [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace

QString SettingsPage::entryFor(const SettingsSection &section) const
{
    const QStringList words = m_search->text().split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return {};
    for (const SettingEntry &entry : section.entries()) {
        if (fits(entry.title + u' ' + entry.meaning, words))
            return entry.key;
    }
    return {};
}

void SettingsPage::handleTyped(const QString &text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    int first = -1;
    bool stays = false;
    for (int row = 0; row < int(m_sections.size()); ++row) {
        const SettingsSection &section = *m_sections[size_t(row)];
        const bool shown = m_isAllowed[size_t(row)] &&
                           (fits(section.title() + u' ' + section.summary(), words) || !entryFor(section).isEmpty());
        m_list->setRowHidden(row, !shown);
        if (shown && first < 0)
            first = row;
        stays = stays || (shown && row == m_list->currentRow());
    }
    m_nothing->setVisible(first < 0);
    if (first >= 0 && !stays)
        m_list->setCurrentRow(first);
    currentSection()->reveal(entryFor(*currentSection()));
    fillChoice();
}

void SettingsPage::fillChoice()
{
    m_choice->clear();
    for (int row = 0; row < m_list->count(); ++row) {
        if (!m_list->isRowHidden(row))
            m_choice->addItem(m_list->item(row)->text(), row);
    }
    m_choice->setCurrentIndex(m_choice->findData(m_list->currentRow()));
}

bool SettingsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int pressed = static_cast<QKeyEvent *>(event)->key();
        if (pressed == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
        if (pressed == Qt::Key_Down) {
            m_list->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

void SettingsPage::useSettings(QSettings &settings)
{
    showSection(settings.value(sectionKey).toString());
    m_settings = &settings;
}

void SettingsPage::setRole(Role role)
{
    for (int row = 0; row < int(m_sections.size()); ++row)
        m_isAllowed[size_t(row)] = sectionAllowed(m_sections[size_t(row)]->key(), role);
    handleTyped(m_search->text());
    arrange();
}

void SettingsPage::enter()
{
    (m_list->isHidden() ? static_cast<QWidget *>(m_choice) : m_list)->setFocus(Qt::OtherFocusReason);
}

std::vector<Shortcut> SettingsPage::shortcuts() const
{
    return {
        //: Keys on the keyboard
        {{tr("Up"), tr("Down")}, tr("Another subject, while the list has the keyboard")},
        {{tr("Enter")}, tr("Into the subject")},
        {{QStringLiteral("Ctrl+F")}, tr("Find a setting")},
        {{tr("Tab")}, tr("To the next setting")},
        {{tr("Esc")}, tr("Close what is open, then back to the page before")},
    };
}

// ---- look

void SettingsPage::setLook(const Look &look)
{
    m_look = look;
    useStyle(styleFor(look));
    for (SettingsSection *section : m_sections)
        section->setLook(look);
    for (int row = 0; row < int(m_sections.size()); ++row) {
        const QPixmap sign =
            iconPixmap(m_sections[size_t(row)]->iconName(), look.px(iconSize), look.theme().text, devicePixelRatioF());
        // As it is when it is chosen, too: Qt would tint it.
        QIcon icon(sign);
        icon.addPixmap(sign, QIcon::Selected);
        m_list->item(row)->setIcon(icon);
    }
    m_list->setIconSize(QSize(look.px(iconSize), look.px(iconSize)));
    arrange();
    update();
}

void SettingsPage::retranslate()
{
    m_title->setText(title());
    m_list->setAccessibleName(tr("Subjects of the settings"));
    m_choice->setAccessibleName(tr("Subjects of the settings"));
    m_search->setPlaceholderText(tr("Find a setting"));
    m_search->setAccessibleName(tr("Find a setting"));
    m_nothing->setText(tr("Nothing here is called so."));
    for (int row = 0; row < int(m_sections.size()); ++row)
        m_list->item(row)->setText(m_sections[size_t(row)]->title());
    fillChoice();
    handleChosen(m_list->currentRow());
    arrange();
}

/// Of the title and the search, with their distances.
int SettingsPage::aboveList() const
{
    return m_look.px(20) + m_title->sizeHint().height() + m_search->sizeHint().height() + m_look.px(24 + 20);
}

int SettingsPage::shownSubjects() const
{
    int count = 0;
    for (int row = 0; row < m_list->count(); ++row)
        count += m_list->isRowHidden(row) ? 0 : 1;
    return count;
}

int SettingsPage::subjectHeight() const
{
    const int least = m_look.metrics().lineHeight();
    const int wanted = m_look.metrics().lineHeight() + m_look.px(8);
    const int count = shownSubjects();
    const int room = height() - aboveList() - 2 * m_list->frameWidth() - m_look.px(8);
    // A list scrolls; one of which a few rows are seen is no list.
    if (room < std::min(count, leastRows) * least)
        return 0;
    return std::clamp(room / std::max(1, count), least, wanted);
}

void SettingsPage::arrange()
{
    const int edge = m_look.px(24);
    // What the longest name needs: in some languages and sizes that is twice as much as in others.
    const QFontMetrics metrics(m_look.font(TextRole::BodyBold));
    int wide = m_look.px(leastListWidth);
    for (const SettingsSection *section : m_sections)
        wide = std::max(wide, metrics.horizontalAdvance(section->title()) + m_look.px(iconSize + 72));
    const int subject = subjectHeight();
    const bool isNarrow = subject == 0 || width() < wide + m_look.px(narrowSettingsWidth - leastListWidth);

    m_layout->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_layout->setContentsMargins(edge, m_look.px(isNarrow ? 10 : 20), edge, 0);
    m_layout->setSpacing(m_look.px(isNarrow ? 10 : 28));
    m_left->setSpacing(m_look.px(12));
    // Whole subjects: half of one at the end is neither read nor pressed.
    const int room = height() - aboveList() - 2 * m_list->frameWidth();
    const int rest = !isNarrow && shownSubjects() * subject > room ? room % subject : 0;
    m_left->setContentsMargins(0, 0, 0, isNarrow ? 0 : m_look.px(20) + rest);
    m_right->setSpacing(m_look.px(6));
    m_title->setVisible(!isNarrow);
    m_heading->setVisible(!isNarrow);
    m_list->setVisible(!isNarrow);
    m_choice->setVisible(isNarrow);
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setSizeHint(QSize(0, std::max(subject, 1)));
    const int column = isNarrow ? QWIDGETSIZE_MAX : wide;
    for (QWidget *part :
         {static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_search), static_cast<QWidget *>(m_nothing)}) {
        part->setMinimumWidth(isNarrow ? 0 : column);
        part->setMaximumWidth(column);
    }
}

void SettingsPage::resizeEvent(QResizeEvent *)
{
    arrange();
}

void SettingsPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.theme().background);
}

} // namespace oshaq
