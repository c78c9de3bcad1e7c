// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/categorysheet.h"

#include "models/terminal/idempotencykey.h"
#include "ui/catalog/catalogtext.h"
#include "ui/catalog/hourseditor.h"
#include "ui/catalog/menurules.h"
#include "ui/catalog/stepchoice.h"
#include "ui/common/band.h"
#include "ui/common/field.h"
#include "ui/common/flowrow.h"
#include "ui/common/formats.h"
#include "ui/common/touchbutton.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace oshaq {

namespace {

constexpr int sheetWidth = 560;

QComboBox *makeList(const char *name, QWidget *parent)
{
    auto *list = new QComboBox(parent);
    list->setObjectName(QLatin1String(name));
    list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    list->setMinimumContentsLength(8);
    return list;
}

} // namespace

CategorySheet::CategorySheet(CatalogDesk &desk, const Look &look, QWidget *parent)
    : Sheet(look, Place::Right, sheetWidth, parent)
    , m_desk(desk)
    , m_port(desk.port())
    , m_band(new Band(look, this))
    , m_name(new QLineEdit(this))
    , m_step(new StepChoice(this))
    , m_station(makeList("categoryStation", this))
    , m_hours(new HoursEditor(look, this))
    , m_removeWords(new QLabel(this))
    , m_moveTo(makeList("categoryMoveTo", this))
    , m_buttons(new FlowRow(this))
    , m_remove(new TouchButton(look, m_buttons))
    , m_keep(new TouchButton(look, m_buttons))
    , m_save(new TouchButton(look, m_buttons))
{
    setObjectName(QStringLiteral("categorySheet"));
    m_band->setObjectName(QStringLiteral("categoryBand"));
    m_name->setObjectName(QStringLiteral("categoryName"));
    m_step->setCategoryStep(0);
    m_removeWords->setWordWrap(true);
    m_removeWords->setProperty("role", QStringLiteral("strong"));
    m_remove->setObjectName(QStringLiteral("categoryRemove"));
    m_remove->setKind(TouchButton::Kind::Danger);
    m_keep->setObjectName(QStringLiteral("categoryKeep"));
    m_save->setObjectName(QStringLiteral("categorySave"));
    m_save->setKind(TouchButton::Kind::Primary);
    const auto field = [this](QWidget *editor) {
        auto *made = new Field(editor, this);
        body()->addWidget(made);
        return made;
    };
    body()->addWidget(m_band);
    m_nameField = field(m_name);
    m_stepField = field(m_step);
    m_stationField = field(m_station);
    m_hoursField = field(m_hours);
    body()->addWidget(m_removeWords);
    m_moveToField = field(m_moveTo);
    body()->addStretch(1);
    for (TouchButton *button : {m_remove, m_keep, m_save}) {
        button->setTakesFocus(true);
        m_buttons->addWidget(button);
    }
    footer()->addWidget(m_buttons, 1);

    connect(m_name, &QLineEdit::textEdited, this, [this] {
        m_nameTaken = false;
        m_key.clear();
        refresh();
    });
    connect(m_step, &StepChoice::edited, this, &CategorySheet::refresh);
    connect(m_name, &QLineEdit::returnPressed, this, &CategorySheet::save);
    connect(m_keep, &TouchButton::clicked, this, [this] {
        m_asksLosing = false;
        m_asksRemoving = false;
        refresh();
    });
    connect(m_save, &TouchButton::clicked, this, [this] {
        if (m_asksLosing)
            close();
        else
            save();
    });
    connect(m_remove, &TouchButton::clicked, this, [this] {
        if (m_asksRemoving) {
            remove();
        } else {
            m_asksRemoving = true;
            refresh();
        }
    });
    CategorySheet::retranslate();
    CategorySheet::setLook(look);
}

CategorySheet::~CategorySheet()
{
    if (m_call != 0)
        m_port.cancel(m_call);
}

void CategorySheet::setLook(const Look &look)
{
    Sheet::setLook(look);
    m_band->setLook(look);
    m_hours->setLook(look);
    for (TouchButton *button : {m_remove, m_keep, m_save})
        button->setLook(look);
    m_buttons->setSpacing(look.px(10));
}

void CategorySheet::edit(qint64 categoryId)
{
    const Catalog catalog = m_desk.catalog();
    const Category *known = catalog.findCategory(categoryId);
    m_base = known ? *known : Category();
    m_stations = catalog.stations;
    m_key.clear();
    m_nameTaken = false;
    m_message = {};
    m_asksLosing = false;
    m_asksRemoving = false;
    m_tried = false;
    fill();
    retranslate();
    open(m_name);
    m_name->selectAll();
}

