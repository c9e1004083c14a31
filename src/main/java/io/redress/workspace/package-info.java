/**
 * Server-side storage for a user's own work, because browsers must store no personal data and a user has several: unsent
 * forms ({@link io.redress.workspace.Draft}), column selections ({@link io.redress.workspace.ColumnSet}) and how the
 * client looks ({@link io.redress.workspace.Preferences}). Only the owner can read
 * them. They are no records of the office: they have no history, and the audit log omits them.
 */
@Uses({"account", "privacy", "signin"})
package io.redress.workspace;

import io.redress.common.feature.Uses;
