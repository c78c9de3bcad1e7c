// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/integrations/bankrig.h"

#include "models/hub/accessservice.h"
#include "models/hub/bankattemptstore.h"
#include "models/hub/orderservice.h"
#include "models/hub/paymentstore.h"

#include <QCoreApplication>

namespace oshaq::test {

namespace {

constexpr int quietRounds = 2;

} // namespace

BankRig::BankRig()
{
    options.collectAfterMs = 0;
    options.timing.longestPollMs = 60'000;
    options.timing.pageLifeMs = 2 * 60'000;
    options.timing.waitingLifeMs = 4 * 60'000;
    options.timing.arrivesWithinMs = 60'000;
    options.timing.sendWithinMs = 30'000;
    options.timing.watchMs = 10 * 60'000;
}

BankRig::~BankRig()
{
    m_desk.reset();
    m_reader.reset();
}

bool BankRig::open()
{
    HubOptions hubOptions;
    hubOptions.directory = m_directory.path();
    hubOptions.synchronous = sql::Synchronous::Off;
    auto opened = Hub::open(hubOptions, clock);
    if (!opened) {
        problem = opened.error().message;
        return false;
    }
    hub = std::move(*opened);
    bank.nowMs = clock.nowMs();
    Business wanted;
    wanted.name = QStringLiteral("Oshaq");
    Principal maker;
    maker.kind = Principal::Kind::Business;
    maker.role = Role::Owner;
    const auto business =
        run(maker, [wanted](WriteContext &context) { return accesswrites::createBusiness(context, wanted); });
    if (!business) {
        problem = business.error().message;
        return false;
    }
    m_business = business->entityId;
    MenuImportItem bread;
    bread.category = QStringLiteral("Food");
    bread.name = QStringLiteral("Bread");
    bread.priceMinor = 100;
    const auto menu =
        run(owner(), [bread](WriteContext &context) { return catalogwrites::importMenu(context, {bread}); });
    auto reader = hub->openReader();
    if (!menu || !reader) {
        problem = QStringLiteral("no menu");
        return false;
    }
    m_reader = std::move(*reader);
    auto item = m_reader->query(QStringLiteral("SELECT item_id FROM items"));
    if (!item || !item->next()) {
        problem = QStringLiteral("no item");
        return false;
    }
    m_item = item->integer(0);
    item->finish();
    const auto user = run(owner(), [](WriteContext &context) {
        return accesswrites::createGuest(context, QStringLiteral("Dana"), QString());
    });
    if (!user) {
        problem = user.error().message;
        return false;
    }
    m_guest = user->entityId;
    const auto card = run(owner(), [this](WriteContext &context) -> Result<WriteOutcome> {
        SavedCard kept;
        kept.userId = m_guest;
        kept.mask = QStringLiteral("**** 0001");
        const auto sealed = bankattemptstore::keepCard(context.database, hub->secrets(), m_business, &kept,
                                                       QStringLiteral("card-of-old"), context.nowMs);
        if (!sealed)
            return sealed.error();
        WriteOutcome outcome;
        outcome.entityId = kept.id;
        return outcome;
    });
    if (!card) {
        problem = card.error().message;
        return false;
    }
    m_card = card->entityId;
    door = std::make_shared<BankDoor>([](sql::Database &, qint64) { return Result<void>(); });
    startDesk();
    return true;
}

void BankRig::startDesk()
{
    m_desk = std::make_unique<BankDesk>(*hub, bank, scheduler, options, door);
    m_desk->start();
}

void BankRig::killDesk()
{
    m_desk.reset();
    bank.dropAnswers();
}

void BankRig::settle()
{
    int quiet = 0;
    while (quiet < quietRounds) {
        const qint64 before = hub->writer().stats().commands;
        WriteCommand fence;
        fence.principal = owner();
        fence.run = [](WriteContext &) -> Result<WriteOutcome> { return WriteOutcome{}; };
        const auto done = hub->writer().submitAndWait(std::move(fence));
        QCoreApplication::processEvents();
        scheduler.runDue();
        const bool isAnswered = bank.deliver();
        QCoreApplication::processEvents();
        const bool isMore = hub->writer().stats().commands > before + 1;
        quiet = !done || isAnswered || isMore ? 0 : quiet + 1;
    }
}

void BankRig::pass(qint64 ms)
{
    settle();
    while (ms > 0) {
        const qint64 next = scheduler.nextIn();
        const qint64 step = next < 0 ? ms : std::min(ms, std::max<qint64>(1, next));
        clock.advance(step);
        bank.nowMs = clock.nowMs();
        ms -= step;
        settle();
    }
}

Result<WriteOutcome> BankRig::run(const Principal &who, std::function<Result<WriteOutcome>(WriteContext &)> command)
{
    WriteCommand write;
    write.principal = who;
    write.run = std::move(command);
    return hub->writer().submitAndWait(std::move(write));
}

Principal BankRig::owner() const
{
    Principal principal;
    principal.kind = Principal::Kind::Business;
    principal.role = Role::Owner;
    principal.businessId = principal.id = m_business;
    return principal;
}

Principal BankRig::guest() const
{
    Principal principal;
    principal.businessId = m_business;
    principal.id = m_guest;
    return principal;
}

qint64 BankRig::placeOrder(int loaves)
{
    NewOrder order;
    NewOrderLine line;
    line.itemId = m_item;
    line.quantity = loaves * 1000;
    order.lines = {line};
    const auto placed = run(guest(), [order](WriteContext &context) { return orderwrites::create(context, order); });
    return placed ? placed->entityId : 0;
}

qint64 BankRig::beginPage(qint64 orderId, qint64 amountMinor, bool keepCard, qint64 tipMinor)
{
    BankPayment payment;
    payment.orderId = orderId;
    payment.amountMinor = amountMinor;
    payment.tipMinor = tipMinor;
    payment.keepCard = keepCard;
    const auto begun =
        run(guest(), [payment](WriteContext &context) { return paymentwrites::beginWithBank(context, payment); });
    return begun ? begun->entityId : 0;
}

qint64 BankRig::beginSaved(qint64 orderId, qint64 amountMinor)
{
    BankPayment payment;
    payment.orderId = orderId;
    payment.method = PaymentMethod::SavedCard;
    payment.amountMinor = amountMinor;
    payment.cardId = m_card;
    const auto begun =
        run(guest(), [payment](WriteContext &context) { return paymentwrites::beginWithBank(context, payment); });
    return begun ? begun->entityId : 0;
}

bool BankRig::openPage(qint64 paymentId)
{
    auto answer = std::make_shared<std::optional<bool>>();
    door->openPage(m_business, paymentId, [answer](const Result<BankPage> &page) { *answer = page.ok(); });
    settle();
    return answer->value_or(false);
}

Result<WriteOutcome> BankRig::refund(qint64 paymentId, std::optional<qint64> amountMinor)
{
    return run(owner(), [=](WriteContext &context) {
        return paymentwrites::refund(context, paymentId, amountMinor, QStringLiteral("Cold"));
    });
}

Result<WriteOutcome> BankRig::giveUp(qint64 paymentId, PaymentStatus to)
{
    door->ask(m_business, paymentId, [](const Result<void> &) {});
    settle();
    return run(owner(),
               [=](WriteContext &context) { return paymentwrites::setStatus(context, paymentId, to, std::nullopt); });
}

bool BankRig::cancelOrder(qint64 orderId)
{
    OrderCommand command;
    command.kind = OrderCommand::Kind::SetStatus;
    command.to = OrderStatus::Cancelled;
    command.reason = QStringLiteral("Closed");
    return bool(run(owner(), [=](WriteContext &context) {
        return orderwrites::command(context, {orderId, {}}, command);
    }));
}

sql::Database &BankRig::database()
{
    return *m_reader;
}

Payment BankRig::payment(qint64 id)
{
    const auto found = paymentreads::one(database(), m_business, id);
    return found ? *found : Payment();
}

BankAttempt BankRig::attempt(qint64 id)
{
    const auto found = bankattemptstore::find(database(), m_business, id);
    return found ? *found : BankAttempt();
}

OrderPayments BankRig::ofOrder(qint64 orderId)
{
    const auto found = paymentreads::ofOrder(database(), m_business, {orderId, {}}, std::nullopt);
    return found ? *found : OrderPayments();
}

std::vector<SavedCard> BankRig::cards()
{
    const auto found = paymentreads::cards(database(), m_business, m_guest);
    return found ? *found : std::vector<SavedCard>();
}

} // namespace oshaq::test
