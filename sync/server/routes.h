// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/routetable.h"

#include <vector>

namespace oshaq {

/// The groups of the route table. Each stands at the end of the file of its handlers: what a row promises and what
/// keeps the promise are read together. A handler gets a request that was authenticated, authorized and validated; it
/// answers, or sends one command to the writer. None of them knows status codes of errors.
namespace routes {

std::vector<Route> authRoutes();
std::vector<Route> signInRoutes();
std::vector<Route> phoneCodeRoutes();
std::vector<Route> courierRoutes();
std::vector<Route> outsideRoutes();
std::vector<Route> staffRoutes();
std::vector<Route> operatorRoutes();
std::vector<Route> tableRoutes();
std::vector<Route> apiTokenRoutes();
std::vector<Route> orderRoutes();
std::vector<Route> orderOfficeRoutes();
std::vector<Route> orderSplitRoutes();
std::vector<Route> catalogRoutes();
std::vector<Route> menuImageRoutes();
std::vector<Route> menuFileRoutes();
std::vector<Route> stationRoutes();
std::vector<Route> terminalRoutes();
std::vector<Route> pairingRoutes();
std::vector<Route> screenRoutes();
std::vector<Route> feedRoutes();
std::vector<Route> userRoutes();
std::vector<Route> profileRoutes();
std::vector<Route> guestRoutes();
std::vector<Route> hubRoutes();
std::vector<Route> paymentRoutes();
std::vector<Route> drawerRoutes();
std::vector<Route> bankRoutes();
std::vector<Route> webhookRoutes();
std::vector<Route> integrationRoutes();
std::vector<Route> printRoutes();
std::vector<Route> publicRoutes();
std::vector<Route> adminRoutes();
std::vector<Route> replicaRoutes();
std::vector<Route> reportRoutes();
std::vector<Route> dayEndRoutes();
std::vector<Route> documentRoutes();
std::vector<Route> systemRoutes();

} // namespace routes

} // namespace oshaq
