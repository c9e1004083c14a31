/**
 * Login throttling (登录锁定). Failed attempts are counted by browser, by name at an address, by name, and by address, in
 * the database that all instances share. A few are free, then the waits double, up to a quarter of an hour. From an
 * unknown origin, attempts also count by name over all addresses. A browser or address from which the account has
 * signed in before is exempt from that, so that an attacker elsewhere cannot lock a colleague out.
 */
@Uses({})
package io.redress.lockout;

import io.redress.common.feature.Uses;
