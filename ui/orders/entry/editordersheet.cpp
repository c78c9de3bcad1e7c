// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/entry/editordersheet.h"

#include "ui/common/choicerow.h"
#include "ui/common/field.h"
#include "ui/common/linktext.h"
#include "ui/common/stepper.h"
#include "ui/common/touchbutton.h"
#include "ui/common/zoneclock.h"
#include "ui/orders/entry/drafttext.h"
#include "ui/orders/entry/entrytables.h"
#include "ui/orders/entry/entrywidgets.h"
#include "ui/orders/entry/orderdraft.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

namespace oshaq {

namespace {

constexpr int longestTable = 40;
constexpr int longestNote = 300;

} // namespace

EditOrderSheet::EditOrderSheet(OrdersPort &port, const Look &look, QWidget *parent)
    : EntrySheet(look, Place::Right, 560, parent)
    , m_port(port)
    , m_table(new QLineEdit)
    , m_tableField(new Field(m_table))
    , m_tables(new ChoiceRow(look))
    , m_coversLabel(entry::label(QStringLiteral("caption"), nullptr))
    , m_covers(new Stepper(look))
    , m_promise(new PromiseField(look))
    , m_allergy(new AllergyField(look))
    , m_note(new QLineEdit)
    , m_noteField(new Field(m_note))
{
    setObjectName(QStringLiteral("editOrderSheet"));
    m_table->setObjectName(QStringLiteral("tableEdit"));
    m_table->setMaxLength(longestTable);
    m_note->setObjectName(QStringLiteral("noteEdit"));
    m_note->setMaxLength(longestNote);
    m_covers->setRange(1000, 0, 1000 * 1000);
    for (QWidget *widget : {static_cast<QWidget *>(m_tableField), static_cast<QWidget *>(m_tables),
                            static_cast<QWidget *>(m_coversLabel)})
        body()->addWidget(widget);
    body()->addWidget(m_covers, 0, Qt::AlignLeft);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_promise), static_cast<QWidget *>(m_allergy), static_cast<QWidget *>(m_noteField)})
        body()->addWidget(widget);
    body()->addStretch(1);
    connect(m_tables, &ChoiceRow::picked, this, [this](int index) {
        m_table->setText(m_tables->texts().at(index));
        m_tableField->setError(QString());
        say(QString(), false);
    });
    connect(m_table, &QLineEdit::textEdited, this, [this] { m_tableField->setError(QString()); });
    connect(m_promise, &PromiseField::changed, this, [this] {
        m_promiseTouched = true;
        showMeaning();
    });
    connect(&m_port, &OrdersPort::ordersChanged, this, &EditOrderSheet::follow);
    connect(&m_port, &OrdersPort::orderKnown, this, [this](qint64 localId, qint64 orderId) {
        if (m_orderId == localId)
            m_orderId = orderId;
    });
    setLook(look);
    retranslate();
}

void EditOrderSheet::setLook(const Look &look)
{
    m_tables->setLook(look);
    m_covers->setLook(look);
    m_promise->setLook(look);
    m_allergy->setLook(look);
    EntrySheet::setLook(look);
}

void EditOrderSheet::retranslate()
{
    EntrySheet::retranslate();
    setTitle(m_number.isEmpty() ? tr("Change the order") : tr("Change %1").arg(m_number));
    m_tableField->setLabel(tr("Table"));
    m_tables->setAccessibleName(tr("Tables"));
    m_coversLabel->setText(tr("Guests at the table"));
    m_covers->setWhat(tr("guests at the table"));
    m_noteField->setLabel(tr("Note to the kitchen"));
    doneButton()->setText(tr("Save"));
    leaveStrip()->setTexts(tr("Leave without saving?"), tr("Save"), tr("Discard"), tr("Go on"));
    showMeaning();
}

OrderFields EditOrderSheet::fieldsOf(const Order &order)
{
    OrderFields fields;
    fields.note = order.note.trimmed();
    fields.table = order.table.simplified();
    fields.allergy = order.allergy.trimmed();
    fields.covers = order.covers;
    fields.promisedAtMs = order.promisedAtMs;
    return fields;
}

void EditOrderSheet::begin(qint64 orderId)
{
    const auto entry = m_port.order(orderId);
    if (!entry)
        return;
    stopAsking();
    m_orderId = orderId;
    m_number = entry->order.number;
    m_seen = fieldsOf(entry->order);
    m_promiseTouched = false;
    QStringList tables;
    for (const QString &table : entry::knownTables(m_port.orders()))
        tables << table;
    m_tables->setTexts(tables);
    const bool isTable = entry->order.fulfilment == Fulfilment::DineIn;
    m_tableField->setVisible(isTable);
    m_tables->setVisible(isTable && !tables.isEmpty());
    m_coversLabel->setVisible(isTable);
    m_covers->setVisible(isTable);
    m_allergy->setCommon(entry::commonAllergens(m_port.catalog()));
    show(m_seen);
    say(QString(), false);
    retranslate();
    open(isTable ? static_cast<QWidget *>(m_table) : m_note);
    if (isTable)
        m_table->selectAll();
}

