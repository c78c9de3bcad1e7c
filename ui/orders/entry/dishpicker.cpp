// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/entry/dishpicker.h"

#include "ui/common/choicerow.h"
#include "ui/common/formats.h"
#include "ui/common/painting.h"
#include "ui/common/textblock.h"
#include "ui/orders/entry/drafttext.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QScroller>
#include <QStyle>

namespace oshaq {

namespace {

constexpr int tileLeastPx = 172;
constexpr int tileHighPx = 92;
constexpr int tileGapPx = 8;

} // namespace

void DishModel::setMenu(const Catalog &catalog, const Currency &currency)
{
    beginResetModel();
    m_catalog = catalog;
    m_currency = currency;
    m_matches.clear();
    endResetModel();
}

void DishModel::setMatches(std::vector<DishMatch> matches)
{
    if (matches == m_matches)
        return;
    beginResetModel();
    m_matches = std::move(matches);
    endResetModel();
}

const DishMatch *DishModel::match(int row) const
{
    return row < 0 || row >= rowCount() ? nullptr : &m_matches[std::size_t(row)];
}

const Item *DishModel::item(int row) const
{
    const DishMatch *found = match(row);
    return found ? m_catalog.findItem(found->itemId) : nullptr;
}

bool DishModel::isByWeight(int row) const
{
    const Item *dish = item(row);
    return dish && m_catalog.quantityStepOf(*dish) % 1000 != 0;
}

QString DishModel::priceText(int row) const
{
    const Item *dish = item(row);
    return dish ? formats::money(dish->priceMinor, m_currency) : QString();
}

int DishModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_matches.size());
}

QVariant DishModel::data(const QModelIndex &index, int role) const
{
    const Item *dish = item(index.row());
    if (!dish)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return dish->name;
    case Qt::AccessibleTextRole: {
        const QString said = dish->name + QStringLiteral(", ") + priceText(index.row());
        return dish->available ? said : said + QStringLiteral(", ") + DishPicker::tr("out");
    }
    case Qt::ToolTipRole:
        return dish->description.isEmpty() ? QVariant() : QVariant(dish->description);
    default:
        return {};
    }
}

DishTileDelegate::DishTileDelegate(const DishModel &model, const Look &look, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_look(look)
{}

void DishTileDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Item *dish = m_model.item(index.row());
    if (!dish)
        return;
    const Theme &theme = m_look.theme();
    const int gap = m_look.px(tileGapPx);
    const QRect tile = option.rect.adjusted(0, 0, -gap, -gap);
    const int padding = m_look.px(10);
    const qreal radius = m_look.px(10);
    const bool isCurrent = m_currentShown && option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painting::fillRounded(*painter, tile, radius, isCurrent ? theme.selection : theme.raised);
    painting::outlineRounded(*painter, tile, radius, isCurrent ? theme.focus : theme.line,
                             isCurrent ? m_look.px(2) : 1);

    const int priceHigh = m_look.lineSpacing(TextRole::Caption);
    const QRect price(tile.left() + padding, tile.bottom() - m_look.px(7) - priceHigh, tile.width() - 2 * padding,
                      priceHigh);
    const int nameSpacing = m_look.lineSpacing(TextRole::CaptionBold);
    const int lines = qMax(1, (price.top() - tile.top() - m_look.px(8)) / nameSpacing);
    const TextBlock name(dish->name, m_look.font(TextRole::CaptionBold), tile.width() - 2 * padding, nameSpacing,
                         lines);
    painter->setPen(dish->available ? theme.text : theme.faint);
    const QPoint at(tile.left() + padding, tile.top() + m_look.px(8));
    name.draw(*painter, at);
    if (!dish->available)
        name.strike(*painter, at, m_look.px(2));

    painter->setFont(m_look.font(TextRole::Caption));
    painter->setPen(dish->available ? theme.muted : theme.faint);
    painter->drawText(price, Qt::AlignLeft | Qt::AlignVCenter, m_model.priceText(index.row()));
    if (!dish->available) {
        painter->setFont(m_look.font(TextRole::CaptionBold));
        painter->setPen(theme.errorText);
        //: a dish that cannot be ordered now
        painter->drawText(price, Qt::AlignRight | Qt::AlignVCenter, DishPicker::tr("out"));
    } else if (!dish->optionGroups.empty()) {
        painter->drawText(price, Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("•••"));
    }
    painter->restore();
}

