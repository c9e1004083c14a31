/**
 * The weekly bulletin (工作周报) of a platform: figures of a closed week, narrative, number and signature, and the issued
 * document. Text and figures are both as of the cut-off of the week (ADR 37).
 */
@Uses({"account", "audit", "file", "mail", "platform", "report", "tally", "worklist"})
package io.redress.bulletin;

import io.redress.common.feature.Uses;
