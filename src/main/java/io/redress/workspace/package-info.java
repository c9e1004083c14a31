/**
 * Server-side storage for a user's own work, because browsers must store no personal data: unsent forms ({@link
 * io.redress.workspace.Draft}) and column selections ({@link io.redress.workspace.ColumnSet}). Only the owner can read
 * them. They are no records of the office: they have no history, and the audit log omits them.
 */
@Uses({"account", "privacy", "signin"})
package io.redress.workspace;

import io.redress.common.feature.Uses;
