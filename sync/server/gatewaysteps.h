// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/exchange.h"

namespace oshaq {

class ApiThread;

/// The steps of the middleware that look at the request from outside: where it comes from, how often, what a browser
/// may do with the answer. None of them knows the restaurant.
namespace gateway {

/// Finds the client's address behind trusted proxies and holds it against http.deny and http.allow.
Flow enterAddresses(ApiThread &thread, const ExchangePtr &exchange);

/// Cross-origin requests (CORS) of the configured origins; answers their preflights. Cookies are never read, so a page
/// of a stranger has no credentials to ride on (CSRF).
Flow enterOrigins(ApiThread &thread, const ExchangePtr &exchange);
/// On every answer, refusals included.
void leaveSecurityHeaders(ApiThread &thread, Exchange &exchange);

/// Token buckets; each tells its state in RateLimit and RateLimit-Policy, and Retry-After when it is empty.
Flow enterAddressLimit(ApiThread &thread, const ExchangePtr &exchange);
Flow enterTokenLimit(ApiThread &thread, const ExchangePtr &exchange);
void leaveAddressLimit(ApiThread &thread, Exchange &exchange);

} // namespace gateway

} // namespace oshaq
