// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/catalogpage.h"

#include "models/domain/searchtext.h"
#include "ui/catalog/availability.h"
#include "ui/catalog/catalogtext.h"
#include "ui/catalog/categorylist.h"
#include "ui/catalog/categorysheet.h"
#include "ui/catalog/itemeditor.h"
#include "ui/catalog/itemformview.h"
#include "ui/catalog/itemgrid.h"
#include "ui/catalog/menurules.h"
#include "ui/catalog/outsheet.h"
#include "ui/catalog/pictureloader.h"
#include "ui/catalog/selectionbar.h"
#include "ui/common/band.h"
#include "ui/common/formats.h"
#include "ui/common/linktext.h"
#include "ui/common/stateview.h"
#include "ui/common/stylesheet.h"
#include "ui/common/touchbutton.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFileDialog>
#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QSignalBlocker>

#include <algorithm>

namespace oshaq {

namespace {

constexpr int searchPauseMs = 80;
/// From so many design pixels on the editor stands beside the cards.
constexpr int besideWidth = 1080;
/// And from so many the categories do.
constexpr int listWidth = 700;
constexpr int roomyWidth = 1400;
constexpr int mostSearch = 100;

/// What is only of this page, beside the common style.
QString pageStyle(const Look &look)
{
    return styleFor(look) +
           QStringLiteral("#itemGrid, #categoryList { background: transparent; border: none; border-radius: 0; }"
                          "#itemGrid:focus, #categoryList:focus { border: none; }"
                          "QLineEdit#catalogSearch { border-radius: %1px; }"
                          "QLabel[role=\"notice\"] { background: %2; color: %3; border-radius: %4px; padding: %5px; "
                          "font-size: %6px; font-weight: 600; }")
               .arg(QString::number(look.metrics().lineHeight() / 2), look.theme().warningBand.name(),
                    look.theme().soonText.name(), QString::number(look.px(9)), QString::number(look.px(10)),
                    QString::number(look.font(TextRole::Caption).pixelSize()));
}

void askWhereTo(QWidget *parent, const QString &suggested, const std::function<void(const QString &)> &done)
{
    auto *dialog = new QFileDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setModal(false);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(suggested);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, done);
    dialog->show();
}

} // namespace

