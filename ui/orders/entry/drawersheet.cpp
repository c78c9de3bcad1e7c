// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/entry/drawersheet.h"

#include "models/domain/uuid7.h"
#include "ui/common/choicerow.h"
#include "ui/common/field.h"
#include "ui/common/formats.h"
#include "ui/common/linktext.h"
#include "ui/common/stepper.h"
#include "ui/common/touchbutton.h"
#include "ui/common/zoneclock.h"
#include "ui/orders/entry/cashcounter.h"
#include "ui/orders/entry/entrywidgets.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>
#include <array>
#include <utility>

namespace oshaq {

namespace {

constexpr int maxReason = 200;
constexpr int figurePlaces = 6;

QString payInReasons(int index)
{
    switch (index) {
    case 0:
        return DrawerSheet::tr("More change");
    case 1:
        return DrawerSheet::tr("From the safe");
    default:
        return DrawerSheet::tr("A courier's cash");
    }
}

QString payOutReasons(int index)
{
    switch (index) {
    case 0:
        return DrawerSheet::tr("To the safe");
    case 1:
        return DrawerSheet::tr("A supplier");
    default:
        return DrawerSheet::tr("Change for a courier");
    }
}

constexpr int reasonCount = 3;

QString differenceWords(qint64 minor, const Currency &currency)
{
    if (minor == 0)
        return DrawerSheet::tr("Exactly what should be there.");
    return minor > 0 ? DrawerSheet::tr("%1 more than there should be.").arg(formats::money(minor, currency))
                     : DrawerSheet::tr("%1 is missing.").arg(formats::money(-minor, currency));
}

} // namespace

DrawerSheet::DrawerSheet(OrdersPort &port, TillPort &till, const Look &look, QWidget *parent)
    : EntrySheet(look, Place::Right, 760, parent)
    , m_port(port)
    , m_till(till)
    , m_state(entry::label(QStringLiteral("muted"), nullptr))
    , m_grid(new QGridLayout)
    , m_tasks(new ChoiceRow(look))
    , m_form(new QWidget)
    , m_amount(new QLineEdit)
    , m_amountField(new Field(m_amount))
    , m_reasons(new ChoiceRow(look))
    , m_reason(new QLineEdit)
    , m_reasonField(new Field(m_reason))
    , m_pad(new NumberPad(look, false))
    , m_counter(new CashCounter(look))
    , m_sum(new QLineEdit)
    , m_sumField(new Field(m_sum))
    , m_difference(entry::label(QStringLiteral("strong"), nullptr))
    , m_note(new QLineEdit)
    , m_noteField(new Field(m_note))
    , m_logTitle(entry::label(QStringLiteral("strong"), nullptr))
    , m_log(entry::label(QStringLiteral("caption"), nullptr))
{
    setObjectName(QStringLiteral("drawerSheet"));
    m_tasks->setObjectName(QStringLiteral("drawerTasks"));
    m_reasons->setObjectName(QStringLiteral("drawerReasons"));
    const std::array edits{std::pair(m_amount, "drawerAmount"), std::pair(m_reason, "drawerReason"),
                           std::pair(m_sum, "drawerSum"), std::pair(m_note, "drawerNote")};
    for (const auto &[edit, name] : edits) {
        edit->setObjectName(QLatin1String(name));
        edit->setMaxLength(maxReason);
        edit->installEventFilter(this);
    }
    for (int i = 0; i < figurePlaces; ++i) {
        Figure figure{entry::label(QStringLiteral("muted"), nullptr), entry::label(QStringLiteral("strong"), nullptr)};
        figure.value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        figure.value->setWordWrap(false);
        const int row = i / 2;
        const int column = (i % 2) * 3;
        m_grid->addWidget(figure.name, row, column);
        m_grid->addWidget(figure.value, row, column + 1);
        m_figures.push_back(figure);
    }
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(3, 1);

    auto *left = new QVBoxLayout;
    left->addWidget(m_amountField);
    left->addWidget(m_reasons);
    left->addWidget(m_reasonField);
    left->addStretch(1);
    auto *right = new QVBoxLayout;
    right->addWidget(m_pad);
    right->addStretch(1);
    auto *columns = new QHBoxLayout(m_form);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->addLayout(left, 3);
    columns->addLayout(right, 2);
    m_columns = {left, right};

    body()->addWidget(m_state);
    body()->addLayout(m_grid);
    body()->addWidget(m_tasks);
    body()->addWidget(m_form);
    body()->addWidget(m_counter);
    body()->addWidget(m_sumField);
    body()->addWidget(m_difference);
    body()->addWidget(m_noteField);
    body()->addWidget(m_logTitle);
    body()->addWidget(m_log);
    body()->addStretch(1);

    connect(m_tasks, &ChoiceRow::picked, this, [this] {
        say(QString(), false);
        m_reasons->setChosen(-1);
        showTask();
        firstField()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_reasons, &ChoiceRow::picked, this, [this](int index) {
        m_reason->setText(task() == Task::PayIn ? payInReasons(index) : payOutReasons(index));
        m_reasonField->setError(QString());
    });
    connect(m_reason, &QLineEdit::textEdited, this, [this] {
        m_reasons->setChosen(-1);
        m_reasonField->setError(QString());
    });
    connect(m_amount, &QLineEdit::textEdited, this, [this] {
        m_typedAmount = typed(m_amount);
        m_amountField->setError(QString());
        showButton();
    });
    connect(m_counter, &CashCounter::changed, this, [this] {
        m_typedSum = m_counter->sumMinor();
        m_sum->setText(formats::amount(*m_typedSum, currency()));
        m_sumField->setError(QString());
        showDifference();
    });
    connect(m_sum, &QLineEdit::textEdited, this, [this] {
        m_typedSum = typed(m_sum);
        m_sumField->setError(QString());
        showDifference();
    });
    setLook(look);
    retranslate();
}

DrawerSheet::~DrawerSheet()
{
    forgetCall();
    if (m_sendCall != 0)
        m_till.cancel(m_sendCall);
}

void DrawerSheet::forgetCall()
{
    if (m_call != 0)
        m_till.cancel(std::exchange(m_call, 0));
}

void DrawerSheet::setLook(const Look &look)
{
    m_tasks->setLook(look);
    m_reasons->setLook(look);
    m_pad->setLook(look);
    m_counter->setLook(look);
    m_form->layout()->setSpacing(look.px(20));
    for (QLayout *column : m_columns)
        column->setSpacing(look.px(10));
    m_grid->setHorizontalSpacing(look.px(12));
    m_grid->setVerticalSpacing(look.px(6));
    m_grid->setColumnMinimumWidth(2, look.px(16));
    EntrySheet::setLook(look);
}

void DrawerSheet::retranslate()
{
    EntrySheet::retranslate();
    setTitle(tr("Cash drawer"));
    const int task = m_tasks->chosen();
    m_tasks->setTexts({tr("Put in"), tr("Take out"), tr("Count"), tr("Close")});
    m_tasks->setAccessibleName(tr("What to do with the drawer"));
    m_tasks->setChosen(task < 0 ? 0 : task);
    for (int i = 0; i < m_tasks->count(); ++i)
        m_tasks->button(i)->setKeys({QStringLiteral("F%1").arg(6 + i)});
    m_reasons->setAccessibleName(tr("Usual reasons"));
    m_reasonField->setLabel(tr("What for"));
    m_sumField->setLabel(tr("Counted, all together"));
    m_sumField->setHint(tr("Count note by note, or write the sum."));
    m_noteField->setLabel(tr("Note on the difference"));
    m_logTitle->setText(tr("So far"));
    leaveStrip()->setTexts(tr("The count is not written down."), tr("Keep it for later"), tr("Forget it"),
                           tr("Go on counting"));
    showAll();
}

DrawerSheet::Task DrawerSheet::task() const
{
    return static_cast<Task>(std::max(0, m_tasks->chosen()));
}

bool DrawerSheet::isCounting() const
{
    return isOpenHere() && (task() == Task::Count || task() == Task::Close);
}

Currency DrawerSheet::currency() const
{
    if (m_drawer)
        return m_drawer->session.currency;
    const auto known = Currency::fromCode(m_port.business().currency);
    return known ? *known : Currency();
}

std::optional<qint64> DrawerSheet::typed(const QLineEdit *edit) const
{
    return formats::readAmount(edit->text(), currency());
}

qint64 DrawerSheet::foundMinor() const
{
    return m_typedSum.value_or(0);
}

void DrawerSheet::begin()
{
    if (isClosedNow()) {
        m_drawer.reset();
        m_known = false;
    }
    say(QString(), false);
    // A count that was kept goes on.
    if (!wouldLose())
        m_tasks->setChosen(0);
    m_key = makeUuid7(m_port.hubNowMs());
    ask();
    showAll();
    open(firstField());
}

QWidget *DrawerSheet::firstField() const
{
    return isCounting() ? m_counter->stepper(0)->focusProxy() : m_amount;
}

void DrawerSheet::ask()
{
    forgetCall();
    m_failure.reset();
    m_call = m_till.openDrawers([this](const PortAnswer<std::vector<DrawerView>> &answer) {
        m_call = 0;
        if (!answer) {
            m_failure = answer.failure;
            showAll();
            return;
        }
        const auto here =
            std::find_if(answer.value->begin(), answer.value->end(), [](const DrawerView &one) { return one.isHere; });
        if (here == answer.value->end()) {
            m_known = true;
            m_drawer.reset();
            showAll();
            return;
        }
        // With what was moved by hand.
        m_call = m_till.drawer(here->session.id, [this](const PortAnswer<DrawerView> &one) {
            m_call = 0;
            if (one) {
                take(*one.value);
            } else {
                m_failure = one.failure;
                showAll();
            }
        });
    });
}

void DrawerSheet::take(const DrawerView &view)
{
    if (!m_drawer || m_drawer->session.id != view.session.id) {
        clearForm();
        m_counter->begin(view.session.currency);
    }
    m_known = true;
    m_failure.reset();
    m_drawer = view;
    showAll();
}

void DrawerSheet::clearForm()
{
    for (QLineEdit *edit : {m_amount, m_reason, m_sum, m_note})
        edit->clear();
    for (Field *field : {m_amountField, m_reasonField, m_sumField, m_noteField})
        field->setError(QString());
    m_typedAmount.reset();
    m_typedSum.reset();
    m_reasons->setChosen(-1);
    m_counter->begin(currency());
}

void DrawerSheet::showAll()
{
    showState();
    showFigures();
    showTask();
    showLog();
}

void DrawerSheet::showState()
{
    QString text;
    const ZoneClock clock(m_port.business().timeZone);
    const qint64 nowMs = m_port.hubNowMs();
    if (m_failure) {
        text = LinkText::failure(*m_failure);
    } else if (!m_known) {
        text = tr("Asking for the drawer…");
    } else if (!m_drawer) {
        text = tr("No drawer is open here. Cash can be taken all the same, but it is counted in no drawer.");
    } else if (isOpenHere()) {
        const DrawerSession &session = m_drawer->session;
        const QString since = clock.moment(session.openedAtMs, nowMs);
        text = session.openedBy.isEmpty() ? tr("Open since %1.").arg(since)
                                          : tr("%1 opened it: %2.").arg(session.openedBy, since);
        if (!session.terminalName.isEmpty())
            text += u' ' + tr("It stands at the screen “%1”.").arg(session.terminalName);
    } else {
        const DrawerSession &session = m_drawer->session;
        const QString at = clock.moment(session.closedAtMs.value_or(0), nowMs);
        text =
            session.closedBy.isEmpty() ? tr("Closed: %1.").arg(at) : tr("%1 closed it: %2.").arg(session.closedBy, at);
    }
    m_state->setText(text);
    entry::setRole(m_state, m_failure ? QStringLiteral("error") : QStringLiteral("muted"));
}

void DrawerSheet::showFigures()
{
    std::vector<std::pair<QString, QString>> figures;
    if (m_drawer && !m_failure) {
        const DrawerSession &session = m_drawer->session;
        const Currency cash = session.currency;
        const auto money = [&cash](qint64 minor) { return formats::money(minor, cash); };
        //: Change that is in the drawer to begin with
        figures.emplace_back(tr("Float"), money(session.floatMinor));
        figures.emplace_back(tr("Put in by hand"), money(session.paidInMinor));
        figures.emplace_back(tr("Cash payments: %1").arg(session.sales), money(session.salesMinor));
        figures.emplace_back(tr("Taken out by hand"), money(-session.paidOutMinor));
        figures.emplace_back(tr("Given back to guests: %1").arg(session.refunds), money(-session.refundsMinor));
        figures.emplace_back(tr("Should be in it"), money(session.expectedMinor()));
    }
    for (std::size_t i = 0; i < m_figures.size(); ++i) {
        const bool isShown = i < figures.size();
        m_figures[i].name->setVisible(isShown);
        m_figures[i].value->setVisible(isShown);
        if (isShown) {
            m_figures[i].name->setText(figures[i].first);
            m_figures[i].value->setText(figures[i].second);
        }
    }
    // The one that counts.
    if (!figures.empty())
        entry::setRole(m_figures[figures.size() - 1].value, QStringLiteral("title"));
}

void DrawerSheet::showTask()
{
    const bool isOpening = m_known && !m_failure && !m_drawer;
    const bool isMoving = isOpenHere() && !m_failure && !isCounting();
    const bool counts = isCounting() && !m_failure;
    m_tasks->setVisible(isOpenHere() && !m_failure);
    m_form->setVisible(isOpening || isMoving);
    m_reasons->setVisible(isMoving);
    m_reasonField->setVisible(isMoving);
    m_counter->setVisible(counts);
    m_sumField->setVisible(counts);
    m_noteField->setVisible(counts && task() == Task::Close);
    m_amountField->setLabel(isOpening                ? tr("Float: the change that is in it now")
                            : task() == Task::PayOut ? tr("How much is taken out")
                                                     : tr("How much is put in"));
    QStringList reasons;
    for (int i = 0; i < reasonCount; ++i)
        reasons << (task() == Task::PayOut ? payOutReasons(i) : payInReasons(i));
    m_reasons->setTexts(reasons);
    showDifference();
    showButton();
}

void DrawerSheet::showDifference()
{
    QString text;
    qint64 difference = 0;
    if (m_failure) {
        // Nothing is known.
    } else if (isClosedNow()) {
        if (const DrawerCount *closing = m_drawer->session.closing()) {
            difference = closing->differenceMinor();
            text = tr("Counted: %1.").arg(formats::money(closing->countedMinor, currency())) + u' ' +
                   differenceWords(difference, currency());
        }
    } else if (isCounting() && m_typedSum) {
        difference = *m_typedSum - m_drawer->session.expectedMinor();
        text = differenceWords(difference, currency());
    }
    m_difference->setText(text);
    m_difference->setVisible(!text.isEmpty());
    entry::setRole(m_difference, difference < 0 ? QStringLiteral("error") : QStringLiteral("strong"));
    showButton();
}

void DrawerSheet::showLog()
{
    QStringList lines;
    if (m_drawer && !m_failure) {
        const ZoneClock clock(m_port.business().timeZone);
        const qint64 nowMs = m_port.hubNowMs();
        const Currency cash = currency();
        std::vector<std::pair<qint64, QString>> entries;
        for (const DrawerMove &move : m_drawer->session.moves) {
            const qint64 signedMinor = move.kind == DrawerMoveKind::PayOut ? -move.amountMinor : move.amountMinor;
            QStringList parts{clock.moment(move.madeAtMs, nowMs), formats::money(signedMinor, cash), move.reason};
            if (!move.madeBy.isEmpty())
                parts << move.madeBy;
            entries.emplace_back(move.madeAtMs, parts.join(QStringLiteral(" · ")));
        }
        for (const DrawerCount &count : m_drawer->session.counts) {
            QStringList parts{clock.moment(count.madeAtMs, nowMs),
                              tr("counted %1").arg(formats::money(count.countedMinor, cash)),
                              differenceWords(count.differenceMinor(), cash)};
            if (!count.madeBy.isEmpty())
                parts << count.madeBy;
            entries.emplace_back(count.madeAtMs, parts.join(QStringLiteral(" · ")));
        }
        std::stable_sort(entries.begin(), entries.end(),
                         [](const auto &a, const auto &b) { return a.first > b.first; });
        for (const auto &[ms, text] : entries)
            lines << text;
    }
    m_log->setText(lines.join(u'\n'));
    m_log->setVisible(!lines.isEmpty());
    m_logTitle->setVisible(!lines.isEmpty());
}

void DrawerSheet::showButton()
{
    const Currency cash = currency();
    const QString amount = formats::money(m_typedAmount.value_or(0), cash);
    QString text;
    if (m_failure)
        text = tr("Ask again");
    else if (isClosedNow())
        text = tr("Done");
    else if (!m_drawer)
        text = tr("Open with %1").arg(amount);
    else if (task() == Task::PayIn)
        text = tr("Put %1 in").arg(amount);
    else if (task() == Task::PayOut)
        text = tr("Take %1 out").arg(amount);
    else if (task() == Task::Count)
        text = tr("Write the count down");
    else
        text = tr("Close the drawer");
    doneButton()->setText(text);
    doneButton()->setEnabled(m_sendCall == 0 && (m_known || m_failure));
    doneButton()->setKeys(isClosedNow() ? QStringList{QStringLiteral("Enter")}
                                        : QStringList{QStringLiteral("Ctrl"), QStringLiteral("Enter")});
}

void DrawerSheet::submit()
{
    if (isClosedNow()) {
        close();
    } else if (m_failure) {
        ask();
        showAll();
    } else if (!m_known || m_sendCall != 0) {
        return;
    } else if (!m_drawer) {
        sendOpening();
    } else if (isCounting()) {
        sendCount();
    } else {
        sendMove();
    }
}

template <typename Call> void DrawerSheet::send(Call call)
{
    say([] { return tr("Writing it down at the site…"); }, false);
    m_sendCall = call();
    showButton();
}

void DrawerSheet::sendOpening()
{
    const auto amount = m_amount->text().trimmed().isEmpty() ? std::optional<qint64>(0) : typed(m_amount);
    if (!amount || *amount < 0) {
        m_amountField->setProblem([] { return tr("Write an amount, or nothing."); });
        m_amount->setFocus(Qt::OtherFocusReason);
        return;
    }
    send([this, &amount] {
        return m_till.openDrawer(m_key, *amount, [this](const PortAnswer<DrawerView> &answer) {
            m_sendCall = 0;
            if (!answer) {
                failed(answer.failure);
                return;
            }
            m_key = makeUuid7(m_port.hubNowMs());
            take(*answer.value);
            say([] { return tr("The drawer is open."); }, false);
        });
    });
}

void DrawerSheet::sendMove()
{
    const auto amount = typed(m_amount);
    const qint64 expected = m_drawer->session.expectedMinor();
    if (!amount || *amount <= 0) {
        m_amountField->setProblem([] { return tr("Write an amount."); });
        m_amount->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (task() == Task::PayOut && *amount > expected) {
        m_amountField->setProblem([expected, cash = currency()] {
            return tr("No more than %1 should be in it.").arg(formats::money(expected, cash));
        });
        m_amount->setFocus(Qt::OtherFocusReason);
        return;
    }
    const QString reason = m_reason->text().simplified();
    if (reason.isEmpty()) {
        m_reasonField->setProblem([] { return tr("Choose what for, or write it."); });
        m_reason->setFocus(Qt::OtherFocusReason);
        return;
    }
    TillPort::CashMove move;
    move.key = m_key;
    move.drawerId = m_drawer->session.id;
    move.kind = task() == Task::PayIn ? DrawerMoveKind::PayIn : DrawerMoveKind::PayOut;
    move.amountMinor = *amount;
    move.reason = reason;
    send([this, &move] {
        return m_till.moveCash(move, [this, move](const PortAnswer<DrawerView> &answer) {
            m_sendCall = 0;
            if (!answer) {
                failed(answer.failure);
                return;
            }
            m_key = makeUuid7(m_port.hubNowMs());
            clearForm();
            take(*answer.value);
            say(
                [amount = move.amountMinor, kind = move.kind, cash = currency()] {
                    const QString money = formats::money(amount, cash);
                    return kind == DrawerMoveKind::PayIn ? tr("Put in: %1.").arg(money)
                                                         : tr("Taken out: %1.").arg(money);
                },
                false);
        });
    });
}

void DrawerSheet::sendCount()
{
    const auto sum = typed(m_sum);
    if (!m_counter->isValid()) {
        say([] { return tr("Look at the marked numbers."); }, true);
        return;
    }
    if (!sum || *sum < 0) {
        m_sumField->setProblem([] { return tr("Count what is in it, or write 0."); });
        m_sum->setFocus(Qt::OtherFocusReason);
        return;
    }
    TillPort::CashCount count;
    count.key = m_key;
    count.drawerId = m_drawer->session.id;
    count.countedMinor = *sum;
    // A sum that somebody wrote themselves stands without the notes.
    if (m_counter->sumMinor() == *sum)
        count.pieces = m_counter->pieces();
    count.closes = task() == Task::Close;
    count.note = count.closes ? m_note->text().simplified() : QString();
    count.version = m_drawer->session.version;
    send([this, &count] {
        return m_till.countCash(count, [this](const PortAnswer<DrawerView> &answer) {
            m_sendCall = 0;
            if (!answer) {
                failed(answer.failure);
                return;
            }
            m_key = makeUuid7(m_port.hubNowMs());
            clearForm();
            take(*answer.value);
            if (m_drawer->session.counts.empty())
                return;
            say(
                [made = m_drawer->session.counts.back(), cash = currency(), isClosed = isClosedNow()] {
                    const QString begin = isClosed ? tr("The drawer is closed.")
                                                   : tr("Counted: %1.").arg(formats::money(made.countedMinor, cash));
                    return begin + u' ' + differenceWords(made.differenceMinor(), cash);
                },
                false);
            if (isClosedNow())
                doneButton()->setFocus(Qt::OtherFocusReason);
        });
    });
}

void DrawerSheet::failed(const PortFailure &failure)
{
    // An answer says that nothing was written; without one nobody knows, and the key stays.
    const bool isAnswer = failure.kind == PortFailure::Kind::Refused || failure.kind == PortFailure::Kind::SignIn;
    if (isAnswer) {
        m_key = makeUuid7(m_port.hubNowMs());
        ask();
    }
    showAll();
    say(
        [failure, isAnswer] {
            const QString words = failure.errorCode == u"ALREADY_EXISTS"
                                      ? tr("Somebody opened the drawer here already.")
                                      : LinkText::failure(failure);
            return isAnswer ? words : words + u' ' + tr("What you typed stays; nothing is written twice.");
        },
        true);
}

void DrawerSheet::discard()
{
    clearForm();
    m_tasks->setChosen(0);
    showAll();
}

bool DrawerSheet::wouldLose() const
{
    return isCounting() && !m_counter->pieces().empty();
}

QString DrawerSheet::stateText() const
{
    return m_state->text();
}

QString DrawerSheet::differenceText() const
{
    return m_difference->isHidden() ? QString() : m_difference->text();
}

QStringList DrawerSheet::figures() const
{
    QStringList all;
    for (const Figure &figure : m_figures) {
        if (!figure.value->isHidden())
            all << figure.name->text() + QStringLiteral(": ") + figure.value->text();
    }
    return all;
}

QString DrawerSheet::logText() const
{
    return m_log->text();
}

bool DrawerSheet::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn && (watched == m_amount || watched == m_sum))
        m_pad->setTarget(static_cast<QLineEdit *>(watched));
    return EntrySheet::eventFilter(watched, event);
}

void DrawerSheet::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        // "41,200" is another amount where commas begin the decimals.
        if (m_typedAmount)
            m_amount->setText(formats::amount(*m_typedAmount, currency()));
        if (m_typedSum)
            m_sum->setText(formats::amount(*m_typedSum, currency()));
    }
    EntrySheet::changeEvent(event);
}

void DrawerSheet::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const int task = event->key() - Qt::Key_F6;
    if (isClosedNow() && isEnter) {
        close();
    } else if (isOpenHere() && task >= 0 && task < m_tasks->count()) {
        entry::click(m_tasks->button(task));
    } else {
        EntrySheet::keyPressEvent(event);
        return;
    }
    event->accept();
}

} // namespace oshaq