void CategorySheet::askRemoval(qint64 categoryId)
{
    edit(categoryId);
    m_asksRemoving = true;
    refresh();
    m_keep->setFocus(Qt::OtherFocusReason);
}

void CategorySheet::fill()
{
    m_name->setText(m_base.name);
    m_step->setText(formats::quantity(m_base.quantityStep));
    m_hours->setHours(m_base.hours);
    m_station->clear();
    m_station->addItem(QString());
    for (const Station &station : m_stations) {
        m_station->addItem(station.name, station.id);
        if (station.id == m_base.stationId)
            m_station->setCurrentIndex(m_station->count() - 1);
    }
    m_moveTo->clear();
    const Catalog catalog = m_desk.catalog();
    for (const Category &category : catalog.categories) {
        if (category.id != m_base.id)
            m_moveTo->addItem(category.name, category.id);
    }
}

CategoryEdit CategorySheet::edited() const
{
    CategoryEdit edit;
    const bool isNew = m_base.id == 0;
    if (const QString name = m_name->text().trimmed(); isNew || name != m_base.name)
        edit.name = name;
    const auto step = formats::readQuantity(m_step->text());
    if (step && *step != m_base.quantityStep)
        edit.quantityStep = *step;
    const std::optional<qint64> station =
        m_station->currentIndex() > 0 ? std::optional(m_station->currentData().toLongLong()) : std::nullopt;
    if (station != m_base.stationId)
        edit.stationId = station;
    if (m_hours->hours() != m_base.hours)
        edit.hours = m_hours->hours();
    return edit;
}

bool CategorySheet::isDirty() const
{
    CategoryEdit nothing;
    if (m_base.id == 0)
        nothing.name = QString();
    const CategoryEdit now = edited();
    return !(now == nothing) &&
           !(now.name && now.name->isEmpty() && m_base.id == 0 && !now.hours && !now.stationId && !now.quantityStep);
}

void CategorySheet::refresh()
{
    const bool isNew = m_base.id == 0;
    const bool isEmpty = m_name->text().trimmed().isEmpty();
    const auto step = formats::readQuantity(m_step->text());
    m_nameField->setError(isEmpty && m_tried ? CatalogText::problem(FormProblem::Kind::Missing)
                          : m_name->text().trimmed().size() > itemforms::maxName
                              ? CatalogText::problem(FormProblem::Kind::TooLong)
                          : m_nameTaken ? tr("Another category has this name.")
                                        : QString());
    m_stepField->setError(!step || *step <= 0 ? CatalogText::problem(FormProblem::Kind::NoQuantity) : QString());

    const int count = isNew ? 0 : menurules::itemCount(m_desk.catalog(), m_base.id);
    m_removeWords->setVisible(m_asksRemoving);
    m_removeWords->setText(count == 0 ? tr("No dish is in %1.").arg(m_base.name)
                                      : tr("%1 has %2. They go to another category; undo brings all of it back.")
                                            .arg(m_base.name, CatalogText::items(count)));
    m_moveToField->setVisible(m_asksRemoving && count > 0);
    const bool canMove = count == 0 || m_moveTo->count() > 0;
    for (Field *field : {m_nameField, m_stepField, m_stationField, m_hoursField})
        field->setVisible(!m_asksRemoving);
    m_remove->setVisible(!isNew && !m_asksLosing);
    m_remove->setText(!m_asksRemoving ? tr("Remove") : count > 0 ? tr("Move and remove") : tr("Remove it"));
    m_remove->setEnabled(!m_busy && (!m_asksRemoving || canMove));
    m_keep->setVisible(m_asksLosing || m_asksRemoving);
    m_keep->setText(m_asksLosing ? tr("Go on editing") : tr("Keep it"));
    m_save->setVisible(!m_asksRemoving);
    m_save->setText(m_asksLosing ? tr("Throw away") : isNew ? tr("Add category") : tr("Save"));
    m_save->setEnabled(!m_busy);
    m_buttons->rearrange();
    QString message = m_message ? m_message() : QString();
    if (m_asksLosing)
        message = tr("What you changed is not saved.");
    else if (m_asksRemoving && !canMove)
        message = tr("There is no other category that its dishes could go to.");
    m_band->setMessage(message, Band::Tone::Warning);
}

void CategorySheet::retranslate()
{
    Sheet::retranslate();
    setTitle(m_base.id == 0 ? tr("New category") : m_base.name);
    m_nameField->setLabel(tr("Name"));
    m_stepField->setLabel(tr("Its dishes are sold by"));
    m_stationField->setLabel(tr("Station"));
    if (m_station->count() > 0) {
        const QSignalBlocker quiet(m_station);
        m_station->setItemText(0,
                               m_stations.empty() ? tr("none") : tr("the first one: %1").arg(m_stations.front().name));
    }
    m_hoursField->setLabel(tr("Sold"));
    m_moveToField->setLabel(tr("Move its dishes to"));
    refresh();
}

