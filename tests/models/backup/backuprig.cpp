// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/backup/backuprig.h"

#include "models/hub/accessservice.h"
#include "models/hub/catalogservice.h"
#include "models/hub/orderservice.h"

#include <QDir>

namespace oshaq::test {

BackupRig::BackupRig(quint32 seed)
    : m_random(seed)
{}

BackupRig::~BackupRig() = default;

QString BackupRig::open()
{
    if (!m_secret) {
        const QString key = m_directory.filePath(QStringLiteral("key"));
        if (auto made = BackupSecret::makeKeyFile(key); !made)
            return made.error().message;
        auto secret = BackupSecret::fromKeyFile(key);
        if (!secret)
            return secret.error().message;
        m_secret = *secret;
    }
    HubOptions options;
    options.directory = data();
    options.synchronous = sql::Synchronous::Off;
    options.archived = true;
    auto hub = Hub::open(options, m_clock);
    if (!hub)
        return hub.error().message;
    m_hub = std::move(*hub);
    if (number(QStringLiteral("SELECT count(*) FROM businesses")) > 0)
        return {};
    const auto made = write([](WriteContext &context) {
        Business business;
        business.name = QStringLiteral("Oshaq");
        return accesswrites::createBusiness(context, business);
    });
    if (!made)
        return made.error().message;
    m_businessId = made->entityId;
    const auto menu = write([](WriteContext &context) {
        MenuImportItem soup;
        soup.category = QStringLiteral("Food");
        soup.name = QStringLiteral("Soup");
        soup.priceMinor = 1295;
        MenuImportItem bread = soup;
        bread.name = QStringLiteral("Bread");
        bread.priceMinor = 50;
        return catalogwrites::importMenu(context, {soup, bread});
    });
    if (!menu)
        return menu.error().message;
    m_items = {number(QStringLiteral("SELECT min(item_id) FROM items")),
               number(QStringLiteral("SELECT max(item_id) FROM items"))};
    return {};
}

void BackupRig::close()
{
    m_hub.reset();
}

BackupOptions BackupRig::options() const
{
    BackupOptions options;
    options.targets = [folder = folder()] {
        return std::vector<std::shared_ptr<BackupTarget>>{std::make_shared<FolderTarget>(folder)};
    };
    options.secret = m_secret;
    options.intervalMs = 10;
    options.retryMs = 10;
    options.checkMs = qint64{1000} * 86'400'000;
    options.quietFullMs = options.checkMs;
    options.fullMs = options.checkMs;
    return options;
}

Result<WriteOutcome> BackupRig::write(std::function<Result<WriteOutcome>(WriteContext &)> run)
{
    WriteCommand command;
    command.principal.kind = Principal::Kind::Business;
    command.principal.role = Role::Owner;
    command.principal.businessId = m_businessId;
    command.principal.id = m_businessId;
    command.requestId = QStringLiteral("test");
    command.run = std::move(run);
    return m_hub->writer().submitAndWait(std::move(command));
}

QString BackupRig::writeSomething()
{
    m_clock.advance(m_random.bounded(1, 4'000));
    NewOrder order;
    order.fulfilment = Fulfilment::Pickup;
    for (int i = m_random.bounded(1, 4); i > 0; --i) {
        NewOrderLine line;
        line.itemId = m_items[size_t(m_random.bounded(int(m_items.size())))];
        line.quantity = 1000 * m_random.bounded(1, 5);
        order.lines.push_back(line);
    }
    const auto written = write([order](WriteContext &context) { return orderwrites::create(context, order); });
    return written ? QString() : written.error().message;
}

QByteArray BackupRig::digest()
{
    auto reader = m_hub->openReader();
    if (!reader)
        return {};
    const auto digest = recordcheck::digest(**reader);
    return digest ? *digest : QByteArray();
}

qint64 BackupRig::number(const QString &sql)
{
    auto reader = m_hub->openReader();
    auto row = reader ? (*reader)->query(sql) : Result<sql::Statement>(reader.error());
    return row.ok() && row->next() ? row->integer(0) : -1;
}

QByteArray digestOfFile(const QString &file)
{
    auto reader = sql::Database::open({file, sql::Access::ReadOnly});
    if (!reader)
        return {};
    const auto digest = recordcheck::digest(**reader);
    return digest ? *digest : QByteArray();
}

} // namespace oshaq::test