DishPicker::DishPicker(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_model(new DishModel(this))
    , m_delegate(new DishTileDelegate(*m_model, look, this))
    , m_search(new QLineEdit(this))
    , m_below(new QLabel(this))
    , m_categories(new ChoiceRow(look, this))
    , m_tiles(new QListView(this))
    , m_nothing(new QLabel(this))
{
    m_search->setObjectName(QStringLiteral("dishSearch"));
    m_search->setClearButtonEnabled(false);
    m_search->installEventFilter(this);
    m_below->setObjectName(QStringLiteral("dishSearchBelow"));
    m_below->setWordWrap(true);
    m_categories->setObjectName(QStringLiteral("dishCategories"));
    m_tiles->setObjectName(QStringLiteral("dishTiles"));
    m_tiles->setModel(m_model);
    m_tiles->setItemDelegate(m_delegate);
    m_tiles->setFlow(QListView::LeftToRight);
    m_tiles->setWrapping(true);
    m_tiles->setResizeMode(QListView::Adjust);
    m_tiles->setUniformItemSizes(true);
    m_tiles->setFrameShape(QFrame::NoFrame);
    m_tiles->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tiles->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tiles->setSelectionMode(QAbstractItemView::SingleSelection);
    m_tiles->setEditTriggers(QAbstractItemView::NoEditTriggers);
    // The keyboard chooses from the search box; a finger shall not take the focus away from it.
    m_tiles->setFocusPolicy(Qt::NoFocus);
    m_tiles->viewport()->installEventFilter(this);
    QScroller::grabGesture(m_tiles->viewport(), QScroller::TouchGesture);
    m_nothing->setObjectName(QStringLiteral("dishNothing"));
    m_nothing->setProperty("role", QStringLiteral("muted"));
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignTop);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_search);
    layout->addWidget(m_below);
    layout->addWidget(m_categories);
    layout->addWidget(m_tiles, 1);
    layout->addWidget(m_nothing, 1);

    connect(m_search, &QLineEdit::textEdited, this, [this] {
        setProblem(QString());
        search();
    });
    connect(m_categories, &ChoiceRow::picked, this, [this] { search(); });
    connect(m_tiles, &QListView::clicked, this, [this](const QModelIndex &index) { pick(index.row()); });
    setLook(look);
    retranslate();
    search();
}

void DishPicker::setLook(const Look &look)
{
    m_look = look;
    m_delegate->setLook(look);
    m_categories->setLook(look);
    layout()->setSpacing(look.px(8));
    m_tiles->setStyleSheet(QStringLiteral("QListView { border: none; background: transparent; }"));
    arrangeTiles();
}

void DishPicker::setMenu(const Catalog &catalog, const Currency &currency)
{
    m_catalog = catalog;
    m_finder = DishSearch(catalog);
    m_model->setMenu(catalog, currency);
    retranslate();
    search();
}

void DishPicker::retranslate()
{
    m_search->setPlaceholderText(tr("Dish, or “2 plov”"));
    m_search->setAccessibleName(tr("Search dishes"));
    m_tiles->setAccessibleName(tr("Dishes"));
    const int before = m_categories->chosen();
    QStringList names{tr("All")};
    for (const Category &category : m_catalog.categories)
        names << category.name;
    m_categories->setTexts(names);
    m_categories->setChosen(before < 0 || before >= names.size() ? 0 : before);
    m_categories->setVisible(names.size() > 2);
    setProblem(QString());
    search();
}

void DishPicker::search()
{
    // While somebody types, the whole menu is meant, whatever category was looked at before.
    std::optional<qint64> categoryId;
    const int chosen = m_categories->chosen();
    const bool typed = !readDishQuery(m_search->text()).text.isEmpty();
    if (!typed && chosen > 0 && chosen <= int(m_catalog.categories.size()))
        categoryId = m_catalog.categories[std::size_t(chosen - 1)].id;
    m_model->setMatches(m_finder.find(m_search->text(), categoryId));
    m_delegate->setCurrentShown(!m_search->text().trimmed().isEmpty());
    const bool isEmpty = m_model->rowCount() == 0;
    m_tiles->setVisible(!isEmpty);
    m_nothing->setVisible(isEmpty);
    m_nothing->setText(m_catalog.items.empty() ? tr("The menu has no dishes yet.")
                                               : tr("No dish is called that. Try fewer letters, or the category."));
    setCurrent(0);
    m_tiles->scrollToTop();
}

