// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/entry/orderdetails.h"

#include "models/domain/searchtext.h"
#include "ui/common/choicerow.h"
#include "ui/common/field.h"
#include "ui/common/linktext.h"
#include "ui/common/stepper.h"
#include "ui/common/touchbutton.h"
#include "ui/common/zoneclock.h"
#include "ui/orders/entry/choicecard.h"
#include "ui/orders/entry/drafttext.h"
#include "ui/orders/entry/entrytables.h"
#include "ui/orders/entry/entrywidgets.h"
#include "ui/orders/entry/guestlookup.h"

#include <QBoxLayout>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>
#include <utility>

namespace oshaq {

namespace {

constexpr std::size_t guestsShown = 4;

} // namespace

OrderDetails::OrderDetails(OrdersPort &port, ArchivePort &archive, const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_port(port)
    , m_archive(archive)
    , m_look(look)
    , m_lookup(new GuestLookup(archive, this))
{
    build();
    setLook(look);
    retranslate();
    showFields();

    for (QLineEdit *edit : {m_table, m_phone, m_name, m_address, m_note})
        connect(edit, &QLineEdit::textEdited, this, &OrderDetails::handleTyped);
    connect(m_phone, &QLineEdit::textEdited, this, [this](const QString &typed) {
        // Another phone is another guest.
        if (m_head.userId)
            forgetGuest();
        m_lookup->ask(typed);
    });
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &typed) {
        if (!m_head.userId)
            m_lookup->ask(typed);
    });
    connect(m_tables, &ChoiceRow::picked, this, [this](int index) {
        m_table->setText(m_knownTables.at(std::size_t(index)));
        handleTyped();
    });
    connect(m_covers, &Stepper::valueChanged, this, [this] { handleTyped(); });
    connect(m_promise, &PromiseField::changed, this, &OrderDetails::handleTyped);
    connect(m_allergy, &AllergyField::changed, this, [this] {
        m_allergyFromGuest = false;
        handleTyped();
    });
    connect(m_tablePad, &TouchButton::clicked, this, [this] { showPad(m_table); });
    connect(m_phonePad, &TouchButton::clicked, this, [this] { showPad(m_phone); });
    connect(m_forget, &TouchButton::clicked, this, [this] {
        forgetGuest();
        m_phone->setFocus(Qt::OtherFocusReason);
        say();
    });
    connect(m_lookup, &GuestLookup::changed, this, &OrderDetails::showGuests);
    connect(&m_port, &OrdersPort::ordersChanged, this, [this] {
        showTables();
        showTableHint();
    });
    connect(&m_port, &OrdersPort::catalogChanged, this,
            [this] { m_allergy->setCommon(entry::commonAllergens(m_port.catalog())); });
    for (QLineEdit *edit : {m_phone, m_name})
        edit->installEventFilter(this);
}

