// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/deliverysection.h"

#include "models/terminal/idempotencykey.h"
#include "ui/common/formats.h"
#include "ui/settings/formsheet.h"

#include <QLineEdit>
#include <QLocale>

#include <algorithm>
#include <memory>

namespace oshaq {

namespace {

constexpr int longestName = 60;
constexpr int longestAmount = 16;
constexpr int longestReach = 6;
constexpr qint64 mostMetres = 200'000;

} // namespace

DeliverySection::DeliverySection(CourierPort &port, Site site, const Look &look, QWidget *parent)
    : ListSection(
          std::move(site), [&port](PortCall call) { port.cancel(call); }, look, parent)
    , m_port(port)
{
    DeliverySection::retranslate();
    DeliverySection::setLook(look);
}

void DeliverySection::setLook(const Look &look)
{
    ListSection::setLook(look);
    if (m_sheet)
        m_sheet->adoptLook(look);
}

DeliverySection::ListWords DeliverySection::listWords() const
{
    return {tr("The zones are not known"), tr("Asking for the zones"), tr("No zones yet"),
            tr("Without zones every delivery costs what the settings of selling say."), tr("Add a zone")};
}

PortCall DeliverySection::ask(std::function<void(const std::optional<PortFailure> &)> done)
{
    return m_port.zones([this, done = std::move(done)](const PortAnswer<std::vector<DeliveryZone>> &answer) {
        if (answer)
            m_rows = *answer.value;
        done(answer ? std::nullopt : std::optional(answer.failure));
    });
}

RowCard::Words DeliverySection::rowWords(int row) const
{
    const DeliveryZone &zone = m_rows[size_t(row)];
    const Currency currency = m_port.currency();
    QStringList facts{zone.feeMinor == 0 ? tr("Free") : formats::money(zone.feeMinor, currency)};
    if (zone.freeFromMinor > 0 && zone.feeMinor > 0)
        facts << tr("free from %1 on").arg(formats::money(zone.freeFromMinor, currency));
    facts << (zone.reachMetres ? tr("up to %1 m from the house").arg(QLocale().toString(*zone.reachMetres))
                               : tr("chosen by its name"));
    return {zone.name, facts.join(QStringLiteral(" · ")), {}, {tr("Edit")}, {tr("Edit %1").arg(zone.name)}};
}

void DeliverySection::act(int row, int)
{
    openSheet(m_rows[size_t(row)]);
}

void DeliverySection::addRow()
{
    openSheet(DeliveryZone());
}

void DeliverySection::openSheet(const DeliveryZone &zone)
{
    if (!m_sheet) {
        m_sheet = new FormSheet(QStringLiteral("zone"), look(), pageOf());
        m_sheet->addLine(QStringLiteral("name"), longestName);
        m_sheet->addLine(QStringLiteral("fee"), longestAmount);
        m_sheet->addLine(QStringLiteral("free_from"), longestAmount);
        m_sheet->addLine(QStringLiteral("reach_m"), longestReach);
        m_sheet->setWords(
            [this] {
                return FormSheet::Words{m_edited.id == 0 ? tr("New zone") : m_edited.name, tr("Save"),
                                        m_edited.id == 0 ? QString() : tr("Remove"),
                                        tr("Remove %1? Orders that were taken keep their fee.").arg(m_edited.name)};
            },
            [this] {
                m_sheet->setFieldWords(QStringLiteral("name"), tr("Name"), tr("As it is called out: Centre, Airport."));
                m_sheet->setFieldWords(QStringLiteral("fee"), tr("Fee"), tr("0: the delivery is free."));
                m_sheet->setFieldWords(QStringLiteral("free_from"), tr("Free from this total of the dishes"),
                                       tr("Empty: never."));
                m_sheet->setFieldWords(QStringLiteral("reach_m"), tr("Up to so many metres from the house"),
                                       tr("Empty: the zone is chosen by its name. Distances need the place of the"
                                          " house, in the settings of selling."));
            });
        connect(m_sheet, &FormSheet::saveAsked, this, &DeliverySection::save);
        connect(m_sheet, &FormSheet::removeAsked, this, &DeliverySection::remove);
    }
    m_edited = zone;
    m_key = newIdempotencyKey();
    const auto fill = [this](const char *name, const QString &text) {
        m_sheet->findChild<QLineEdit *>(QLatin1String("zone.") + QLatin1String(name))->setText(text);
    };
    const Currency currency = m_port.currency();
    fill("name", zone.name);
    fill("fee", zone.id == 0 ? QString() : formats::amount(zone.feeMinor, currency));
    fill("free_from", zone.freeFromMinor == 0 ? QString() : formats::amount(zone.freeFromMinor, currency));
    fill("reach_m", zone.reachMetres ? QString::number(*zone.reachMetres) : QString());
    m_sheet->begin(zone.id != 0);
}

bool DeliverySection::read(DeliveryZone *zone)
{
    const auto text = [this](const char *name) {
        return m_sheet->findChild<QLineEdit *>(QLatin1String("zone.") + QLatin1String(name))->text().trimmed();
    };
    const Currency currency = m_port.currency();
    m_sheet->clearErrors();
    zone->name = text("name");
    if (zone->name.isEmpty())
        m_sheet->setProblem(QStringLiteral("name"), [] { return tr("Give it a name."); });
    const auto amount = [&](const char *name, qint64 *target, bool mayBeEmpty) {
        const QString typed = text(name);
        const auto read =
            typed.isEmpty() && mayBeEmpty ? std::optional<qint64>(0) : formats::readAmount(typed, currency);
        if (read && *read >= 0)
            *target = *read;
        else
            m_sheet->setProblem(QLatin1String(name), [] { return tr("Type an amount."); });
    };
    amount("fee", &zone->feeMinor, false);
    amount("free_from", &zone->freeFromMinor, true);
    zone->reachMetres.reset();
    if (const QString reach = text("reach_m"); !reach.isEmpty()) {
        bool ok = false;
        const qint64 metres = reach.toLongLong(&ok);
        if (ok && metres >= 1 && metres <= mostMetres)
            zone->reachMetres = metres;
        else
            m_sheet->setProblem(QStringLiteral("reach_m"), [] { return tr("Metres, from 1 to %1.").arg(mostMetres); });
    }
    return !m_sheet->hasErrors();
}

void DeliverySection::save()
{
    DeliveryZone zone = m_edited;
    if (!read(&zone))
        return;
    m_sheet->setBusy(true);
    const auto call = std::make_shared<PortCall>(0);
    *call = m_port.saveZone(m_key, zone, [this, call](const PortAnswer<DeliveryZone> &answer) {
        over(*call);
        if (!answer) {
            if (answer.failure.kind == PortFailure::Kind::Refused)
                m_key = newIdempotencyKey();
            m_sheet->fail(answer.failure);
            return;
        }
        m_sheet->finish();
        refresh();
    });
    remember(*call);
}

void DeliverySection::remove()
{
    m_sheet->setBusy(true);
    const auto call = std::make_shared<PortCall>(0);
    *call = m_port.removeZone(m_edited.id, m_edited.version, [this, call](const PortAnswer<PortNothing> &answer) {
        over(*call);
        if (!answer) {
            m_sheet->fail(answer.failure);
            return;
        }
        std::erase_if(m_rows, [this](const DeliveryZone &one) { return one.id == m_edited.id; });
        m_sheet->finish();
        rebuild();
    });
    remember(*call);
}

} // namespace oshaq