CatalogPage::CatalogPage(CatalogPort &port, LinkStatus &link, const Look &look, QWidget *parent)
    : Page(parent)
    , m_port(port)
    , m_link(link)
    , m_look(look)
    , m_desk(new CatalogDesk(port, this))
    , m_pictures(new PictureLoader(port, this))
    , m_saver(askWhereTo)
    , m_zone(QTimeZone::utc())
    , m_top(new QWidget(this))
    , m_title(new QLabel(m_top))
    , m_search(new QLineEdit(m_top))
    , m_undo(new TouchButton(look, m_top))
    , m_redo(new TouchButton(look, m_top))
    , m_import(new TouchButton(look, m_top))
    , m_export(new TouchButton(look, m_top))
    , m_prices(new TouchButton(look, m_top))
    , m_more(new TouchButton(look, m_top))
    , m_new(new TouchButton(look, m_top))
    , m_linkBand(new Band(look, this))
    , m_left(new QFrame(this))
    , m_categories(new CategoryList(look, m_left))
    , m_newCategory(new TouchButton(look, m_left))
    , m_editCategory(new TouchButton(look, m_left))
    , m_middle(new QWidget(this))
    , m_categoryCombo(new QComboBox(m_middle))
    , m_grid(new ItemGrid(*m_pictures, look, m_middle))
    , m_state(new StateView(look, m_grid->viewport()))
    , m_selection(new SelectionBar(look, m_middle))
    , m_notice(new Band(look, m_middle))
    , m_right(new QFrame(this))
    , m_editor(new ItemEditor(*m_desk, *m_pictures, look, this, m_right))
    , m_categorySheet(new CategorySheet(*m_desk, look, this))
    , m_outSheet(new OutSheet(look, this))
{
    setObjectName(QStringLiteral("catalogPage"));
    buildTop();
    m_linkBand->setObjectName(QStringLiteral("linkBand"));
    m_notice->setObjectName(QStringLiteral("noticeBand"));
    m_notice->actionButton()->setTakesFocus(true);
    m_notice->actionButton()->setObjectName(QStringLiteral("undoButton"));
    m_state->setObjectName(QStringLiteral("catalogState"));
    m_state->hide();
    m_grid->viewport()->installEventFilter(this);
    m_categoryCombo->setObjectName(QStringLiteral("categoryCombo"));
    m_categoryCombo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (QFrame *card : {m_left, m_right})
        card->setProperty("card", true);
    m_newCategory->setObjectName(QStringLiteral("newCategory"));
    m_newCategory->setKind(TouchButton::Kind::Glyph);
    m_newCategory->setIconName(QStringLiteral("plus"));
    m_newCategory->setTakesFocus(true);
    m_editCategory->setObjectName(QStringLiteral("editCategory"));
    m_editCategory->setKind(TouchButton::Kind::Glyph);
    m_editCategory->setIconName(QStringLiteral("settings"));
    m_editCategory->setTakesFocus(true);

    auto *left = new QVBoxLayout(m_left);
    left->addWidget(m_categories, 1);
    left->addWidget(m_editCategory, 0, Qt::AlignLeft);
    left->addWidget(m_newCategory, 0, Qt::AlignLeft);
    auto *middle = new QVBoxLayout(m_middle);
    middle->setContentsMargins(0, 0, 0, 0);
    middle->addWidget(m_categoryCombo);
    middle->addWidget(m_selection);
    middle->addWidget(m_grid, 1);
    middle->addWidget(m_notice);
    auto *right = new QVBoxLayout(m_right);
    right->setContentsMargins(1, 1, 1, 1);
    right->addWidget(m_editor);
    m_body = new QHBoxLayout;
    m_body->addWidget(m_left);
    m_body->addWidget(m_middle, 1);
    m_body->addWidget(m_right);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->setSizeConstraint(QLayout::SetNoConstraint);
    layout->addWidget(m_top);
    layout->addWidget(m_linkBand);
    layout->addLayout(m_body, 1);

    setFocusProxy(m_grid);
    connectAll();
    setLook(look);
    handleCatalogChanged();
    handleLinkChanged();
    retranslate();
    armMinuteHand();
}

CatalogPage::~CatalogPage()
{
    if (m_exportCall != 0)
        m_port.cancel(m_exportCall);
}

