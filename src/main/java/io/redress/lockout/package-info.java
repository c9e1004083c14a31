/**
 * How often a password may be tried (登录锁定). Failed tries are counted in lanes, in the database that all instances share;
 * in each lane a few are free, then one waits, longer each time, up to a quarter of an hour. Who is unknown is counted by
 * name over all addresses; a browser or address that the account has signed in from before is not, so that failures
 * from elsewhere do not keep a colleague out.
 */
package io.redress.lockout;
