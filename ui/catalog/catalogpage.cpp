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
            tell([] { return tr("The category is saved."); }, NoticeAct::UndoChange);
            return;
        }
        m_categories->setCurrentId(categoryId);
        tell([] { return tr("The category is on the menu."); }, NoticeAct::UndoChange);
        if (std::exchange(m_itemWanted, false))
            newItem();
    });
    connect(m_categorySheet, &CategorySheet::removed, this, [this](const QString &name) {
        tell([name] { return tr("%1 is removed.").arg(name); }, NoticeAct::UndoChange);
    });

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
            tell([name = nameOf({itemId})] { return tr("%1 is saved.").arg(name); }, NoticeAct::UndoChange);
            return;
        }
        tell([name = nameOf({itemId})] { return tr("%1 is on the menu.").arg(name); }, NoticeAct::UndoChange);
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
    useStyle(pageStyle(look));
    for (TouchButton *button :
         {m_undo, m_redo, m_import, m_export, m_prices, m_more, m_new, m_newCategory, m_editCategory})
        button->setLook(look);
    for (Band *band : {m_linkBand, m_notice})
        band->setLook(look);
    m_categories->setLook(look);
    m_grid->setLook(look);
    // Beside a bar of many lines a strip of cards is enough to see what was chosen.
    m_grid->setMinimumHeight(look.px(60));
    m_state->setLook(look);
    m_selection->setLook(look);
    m_editor->setLook(look);
    m_categorySheet->adoptLook(look);
    m_outSheet->adoptLook(look);
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
    m_title->setContentsMargins(0, 0, m_look.px(10), 0);
    m_body->setContentsMargins(edge, m_look.px(14), edge, m_look.px(14));
    m_body->setSpacing(gap);
    // Its buttons are whole in every language.
    const int buttons = std::max(m_newCategory->sizeHint().width(), m_editCategory->sizeHint().width());
    m_left->setFixedWidth(std::max(m_look.px(isRoomy ? 258 : 192), buttons + m_look.px(24)));
    m_left->layout()->setContentsMargins(m_look.px(10), m_look.px(12), m_look.px(10), m_look.px(10));
    m_left->layout()->setSpacing(m_look.px(4));
    m_middle->layout()->setSpacing(m_look.px(10));
    if (isBeside) {
        m_right->setFixedWidth(m_look.px(isRoomy ? 428 : 372));
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

void CatalogPage::retranslate()
{
    m_title->setText(title());
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
    showNotice();
    handleCatalogChanged();
    handleLinkChanged();
    arrange();
}

} // namespace oshaq
