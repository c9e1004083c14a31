/**
 * The register (受理登记). An {@link io.redress.registration.investor.Investor} (集资参与人) is a person or organisation that
 * invested, stored once whatever the number of platforms. A {@link io.redress.registration.model.Registration} is one
 * investor × one platform, with a number, investments (投资笔) and repayments (回款笔).
 *
 * <p>A registration is {@code RECEIVED}, then {@code VERIFIED}, and ends {@code WITHDRAWN}, {@code MERGED} into another
 * or {@code REFUSED}, with a reason. Declared, verified and adjudicated totals exist side by side; reports count the
 * best established of them. Clerks, officers and chiefs work inside their areas and see documents, phones and accounts
 * masked. Every change fires {@link io.redress.registration.RegistrationChanged} in its transaction.
 */
@Uses({"account", "area", "export", "extract", "file", "identity", "platform", "privacy", "report", "tally"})
package io.redress.registration;

import io.redress.common.feature.Uses;
