/**
 * Accounts (账号) of the users, their roles, and their tokens: one in a cookie during a session, others for scripts.
 * Tokens are random, stored as SHA-256, and expire. To the rest of the program a signed-in user is a {@link
 * io.redress.account.Viewer}.
 */
@Uses({"area"})
package io.redress.account;

import io.redress.common.feature.Uses;
