/**
 * What the service keeps for somebody's own work at their screen, because a browser must keep nothing of anybody: what they
 * typed and have not sent yet ({@link io.redress.workspace.Draft}), and the columns they like to see together
 * ({@link io.redress.workspace.ColumnSet}). Each is its owner's alone and no record of the office's: it has no history,
 * and the audit trail does not tell of it.
 */
@Uses({"account", "privacy", "signin"})
package io.redress.workspace;

import io.redress.common.feature.Uses;
