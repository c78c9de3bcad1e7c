// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/tablessection.h"

#include "models/terminal/idempotencykey.h"
#include "ui/settings/formsheet.h"

#include <QLineEdit>

#include <algorithm>
#include <memory>

namespace oshaq {

namespace {

constexpr int longestTableName = 40;

} // namespace

TablesSection::TablesSection(SettingsPort &port, Site site, const Look &look, QWidget *parent)
    : ListSection(
          std::move(site), [&port](PortCall call) { port.cancel(call); }, look, parent)
    , m_port(port)
{
    TablesSection::retranslate();
    TablesSection::setLook(look);
}

void TablesSection::setLook(const Look &look)
{
    ListSection::setLook(look);
    for (FormSheet *sheet : {m_sheet, m_codeSheet}) {
        if (sheet)
            sheet->adoptLook(look);
    }
}

TablesSection::ListWords TablesSection::listWords() const
{
    return {tr("The tables are not known"), tr("Asking for the tables"), tr("No tables yet"),
            tr("Guests who scan the code of their table order without an account, and the order knows where it goes."),
            tr("Add a table")};
}

PortCall TablesSection::ask(std::function<void(const std::optional<PortFailure> &)> done)
{
    return m_port.tables([this, done = std::move(done)](const PortAnswer<std::vector<DiningTable>> &answer) {
        if (answer)
            m_rows = *answer.value;
        done(answer ? std::nullopt : std::optional(answer.failure));
    });
}

RowCard::Words TablesSection::rowWords(int row) const
{
    const DiningTable &table = m_rows[size_t(row)];
    QString facts = tr("No code: guests cannot order here by themselves.");
    if (table.codeExpiresAtMs > nowMs()) {
        facts = tr("Its code is good until %1; %n guests came by it.", nullptr, int(table.guests))
                    .arg(clock().moment(table.codeExpiresAtMs, nowMs()));
    } else if (table.codeExpiresAtMs != 0) {
        facts = tr("Its code ended %1.").arg(clock().moment(table.codeExpiresAtMs, nowMs()));
    }
    return {table.name,
            facts,
            {},
            {tr("Edit"), tr("New code")},
            {tr("Edit %1").arg(table.name), tr("New code for %1").arg(table.name)}};
}

void TablesSection::act(int row, int action)
{
    if (action == NewCode)
        openCode(m_rows[size_t(row)]);
    else
        openSheet(m_rows[size_t(row)]);
}

void TablesSection::addRow()
{
    openSheet(DiningTable());
}

void TablesSection::openSheet(const DiningTable &table)
{
    if (!m_sheet) {
        m_sheet = new FormSheet(QStringLiteral("table"), look(), pageOf());
        m_sheet->addLine(QStringLiteral("name"), longestTableName);
        m_sheet->setWords(
            [this] {
                return FormSheet::Words{
                    m_edited.id == 0 ? tr("New table") : m_edited.name, tr("Save"),
                    m_edited.id == 0 ? QString() : tr("Remove"),
                    tr("Remove %1? Its code stops working. A table with an open order stays.").arg(m_edited.name)};
            },
            [this] {
                m_sheet->setFieldWords(QStringLiteral("name"), tr("Name or number"),
                                       tr("As it is called out and printed: 12, Terrace 4."));
            });
        connect(m_sheet, &FormSheet::saveAsked, this, &TablesSection::save);
        connect(m_sheet, &FormSheet::removeAsked, this, &TablesSection::remove);
    }
    m_edited = table;
    m_key = newIdempotencyKey();
    m_sheet->findChild<QLineEdit *>(QStringLiteral("table.name"))->setText(table.name);
    m_sheet->begin(table.id != 0);
}

void TablesSection::save()
{
    DiningTable table = m_edited;
    m_sheet->clearErrors();
    table.name = m_sheet->findChild<QLineEdit *>(QStringLiteral("table.name"))->text().trimmed();
    if (table.name.isEmpty()) {
        m_sheet->setProblem(QStringLiteral("name"), [] { return tr("Give it a name or a number."); });
        return;
    }
    m_sheet->setBusy(true);
    const auto call = std::make_shared<PortCall>(0);
    *call = m_port.saveTable(m_key, table, [this, call](const PortAnswer<DiningTable> &answer) {
        over(*call);
        if (!answer) {
            m_sheet->fail(answer.failure);
            return;
        }
        m_sheet->finish();
        refresh();
    });
    remember(*call);
}

void TablesSection::remove()
{
    m_sheet->setBusy(true);
    const auto call = std::make_shared<PortCall>(0);
    *call = m_port.removeTable(m_edited.id, m_edited.version, [this, call](const PortAnswer<PortNothing> &answer) {
        over(*call);
        if (!answer) {
            m_sheet->fail(answer.failure);
            return;
        }
        std::erase_if(m_rows, [this](const DiningTable &one) { return one.id == m_edited.id; });
        m_sheet->finish();
        rebuild();
    });
    remember(*call);
}

void TablesSection::openCode(const DiningTable &table)
{
    if (!m_codeSheet) {
        m_codeSheet = new FormSheet(QStringLiteral("tableCode"), look(), pageOf());
        m_codeSheet->addLine(QStringLiteral("code"), 60)->setReadOnly(true);
        m_codeSheet->setWords(
            [this] {
                return FormSheet::Words{
                    tr("Code of %1").arg(m_edited.name), m_code ? tr("Another code") : tr("Make a code"), {}, {}};
            },
            [this] {
                m_codeSheet->setFieldWords(QStringLiteral("code"), tr("Code"),
                                           m_code
                                               ? tr("Good until %1. It is shown this once: write it down or print it.")
                                                     .arg(clock().moment(m_code->expiresAtMs, nowMs()))
                                               : tr("The code that stands on the table now stops working."));
            });
        connect(m_codeSheet, &FormSheet::saveAsked, this, &TablesSection::askForCode);
        connect(m_codeSheet, &FormSheet::closed, this, [this] {
            m_code.reset();
            refresh();
        });
    }
    m_edited = table;
    m_code.reset();
    m_key = newIdempotencyKey();
    m_codeSheet->findChild<QLineEdit *>(QStringLiteral("tableCode.code"))->clear();
    m_codeSheet->begin(false);
}

void TablesSection::askForCode()
{
    m_codeSheet->setBusy(true);
    const auto call = std::make_shared<PortCall>(0);
    *call = m_port.makeTableCode(m_key, m_edited.id, [this, call](const PortAnswer<TableCode> &answer) {
        over(*call);
        if (!answer) {
            m_codeSheet->fail(answer.failure);
            return;
        }
        m_key = newIdempotencyKey();
        m_code = *answer.value;
        m_codeSheet->showResult(QStringLiteral("code"), m_code->code);
    });
    remember(*call);
}

} // namespace oshaq