void CatalogPage::buildTop()
{
    m_title->setProperty("role", QStringLiteral("title"));
    m_search->setObjectName(QStringLiteral("catalogSearch"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(mostSearch);
    m_search->installEventFilter(this);
    m_undo->setObjectName(QStringLiteral("catalogUndo"));
    m_undo->setIconName(QStringLiteral("undo"));
    m_redo->setObjectName(QStringLiteral("catalogRedo"));
    m_redo->setIconName(QStringLiteral("redo"));
    m_import->setObjectName(QStringLiteral("catalogImport"));
    m_export->setObjectName(QStringLiteral("catalogExport"));
    m_prices->setObjectName(QStringLiteral("catalogPrices"));
    m_more->setObjectName(QStringLiteral("catalogMore"));
    m_more->setIconName(QStringLiteral("more"));
    m_new->setObjectName(QStringLiteral("newItem"));
    m_new->setKind(TouchButton::Kind::Primary);
    auto *top = new QHBoxLayout(m_top);
    top->addWidget(m_title);
    top->addWidget(m_search, 3);
    top->addStretch(1);
    for (TouchButton *button : {m_undo, m_redo, m_import, m_export, m_prices, m_more, m_new}) {
        button->setTakesFocus(true);
        top->addWidget(button);
    }
}

void CatalogPage::connectAll()
{
    connect(m_desk, &CatalogDesk::catalogChanged, this, &CatalogPage::handleCatalogChanged);
    connect(m_desk, &CatalogDesk::stateChanged, this, &CatalogPage::handleDeskChanged);
    connect(&m_link, &LinkStatus::changed, this, &CatalogPage::handleLinkChanged);

    connect(m_undo, &TouchButton::clicked, this, &CatalogPage::undo);
    connect(m_redo, &TouchButton::clicked, this, &CatalogPage::redo);
    connect(m_import, &TouchButton::clicked, this, &CatalogPage::openImport);
    connect(m_export, &TouchButton::clicked, this, &CatalogPage::exportMenu);
    connect(m_prices, &TouchButton::clicked, this, &CatalogPage::openPrices);
    connect(m_more, &TouchButton::clicked, this, &CatalogPage::showMoreMenu);
    connect(m_new, &TouchButton::clicked, this, &CatalogPage::newItem);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_searchTimer.start(searchPauseMs); });
    connect(m_newCategory, &TouchButton::clicked, this, &CatalogPage::newCategory);
    connect(m_editCategory, &TouchButton::clicked, this, [this] { m_categorySheet->edit(m_category); });
    connect(m_state->actionButton(), &TouchButton::clicked, this, &CatalogPage::handleStateAction);
    connect(m_notice->actionButton(), &TouchButton::clicked, this, &CatalogPage::takeBack);

    connect(m_categories, &CategoryList::picked, this, &CatalogPage::showCategory);
    connect(m_categories, &CategoryList::editRequested, m_categorySheet, &CategorySheet::edit);
    connect(m_categories, &CategoryList::removeRequested, m_categorySheet, &CategorySheet::askRemoval);
    connect(m_categories, &CategoryList::moveRequested, this, &CatalogPage::reorderCategory);
    connect(m_categories, &CategoryList::itemsDropped, this, &CatalogPage::moveItems);
    connect(m_categoryCombo, &QComboBox::activated, this,
            [this](int index) { m_categories->setCurrentId(m_categoryCombo->itemData(index).toLongLong()); });
    connect(m_categorySheet, &CategorySheet::saved, this, [this](qint64 categoryId, bool isNew) {
        if (!isNew) {
            tell(tr("The category is saved."), NoticeAct::UndoChange);
            return;
        }
        m_categories->setCurrentId(categoryId);
        tell(tr("The category is on the menu."), NoticeAct::UndoChange);
        if (std::exchange(m_itemWanted, false))
            newItem();
    });
    connect(m_categorySheet, &CategorySheet::removed, this,
            [this](const QString &name) { tell(tr("%1 is removed.").arg(name), NoticeAct::UndoChange); });
    connect(m_categorySheet, &CategorySheet::closed, this, [this] { m_itemWanted = false; });

    connect(m_grid, &ItemGrid::currentIdChanged, this, &CatalogPage::handleCurrentChanged);
    connect(m_grid, &ItemGrid::chosenChanged, this, &CatalogPage::updateSelection);
    connect(m_grid, &ItemGrid::choosingChanged, this, &CatalogPage::updateSelection);
    connect(m_grid, &ItemGrid::editRequested, this, &CatalogPage::editItem);
    connect(m_grid, &ItemGrid::outRequested, this, &CatalogPage::toggleOut);
    connect(m_grid, &ItemGrid::removeRequested, this, &CatalogPage::removeItems);
    connect(m_grid, &ItemGrid::moveRequested, this, &CatalogPage::reorderItems);

    connect(m_selection->editButton(), &TouchButton::clicked, this, [this] {
        if (m_sheets && !m_grid->chosenIds().empty())
            m_sheets->openBulk(m_grid->chosenIds());
    });
    connect(m_selection->pricesButton(), &TouchButton::clicked, this, &CatalogPage::openPrices);
    connect(m_selection->outButton(), &TouchButton::clicked, this, [this] { setOut(m_grid->chosenIds(), false, 0); });
    connect(m_selection->backButton(), &TouchButton::clicked, this, [this] { setOut(m_grid->chosenIds(), true, 0); });
    connect(m_selection->moveButton(), &TouchButton::clicked, this, &CatalogPage::showMoveMenu);
    connect(m_selection->removeButton(), &TouchButton::clicked, this, [this] { removeItems(m_grid->chosenIds()); });
    connect(m_selection->endButton(), &TouchButton::clicked, this, [this] {
        m_grid->setChoosing(false);
        m_grid->setCurrentId(m_grid->currentId());
        m_grid->setFocus(Qt::OtherFocusReason);
    });

    connect(m_editor, &ItemEditor::draftsChanged, this, &CatalogPage::updateCards);
    connect(m_editor, &ItemEditor::saved, this, [this](qint64 itemId, bool isNew) {
        if (!isNew) {
            tell(tr("%1 is saved.").arg(nameOf({itemId})), NoticeAct::UndoChange);
            return;
        }
        tell(tr("%1 is on the menu.").arg(nameOf({itemId})), NoticeAct::UndoChange);
        m_grid->setCurrentId(itemId);
    });
    connect(m_editor, &ItemEditor::outRequested, this, &CatalogPage::askOut);
    connect(m_editor, &ItemEditor::bringBackRequested, this, [this](qint64 itemId) { setOut({itemId}, true, 0); });
    connect(m_editor, &ItemEditor::removeRequested, this, [this](qint64 itemId) { removeItems({itemId}); });
    connect(m_editor, &ItemEditor::backRequested, this, [this] {
        showAlone(false);
        m_grid->setFocus(Qt::OtherFocusReason);
    });
    connect(m_outSheet, &OutSheet::decided, this,
            [this](const std::vector<qint64> &itemIds, qint64 backAtMs) { setOut(itemIds, false, backAtMs); });

    m_noticeTimer.setSingleShot(true);
    connect(&m_noticeTimer, &QTimer::timeout, this, [this] { tell({}, NoticeAct::None); });
    m_searchTimer.setSingleShot(true);
    connect(&m_searchTimer, &QTimer::timeout, this, [this] {
        m_words = searchTextFrom(m_search->text()).words;
        updateCards();
        m_grid->scrollToTop();
    });
    m_minuteHand.setSingleShot(true);
    connect(&m_minuteHand, &QTimer::timeout, this, [this] {
        refreshTime();
        armMinuteHand();
    });
}

