package io.redress.account;

/**
 * A session that has just been opened.
 *
 * @param secret for the session's cookie
 * @param device for the cookie by which the browser will be known
 */
record SignedIn(String secret, String device, AccountView account) {}
