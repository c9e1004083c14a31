/**
 * The attention list (重点关注名单): a care record of people to contact more often, for a stated reason, until a date. One
 * user proposes with a reason and a level; another approves or declines. An entry lapses after its review date unless
 * it is renewed, and can be closed with a reason. It has no effect on how a claim is handled, and contains nothing
 * about movements or relations. No program puts a person on it (design section 3; the report's criteria: 情绪波动大、维权诉求强烈).
 */
@Uses({"account", "area", "export", "extract", "platform", "privacy", "registration", "report", "tally", "worklist"})
package io.redress.attention;

import io.redress.common.feature.Uses;
