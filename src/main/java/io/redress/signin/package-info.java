/**
 * Signing in and out (登录), sessions, and what slows down whoever guesses passwords: tries are counted by account, address and
 * device, and a lock ends by itself.
 */
@Uses({"account", "area", "lockout", "token"})
package io.redress.signin;

import io.redress.common.feature.Uses;
