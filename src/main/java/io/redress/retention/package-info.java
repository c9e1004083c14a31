/**
 * Data retention (保存期限): how long records are kept, and what happens then. A kind of record without a configured period
 * is kept for ever: the archive law and the office decide how long. A nightly job erases or anonymises records past
 * their period. An administrator can run a count first, which shows only numbers.
 */
@Uses({"account"})
package io.redress.retention;

import io.redress.common.feature.Uses;