QString CatalogPage::title() const
{
    //: Name of a page
    return tr("Catalog");
}

QSize CatalogPage::minimumSizeHint() const
{
    return QSize(m_look.px(320), m_look.px(280));
}

void CatalogPage::enter()
{
    m_grid->setFocus(Qt::OtherFocusReason);
}

void CatalogPage::setLook(const Look &look)
{
    m_look = look;
    setStyleSheet(pageStyle(look));
    for (TouchButton *button :
         {m_undo, m_redo, m_import, m_export, m_prices, m_more, m_new, m_newCategory, m_editCategory})
        button->setLook(look);
    for (Band *band : {m_linkBand, m_notice})
        band->setLook(look);
    m_categories->setLook(look);
    m_grid->setLook(look);
    m_state->setLook(look);
    m_selection->setLook(look);
    m_editor->setLook(look);
    m_categorySheet->setLook(look);
    m_outSheet->setLook(look);
    if (m_sheets)
        m_sheets->setLook(look);
    arrange();
    update();
}

// ---- place

void CatalogPage::arrange()
{
    const bool isBeside = width() >= m_look.px(besideWidth);
    const bool hasList = width() >= m_look.px(listWidth);
    const bool isRoomy = width() >= m_look.px(roomyWidth);
    if (isBeside)
        m_alone = false;
    const int edge = m_look.px(isRoomy ? 24 : 14);
    const int gap = m_look.px(isRoomy ? 18 : 12);
    m_top->layout()->setContentsMargins(edge, m_look.px(8), edge, m_look.px(8));
    m_top->layout()->setSpacing(m_look.px(10));
    m_body->setContentsMargins(edge, m_look.px(14), edge, m_look.px(14));
    m_body->setSpacing(gap);
    m_left->setFixedWidth(m_look.px(isRoomy ? 258 : 204));
    m_left->layout()->setContentsMargins(m_look.px(10), m_look.px(12), m_look.px(10), m_look.px(10));
    m_left->layout()->setSpacing(m_look.px(4));
    m_middle->layout()->setSpacing(m_look.px(10));
    if (isBeside) {
        m_right->setFixedWidth(m_look.px(isRoomy ? 428 : 350));
    } else {
        m_right->setMinimumWidth(0);
        m_right->setMaximumWidth(QWIDGETSIZE_MAX);
    }
    m_left->setVisible(hasList && !m_alone);
    m_middle->setVisible(!m_alone);
    m_right->setVisible(isBeside || m_alone);
    m_categoryCombo->setVisible(!hasList);
    m_editor->setBackVisible(!isBeside);
    arrangeTop();
    handleLinkChanged();
}

