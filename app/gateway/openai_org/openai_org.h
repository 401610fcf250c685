// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/admin.h"

namespace gateway::openai_org {

// An OpenAI organization, from its public schema (nothing of it could be recorded): the provider's own figures, to compare
// a gateway's with.
// - The admin secret is an organization admin key (sk-admin-…), which works on /organization only.
// - Keys of all live projects, by "PROJECT/KEY"; they can be deleted, not made and not changed. Only a service account
//   brings a new secret, and that belongs to a project that a person has to choose.
// - Usage comes in buckets of a day, which are no calls: sums, never rows. Costs are the billing truth, by whole UTC days.
// - Spend limits in cents; rate limits of a project and model as allowances a minute, in "requests" and "tokens".
extern const Adapter adapter;

} // namespace gateway::openai_org