void DishPicker::setCurrent(int row)
{
    const QModelIndex index = m_model->index(row, 0);
    m_tiles->setCurrentIndex(index);
    m_tiles->scrollTo(index);
    m_tiles->viewport()->update();
    // The tiles never have the focus: who cannot see them hears the chosen one in the search box.
    m_search->setAccessibleDescription(index.data(Qt::AccessibleTextRole).toString());
    QAccessibleEvent changed(m_search, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void DishPicker::say(const QString &text, bool isProblem)
{
    m_below->setText(text);
    const QString role = isProblem ? QStringLiteral("error") : QStringLiteral("caption");
    if (m_below->property("role").toString() != role) {
        m_below->setProperty("role", role);
        m_below->style()->unpolish(m_below);
        m_below->style()->polish(m_below);
    }
}

void DishPicker::setProblem(const QString &text)
{
    if (text.isEmpty())
        say(tr("Enter adds the marked dish, arrows mark another one."), false);
    else
        say(text, true);
}

void DishPicker::clearSearch()
{
    m_search->clear();
    setProblem(QString());
    search();
}

void DishPicker::pick(int row)
{
    const Item *dish = m_model->item(row);
    const DishMatch *found = m_model->match(row);
    if (!dish || !found)
        return;
    if (!dish->available) {
        setProblem(tr("%1 is out.").arg(dish->name));
        return;
    }
    const qint64 step = m_catalog.quantityStepOf(*dish);
    if (found->quantity && *found->quantity % step != 0) {
        setProblem(dish->name + QStringLiteral(": ") + DraftText::step(step) + QLatin1Char('.'));
        return;
    }
    Q_EMIT picked(dish->id, found->quantity);
}

int DishPicker::columns() const
{
    return qMax(1, m_tiles->viewport()->width() / qMax(1, m_look.px(tileLeastPx)));
}

void DishPicker::arrangeTiles()
{
    const QSize tile((m_tiles->viewport()->width() - 1) / columns(), m_look.px(tileHighPx) + m_look.px(tileGapPx));
    m_delegate->setTile(tile);
    m_tiles->setGridSize(tile);
    m_tiles->setMinimumHeight(tile.height());
    // Layouts squeeze what wraps before anything else; a category that is cut off cannot be chosen.
    m_categories->setFixedHeight(m_categories->heightForWidth(width()));
    m_tiles->viewport()->update();
}

void DishPicker::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangeTiles();
}

bool DishPicker::handleKey(int key, Qt::KeyboardModifiers modifiers)
{
    if (modifiers & ~Qt::KeypadModifier)
        return false;
    const int row = m_tiles->currentIndex().row();
    const int last = m_model->rowCount() - 1;
    const bool atEnd = m_search->cursorPosition() == m_search->text().size() && !m_search->hasSelectedText();
    int to = row;
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        // An empty box adds nothing: whoever presses Enter twice wants one.
        if (m_delegate->isCurrentShown())
            pick(row);
        return true;
    case Qt::Key_Escape:
        // The first Esc is for what is being typed, the next one for the sheet.
        if (m_search->text().isEmpty())
            return false;
        clearSearch();
        return true;
    case Qt::Key_Down:
        to = row + columns();
        break;
    case Qt::Key_Up:
        to = row - columns();
        break;
    case Qt::Key_Right:
        if (!atEnd)
            return false;
        to = row + 1;
        break;
    case Qt::Key_Left:
        // With the first dish marked it goes into the text.
        if (!atEnd || row <= 0)
            return false;
        to = row - 1;
        break;
    default:
        return false;
    }
    m_delegate->setCurrentShown(true);
    if (last >= 0)
        setCurrent(qBound(0, to, last));
    return true;
}

bool DishPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (handleKey(key->key(), key->modifiers()))
            return true;
    }
    if (watched == m_tiles->viewport() && event->type() == QEvent::Resize)
        arrangeTiles();
    return QWidget::eventFilter(watched, event);
}

void DishPicker::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace oshaq