void CatalogPage::arrangeTop()
{
    // First the words of undo go, then what is seldom needed goes behind a button.
    const bool hasTitle = width() >= m_look.px(listWidth);
    m_title->setVisible(hasTitle);
    const QMargins margins = m_top->layout()->contentsMargins();
    const int spacing = m_top->layout()->spacing();
    const int room = width() - margins.left() - margins.right() - m_look.px(240) -
                     (hasTitle ? m_title->sizeHint().width() + spacing : 0);
    const std::vector<TouchButton *> seldom =
        m_sheets ? std::vector<TouchButton *>{m_import, m_export, m_prices} : std::vector<TouchButton *>{m_export};
    for (TouchButton *button : {m_import, m_export, m_prices})
        button->hide();
    const auto fits = [&](bool withWords, bool withSeldom) {
        m_undo->setText(withWords ? tr("Undo") : QString());
        m_redo->setText(withWords ? tr("Redo") : QString());
        //: Keys on the keyboard
        m_undo->setKeys(withWords ? QStringList{tr("Ctrl Z")} : QStringList());
        m_redo->setKeys(withWords ? QStringList{tr("Ctrl Shift Z")} : QStringList());
        m_new->setKeys(withWords ? QStringList{tr("Ctrl N")} : QStringList());
        int sum = m_undo->sizeHint().width() + m_redo->sizeHint().width() + m_new->sizeHint().width() + 3 * spacing;
        if (withSeldom) {
            for (const TouchButton *button : seldom)
                sum += button->sizeHint().width() + spacing;
        } else {
            sum += m_more->sizeHint().width() + spacing;
        }
        return sum <= room;
    };
    const bool hasAll = fits(true, true) || fits(false, true);
    if (!hasAll && !fits(true, false))
        fits(false, false);
    for (TouchButton *button : seldom)
        button->setVisible(hasAll);
    m_more->setVisible(!hasAll);
    m_search->setMaximumWidth(m_look.px(420));
}

void CatalogPage::resizeEvent(QResizeEvent *)
{
    arrange();
}

bool CatalogPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_grid->viewport() && event->type() == QEvent::Resize)
        m_state->setGeometry(m_grid->viewport()->rect());
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
        if (key == Qt::Key_Escape || key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_grid->setFocus(Qt::OtherFocusReason);
            if (m_grid->currentId() == 0)
                m_grid->setCurrentId(m_grid->items()->idAt(0));
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

void CatalogPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.theme().background);
    painter.fillRect(m_top->geometry(), m_look.theme().surface);
    painter.fillRect(QRect(0, m_top->geometry().bottom(), width(), 1), m_look.theme().line);
}

void CatalogPage::showAlone(bool alone)
{
    if (width() >= m_look.px(besideWidth) || alone == m_alone)
        return;
    m_alone = alone;
    arrange();
}

// ---- what is shown