void CategorySheet::save()
{
    m_tried = true;
    const auto step = formats::readQuantity(m_step->text());
    const QString name = m_name->text().trimmed();
    if (m_busy || name.isEmpty() || name.size() > itemforms::maxName || !step || *step <= 0) {
        refresh();
        return;
    }
    const bool isNew = m_base.id == 0;
    CategoryChange change;
    change.edit = edited();
    if (!isNew && change.edit == CategoryEdit()) {
        close();
        return;
    }
    change.act = isNew ? RowAct::Make : RowAct::Edit;
    change.id = m_base.id;
    if (!isNew)
        change.version = m_base.version;
    if (m_key.isEmpty())
        m_key = newIdempotencyKey();
    m_busy = true;
    m_message = {};
    refresh();
    m_desk.apply([isNew, name] { return isNew ? tr("New category %1").arg(name) : tr("Changes of %1").arg(name); },
                 {{change}, {}},
                 [this, isNew](const PortAnswer<CatalogChanged> &answer) {
                     m_busy = false;
                     if (!answer) {
                         handleFailure(answer.failure);
                         return;
                     }
                     const qint64 id = answer.value->categories.empty() ? 0 : answer.value->categories.front().id;
                     close();
                     Q_EMIT saved(id, isNew);
                 },
                 m_key);
}

void CategorySheet::remove()
{
    if (m_busy)
        return;
    const CatalogChange change =
        menurules::removeCategory(m_desk.catalog(), m_base.id, m_moveTo->currentData().toLongLong());
    m_busy = true;
    m_message = {};
    refresh();
    m_desk.apply([name = m_base.name] { return tr("Removed %1").arg(name); }, change,
                 [this](const PortAnswer<CatalogChanged> &answer) {
                     m_busy = false;
                     if (!answer) {
                         m_asksRemoving = false;
                         handleFailure(answer.failure);
                         return;
                     }
                     close();
                     Q_EMIT removed(m_base.name);
                 });
}

void CategorySheet::handleFailure(const PortFailure &failure)
{
    if (failure.kind == PortFailure::Kind::Refused) {
        m_key.clear();
        if (failure.errorCode == u"VERSION_STALE" && m_base.id != 0) {
            m_busy = true;
            m_call = m_port.category(m_base.id, [this](const PortAnswer<Category> &answer) {
                m_call = 0;
                m_busy = false;
                if (answer)
                    takeTheirs(*answer.value);
                else
                    m_message = [failure = answer.failure] { return CatalogText::failure(failure); };
                refresh();
            });
            return;
        }
        if (failure.errorCode == u"ALREADY_EXISTS") {
            m_nameTaken = true;
            refresh();
            m_name->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    m_message = [failure] { return CatalogText::failure(failure); };
    refresh();
}

void CategorySheet::takeTheirs(const Category &theirs)
{
    const CategoryEdit mine = edited();
    const Category before = std::exchange(m_base, theirs);
    // What was typed stays over it.
    fill();
    if (mine.name)
        m_name->setText(*mine.name);
    if (mine.quantityStep)
        m_step->setText(formats::quantity(*mine.quantityStep));
    if (mine.hours)
        m_hours->setHours(*mine.hours);
    if (mine.stationId) {
        const int place = *mine.stationId ? m_station->findData(**mine.stationId) : 0;
        m_station->setCurrentIndex(std::max(0, place));
    }
    m_message = [before, theirs] {
        QStringList changed;
        if (theirs.name != before.name)
            changed << tr("Name: %1").arg(theirs.name);
        if (theirs.quantityStep != before.quantityStep)
            changed << CatalogText::step(theirs.quantityStep);
        if (theirs.hours != before.hours)
            changed << tr("Sold: %1").arg(CatalogText::hours(theirs.hours));
        if (theirs.stationId != before.stationId)
            changed << tr("another station");
        return changed.isEmpty()
                   ? tr("Somebody else changed this category meanwhile. Save again to have it as it stands here.")
                   : tr("Somebody else changed this category meanwhile (%1). Save again to have it as it stands here.")
                         .arg(changed.join(QStringLiteral("; ")));
    };
    retranslate();
}

bool CategorySheet::mayClose()
{
    if (m_asksRemoving || m_asksLosing || !isDirty())
        return true;
    m_asksLosing = true;
    refresh();
    return false;
}

} // namespace oshaq
