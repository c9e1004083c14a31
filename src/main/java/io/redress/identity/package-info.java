/**
 * What identifies people and organisations: identity documents by their kinds, credit codes, bank cards, phones. Pure
 * rules, each with its standard; what only looks wrong is a warning, never a refusal.
 */
@Uses({"privacy"})
package io.redress.identity;

import io.redress.common.feature.Uses;
