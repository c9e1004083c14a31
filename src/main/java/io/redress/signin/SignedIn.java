package io.redress.signin;

import io.redress.account.AccountView;

/**
 * A session that was just opened.
 *
 * @param secret value of the session cookie
 * @param device value of the device cookie
 */
public record SignedIn(String secret, String device, AccountView account) {}
