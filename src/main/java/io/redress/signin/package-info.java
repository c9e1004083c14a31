/**
 * Sign-in and sign-out (登录), sessions, and login throttling by account, address and device; each lock ends by itself.
 */
@Uses({"account", "area", "lockout", "token"})
package io.redress.signin;

import io.redress.common.feature.Uses;
