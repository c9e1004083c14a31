/**
 * How long records are kept (保存期限), and what happens then. Periods are settings and off unless set: how long a register is
 * kept is for the archive law and the office to say. Every night what has outlived its period is erased or made
 * anonymous; an administrator can have it counted first, and sees numbers only.
 */
@Uses({"account"})
package io.redress.retention;

import io.redress.common.feature.Uses;
