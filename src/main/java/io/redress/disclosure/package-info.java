/**
 * Disclosures (信息披露): what a platform's head office or branch has let be known - a reply, a plan of repayment, an
 * announcement, an answer to what investors are worried about. The bureau records them as they come in; the bulletin of the
 * week counts and quotes them. One recorded by mistake is withdrawn with a reason and stays legible.
 */
@Uses({"account", "area", "export", "platform", "report", "tally"})
package io.redress.disclosure;

import io.redress.common.feature.Uses;
