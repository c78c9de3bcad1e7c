// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/firststart/joinpanel.h"

#include "ui/common/band.h"
#include "ui/common/choicerow.h"
#include "ui/common/digitsview.h"
#include "ui/common/field.h"
#include "ui/common/linktext.h"
#include "ui/common/pairingtext.h"
#include "ui/common/stateview.h"
#include "ui/common/touchbutton.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QUrl>

#include <utility>

namespace oshaq {

namespace {

constexpr int longestName = 60;
constexpr int longestUrl = 500; // a link of a pairing

/// As people copy it from the other screen: the scheme may be missing.
QString cleanUrl(const QString &typed)
{
    QString url = typed.trimmed();
    while (url.endsWith(u'/') && !url.endsWith(u"://"))
        url.chop(1);
    return url.isEmpty() || url.contains(u"://") ? url : QStringLiteral("https://") + url;
}

bool isUrl(const QString &url)
{
    const QUrl parsed(url, QUrl::StrictMode);
    return parsed.isValid() && !parsed.host().isEmpty() && parsed.userInfo().isEmpty() && parsed.path().isEmpty() &&
           !parsed.hasQuery() && (parsed.scheme() == u"http" || parsed.scheme() == u"https");
}

bool isPlain(const QString &url)
{
    return url.startsWith(u"http://", Qt::CaseInsensitive);
}

} // namespace

JoinPanel::JoinPanel(SetupPort &setup, const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_setup(setup)
    , m_form(new QWidget(this))
    , m_band(new Band(look, m_form))
    , m_hubs(new ChoiceRow(look, m_form))
    , m_url(new QLineEdit(m_form))
    , m_code(new QLineEdit(m_form))
    , m_name(new QLineEdit(m_form))
    , m_comparing(new QWidget(this))
    , m_question(new QLabel(m_comparing))
    , m_digits(new DigitsView(look, m_comparing))
    , m_advice(new QLabel(m_comparing))
    , m_differ(new TouchButton(look, m_comparing))
    , m_refusal(new StateView(look, this))
    , m_formLayout(new QVBoxLayout(m_form))
    , m_comparingLayout(new QVBoxLayout(m_comparing))
{
    m_hubs->setObjectName(QStringLiteral("firstHubs"));
    m_url->setObjectName(QStringLiteral("firstUrl"));
    m_code->setObjectName(QStringLiteral("firstCode"));
    m_name->setObjectName(QStringLiteral("firstName"));
    m_digits->setObjectName(QStringLiteral("firstDigits"));
    m_differ->setObjectName(QStringLiteral("firstDiffer"));
    m_refusal->setObjectName(QStringLiteral("firstRefusal"));
    m_url->setMaxLength(longestUrl);
    m_code->setMaxLength(20);
    m_name->setMaxLength(longestName);
    m_hubsField = new Field(m_hubs, m_form);
    m_urlField = new Field(m_url, m_form);
    m_codeField = new Field(m_code, m_form);
    m_nameField = new Field(m_name, m_form);
    m_formLayout->addWidget(m_band);
    for (Field *field : {m_nameField, m_hubsField, m_urlField, m_codeField})
        m_formLayout->addWidget(field);
    m_question->setWordWrap(true);
    m_advice->setWordWrap(true);
    m_advice->setProperty("role", QStringLiteral("muted"));
    m_differ->setKind(TouchButton::Kind::Danger);
    m_differ->setTakesFocus(true);
    m_comparingLayout->addWidget(m_question);
    m_comparingLayout->addWidget(m_digits);
    m_comparingLayout->addWidget(m_advice);
    m_comparingLayout->addWidget(m_differ, 0, Qt::AlignLeft);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_form);
    layout->addWidget(m_comparing);
    layout->addWidget(m_refusal, 1);

    connect(&m_setup, &SetupPort::hubsChanged, this, &JoinPanel::showHubs);
    connect(m_hubs, &ChoiceRow::picked, this, [this](int index) {
        if (size_t(index) >= m_shown.hubs.size())
            return;
        m_url->setText(m_shown.hubs[size_t(index)].url);
        handleTyped();
    });
    connect(m_url, &QLineEdit::textChanged, this, &JoinPanel::handleTyped);
    for (const auto &[line, field] : {std::pair(m_url, m_urlField), {m_code, m_codeField}, {m_name, m_nameField}}) {
        connect(line, &QLineEdit::textEdited, this, [field = field] { field->setError(QString()); });
        connect(line, &QLineEdit::returnPressed, this, &JoinPanel::goOn);
    }
    connect(m_differ, &TouchButton::clicked, this, &JoinPanel::differ);
    retranslate();
    showState();
    setLook(look);
}

JoinPanel::~JoinPanel()
{
    const QSignalBlocker silence(this); // who listens is going too
    leave();
}

void JoinPanel::enter()
{
    m_looks = true;
    showHubs();
}

void JoinPanel::leave()
{
    if (m_call != 0) {
        m_setup.cancel(std::exchange(m_call, 0));
        Q_EMIT busyChanged(false);
    }
    if (m_state == State::Comparing || m_state == State::Waiting)
        m_setup.refuseDigits();
    m_failure.reset();
    setState(State::Asking);
}

// ---- which hub

void JoinPanel::showHubs()
{
    if (m_looks)
        m_shown = m_setup.foundHubs();
    QStringList texts;
    int chosen = -1;
    for (const FoundHub &hub : m_shown.hubs) {
        if (hub.url == cleanUrl(m_url->text()))
            chosen = int(texts.size());
        texts << QStringLiteral("%1 · %2").arg(hub.name, QUrl(hub.url).host());
    }
    m_hubs->setTexts(texts);
    m_hubs->setChosen(chosen);
    m_hubs->setVisible(!texts.isEmpty());
    if (!m_shown.works)
        m_hubsField->setHint(tr("This computer cannot look for others: Avahi does not run on it."));
    else if (texts.isEmpty())
        m_hubsField->setHint(tr("None has been found yet. It is found when it is open for other screens."));
    else
        m_hubsField->setHint(tr("Choose one, then compare six digits with it."));
}

void JoinPanel::handleTyped()
{
    m_urlField->setError(QString());
    showTyped();
}

/// What the address asks for.
void JoinPanel::showTyped()
{
    const QString url = cleanUrl(m_url->text());
    m_codeField->setVisible(isPlain(url));
    for (size_t i = 0; i < m_shown.hubs.size(); ++i)
        m_hubs->setChosen(int(i), m_shown.hubs[i].url == url);
}

bool JoinPanel::checkFields(bool needsCode)
{
    for (Field *field : {m_urlField, m_codeField, m_nameField})
        field->setError(QString());
    if (m_name->text().trimmed().isEmpty())
        m_nameField->setProblem([] { return tr("Give it a name."); });
    if (needsCode && m_code->text().trimmed().isEmpty())
        m_codeField->setProblem([] { return tr("The main computer shows the code."); });
    const QString typed = m_url->text();
    if (PairingLink::looksLikeOne(typed)) {
        if (!PairingLink::fromText(typed))
            m_urlField->setProblem([] { return tr("This code was not read whole. Scan it again."); });
    } else if (!isUrl(cleanUrl(typed))) {
        m_urlField->setProblem([] { return tr("An address such as https://192.168.1.10:8787"); });
    }
    for (Field *field : {m_nameField, m_urlField, m_codeField}) {
        if (!field->error().isEmpty()) {
            field->editor()->setFocus(Qt::OtherFocusReason);
            return false;
        }
    }
    return true;
}

void JoinPanel::goOn()
{
    if (m_call != 0)
        return;
    switch (m_state) {
    case State::Asking:
        join();
        break;
    case State::Comparing:
        setState(State::Waiting);
        call(m_setup.agreeDigits([this](const PortAnswer<PortNothing> &answer) {
            call(0, false);
            if (answer)
                Q_EMIT joined();
            else
                fail(answer.failure);
        }),
             true);
        break;
    case State::Waiting:
        break;
    case State::Refused:
        leave();
        break;
    }
}

void JoinPanel::join()
{
    const QString typed = m_url->text().trimmed();
    const QString url = cleanUrl(typed);
    if (!checkFields(isPlain(url)))
        return;
    m_band->setMessage(QString(), Band::Tone::Alarm);
    m_failure.reset();
    const QString name = m_name->text().trimmed();
    const auto come = [this](const PortAnswer<PortNothing> &answer) {
        call(0, false);
        if (answer)
            Q_EMIT joined();
        else
            fail(answer.failure);
    };
    if (PairingLink::looksLikeOne(typed)) {
        const auto link = PairingLink::fromText(typed);
        if (!link)
            return;
        m_asked = link->url;
        call(m_setup.joinByLink(*link, name, come), true);
    } else if (isPlain(url)) {
        m_asked = url;
        call(m_setup.join(url, m_code->text().trimmed(), name, come), true);
    } else {
        m_asked = url;
        call(m_setup.compareDigits(url, name,
                                   [this](const PortAnswer<QString> &answer) {
                                       call(0, false);
                                       if (!answer)
                                           return fail(answer.failure);
                                       m_digits->setDigits(*answer.value);
                                       setState(State::Comparing);
                                   }),
             true);
    }
}

void JoinPanel::call(PortCall call, bool isBusy)
{
    m_call = call;
    Q_EMIT busyChanged(isBusy);
}

void JoinPanel::differ()
{
    leave();
    fail({PortFailure::Kind::Refused, QStringLiteral("PAIRING_REFUSED"), {}, {}});
}

void JoinPanel::fail(const PortFailure &failure)
{
    m_failure = failure;
    const bool isPlace = failure.errorCode == u"CREDENTIALS_WRONG" && isPlain(m_asked);
    if (isPlace) {
        m_codeField->setProblem(
            [] { return tr("This code lets nobody in: it was used, is too old, or is not the one shown."); });
        m_failure.reset();
        setState(State::Asking);
        m_code->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (PairingText::refusal(failure, m_asked)) {
        // What was scanned is of no use a second time, except when somebody else answered.
        if (PairingLink::looksLikeOne(m_url->text()))
            m_url->clear();
        setState(State::Refused);
        return;
    }
    setState(State::Asking);
}

// ---- states

void JoinPanel::setState(State state)
{
    m_state = state;
    showState();
    Q_EMIT wordsChanged();
    if (state == State::Comparing || state == State::Waiting)
        m_differ->setFocus(Qt::OtherFocusReason);
}

void JoinPanel::showState()
{
    const bool compares = m_state == State::Comparing || m_state == State::Waiting;
    m_form->setVisible(m_state == State::Asking);
    m_comparing->setVisible(compares);
    m_refusal->setVisible(m_state == State::Refused);
    m_band->setMessage(m_state == State::Asking && m_failure ? LinkText::failure(*m_failure) : QString(),
                       Band::Tone::Alarm);
    if (compares) {
        m_question->setText(tr("Does the main computer show the same six digits?"));
        m_advice->setText(m_state == State::Waiting
                              ? tr("Here they are the same. This screen comes in when it is confirmed there too.")
                              : tr("They stand there in the settings under Screens. If they differ, somebody may sit "
                                   "between the two computers."));
    }
    if (m_state == State::Refused && m_failure) {
        const auto words = PairingText::refusal(*m_failure, m_asked);
        m_refusal->setState(QStringLiteral("warning"), words ? words->title : QString(),
                            words ? words->text : QString());
    }
}

QString JoinPanel::nextText() const
{
    switch (m_state) {
    case State::Asking:
        return tr("Join");
    case State::Comparing:
    case State::Waiting:
        return tr("They are the same");
    case State::Refused:
        return tr("Try again");
    }
    return {};
}

void JoinPanel::retranslate()
{
    m_hubsField->setLabel(tr("Main computers on this network"));
    m_urlField->setLabel(tr("Or what it shows: the scanned code, or its address"));
    m_urlField->setHint(tr("There in the settings under Screens, press \"Let a new screen in\". A scanner that types, or "
                           "a paste, goes here."));
    m_codeField->setLabel(tr("Code"));
    m_codeField->setHint(tr("Shown there in the settings under \"Screens\"."));
    m_nameField->setLabel(tr("What this screen is called"));
    m_nameField->setHint(tr("Such as Hot kitchen."));
    m_differ->setText(tr("They differ"));
    showHubs();
    showTyped();
    showState();
}

void JoinPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void JoinPanel::setLook(const Look &look)
{
    m_band->setLook(look);
    m_hubs->setLook(look);
    m_digits->setLook(look);
    m_differ->setLook(look);
    m_refusal->setLook(look);
    m_refusal->setMinimumHeight(look.px(260));
    for (QVBoxLayout *layout : {m_formLayout, m_comparingLayout}) {
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(look.px(16));
    }
}

} // namespace oshaq
