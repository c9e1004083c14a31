/**
 * Login throttling (登录锁定). Failed attempts are counted by browser, by name at an address, by name, and by address, in the
 * database that all instances share. A few are free, then there is a wait, longer each time, up to a quarter of an hour. An
 * unknown origin is counted by name over all addresses; a browser or address from which the account has signed in before is not,
 * so that failures from elsewhere do not keep a colleague out.
 */
@Uses({})
package io.redress.lockout;

import io.redress.common.feature.Uses;
