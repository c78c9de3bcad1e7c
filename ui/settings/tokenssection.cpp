// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/tokenssection.h"

#include "models/domain/timespans.h"
#include "ui/common/choicerow.h"
#include "ui/settings/formsheet.h"

#include <QLineEdit>

#include <algorithm>
#include <array>
#include <memory>

namespace oshaq {

namespace {

constexpr int longestName = 100;
/// 0: it does not end by itself.
constexpr std::array<qint64, 4> lifetimes{30 * dayMs, 365 * dayMs, 3 * 365 * dayMs, 0};

} // namespace

TokensSection::TokensSection(SettingsPort &port, Site site, const Look &look, QWidget *parent)
    : ListSection(
          std::move(site), [&port](PortCall call) { port.cancel(call); }, look, parent)
    , m_port(port)
{
    TokensSection::retranslate();
    TokensSection::setLook(look);
}

void TokensSection::setLook(const Look &look)
{
    ListSection::setLook(look);
    if (m_sheet)
        m_sheet->adoptLook(look);
}

TokensSection::ListWords TokensSection::listWords() const
{
    return {tr("The tokens are not known"), tr("Asking for the tokens"), tr("No program has access"),
            tr("A website that takes orders, or a till, needs a token of its own."), tr("Give a program access")};
}

PortCall TokensSection::ask(std::function<void(const std::optional<PortFailure> &)> done)
{
    return m_port.tokens([this, done = std::move(done)](const PortAnswer<std::vector<ApiToken>> &answer) {
        if (answer)
            m_rows = *answer.value;
        done(answer ? std::nullopt : std::optional(answer.failure));
    });
}

RowCard::Words TokensSection::rowWords(int row) const
{
    const ApiToken &token = m_rows[size_t(row)];
    const qint64 now = nowMs();
    QStringList facts{token.actsAsOwner ? tr("May do what the owner may") : tr("May do what programs may"),
                      tr("made %1").arg(clock().moment(token.createdAtMs, now))};
    QString trouble;
    if (!token.live || (token.expiresAtMs != 0 && token.expiresAtMs <= now))
        trouble = tr("It has ended.");
    else
        facts << (token.expiresAtMs == 0 ? tr("does not end by itself")
                                         : tr("ends %1").arg(clock().moment(token.expiresAtMs, now)));
    const bool asked = m_ending == token.id;
    return {token.name,
            facts.join(QStringLiteral(" · ")),
            trouble,
            {asked ? tr("Yes, end it now") : tr("End it")},
            {asked ? tr("Yes, end %1 now").arg(token.name) : tr("End %1").arg(token.name)}};
}

void TokensSection::act(int row, int)
{
    const ApiToken token = m_rows[size_t(row)];
    if (m_ending != token.id) {
        m_ending = token.id;
        rebuild();
        return;
    }
    end(token);
}

void TokensSection::end(const ApiToken &token)
{
    m_ending = 0;
    const auto call = std::make_shared<PortCall>(0);
    *call = m_port.removeToken(token.id, [this, call, id = token.id](const PortAnswer<PortNothing> &answer) {
        over(*call);
        if (answer)
            std::erase_if(m_rows, [id](const ApiToken &one) { return one.id == id; });
        tell(answer ? std::nullopt : std::optional(answer.failure));
    });
    remember(*call);
}

void TokensSection::addRow()
{
    openSheet();
}

void TokensSection::openSheet()
{
    if (!m_sheet) {
        m_sheet = new FormSheet(QStringLiteral("token"), look(), pageOf());
        m_sheet->addLine(QStringLiteral("name"), longestName);
        m_sheet->addChoice(QStringLiteral("expires_at"));
        m_sheet->addLine(QStringLiteral("secret"), 400)->setReadOnly(true);
        m_sheet->setWords(
            [this] {
                return FormSheet::Words{
                    tr("Access for a program"), m_made ? tr("Close") : tr("Make the token"), {}, {}};
            },
            [this] {
                m_sheet->setFieldWords(QStringLiteral("name"), tr("For which program"));
                m_sheet->setFieldWords(QStringLiteral("expires_at"), tr("It ends"));
                m_sheet->setFieldWords(QStringLiteral("secret"), tr("Token"),
                                       m_made
                                           ? tr("It is shown this once. Copy it into the program now; whoever has it "
                                                "acts in your name.")
                                           : tr("Appears here when it is made."));
                m_sheet->findChild<ChoiceRow *>(QStringLiteral("token.expires_at"))
                    ->setTexts({tr("In 30 days"), tr("In a year"), tr("In 3 years"), tr("Never by itself")});
            });
        connect(m_sheet, &FormSheet::saveAsked, this, [this] {
            if (m_made)
                m_sheet->finish();
            else
                make();
        });
        connect(m_sheet, &FormSheet::closed, this, [this] {
            // The secret does not stay in a hidden field.
            m_sheet->findChild<QLineEdit *>(QStringLiteral("token.secret"))->clear();
            refresh();
        });
    }
    m_made = false;
    m_sheet->findChild<QLineEdit *>(QStringLiteral("token.name"))->clear();
    m_sheet->findChild<QLineEdit *>(QStringLiteral("token.secret"))->clear();
    m_sheet->findChild<ChoiceRow *>(QStringLiteral("token.expires_at"))->setChosen(1);
    m_sheet->begin(false);
}

void TokensSection::make()
{
    m_sheet->clearErrors();
    const QString name = m_sheet->findChild<QLineEdit *>(QStringLiteral("token.name"))->text().trimmed();
    if (name.isEmpty()) {
        m_sheet->setProblem(QStringLiteral("name"), [] { return tr("Say which program it is for."); });
        return;
    }
    const int chosen = m_sheet->findChild<ChoiceRow *>(QStringLiteral("token.expires_at"))->chosen();
    const qint64 lifetime = lifetimes.at(size_t(std::clamp(chosen, 0, int(lifetimes.size()) - 1)));
    m_sheet->setBusy(true);
    const auto call = std::make_shared<PortCall>(0);
    *call =
        m_port.makeToken(name, lifetime == 0 ? 0 : nowMs() + lifetime, [this, call](const PortAnswer<QString> &answer) {
            over(*call);
            if (!answer) {
                m_sheet->fail(answer.failure);
                return;
            }
            m_made = true;
            m_sheet->showResult(QStringLiteral("secret"), *answer.value);
        });
    remember(*call);
}

} // namespace oshaq