void CatalogPage::armMinuteHand()
{
    constexpr int minuteMs = 60'000;
    constexpr int behindMs = 50;
    m_minuteHand.start(int(minuteMs - m_port.hubNowMs() % minuteMs) + behindMs);
}

void CatalogPage::refreshTime()
{
    updateCards();
    m_editor->setCatalog(m_catalog, m_business, m_port.hubNowMs());
}

bool CatalogPage::isOnline() const
{
    return m_link.facts().state == LinkStatus::State::Live;
}

bool CatalogPage::isLoading() const
{
    return m_catalog.items.empty() && m_catalog.categories.empty() && m_link.facts().knownAtMs == 0;
}

void CatalogPage::handleCatalogChanged()
{
    m_catalog = m_desk->catalog();
    if (const Business business = m_port.business(); business != m_business || m_business.id == 0) {
        m_business = business;
        m_clock = ZoneClock(business.timeZone);
        m_zone = QTimeZone(business.timeZone.toUtf8());
        if (!m_zone.isValid())
            m_zone = QTimeZone::utc();
    }
    m_categories->setCatalog(m_catalog);
    updateCategoryCombo();
    m_editor->setCatalog(m_catalog, m_business, m_port.hubNowMs());
    updateCards();
}

void CatalogPage::handleLinkChanged()
{
    const bool online = isOnline();
    QString words;
    if (!online && !isLoading()) {
        //: %1 is "Offline since 19:42" or the like
        words = tr("%1: everything can be read and 86 works; other changes need the site.")
                    .arg(LinkText::connection(m_link.facts(), m_clock, m_port.hubNowMs()).text);
    }
    m_linkBand->setMessage(words, Band::Tone::Warning);
    m_editor->setOnline(online);
    m_grid->setEditable(online);
    m_categories->setEditable(online);
    for (TouchButton *button : {m_import, m_export, m_prices, m_new, m_newCategory})
        button->setEnabled(online);
    m_editCategory->setEnabled(online && m_category != 0);
    m_state->actionButton()->setEnabled(online || !m_words.isEmpty());
    handleDeskChanged();
    updateSelection();
    updateState();
    if (online && !std::exchange(m_wasOnline, online))
        m_pictures->retry();
    m_wasOnline = online;
}

void CatalogPage::handleDeskChanged()
{
    const bool online = isOnline();
    m_undo->setEnabled(online && m_desk->canUndo());
    m_redo->setEnabled(online && m_desk->canRedo());
    const QString undoWords = m_desk->undoWords();
    const QString redoWords = m_desk->redoWords();
    m_undo->setToolTip(undoWords.isEmpty() ? tr("Nothing to undo") : tr("Undo: %1 (Ctrl+Z)").arg(undoWords));
    m_redo->setToolTip(redoWords.isEmpty() ? tr("Nothing to redo") : tr("Redo: %1 (Ctrl+Shift+Z)").arg(redoWords));
    m_undo->setAccessibleName(undoWords.isEmpty() ? tr("Undo") : tr("Undo: %1").arg(undoWords));
    m_redo->setAccessibleName(redoWords.isEmpty() ? tr("Redo") : tr("Redo: %1").arg(redoWords));
}

void CatalogPage::updateCategoryCombo()
{
    const QSignalBlocker quiet(m_categoryCombo);
    m_categoryCombo->clear();
    for (const CategoryModel::Row &row : m_categories->categories()->rows())
        m_categoryCombo->addItem(QStringLiteral("%1 · %2").arg(row.name).arg(row.count), row.id);
    m_categoryCombo->setCurrentIndex(std::max(0, m_categoryCombo->findData(m_category)));
}

void CatalogPage::showCategory(qint64 categoryId)
{
    m_category = categoryId;
    updateCategoryCombo();
    m_editCategory->setEnabled(isOnline() && m_category != 0);
    // Who goes to a category wants to see it.
    if (!m_search->text().isEmpty()) {
        m_search->clear();
        m_searchTimer.stop();
        m_words.clear();
    }
    m_grid->setChoosing(false);
    updateCards();
    m_grid->scrollToTop();
}

