// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/role.h"
#include "models/domain/staffmember.h"
#include "models/domain/staffshift.h"
#include "sync/protocol/schema.h"

#include <QMap>

#include <optional>
#include <vector>

namespace oshaq {

/// Bodies of the routes about who works here and who signs in.
const Schema &newStaffSchema();
const Schema &staffChangeSchema();
const Schema &pinSchema();      ///< {"pin"}
const Schema &passwordSchema(); ///< {"password"}
const Schema &signInSchema();   ///< {"pin"} or {"login","password","totp"?}, {"device"?,"business"?}
const Schema &refreshSchema();  ///< {"refresh_token"}
const Schema &codeSchema();     ///< {"code"}

/// By which a terminal names who stands at it; details of refusals that are about that person name it too.
inline constexpr char operatorHeader[] = "Oshaq-Operator";

/// Who stands at a screen: {"pin"}; or {"staff_id","acted_at"} from one that had no hub and checked the PIN itself.
const Schema &operatorSignInSchema();
const Schema &operatorSignOutSchema(); ///< {"staff_id","acted_at"?}
const Schema &shiftEndSchema();        ///< {"ended_at"}

/// The same as bodies.
QByteArray staffBody(const StaffMember &member);
QByteArray pinBody(const QString &pin);
QByteArray passwordBody(const QString &password);
QByteArray signedInBody(qint64 staffId, qint64 actedAtMs);
QByteArray signedOutBody(qint64 staffId, qint64 actedAtMs);
QByteArray shiftEndBody(qint64 endedAtMs);

/// What a sign-in at a screen answers.
struct OperatorSignIn
{
    qint64 staffId = 0;
    QString name;
    Role role = Role::Kitchen;
    qint64 shiftId = 0; ///< 0: none
    bool active = true; ///< false: they have left meanwhile
};

/// What a screen asks about who may stand at it.
struct OperatorFacts
{
    int withPin = 0;                      ///< how many may sign in by a PIN
    int managersWithPin = 0;              ///< how many of them may manage
    std::optional<OperatorSignIn> person; ///< whom it asked for
};

void writeStaff(JsonWriter &json, const StaffMember &staff);
Result<StaffMember> readStaff(const JsonValue &json);
void writeShift(JsonWriter &json, const StaffShift &shift);
Result<StaffShift> readShift(const JsonValue &json);
void writeOperatorSignIn(JsonWriter &json, const OperatorSignIn &person);
Result<OperatorSignIn> readOperatorSignIn(const JsonValue &json);
Result<OperatorFacts> readOperatorFacts(const JsonValue &json);
/// Route name -> roles. Roles that this program does not know are left out.
Result<QMap<QString, std::vector<Role>>> readPermissions(const JsonValue &json);

/// What they answer.
namespace outputs {

Schema staff();
Schema signIn();
Schema session();
Schema totpSecret();
Schema shift();
Schema operatorSignIn();
Schema operatorFacts();
/// {"route name":["owner",..]}
Schema permissions();

} // namespace outputs

} // namespace oshaq