void OrderDetails::build()
{
    const auto edit = [this](const char *name, int most) {
        auto *made = new QLineEdit(this);
        made->setObjectName(QString::fromLatin1(name));
        made->setMaxLength(most);
        return made;
    };
    const auto padButton = [this] {
        auto *made = new TouchButton(m_look, this);
        made->setIconName(QStringLiteral("keyboard"));
        made->setTakesFocus(true);
        return made;
    };
    const auto besideField = [this](TouchButton *button) {
        // Beside the field, not beside its label.
        auto *column = new QVBoxLayout;
        auto *space = new QSpacerItem(0, 0, QSizePolicy::Minimum, QSizePolicy::Fixed);
        m_labelSpaces.push_back(space);
        column->setSpacing(0);
        column->addItem(space);
        column->addWidget(button);
        column->addStretch(1);
        return column;
    };
    m_table = edit("tableEdit", 40);
    m_phone = edit("phoneEdit", 40);
    m_name = edit("nameEdit", 80);
    m_address = edit("addressEdit", 200);
    m_note = edit("noteEdit", 300);
    m_phone->setInputMethodHints(Qt::ImhDialableCharactersOnly);
    m_tableField = new Field(m_table, this);
    m_phoneField = new Field(m_phone, this);
    m_nameField = new Field(m_name, this);
    m_addressField = new Field(m_address, this);
    m_noteField = new Field(m_note, this);
    m_tablePad = padButton();
    m_tablePad->setObjectName(QStringLiteral("tablePad"));
    m_phonePad = padButton();
    m_phonePad->setObjectName(QStringLiteral("phonePad"));
    m_tables = new ChoiceRow(m_look, this);
    m_tables->setObjectName(QStringLiteral("tableChoices"));
    m_coversLabel = entry::label(QStringLiteral("caption"), this);
    m_covers = new Stepper(m_look, this);
    m_covers->setObjectName(QStringLiteral("covers"));
    m_covers->setRange(1000, 0, 1000 * 1000);
    m_covers->setValue(0);
    m_guestWords = entry::label(QStringLiteral("caption"), this);
    m_guestWords->setObjectName(QStringLiteral("guestWords"));
    m_forget = new TouchButton(m_look, this);
    m_forget->setObjectName(QStringLiteral("forgetGuest"));
    m_forget->setTakesFocus(true);
    m_pad = new NumberPad(m_look, false, this);
    m_pad->hide();
    m_addressLabel = entry::label(QStringLiteral("caption"), this);
    m_promise = new PromiseField(m_look, this);
    m_allergy = new AllergyField(m_look, this);
    m_allergyWords = entry::label(QStringLiteral("caption"), this);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_tableBox = new QWidget(this);
    auto *table = new QVBoxLayout(m_tableBox);
    table->setContentsMargins(0, 0, 0, 0);
    auto *tableRow = new QHBoxLayout;
    tableRow->addWidget(m_tableField, 1);
    tableRow->addLayout(besideField(m_tablePad));
    table->addLayout(tableRow);
    table->addWidget(m_tables);
    table->addWidget(m_coversLabel);
    table->addWidget(m_covers, 0, Qt::AlignLeft);
    layout->addWidget(m_tableBox);
    auto *phoneRow = new QHBoxLayout;
    phoneRow->addWidget(m_phoneField, 1);
    phoneRow->addLayout(besideField(m_phonePad));
    layout->addLayout(phoneRow);
    layout->addWidget(m_pad);
    layout->addWidget(m_nameField);
    auto *words = new QHBoxLayout;
    words->addWidget(m_guestWords, 1);
    words->addWidget(m_forget);
    layout->addLayout(words);
    m_guestLayout = new QVBoxLayout;
    layout->addLayout(m_guestLayout);
    m_addressBox = new QWidget(this);
    auto *address = new QVBoxLayout(m_addressBox);
    address->setContentsMargins(0, 0, 0, 0);
    address->addWidget(m_addressLabel);
    m_addressLayout = new QVBoxLayout;
    address->addLayout(m_addressLayout);
    address->addWidget(m_addressField);
    layout->addWidget(m_addressBox);
    layout->addWidget(m_promise);
    layout->addWidget(m_allergy);
    layout->addWidget(m_allergyWords);
    layout->addWidget(m_noteField);
    layout->addStretch(1);
    m_allergy->setCommon(entry::commonAllergens(m_port.catalog()));
}

void OrderDetails::setLook(const Look &look)
{
    m_look = look;
    m_tablePad->setLook(look);
    m_phonePad->setLook(look);
    m_forget->setLook(look);
    m_tables->setLook(look);
    m_covers->setLook(look);
    m_pad->setLook(look);
    m_promise->setLook(look);
    m_allergy->setLook(look);
    for (ChoiceCard *card : m_guestCards)
        card->setLook(look);
    for (ChoiceCard *card : m_addressCards)
        card->setLook(look);
    layout()->setSpacing(look.px(10));
    for (QLayout *inner : {m_tableBox->layout(), m_addressBox->layout(), static_cast<QLayout *>(m_guestLayout),
                           static_cast<QLayout *>(m_addressLayout)})
        inner->setSpacing(look.px(6));
    for (QSpacerItem *space : m_labelSpaces)
        space->changeSize(0, QFontMetrics(look.font(TextRole::Caption)).height() + 4, QSizePolicy::Minimum,
                          QSizePolicy::Fixed);
}

void OrderDetails::retranslate()
{
    m_tableField->setLabel(tr("Table"));
    m_tables->setAccessibleName(tr("Tables"));
    m_tablePad->setAccessibleName(tr("Keypad for the table"));
    m_phonePad->setAccessibleName(tr("Keypad for the phone"));
    m_coversLabel->setText(tr("Guests at the table"));
    m_covers->setWhat(tr("guests at the table"));
    m_phoneField->setLabel(tr("Phone"));
    m_nameField->setLabel(tr("Guest"));
    m_forget->setText(tr("Somebody else"));
    m_addressLabel->setText(tr("Where it goes"));
    m_addressField->setLabel(tr("Address"));
    m_noteField->setLabel(tr("Note to the kitchen"));
    showTables();
    showTableHint();
    showGuests();
    showAddresses();
    showMeaning();
}

