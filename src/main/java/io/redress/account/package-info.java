/**
 * Accounts (账号) of the people who use Redress, the roles they hold, and the tokens they are known by: one in a cookie
 * while somebody is signed in, others for scripts. Tokens are random, kept as SHA-256, and end. What a signed-in person is
 * to the rest of the program is a {@link io.redress.account.Viewer}.
 */
@Uses({"area"})
package io.redress.account;

import io.redress.common.feature.Uses;
