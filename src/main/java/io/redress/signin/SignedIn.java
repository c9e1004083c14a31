package io.redress.signin;

import io.redress.account.AccountView;

/**
 * A session that has just been opened.
 *
 * @param secret for the session's cookie
 * @param device for the cookie by which the browser will be known
 */
public record SignedIn(String secret, String device, AccountView account) {}
