/**
 * Identifiers of persons and organisations: identity documents, credit codes, bank cards, phone numbers. Pure rules,
 * each with its standard. A merely unusual value causes a warning, never a refusal.
 */
@Uses({"privacy"})
package io.redress.identity;

import io.redress.common.feature.Uses;
