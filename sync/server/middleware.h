// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/exchange.h"
#include "sync/server/routetable.h"

#include <span>

namespace oshaq {

class ApiThread;

/// The way of every request, upgrade requests included, through one ordered list of steps and back.
namespace middleware {

/// One step. On the way in it may refuse (Flow::Answer with Exchange::error); on the way out the steps that were
/// entered see the answer in reverse order. A step does not call the next one, so none can forget to.
struct Step
{
    const char *name;
    const char *reason; ///< why it stands where it stands
    Flow (*enter)(ApiThread &thread, const ExchangePtr &exchange);
    void (*leave)(ApiThread &thread, Exchange &exchange); ///< may be null
};

/// A path taken apart: which version of the API it means, or that it is one of the site's own.
struct Target
{
    bool underApi = false;
    int apiVersion = 1;
    std::vector<QString> segments; ///< decoded, without "api" and the version
};
Result<Target> readTarget(const QByteArray &path);

/// Path of the one detail that an error of the storage may tell: a word for whoever asks for the health.
inline constexpr auto healthReason = "reason";

/// TOKEN of "Bearer TOKEN", or nothing.
QByteArray bearerToken(const QByteArray &authorization);

/// The order of DESIGN section 7.
std::span<const Step> steps();

/// Runs the steps. Unless a route went to the writer the exchange is answered when this returns.
void run(ApiThread &thread, const ExchangePtr &exchange);

/// The way out: the steps that were entered, in reverse, then Exchange::respond.
void unwind(ApiThread &thread, Exchange &exchange);

} // namespace middleware

} // namespace oshaq
