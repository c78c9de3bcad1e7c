// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/bankanswers.h"

namespace oshaq {

namespace {

/// Somewhat more than the longest call to a bank.
constexpr int patienceMs = 40'000;

Error tooLate()
{
    return {ErrorCode::StorageUnavailable, QStringLiteral("The bank did not answer in time."), {}};
}

} // namespace

BillShare readShare(const JsonValue &body)
{
    BillShare share;
    for (const JsonValue &line : body[u"lines"].items())
        share.lines.push_back(line.integer());
    share.guests = int(body[u"guests"].integer());
    return share;
}

Flow bankanswers::afterAsking(ApiThread &thread, const ExchangePtr &exchange, qint64 paymentId, const AfterAsking &then)
{
    const std::shared_ptr<Bank> bank = thread.shared().options.bank;
    return thread.waitFor(
        exchange,
        [bank, businessId = exchange->principal->businessId, paymentId, then](const ApiThread::Resume &resume) {
            bank->ask(businessId, paymentId, [then, resume](const Result<void> &answer) {
                resume([then, answer](ApiThread &owner, const ExchangePtr &done) { return then(owner, done, answer); });
            });
            return true;
        },
        patienceMs, [then](ApiThread &owner, const ExchangePtr &done, bool) { return then(owner, done, tooLate()); });
}

Flow bankanswers::afterPage(ApiThread &thread, const ExchangePtr &exchange, qint64 businessId, qint64 paymentId,
                            const AfterPage &then)
{
    const std::shared_ptr<Bank> bank = thread.shared().options.bank;
    return thread.waitFor(
        exchange,
        [bank, businessId, paymentId, then](const ApiThread::Resume &resume) {
            bank->openPage(businessId, paymentId, [then, resume](const Result<BankPage> &page) {
                resume([then, page](ApiThread &owner, const ExchangePtr &done) { return then(owner, done, page); });
            });
            return true;
        },
        patienceMs, [then](ApiThread &owner, const ExchangePtr &done, bool) { return then(owner, done, tooLate()); });
}

} // namespace oshaq
