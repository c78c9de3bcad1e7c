// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakeoperator.h"
#include "tests/support/fakestaff.h"

namespace oshaq {

/// The people of a Kazakh grill on a Thursday evening, for pictures and tests.
namespace staffsample {

/// Who works there: eight people, one of them on leave, one without a PIN.
void addPeople(FakeStaffPort &port);
/// Their week: nights, two shifts in a day, one that a manager ended, one that was never ended.
void addWeek(FakeStaffPort &port);
/// `count` more people, who all work every day.
void addMany(FakeStaffPort &port, int count);
/// As the hub's routes have it.
PermissionTable permissions();

/// The same people at a screen that asks for PINs: Aigerim (owner, 407193), Ruslan (kitchen, 5821), Dana (counter,
/// 390472).
void addOperators(FakeOperatorPort &port);

} // namespace staffsample
} // namespace oshaq