void OrderDetails::setHead(const DraftHead &head)
{
    m_head = head;
    m_guest.reset();
    m_allergyFromGuest = false;
    m_lookup->stop();
    if (const auto call = std::exchange(m_guestCall, std::nullopt))
        m_archive.cancel(*call);
    m_table->setText(head.table);
    m_covers->setValue(head.covers * 1000LL);
    m_phone->setText(head.guestPhone);
    m_name->setText(head.guestName);
    m_address->setText(head.address);
    m_note->setText(head.note);
    m_allergy->setText(head.allergy);
    m_promise->setPromise(head.promiseMinutes, head.promiseText);
    setProblems({});
    showPad(nullptr);
    if (head.userId) {
        m_guestCall = m_archive.guest(*head.userId, [this](const PortAnswer<GuestCard> &answer) {
            m_guestCall.reset();
            if (answer && m_head.userId == answer.value->userId)
                knowGuest(*answer.value);
        });
    }
    showFields();
}

void OrderDetails::setFulfilment(Fulfilment fulfilment)
{
    m_head.fulfilment = fulfilment;
    showPad(nullptr);
    showFields();
}

void OrderDetails::showFields()
{
    m_tableBox->setVisible(m_head.fulfilment == Fulfilment::DineIn);
    m_addressBox->setVisible(m_head.fulfilment == Fulfilment::Delivery);
    showTables();
    showTableHint();
    showGuests();
    showAddresses();
    showMeaning();
}

void OrderDetails::showTables()
{
    m_knownTables = entry::knownTables(m_port.orders());
    QStringList texts;
    for (const QString &table : m_knownTables)
        texts << table;
    m_tables->setTexts(texts);
    m_tables->setVisible(!texts.isEmpty());
    const auto chosen = std::find(m_knownTables.begin(), m_knownTables.end(), m_head.table.trimmed());
    m_tables->setChosen(chosen == m_knownTables.end() ? -1 : int(chosen - m_knownTables.begin()));
    for (int i = 0; i < m_tables->count(); ++i)
        m_tables->button(i)->setAccessibleName(tr("Table %1").arg(texts.at(i)));
}

void OrderDetails::showTableHint()
{
    const QString table = m_head.table.trimmed();
    QStringList numbers;
    for (const DeskOrder &entry : m_port.orders()) {
        const Order &order = entry.order;
        if (order.fulfilment == Fulfilment::DineIn && !isClosed(order.status) && !table.isEmpty() &&
            foldForSearch(order.table) == foldForSearch(table))
            numbers << order.number;
    }
    m_tableField->setHint(numbers.isEmpty() ? QString()
                                            : tr("Already open at this table: %1").arg(numbers.join(u", ")));
}

void OrderDetails::handleTyped()
{
    const bool tableChanged = m_head.table != m_table->text();
    m_head.table = m_table->text();
    m_head.covers = int(m_covers->value() / 1000);
    m_head.guestPhone = m_phone->text();
    m_head.guestName = m_name->text();
    m_head.address = m_address->text();
    m_head.note = m_note->text();
    m_head.allergy = m_allergy->text();
    m_head.promiseMinutes = m_promise->minutes();
    m_head.promiseText = m_promise->text();
    if (tableChanged) {
        showTables();
        showTableHint();
    }
    say();
}

void OrderDetails::say()
{
    // What was wrong is being put right.
    setProblems({});
    showAddresses();
    showMeaning();
    Q_EMIT changed();
}

void OrderDetails::showMeaning()
{
    OrderDraft draft;
    draft.head = m_head;
    const QString zone = m_port.business().timeZone;
    const qint64 now = m_port.hubNowMs();
    const auto at = draft.promisedAt(now, zone);
    m_promise->setMeaning(at && *at > 0 ? tr("at %1").arg(ZoneClock(zone).moment(*at, now)) : QString());
    m_allergyWords->setVisible(m_allergyFromGuest);
    m_allergyWords->setText(tr("As in their last order. Ask whether it still holds."));
}

