// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/messagessection.h"

#include "models/terminal/idempotencykey.h"
#include "ui/common/choicerow.h"
#include "ui/settings/formsheet.h"
#include "ui/settings/messagetext.h"

#include <QComboBox>
#include <QLineEdit>

#include <algorithm>
#include <iterator>
#include <memory>

namespace oshaq {

namespace {

constexpr int longestSecret = 4'000;
constexpr int longestAddress = 254;
const QString inUse = QStringLiteral("enabled");

QString sheetName(IntegrationKind kind)
{
    return integrationKindText(kind);
}

} // namespace

MessagesSection::MessagesSection(MessagesPort &port, Of of, Site site, const Look &look, QWidget *parent)
    : ListSection(
          std::move(site), [&port](PortCall call) { port.cancel(call); }, look, parent)
    , m_port(port)
    , m_of(of)
    , m_testKey(newIdempotencyKey())
{
    MessagesSection::retranslate();
    MessagesSection::setLook(look);
}

void MessagesSection::setLook(const Look &look)
{
    ListSection::setLook(look);
    for (const auto &[kind, sheet] : m_sheets)
        sheet->adoptLook(look);
    if (m_testSheet)
        m_testSheet->adoptLook(look);
}

FormSheet *MessagesSection::sheet(IntegrationKind kind) const
{
    const auto found = m_sheets.find(kind);
    return found == m_sheets.end() ? nullptr : found->second;
}

MessagesSection::ListWords MessagesSection::listWords() const
{
    if (m_of == Of::Messages) {
        return {tr("The ways of messages are not known"), tr("Asking for the ways of messages"),
                tr("This hub sends no messages"), tr("A newer program of the hub does."), QString()};
    }
    return {tr("The services are not known"), tr("Asking for the services"), tr("This hub talks to no services"),
            tr("A newer program of the hub does."), QString()};
}

PortCall MessagesSection::ask(std::function<void(const std::optional<PortFailure> &)> done)
{
    return m_port.channels([this, done = std::move(done)](const PortAnswer<std::vector<Integration>> &answer) {
        if (answer) {
            m_rows.clear();
            std::copy_if(
                answer.value->begin(), answer.value->end(), std::back_inserter(m_rows),
                [this](const Integration &one) { return MessageText::isMessages(one.kind) == (m_of == Of::Messages); });
        }
        done(answer ? std::nullopt : std::optional(answer.failure));
    });
}

QString MessagesSection::known(const Integration &channel) const
{
    QStringList values;
    for (const QString &field : MessageText::fields(channel.kind)) {
        const IntegrationField *rule = findIntegrationField(channel.kind, field);
        const auto filled = channel.config.find(field);
        if (!rule || rule->type == IntegrationField::Type::Secret || filled == channel.config.end())
            continue;
        values << (rule->type == IntegrationField::Type::Choice ? MessageText::choice(field, filled->second)
                                                                : filled->second);
    }
    return values.join(QStringLiteral(" · "));
}

RowCard::Words MessagesSection::rowWords(int row) const
{
    const Integration &channel = m_rows[size_t(row)];
    const QString name = MessageText::channel(channel.kind);
    QStringList facts{MessageText::meaning(channel.kind)};
    if (const QString values = known(channel); !values.isEmpty())
        facts << values;
    QString trouble;
    if (!channel.enabled)
        facts << tr("Not in use");
    else if (!channel.secretsProblem.isEmpty())
        trouble = channel.secretsProblem;
    else if (channel.state == IntegrationState::Failing)
        trouble =
            tr("Has not worked since %1: %2").arg(clock().moment(channel.stateAtMs, nowMs()), channel.stateReason);
    else if (channel.state == IntegrationState::Working)
        facts << tr("In use, worked %1").arg(clock().moment(channel.stateAtMs, nowMs()));
    else
        facts << tr("In use, never tried");
    if (const auto tried = m_trials.find(channel.kind); tried != m_trials.end()) {
        if (tried->second.ok)
            facts << tr("The test went well: %1").arg(tried->second.message);
        else
            trouble = tr("The test failed: %1").arg(tried->second.message);
    }
    return {name,
            facts.join(u'\n'),
            trouble,
            {tr("Set up"), tr("Send a test")},
            {tr("Set up %1").arg(name), tr("Send a test by %1").arg(name)}};
}

void MessagesSection::act(int row, int action)
{
    const Integration channel = m_rows[size_t(row)];
    if (action == SetUp) {
        openSheet(channel);
        return;
    }
    // A bot and a browser know where to go.
    if (channel.kind == IntegrationKind::Smtp || channel.kind == IntegrationKind::Sms)
        openTest(channel.kind);
    else
        test(channel.kind, QString());
}

/// A secret never comes back; that there is one is said in its place.
void MessagesSection::hintSecret(IntegrationKind kind, const QString &field)
{
    auto *line = pageOf()->findChild<QLineEdit *>(sheetName(kind) + u'.' + field);
    if (!line || line->echoMode() != QLineEdit::Password)
        return;
    const auto edited = m_edited.find(kind);
    const bool isThere = edited != m_edited.end() && edited->second.secretsSet.contains(field);
    line->setPlaceholderText(isThere ? tr("There is one; type to replace it") : QString());
}

FormSheet *MessagesSection::makeSheet(IntegrationKind kind)
{
    auto *sheet = new FormSheet(sheetName(kind), look(), pageOf());
    for (const QString &field : MessageText::fields(kind)) {
        const IntegrationField *rule = findIntegrationField(kind, field);
        if (!rule)
            continue;
        if (rule->type == IntegrationField::Type::Choice) {
            sheet->addCombo(field);
            continue;
        }
        const bool isSecret = rule->type == IntegrationField::Type::Secret;
        const bool isNumber = rule->type == IntegrationField::Type::Integer;
        QLineEdit *line = sheet->addLine(field, isSecret ? longestSecret : isNumber ? 5 : int(rule->maximum));
        if (isSecret)
            line->setEchoMode(QLineEdit::Password);
    }
    sheet->addChoice(inUse);
    sheet->setWords(
        [kind] {
            return FormSheet::Words{MessageText::channel(kind), tr("Save"), QString(), QString()};
        },
        [this, sheet, kind] {
            for (const QString &field : MessageText::fields(kind)) {
                sheet->setFieldWords(field, MessageText::label(field), MessageText::hint(kind, field));
                hintSecret(kind, field);
                const IntegrationField *rule = findIntegrationField(kind, field);
                auto *combo = sheet->findChild<QComboBox *>(sheetName(kind) + u'.' + field);
                if (!rule || !combo)
                    continue;
                const QStringList choices = QString::fromLatin1(rule->choices).split(u' ');
                const int chosen = std::max(0, combo->currentIndex());
                combo->clear();
                for (const QString &value : choices)
                    combo->addItem(MessageText::choice(field, value), value);
                combo->setCurrentIndex(chosen);
            }
            sheet->setFieldWords(inUse, tr("In use"));
            sheet->findChild<ChoiceRow *>(sheetName(kind) + u'.' + inUse)->setTexts({tr("Yes"), tr("No")});
        });
    connect(sheet, &FormSheet::saveAsked, this, [this, kind] { save(kind); });
    connect(sheet, &FormSheet::closed, this, [sheet, kind] {
        // What was typed of a secret stays nowhere.
        for (const QString &field : MessageText::fields(kind)) {
            auto *line = sheet->findChild<QLineEdit *>(sheetName(kind) + u'.' + field);
            if (line && line->echoMode() == QLineEdit::Password)
                line->clear();
        }
    });
    return sheet;
}

void MessagesSection::openSheet(const Integration &channel)
{
    const IntegrationKind kind = channel.kind;
    FormSheet *&sheet = m_sheets[kind];
    if (!sheet)
        sheet = makeSheet(kind);
    m_edited[kind] = channel;
    for (const QString &field : MessageText::fields(kind)) {
        const QString name = sheetName(kind) + u'.' + field;
        if (auto *combo = sheet->findChild<QComboBox *>(name)) {
            combo->setCurrentIndex(std::max(0, combo->findData(channel.value(field))));
            continue;
        }
        auto *line = sheet->findChild<QLineEdit *>(name);
        if (!line)
            continue;
        if (line->echoMode() != QLineEdit::Password) {
            line->setText(channel.value(field));
            continue;
        }
        line->clear();
        hintSecret(kind, field);
    }
    sheet->findChild<ChoiceRow *>(sheetName(kind) + u'.' + inUse)->setChosen(channel.enabled ? 0 : 1);
    sheet->begin(false);
}

void MessagesSection::save(IntegrationKind kind)
{
    FormSheet *sheet = m_sheets[kind];
    sheet->clearErrors();
    ChannelEdit edit;
    edit.enabled = sheet->findChild<ChoiceRow *>(sheetName(kind) + u'.' + inUse)->chosen() == 0;
    for (const QString &field : MessageText::fields(kind)) {
        const QString name = sheetName(kind) + u'.' + field;
        if (const auto *combo = sheet->findChild<QComboBox *>(name)) {
            edit.config[field] = combo->currentData().toString();
            continue;
        }
        const auto *line = sheet->findChild<QLineEdit *>(name);
        if (!line)
            continue;
        const QString typed = line->text().trimmed();
        // A secret that nobody typed stays as it is.
        if (line->echoMode() != QLineEdit::Password)
            edit.config[field] = typed;
        else if (!typed.isEmpty())
            edit.secrets[field] = typed;
    }
    sheet->setBusy(true);
    const auto call = std::make_shared<PortCall>(0);
    *call = m_port.saveChannel(kind, edit, m_edited[kind].version,
                               [this, call, kind](const PortAnswer<Integration> &answer) {
                                   over(*call);
                                   if (!answer) {
                                       m_sheets[kind]->fail(answer.failure);
                                       return;
                                   }
                                   for (Integration &row : m_rows) {
                                       if (row.kind == kind)
                                           row = *answer.value;
                                   }
                                   m_trials.erase(kind);
                                   m_sheets[kind]->finish();
                                   rebuild();
                               });
    remember(*call);
}

void MessagesSection::openTest(IntegrationKind kind)
{
    m_tested = kind;
    if (!m_testSheet) {
        m_testSheet = new FormSheet(QStringLiteral("messagetest"), look(), pageOf());
        m_testSheet->addLine(QStringLiteral("to"), longestAddress);
        m_testSheet->setWords(
            [this] {
                return FormSheet::Words{tr("Send a test by %1").arg(MessageText::channel(m_tested)),
                                        tr("Send the test"), QString(), QString()};
            },
            [this] {
                const bool isMail = m_tested == IntegrationKind::Smtp;
                m_testSheet->setFieldWords(QStringLiteral("to"), isMail ? tr("E-mail address") : tr("Phone"),
                                           isMail ? tr("Empty: to the sender's own address.")
                                                  : tr("It begins with + and the country."));
            });
        connect(m_testSheet, &FormSheet::saveAsked, this, [this] {
            const QString to = m_testSheet->findChild<QLineEdit *>(QStringLiteral("messagetest.to"))->text().trimmed();
            if (to.isEmpty() && m_tested == IntegrationKind::Sms) {
                m_testSheet->setProblem(QStringLiteral("to"), [] { return tr("Where should the test go?"); });
                return;
            }
            m_testSheet->finish();
            test(m_tested, to);
        });
    }
    m_testSheet->findChild<QLineEdit *>(QStringLiteral("messagetest.to"))->clear();
    m_testSheet->begin(false);
}

void MessagesSection::test(IntegrationKind kind, const QString &to)
{
    m_trials.erase(kind);
    tellNotice(tr("A test by %1 is on its way. A server that does not answer is waited for up to a minute.")
                   .arg(MessageText::channel(kind)));
    const auto call = std::make_shared<PortCall>(0);
    *call = m_port.testChannel(m_testKey, kind, to, [this, call, kind](const PortAnswer<ChannelTrial> &answer) {
        over(*call);
        m_testKey = newIdempotencyKey();
        if (!answer) {
            tell(answer.failure);
            return;
        }
        m_trials[kind] = *answer.value;
        tellNotice(QString());
        rebuild();
    });
    remember(*call);
}

} // namespace oshaq
