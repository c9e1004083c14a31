/**
 * The register (受理登记). An {@link io.redress.registration.investor.Investor} (集资参与人) is a person or organisation that put
 * money in, kept once however many platforms; a {@link io.redress.registration.model.Registration} is one investor × one
 * platform, with a number, what went in (投资笔) and what came back (回款笔).
 *
 * <p>It is {@code RECEIVED}, then {@code VERIFIED}, and ends {@code WITHDRAWN}, {@code MERGED} into another or
 * {@code REFUSED}, with a reason. Declared, verified and adjudicated totals stand side by side; the best established of
 * them is what reports count. Clerks, officers and chiefs work with it inside their areas; what they see of documents,
 * phones and accounts is masked. Every change fires {@link io.redress.registration.RegistrationChanged} in its transaction.
 */
@Uses({"account", "area", "export", "extract", "file", "identity", "platform", "privacy", "report", "tally"})
package io.redress.registration;

import io.redress.common.feature.Uses;
