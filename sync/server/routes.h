// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/exchange.h"
#include "sync/server/routetable.h"

namespace oshaq {

class ApiThread;

/// The handlers that the route table names. Each gets a request that was authenticated, authorized and validated; it
/// answers, or sends one command to the writer. None of them knows status codes of errors.
namespace routes {

// businessorderroutes.cpp
Flow listOrders(ApiThread &thread, const ExchangePtr &exchange);
Flow createStaffOrder(ApiThread &thread, const ExchangePtr &exchange);
Flow oneOrder(ApiThread &thread, const ExchangePtr &exchange);
Flow setOrderStatus(ApiThread &thread, const ExchangePtr &exchange);
Flow changeLines(ApiThread &thread, const ExchangePtr &exchange);
Flow recallOrder(ApiThread &thread, const ExchangePtr &exchange);
Flow orderStats(ApiThread &thread, const ExchangePtr &exchange);

// feedroutes.cpp
Flow acknowledgePainted(ApiThread &thread, const ExchangePtr &exchange);
Flow snapshot(ApiThread &thread, const ExchangePtr &exchange);
Flow changes(ApiThread &thread, const ExchangePtr &exchange);
Flow openLive(ApiThread &thread, const ExchangePtr &exchange);

// userroutes.cpp
Flow listUserOrders(ApiThread &thread, const ExchangePtr &exchange);
Flow listActiveUserOrders(ApiThread &thread, const ExchangePtr &exchange);
Flow oneUserOrder(ApiThread &thread, const ExchangePtr &exchange);
Flow createUserOrder(ApiThread &thread, const ExchangePtr &exchange);
Flow cancelUserOrder(ApiThread &thread, const ExchangePtr &exchange);
Flow createGuest(ApiThread &thread, const ExchangePtr &exchange);

// publicroutes.cpp
Flow menu(ApiThread &thread, const ExchangePtr &exchange);
Flow healthLive(ApiThread &thread, const ExchangePtr &exchange);
Flow healthReady(ApiThread &thread, const ExchangePtr &exchange);
Flow version(ApiThread &thread, const ExchangePtr &exchange);

} // namespace routes

} // namespace oshaq
