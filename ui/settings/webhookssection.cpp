// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/webhookssection.h"

#include "models/terminal/idempotencykey.h"
#include "ui/common/choicerow.h"
#include "ui/settings/formsheet.h"

#include <QLineEdit>

#include <algorithm>
#include <memory>

namespace oshaq {

namespace {

constexpr int longestUrl = 2000;
constexpr int longestEvents = 1000;
constexpr size_t shownDeliveries = 5;

} // namespace

WebhooksSection::WebhooksSection(SettingsPort &port, Site site, const Look &look, QWidget *parent)
    : ListSection(
          std::move(site), [&port](PortCall call) { port.cancel(call); }, look, parent)
    , m_port(port)
    , m_testKey(newIdempotencyKey())
{
    WebhooksSection::retranslate();
    WebhooksSection::setLook(look);
}

void WebhooksSection::setLook(const Look &look)
{
    ListSection::setLook(look);
    if (m_sheet)
        m_sheet->adoptLook(look);
}

WebhooksSection::ListWords WebhooksSection::listWords() const
{
    return {tr("The addresses are not known"), tr("Asking for the addresses"), tr("Nobody hears of events"),
            tr("A program that wants to know when an order is ready gives you an address that begins with https."),
            tr("Add an address")};
}

PortCall WebhooksSection::ask(std::function<void(const std::optional<PortFailure> &)> done)
{
    return m_port.webhooks([this, done = std::move(done)](const PortAnswer<std::vector<WebhookEndpoint>> &answer) {
        if (answer)
            m_rows = *answer.value;
        done(answer ? std::nullopt : std::optional(answer.failure));
    });
}

RowCard::Words WebhooksSection::rowWords(int row) const
{
    const WebhookEndpoint &endpoint = m_rows[size_t(row)];
    const qint64 now = nowMs();
    QStringList facts{endpoint.events.isEmpty() ? tr("Hears of everything that programs may hear")
                                                : tr("Hears of %1").arg(endpoint.events.join(QStringLiteral(", ")))};
    QString trouble;
    if (endpoint.disabledAtMs)
        trouble =
            tr("Switched off %1, after a whole day of failures.").arg(clock().moment(*endpoint.disabledAtMs, now));
    else if (endpoint.active && endpoint.failingSinceMs)
        trouble = tr("Has not taken anything since %1.").arg(clock().moment(*endpoint.failingSinceMs, now));
    else if (!endpoint.active)
        facts.prepend(tr("Not in use"));
    if (const auto said = m_deliveries.find(endpoint.id); said != m_deliveries.end())
        facts << deliveryWords(said->second);
    return {endpoint.url,
            facts.join(u'\n'),
            trouble,
            {tr("Edit"), tr("Send a test"), tr("Last deliveries")},
            {tr("Edit %1").arg(endpoint.url), tr("Send a test to %1").arg(endpoint.url),
             tr("Last deliveries to %1").arg(endpoint.url)}};
}

void WebhooksSection::act(int row, int action)
{
    const WebhookEndpoint endpoint = m_rows[size_t(row)];
    if (action == Test)
        test(endpoint);
    else if (action == Deliveries)
        askForDeliveries(endpoint);
    else
        openSheet(endpoint);
}

void WebhooksSection::addRow()
{
    openSheet(WebhookEndpoint());
}

void WebhooksSection::test(const WebhookEndpoint &endpoint)
{
    const auto call = std::make_shared<PortCall>(0);
    *call = m_port.testWebhook(m_testKey, endpoint.id, [this, call, endpoint](const PortAnswer<PortNothing> &answer) {
        over(*call);
        if (!answer) {
            if (answer.failure.kind != PortFailure::Kind::Unreachable)
                m_testKey = newIdempotencyKey();
            tell(answer.failure);
            return;
        }
        m_testKey = newIdempotencyKey();
        tellNotice(tr("A test is on its way to %1. \"Last deliveries\" says how it went.").arg(endpoint.url));
    });
    remember(*call);
}

void WebhooksSection::askForDeliveries(const WebhookEndpoint &endpoint)
{
    const auto call = std::make_shared<PortCall>(0);
    *call = m_port.webhookDeliveries(
        endpoint.id, [this, call, id = endpoint.id](const PortAnswer<std::vector<WebhookDelivery>> &answer) {
            over(*call);
            if (!answer) {
                tell(answer.failure);
                return;
            }
            m_deliveries[id] = *answer.value;
            rebuild();
        });
    remember(*call);
}

QString WebhooksSection::deliveryWords(const std::vector<WebhookDelivery> &deliveries) const
{
    if (deliveries.empty())
        return tr("Nothing was sent yet.");
    QStringList lines;
    for (const WebhookDelivery &delivery : deliveries) {
        if (lines.size() >= qsizetype(shownDeliveries))
            break;
        const QString at = clock().moment(delivery.lastAtMs.value_or(delivery.createdAtMs), nowMs());
        switch (delivery.state) {
        case DeliveryState::Delivered:
            lines << tr("%1: %2 arrived after %3 ms").arg(at, delivery.event).arg(delivery.latencyMs);
            break;
        case DeliveryState::Waiting:
            lines << tr("%1: %2 waits, tried %n times", nullptr, delivery.attempts).arg(at, delivery.event);
            break;
        case DeliveryState::Failed:
            lines << tr("%1: %2 was given up: %3")
                         .arg(at, delivery.event,
                              delivery.lastStatus != 0 ? tr("answer %1").arg(delivery.lastStatus) : tr("no answer"));
            break;
        }
    }
    return lines.join(u'\n');
}

void WebhooksSection::openSheet(const WebhookEndpoint &endpoint)
{
    if (!m_sheet) {
        m_sheet = new FormSheet(QStringLiteral("webhook"), look(), pageOf());
        m_sheet->addLine(QStringLiteral("url"), longestUrl);
        m_sheet->addLine(QStringLiteral("events"), longestEvents);
        m_sheet->addChoice(QStringLiteral("active"));
        m_sheet->addLine(QStringLiteral("secret"), 400)->setReadOnly(true);
        m_sheet->setWords(
            [this] {
                return FormSheet::Words{m_edited.id == 0 ? tr("An address for events") : tr("Address for events"),
                                        m_made ? tr("Close") : tr("Save"), m_edited.id == 0 ? QString() : tr("Remove"),
                                        tr("Remove this address? It hears of nothing any more.")};
            },
            [this] {
                m_sheet->setFieldWords(QStringLiteral("url"), tr("Address"), tr("It begins with https://"));
                m_sheet->setFieldWords(QStringLiteral("events"), tr("Events"),
                                       tr("Such as order.status or order.*, with commas between them; empty: all."));
                m_sheet->setFieldWords(QStringLiteral("active"), tr("In use"));
                m_sheet->setFieldWords(QStringLiteral("secret"), tr("Secret of its signatures"),
                                       m_made ? tr("It is shown this once: give it to the program.")
                                              : tr("A new address gets one when it is saved."));
                m_sheet->findChild<ChoiceRow *>(QStringLiteral("webhook.active"))->setTexts({tr("Yes"), tr("No")});
            });
        connect(m_sheet, &FormSheet::saveAsked, this, [this] {
            if (m_made)
                m_sheet->finish();
            else
                save();
        });
        connect(m_sheet, &FormSheet::removeAsked, this, &WebhooksSection::remove);
        connect(m_sheet, &FormSheet::closed, this, [this] {
            m_sheet->findChild<QLineEdit *>(QStringLiteral("webhook.secret"))->clear();
            refresh();
        });
    }
    m_edited = endpoint;
    m_made = false;
    m_key = newIdempotencyKey();
    m_sheet->findChild<QLineEdit *>(QStringLiteral("webhook.url"))->setText(endpoint.url);
    m_sheet->findChild<QLineEdit *>(QStringLiteral("webhook.events"))
        ->setText(endpoint.events.join(QStringLiteral(", ")));
    m_sheet->findChild<ChoiceRow *>(QStringLiteral("webhook.active"))->setChosen(endpoint.active ? 0 : 1);
    m_sheet->findChild<QLineEdit *>(QStringLiteral("webhook.secret"))->clear();
    m_sheet->begin(endpoint.id != 0);
}

void WebhooksSection::save()
{
    WebhookEndpoint endpoint = m_edited;
    m_sheet->clearErrors();
    endpoint.url = m_sheet->findChild<QLineEdit *>(QStringLiteral("webhook.url"))->text().trimmed();
    endpoint.events.clear();
    const QStringList typed = m_sheet->findChild<QLineEdit *>(QStringLiteral("webhook.events"))->text().split(u',');
    for (const QString &event : typed) {
        const QString filter = event.trimmed();
        if (filter.isEmpty())
            continue;
        endpoint.events << filter;
        if (!isEventFilter(filter))
            m_sheet->setProblem(QStringLiteral("events"),
                                [filter] { return tr("\"%1\" is not an event such as order.status.").arg(filter); });
    }
    // Loopback and private addresses are for the hub to refuse or take.
    if (!checkWebhookUrl(endpoint.url, true))
        m_sheet->setProblem(QStringLiteral("url"), [] { return tr("An address such as https://example.com/events"); });
    if (m_sheet->hasErrors())
        return;
    endpoint.active = m_sheet->findChild<ChoiceRow *>(QStringLiteral("webhook.active"))->chosen() == 0;
    m_sheet->setBusy(true);
    const auto call = std::make_shared<PortCall>(0);
    *call = m_port.saveWebhook(m_key, endpoint, [this, call](const PortAnswer<SettingsPort::SavedWebhook> &answer) {
        over(*call);
        if (!answer) {
            m_sheet->fail(answer.failure);
            return;
        }
        if (answer.value->secret.isEmpty()) {
            m_sheet->finish();
            refresh();
            return;
        }
        m_edited = answer.value->endpoint;
        m_made = true;
        m_sheet->showResult(QStringLiteral("secret"), answer.value->secret);
    });
    remember(*call);
}

void WebhooksSection::remove()
{
    m_sheet->setBusy(true);
    const auto call = std::make_shared<PortCall>(0);
    *call = m_port.removeWebhook(m_edited.id, m_edited.version, [this, call](const PortAnswer<PortNothing> &answer) {
        over(*call);
        if (!answer) {
            m_sheet->fail(answer.failure);
            return;
        }
        std::erase_if(m_rows, [this](const WebhookEndpoint &one) { return one.id == m_edited.id; });
        m_sheet->finish();
        rebuild();
    });
    remember(*call);
}

} // namespace oshaq