void OrderDetails::showGuests()
{
    for (ChoiceCard *card : std::exchange(m_guestCards, {})) {
        card->hide();
        card->deleteLater();
    }
    const bool isKnown = m_head.userId.has_value();
    m_forget->setVisible(isKnown);
    QString words;
    if (isKnown) {
        if (m_guest)
            words = m_guest->orderCount == 1 ? tr("A known guest: 1 order")
                                             : tr("A known guest: %n orders", nullptr, m_guest->orderCount);
        else
            words = tr("A known guest");
    } else {
        switch (m_lookup->state()) {
        case GuestLookup::State::Idle:
            break;
        case GuestLookup::State::Asking:
            words = tr("Looking for the guest…");
            break;
        case GuestLookup::State::Nobody:
            words = tr("A new guest: nobody is known by that.");
            break;
        case GuestLookup::State::Failed:
            words = m_lookup->failure().kind == PortFailure::Kind::Unreachable
                        ? tr("Guests cannot be looked up while the site does not answer. Go on without.")
                        : LinkText::failure(m_lookup->failure());
            break;
        case GuestLookup::State::Found:
            words = tr("Is it one of these? Enter takes the first.");
            break;
        }
        for (std::size_t i = 0; i < std::min(m_lookup->guests().size(), guestsShown); ++i) {
            const GuestCard &guest = m_lookup->guests()[i];
            auto *card = new ChoiceCard(m_look, this);
            card->setObjectName(QStringLiteral("guestCard"));
            QStringList below{guest.phone};
            if (guest.orderCount > 0)
                below << (guest.orderCount == 1 ? tr("1 order") : tr("%n orders", nullptr, guest.orderCount));
            if (!guest.addresses.empty())
                below << guest.addresses.front().address;
            below.removeAll(QString());
            card->setTexts(guest.name.isEmpty() ? tr("Without a name") : guest.name, below.join(QStringLiteral(" · ")),
                           guest.lastAllergy.isEmpty() ? QString() : tr("Allergy: %1").arg(guest.lastAllergy));
            connect(card, &ChoiceCard::clicked, this, [this, guest] { chooseGuest(guest); });
            card->installEventFilter(this);
            m_guestLayout->addWidget(card);
            card->show();
            setTabOrder(i == 0 ? static_cast<QWidget *>(m_name) : m_guestCards.back(), card);
            m_guestCards.push_back(card);
        }
    }
    m_guestWords->setText(words);
    m_guestWords->setVisible(!words.isEmpty());
}

void OrderDetails::chooseGuest(const GuestCard &guest)
{
    m_head.userId = guest.userId;
    m_head.guestPhone = guest.phone;
    if (!guest.name.isEmpty())
        m_head.guestName = guest.name;
    m_phone->setText(m_head.guestPhone);
    m_name->setText(m_head.guestName);
    if (!guest.lastAllergy.isEmpty() && m_head.allergy.trimmed().isEmpty()) {
        m_head.allergy = guest.lastAllergy;
        m_allergy->setText(guest.lastAllergy);
        m_allergyFromGuest = true;
    }
    if (!guest.addresses.empty() && m_head.address.trimmed().isEmpty())
        m_head.addressId = guest.addresses.front().id;
    m_lookup->stop();
    knowGuest(guest);
    (m_head.fulfilment == Fulfilment::Delivery && m_addressCards.empty() ? m_address : m_name)
        ->setFocus(Qt::OtherFocusReason);
    say();
}

void OrderDetails::knowGuest(const GuestCard &guest)
{
    m_guest = guest;
    showGuests();
    showAddresses();
}

void OrderDetails::forgetGuest()
{
    m_head.userId.reset();
    m_head.addressId.reset();
    m_guest.reset();
    if (m_allergyFromGuest) {
        m_allergyFromGuest = false;
        m_head.allergy.clear();
        m_allergy->setText(QString());
    }
    m_lookup->stop();
    showGuests();
    showAddresses();
}