void CatalogPage::updateCards()
{
    const qint64 now = m_port.hubNowMs();
    Currency currency;
    if (const auto known = Currency::fromCode(m_business.currency))
        currency = *known;
    QHash<qint64, const Item *> items;
    for (const Item &item : m_catalog.items)
        items.insert(item.id, &item);
    QHash<qint64, const Category *> categories;
    for (const Category &category : m_catalog.categories)
        categories.insert(category.id, &category);
    // Whoever searches means the whole menu.
    const qint64 shown = m_words.isEmpty() ? m_category : 0;
    std::vector<ItemModel::Card> cards;
    for (const qint64 id : menurules::shownItems(m_catalog, shown, m_words)) {
        ItemModel::Card card;
        card.item = *items.value(id);
        card.price = formats::money(card.item.priceMinor, currency);
        const auto availability = availabilityOf(card.item, categories.value(card.item.categoryId), now, m_zone);
        card.availability = CatalogText::availability(availability, now, m_zone);
        card.state = availability.state;
        card.hasDraft = m_editor->isDirty(id);
        cards.push_back(std::move(card));
    }
    m_grid->setReorderable(shown != 0);
    m_grid->setCards(std::move(cards));
    updateState();
}

void CatalogPage::updateState()
{
    const bool isEmpty = m_grid->items()->rowCount() == 0;
    m_state->setVisible(isEmpty);
    if (!isEmpty)
        return;
    m_state->setGeometry(m_grid->viewport()->rect());
    const Category *category = m_catalog.findCategory(m_category);
    if (isLoading()) {
        m_state->setState(QStringLiteral("clock"), tr("The menu is on its way"),
                          tr("It comes from the site as soon as that answers."));
    } else if (!m_words.isEmpty()) {
        m_state->setState(QStringLiteral("search"), tr("Nothing found"),
                          tr("No dish has these words in its name, description, category or external id."),
                          tr("Clear the search"));
    } else if (category) {
        m_state->setState(QStringLiteral("catalog"), tr("%1 has no dishes yet").arg(category->name),
                          tr("Drag dishes onto the category, or make a new one."), tr("New item"));
    } else {
        m_state->setState(QStringLiteral("catalog"), tr("The menu is empty"),
                          m_sheets ? tr("Take it from a spreadsheet file, or make the first dish yourself with Ctrl+N.")
                                   : tr("Make the first category and its first dish."),
                          m_sheets ? tr("Import a menu…") : tr("New item"));
    }
}

void CatalogPage::updateSelection()
{
    const int count = int(m_grid->chosenIds().size());
    m_selection->setCount(count, m_grid->isChoosing());
    m_selection->setOffers(isOnline(), m_sheets != nullptr);
}

void CatalogPage::handleCurrentChanged(qint64 itemId)
{
    // Searching takes cards away; what is edited stays.
    if (itemId != 0)
        m_editor->open(itemId);
}

void CatalogPage::retranslate()
{
    m_title->setText(title());
    const int count = int(m_catalog.items.size());
    m_search->setPlaceholderText(count == 0 ? tr("Search") : tr("Search %1").arg(CatalogText::items(count)));
    m_search->setAccessibleName(tr("Search the menu"));
    m_import->setText(tr("Import…"));
    m_export->setText(tr("Export"));
    m_prices->setText(tr("Change prices…"));
    m_more->setAccessibleName(tr("More"));
    m_more->setToolTip(tr("More"));
    m_new->setText(tr("New item"));
    m_newCategory->setText(tr("New category"));
    m_editCategory->setText(tr("Edit category"));
    m_categories->setAccessibleName(tr("Categories"));
    m_categoryCombo->setAccessibleName(tr("Category"));
    m_grid->setAccessibleName(tr("Dishes"));
    tell({}, NoticeAct::None);
    handleCatalogChanged();
    handleLinkChanged();
    arrange();
}

} // namespace oshaq