void EditOrderSheet::show(const OrderFields &fields)
{
    // What is there already may be longer than what is typed here, and is not cut by a change of something else.
    m_table->setMaxLength(std::max(longestTable, int(fields.table.value_or(QString()).size())));
    m_note->setMaxLength(std::max(longestNote, int(fields.note.value_or(QString()).size())));
    m_table->setText(fields.table.value_or(QString()));
    m_tableField->setError(QString());
    m_tables->setChosen(int(m_tables->texts().indexOf(m_table->text().trimmed())));
    m_covers->setValue(fields.covers.value_or(0) * 1000LL);
    m_note->setText(fields.note.value_or(QString()));
    m_allergy->setText(fields.allergy.value_or(QString()));
    const qint64 promised = fields.promisedAtMs.value_or(0);
    m_promise->setPromise(0, promised > 0 ? ZoneClock(m_port.business().timeZone).time(promised) : QString());
    showMeaning();
}

OrderFields EditOrderSheet::shown() const
{
    OrderFields fields;
    fields.table = m_table->text().simplified();
    fields.covers = int(m_covers->value() / 1000);
    fields.note = m_note->text().trimmed();
    fields.allergy = m_allergy->text().trimmed();
    fields.promisedAtMs = m_seen.promisedAtMs;
    if (m_promiseTouched) {
        OrderDraft draft;
        draft.head.promiseMinutes = m_promise->minutes();
        draft.head.promiseText = m_promise->text();
        fields.promisedAtMs = draft.promisedAt(m_port.hubNowMs(), m_port.business().timeZone);
    }
    return fields;
}

OrderFields EditOrderSheet::changes() const
{
    OrderFields fields = shown();
    const auto drop = [](auto &field, const auto &seen) {
        if (field == seen)
            field.reset();
    };
    drop(fields.table, m_seen.table);
    drop(fields.covers, m_seen.covers);
    drop(fields.note, m_seen.note);
    drop(fields.allergy, m_seen.allergy);
    drop(fields.promisedAtMs, m_seen.promisedAtMs);
    return fields;
}

void EditOrderSheet::follow()
{
    if (!isOpen())
        return;
    const auto entry = m_port.order(m_orderId);
    if (!entry || isClosed(entry->order.status)) {
        say([] { return tr("The order is over meanwhile: nothing of it can be changed."); }, true);
        return;
    }
    const OrderFields now = fieldsOf(entry->order);
    if (now == m_seen)
        return;
    // What is being changed here stays, everything else follows.
    const OrderFields mine = changes();
    const bool touched = m_promiseTouched;
    OrderFields next = now;
    const auto keep = [](auto &field, const auto &own) {
        if (own)
            field = own;
    };
    keep(next.table, mine.table);
    keep(next.covers, mine.covers);
    keep(next.note, mine.note);
    keep(next.allergy, mine.allergy);
    const int minutes = m_promise->minutes();
    const QString text = m_promise->text();
    m_seen = now;
    show(next);
    m_promiseTouched = touched;
    if (touched)
        m_promise->setPromise(minutes, text);
    showMeaning();
    say([] { return tr("Somebody else has just changed this order. What you typed stayed."); }, false);
}

void EditOrderSheet::showMeaning()
{
    OrderDraft draft;
    draft.head.promiseMinutes = m_promise->minutes();
    draft.head.promiseText = m_promise->text();
    const QString zone = m_port.business().timeZone;
    const auto at = m_promiseTouched ? draft.promisedAt(m_port.hubNowMs(), zone) : m_seen.promisedAtMs;
    m_promise->setProblem(at ? QString() : tr("That is no time to come."));
    m_promise->setMeaning(at && *at > 0 ? tr("at %1").arg(ZoneClock(zone).moment(*at, m_port.hubNowMs())) : QString());
}

bool EditOrderSheet::wouldLose() const
{
    return !changes().isEmpty() || !m_promise->problem().isEmpty();
}

void EditOrderSheet::submit()
{
    const OrderFields fields = changes();
    if (!m_promise->problem().isEmpty()) {
        m_promise->edit()->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (!m_covers->isValid()) {
        say([] { return tr("Not a number of guests."); }, true);
        return;
    }
    if (!fields.isEmpty()) {
        if (const auto saved = m_port.edit(m_orderId, fields); !saved) {
            QString words;
            for (const DraftProblem &problem : draftProblems(saved.error())) {
                const QString text = DraftText::problem(problem, nullptr, nullptr, 1000);
                if (problem.at == DraftProblem::At::Table) {
                    m_tableField->setError(text);
                    m_table->setFocus(Qt::OtherFocusReason);
                } else if (problem.at == DraftProblem::At::Promise) {
                    m_promise->setProblem(text);
                }
                if (words.isEmpty())
                    words = text;
            }
            say(words.isEmpty() ? LinkText::refusal(errorCodeText(saved.error().code), saved.error().message) : words,
                true);
            return;
        }
    }
    close();
}

} // namespace oshaq
