/**
 * Disclosures (信息披露) by a platform's head office or branch: a reply, a plan of repayment, an announcement, an answer to
 * the investors' concerns. The bureau records them as they arrive; the weekly bulletin counts and quotes them. A
 * disclosure recorded by mistake is withdrawn with a reason and stays legible.
 */
@Uses({"account", "area", "export", "platform", "report", "tally"})
package io.redress.disclosure;

import io.redress.common.feature.Uses;
