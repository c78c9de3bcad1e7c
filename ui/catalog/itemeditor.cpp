// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/itemeditor.h"

#include "models/terminal/idempotencykey.h"
#include "ui/catalog/availability.h"
#include "ui/catalog/catalogtext.h"
#include "ui/catalog/conflictview.h"
#include "ui/catalog/itemformview.h"
#include "ui/catalog/menurules.h"
#include "ui/catalog/pictureeditor.h"
#include "ui/catalog/pictureloader.h"
#include "ui/common/formats.h"
#include "ui/common/touchbutton.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QScrollArea>
#include <QScroller>

#include <algorithm>

namespace oshaq {

namespace {

QLabel *words(const char *role, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setProperty("role", QLatin1String(role));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

void tell(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

ItemEditor::ItemEditor(CatalogDesk &desk, PictureLoader &pictures, const Look &look, QWidget *sheetParent,
                       QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_port(desk.port())
    , m_look(look)
    , m_back(new TouchButton(look, this))
    , m_title(words("title", this))
    , m_state(words("caption", this))
    , m_words(words("error", this))
    , m_foreign(words("notice", this))
    , m_scroll(new QScrollArea(this))
    , m_conflict(new ConflictView(look, this))
    , m_form(new ItemFormView(pictures, look, sheetParent, this))
    , m_nothing(words("muted", this))
    , m_footer(new QWidget(this))
    , m_save(new TouchButton(look, m_footer))
    , m_out(new TouchButton(look, m_footer))
    , m_revert(new TouchButton(look, m_footer))
{
    setObjectName(QStringLiteral("itemEditor"));
    m_title->setObjectName(QStringLiteral("editorTitle"));
    m_words->setObjectName(QStringLiteral("editorMessage"));
    m_foreign->setObjectName(QStringLiteral("editorForeign"));
    m_back->setObjectName(QStringLiteral("editorBack"));
    m_back->setKind(TouchButton::Kind::Glyph);
    m_back->setIconName(QStringLiteral("previous"));
    m_save->setObjectName(QStringLiteral("editorSave"));
    m_save->setKind(TouchButton::Kind::Primary);
    m_save->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_out->setObjectName(QStringLiteral("editorOut"));
    m_revert->setObjectName(QStringLiteral("editorRevert"));
    for (TouchButton *button : {m_back, m_save, m_out, m_revert})
        button->setTakesFocus(true);

    auto *content = new QWidget(m_scroll);
    m_content = new QVBoxLayout(content);
    m_content->setContentsMargins(0, 0, 0, 0);
    m_content->addWidget(m_foreign);
    m_content->addWidget(m_conflict);
    m_content->addWidget(m_form);
    m_content->addStretch(1);
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    QScroller::grabGesture(m_scroll->viewport(), QScroller::TouchGesture);

    auto *head = new QHBoxLayout;
    head->addWidget(m_back, 0, Qt::AlignTop);
    head->addWidget(m_title, 1);
    m_buttons = new QHBoxLayout;
    m_buttons->addWidget(m_save, 1);
    m_buttons->addWidget(m_out);
    auto *footer = new QVBoxLayout(m_footer);
    footer->setContentsMargins(0, 0, 0, 0);
    footer->addWidget(m_words);
    footer->addWidget(m_revert, 0, Qt::AlignLeft);
    footer->addLayout(m_buttons);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(head);
    layout->addWidget(m_state);
    layout->addWidget(m_nothing, 1, Qt::AlignTop);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_footer);

    connect(m_form, &ItemFormView::edited, this, &ItemEditor::handleEdited);
    connect(m_conflict, &ConflictView::picked, this, &ItemEditor::refresh);
    connect(m_save, &TouchButton::clicked, this, [this] {
        if (m_now.isRemoved)
            restore();
        else
            save();
    });
    connect(m_out, &TouchButton::clicked, this, [this] {
        if (m_now.base.available)
            Q_EMIT outRequested(m_id);
        else
            Q_EMIT bringBackRequested(m_id);
    });
    connect(m_revert, &TouchButton::clicked, this, &ItemEditor::revert);
    connect(m_back, &TouchButton::clicked, this, &ItemEditor::backRequested);
    connect(m_form->removeButton(), &TouchButton::clicked, this, [this] { Q_EMIT removeRequested(m_id); });
    connect(m_form->picture(), &PictureEditor::chosen, this, [this](const QByteArray &bytes) {
        if (m_id == newId) {
            m_now.picture = bytes;
            m_form->picture()->setWaiting(bytes);
            refresh();
        } else if (m_id > 0) {
            m_pictureKey = newIdempotencyKey();
            upload(m_id, bytes);
        }
    });
    connect(m_form->picture(), &PictureEditor::removeRequested, this, &ItemEditor::removePicture);
    retranslate();
    setLook(look);
    open(nothing);
}

ItemEditor::~ItemEditor()
{
    forget(&m_itemCall);
    forget(&m_pictureCall);
}

void ItemEditor::forget(PortCall *call)
{
    if (*call != 0)
        m_port.cancel(std::exchange(*call, 0));
}

void ItemEditor::setLook(const Look &look)
{
    m_look = look;
    m_form->setLook(look);
    m_conflict->setLook(look);
    for (TouchButton *button : {m_back, m_save, m_out, m_revert})
        button->setLook(look);
    const int edge = look.px(18);
    layout()->setContentsMargins(edge, look.px(14), edge, look.px(16));
    layout()->setSpacing(look.px(8));
    m_content->setSpacing(look.px(10));
    m_content->setContentsMargins(0, 0, look.px(6), 0);
    m_footer->layout()->setSpacing(look.px(8));
    fitForm();
}

void ItemEditor::fitForm()
{
    // Side by side where the words have room for it.
    const QMargins margins = layout()->contentsMargins();
    const int room = width() - margins.left() - margins.right() - m_look.px(20);
    ensurePolished();
    m_form->setNarrow(false);
    m_form->setNarrow(m_form->layout()->totalMinimumSize().width() > room || room < m_look.px(340));
}

void ItemEditor::fitFooter()
{
    // First the key goes, then the buttons go under each other.
    const QMargins margins = layout()->contentsMargins();
    const int room = width() - margins.left() - margins.right();
    const int beside = m_out->isHidden() ? 0 : m_out->sizeHint().width() + m_look.px(8);
    //: Keys on the keyboard
    m_save->setKeys(m_now.isRemoved ? QStringList() : QStringList{tr("Ctrl S")});
    if (m_save->sizeHint().width() + beside > room)
        m_save->setKeys({});
    const bool fits = m_save->sizeHint().width() + beside <= room;
    m_buttons->setDirection(fits ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void ItemEditor::resizeEvent(QResizeEvent *)
{
    fitForm();
    fitFooter();
}

void ItemEditor::setBackVisible(bool visible)
{
    m_back->setVisible(visible);
}

void ItemEditor::setOnline(bool online)
{
    m_online = online;
    refresh();
}

QString ItemEditor::message() const
{
    if (!m_failure)
        return {};
    const bool isMarked =
        m_failure->kind == PortFailure::Kind::Refused &&
        std::any_of(m_failure->details.begin(), m_failure->details.end(),
                    [](const ErrorDetail &detail) { return itemforms::fieldOf(detail.path).has_value(); });
    return isMarked ? tr("Not saved: see what is marked.") : tr("Not saved. %1").arg(CatalogText::failure(*m_failure));
}

void ItemEditor::fail(const PortFailure &failure)
{
    m_failure = failure;
    refresh();
}

// ---- which dish

bool ItemEditor::isDirty() const
{
    if (m_id == nothing)
        return false;
    return !(itemforms::difference(m_now.baseForm, m_now.form).empty() && m_now.picture.isEmpty());
}

bool ItemEditor::isDirty(qint64 itemId) const
{
    return itemId == m_id ? isDirty() : m_drafts.contains(itemId);
}

void ItemEditor::store()
{
    if (isDirty())
        m_drafts.insert(m_id, m_now);
    else
        m_drafts.remove(m_id);
}

void ItemEditor::open(qint64 itemId)
{
    if (itemId == m_id && itemId != nothing)
        return;
    store();
    const auto kept = m_drafts.constFind(itemId);
    const Item *row = itemId > 0 ? m_catalog.findItem(itemId) : nullptr;
    if (kept != m_drafts.constEnd()) {
        const Draft draft = *kept;
        show(itemId, draft);
        if (row && row->version > draft.base.version)
            follow(*row, true);
        else if (itemId > 0 && !row)
            m_now.isRemoved = true;
    } else if (row) {
        Draft draft;
        draft.base = *row;
        draft.baseForm = itemforms::formOf(*row, m_currency);
        draft.form = draft.baseForm;
        show(itemId, draft);
    } else {
        show(nothing, {});
    }
    refresh();
}

void ItemEditor::openNew(qint64 categoryId)
{
    store();
    Draft draft = m_drafts.value(newId);
    if (!m_drafts.contains(newId)) {
        draft.base.categoryId = categoryId;
        draft.baseForm.categoryId = categoryId;
        draft.form = draft.baseForm;
    }
    show(newId, draft);
    refresh();
    focusFirst();
}

void ItemEditor::show(qint64 itemId, const Draft &draft)
{
    const bool isOther = itemId != m_id;
    m_id = itemId;
    m_now = draft;
    m_drafts.remove(itemId);
    m_failure.reset();
    m_checked = false;
    m_conflict->setChoices({});
    if (isOther) {
        m_form->fold();
        m_form->picture()->setProblem({});
    }
    if (draft.theirs)
        showConflict(*draft.theirs);
    m_form->setForm(m_now.form);
    m_form->picture()->setPicture(m_now.base.image);
    if (!draft.picture.isEmpty())
        m_form->picture()->setWaiting(draft.picture);
    m_wasDirty = isDirty();
    Q_EMIT draftsChanged();
}

void ItemEditor::focusFirst()
{
    m_form->focusField(ItemField::Name);
}

void ItemEditor::reveal(QWidget *part)
{
    m_scroll->ensureWidgetVisible(part);
}

void ItemEditor::setCatalog(const Catalog &catalog, const Business &business, qint64 nowMs)
{
    const bool isOtherMenu =
        catalog.categories != m_catalog.categories || catalog.stations != m_catalog.stations || business != m_business;
    m_catalog = catalog;
    m_nowMs = nowMs;
    if (business != m_business || !m_zone.isValid()) {
        m_business = business;
        m_zone = QTimeZone(business.timeZone.toUtf8());
        if (!m_zone.isValid())
            m_zone = QTimeZone::utc();
        if (const auto currency = Currency::fromCode(business.currency))
            m_currency = *currency;
    }
    if (isOtherMenu)
        m_form->setCatalog(m_catalog, m_currency);
    if (m_id > 0) {
        const Item *row = m_catalog.findItem(m_id);
        if (!row && isDirty()) {
            m_now.isRemoved = true;
        } else if (!row) {
            show(nothing, {});
        } else {
            m_now.isRemoved = false;
            if (row->version > m_now.base.version) {
                follow(*row, true);
            } else {
                // An 86 that the hub does not have yet.
                m_now.base.available = row->available;
                m_now.base.backAtMs = row->backAtMs;
            }
        }
    }
    refresh();
}

void ItemEditor::follow(const Item &row, bool tellForeign)
{
    const ItemForm theirs = itemforms::formOf(row, m_currency);
    if (tellForeign) {
        for (const ItemField field : itemforms::conflicts(m_now.baseForm, m_now.form, theirs)) {
            if (itemforms::isSame(field, m_now.baseForm, m_now.form))
                continue;
            std::erase_if(m_now.foreign, [field](const auto &one) { return one.first == field; });
            m_now.foreign.emplace_back(field, theirs);
        }
    }
    m_now.form = itemforms::merged(m_now.baseForm, m_now.form, theirs);
    m_now.base = row;
    m_now.baseForm = theirs;
    // Whoever waits for a choice chose over what is gone.
    if (m_now.theirs && m_now.theirs->version < row.version) {
        m_now.theirs.reset();
        m_conflict->setChoices({});
    }
    if (!isDirty())
        m_now.foreign.clear();
    m_form->setForm(m_now.form);
    m_form->picture()->setPicture(row.image);
}

void ItemEditor::handleEdited(ItemField)
{
    m_now.form = m_form->form();
    // Something else than before is to be saved.
    m_now.key.clear();
    m_failure.reset();
    refresh();
}

void ItemEditor::revert()
{
    if (m_id == newId) {
        show(nothing, {});
        m_drafts.remove(newId);
    } else if (const Item *row = m_catalog.findItem(m_id)) {
        Draft draft;
        draft.base = *row;
        draft.baseForm = itemforms::formOf(*row, m_currency);
        draft.form = draft.baseForm;
        show(m_id, draft);
    } else {
        m_drafts.remove(m_id);
        m_now.form = m_now.baseForm;
        show(nothing, {});
    }
    refresh();
    Q_EMIT draftsChanged();
}

// ---- what is seen

void ItemEditor::check()
{
    std::vector<FormProblem> problems = itemforms::problems(m_now.form, m_currency);
    // Nobody has done anything wrong by not having typed yet.
    if (m_id == newId && !m_checked)
        std::erase_if(problems, [](const FormProblem &one) { return one.kind == FormProblem::Kind::Missing; });
    m_form->setProblems(problems);

    QString odd;
    const auto price = formats::readAmount(m_now.form.price, m_currency);
    const bool isTyped = !itemforms::isSame(ItemField::Price, m_now.baseForm, m_now.form) ||
                         !itemforms::isSame(ItemField::Category, m_now.baseForm, m_now.form);
    if (price && isTyped) {
        if (const auto percent = menurules::oddPrice(m_catalog, m_id, m_now.form.categoryId, *price)) {
            odd = *percent < 0 ? tr("Price is %1 % below its category. Kept as typed; change it if that was a slip.")
                                     .arg(-*percent)
                               : tr("Price is %1 % above its category. Kept as typed; change it if that was a slip.")
                                     .arg(*percent);
        }
    }
    m_form->setNotice(ItemField::Price, odd);
    QString twice;
    const Item *other = menurules::sameName(m_catalog, m_id, m_now.form.categoryId, m_now.form.name);
    if (other && !itemforms::isSame(ItemField::Name, m_now.baseForm, m_now.form)) {
        const Category *category = m_catalog.findCategory(other->categoryId);
        twice = tr("The menu has another %1, in %2.").arg(other->name, category ? category->name : QString());
    }
    m_form->setNotice(ItemField::Name, twice);
}

QString ItemEditor::foreignWords() const
{
    QStringList lines;
    if (m_now.isRemoved)
        lines << tr("Somebody removed this dish from the menu. What you typed is still here.");
    for (const auto &[field, theirs] : m_now.foreign) {
        //: A field, and what it is at the hub now: "Price was changed to 3 700 ₸ by somebody else."
        lines << tr("%1 was changed to %2 by somebody else.")
                     .arg(CatalogText::fieldName(field), CatalogText::fieldValue(field, theirs, m_catalog, m_currency));
    }
    return lines.join(u'\n');
}

void ItemEditor::refresh()
{
    const bool has = m_id != nothing;
    m_nothing->setVisible(!has);
    m_scroll->setVisible(has);
    m_footer->setVisible(has);
    m_state->setVisible(has);
    m_title->setVisible(has);
    if (!has)
        return;
    check();
    const bool isNew = m_id == newId;
    const QString name = m_now.form.name.trimmed();
    m_title->setText(!name.isEmpty() ? name : isNew ? tr("New item") : m_now.base.name);
    const Category *category = m_catalog.findCategory(m_now.base.categoryId);
    QString state =
        isNew ? tr("Not on the menu yet")
              : CatalogText::availability(availabilityOf(m_now.base, category, m_nowMs, m_zone), m_nowMs, m_zone);
    if (isDirty())
        state += QStringLiteral(" · ") + tr("not saved");
    m_state->setText(state);
    tell(m_foreign, foreignWords());
    tell(m_words, message());
    if (m_failure && m_failure->kind == PortFailure::Kind::Refused) {
        const bool isTaken = m_failure->errorCode == u"ALREADY_EXISTS";
        for (const ErrorDetail &detail : m_failure->details) {
            if (const auto field = itemforms::fieldOf(detail.path)) {
                m_form->setError(*field, !isTaken                    ? detail.issue
                                         : *field == ItemField::Name ? tr("The category has a dish of this name.")
                                                                     : tr("Another dish has it."));
            }
        }
    }

    const bool hasConflict = !m_conflict->isEmpty();
    m_form->setVisible(!hasConflict);
    m_form->setEditable(m_online);
    m_form->setRemovable(!isNew && !m_now.isRemoved);
    m_save->setText(m_now.isRemoved ? tr("Restore with my text")
                    : hasConflict   ? tr("Save what is chosen")
                    : isNew         ? tr("Add to the menu")
                                    : tr("Save"));
    m_save->setEnabled(m_online && !m_saving && (isDirty() || m_now.isRemoved || isNew));
    m_out->setVisible(!isNew && !m_now.isRemoved);
    m_out->setText(m_now.base.available ? tr("86 now") : tr("Bring back"));
    m_revert->setVisible(isDirty() || m_now.isRemoved || isNew);
    m_revert->setEnabled(!m_saving);
    m_form->picture()->setBusy(m_pictureCall != 0);
    fitFooter();
    if (const bool dirty = isDirty(); dirty != std::exchange(m_wasDirty, dirty))
        Q_EMIT draftsChanged();
}

void ItemEditor::retranslate()
{
    m_back->setAccessibleName(tr("Back"));
    m_back->setToolTip(tr("Back (Esc)"));
    m_nothing->setText(tr("Choose a dish to see and change everything of it."));
    m_revert->setText(tr("Throw away what I typed"));
    m_scroll->setAccessibleName(tr("Dish"));
    if (m_now.theirs) {
        const std::vector<ConflictView::Choice> before = m_conflict->choices();
        m_conflict->setChoices(choicesOver(*m_now.theirs));
        m_conflict->takeOver(before);
    }
    refresh();
    fitForm();
}

void ItemEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        // Its fields get their words after it.
        QMetaObject::invokeMethod(this, &ItemEditor::fitForm, Qt::QueuedConnection);
    }
    QWidget::changeEvent(event);
}

} // namespace oshaq