void OrderDetails::showAddresses()
{
    const std::vector<GuestAddress> addresses = m_guest ? m_guest->addresses : std::vector<GuestAddress>();
    if (addresses.size() != m_addressCards.size()) {
        for (ChoiceCard *card : std::exchange(m_addressCards, {})) {
            card->hide();
            card->deleteLater();
        }
        for (std::size_t i = 0; i < addresses.size(); ++i) {
            auto *card = new ChoiceCard(m_look, m_addressBox);
            card->setObjectName(QStringLiteral("addressCard"));
            card->setCheckable(true);
            connect(card, &ChoiceCard::clicked, this, [this, i] {
                if (!m_guest || i >= m_guest->addresses.size())
                    return;
                m_head.addressId = m_guest->addresses[i].id;
                m_head.address.clear();
                m_address->clear();
                say();
            });
            m_addressLayout->addWidget(card);
            card->show();
            m_addressCards.push_back(card);
        }
    }
    for (std::size_t i = 0; i < addresses.size(); ++i) {
        m_addressCards[i]->setTexts(addresses[i].address, addresses[i].label);
        m_addressCards[i]->setChecked(m_head.address.trimmed().isEmpty() && m_head.addressId == addresses[i].id);
    }
    m_addressLabel->setVisible(!addresses.empty());
    m_addressField->setLabel(addresses.empty() ? tr("Address") : tr("Another address"));
    const bool isFromBefore = m_head.addressId && addresses.empty() && m_head.address.trimmed().isEmpty();
    m_addressField->setHint(isFromBefore ? tr("The address of their order before") : QString());
}

void OrderDetails::showPad(QLineEdit *target)
{
    if (target && m_pad->target() == target)
        target = nullptr;
    m_pad->setTarget(target);
    m_pad->setVisible(target != nullptr);
    if (!target)
        return;
    auto *box = qobject_cast<QVBoxLayout *>(layout());
    box->removeWidget(m_pad);
    box->insertWidget(target == m_table ? 1 : 2, m_pad);
    target->setFocus(Qt::OtherFocusReason);
}

void OrderDetails::setProblems(const std::vector<DraftProblem> &problems)
{
    using At = DraftProblem::At;
    m_problems = problems;
    const auto words = [&problems](At at) {
        const auto found = std::find_if(problems.begin(), problems.end(),
                                        [at](const DraftProblem &problem) { return problem.at == at; });
        return found == problems.end() ? QString() : DraftText::problem(*found, nullptr, nullptr, 1000);
    };
    m_tableField->setError(words(At::Table));
    m_addressField->setError(words(At::Address));
    m_phoneField->setError(words(At::Guest));
    m_promise->setProblem(words(At::Promise));
    const QString covers = words(At::Covers);
    m_coversLabel->setText(covers.isEmpty() ? tr("Guests at the table") : covers);
    entry::setRole(m_coversLabel, covers.isEmpty() ? QStringLiteral("caption") : QStringLiteral("error"));
}

bool OrderDetails::focusProblem()
{
    QWidget *wrong = !m_tableField->error().isEmpty()                         ? static_cast<QWidget *>(m_table)
                     : !m_phoneField->error().isEmpty()                       ? m_phone
                     : !m_addressField->error().isEmpty()                     ? m_address
                     : m_coversLabel->property("role").toString() == u"error" ? static_cast<QWidget *>(m_covers)
                                                                              : nullptr;
    if (!wrong && !m_promise->problem().isEmpty())
        wrong = m_promise->edit();
    if (!wrong)
        return false;
    wrong->setFocus(Qt::OtherFocusReason);
    entry::reveal(wrong);
    return true;
}

void OrderDetails::focusFirst()
{
    QLineEdit *first = m_head.fulfilment == Fulfilment::DineIn ? m_table : m_phone;
    first->setFocus(Qt::OtherFocusReason);
    first->selectAll();
    entry::reveal(first);
}

bool OrderDetails::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->modifiers() & ~Qt::KeypadModifier)
        return QWidget::eventFilter(watched, event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if ((watched == m_phone || watched == m_name) && !m_guestCards.empty()) {
        if (isEnter) {
            m_guestCards.front()->click();
            return true;
        }
        if (key->key() == Qt::Key_Down) {
            m_guestCards.front()->setFocus(Qt::OtherFocusReason);
            entry::reveal(m_guestCards.front());
            return true;
        }
    }
    const auto at = std::find(m_guestCards.begin(), m_guestCards.end(), watched);
    if (at != m_guestCards.end()) {
        if (isEnter) {
            (*at)->click();
            return true;
        }
        if (key->key() == Qt::Key_Down && at + 1 != m_guestCards.end()) {
            (*(at + 1))->setFocus(Qt::OtherFocusReason);
            return true;
        }
        if (key->key() == Qt::Key_Up) {
            (at == m_guestCards.begin() ? static_cast<QWidget *>(m_phone) : *(at - 1))->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void OrderDetails::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        setProblems(std::vector<DraftProblem>(m_problems));
    }
    QWidget::changeEvent(event);
}

} // namespace oshaq
