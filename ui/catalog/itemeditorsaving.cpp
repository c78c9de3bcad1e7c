// SPDX-License-Identifier: GPL-3.0-or-later
// How a dish is saved, what happens when somebody else was quicker, and its picture.
#include "ui/catalog/itemeditor.h"

#include "models/terminal/idempotencykey.h"
#include "ui/catalog/catalogtext.h"
#include "ui/catalog/conflictview.h"
#include "ui/catalog/itemformview.h"
#include "ui/catalog/pictureeditor.h"
#include "ui/common/touchbutton.h"

#include <QScrollArea>

#include <algorithm>
#include <utility>

namespace oshaq {

// ---- saving

ChangeWords ItemEditor::undoWords(const Draft &draft) const
{
    return [name = draft.form.name.trimmed(), isNew = m_id == newId,
            fields = itemforms::difference(draft.baseForm, draft.form)] {
        if (isNew)
            return tr("New item %1").arg(name);
        if (fields.size() == 1)
            return tr("%1 of %2").arg(CatalogText::fieldName(fields.front()), name);
        return tr("Changes of %1").arg(name);
    };
}

void ItemEditor::save()
{
    if (m_saving || !m_online || m_id == nothing || m_now.isRemoved)
        return;
    if (!m_conflict->isEmpty())
        takeChoices();
    m_checked = true;
    const std::vector<FormProblem> problems = itemforms::problems(m_now.form, m_currency);
    if (!problems.empty()) {
        refresh();
        m_form->focusField(problems.front().field);
        return;
    }
    const std::vector<ItemField> fields = itemforms::difference(m_now.baseForm, m_now.form);
    if (fields.empty() && m_id != newId) {
        // Theirs was chosen everywhere.
        m_now.foreign.clear();
        refresh();
        return;
    }
    ItemChange change;
    if (m_id == newId) {
        change.act = RowAct::Make;
        change.edit = itemforms::editOf(m_now.form, fields, m_currency);
        change.edit.categoryId = m_now.form.categoryId;
    } else {
        change.id = m_id;
        change.version = m_now.base.version;
        change.edit = itemforms::editOf(m_now.form, fields, m_currency);
    }
    if (m_now.key.isEmpty())
        m_now.key = newIdempotencyKey();
    m_saving = true;
    m_failure.reset();
    refresh();
    m_desk.apply(
        undoWords(m_now), {{}, {change}},
        [this, id = m_id, sent = m_now.form](const PortAnswer<CatalogChanged> &answer) {
            handleSaved(id, sent, answer);
        },
        m_now.key);
}

void ItemEditor::handleSaved(qint64 itemId, const ItemForm &sent, const PortAnswer<CatalogChanged> &answer)
{
    m_saving = false;
    if (!answer) {
        handleFailure(itemId, answer.failure);
        return;
    }
    const Item row = answer.value->items.empty() ? Item() : answer.value->items.front();
    const bool isShown = itemId == m_id;
    Draft draft = isShown ? m_now : m_drafts.value(itemId);
    const QByteArray picture = std::exchange(draft.picture, {});
    // Somebody may have typed on meanwhile.
    const ItemForm now = itemforms::formOf(row, m_currency);
    draft.form = itemforms::merged(sent, draft.form, now);
    draft.base = row;
    draft.baseForm = now;
    draft.key.clear();
    draft.foreign.clear();
    draft.isRemoved = false;
    draft.theirs.reset();
    m_drafts.remove(itemId);
    if (isShown)
        show(row.id, draft);
    else if (!itemforms::difference(draft.baseForm, draft.form).empty())
        m_drafts.insert(row.id, draft);
    if (!picture.isEmpty()) {
        m_pictureKey = newIdempotencyKey();
        upload(row.id, picture);
    }
    refresh();
    Q_EMIT draftsChanged();
    Q_EMIT saved(row.id, itemId == newId);
}

void ItemEditor::handleFailure(qint64 itemId, const PortFailure &failure)
{
    if (itemId != m_id) {
        // It is kept as a draft and tells when it is looked at again.
        refresh();
        return;
    }
    const bool isRefused = failure.kind == PortFailure::Kind::Refused;
    if (isRefused)
        m_now.key.clear();
    if (isRefused && failure.errorCode == u"VERSION_STALE") {
        askTheirs(itemId);
        return;
    }
    if (isRefused && failure.errorCode == u"NOT_FOUND") {
        m_now.isRemoved = true;
        refresh();
        return;
    }
    fail(failure);
    if (!isRefused)
        return;
    for (const ErrorDetail &detail : failure.details) {
        if (const auto field = itemforms::fieldOf(detail.path)) {
            m_form->focusField(*field);
            return;
        }
    }
}

void ItemEditor::askTheirs(qint64 itemId)
{
    forget(&m_itemCall);
    m_saving = true;
    refresh();
    m_itemCall = m_port.item(itemId, [this, itemId](const PortAnswer<Item> &answer) {
        m_itemCall = 0;
        m_saving = false;
        if (itemId != m_id) {
            refresh();
        } else if (answer) {
            showConflict(*answer.value);
        } else if (answer.failure.errorCode == u"NOT_FOUND") {
            m_now.isRemoved = true;
            refresh();
        } else {
            fail(answer.failure);
        }
    });
}

std::vector<ConflictView::Choice> ItemEditor::choicesOver(const Item &theirs) const
{
    const ItemForm form = itemforms::formOf(theirs, m_currency);
    std::vector<ConflictView::Choice> choices;
    for (const ItemField field : itemforms::conflicts(m_now.baseForm, m_now.form, form)) {
        const bool isTouched = !itemforms::isSame(field, m_now.baseForm, m_now.form);
        choices.push_back({field, CatalogText::fieldValue(field, m_now.form, m_catalog, m_currency),
                           CatalogText::fieldValue(field, form, m_catalog, m_currency), isTouched});
    }
    return choices;
}

void ItemEditor::showConflict(const Item &theirs)
{
    const std::vector<ConflictView::Choice> choices = choicesOver(theirs);
    if (std::none_of(choices.begin(), choices.end(), [](const auto &choice) { return choice.takesMine; })) {
        // They did something else: both stay.
        follow(theirs, false);
        refresh();
        save();
        return;
    }
    m_now.theirs = theirs;
    m_conflict->setChoices(choices);
    m_scroll->ensureVisible(0, 0);
    refresh();
    m_save->setFocus(Qt::OtherFocusReason);
}

void ItemEditor::takeChoices()
{
    if (!m_now.theirs)
        return;
    const Item theirs = *std::exchange(m_now.theirs, {});
    const ItemForm form = itemforms::formOf(theirs, m_currency);
    ItemForm chosen = itemforms::merged(m_now.baseForm, m_now.form, form);
    for (const ConflictView::Choice &choice : m_conflict->choices())
        itemforms::copy(choice.field, choice.takesMine ? m_now.form : form, &chosen);
    m_now.form = chosen;
    m_now.base = theirs;
    m_now.baseForm = form;
    m_now.foreign.clear();
    m_conflict->setChoices({});
    m_form->setForm(chosen);
}

void ItemEditor::restore()
{
    if (m_saving || !m_online)
        return;
    ItemChange change;
    change.act = RowAct::Restore;
    change.id = m_id;
    change.edit = itemforms::editOf(m_now.form, itemforms::difference(m_now.baseForm, m_now.form), m_currency);
    m_saving = true;
    refresh();
    m_desk.apply([name = m_now.form.name.trimmed()] { return tr("Restored %1").arg(name); }, {{}, {change}},
                 [this, id = m_id, sent = m_now.form](const PortAnswer<CatalogChanged> &answer) {
                     handleSaved(id, sent, answer);
                 });
}

// ---- the picture

void ItemEditor::upload(qint64 itemId, const QByteArray &bytes)
{
    forget(&m_pictureCall);
    m_pictureCall = m_port.setItemPicture(
        m_pictureKey, itemId, bytes, [this, itemId](const PortAnswer<Item> &answer) { handlePicture(itemId, answer); });
    refresh();
}

void ItemEditor::removePicture()
{
    if (m_id == newId) {
        m_now.picture.clear();
        m_form->picture()->setPicture(QString());
        refresh();
        return;
    }
    forget(&m_pictureCall);
    m_pictureCall = m_port.removeItemPicture(
        m_id, [this, id = m_id](const PortAnswer<Item> &answer) { handlePicture(id, answer); });
    refresh();
}

void ItemEditor::handlePicture(qint64 itemId, const PortAnswer<Item> &answer)
{
    m_pictureCall = 0;
    if (answer) {
        if (itemId == m_id)
            follow(*answer.value, true);
        m_desk.noteRow(*answer.value);
    } else if (itemId == m_id) {
        m_form->picture()->setProblem([failure = answer.failure] { return CatalogText::failure(failure); });
    }
    refresh();
}

} // namespace oshaq
