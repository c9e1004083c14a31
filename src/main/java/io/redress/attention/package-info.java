/**
 * The attention list (重点关注名单): a care record of people to be contacted more often, for a stated reason, until a date.
 * Somebody proposes with reason and level, somebody else approves or declines; an entry lapses by itself after its review
 * date unless renewed, and is left with a reason. It has no effect on how a claim is handled, knows nothing of movements or
 * relations, and nobody is put on it by a machine (design section 3; the report's criteria: 情绪波动大、维权诉求强烈).
 */
@Uses({"account", "area", "export", "extract", "platform", "registration", "report", "tally", "worklist"})
package io.redress.attention;

import io.redress.common.feature.Uses;
